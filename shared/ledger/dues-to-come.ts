import { addDays, addMonths, type Day, type Month } from '#shared/kernel/day.ts'
import { type Fen, fen, minFen, ZERO } from '#shared/kernel/money.ts'
import type { Account, AccountId } from './account.ts'
import { billsOfBooks, isCarrying, upcomingView } from './bills-of.ts'
import type { BilledBook } from './book/billed-book.ts'
import type { LedgerBook } from './book/books.ts'
import { openBooks } from './book/ledger-book.ts'
import { isOpenPart, type LendingBook } from './book/lending-book.ts'
import type { OtherBook } from './book/other-book.ts'
import { unbilled } from './book/plan-book.ts'
import { cycleOfMonth } from './cycle.ts'
import type { Ledger } from './ledger.ts'
import { isScheduled, otherParts } from './other-debt.ts'
import { owedOfBooks } from './owed-on.ts'

/**
 * Every day on which something falls due, as a calendar shows it: issued bills, loan parts, bills to come as far as
 * they are known, and the bare due days after them (engine.md 2, 5, 7). What was settled lately stays in the list, so
 * that a calendar that is brought up to date does not go on asking for it.
 */
export type DueToCome = {
  readonly account: AccountId
  readonly on: Day
  /** `to-come` is a bill that is not issued yet: its amount is what is known so far, zero when nothing is. */
  readonly what: 'bill' | 'to-come' | 'part'
  readonly state: 'open' | 'overdue' | 'settled'
  readonly month: Month | null
  readonly amount: Fen
  readonly minimumSafe: Fen
}

/** Settled ones are told this long after their day. */
const SETTLED_DAYS = 40
/** Bare due days are told for so many bills ahead; known installments for as long as they run. */
const BILLS_AHEAD = 3

export function duesToCome(ledger: Ledger): readonly DueToCome[] {
  const books = openBooks(ledger, ledger.today)
  const place = new Map(ledger.accounts.map(({ id }, index) => [id, index]))
  const placeOf = ({ account }: DueToCome): number => place.get(account) ?? 0
  return [
    ...openDues(ledger, books),
    ...settledBills(books),
    ...[...books.lending.values()].flatMap((book) => settledParts(book, books.day)),
    ...[...books.billed.values()].flatMap(billsToCome),
    ...[...books.other.values()].flatMap((book) => scheduledParts(book, books.day)),
  ].sort((a, b) => a.on - b.on || placeOf(a) - placeOf(b) || (a.month ?? 0) - (b.month ?? 0))
}

function openDues(ledger: Ledger, books: LedgerBook): DueToCome[] {
  return owedOfBooks(ledger, books).nextDue.map(({ account, on, overdue, amount, minimumSafe, bill }) => ({
    account,
    on,
    what: bill === null ? 'part' : 'bill',
    state: overdue ? 'overdue' : 'open',
    month: bill,
    amount,
    minimumSafe,
  }))
}

const settled = (account: AccountId, on: Day, month: Month | null): DueToCome => ({
  account,
  on,
  what: month === null ? 'part' : 'bill',
  state: 'settled',
  month,
  amount: ZERO,
  minimumSafe: ZERO,
})

function settledBills(books: LedgerBook): DueToCome[] {
  return billsOfBooks(books)
    .filter(
      (bill) => bill.status !== 'upcoming' && bill.unpaid === 0 && bill.dueOn >= addDays(books.day, -SETTLED_DAYS),
    )
    .map((bill) => settled(bill.account, bill.dueOn, bill.month))
}

/** Days of which no part is open any more: paid ahead, or paid lately. */
function settledParts(book: LendingBook, today: Day): DueToCome[] {
  const parts = book.loans.flatMap((loan) => loan.parts)
  const open = new Set(parts.filter(isOpenPart).map((part) => part.dueOn))
  const days = new Set(
    parts.map((part) => part.dueOn).filter((on) => on >= addDays(today, -SETTLED_DAYS) && !open.has(on)),
  )
  return [...days].map((on) => settled(book.account.id, on, null))
}

const isOver = ({ status }: Pick<Account, 'status'>): boolean => status === 'closed'

function billsToCome(book: BilledBook): DueToCome[] {
  const known = Math.max(
    ...book.upcoming.keys(),
    ...book.plans.flatMap(unbilled).map((period) => period.billMonth),
    isCarrying(book) ? book.nextMonth : 0,
    isOver(book.account) ? 0 : book.nextMonth + BILLS_AHEAD - 1,
  )
  const months = Array.from({ length: Math.max(known - book.nextMonth + 1, 0) }, (_, index) =>
    addMonths(book.nextMonth, index),
  )
  return months.map((month) => ({
    account: book.account.id,
    on: cycleOfMonth(book.account.terms, month).dueOn,
    what: 'to-come',
    state: 'open',
    month,
    amount: upcomingView(book, month).unpaid,
    minimumSafe: ZERO,
  }))
}

/** The parts that the balance still needs, by the schedule of the debt. */
function scheduledParts({ account, debt, balance }: OtherBook, today: Day): DueToCome[] {
  if (debt === null || !isScheduled(debt.interest)) return []
  let left: Fen = balance
  return otherParts(debt.interest, debt.balance, debt.balanceOn).flatMap(
    ({ dueOn, principal, charge }): DueToCome[] => {
      if (dueOn < today || left === 0) return []
      const part = minFen(principal, left)
      left = fen(left - part)
      const amount = fen(part + charge)
      return [{ account: account.id, on: dueOn, what: 'part', state: 'open', month: null, amount, minimumSafe: amount }]
    },
  )
}
