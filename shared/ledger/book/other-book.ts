import type { Day } from '#shared/kernel/day.ts'
import { type Fen, fen, minFen } from '#shared/kernel/money.ts'
import type { Account, OtherDebt } from '../account.ts'

/**
 * Any other debt: what the user says is owed on a day, less what was repaid after it. Its interest runs in plans only
 * (engine.md 5, 7); until a new balance is copied, a balance older than today is an assumption.
 */
export type OtherBook = { readonly account: Account; readonly debt: OtherDebt | null; balance: Fen; returned: Fen }

/** Spends a repayment made on or after the day of the balance. Returns what was needed. */
export function payOther(book: OtherBook, on: Day, amount: Fen): Fen {
  if (book.debt !== null && on < book.debt.balanceOn) return amount
  const taken = minFen(book.balance, amount)
  book.balance = fen(book.balance - taken)
  book.returned = fen(book.returned + amount - taken)
  return taken
}
