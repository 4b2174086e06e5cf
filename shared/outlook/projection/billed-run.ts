import { addDays, type Day, maxDay } from '#shared/kernel/day.ts'
import { type Fen, fen, ZERO } from '#shared/kernel/money.ts'
import {
  accrueRolled,
  type BilledBook,
  type IssuedBill,
  isOpen,
  looseInterest,
  post,
  unpaidOf,
} from '#shared/ledger/book/billed-book.ts'
import { beyondPostings, coveredCharges, prepaidOf, unbilledPostings } from '#shared/ledger/book/cells-of.ts'
import { openDay } from '#shared/ledger/book/due-day.ts'
import { chargeOverdue, type Paid, payBilled, shownPenalty } from '#shared/ledger/book/pay-billed.ts'
import { type PlanBook, unbilledPrincipal } from '#shared/ledger/book/plan-book.ts'
import { settlePlan } from '#shared/ledger/book/settle-plan.ts'
import { billTerms } from '#shared/ledger/cycle.ts'
import { NEVER } from './run.ts'

/** A billed account in a projection: the same book as the ledger's, carried from one of its own days to the next. */

export function billedBalance(book: BilledBook): number {
  let balance: number = book.rolled.bill === null ? book.rolled.principal : 0
  for (const bill of book.bills) balance += unpaidOf(book, bill)
  let beside: number = book.carriedFee
  let credited = 0
  for (const cycle of book.upcoming.values()) {
    balance += unbilledPostings(cycle)
    beside += cycle.deferralFee
    credited += cycle.credited
  }
  if (book.rolled.principal > 0 || book.rolled.fixed > 0 || book.rolled.weight > 0n) {
    beside += looseInterest(book, billTerms(book.account.terms, book.nextMonth))
  }
  for (const plan of book.plans) balance += unbilledPrincipal(plan)
  if (credited > 0) {
    const covered = coveredCharges(book)
    beside -= covered.interest + covered.fee
  }
  return balance + beside
}

/** Money paid early that nothing needs so far. */
export function billedPrepaid(book: BilledBook): number {
  for (const cycle of book.upcoming.values()) if (cycle.credited > 0) return prepaidOf(book)
  return 0
}

/** Overdue charges so far, whether paid or not; what a bill was issued with is in its balance from the start. */
export function billedCharged(book: BilledBook): number {
  let charged = 0
  for (const bill of book.bills) if (bill.overdue.since !== null) charged += chargedOn(bill)
  return charged
}

export const chargedOn = (bill: IssuedBill): number => bill.penalty + bill.overdue.paid - shownPenalty(bill)

/** Carries the book through a day, its statement included. Returns the installment fees that were posted. */
export function advanceBilled(book: BilledBook, day: Day, withStatement: boolean): Fen {
  const month = book.nextMonth
  openDay(book, day, withStatement)
  accrueRolled(book.rolled, day)
  let fee = 0
  for (const bill of book.bills) {
    if (bill.cycle.month >= month) fee += bill.parts.installmentFees
    if (bill.overdue.since === null) continue
    chargeOverdue(bill, day)
  }
  return fen(fee)
}

/** Whether its balance changes from one day to the next without anything happening. */
export const accruesDaily = (book: BilledBook): boolean => book.rolled.principal > 0 || hasOverdueBill(book)

/** Bills that are done leave the book, and plans that are wholly billed: a projection does not look back. */
export function pruneBilled(book: BilledBook): void {
  drop(book.bills, (bill) => !isOpen(book, bill))
  drop(book.plans, (plan) => plan.settledOn !== null || plan.next >= plan.installments.length)
  if (book.rolled.segments.length > 0) book.rolled.segments.length = 0
}

function drop<T>(list: T[], done: (item: T) => boolean): void {
  for (let index = list.length - 1; index >= 0; index--) if (done(list[index]!)) list.splice(index, 1)
}

export function nextBilledDay(book: BilledBook, after: Day): Day {
  let next: number = NEVER
  for (const bill of book.bills) {
    if (bill.state !== 'open') continue
    next = Math.min(
      next,
      maxDay(bill.cycle.dueOn > after ? bill.cycle.dueOn : addDays(bill.cycle.dueOn, 1), addDays(after, 1)),
    )
  }
  const idle = book.upcoming.size === 0 && book.plans.length === 0 && book.carriedFee === 0
  const quiet = book.rolled.principal === 0 && book.rolled.fixed === 0 && book.rolled.weight === 0n
  if (!idle || !quiet) next = Math.min(next, book.nextCycle.issuedOn)
  return next as Day
}

export const postSpending = (book: BilledBook, on: Day, amount: Fen): void =>
  post(book, { on, amount, count: 1, assumed: 0 })

export const hasOverdueBill = (book: BilledBook): boolean =>
  book.bills.some((bill) => bill.state === 'overdue' && isOpen(book, bill))

/** What is still to pay of a bill's minimum. */
export const minimumLeft = (book: BilledBook, bill: IssuedBill): Fen =>
  fen(Math.min(Math.max(bill.minimum - bill.credited, 0), unpaidOf(book, bill)))

/** The bill that comes next, as far as it can be told: postings, installments, what rolls and its interest, less what was paid early. */
export function expectedBill(book: BilledBook, spendingBefore: (day: Day) => number): { dueOn: Day; amount: Fen } {
  const cycle = book.nextCycle
  const upcoming = book.upcoming.get(book.nextMonth)
  let amount = book.carriedFee + (upcoming ? unbilledPostings(upcoming) + upcoming.deferralFee : 0)
  amount += spendingBefore(cycle.issuedOn)
  for (const plan of book.plans) {
    const period = plan.settledOn === null ? plan.installments[plan.next] : undefined
    if (period && period.billMonth <= book.nextMonth) amount += period.principal + period.fee
  }
  if (book.rolled.bill === null) amount += book.rolled.principal
  if (book.rolled.principal > 0 || book.rolled.weight > 0n || book.rolled.fixed > 0) {
    const terms = billTerms(book.account.terms, book.nextMonth)
    const days = Math.max(cycle.issuedOn - 1 - book.rolled.through, 0)
    amount += looseInterest(book, terms) + Math.ceil((book.rolled.principal * terms.revolvingDailyRate * days) / 1e9)
  }
  const paidEarly = upcoming ? beyondPostings(upcoming) : ZERO
  return { dueOn: cycle.dueOn, amount: fen(Math.max(amount - paidEarly, 0)) }
}

/** What surplus can reach through the account's own order: what rolls, and what bears nothing. */
export function billedReach(book: BilledBook): { rolled: Fen; open: Fen; unbilled: Fen } {
  const open = book.bills.reduce((sum, bill) => sum + unpaidOf(book, bill), 0)
  const loose = book.rolled.bill === null ? book.rolled.principal : 0
  const interest =
    loose > 0 || (book.rolled.bill === null && (book.rolled.fixed > 0 || book.rolled.weight > 0n))
      ? looseInterest(book, billTerms(book.account.terms, book.nextMonth))
      : 0
  const upcoming = book.upcoming.get(book.nextMonth)
  return {
    rolled: book.rolled.principal > 0 ? fen(open + loose + interest) : ZERO,
    open: fen(open),
    unbilled: upcoming ? unbilledPostings(upcoming) : ZERO,
  }
}

export function payBilledRun(
  book: BilledBook,
  payment: { on: Day; amount: Fen; month: IssuedBill['cycle']['month'] | null },
): readonly Paid[] {
  const { on, amount, month } = payment
  return payBilled(book, { what: 'repayment', on, amount, entry: null, estimated: false }, month)
}

export function settleBilledPlan(book: BilledBook, plan: PlanBook, payment: { on: Day; amount: Fen }): readonly Paid[] {
  const { on, amount } = payment
  return settlePlan(book, plan.plan.id, { what: 'repayment', on, amount, entry: null, estimated: false })
}
