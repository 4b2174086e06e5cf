import { maxDay } from '#shared/kernel/day.ts'
import { openBooks } from '#shared/ledger/book/ledger-book.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Projection } from '../answers.ts'
import type { Plan } from '../plan.ts'
import { goalOf } from './goal.ts'
import { budgetToEnd, reasonOf } from './never.ts'
import { notesOf } from './notes.ts'
import { costOf, sensitivityOf } from './sensitivity.ts'
import { settleOrWait } from './settle-or-wait.ts'
import { type Simulation, simulate } from './simulate.ts'

/**
 * How a ledger goes on under a plan, event by event on real days, until everything stays zero (engine.md 9). A plan
 * from before today starts today: what was before is in the ledger's facts.
 */
export function project(ledger: Ledger, plan: Plan): Projection {
  const simulation = startOf(ledger, plan)
  const result = simulate({ ...simulation, withEvents: true })
  const { books } = simulation
  return {
    ...result,
    reason: reasonOf(simulation, result),
    budgetToEnd: budgetToEnd(simulation, result),
    goal: plan.goal && goalOf(simulation, result, plan.goal.freeBy),
    minimumOnly: minimumOnlyOf(simulation),
    sensitivity: sensitivityOf(simulation, result),
    settleOrWait: settleOrWait(books),
    notes: [...result.notes, ...notesOf(ledger, books, plan)],
  }
}

/** The books at the plan's start, from which any number of runs can set out. */
export function startOf(ledger: Ledger, plan: Plan): Simulation {
  return { ledger, books: openBooks(ledger, maxDay(plan.from, ledger.today)), plan }
}

/** What becomes of it when every bill is paid at its minimum and nothing more; `cost` is all it then costs. */
export function minimumOnlyOf(simulation: Simulation): NonNullable<Projection['minimumOnly']> {
  const plan: Plan = {
    ...simulation.plan,
    money: { kind: 'enough' },
    strategy: { kind: 'minimum-only' },
    lumps: [],
    recurring: [],
    settleEarly: [],
  }
  const result = simulate({ ...simulation, plan, withEvents: false })
  return { outcome: result.outcome, freeOn: result.freeOn, cost: costOf(result) }
}
