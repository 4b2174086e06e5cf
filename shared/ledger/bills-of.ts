import type { Day, Month } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen, ZERO } from '#shared/kernel/money.ts'
import type { Bill, BillParts, BillStatus } from './bill.ts'
import { type BilledBook, type IssuedBill, isOpen, looseInterest, unpaidOf } from './book/billed-book.ts'
import type { LedgerBook } from './book/books.ts'
import { booksOn } from './book/books-on.ts'
import { billCertainty, billedCertainty } from './book/certainty-of.ts'
import { unbilled } from './book/plan-book.ts'
import { billTerms, cycleOfMonth } from './cycle.ts'
import type { Ledger } from './ledger.ts'
import { safeMinimum } from './owed-on.ts'

/** Every bill of every billed account as it stands on a day, oldest first, the upcoming one last (engine.md 2). */
export function billsOf(ledger: Ledger, on: Day = ledger.today): readonly Bill[] {
  return billsOfBooks(booksOn(ledger, on))
}

export function billsOfBooks(books: LedgerBook): readonly Bill[] {
  return [...books.billed.values()].flatMap((book) => [
    ...book.bills.map((bill) => issuedView(book, bill)),
    ...upcomingViews(book, books.day),
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
    certainty: billCertainty(book, bill),
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
  // What rolls in and the periods of a plan are worked out: where no purchase was entered, the rest is not contradicted.
  if (bill.entryCount === 0 && bill.parts.unexplained > 0) return { state: 'total-only' }
  return { state: 'differs', difference: bill.parts.unexplained, explanations: [] }
}

/** A bill to come is as certain as what comes next is on the whole. */
function upcomingViews(book: BilledBook, on: Day): Bill[] {
  const certainty = billedCertainty(book, on).next.principal
  return upcomingMonths(book).map((month) => ({ ...upcomingView(book, month), certainty }))
}

/** The bills to come of which anything is known, in their order. */
export function upcomingMonths(book: BilledBook): readonly Month[] {
  const months = new Set([...book.upcoming.values()].map((cycle) => cycle.month))
  const due = book.plans.some(
    (plan) => plan.settledOn === null && plan.installments[plan.next]?.billMonth === book.nextMonth,
  )
  if (due || isCarrying(book)) months.add(book.nextMonth)
  return [...months].sort((a, b) => a - b)
}

/** A bill that is not issued yet: what is posted so far, the installments of its month, and what rolls into it. */
export function upcomingView(book: BilledBook, month: Month): Omit<Bill, 'certainty'> {
  const cycle = cycleOfMonth(book.account.terms, month)
  const upcoming = book.upcoming.get(month)
  const parts = upcomingParts(book, month)
  const derived = fen(
    parts.newPurchases -
      parts.refunds +
      parts.installmentPrincipal +
      parts.installmentFees +
      parts.rolledPrincipal +
      parts.revolvingInterest +
      parts.deferredIn +
      parts.deferralFees +
      carriedInto(book, month).fee,
  )
  return {
    account: book.account.id,
    month,
    issuedOn: cycle.issuedOn,
    dueOn: cycle.dueOn,
    status: 'upcoming',
    total: derived,
    shown: null,
    derived,
    parts,
    paid: upcoming?.credited ?? ZERO,
    unpaid: fen(Math.max(derived - (upcoming?.credited ?? 0), 0)),
    minimum: ZERO,
    minimumCertainty: 'assumed',
    minimumSafe: ZERO,
    proof: { state: 'derived-only' },
  }
}

/** What an earlier bill leaves to the next one: principal that rolls, the interest on it so far, and fees left open. */
function carriedInto(
  book: BilledBook,
  month: Month,
): { readonly rolled: Fen; readonly interest: Fen; readonly fee: Fen } {
  if (month !== book.nextMonth) return { rolled: ZERO, interest: ZERO, fee: ZERO }
  return {
    rolled: book.rolled.bill === null ? book.rolled.principal : ZERO,
    interest: looseInterest(book, billTerms(book.account.terms, month)),
    fee: book.carriedFee,
  }
}

/** Whether an earlier bill leaves anything to the next one, which may hold nothing else. */
export function isCarrying(book: BilledBook): boolean {
  const { rolled, interest, fee } = carriedInto(book, book.nextMonth)
  return rolled + interest + fee > 0
}

function upcomingParts(book: BilledBook, month: Month): BillParts {
  const upcoming = book.upcoming.get(month)
  const periods = book.plans.flatMap(unbilled).filter((period) => period.billMonth === month)
  const { rolled, interest } = carriedInto(book, month)
  return {
    newPurchases: upcoming?.purchases ?? ZERO,
    refunds: upcoming?.refunds ?? ZERO,
    installmentPrincipal: sumFen(periods.map((period) => period.principal)),
    installmentFees: sumFen(periods.map((period) => period.fee)),
    rolledPrincipal: rolled,
    revolvingInterest: interest,
    overdueCharges: ZERO,
    deferredIn: upcoming?.deferredIn ?? ZERO,
    deferralFees: upcoming?.deferralFee ?? ZERO,
    deferredOut: ZERO,
    movedToInstallments: ZERO,
    unexplained: ZERO,
  }
}
