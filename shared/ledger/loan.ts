import { addMonths, type Day, dayInMonth, monthOf } from '#shared/kernel/day.ts'
import { type Fen, fen, ZERO } from '#shared/kernel/money.ts'
import { applyRate, RATE_SCALE, type Rate } from '#shared/kernel/rate.ts'
import { divide } from '#shared/kernel/rounding.ts'
import type { Loan } from './entry.ts'

/**
 * A Borrow loan falls due in monthly parts: equal installments (annuity at 30 days a month), interest first by actual
 * days, or six months of interest and six equal parts (domain.md 7.4–7.6). What Alipay shows for a part wins.
 */
export type LoanPart = {
  readonly number: number
  readonly dueOn: Day
  readonly principal: Fen
  readonly interest: Fen
  readonly shown: boolean
}

export type LoanTerms = Pick<
  Loan,
  'principal' | 'drawnOn' | 'dailyRate' | 'method' | 'count' | 'repayDay' | 'shownParts'
>

export function loanPartsOf(loan: LoanTerms): readonly LoanPart[] {
  const days = dueDays(loan)
  const computed = computedParts(loan, days)
  const shown = new Map(loan.shownParts.map((part) => [part.number, part]))
  return computed.map((part, index) => {
    const override = shown.get(index + 1)
    return override ? { ...override, shown: true } : { ...part, shown: false }
  })
}

/** With fewer than 15 days to the next repay day, the first part falls due a month later (domain.md 7.8). */
export function firstDueOn(drawnOn: Day, repayDay: number): Day {
  const sameMonth = dayInMonth(monthOf(drawnOn), repayDay)
  const next = sameMonth > drawnOn ? sameMonth : dayInMonth(addMonths(monthOf(drawnOn), 1), repayDay)
  return next - drawnOn < 15 ? dayInMonth(addMonths(monthOf(next), 1), repayDay) : next
}

/** The repay day of a first drawdown on the 29th, 30th or 31st is taken as the 25th, 26th or 27th (domain.md 7.7). */
export const suggestedRepayDay = (dayOfMonth: number): number => (dayOfMonth > 28 ? dayOfMonth - 4 : dayOfMonth)

function dueDays(loan: LoanTerms): readonly Day[] {
  const first = monthOf(firstDueOn(loan.drawnOn, loan.repayDay))
  return Array.from({ length: loan.count }, (_, index) => dayInMonth(addMonths(first, index), loan.repayDay))
}

function computedParts(loan: LoanTerms, days: readonly Day[]): Omit<LoanPart, 'shown'>[] {
  if (loan.method === 'equal-installment') return equalParts(loan.principal, loan.dailyRate, days, 1)
  const interestOnly = loan.method === 'interest-only' ? loan.count : Math.floor(loan.count / 2)
  const first = days.slice(0, interestOnly).map((dueOn, index) => ({
    number: index + 1,
    dueOn,
    principal: loan.method === 'interest-only' && index === loan.count - 1 ? loan.principal : ZERO,
    interest: interestFor(loan.principal, loan.dailyRate, dueOn - (days[index - 1] ?? loan.drawnOn)),
  }))
  return loan.method === 'interest-only'
    ? first
    : [...first, ...equalParts(loan.principal, loan.dailyRate, days.slice(interestOnly), interestOnly + 1)]
}

/** Interest by actual days, multiplied before it is rounded half up once (domain.md 7.6). */
export const interestFor = (principal: Fen, dailyRate: Rate, days: number): Fen =>
  applyRate(principal, dailyRate, 'halfUp', days)

/** Days of interest: the first day counts, the last does not; borrowed and repaid on one day is one day (domain.md 7.6, J10). */
export const interestDays = (from: Day, to: Day): number => Math.max(to - from, 1)

/** Equal installments on a balance: interest of 30 days each, the last part takes what rounding left (J1). */
export function equalParts(
  principal: Fen,
  dailyRate: Rate,
  days: readonly Day[],
  firstNumber: number,
): Omit<LoanPart, 'shown'>[] {
  const payment = annuity(principal, dailyRate, days.length)
  let left = principal
  return days.map((dueOn, index) => {
    const interest = interestFor(left, dailyRate, 30)
    const part = index === days.length - 1 ? left : fen(Math.min(payment - interest, left))
    left = fen(left - part)
    return { number: firstNumber + index, dueOn, principal: part, interest }
  })
}

/**
 * The equal monthly payment, in fen, half up: P × r(1+r)ⁿ / ((1+r)ⁿ − 1) with r = 30 × the daily rate, in exact
 * whole-number arithmetic with 30 decimals, so that no double decides a fen.
 */
export function annuity(principal: Fen, dailyRate: Rate, count: number): Fen {
  if (dailyRate === 0) return fen(divide(principal, count, 'halfUp'))
  const rate = (BigInt(dailyRate) * 30n * UNIT) / BigInt(RATE_SCALE)
  let growth = UNIT
  for (let month = 0; month < count; month++) growth = (growth * (UNIT + rate)) / UNIT
  return fen(divide(BigInt(principal) * rate * growth, UNIT * (growth - UNIT), 'halfUp'))
}

const UNIT = 10n ** 30n
