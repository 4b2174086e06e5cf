import type { Day, Month } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { Account, AccountId } from './account.ts'
import type { Entry } from './entry.ts'

/** All that counts on a day, and nothing else: what the store reads, a scenario states, and every rule of this room takes. */
export type Ledger = {
  /** The day on which the questions are asked; no rule reads a clock. */
  readonly today: Day
  readonly accounts: readonly Account[]
  readonly entries: readonly Entry[]
  /** Many purchases of one account and day, added up: the store sums what no rule needs one by one. */
  readonly postings: readonly DayPosting[]
  readonly confirmations: readonly Confirmation[]
  /** The last day on which an import or a comparison with Alipay made the ledger current, per the whole ledger. */
  readonly recordsCurrentOn: Day | null
  /** Day of the newest change of each account: a confirmation or a copied quota older than it is no longer one. */
  readonly newestEntryOn: Readonly<Record<AccountId, Day>>
  /** Shops seen on each account in the last 90 days, newest first (for moving automatic debits). */
  readonly recentShops: Readonly<Record<AccountId, readonly string[]>>
}

/**
 * Purchases of one account posted on one day, or refunds of one day whose purchases were posted on one day, summed.
 * `count` entries stand behind it; `assumed` of them have an unproved posting day.
 */
export type DayPosting = {
  readonly account: AccountId
  readonly what: 'purchase' | 'refund'
  readonly on: Day
  /** For refunds: the posting day of the purchase, which names the bill that held it; null when not linked. */
  readonly purchasePostedOn: Day | null
  readonly amount: Fen
  readonly count: number
  readonly assumed: number
}

export type ClosureTarget = 'credit-purchase' | 'huabei' | 'borrow'

/** Something that only the user can know, said on a day. It counts while it is not older than the newest entry in scope. */
export type Confirmation = {
  readonly target: ClosureTarget
  readonly code: string
  /** Whose accounts it is about, where two people's are kept here; null where there is only one. */
  readonly owner: string | null
  readonly on: Day
  readonly note: string
  readonly amount: Fen | null
}

export type BillKey = { readonly account: AccountId; readonly month: Month }

/** What is kept of an account. Its id is any word that somebody chose, `constructor` as well. */
export const ofAccount = <T>(kept: Readonly<Record<AccountId, T>>, id: AccountId): T | undefined =>
  Object.hasOwn(kept, id) ? kept[id] : undefined

export const emptyLedger = (today: Day): Ledger => ({
  today,
  accounts: [],
  entries: [],
  postings: [],
  confirmations: [],
  recordsCurrentOn: null,
  newestEntryOn: {},
  recentShops: {},
})
