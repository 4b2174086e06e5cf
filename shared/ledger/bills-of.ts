import type { Day } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen, ZERO } from '#shared/kernel/money.ts'
import type { Bill, BillParts, BillStatus } from './bill.ts'
import { type BilledBook, type IssuedBill, isOpen, type Upcoming, unpaidOf } from './book/billed-book.ts'
import type { LedgerBook } from './book/books.ts'
import { booksOn } from './book/books-on.ts'
import { cycleOfMonth } from './cycle.ts'
import type { Ledger } from './ledger.ts'
import { safeMinimum } from './owed-on.ts'

/** Every bill of every billed account as it stands on a day, oldest first, the upcoming one last (engine.md 2). */
export function billsOf(ledger: Ledger, on: Day = ledger.today): readonly Bill[] {
  return billsOfBooks(booksOn(ledger, on))
}

export function billsOfBooks(books: LedgerBook): readonly Bill[] {
  return [...books.billed.values()].flatMap((book) => [
    ...book.bills.map((bill) => issuedView(book, bill)),
    ...upcomingViews(book),
  ])
}

function issuedView(book: BilledBook, bill: IssuedBill): Bill {
  const unpaid = unpaidOf(book, bill)
  return {
    account: book.account.id,
    month: bill.cycle.month,
    issuedOn: bill.cycle.issuedOn,
    dueOn: bill.cycle.dueOn,
    status: statusOf(book, bill),
    total: bill.total,
    shown: bill.shown?.shown ?? null,
    derived: bill.derived,
    parts: partsOf(bill),
    paid: bill.credited,
    unpaid,
    minimum: bill.minimum,
    minimumCertainty: bill.shown?.shownMinimum != null ? 'shown' : 'assumed',
    minimumSafe: safeMinimum(book, bill),
    proof: proofState(bill),
  }
}

function statusOf(book: BilledBook, bill: IssuedBill): BillStatus {
  if (bill.state === 'rolled') return 'minimum-paid'
  if (bill.state === 'overdue') return isOpen(book, bill) ? 'overdue' : 'paid'
  if (!isOpen(book, bill)) return bill.parts.movedToInstallments > 0 && bill.credited === 0 ? 'in-installments' : 'paid'
  if (bill.credited === 0) return 'issued'
  return bill.credited >= bill.minimum ? 'minimum-paid' : 'partly-paid'
}

function partsOf(bill: IssuedBill): BillParts {
  return {
    newPurchases: bill.parts.newPurchases,
    refunds: bill.parts.refunds,
    installmentPrincipal: bill.parts.installmentPrincipal,
    installmentFees: bill.parts.installmentFees,
    rolledPrincipal: bill.parts.rolledPrincipal,
    revolvingInterest: bill.parts.revolvingInterest,
    overdueCharges: bill.penalty,
    deferredIn: bill.parts.deferredIn,
    deferralFees: bill.parts.deferralFees,
    deferredOut: bill.parts.deferredOut,
    movedToInstallments: bill.parts.movedToInstallments,
    unexplained: bill.parts.unexplained,
  }
}

/** Without the rows at hand only whether the figures agree; the smallest explaining sets are in proof.ts. */
function proofState(bill: IssuedBill): Bill['proof'] {
  if (bill.shown?.shown == null) return { state: 'derived-only' }
  if (bill.parts.unexplained === 0) return { state: 'proved' }
  if (bill.derived === 0 && bill.entryCount === 0) return { state: 'total-only' }
  return { state: 'differs', difference: bill.parts.unexplained, explanations: [] }
}

function upcomingViews(book: BilledBook): Bill[] {
  const months = new Set([...book.upcoming.values()].map((cycle) => cycle.month))
  const due = book.plans.some(
    (plan) => plan.settledOn === null && plan.installments[plan.next]?.billMonth === book.nextMonth,
  )
  if (due) months.add(book.nextMonth)
  return [...months].sort((a, b) => a - b).map((month) => upcomingView(book, month))
}

/** A bill that is not issued yet: what is posted so far and the installments of its month. */
export function upcomingView(book: BilledBook, month: Bill['month']): Bill {
  const cycle = cycleOfMonth(book.account.terms, month)
  const upcoming = book.upcoming.get(month)
  const periods = book.plans
    .flatMap((plan) => (plan.settledOn === null ? plan.installments.slice(plan.next) : []))
    .filter((period) => period.billMonth === month)
  const principal = sumFen(periods.map((period) => period.principal))
  const fees = sumFen(periods.map((period) => period.fee))
  const posted = upcoming
    ? fen(upcoming.purchases + upcoming.deferredIn - upcoming.refunds + upcoming.deferralFee)
    : ZERO
  const derived = fen(posted + principal + fees)
  return {
    account: book.account.id,
    month,
    issuedOn: cycle.issuedOn,
    dueOn: cycle.dueOn,
    status: 'upcoming',
    total: derived,
    shown: null,
    derived,
    parts: upcomingParts(upcoming, principal, fees),
    paid: upcoming?.credited ?? ZERO,
    unpaid: fen(Math.max(derived - (upcoming?.credited ?? 0), 0)),
    minimum: ZERO,
    minimumCertainty: 'assumed',
    minimumSafe: ZERO,
    proof: { state: 'derived-only' },
  }
}

function upcomingParts(upcoming: Upcoming | undefined, principal: Fen, fees: Fen): BillParts {
  return {
    newPurchases: upcoming?.purchases ?? ZERO,
    refunds: upcoming?.refunds ?? ZERO,
    installmentPrincipal: principal,
    installmentFees: fees,
    rolledPrincipal: ZERO,
    revolvingInterest: ZERO,
    overdueCharges: ZERO,
    deferredIn: upcoming?.deferredIn ?? ZERO,
    deferralFees: upcoming?.deferralFee ?? ZERO,
    deferredOut: ZERO,
    movedToInstallments: ZERO,
    unexplained: ZERO,
  }
}
