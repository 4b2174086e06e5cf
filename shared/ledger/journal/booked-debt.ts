import type { Day } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen, ZERO } from '#shared/kernel/money.ts'
import type { AccountId } from '../account.ts'
import type { BilledBook } from '../book/billed-book.ts'
import type { LedgerBook } from '../book/books.ts'
import { billedCells, coveredCharges, lendingCells, nextInstallments, prepaidOf } from '../book/cells-of.ts'
import type { LendingBook } from '../book/lending-book.ts'
import { type PlanBook, unbilled } from '../book/plan-book.ts'
import { columnTotal } from '../cells.ts'

/**
 * What a bookkeeping program calls the balance of a debt: all principal, and the interest, fees and charges that have
 * run, less what was paid ahead. Not in it is what the schedule still holds: fees of installments that are in no bill
 * yet, interest of loan parts that are not past due (engine.md 7, rows `next` and `future`).
 */
export type BookedDebt = {
  readonly balance: Fen
  readonly interest: Fen
  readonly fee: Fen
  readonly penalty: Fen
  /** Money that went back to the user, and money said to be paid when a bill was entered: both since the beginning. */
  readonly returned: Fen
  readonly paidBefore: Fen
  /** Interest, fees and charges already paid off again, since the beginning. */
  readonly paid: Charges
}

export type Charges = { readonly interest: Fen; readonly fee: Fen; readonly penalty: Fen }

export const NOTHING_BOOKED: BookedDebt = {
  balance: ZERO,
  interest: ZERO,
  fee: ZERO,
  penalty: ZERO,
  returned: ZERO,
  paidBefore: ZERO,
  paid: { interest: ZERO, fee: ZERO, penalty: ZERO },
}

/** What was allocated to charges outside of bills: kept by whoever walks the facts. */
export type Asking = {
  readonly on: Day
  readonly begun: (plan: PlanBook) => boolean
  readonly paidOutsideBills: Charges
}

export function bookedDebt(books: LedgerBook, account: AccountId, asking: Asking): BookedDebt {
  const billed = books.billed.get(account)
  if (billed) return billedDebt(billed, asking)
  const lending = books.lending.get(account)
  if (lending) return lendingDebt(lending, asking)
  return { ...NOTHING_BOOKED, balance: books.other.get(account)?.balance ?? ZERO }
}

function billedDebt(book: BilledBook, { begun, paidOutsideBills }: Asking): BookedDebt {
  const cells = billedCells(book)
  const notBegun = sumFen(
    book.plans.filter((plan) => !begun(plan)).flatMap((plan) => unbilled(plan).map((period) => period.principal)),
  )
  const scheduledFee = sumFen(nextInstallments(book).map((period) => period.fee))
  // What was paid ahead covers charges of the next bill in the cells already; here it pays them when that bill is issued.
  const covered = coveredCharges(book)
  const interest = fen(cells.overdue.interest + cells.billed.interest + cells.next.interest + covered.interest)
  const fee = fen(cells.overdue.fee + cells.billed.fee + cells.next.fee + covered.fee - scheduledFee)
  const penalty = fen(cells.overdue.penalty + cells.billed.penalty)
  const ahead = fen(prepaidOf(book) + covered.interest + covered.fee)
  const principal = fen(columnTotal(cells, 'principal') - notBegun - ahead)
  return {
    balance: fen(principal + interest + fee + penalty),
    interest,
    fee,
    penalty,
    returned: book.returned,
    ...paidThroughBills(book, paidOutsideBills),
  }
}

function paidThroughBills(book: BilledBook, outside: Charges): Pick<BookedDebt, 'paid' | 'paidBefore'> {
  let { interest, fee, penalty }: { interest: number; fee: number; penalty: number } = outside
  let paidBefore = 0
  for (const bill of book.bills) {
    for (const { what, amount, to } of bill.credits) {
      if (what === 'entered-as-paid') paidBefore += amount
      interest += to?.interest ?? 0
      fee += to?.fee ?? 0
      penalty += to?.penalty ?? 0
    }
  }
  return { paidBefore: fen(paidBefore), paid: { interest: fen(interest), fee: fen(fee), penalty: fen(penalty) } }
}

function lendingDebt(book: LendingBook, { on, paidOutsideBills }: Asking): BookedDebt {
  const drawn = { ...book, loans: book.loans.filter(({ loan }) => loan.drawnOn <= on) }
  const cells = lendingCells(drawn, on)
  const { interest, penalty } = cells.overdue
  return {
    ...NOTHING_BOOKED,
    balance: fen(columnTotal(cells, 'principal') + interest + penalty),
    interest,
    penalty,
    paid: paidOutsideBills,
  }
}
