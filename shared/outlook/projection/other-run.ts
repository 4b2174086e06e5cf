import { addDays, addMonths, type Day, dayInMonth, monthOf } from '#shared/kernel/day.ts'
import { type Fen, fen, ZERO } from '#shared/kernel/money.ts'
import { applyRate, type Rate } from '#shared/kernel/rate.ts'
import { firstPart, splitEvenly } from '#shared/kernel/split.ts'
import type { OtherInterest } from '#shared/ledger/account.ts'
import type { OtherBook } from '#shared/ledger/book/other-book.ts'
import type { DerivationLine } from '#shared/ledger/derivation.ts'
import { line, spoken } from '#shared/ledger/explain/line.ts'
import { minimumOfOther, monthlyInterest, simpleInterest } from '#shared/ledger/other-debt.ts'
import { isTermKnown, termsOn } from '#shared/ledger/terms.ts'
import type { Plan } from '../plan.ts'
import type { PaidPart } from './why-paid.ts'

/** Another debt in a projection (engine.md 5): its balance, the interest that runs on it, and its next pay day. */
export type OtherState = {
  readonly interest: OtherInterest
  /** Day of the month on which it is paid. */
  readonly payDay: number
  principal: Fen
  /** Interest that is fixed and unpaid, and the day up to which it ran. */
  accrued: Fen
  through: Day
  /** Interest by the day that was left unpaid by the last payment; no interest runs on it. */
  unpaid: Fen
  dueOn: Day
  /** The pay day whose interest or fee is posted already. */
  postedOn: Day | null
  /** `monthly-apr`: the balance before this pay day's interest, of which a minimum may be a share. */
  before: Fen
  partsLeft: number
  feesLeft: Fen[]
}

export function otherState(book: OtherBook, plan: Plan, start: Day): OtherState {
  const interest = book.debt?.interest ?? { model: 'none' }
  const payDay = payDayOf(book, interest, plan, start)
  const from = book.debt?.balanceOn ?? start
  const parts = 'count' in interest ? interest.count : 0
  const fees =
    interest.model === 'flat-fee'
      ? splitEvenly(applyRate(book.debt?.balance ?? ZERO, interest.feeRate, 'halfEven'), interest.count, 'first')
      : []
  const scheduled = interest.model === 'flat-fee' || interest.model === 'equal-principal'
  const state: OtherState = {
    interest,
    payDay,
    principal: book.balance,
    accrued: ZERO,
    unpaid: ZERO,
    through: scheduled ? from : start,
    dueOn: nextPayDay(payDay, scheduled ? addDays(from, 1) : start),
    postedOn: null,
    before: ZERO,
    partsLeft: parts,
    feesLeft: fees,
  }
  skipPast(state, start)
  return state
}

/** `monthly-apr` is paid on its own due day; where nobody said one, when the plan pays, if that is a single day. */
function payDayOf(book: OtherBook, interest: OtherInterest, plan: Plan, start: Day): number {
  if ('repayDay' in interest) return interest.repayDay
  const { money } = plan
  const { terms } = book.account
  if (money.kind === 'monthly' && money.payOn !== 'due-day' && !isTermKnown(terms, 'dueDay')) return money.payOn
  return termsOn(terms, start).dueDay
}

/**
 * Parts that fell due before the plan were settled: the balance is what is left. Of the last one something is left all
 * the same, so that it is paid on the next pay day, with its charge. A debt without a schedule has none.
 */
function skipPast(state: OtherState, start: Day): void {
  while (state.dueOn < start) {
    if (state.partsLeft > 1) {
      state.partsLeft--
      state.feesLeft.shift()
      state.through = state.dueOn
    }
    state.dueOn = nextPayDay(state.payDay, addDays(state.dueOn, 1))
  }
}

/** The first pay day on or after a day. */
export function nextPayDay(payDay: number, from: Day): Day {
  const month = monthOf(from)
  const same = dayInMonth(month, payDay)
  return same >= from ? same : dayInMonth(addMonths(month, 1), payDay)
}

export const otherBalance = (state: OtherState): number => state.principal + state.accrued

/** Interest up to a day; on a pay day the month's interest or the part's fee is posted. Returns the fee posted. */
export function advanceOther(state: OtherState, day: Day): Fen {
  const { interest } = state
  let fee = ZERO
  if (interest.model === 'daily-simple' || interest.model === 'equal-principal')
    runDaily(state, interest.dailyRate, day)
  if (day === state.dueOn && state.postedOn !== day && otherBalance(state) > 0) {
    state.postedOn = day
    if (interest.model === 'monthly-apr') {
      state.before = fen(otherBalance(state))
      state.accrued = fen(state.accrued + monthlyInterest(state.before, interest.annualRate))
    } else if (interest.model === 'flat-fee') {
      fee = state.feesLeft.shift() ?? ZERO
      state.accrued = fen(state.accrued + fee)
    }
  }
  return fee
}

/** Kept as one product since the last payment, so that the day it is measured never changes the sum. */
function runDaily(state: OtherState, rate: Rate, day: Day): void {
  if (day < state.through) return
  state.accrued = fen(state.unpaid + simpleInterest(state.principal, rate, day - state.through))
}

/** What must be paid on the pay day. A debt without a schedule is paid in full where the money is no question. */
export function otherRequired(state: OtherState, enough: boolean): Fen {
  const { interest } = state
  const balance = fen(otherBalance(state))
  switch (interest.model) {
    case 'monthly-apr':
      return minimumOfOther(interest.minimum, state.before, fen(balance - state.before))
    case 'none':
      return enough ? balance : ZERO
    case 'daily-simple':
      return enough ? balance : state.accrued
    case 'flat-fee':
    case 'equal-principal':
      return fen(state.accrued + firstPart(state.principal, Math.max(state.partsLeft, 1)))
  }
}

/** What the pay day will ask for, as far as it can be told before: interest that is still to come included. */
export function otherExpected(state: OtherState): Fen {
  const { interest } = state
  if (interest.model === 'monthly-apr') {
    const balance = fen(otherBalance(state))
    return minimumOfOther(interest.minimum, balance, monthlyInterest(balance, interest.annualRate))
  }
  if (interest.model === 'flat-fee') return fen(otherRequired(state, false) + (state.feesLeft[0] ?? 0))
  if (!('dailyRate' in interest)) return otherRequired(state, false)
  const coming = simpleInterest(state.principal, interest.dailyRate, Math.max(state.dueOn - state.through, 0))
  return fen(otherRequired(state, false) - state.accrued + state.unpaid + coming)
}

/** What has accrued on it is called. */
const chargeOf = ({ model }: OtherInterest): 'fee' | 'interest' => (model === 'flat-fee' ? 'fee' : 'interest')

/** The pay day of a debt elsewhere: fees and interest that stand, and principal. */
export const otherDueLines = (
  { accrued, interest }: Pick<OtherState, 'accrued' | 'interest'>,
  full: Fen,
): readonly DerivationLine[] => {
  const charges = fen(Math.min(accrued, full))
  return spoken([
    line(`paid-${chargeOf(interest)}`, charges, { source: '9.6' }),
    line('paid-principal', fen(full - charges), { source: '9.6' }),
  ])
}

/** Interest and fees first, then principal. */
export function payOtherState(state: OtherState, on: Day, amount: Fen): readonly PaidPart[] {
  const toAccrued = fen(Math.min(state.accrued, amount))
  state.accrued = fen(state.accrued - toAccrued)
  state.principal = fen(state.principal - (amount - toAccrued))
  if ('dailyRate' in state.interest) {
    state.unpaid = state.accrued
    state.through = on
  }
  return [
    { what: chargeOf(state.interest), amount: toAccrued },
    { what: 'principal', amount: fen(amount - toAccrued) },
  ]
}

/** Ends the pay day: the next one comes. */
export function endOtherDay(state: OtherState, day: Day): void {
  if (day < state.dueOn) return
  state.dueOn = nextPayDay(state.payDay, addDays(day, 1))
  if (state.partsLeft > 0) state.partsLeft--
}

/** A year's cost of one more yuan owed, as a rate; null where paying earlier saves nothing and is not asked for. */
export function otherRate(state: OtherState): number | null {
  switch (state.interest.model) {
    case 'monthly-apr':
      return state.interest.annualRate
    case 'daily-simple':
    case 'equal-principal':
      return state.interest.dailyRate * 365
    case 'none':
      return 0
    case 'flat-fee':
      return null
  }
}
