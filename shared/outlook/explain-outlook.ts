import type { Derivation } from '#shared/ledger/derivation.ts'
import { explainMinimum } from '#shared/ledger/explain/explain-minimum.ts'
import { explainOwed } from '#shared/ledger/explain/explain-owed.ts'
import { explainSchedule } from '#shared/ledger/explain/explain-schedule.ts'
import { derivation } from '#shared/ledger/explain/line.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { explainRelief } from './case/explain-relief.ts'
import { explainBalance } from './explain-balance.ts'
import { explainBills } from './explain-bills.ts'
import { explainClosure } from './explain-closure.ts'
import { explainDue } from './explain-due.ts'
import { explainMonth } from './explain-month.ts'
import { explainPlan } from './explain-plan.ts'
import { explainProgress } from './explain-progress.ts'
import { explainQuote } from './explain-quote.ts'
import { explainResidue } from './explain-residue.ts'
import { explainSettle } from './explain-settle.ts'
import type { Plan } from './plan.ts'
import { startOf } from './projection/project.ts'
import type { EventLines } from './projection/run.ts'
import { simulate } from './projection/simulate.ts'

/**
 * Any figure by the id beside it (engine.md 11): `owed…`, `balance…`, `bill…`, `bills…`, `minimum…`, `due…`, `quote…`, `residue…`, `closure…`,
 * `projection:ACCOUNT:WHAT@DAY`, `plan…`, `settle…`, `schedule…`, `month…`, `progress…` and `relief…`. Answers null for a figure that
 * does not exist.
 * @param plan what the projected events follow
 */
export function explainFigure(ledger: Ledger, plan: Plan, figure: string): Derivation | null {
  const kind = /^[a-z-]+/.exec(figure)?.[0]
  switch (kind) {
    case 'projection':
      return explainEvents(ledger, plan, figure)
    case 'plan':
      return explainPlan(ledger, plan, figure)
    case 'month':
      return explainMonth(ledger, plan, figure)
    case 'progress':
      return explainProgress(ledger, plan, figure)
    case 'schedule':
      return explainSchedule(ledger, figure)
    case 'settle':
      return explainSettle(startOf(ledger, plan).books, figure)
    case 'quote':
      return explainQuote(ledger, figure)
    case 'residue':
      return explainResidue(ledger, figure)
    case 'bills':
      return explainBills(ledger, figure)
    case 'balance':
      return explainBalance(ledger, figure)
    case 'closure':
      return explainClosure(ledger, figure)
    case 'relief':
      return explainRelief(ledger, plan, figure)
    case 'due':
      return explainDue(ledger, figure)
    case 'minimum':
    case 'minimum-safe':
      return explainMinimum(ledger, figure)
    default:
      return explainOwed(ledger, figure)
  }
}

/** Each event of that kind, account and day with what made it: they are one figure. */
function explainEvents(ledger: Ledger, plan: Plan, figure: string): Derivation | null {
  const lines: EventLines = new Map()
  simulate({ ...startOf(ledger, plan), withEvents: true, lines })
  const own = lines.get(figure)
  return own ? derivation(figure, own) : null
}
