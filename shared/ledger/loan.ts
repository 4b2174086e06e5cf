import { addMonths, type Day, dayInMonth, type Month, monthOf } from '#shared/kernel/day.ts'
import { type Fen, fen, ZERO } from '#shared/kernel/money.ts'
import { applyRate, RATE_SCALE, type Rate } from '#shared/kernel/rate.ts'
import { divide } from '#shared/kernel/rounding.ts'
import { billTerms } from './cycle.ts'
import type { Loan } from './entry.ts'
import { type DatedTerms, NO_TERMS } from './terms.ts'

/**
 * A Borrow loan falls due in monthly parts: equal installments (annuity at 30 days a month), interest first by actual
 * days, or six months of interest and six equal parts (domain.md 7.4–7.6). What Alipay shows for a part wins.
 */
export type LoanPart = {
  readonly number: number
  readonly dueOn: Day
  readonly principal: Fen
  readonly interest: Fen
  /** What the interest was reckoned on; null where it is copied. */
  readonly accrual: Accrual | null
  readonly shown: boolean
}

/** Days of interest on a balance. */
export type Accrual = { readonly balance: Fen; readonly days: number }

export type LoanTerms = Pick<
  Loan,
  'principal' | 'drawnOn' | 'dailyRate' | 'method' | 'count' | 'repayDay' | 'shownParts'
>

/** @param dated the terms of its account: a repay day that was changed after the drawdown moves the parts to come. */
export function loanPartsOf(loan: LoanTerms, dated: readonly DatedTerms[] = NO_TERMS): readonly LoanPart[] {
  const interestOnly = interestOnlyParts(loan)
  return scheduleOf(loan.principal, loan.dailyRate, dueDays(loan, dated), {
    from: loan.drawnOn,
    interestOnly,
    payment: interestOnly < loan.count ? annuity(loan.principal, loan.dailyRate, loan.count - interestOnly) : ZERO,
    shownParts: loan.shownParts,
  })
}

/** How many parts ask for interest alone before the equal ones begin (or the last one asks for everything). */
export function interestOnlyParts({ method, count }: Pick<Loan, 'method' | 'count'>): number {
  switch (method) {
    case 'equal-installment':
      return 0
    case 'interest-only':
      return count
    case 'interest-only-then-equal':
      return Math.floor(count / 2)
  }
}

/** With fewer than 15 days to the next repay day, the first part falls due a month later (domain.md 7.8). */
export function firstDueOn(drawnOn: Day, repayDay: number): Day {
  const sameMonth = dayInMonth(monthOf(drawnOn), repayDay)
  const next = sameMonth > drawnOn ? sameMonth : dayInMonth(addMonths(monthOf(drawnOn), 1), repayDay)
  return next - drawnOn < 15 ? dayInMonth(addMonths(monthOf(next), 1), repayDay) : next
}

/**
 * Equal parts bear interest of thirty days each. Where the first period is longer than a month, the days beyond are
 * ignored, and what the first part asks for is an assumption (engine.md 5).
 */
export const hasLongFirstPeriod = (
  { method, drawnOn }: Pick<Loan, 'method' | 'drawnOn'>,
  first: Pick<LoanPart, 'dueOn' | 'shown'>,
): boolean => method === 'equal-installment' && !first.shown && first.dueOn - drawnOn > LONGEST_MONTH

const LONGEST_MONTH = 31

/** The repay day of a first drawdown on the 29th, 30th or 31st is taken as the 25th, 26th or 27th (domain.md 7.7). */
export const suggestedRepayDay = (dayOfMonth: number): number => (dayOfMonth > 28 ? dayOfMonth - 4 : dayOfMonth)

function dueDays(loan: LoanTerms, dated: readonly DatedTerms[]): readonly Day[] {
  const first = monthOf(firstDueOn(loan.drawnOn, loan.repayDay))
  const changes = dated.filter(({ from, set }) => from > loan.drawnOn && set.repayDay !== undefined)
  return Array.from({ length: loan.count }, (_, index) => {
    const month = addMonths(first, index)
    return dayInMonth(month, repayDayOf(loan, changes, month))
  })
}

/** The loan's own day until a change is in force: like every change of terms from the month after it (domain.md 1.5, 7.9). */
function repayDayOf(loan: LoanTerms, changes: readonly DatedTerms[], month: Month): number {
  const made = changes.filter(({ from }) => monthOf(from) < month)
  return (made.length > 0 && billTerms(made, month).repayDay) || loan.repayDay
}

/** Interest by actual days, multiplied before it is rounded half up once (domain.md 7.6). */
export const interestFor = (principal: Fen, dailyRate: Rate, days: number): Fen =>
  applyRate(principal, dailyRate, 'halfUp', days)

/** Days of interest: the first day counts, the last does not; borrowed and repaid on one day is one day (domain.md 7.6, J10). */
export const interestDays = (from: Day, to: Day): number => Math.max(to - from, 1)

type Schedule = {
  /** Where the first part's days begin. */
  readonly from: Day
  readonly interestOnly: number
  /** Principal and interest of an equal part. */
  readonly payment: Fen
  readonly shownParts: Loan['shownParts']
}

/**
 * The parts of a balance: interest alone by actual days, then equal parts with interest of 30 days each. The last part
 * that is not copied takes what rounding and copied parts left (J1), so that the principals sum to the balance.
 */
export function scheduleOf(
  principal: Fen,
  dailyRate: Rate,
  days: readonly Day[],
  { from, interestOnly, payment, shownParts }: Schedule,
): readonly LoanPart[] {
  const shown = new Map(shownParts.map((part) => [part.number, part]))
  const lastOpen = days.findLastIndex((_, index) => !shown.has(index + 1))
  let left = principal
  return days.map((dueOn, index) => {
    const number = index + 1
    const copied = shown.get(number)
    if (copied) {
      left = fen(Math.max(left - copied.principal, 0))
      return { ...copied, accrual: null, shown: true }
    }
    const accrual = { balance: left, days: index < interestOnly ? dueOn - (days[index - 1] ?? from) : 30 }
    const interest = interestFor(left, dailyRate, accrual.days)
    const copiedLater = shownParts.reduce((sum, part) => sum + (part.number > number ? part.principal : 0), 0)
    const most = Math.max(left - copiedLater, 0)
    const equal = index < interestOnly ? 0 : Math.min(Math.max(payment - interest, 0), most)
    const part = fen(index === lastOpen ? most : equal)
    left = fen(left - part)
    return { number, dueOn, principal: part, interest, accrual, shown: false }
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
