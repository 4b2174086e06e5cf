import type { Day } from '#shared/kernel/day.ts'
import { type Fen, fen, minFen, sumFen, ZERO } from '#shared/kernel/money.ts'
import type { Cells } from '../cells.ts'
import { billTerms } from '../cycle.ts'
import type { Installment } from '../installment-plan.ts'
import { termsOn } from '../terms.ts'
import { type BilledBook, type IssuedBill, isOpen, looseInterest, rolledIn, type Upcoming } from './billed-book.ts'
import { comingParts, isOpenPart, type LendingBook, penaltyOf } from './lending-book.ts'
import type { OtherBook } from './other-book.ts'
import { unbilled } from './plan-book.ts'

/** Which cell each part of a debt stands in (engine.md 7). The books have run through the day in question. */

export function billedCells(book: BilledBook): Cells {
  const open = book.bills.filter((bill) => isOpen(book, bill))
  const next = nextInstallments(book)
  const later = laterInstallments(book)
  const upcoming = [...book.upcoming.values()]
  const loose = looseCharges(book)
  const covered = coveredCharges(book)
  const looseRolled = book.rolled.bill === null ? book.rolled.principal : ZERO
  return {
    overdue: billRow(
      book,
      open.filter((bill) => bill.state === 'overdue'),
    ),
    billed: billRow(
      book,
      open.filter((bill) => bill.state === 'open'),
    ),
    next: {
      principal: fen(
        sumFen(upcoming.map(unbilledPostings)) + looseRolled + sumFen(next.map((period) => period.principal)),
      ),
      interest: fen(loose.interest - covered.interest),
      fee: fen(loose.fee - covered.fee + sumFen(next.map((period) => period.fee))),
      penalty: ZERO,
    },
    future: {
      principal: sumFen(later.map((period) => period.principal)),
      interest: ZERO,
      fee: sumFen(later.map((period) => period.fee)),
      penalty: ZERO,
    },
  }
}

const billRow = (book: BilledBook, bills: readonly IssuedBill[]): Cells['billed'] => ({
  principal: fen(bills.reduce((sum, bill) => sum + bill.principal + rolledIn(book, bill), 0)),
  interest: sumFen(bills.map((bill) => bill.interest)),
  fee: sumFen(bills.map((bill) => bill.fee)),
  penalty: sumFen(bills.map((bill) => bill.penalty)),
})

/** Postings of a cycle that no early payment covers; never negative. */
export const unbilledPostings = (cycle: Upcoming): Fen =>
  fen(Math.max(cycle.purchases + cycle.deferredIn - cycle.refunds - cycle.credited, 0))

/** What was paid early beyond the postings so far and beyond the interest and fees that the bill will hold. */
export function prepaidOf(book: BilledBook): Fen {
  const { interest, fee } = coveredCharges(book)
  return fen(sumFen([...book.upcoming.values()].map(beyondPostings)) - interest - fee)
}

/** What a cycle was paid early beyond its postings. */
export const beyondPostings = (cycle: Upcoming): Fen =>
  fen(Math.max(cycle.credited - (cycle.purchases + cycle.deferredIn - cycle.refunds), 0))

type Charges = { readonly interest: Fen; readonly fee: Fen }

/** Interest and fees, installments apart, that stand in no bill yet. */
const looseCharges = (book: BilledBook): Charges => ({
  interest: looseInterest(book, billTerms(book.account.terms, book.nextMonth)),
  fee: fen(book.carriedFee + sumFen([...book.upcoming.values()].map((cycle) => cycle.deferralFee))),
})

/** What money paid early covers of them: at issue it pays interest and fees before anything else (domain.md 3.11). */
export function coveredCharges(book: BilledBook): Charges {
  const upcoming = book.upcoming.get(book.nextMonth)
  const spare = upcoming ? beyondPostings(upcoming) : ZERO
  const loose = spare === 0 ? { interest: ZERO, fee: ZERO } : looseCharges(book)
  const interest = minFen(loose.interest, spare)
  return { interest, fee: minFen(loose.fee, fen(spare - interest)) }
}

/** Of each plan the next installment that is in no bill yet. */
export const nextInstallments = (book: BilledBook): readonly Installment[] =>
  book.plans.flatMap((plan) => unbilled(plan).slice(0, 1))
export const laterInstallments = (book: BilledBook): readonly Installment[] =>
  book.plans.flatMap((plan) => unbilled(plan).slice(1))

export function lendingCells(book: LendingBook, on: Day): Cells {
  const row = (parts: readonly { principal: Fen; interest: Fen }[], penalty: Fen): Cells['next'] => ({
    principal: sumFen(parts.map((part) => part.principal)),
    interest: sumFen(parts.map((part) => part.interest)),
    fee: ZERO,
    penalty,
  })
  const tenths = termsOn(book.account.terms, on).penaltyTenths
  const open = book.loans.flatMap((loan) => loan.parts.filter(isOpenPart).map((part) => ({ loan, part })))
  const past = open.filter(({ part }) => part.dueOn < on)
  const coming = book.loans.map((loan) => comingParts(loan, on))
  return {
    overdue: row(
      past.map(({ part }) => part),
      sumFen(past.map(({ loan, part }) => penaltyOf(loan, part, tenths))),
    ),
    billed: row([], ZERO),
    next: row(
      coming.flatMap((parts) => parts.slice(0, 1)),
      ZERO,
    ),
    future: row(
      coming.flatMap((parts) => parts.slice(1)),
      ZERO,
    ),
  }
}

export function otherCells(book: OtherBook): Cells {
  const none = { principal: ZERO, interest: ZERO, fee: ZERO, penalty: ZERO }
  return { overdue: none, billed: none, next: { ...none, principal: book.balance }, future: none }
}
