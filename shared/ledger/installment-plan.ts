import { addMonths, type Month } from '#shared/kernel/day.ts'
import { type Fen, fen, minFen, sumFen, ZERO } from '#shared/kernel/money.ts'
import { applyRate } from '#shared/kernel/rate.ts'
import { splitEvenly } from '#shared/kernel/split.ts'
import type { InstallmentPlan } from './entry.ts'
import type { EarlySettlementMode } from './terms.ts'

/**
 * Installments: the total fee is rounded half even, principal and fee per period are rounded down, and both remainders
 * go to one period (the first unless the terms say the last). What Alipay shows for a period wins (domain.md 4.3).
 */
export type Installment = {
  readonly number: number
  readonly billMonth: Month
  readonly principal: Fen
  readonly fee: Fen
  readonly shown: boolean
}

export type InstallmentTerms = Pick<InstallmentPlan, 'principal' | 'count' | 'feeRate' | 'firstBill' | 'shownPeriods'>

export function totalFee(plan: Pick<InstallmentPlan, 'principal' | 'feeRate'>): Fen {
  return applyRate(plan.principal, plan.feeRate, 'halfEven')
}

/**
 * All installments of a plan in order. Where the user copied some periods, what they leave of the principal is spread
 * over the others, so that the sum of the principals stays the plan's principal.
 */
export function installmentsOf(
  plan: InstallmentTerms,
  remainderTo: 'first' | 'last',
  fee: Fen = totalFee(plan),
): readonly Installment[] {
  const fees = splitEvenly(fee, plan.count, remainderTo)
  const shown = new Map(plan.shownPeriods.map((period) => [period.number, period]))
  const computed = principalsBeside(plan, remainderTo)
  return fees.map((fee, index) => {
    const number = index + 1
    const override = shown.get(number)
    return {
      number,
      billMonth: addMonths(plan.firstBill, index),
      principal: override?.principal ?? computed.shift() ?? ZERO,
      fee: override?.fee ?? fee,
      shown: override !== undefined,
    }
  })
}

function principalsBeside(plan: InstallmentTerms, remainderTo: 'first' | 'last'): Fen[] {
  const shown = plan.shownPeriods.filter((period) => period.number <= plan.count)
  const open = plan.count - new Set(shown.map((period) => period.number)).size
  if (open === 0) return []
  if (shown.length === 0) return splitEvenly(plan.principal, plan.count, remainderTo)
  const left = fen(Math.max(plan.principal - sumFen(shown.map((period) => period.principal)), 0))
  return splitEvenly(left, open, remainderTo)
}

/** What settling on a day asks for the unbilled periods: their principal, and the fees that the mode still charges. */
export type EarlySettlement = { readonly principal: Fen; readonly fee: Fen }

/**
 * `official2019`: principal + the next unbilled fee + one more period's fee when more than one period is unbilled; the
 * other modes are what other sources say (domain.md 4.13–4.18). A billed period is paid through its bill.
 */
export function earlySettlement(unbilled: readonly Installment[], mode: EarlySettlementMode): EarlySettlement {
  const principal = sumFen(unbilled.map((period) => period.principal))
  const next = unbilled[0]?.fee ?? ZERO
  switch (mode) {
    case 'waiveUnbilled':
      return { principal, fee: ZERO }
    case 'nextFeeOnly':
      return { principal, fee: next }
    case 'chargeAll':
      return { principal, fee: sumFen(unbilled.map((period) => period.fee)) }
    case 'official2019':
      return { principal, fee: fen(next + oneMoreFee(unbilled)) }
  }
}

/**
 * What settling early costs beyond the next fee: that of one more period, without the remainder of the division
 * (engine.md 4), or as Alipay shows it where the period after the next one was copied. Nothing for a last period.
 */
export function oneMoreFee(unbilled: readonly Installment[]): Fen {
  const [, second] = unbilled
  if (!second || second.shown) return second?.fee ?? ZERO
  return unbilled.filter(({ shown }) => !shown).reduce((least, { fee }) => minFen(least, fee), second.fee)
}
