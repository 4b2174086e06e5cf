import type { Day } from '#shared/kernel/day.ts'
import type { LedgerBook } from '#shared/ledger/book/books.ts'
import { eventsOf } from '#shared/ledger/book/events.ts'
import { emptyBooks, happen, runThrough } from '#shared/ledger/book/ledger-book.ts'
import { beginningIn } from '#shared/ledger/book/make-billed-book.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { type Balances, balancesIn } from './balances.ts'

/**
 * The balances on past days, the earliest first, as `balancesOn` gives them: the facts are folded once and not anew for
 * every day. Books that a plan or a loan has joined begin again, for it belongs to them from their first fact.
 */
export function balancesAlong(ledger: Ledger, days: readonly Day[]): readonly Balances[] {
  const events = eventsOf(ledger)
  const beginnings = beginningsOf(ledger)
  let books: LedgerBook | null = null
  let begun = 0
  let next = 0
  return days.map((day) => {
    const now = beginnings.filter((one) => one <= day).length
    if (books === null || now !== begun) {
      books = emptyBooks(ledger, day)
      begun = now
      next = 0
    }
    for (let event = events[next]; event !== undefined && event.on <= day; event = events[next]) {
      happen(books, event)
      next += 1
    }
    runThrough(books, day)
    return balancesIn(ledger, books)
  })
}

/** The days on which a plan or a loan joins the books. */
function beginningsOf(ledger: Ledger): readonly Day[] {
  const beginning = beginningIn(ledger)
  const accounts = new Map(ledger.accounts.map((account) => [account.id, account]))
  return ledger.entries.flatMap((entry) => {
    if (entry.kind === 'loan') return entry.drawnOn
    const account = entry.kind === 'installments' ? accounts.get(entry.account) : undefined
    return account === undefined || entry.kind !== 'installments' ? [] : (beginning(account, entry) ?? [])
  })
}
