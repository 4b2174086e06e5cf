import type { Day } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { LedgerBook } from '#shared/ledger/book/books.ts'
import { booksOn } from '#shared/ledger/book/books-on.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { cloneBooks } from '../clone-books.ts'
import { planInFull } from '../plan.ts'
import { startAccount } from './account-run.ts'

/** Each account's balance by books, as projections measure it: principal plus what has accrued or posted, in fen. */
export type Balances = ReadonlyMap<AccountId, Fen>

export const balancesOn = (ledger: Ledger, on: Day): Balances => balancesIn(ledger, booksOn(ledger, on))

/** What fact and plan have in common, so that a curve goes on where the facts end. The books stay as they are. */
export function balancesIn(ledger: Ledger, books: LedgerBook): Balances {
  const at = { books: cloneBooks(books), plan: planInFull(books.day), start: books.day }
  return new Map(
    ledger.accounts.map((account, index) => [account.id, fen(startAccount(account, index, at).balance)] as const),
  )
}

export const totalOfBalances = (balances: Balances): Fen => sumFen([...balances.values()])
