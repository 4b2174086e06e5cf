import type { Day } from '#shared/kernel/day.ts'
import { fen, sumFen } from '#shared/kernel/money.ts'
import type { Closure } from '../answers.ts'
import { settleOrWait } from '../projection/settle-or-wait.ts'
import { lendingIn, type Scope } from './scope.ts'

/**
 * Closing soonest against closing cheapest: everything settled today, on the plans' next due day, or kept to its
 * schedule; what each still costs in fees and interest from today on (engine.md 10). null where nothing runs on.
 */
export function closingChoice(scope: Scope): Closure['choice'] {
  const own = { ...scope.books, billed: new Map([...scope.books.billed].filter(([id]) => hasAccount(scope, id))) }
  const plans = settleOrWait(own).map(({ options }) => options)
  const loans = loansToEnd(scope)
  if (plans.length === 0 && loans.interest === 0) return null
  const today = { on: scope.today, cost: sumFen(plans.map(([first]) => first?.costToEnd ?? fen(0))) }
  const ends = plans.flatMap((options) => options.at(-1) ?? [])
  const end = {
    on: Math.max(scope.today, loans.on, ...ends.map((option) => option.on)) as Day,
    cost: fen(sumFen(ends.map((option) => option.costToEnd)) + loans.interest),
  }
  return { soonest: today, cheapest: end.cost < today.cost ? end : today, bySchedule: end }
}

const hasAccount = (scope: Scope, id: string): boolean => scope.accounts.some((account) => account.id === id)

/** Interest that the schedule of the loans still holds: prepaid today, none of it is asked for. */
function loansToEnd(scope: Scope): { readonly on: Day; readonly interest: number } {
  let on = scope.today
  let interest = 0
  for (const book of lendingIn(scope)) {
    for (const part of book.loans.flatMap((loan) => loan.parts)) {
      if (part.dueOn < scope.today || part.interest === 0) continue
      interest += part.interest
      if (part.dueOn > on) on = part.dueOn
    }
  }
  return { on, interest }
}
