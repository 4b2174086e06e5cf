import type { Day, Month } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { AccountRef } from './account-ref.ts'
import type { Rule } from './reasons.ts'
import type { RowReview } from './row-review.ts'

/** What one row of a statement file becomes (formats.md 7, cli.md "import"). */
export type RowKind =
  | 'purchase'
  | 'refund'
  | 'repayment'
  | 'repayment-failed'
  | 'disbursement'
  | 'installment-fee'
  | 'interest'
  | 'closed'
  | 'unrelated'

/** What the decision table says of a row; the rest of the draft is copied from its cells. */
export type RowVerdict = {
  readonly kind: RowKind
  /** null for rows that are not about credit, and where the file does not say which account it is. */
  readonly account: AccountRef | null
  readonly billMonth: Month | null
  /** Paid, goods not confirmed: it holds quota but is in no bill (domain.md 1.9). */
  readonly awaitingReceipt: boolean
  /** Paid and then closed. Stays true while no refund of it is known (link-refunds.ts). */
  readonly refundExpected: boolean
  readonly installments: number | null
  /** One repayment for several accounts; how it divides is not in the file (domain.md 6.6). */
  readonly combined: boolean
  /** A credit line that this ledger does not keep by itself, by name (备用金, 信用卡还款). */
  readonly outside: string | null
  readonly review: RowReview | null
}

/** One row, read and judged, but not yet a fact: the ledger decides what is new. Amount in fen, always ≥ 0. */
export type StatementDraft = RowVerdict & {
  /** Line in the file, counted from 1; the first one where a quoted cell spans several. */
  readonly line: number
  readonly why: Rule
  readonly amount: Fen
  readonly on: Day
  /** `HH:mm:ss`, China time. */
  readonly time: string
  /** null where the file has none, or only a number damaged by a spreadsheet. */
  readonly orderNo: string | null
  /** Order number of the purchase that a refund belongs to. */
  readonly refundOf: string | null
  readonly counterparty: string
  readonly description: string
  readonly method: string
  readonly status: string
  readonly category: string
  readonly merchantOrderNo: string | null
  readonly note: string
  /** The line as it stands in the file. */
  readonly raw: string
  /** Same key, same transaction: see dedupe-key.ts. */
  readonly key: string
}
