import { maxDay } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { booksOn } from '#shared/ledger/book/books-on.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { MinimumOnly, Projection } from '../answers.ts'
import type { Plan } from '../plan.ts'
import { warning } from '../warning.ts'
import { arrearsOf } from './arrears.ts'
import { goalOf } from './goal.ts'
import { budgetToEnd, reasonOf } from './never.ts'
import { notesOf } from './notes.ts'
import type { RunResult } from './run.ts'
import { costOf, MORE_MONTHLY, sensitivityOf } from './sensitivity.ts'
import { loanSettleOrWait, settleOrWait } from './settle-or-wait.ts'
import { type Simulation, simulate } from './simulate.ts'

/**
 * How a ledger goes on under a plan, event by event on real days, until everything stays zero (engine.md 9). A plan
 * from before today starts today: what was before is in the ledger's facts.
 */
export function project(ledger: Ledger, plan: Plan): Projection {
  const simulation = startOf(ledger, plan)
  const result = simulate({ ...simulation, withEvents: true })
  const { books } = simulation
  const sensitivity = sensitivityOf(simulation, result)
  return {
    ...result,
    reason: reasonOf(simulation, result),
    budgetToEnd: budgetToEnd(simulation, result),
    goal: plan.goal && goalOf(simulation, result, plan.goal.freeBy),
    minimumOnly: minimumOnlyOf(simulation),
    sensitivity,
    settleOrWait: settleOrWait(books),
    loanSettleOrWait: loanSettleOrWait(books),
    notes: [...result.notes, ...larger(result, sensitivity), ...notesOf(ledger, books, plan)],
  }
}

/** The books at the plan's start, from which any number of runs can set out. */
export function startOf(ledger: Ledger, plan: Plan): Simulation {
  return { ledger, books: booksOn(ledger, maxDay(plan.from, ledger.today)), plan }
}

/** The same spending, with every bill paid at its minimum and nothing more: no money is left over for anything else. */
export const minimumPlan = (plan: Plan): Plan => ({
  ...plan,
  money: { kind: 'enough' },
  strategy: { kind: 'minimum-only' },
})

/** What becomes of it when only the minimums are paid; `cost` is all it then costs. */
export function minimumOnlyOf(simulation: Simulation): MinimumOnly {
  const result = simulate({ ...simulation, plan: minimumPlan(simulation.plan), withEvents: false })
  const { outcome, freeOn, totalPaid, months } = result
  return { outcome, freeOn, totalPaid, months, cost: costOf(result), overdue: arrearsOf(simulation) }
}

/** More money can cost more where the lender's order sends it elsewhere; then that is said (engine.md 9). */
function larger(result: RunResult, sensitivity: Projection['sensitivity']): Projection['notes'] {
  const tolerance = result.accounts.length * result.months
  const more = sensitivity.find((one) => one.change.code === 'change-more-monthly')
  if (!more || (more.cost <= tolerance && more.days >= 0)) return []
  return [
    warning('plan-larger-costs-more', { amount: yuanText(MORE_MONTHLY), cost: yuanText(more.cost), days: -more.days }),
  ]
}
