import type { Day, Month } from '#shared/kernel/day.ts'
import { monthOf } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'

/** Debt after each day on which it changed: fact through today, plan from today on; amounts in fen. */
export type CurvePoint = { readonly day: Day; readonly fact: Fen | null; readonly plan: Fen | null }

/** More points than this cost time and show nothing. */
export const MOST_POINTS = 600

/** At most `MOST_POINTS`: single ones are dropped evenly; the first, the last and today always stay. */
export function thinned(points: readonly CurvePoint[], today: Day): readonly CurvePoint[] {
  if (points.length <= MOST_POINTS) return points
  const step = points.length / (MOST_POINTS - 3)
  const kept = new Set(Array.from({ length: MOST_POINTS - 3 }, (_, index) => Math.floor(index * step)))
  return points.filter((point, index) => kept.has(index) || index === points.length - 1 || point.day === today)
}

/** The rows of the chart's table: the last point of each month, fact before plan. */
export function monthRows(points: readonly CurvePoint[], today: Day): readonly CurvePoint[] {
  const last = new Map<string, CurvePoint>()
  for (const point of points) last.set(`${monthOf(point.day)}${point.day <= today ? 'fact' : 'plan'}`, point)
  return [...last.values()]
}

/** What is owed by a point of the curve. */
export const owedAt = (point: CurvePoint): Fen | null => point.fact ?? point.plan

const ROUND_STEPS = [1, 2, 2.5, 5, 10]

/** Three round grid lines above zero, in yuan: the top one is at or above the largest value. */
export function moneyTicks(largest: number): readonly number[] {
  const rough = Math.max(largest, 3) / 3
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * (ROUND_STEPS.find((one) => one * power >= rough) ?? 10)
  return [0, step, step * 2, step * 3]
}

const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60]

/** First months of regular stretches, at most seven; `first` is where the axis begins. */
export function monthTicks(from: Day, to: Day): readonly Month[] {
  const [first, last] = [monthOf(from) + 1, monthOf(to)]
  const step = MONTH_STEPS.find((one) => (last - first) / one <= 6) ?? 120
  const start = Math.ceil(first / step) * step
  const count = Math.max(0, Math.floor((last - start) / step) + 1)
  return Array.from({ length: count }, (_, index) => (start + index * step) as Month)
}
