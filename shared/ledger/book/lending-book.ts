import type { Day } from '#shared/kernel/day.ts'
import { type Fen, fen, minFen, ZERO } from '#shared/kernel/money.ts'
import { RATE_SCALE } from '#shared/kernel/rate.ts'
import { divide, multiply } from '#shared/kernel/rounding.ts'
import type { Account } from '../account.ts'
import type { Loan } from '../entry.ts'
import { lengthen, type Segment, weightOf } from '../interest.ts'
import { type Accrual, hasLongFirstPeriod, interestDays, interestFor, type LoanPart, loanPartsOf } from '../loan.ts'

/**
 * The running state of a lending account (Borrow, Credit Loan). Each loan falls due in its parts; an overdue part
 * bears its principal × rate × 1.5 × days, rounded once, in place of normal interest (domain.md 7.11, engine.md 5).
 */
export type LendingBook = { readonly account: Account; readonly loans: LoanBook[]; returned: Fen }

export type LoanBook = {
  readonly loan: Loan
  parts: PartBook[]
  /** Interest is paid up to this day: the last due day settled, or the day of a prepayment. */
  paidThrough: Day
}

export type PartBook = {
  readonly number: number
  readonly dueOn: Day
  readonly shown: boolean
  /** Its interest is of thirty days, its first period is longer: whether Alipay asks for the days beyond is not known. */
  readonly longPeriod: boolean
  /** It was made anew after a prepayment: how Alipay makes the parts that are left is not known. */
  remade: boolean
  principal: Fen
  interest: Fen
  /** What its interest was asked for when the part was made; what is missing of it was paid since. */
  asked: AskedInterest
  /** Stretches past due; the charge is kept as charged − paid. */
  readonly overdue: Segment[]
  penaltyPaid: Fen
}

/** Interest as copied, by days on a balance (with what a prepayment left unpaid), or in proportion to what was left. */
export type AskedInterest =
  | { readonly by: 'copy'; readonly amount: Fen }
  | { readonly by: 'days'; readonly amount: Fen; readonly accrual: Accrual; readonly carried: Fen }
  | { readonly by: 'share'; readonly amount: Fen; readonly of: Fen; readonly left: Fen; readonly before: Fen }

export const askedOf = ({ interest, accrual }: Pick<LoanPart, 'interest' | 'accrual'>): AskedInterest =>
  accrual === null ? { by: 'copy', amount: interest } : { by: 'days', amount: interest, accrual, carried: ZERO }

export function createLoanBook(loan: Loan, account: Pick<Account, 'terms'>): LoanBook {
  const parts = loanPartsOf(loan, account.terms)
  const lastPaid = parts[loan.paidParts - 1]
  return {
    loan,
    paidThrough: lastPaid?.dueOn ?? loan.drawnOn,
    parts: parts.map((part, index) => ({
      number: part.number,
      dueOn: part.dueOn,
      shown: part.shown,
      longPeriod: index === 0 && hasLongFirstPeriod(loan, part),
      remade: false,
      principal: index < loan.paidParts ? ZERO : part.principal,
      interest: index < loan.paidParts ? ZERO : part.interest,
      asked: askedOf(part),
      overdue: [],
      penaltyPaid: ZERO,
    })),
  }
}

/** Lets overdue parts run through a day: from the day after the due day, the day itself charged. */
export function runOverdue(book: LendingBook, through: Day): void {
  for (const loan of book.loans) {
    for (const part of loan.parts) {
      if (part.dueOn >= through || part.principal === 0) continue
      const after = part.overdue.at(-1)?.through ?? part.dueOn
      if (through > after) lengthen(part.overdue, { after, through, balance: part.principal })
    }
  }
}

/** What an overdue part is charged so far, less what was paid of it. */
export function penaltyOf(loan: LoanBook, part: PartBook, penaltyTenths: number): Fen {
  if (part.overdue.length === 0) return ZERO
  const product = multiply(multiply(weightOf(part.overdue), loan.loan.dailyRate), penaltyTenths)
  return fen(divide(product, RATE_SCALE * 10, 'halfUp') - part.penaltyPaid)
}

export const isOpenPart = (part: PartBook): boolean => part.principal > 0 || part.interest > 0

/** The parts of a loan that are to be paid on a day or later. */
export const comingParts = (loan: LoanBook, on: Day): readonly PartBook[] =>
  loan.parts.filter((part) => part.dueOn >= on && isOpenPart(part))

/** The first of them. */
export const comingPart = (loan: LoanBook, on: Day): PartBook | undefined =>
  loan.parts.find((part) => part.dueOn >= on && isOpenPart(part))

/** Principal of a loan that is not past due on a day. */
export const principalNotDue = (loan: LoanBook, on: Day): Fen =>
  fen(loan.parts.reduce((sum, part) => sum + (part.dueOn < on ? 0 : part.principal), 0))

/** Interest to the day on what is not past due, as a prepayment would ask for it (J2). */
export function accruedInterest(loan: LoanBook, on: Day): Fen {
  const { ran, carried, paid } = accruedParts(loan, on)
  return fen(ran + carried - paid)
}

/**
 * What the interest to a day is made of: what ran by days, what an earlier prepayment left unpaid of it, and less what
 * the coming part was paid of its interest ahead of its day.
 */
export function accruedParts(
  loan: LoanBook,
  on: Day,
): { readonly ran: Fen; readonly carried: Fen; readonly paid: Fen } {
  const running = accrualOn(loan, on)
  const coming = comingPart(loan, on)
  if (running === null || !coming) return { ran: ZERO, carried: ZERO, paid: ZERO }
  const ran = interestFor(running.balance, loan.loan.dailyRate, running.days)
  const carried = coming.asked.by === 'days' ? coming.asked.carried : ZERO
  return { ran, carried, paid: minFen(fen(coming.asked.amount - coming.interest), fen(ran + carried)) }
}

/** The days that interest runs by on a day, from the given one on; null where none runs. */
export function accrualOn(loan: LoanBook, on: Day): (Accrual & { readonly from: Day }) | null {
  const balance = principalNotDue(loan, on)
  if (balance === 0 || on < loan.paidThrough) return null
  const from = latestPast(loan, on)
  const days = loan.paidThrough === loan.loan.drawnOn && from === loan.loan.drawnOn ? interestDays(from, on) : on - from
  return { balance, from, days }
}

/** Normal interest up to the last due day stands in that part; from there the rest runs anew. */
function latestPast(loan: LoanBook, on: Day): Day {
  return loan.parts.reduce(
    (latest, part) => (part.dueOn < on && part.dueOn > latest ? part.dueOn : latest),
    loan.paidThrough,
  )
}
