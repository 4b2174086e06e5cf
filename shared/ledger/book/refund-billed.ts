import { addDays, type Day, type Month } from '#shared/kernel/day.ts'
import { type Fen, fen, minFen, sumFen, ZERO } from '#shared/kernel/money.ts'
import { divide } from '#shared/kernel/rounding.ts'
import type { EntryId } from '../entry.ts'
import type { Installment } from '../installment-plan.ts'
import {
  accrueRolled,
  type BilledBook,
  type Credit,
  type IssuedBill,
  isOpen,
  issuedBillOf,
  postedMonth,
  rolledIn,
  type Upcoming,
} from './billed-book.ts'
import { installmentsUnder } from './make-billed-book.ts'
import { chargeOverdue, recordCredit, reducePart } from './pay-billed.ts'
import { type PlanBook, setInstallments, unbilled } from './plan-book.ts'

/**
 * A refund follows its purchase: its own bill, then rolled principal, other bills oldest first, what is not billed
 * yet, and only then the user's own money. It reduces principal; interest that has already run stays
 * (domain.md 5.1–5.5, engine.md 6). Without a link the cycle of its day stands for its own bill.
 */
export type RefundFact = {
  readonly on: Day
  readonly amount: Fen
  readonly purchasePostedOn: Day | null
  /** What says it; refunds that are summed by the day have none. */
  readonly entry?: EntryId
}

export function refundBilled(book: BilledBook, refund: RefundFact): void {
  let left = refund.amount
  const credit = (amount: Fen): Credit => ({
    what: 'refund',
    on: refund.on,
    amount,
    entry: refund.entry ?? null,
    estimated: false,
  })
  const ownMonth = postedMonth(book, refund.purchasePostedOn ?? refund.on)
  const own = issuedBillOf(book, ownMonth)
  const cycle = own ? undefined : book.upcoming.get(laterMonth(ownMonth, book.nextMonth))
  if (own) left = refundBill(book, own, credit(left))
  else if (cycle) left = refundUpcoming(cycle, left)
  if (left === 0) return
  left = refundRolled(book, credit(left))
  for (const bill of book.bills) if (left > 0 && isOpen(book, bill)) left = refundBill(book, bill, credit(left))
  for (const upcoming of [...book.upcoming.values()].sort((a, b) => a.month - b.month))
    left = refundUpcoming(upcoming, left)
  book.returned = fen(book.returned + left)
}

const laterMonth = (a: Month, b: Month): Month => (a > b ? a : b)

type PrincipalPart = 'principal' | 'rolled'

/** Takes the refund off the bill's principal, in the order of the parts. Returns what is left. */
function refundBill(
  book: BilledBook,
  bill: IssuedBill,
  credit: Credit,
  parts: readonly PrincipalPart[] = ['principal', 'rolled'],
): Fen {
  if (bill.state === 'rolled') return credit.amount
  chargeOverdue(bill, credit.on)
  let left = credit.amount
  for (const part of parts) {
    const amount = minFen(part === 'rolled' ? rolledIn(book, bill) : bill.principal, left)
    if (amount > 0) reducePart(book, bill, { part, amount, on: chargedThrough(book, credit.on) })
    left = fen(left - amount)
  }
  const taken = fen(credit.amount - left)
  if (taken > 0)
    recordCredit(bill, { ...credit, amount: taken, to: { principal: taken, interest: ZERO, fee: ZERO, penalty: ZERO } })
  return left
}

/**
 * What is refunded bears interest through its day, as what is paid. Only on a statement day it ends the day before: the
 * refund comes first (engine.md 1), and interest of that day would slip into the bill that is issued on it.
 */
const chargedThrough = (book: BilledBook, on: Day): Day => (on === book.nextCycle.issuedOn ? addDays(on, -1) : on)

/** Rolled principal, in a bill or in none (M12). */
function refundRolled(book: BilledBook, credit: Credit): Fen {
  const pool = book.rolled
  const holder = pool.bill === null ? undefined : issuedBillOf(book, pool.bill)
  if (holder) return refundBill(book, holder, credit, ['rolled'])
  const taken = minFen(pool.principal, credit.amount)
  if (taken > 0) reducePool(book, taken, chargedThrough(book, credit.on))
  return fen(credit.amount - taken)
}

function reducePool(book: BilledBook, amount: Fen, through: Day): void {
  accrueRolled(book.rolled, through)
  book.rolled.principal = fen(book.rolled.principal - amount)
}

function refundUpcoming(upcoming: Upcoming, amount: Fen): Fen {
  const taken = minFen(fen(Math.max(upcoming.purchases - upcoming.refunds, 0)), amount)
  upcoming.refunds = fen(upcoming.refunds + taken)
  return fen(amount - taken)
}

/**
 * A refund of a purchase that is paid in installments. Before anything is billed it shrinks the plan (a full one ends it, fees included); later it
 * offsets Huabei debt and billed fees are not returned (domain.md 4.21, 4.22): then the plan's last installments are reduced once nothing else is owed.
 */
export function refundPlan(book: BilledBook, plan: PlanBook, refund: RefundFact): void {
  if (plan.next === 0 && plan.plan.paidPeriods === 0) {
    shrinkPlan(book, plan, refund.amount)
    return
  }
  const before = book.returned
  refundBilled(book, { ...refund, purchasePostedOn: null })
  const spare = fen(book.returned - before)
  book.returned = fen(before + reduceLast(plan, spare))
}

function shrinkPlan(book: BilledBook, plan: PlanBook, amount: Fen): void {
  const { principal: open, fee } = sumsOf(unbilled(plan))
  const principal = fen(Math.max(open - amount, 0))
  book.returned = fen(book.returned + Math.max(amount - open, 0))
  plan.guessed ||= principal > 0
  // What Alipay showed may say more of the fee than the rate does: it shrinks with the principal.
  const copied = plan.plan.shownPeriods.length > 0 && principal > 0 ? scaled(fee, principal, open) : undefined
  const shrunk = { ...plan.plan, principal, shownPeriods: [] }
  setInstallments(plan, principal === 0 ? [] : installmentsUnder(book.account, shrunk, copied))
}

const sumsOf = (periods: readonly Installment[]): { readonly principal: Fen; readonly fee: Fen } => ({
  principal: sumFen(periods.map((period) => period.principal)),
  fee: sumFen(periods.map((period) => period.fee)),
})

const scaled = (amount: Fen, part: Fen, whole: Fen): Fen =>
  fen(divide(BigInt(amount) * BigInt(part), BigInt(whole), 'halfUp'))

/** Takes spare money off the last unbilled installments; returns what is still spare. */
function reduceLast(plan: PlanBook, spare: Fen): Fen {
  let left: number = spare
  const installments = plan.installments.map((period) => ({ ...period }))
  for (let index = installments.length - 1; index >= plan.next && left > 0; index--) {
    const period = installments[index]
    if (!period) continue
    const taken = Math.min(left, period.principal)
    left -= taken
    installments[index] = {
      ...period,
      principal: fen(period.principal - taken),
      fee: period.principal === taken ? ZERO : period.fee,
    }
  }
  setInstallments(plan, installments)
  plan.guessed ||= left < spare
  return fen(left)
}
