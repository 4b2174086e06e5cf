import type { Day } from '#shared/kernel/day.ts'
import { fen, ZERO } from '#shared/kernel/money.ts'
import { billTerms } from '../cycle.ts'
import {
  accrueRolled,
  type BilledBook,
  fixInterest,
  type IssuedBill,
  isOpen,
  isRolling,
  rolledIn,
} from './billed-book.ts'
import { issueNextBill } from './issue-bill.ts'
import { shownPenalty } from './pay-billed.ts'

/**
 * When a due day ends, an unpaid bill either rolls (at least its minimum was paid) or is overdue. Whether the minimum
 * was met is decided here and not cured later (engine.md 3).
 */
export function endDueDay(book: BilledBook, bill: IssuedBill): void {
  if (bill.credited >= bill.minimum) rollOver(book, bill)
  else fallOverdue(book, bill)
}

/** The rest of the principal rolls and bears interest from the next day on; the rest of its fees and interest goes to the next bill. */
function rollOver(book: BilledBook, bill: IssuedBill): void {
  const pool = book.rolled
  accrueRolled(pool, bill.cycle.dueOn)
  pool.through = bill.cycle.dueOn
  pool.byEstimate = (pool.byEstimate && isRolling(pool)) || bill.shown?.shownMinimum == null
  pool.principal = fen(pool.principal + bill.principal)
  pool.fixed = fen(pool.fixed + bill.interest + bill.penalty)
  pool.bill = null
  book.carriedFee = fen(book.carriedFee + bill.fee)
  bill.principal = ZERO
  bill.interest = ZERO
  bill.fee = ZERO
  bill.penalty = ZERO
  bill.state = 'rolled'
}

/** What is unpaid is overdue from the next day on; no revolving interest runs on it any more. */
function fallOverdue(book: BilledBook, bill: IssuedBill): void {
  const rolled = rolledIn(book, bill)
  if (rolled > 0) {
    accrueRolled(book.rolled, bill.cycle.dueOn)
    fixInterest(book, billTerms(book.account.terms, bill.cycle.month))
    book.rolled.principal = ZERO
    book.rolled.bill = null
    bill.principal = fen(bill.principal + rolled)
  }
  bill.state = 'overdue'
  // Of a minimum that is only an estimate, what was paid may have been enough.
  if (bill.credited > 0 && bill.shown?.shownMinimum == null) bill.assumed = true
  bill.overdue.since = bill.cycle.dueOn
  // A charge that the bill was issued with, and that was paid in time, is not asked for again.
  bill.overdue.paid = fen(shownPenalty(bill) - bill.penalty)
}

/**
 * Brings the book to the start of a day: every bill issued before it, every due day that ended before it, in the order
 * of the calendar. With `withStatement` the bill of the day itself is issued too.
 */
export function openDay(book: BilledBook, day: Day, withStatement: boolean): void {
  for (;;) {
    const { issuedOn } = book.nextCycle
    const due = earliestOpenDue(book)
    const issues = withStatement ? issuedOn <= day : issuedOn < day
    if (due !== null && due.cycle.dueOn < day && (!issues || due.cycle.dueOn < issuedOn)) endDueDay(book, due)
    else if (issues) issueNextBill(book)
    else return
  }
}

/**
 * Only the newest bills can still fall due: a bill is due by the end of the month after its own, and every due day
 * before the last statement day has ended. A history of many years is not searched for each of its facts.
 */
function earliestOpenDue(book: BilledBook): IssuedBill | null {
  let earliest: IssuedBill | null = null
  for (let index = book.bills.length - 1; index >= 0; index--) {
    const bill = book.bills[index]
    if (!bill || bill.cycle.month < book.nextMonth - 2) break
    if (bill.state !== 'open') continue
    if (isOpen(book, bill) && (earliest === null || bill.cycle.dueOn < earliest.cycle.dueOn)) earliest = bill
  }
  return earliest
}
