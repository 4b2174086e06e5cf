import { dayText } from '#shared/kernel/day.ts'
import { type Fen, fen, yuanText, ZERO } from '#shared/kernel/money.ts'
import { applyRate, percentText, type Rate } from '#shared/kernel/rate.ts'
import { splitByWeights } from '#shared/kernel/split.ts'
import type { DerivationLine } from '../derivation.ts'
import { overdueCharge, revolvingInterest, type Segment, segmentDays } from '../interest.ts'
import type { TermValues } from '../terms.ts'
import { line } from './line.ts'

/** Interest and charges line by line: balance × days × rate for each stretch of days. The lines sum to what was rounded once. */

export function interestLines(segments: readonly Segment[], dailyRate: Rate): readonly DerivationLine[] {
  return sharedLines(segments, dailyRate, {
    rule: 'interest-stretch',
    source: '2.5',
    total: revolvingInterest(segments, dailyRate),
  })
}

export function chargeLines(segments: readonly Segment[], terms: TermValues): readonly DerivationLine[] {
  const rate = terms.overdueDailyRate
  if (terms.overdueRounding === 'multiplyThenRound') {
    const total = overdueCharge(segments, rate, terms.overdueRounding)
    return sharedLines(segments, rate, { rule: 'charge-stretch', source: '3.2', total })
  }
  return segments.map((segment) => {
    const daily = applyRate(segment.balance, rate, 'halfUp')
    return line('charge-daily', fen(daily * segmentDays(segment)), {
      values: { ...stretch(segment, rate), daily: yuanText(daily) },
      source: '3.2',
      rounding: 'halfUp',
    })
  })
}

type Rounded = {
  readonly rule: string
  readonly source: string
  readonly total: Fen
  readonly values?: DerivationLine['values']
}

/** One rounding for all stretches: each is shown its share, so that the shares sum to the rounded figure. */
export function sharedLines(segments: readonly Segment[], rate: Rate, rounded: Rounded): readonly DerivationLine[] {
  const weights = segments.map((segment) => segment.balance * segmentDays(segment))
  const shares = weights.some((weight) => weight > 0) ? splitByWeights(rounded.total, weights) : weights.map(() => ZERO)
  return segments.map((segment, index) =>
    line(segment.paidUndated ? `${rounded.rule}-undated` : rounded.rule, shares[index] ?? ZERO, {
      values: { ...stretch(segment, rate), ...rounded.values },
      source: rounded.source,
      rounding: 'halfUp',
    }),
  )
}

const stretch = (segment: Segment, rate: Rate): DerivationLine['values'] => ({
  from: dayText((segment.after + 1) as Segment['after']),
  through: dayText(segment.through),
  days: segmentDays(segment),
  balance: yuanText(segment.balance),
  rate: percentText(rate),
})
