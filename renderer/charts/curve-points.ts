import type { Day, Month } from '#shared/kernel/day.ts'
import { monthOf } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { AskedFigure } from '../components/ask.tsx'

/** Debt after each day on which it changed: fact through today, plan from today on; amounts in fen. */
export type CurvePoint = { readonly day: Day; readonly fact: Fen | null; readonly plan: Fen | null }

/** Another plan beside it, named. */
export type OtherCurve = {
  readonly name: string
  readonly points: readonly CurvePoint[]
  readonly freeOn: Day | null
  readonly plan: NonNullable<AskedFigure['plan']>
}

/** One row of the plot: the curve, and what each other plan owes on that day where it changes. */
export type PlotRow = CurvePoint & { readonly others: readonly (Fen | null)[] }

/** More points than this cost time and show nothing. */
export const MOST_POINTS = 600

/** Fact and plans on one axis of days. What a curve does not say of a day stays as it was: they are steps. */
export function plotRows(points: readonly CurvePoint[], others: readonly OtherCurve[], today: Day): readonly PlotRow[] {
  const none = others.map(() => null)
  const byDay = new Map<Day, { row: CurvePoint; others: (Fen | null)[] }>()
  for (const row of points) byDay.set(row.day, { row, others: [...none] })
  for (const [index, other] of others.entries()) {
    for (const { day, plan } of other.points) {
      if (plan === null) continue
      const at = byDay.get(day) ?? { row: { day, fact: null, plan: null }, others: [...none] }
      at.others[index] = plan
      byDay.set(day, at)
    }
  }
  const rows = [...byDay.values()].map(({ row, others: amounts }) => ({ ...row, others: amounts }))
  return thinned(
    rows.sort((a, b) => a.day - b.day),
    today,
  )
}

/**
 * At most `MOST_POINTS` of a curve of steps: each stretch of days keeps the amounts that stand at its end, so that every
 * step that is drawn is one that happened. The first point and today stay; the table has the exact days.
 */
export function thinned<P extends PlotRow>(rows: readonly P[], today: Day): readonly P[] {
  const [first, last] = [rows[0], rows.at(-1)]
  if (rows.length <= MOST_POINTS || first === undefined || last === undefined) return rows
  const stretch = (last.day - first.day + 1) / (MOST_POINTS - 3)
  const kept = new Map<number, P>()
  for (const row of rows) {
    const fixed = row === first || row.day === today
    const key = fixed ? -1 - row.day : Math.floor((row.day - first.day) / stretch)
    const before = kept.get(key)
    kept.set(key, before === undefined ? row : merged(before, row))
  }
  return [...kept.values()].sort((a, b) => a.day - b.day)
}

/** The later row, with what only the earlier one says. */
const merged = <P extends PlotRow>(before: P, row: P): P => ({
  ...row,
  fact: row.fact ?? before.fact,
  plan: row.plan ?? before.plan,
  others: row.others.map((amount, index) => amount ?? before.others[index] ?? null),
})

/** The rows of the chart's table: the last point of each month, fact before plan. */
export function monthRows(points: readonly CurvePoint[], today: Day): readonly CurvePoint[] {
  const last = new Map<string, CurvePoint>()
  for (const point of points) last.set(`${monthOf(point.day)}${point.day <= today ? 'fact' : 'plan'}`, point)
  return [...last.values()]
}

/** Whether a plan owes the same at the end of the day's month: nothing of it comes later in that month. */
export const isMonthEnd = (points: readonly CurvePoint[], day: Day): boolean =>
  !points.some((point) => point.day > day && monthOf(point.day) === monthOf(day))

/** What another plan owes at the end of a day. */
export function owedByPlan(points: readonly CurvePoint[], day: Day): Fen | null {
  const known = points.filter((point) => point.plan !== null && point.day <= day)
  return known.at(-1)?.plan ?? null
}

/** Fen as the plot draws them. */
export const yuanOf = (amount: number | null): number | null => (amount === null ? null : amount / 100)

/** What is owed by a point of the curve. */
export const owedAt = (point: CurvePoint): Fen | null => point.fact ?? point.plan

const ROUND_STEPS = [1, 2, 2.5, 5, 10]

/** Three lines are the calmest; a fourth or a fifth come only where the top would else stand far above the drawing. */
const GRID_LINES = [3, 4, 5]

/** Round grid lines above zero, in yuan: the top one is at or above the largest value, and as near to it as round steps go. */
export function moneyTicks(largest: number): readonly number[] {
  const most = Math.max(largest, 3)
  const grids = GRID_LINES.map((lines) => ({ lines, step: roundUp(most / lines) }))
  const { lines, step } = grids.reduce((best, one) => (one.lines * one.step < best.lines * best.step ? one : best))
  return Array.from({ length: lines + 1 }, (_, index) => index * step)
}

function roundUp(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  return power * (ROUND_STEPS.find((one) => one * power >= rough) ?? 10)
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
