import type { Day } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { AccountId } from '../account.ts'
import type { BilledBook } from './billed-book.ts'
import type { LendingBook } from './lending-book.ts'
import type { OtherBook } from './other-book.ts'
import type { Paid } from './pay-billed.ts'

/** The books of all accounts as they stand on a day: every fact up to it has happened, interest ran through it (engine.md 1). */
export type LedgerBook = {
  day: Day
  readonly billed: ReadonlyMap<AccountId, BilledBook>
  readonly lending: ReadonlyMap<AccountId, LendingBook>
  readonly other: ReadonlyMap<AccountId, OtherBook>
  /** Where each repayment went, by entry. */
  readonly allocations: Map<string, AllocatedPart[]>
}

export type AllocatedPart = {
  readonly account: AccountId
  readonly what: Paid['what'] | 'own-money'
  readonly month: number | null
  readonly amount: Fen
  readonly estimated: boolean
}
