import { RATE_SCALE, type Rate } from '#shared/kernel/rate.ts'
import { divide } from '#shared/kernel/rounding.ts'

/**
 * The honest yearly rate of a flat fee: twelve times the monthly internal rate of the nominal terms, n payments of
 * P(1+r)/n, as Alipay itself shows it: one decimal, half up (domain.md 4.2, engine.md 4).
 */

/** 12 × monthly internal rate of `count` equal payments that repay 1 + feeRate for 1. A proportion, not rounded. */
export function annualRateOf(feeRate: Rate, count: number): number {
  const payment = (1 + feeRate / RATE_SCALE) / count
  let low = 0
  let high = 1
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2
    if (presentValue(payment, count, middle) > 1) low = middle
    else high = middle
  }
  return 12 * low
}

/** `monthlyRate` above zero. */
function presentValue(payment: number, count: number, monthlyRate: number): number {
  return (payment * (1 - (1 + monthlyRate) ** -count)) / monthlyRate
}

/** `15.9%`: what Alipay prints beside a plan. */
export function annualRateText(feeRate: Rate, count: number): string {
  const tenths = divide(Math.round(annualRateOf(feeRate, count) * 1e9), 1e6, 'halfUp')
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`
}
