import type { Day } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { AccountId } from '../account.ts'
import type { Entry } from '../entry.ts'

/**
 * A ledger as double entry, for programs that keep books: every row's legs sum to nothing, debits are positive, and
 * what is owed stands negative in the debt's account (formats.md 8.1, 8.2).
 */
export type JournalRow = {
  readonly on: Day
  readonly what: RowWhat
  /** The same in every export of the same facts. */
  readonly id: string
  /** The fact behind it; null for what the rules post: interest, fees, charges, differences. */
  readonly entry: Entry | null
  /** Rests on a question that the user has not answered yet. */
  readonly unsure: boolean
  /** Interest or charges up to today that stand in no bill yet: gone from the next export, in another figure. */
  readonly passing: boolean
  readonly legs: readonly Leg[]
}

export type RowWhat =
  | 'purchase'
  | 'refund'
  | 'repayment'
  | 'loan'
  | 'interest'
  | 'fee'
  | 'penalty'
  | 'paid-before'
  | 'returned'
  | 'opening'
  | 'difference'

export type Leg = { readonly to: LegAccount; readonly amount: Fen }

export type LegAccount =
  | { readonly kind: 'debt'; readonly account: AccountId }
  /** Where repayments come from, as the file or the user wrote it. */
  | { readonly kind: 'paid-from'; readonly name: string }
  | { readonly kind: 'own-money' | 'spending' | 'interest' | 'fee' | 'penalty' | 'opening' | 'difference' }
