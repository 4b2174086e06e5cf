import { addDays, type Day } from '#shared/kernel/day.ts'
import { type Fen, fen } from '#shared/kernel/money.ts'
import {
  accruedInterest,
  isOpenPart,
  type LendingBook,
  type LoanBook,
  penaltyOf,
} from '#shared/ledger/book/lending-book.ts'
import { type LoanPaid, payLending } from '#shared/ledger/book/pay-lending.ts'
import { termsOn } from '#shared/ledger/terms.ts'
import { NEVER } from './run.ts'

/** A lending account in a projection: parts fall due, overdue parts are charged, interest runs to the day. */

export function lendingBalance(book: LendingBook, on: Day): number {
  const tenths = termsOn(book.account.terms, on).penaltyTenths
  let balance = 0
  for (const loan of book.loans) {
    for (const part of loan.parts) {
      balance += part.principal
      if (part.dueOn <= on) balance += part.interest
      balance += penaltyOf(loan, part, tenths)
    }
    balance += runningInterest(loan, on)
  }
  return balance
}

/** Interest of the coming part so far: to the day, and never more than the schedule asks for on its due day. */
export function runningInterest(loan: LoanBook, on: Day): number {
  if (loan.parts.some((part) => part.dueOn === on && isOpenPart(part))) return 0
  const coming = loan.parts.find((part) => part.dueOn > on && isOpenPart(part))
  return coming ? Math.min(accruedInterest(loan, on), coming.interest) : 0
}

/** Paying ahead asks for the interest by actual days, which can be more than the schedule shows so far. */
export const prepayExtra = (loan: LoanBook, on: Day): number =>
  loan.parts.some((part) => part.dueOn === on && isOpenPart(part))
    ? 0
    : accruedInterest(loan, on) - runningInterest(loan, on)

export function lendingCharged(book: LendingBook, on: Day): number {
  const tenths = termsOn(book.account.terms, on).penaltyTenths
  let charged = 0
  for (const loan of book.loans) {
    for (const part of loan.parts) {
      if (part.overdue.length > 0) charged += penaltyOf(loan, part, tenths) + part.penaltyPaid
    }
  }
  return charged
}

/** The next due day, and the day after one that was missed. */
export function nextLendingDay(book: LendingBook, after: Day): Day {
  let next: number = NEVER
  for (const loan of book.loans) {
    for (const part of loan.parts) {
      if (!isOpenPart(part)) continue
      if (part.dueOn > after) next = Math.min(next, part.dueOn)
      else if (part.dueOn === after) next = Math.min(next, addDays(after, 1))
    }
  }
  return next as Day
}

/** What the parts of a loan ask for that fall due in a stretch of days. */
export function partsDue(loan: LoanBook, from: Day, through: Day): Fen {
  let amount = 0
  for (const part of loan.parts) {
    if (part.dueOn >= from && part.dueOn <= through) amount += part.principal + part.interest
  }
  return fen(amount)
}

/** Everything past due of a loan, charges included. */
export function pastDue(book: LendingBook, loan: LoanBook, on: Day): Fen {
  const tenths = termsOn(book.account.terms, on).penaltyTenths
  let amount = 0
  for (const part of loan.parts) {
    if (part.dueOn < on && isOpenPart(part)) amount += part.principal + part.interest + penaltyOf(loan, part, tenths)
  }
  return fen(amount)
}

export function payLoan(book: LendingBook, loan: LoanBook, payment: { on: Day; amount: Fen }): readonly LoanPaid[] {
  return payLending(book, payment.on, { amount: payment.amount, settles: loan.loan.id }).paid
}

export const hasOverduePart = (book: LendingBook, on: Day): boolean =>
  book.loans.some((loan) => loan.parts.some((part) => part.dueOn < on && isOpenPart(part)))
