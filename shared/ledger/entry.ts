import type { Day, Month } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { Rate } from '#shared/kernel/rate.ts'
import type { AccountId } from './account.ts'

/**
 * The facts of a ledger. A fact is appended; a correction supersedes it and points back; what is undone or deleted is
 * withdrawn, stays in the history, and does not count. What reaches this code is only what counts.
 */
export type EntryId = string

export type Entry = Purchase | Refund | ShownBill | Repayment | InstallmentPlan | Loan | Deferral | QuotaCopy | Review

export const ENTRY_KINDS = [
  'purchase',
  'refund',
  'bill',
  'repayment',
  'installments',
  'loan',
  'deferral',
  'quota',
  'review',
] as const satisfies readonly Entry['kind'][]

/** Where a fact comes from and how to name it: the same for every kind. */
export type EntrySource = {
  readonly id: EntryId
  /** Shop or counterparty, as the file or the user wrote it; empty where privacy dropped it. */
  readonly label: string
  readonly orderNo: string | null
  readonly note: string
}

/** Money spent on credit. It counts from the day it is posted; until then it awaits receipt (domain.md 1.9, 1.10). */
export type Purchase = EntrySource & {
  readonly kind: 'purchase'
  readonly account: AccountId
  readonly amount: Fen
  readonly orderedOn: Day
  /** null while it awaits receipt: it is in no bill, holds quota, cannot be repaid, blocks closing. */
  readonly postedOn: Day | null
  /** True when the posting day is taken from the payment day and no bill has proved it (engine.md 7). */
  readonly postingAssumed: boolean
  /** Last day of the return window, where it is known; else seven days after posting count. */
  readonly returnUntil: Day | null
  /** Paid and then closed without a refund in the file: a refund is expected. */
  readonly refundExpected: boolean
}

/** Money back. Linked, it follows its purchase (domain.md 5.1–5.5). */
export type Refund = EntrySource & {
  readonly kind: 'refund'
  readonly account: AccountId
  readonly amount: Fen
  readonly on: Day
  readonly of: EntryId | null
  /** Announced but not yet arrived: does not count, and keeps closing from being safe. */
  readonly inFlight: boolean
}

/**
 * A bill as the user copied it from Alipay. `shown` is the total before any repayment, with rolled principal and
 * interest posted to it, without earlier overdue bills (engine.md 2). Given parts state how it is made up.
 */
export type ShownBill = EntrySource & {
  readonly kind: 'bill'
  readonly account: AccountId
  readonly month: Month
  readonly shown: Fen | null
  readonly shownMinimum: Fen | null
  readonly parts: BillPartsShown | null
  /** Already paid when it was entered, outside the repayments of the ledger. */
  readonly paid: Fen
}

export type BillPartsShown = {
  readonly principal?: Fen
  readonly fee?: Fen
  readonly interest?: Fen
  readonly penalty?: Fen
}

/** Money that reduces a debt. Without `split` nobody has said yet where a combined repayment went (domain.md 6.6). */
export type Repayment = EntrySource & {
  readonly kind: 'repayment'
  readonly amount: Fen
  readonly on: Day
  /** Parts sum to the amount. `plan` settles an installment plan early; `loan` prepays one loan. */
  readonly split: readonly RepaymentPart[] | null
  /** For a combined repayment that waits for the user: the accounts and the bill month that it may concern. */
  readonly candidates: readonly AccountId[]
  readonly candidateMonth: Month | null
  /** The account or card it was paid from, as the file wrote it. */
  readonly paidFrom: string
}

export type RepaymentPart = {
  readonly account: AccountId
  readonly amount: Fen
  readonly month: Month | null
  readonly settles: EntryId | null
}

/** A purchase or a bill paid in installments (domain.md 4). `paidPeriods` were settled before the ledger's own facts. */
export type InstallmentPlan = EntrySource & {
  readonly kind: 'installments'
  readonly account: AccountId
  readonly origin: 'trade' | 'bill'
  readonly principal: Fen
  readonly count: number
  readonly feeRate: Rate
  readonly firstBill: Month
  /** The bill whose principal was moved, for `origin: 'bill'`. */
  readonly fromBill: Month | null
  /** The purchase it pays, for `origin: 'trade'`: that purchase is not posted a second time. */
  readonly of: EntryId | null
  readonly paidPeriods: number
  /** Installments as Alipay shows them; the others keep their computed figures. */
  readonly shownPeriods: readonly ShownInstallment[]
  /** False while nobody confirmed count and rate (found in an import). */
  readonly certain: boolean
}

export type ShownInstallment = { readonly number: number; readonly principal: Fen; readonly fee: Fen }

export type LoanMethod = 'equal-installment' | 'interest-only' | 'interest-only-then-equal'

/** One Borrow or Credit Loan drawdown (domain.md 7). `paidParts` were settled before the ledger's own facts. */
export type Loan = EntrySource & {
  readonly kind: 'loan'
  readonly account: AccountId
  readonly principal: Fen
  readonly drawnOn: Day
  readonly dailyRate: Rate
  readonly method: LoanMethod
  readonly count: number
  readonly repayDay: number
  readonly paidParts: number
  /** Parts as Alipay shows them; the others keep their computed figures. */
  readonly shownParts: readonly ShownLoanPart[]
  /** False while rate, method or count are guesses (a drawdown found in an import): every cell of it is `assumed`. */
  readonly certain: boolean
}

export type ShownLoanPart = {
  readonly number: number
  readonly dueOn: Day
  readonly principal: Fen
  readonly interest: Fen
}

/** Part of a bill moved to the next one for a fee (domain.md 9.4). */
export type Deferral = EntrySource & {
  readonly kind: 'deferral'
  readonly account: AccountId
  readonly month: Month
  readonly amount: Fen
  readonly fee: Fen
  readonly on: Day
  /** False while the fee is the usual rate on the amount (domain.md 9.4), until somebody says what Alipay took. */
  readonly certain?: boolean
}

/** The used quota as copied from Alipay: the master test of closing (domain.md 6.16). */
export type QuotaCopy = EntrySource & {
  readonly kind: 'quota'
  readonly account: AccountId
  readonly used: Fen
  readonly on: Day
}

/** An imported row that waits for the user. It stands in the way of closing the accounts that it may concern. */
export type Review = EntrySource & {
  readonly kind: 'review'
  readonly accounts: readonly AccountId[]
  readonly reason: string
  readonly amount: Fen
  readonly on: Day
}

/** For this reason a row only waits: there is nothing to answer until its refund comes, or is given up. */
export const REFUND_EXPECTED = 'refund-expected'

/** The accounts that an entry concerns, each once: for a repayment nobody divided yet, those it may concern. */
export function accountsOf(entry: Entry): readonly AccountId[] {
  if (entry.kind === 'review') return entry.accounts
  if (entry.kind !== 'repayment') return [entry.account]
  const [only] = entry.split?.length === 1 ? entry.split : []
  if (only) return [only.account]
  return [...new Set(entry.split ? entry.split.map((part) => part.account) : entry.candidates)]
}
