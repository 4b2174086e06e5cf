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
  const known = last.get(ledger)
  if (known?.day === on) return known
  const books = openBooks(ledger, on)
  last.set(ledger, books)
  return books
}

/** A ledger never changes in place; of each one the day asked last is kept. */
const last = new WeakMap<Ledger, LedgerBook>()
