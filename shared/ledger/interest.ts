import type { Day } from '#shared/kernel/day.ts'
import { type Fen, fen } from '#shared/kernel/money.ts'
import { applyRate, RATE_SCALE, type Rate } from '#shared/kernel/rate.ts'
import { divide, multiply } from '#shared/kernel/rounding.ts'

/**
 * Interest and charges run by the day, from the day after the due day through the day of payment: payment − due days
 * (domain.md 2.5, 3.4). Both are kept as amounts × days and rounded only where a rule says so.
 */

/** A stretch of days over which a balance did not change: `days` charged days from the day after `after`. */
export type Segment = {
  readonly after: Day
  readonly through: Day
  readonly balance: Fen
  /** It was paid on a day that nobody gave: charged through the due day, the latest that is in time. */
  readonly paidUndated?: true
}

/**
 * Adds a stretch; one that goes on with the same balance is the same stretch, however often it is looked at. Returns
 * the stretch that ended thereby; null where the last one goes on, or none was there.
 */
export function lengthen(segments: Segment[], next: Segment): Segment | null {
  const last = segments.at(-1)
  if (last?.through === next.after && last.balance === next.balance) {
    segments[segments.length - 1] = { ...last, through: next.through }
    return null
  }
  segments.push(next)
  return last ?? null
}

export const segmentDays = (segment: Segment): number => segment.through - segment.after

/** Revolving interest: balance × days summed over the segments, then rounded half up once (engine.md 3). */
export function revolvingInterest(segments: readonly Segment[], dailyRate: Rate): Fen {
  return interestOfWeight(weightOf(segments), dailyRate)
}

/** Fen × days, summed: a double where that is exact (no stretch is negative), else a bigint. */
export function weightOf(segments: readonly Segment[]): number | bigint {
  let sum = 0
  for (const segment of segments) sum += segment.balance * segmentDays(segment)
  if (Number.isSafeInteger(sum)) return sum
  return segments.reduce((total, segment) => total + BigInt(segment.balance) * BigInt(segmentDays(segment)), 0n)
}

export function interestOfWeight(weight: number | bigint, dailyRate: Rate): Fen {
  return fen(divide(multiply(weight, dailyRate), RATE_SCALE, 'halfUp'))
}

/** Overdue charge: the day's charge is rounded half up first and then multiplied by the days, unless the terms say otherwise (domain.md 3.2). */
export function overdueCharge(
  segments: readonly Segment[],
  dailyRate: Rate,
  rounding: 'dailyHalfUpThenMultiply' | 'multiplyThenRound',
): Fen {
  if (rounding === 'multiplyThenRound') return interestOfWeight(weightOf(segments), dailyRate)
  let sum = 0
  for (const segment of segments) sum += dailyCharge(segment, dailyRate)
  return fen(sum)
}

/** The day's charge on one stretch, rounded, times its days. */
export const dailyCharge = (segment: Segment, dailyRate: Rate): Fen =>
  fen(applyRate(segment.balance, dailyRate, 'halfUp') * segmentDays(segment))
