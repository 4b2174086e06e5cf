import type { Day } from '#shared/kernel/day.ts'
import { dayText } from '#shared/kernel/day.ts'
import { fen, maxFen } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { LedgerBook } from '#shared/ledger/book/books.ts'
import { booksOn } from '#shared/ledger/book/books-on.ts'
import { totalOf } from '#shared/ledger/cells.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { PayoffQuote, Residue } from './answers.ts'
import { settled } from './quote-parts.ts'
import { quoteWarnings } from './quote-warnings.ts'
import { residueOf } from './residue.ts'

/**
 * "Pay exactly this on that day and nothing is left of the account" (engine.md 8): the sixteen cells carried to the
 * day with all interest to it, installments settled by their mode, and what may still come after. `total` is the sum
 * of the cells plus `earlyRepayFee`. For a later day no payment in between is assumed.
 */
export function payoffQuote(ledger: Ledger, account: AccountId, on: Day = ledger.today): PayoffQuote {
  return quoteOfBooks(ledger, booksOn(ledger, on), account)
}

/** The quotes of all accounts for one day, in their order. */
export function payoffQuotes(ledger: Ledger, on: Day = ledger.today): readonly PayoffQuote[] {
  const books = booksOn(ledger, on)
  return ledger.accounts.map((account) => quoteOfBooks(ledger, books, account.id))
}

export function quoteOfBooks(ledger: Ledger, books: LedgerBook, account: AccountId): PayoffQuote {
  const { cells, earlyRepayFee, low, high } = settled(books, account)
  const residue = residueOf(ledger, books, account)
  const total = fen(totalOf(cells) + earlyRepayFee)
  return {
    account,
    on: books.day,
    total,
    range: { low, high },
    cells,
    earlyRepayFee,
    residue,
    safeAfter: safeAfter(books.day, residue),
    warnings: quoteWarnings(ledger, books, { account, low, high }),
    explain: `quote:${account}@${dayText(books.day)}`,
  }
}

function safeAfter(on: Day, residue: readonly Residue[]): Day | null {
  let day: Day | null = on
  for (const one of residue) day = day === null || one.until === null ? null : (Math.max(day, one.until) as Day)
  return day
}

/** What to have ready on the day. */
export const haveReady = (quote: PayoffQuote) => maxFen(quote.total, quote.range.high)
