import type { Day, Month } from '#shared/kernel/day.ts'
import { type Fen, fen, minFen, sumFen } from '#shared/kernel/money.ts'
import type { Deferral, EntryId } from '../entry.ts'
import { earlySettlement } from '../installment-plan.ts'
import type { EarlySettlementMode } from '../terms.ts'
import { type BilledBook, type Credit, upcomingOfMonth } from './billed-book.ts'
import { type Paid, payBilled } from './pay-billed.ts'
import { type PlanBook, unbilled } from './plan-book.ts'

/**
 * Settling an installment plan early ends its unbilled periods: the money pays their principal, and what it holds
 * beyond is the fee that Alipay asked for, at most all the fees that were still to come (domain.md 4.14–4.18); what is
 * more than that, and anything less than the principal, is an ordinary repayment.
 */
export function settlePlan(book: BilledBook, planId: EntryId, credit: Credit): Paid[] {
  const plan = book.plans.find((candidate) => candidate.plan.id === planId)
  const open = plan ? unbilled(plan) : []
  const principal = sumFen(open.map((period) => period.principal))
  if (!plan || open.length === 0 || credit.amount < principal) return payBilled(book, credit, null)
  plan.settledOn = credit.on
  const fee = minFen(fen(credit.amount - principal), sumFen(open.map((period) => period.fee)))
  const rest = fen(credit.amount - principal - fee)
  const paid: Paid[] = [{ what: 'principal', month: null, amount: principal }]
  if (fee > 0) paid.unshift({ what: 'fee', month: null, amount: fee })
  return rest > 0 ? [...paid, ...payBilled(book, { ...credit, amount: rest }, null)] : paid
}

/** What settling a plan early still asks for in fees, by a mode (domain.md 4.14). */
export const settlementFee = (plan: PlanBook, mode: EarlySettlementMode): Fen =>
  earlySettlement(unbilled(plan), mode).fee

/**
 * Part of a bill moved to the next one for a fee, once (domain.md 9.4). Interest-free, but not without cost. The minimum
 * stays what it was, and is never more than the bill that is left.
 */
export function defer(book: BilledBook, deferral: Deferral): void {
  const bill = book.bills.find((candidate) => candidate.cycle.month === deferral.month)
  if (bill?.state !== 'open') return
  const moved: Fen = fen(Math.min(deferral.amount, bill.principal))
  bill.principal = fen(bill.principal - moved)
  bill.total = fen(bill.total - moved)
  bill.parts.deferredOut = fen(bill.parts.deferredOut + moved)
  bill.minimum = minFen(bill.minimum, bill.total)
  bill.minimumParts = { ...bill.minimumParts, total: bill.total }
  const next = upcomingOfMonth(book, (deferral.month + 1) as Month)
  next.deferredIn = fen(next.deferredIn + moved)
  next.deferralFee = fen(next.deferralFee + deferral.fee)
  if (deferral.certain === false && deferral.fee > 0) {
    next.assumed = true
    next.feeAssumed = true
  }
}

/** The day on which a deferral takes effect: it needs the bill to be issued. */
export const deferralDay = (deferral: Deferral, issuedOn: Day): Day => (deferral.on > issuedOn ? deferral.on : issuedOn)
