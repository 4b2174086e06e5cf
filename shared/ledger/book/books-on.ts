import type { Day } from '#shared/kernel/day.ts'
import type { Ledger } from '../ledger.ts'
import type { LedgerBook } from './books.ts'
import { openBooks } from './ledger-book.ts'

/**
 * The books of a ledger on a day, for those who only read them: one answer asks for what is owed, for bills, quotes,
 * closing and explanations of the same day, and ten thousand facts are folded once. Whoever moves books opens their
 * own, or clones these.
 */
export function booksOn(ledger: Ledger, on: Day): LedgerBook {
  const kept = opened.get(ledger) ?? []
  const known = kept.find((books) => books.day === on)
  if (known) return known
  const books = openBooks(ledger, on)
  opened.set(ledger, [books, ...kept.slice(0, KEPT - 1)])
  return books
}

/** A ledger never changes in place. The days kept of each: today's, and that of a quote or a plan beside it. */
const KEPT = 2
const opened = new WeakMap<Ledger, readonly LedgerBook[]>()
