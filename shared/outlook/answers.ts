import type { Day, Month } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { Cells } from '#shared/ledger/cells.ts'
import type { EntryId } from '#shared/ledger/entry.ts'
import type { ClosureTarget } from '#shared/ledger/ledger.ts'
import type { ClosingCost, PayNow } from './closure/closing-figures.ts'
import type { Closes } from './closure/targets.ts'
import type { Shortfall } from './projection/shortfall.ts'

/** The shapes of what this room answers: payoff quote, projection, closure readiness (engine.md 8–10). Amounts in fen. */

export type PayoffQuote = {
  readonly account: AccountId
  readonly on: Day
  /** Pay exactly this on the day and nothing is left, by the chosen rules. */
  readonly total: Fen
  /** Where a part rests on an unproven rule: have `high` ready, pay what Alipay shows. */
  readonly range: { readonly low: Fen; readonly high: Fen }
  readonly cells: Cells
  readonly earlyRepayFee: Fen
  /** What cannot be paid on the day or may be posted later. */
  readonly residue: readonly Residue[]
  /** The day after which nothing more can appear; null while it depends on a receipt or a refund. */
  readonly safeAfter: Day | null
  readonly warnings: readonly Warning[]
  readonly explain: string
}

export type Residue = {
  readonly what: 'trailing-interest' | 'awaiting-receipt' | 'refund-in-flight' | 'refund-expected'
  readonly from: Day
  readonly amount: Fen
  readonly until: Day | null
  readonly explain: string
}

/** A sentence by code, with the figures it needs: dates, months, amounts and rates already as text. */
export type Warning = { readonly code: string; readonly values: Readonly<Record<string, string | number>> }

export type Projection = {
  readonly outcome: 'free' | 'never'
  readonly freeOn: Day | null
  readonly reason: Warning | null
  /** The smallest monthly amount that ends within 600 months; only where the plan never ends. */
  readonly budgetToEnd: Fen | null
  readonly months: number
  readonly totalPaid: Fen
  readonly interest: Fen
  readonly fees: Fen
  readonly penalties: Fen
  readonly shortfalls: readonly Shortfall[]
  readonly accounts: readonly ProjectedAccount[]
  readonly byMonth: readonly ProjectedMonth[]
  readonly events: readonly ProjectedEvent[]
  readonly goal: ProjectedGoal | null
  readonly minimumOnly: MinimumOnly | null
  readonly sensitivity: readonly Sensitivity[]
  readonly settleOrWait: readonly SettleOrWait[]
  readonly loanSettleOrWait: readonly LoanSettleOrWait[]
  readonly notes: readonly Warning[]
}

/** `overdue`: what is overdue at the start; it has no minimum, so that this course pays all of it at once. */
export type MinimumOnly = {
  readonly outcome: 'free' | 'never'
  readonly freeOn: Day | null
  readonly cost: Fen
  readonly totalPaid: Fen
  readonly months: number
  readonly overdue: Fen
}

/** `balance` is what is left when the projection ends: 0 where the account becomes free. */
export type ProjectedAccount = {
  readonly id: AccountId
  readonly freeOn: Day | null
  readonly interest: Fen
  readonly fees: Fen
  readonly penalties: Fen
  readonly paid: Fen
  readonly spending: Fen
  readonly balance: Fen
}

/** `refunds` is what reduced the debt without a payment of the plan: refunds, and money that was paid early before it. */
export type ProjectedMonth = {
  readonly month: Month
  readonly opening: Fen
  readonly spending: Fen
  readonly interest: Fen
  readonly fees: Fen
  readonly penalties: Fen
  readonly refunds: Fen
  readonly paid: Fen
  readonly closing: Fen
}

/** `balance` is the account's principal plus what has accrued or posted, after the event. */
export type ProjectedEvent = {
  readonly on: Day
  readonly account: AccountId
  readonly what:
    | 'statement'
    | 'due'
    | 'repayment'
    | 'interest'
    | 'fee'
    | 'penalty'
    | 'spending'
    | 'early-settlement'
    | 'returned'
    | 'free'
  readonly amount: Fen
  readonly balance: Fen
  /** The installment plan that an early settlement ends, or the loan that a repayment is for: the user names it to the lender. */
  readonly settles: EntryId | null
  readonly explain: string
}

/** A saved plan beside what happened since its first day. `behind`: how much more is owed than the plan foresaw; negative: less. */
export type PlanProgress = {
  readonly plan: string
  readonly from: Day
  readonly on: Day
  readonly months: readonly {
    readonly month: Month
    readonly planned: PlanProgressFigures
    readonly actual: PlanProgressFigures
  }[]
  readonly accounts: readonly { readonly id: AccountId; readonly planned: Fen; readonly actual: Fen }[]
  /** Debts elsewhere whose balance was copied anew since: nothing is known of the days before. */
  readonly leftOut: readonly AccountId[]
  readonly behind: Fen
  /** By the plan on its first day, and by the same plan from today on. */
  readonly freeOn: { readonly planned: Day | null; readonly now: Day | null }
}

/** opening + spending + otherwise − paid = closing, in both. `spending` is less refunds. */
export type PlanProgressFigures = {
  readonly opening: Fen
  readonly spending: Fen
  readonly otherwise: Fen
  readonly paid: Fen
  readonly closing: Fen
}

export type ProjectedGoal = {
  readonly freeBy: Day
  readonly monthly: Fen | null
  readonly freeOn: Day | null
  readonly reason: Warning | null
}

export type Sensitivity = {
  readonly change: Warning
  readonly freeOn: Day | null
  readonly days: number
  readonly cost: Fen
}

export type SettleOrWait = {
  readonly plan: EntryId
  readonly options: readonly { readonly on: Day; readonly pay: Fen; readonly costToEnd: Fen }[]
  /** Yuan saved per yuan paid today, in hundredths of a percent. */
  readonly savedPerYuan: number
}

/** The same of a loan: `costToEnd` is the interest still to pay, with what being overdue has charged. */
export type LoanSettleOrWait = Omit<SettleOrWait, 'plan'> & { readonly loan: EntryId }

export type Verdict = 'ready' | 'blocked' | 'confirm'
export type RequirementKind = 'block' | 'warn' | 'confirm'
export type RequirementStatus = 'met' | 'unmet' | 'unknown' | 'confirmed'

export const REQUIREMENT_CODES = [
  'pre-upgrade-bill-settled',
  'billed-zero',
  'unbilled-zero',
  'receipts-confirmed',
  'installments-settled',
  'loans-settled',
  'overdue-zero',
  'used-quota-zero',
  'repayments-allocated',
  'reviews-answered',
  'refunds-final',
  'residue-watched',
  'records-current',
  'returns-over',
  'deposits-released',
  'auto-debits-moved',
  'alternative-ready',
  'records-exported',
  'consequences-read',
] as const
export type RequirementCode = (typeof REQUIREMENT_CODES)[number]

export type ClosureRequirement = {
  readonly code: RequirementCode
  readonly kind: RequirementKind
  readonly status: RequirementStatus
  readonly amount: Fen | null
  readonly evidence: readonly Evidence[]
  /** What to do about it; null where nothing is left to do. */
  readonly action: Warning | null
  readonly earliestOn: Day | null
  /** The id of the amount; null where there is none. */
  readonly explain: string | null
}

/** One line of proof: a sentence by code with its figures, and the fact behind it where there is one. */
export type Evidence = Warning & {
  readonly account: AccountId | null
  readonly entry: EntryId | null
  readonly amount: Fen | null
}

export type Closure = {
  readonly target: ClosureTarget
  readonly closes: Closes
  /** Whose accounts were looked at; null: everyone's. */
  readonly owner: string | null
  /** The people who have accounts of the target here. */
  readonly owners: readonly string[]
  readonly verdict: Verdict
  /** The latest of the blocks: from then on nothing that must be paid stands in the way. */
  readonly earliestOn: Day | null
  /** From then on nothing that may still come stands in the way either: returns, refunds, trailing interest. */
  readonly safeOn: Day | null
  /** The day on which the last of its accounts was closed; null while one of them is open. */
  readonly closedOn: Day | null
  readonly payNow: PayNow
  /** What closing costs from today on in fees and scheduled interest: at once, at the least, and by schedule. */
  readonly choice: {
    readonly soonest: ClosingCost
    readonly cheapest: ClosingCost
    readonly bySchedule: ClosingCost
  } | null
  readonly requirements: readonly ClosureRequirement[]
  readonly steps: readonly ClosureStep[]
  readonly consequences: readonly Warning[]
  readonly systemRisks: readonly {
    readonly code: string
    readonly status: 'present' | 'absent' | 'not-known'
    readonly evidence: readonly Evidence[]
  }[]
}

export type ClosureStep = {
  readonly n: number
  readonly do: Warning
  readonly on: Day | null
  readonly amount: Fen | null
  /** Under which its amount can be asked, where it is one that was worked out. */
  readonly explain?: string
  /** Where the money comes from, or where in Alipay to press. */
  readonly from: Warning | null
}
