import { addMonths, type Day, dayInMonth, type Month, monthOf } from '#shared/kernel/day.ts'
import { type Fen, fen, maxFen, minFen, ZERO } from '#shared/kernel/money.ts'
import { applyRate, type Rate } from '#shared/kernel/rate.ts'
import { splitEvenly } from '#shared/kernel/split.ts'
import type { OtherInterest, OtherMinimum } from './account.ts'

/**
 * Debts outside Alipay run by one of a few models: a month's interest on each pay day, simple interest by the day, a
 * flat fee in equal parts, or equal principal with interest by actual days (domain.md 9.6 W1, engine.md 5). What is
 * owed on the day of the balance is principal; fees and interest come on top as the schedule asks for them.
 */

/** A month's interest, rounded half up: balance × yearly rate ÷ 12. Posted on the pay day, before the payment. */
export const monthlyInterest = (balance: Fen, annualRate: Rate): Fen => applyRate(balance, annualRate, 'halfUp', 1, 12)

/** What must be paid: fixed, or a share of the balance before interest with a floor; never more than is owed. */
export function minimumOfOther(minimum: OtherMinimum, balance: Fen, interest: Fen): Fen {
  const asked =
    minimum.kind === 'fixed' ? minimum.amount : maxFen(applyRate(balance, minimum.percent, 'halfUp'), minimum.floor)
  return minFen(asked, fen(balance + interest))
}

/** One dated part of a debt that has a schedule. `charge` is a fee (flat-fee) or interest (equal-principal). */
export type OtherPart = { readonly dueOn: Day; readonly principal: Fen; readonly charge: Fen }

type Scheduled = Extract<OtherInterest, { readonly model: 'flat-fee' | 'equal-principal' }>

export const isScheduled = (interest: OtherInterest): interest is Scheduled =>
  interest.model === 'flat-fee' || interest.model === 'equal-principal'

/** All parts that are left of a balance: the first falls due on the first repay day after the day of the balance. */
export function otherParts(interest: Scheduled, balance: Fen, balanceOn: Day): readonly OtherPart[] {
  if (balance === 0) return []
  const days = repayDays(balanceOn, interest.repayDay, interest.count)
  const principals = splitEvenly(balance, interest.count, 'first')
  if (interest.model === 'flat-fee') {
    const fees = splitEvenly(applyRate(balance, interest.feeRate, 'halfEven'), interest.count, 'first')
    return days.map((dueOn, index) => ({ dueOn, principal: principals[index] ?? ZERO, charge: fees[index] ?? ZERO }))
  }
  let left: Fen = balance
  return days.map((dueOn, index) => {
    const charge = simpleInterest(left, interest.dailyRate, dueOn - (days[index - 1] ?? balanceOn))
    const principal = principals[index] ?? ZERO
    left = fen(left - principal)
    return { dueOn, principal, charge }
  })
}

function repayDays(after: Day, repayDay: number, count: number): Day[] {
  const month: Month = monthOf(after)
  const first = dayInMonth(month, repayDay) > after ? month : addMonths(month, 1)
  return Array.from({ length: count }, (_, index) => dayInMonth(addMonths(first, index), repayDay))
}

/** Interest by actual days, multiplied before it is rounded half up once; the first day counts, the last does not. */
export const simpleInterest = (balance: Fen, dailyRate: Rate, days: number): Fen =>
  applyRate(balance, dailyRate, 'halfUp', days)
