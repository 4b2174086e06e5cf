import type { BilledBook, IssuedBill, Upcoming } from '#shared/ledger/book/billed-book.ts'
import { isOpen } from '#shared/ledger/book/billed-book.ts'
import type { LedgerBook } from '#shared/ledger/book/books.ts'
import type { LendingBook } from '#shared/ledger/book/lending-book.ts'
import type { OtherBook } from '#shared/ledger/book/other-book.ts'

/**
 * A copy of the books that a projection may move without touching the ones it came from. What cannot change any more
 * (paid bills, paid parts, who paid what) is left behind: a projection only looks ahead.
 */
export function cloneBooks(books: LedgerBook): LedgerBook {
  return {
    day: books.day,
    billed: mapValues(books.billed, cloneBilled),
    lending: mapValues(books.lending, cloneLending),
    other: mapValues(books.other, (book): OtherBook => ({ ...book })),
    allocations: new Map(),
  }
}

function mapValues<K, V>(map: ReadonlyMap<K, V>, copy: (value: V) => V): Map<K, V> {
  const copies = new Map<K, V>()
  for (const [key, value] of map) copies.set(key, copy(value))
  return copies
}

const NO_BILLS: BilledBook['shownBills'] = new Map()

function cloneBilled(book: BilledBook): BilledBook {
  const upcoming = new Map<Upcoming['month'], Upcoming>()
  for (const [month, cycle] of book.upcoming) upcoming.set(month, { ...cycle, credits: [...cycle.credits] })
  return {
    ...book,
    upcoming,
    bills: book.bills.filter((bill) => isOpen(book, bill)).map(cloneBill),
    rolled: { ...book.rolled, segments: [...book.rolled.segments] },
    plans: book.plans.filter((plan) => plan.settledOn === null).map((plan) => ({ ...plan })),
    awaiting: [...book.awaiting],
    // A bill copied for a month that is still to come is no forecast: what a plan spends and pays makes that bill.
    shownBills: NO_BILLS,
  }
}

const cloneBill = (bill: IssuedBill): IssuedBill => ({
  ...bill,
  parts: { ...bill.parts },
  credits: [...bill.credits],
  overdue: { ...bill.overdue, segments: [...bill.overdue.segments] },
})

const cloneLending = (book: LendingBook): LendingBook => ({
  ...book,
  loans: book.loans.map((loan) => ({
    ...loan,
    parts: loan.parts.map((part) => ({ ...part, overdue: [...part.overdue] })),
  })),
})
