import { dayText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import type { Account, AccountId } from '#shared/ledger/account.ts'
import { weakest } from '#shared/ledger/cells.ts'
import type { Derivation, DerivationLine } from '#shared/ledger/derivation.ts'
import { derivation, sumLine } from '#shared/ledger/explain/line.ts'
import type { ProjectedAccount } from './answers.ts'
import { accountCourse } from './explain-course.ts'
import { type Followed, PAYMENTS, stepsOf } from './plan-steps.ts'
import type { Simulation } from './projection/simulate.ts'

/**
 * The day on which a plan ends, of all accounts or of one (engine.md 9, 11). The answer is a day, so its lines say until
 * when each account is repaid and with which payment, the last one first; what they sum to is what is left then: nothing,
 * where it ends.
 */
export function explainEnd(simulation: Simulation, figure: string, account?: AccountId): Derivation | null {
  const followed = stepsOf(simulation)
  const asked = followed.accounts.filter(({ id }) => account === undefined || id === account)
  const lines = asked
    .map((one) => ({ one, line: endLine(simulation, followed, one) }))
    .filter(({ line }) => line.lines.length > 0)
    .sort((a, b) => endOf(b.one) - endOf(a.one))
    .map(({ line }) => line)
  if (account !== undefined && lines.length === 0) return null
  const day = account === undefined ? followed.freeOn : (asked[0]?.freeOn ?? null)
  // A line of nothing left is as sure as what left nothing.
  const certainty = lines.map((one) => one.certainty).reduce(weakest, 'derived')
  return { ...derivation(figure, lines), certainty, day }
}

const endOf = ({ freeOn }: ProjectedAccount): number => freeOn ?? Number.MAX_SAFE_INTEGER

function endLine(simulation: Simulation, followed: Followed, { id, freeOn }: ProjectedAccount): DerivationLine {
  const { name } = simulation.ledger.accounts.find((one): one is Account => one.id === id)!
  const course = accountCourse(simulation, followed, { account: id, isIn: () => true })
  if (freeOn === null) return sumLine('plan-ends-not', course, { account: name })
  return sumLine('plan-ends', course, { account: name, on: dayText(freeOn), ...lastPayment(followed, { id, freeOn }) })
}

/** What is paid last, and of which bill where it is one; nothing where something else than a payment ends it. */
function lastPayment(
  { steps }: Followed,
  { id, freeOn }: Pick<ProjectedAccount, 'id' | 'freeOn'>,
): DerivationLine['values'] {
  const last = steps(id, PAYMENTS, (on) => on === freeOn).at(-1)
  if (last === undefined) return {}
  const months = new Set(last.lines.map(({ values }) => values.month))
  const [month] = months
  return { last: yuanText(last.amount), ...(months.size === 1 && month !== undefined && { month }) }
}
