import { type Day, parseDay } from '#shared/kernel/day.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { DerivationLine } from '#shared/ledger/derivation.ts'
import { byAccount } from '#shared/ledger/explain/line.ts'
import { accountCourse } from './explain-course.ts'
import { stepsOf } from './plan-steps.ts'
import type { Simulation } from './projection/simulate.ts'

/** What is owed after all steps of a plan through a day, of all accounts or of one: `DATE` or `ACCOUNT:DATE` (engine.md 9, 11). */
export function leftLines(simulation: Simulation, asked: string): readonly DerivationLine[] | null {
  const [, account, dayPart = ''] = /^(?:(.+):)?(\d{4}-\d{2}-\d{2})$/.exec(asked) ?? []
  const through = parseDay(dayPart)
  if (!through.ok || through.value < simulation.books.day) return null
  const followed = stepsOf(simulation)
  const isIn = (on: Day): boolean => on <= through.value
  const courseOf = (id: AccountId) => accountCourse(simulation, followed, { account: id, isIn })
  const { accounts } = simulation.ledger
  if (account !== undefined) return accounts.some(({ id }) => id === account) ? courseOf(account) : null
  return byAccount(accounts, courseOf)
}
