import type { Day, Month } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { AccountId } from './account.ts'
import type { Cells, Certainty, Grid } from './cells.ts'

/** What is owed on a day: the 4 × 4 of every account and what stands beside it (engine.md 7). */
export type Owed = {
  readonly on: Day
  /** Sum of the sixteen cells of all accounts: what is paid if everything is kept to schedule. */
  readonly total: Fen
  readonly accounts: readonly AccountOwed[]
  /** By date, overdue first. */
  readonly nextDue: readonly (NextDue & { readonly account: AccountId })[]
}

export type AccountOwed = {
  readonly id: AccountId
  readonly total: Fen
  readonly cells: Cells
  readonly certainty: Grid<Certainty>
  readonly awaitingReceipt: Fen
  /** Paid beyond what is posted so far: for later postings of the coming bill. */
  readonly prepaid: Fen
  readonly refundExpected: Fen
  /** Unpaid principal, future included, plus what awaits receipt. */
  readonly usedQuota: Fen
  readonly availableQuota: Fen | null
  /** What settling the account's installments early costs on top, at most and after what is waived. */
  readonly earlyRepayFee: { readonly before: Fen; readonly after: Fen }
  readonly nextDue: NextDue | null
  /** Id for `explain`. */
  readonly explain: string
}

/** The earliest issued bill or loan part that is unpaid: what is still to pay of it, and of its minimum. */
export type NextDue = {
  readonly on: Day
  readonly overdue: boolean
  readonly amount: Fen
  readonly minimum: Fen
  readonly minimumSafe: Fen
  readonly bill: Month | null
}
