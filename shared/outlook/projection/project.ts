import { maxDay } from '#shared/kernel/day.ts'
import { openBooks } from '#shared/ledger/book/ledger-book.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Projection } from '../answers.ts'
import type { Plan } from '../plan.ts'
import { simulate } from './simulate.ts'

/**
 * How a ledger goes on under a plan, event by event on real days, until everything stays zero (engine.md 9). A plan
 * from before today starts today: what was before is in the ledger's facts.
 */
export function project(ledger: Ledger, plan: Plan): Projection {
  const start = maxDay(plan.from, ledger.today)
  const books = openBooks(ledger, start)
  const result = simulate({ ledger, books, plan, withEvents: true })
  return {
    ...result,
    reason: null,
    budgetToEnd: null,
    goal: null,
    minimumOnly: null,
    sensitivity: [],
    settleOrWait: [],
  }
}
