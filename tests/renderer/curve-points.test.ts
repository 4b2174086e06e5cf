import { describe, expect, it } from 'vitest'
import { planToFile } from '#shared/contract/plan-from-fields.ts'
import { addDays, type Day, dayText, parseDay } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import { planInFull } from '#shared/outlook/plan.ts'
import { type CurvePoint, MOST_POINTS, moneyTicks, owedByPlan, plotRows } from '../../renderer/charts/curve-points.ts'

const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.value
}
const TODAY = day('2026-07-05')
const fact = (on: string, amount: number): CurvePoint => ({ day: day(on), fact: fen(amount), plan: null })
const plan = (on: string, amount: number): CurvePoint => ({ day: day(on), fact: null, plan: fen(amount) })
const NOW: CurvePoint = { day: TODAY, fact: fen(90), plan: fen(90) }

describe('the rows of a plot', () => {
  it('put two plans on one axis of days, each as it is on its own days', () => {
    const other = {
      name: '慢',
      points: [NOW, plan('2026-07-12', 70)],
      freeOn: null,
      plan: planToFile(planInFull(TODAY)),
    }
    const rows = plotRows([fact('2026-06-01', 50), NOW, plan('2026-07-10', 40)], [other], TODAY)
    expect(rows.map((row) => [dayText(row.day), row.fact, row.plan, ...row.others])).toEqual([
      ['2026-06-01', 50, null, null],
      ['2026-07-05', 90, 90, 90],
      ['2026-07-10', null, 40, null],
      ['2026-07-12', null, null, 70],
    ])
  })

  it('are at most 600, and keep the first, today, the last, and only amounts that were there', () => {
    const long = Array.from({ length: 3_000 }, (_, index) => ({
      day: addDays(TODAY, index),
      fact: index === 0 ? fen(300_000) : null,
      plan: fen(300_000 - index * 100),
    }))
    const rows = plotRows(long, [], TODAY)
    const said = new Map(long.map((point) => [point.day, point.plan]))
    expect(rows.length).toBeLessThanOrEqual(MOST_POINTS)
    expect(rows.length).toBeGreaterThan(MOST_POINTS - 10)
    expect([rows[0], rows.at(-1)].map((row) => row && [row.day, row.plan])).toEqual([
      [TODAY, 300_000],
      [addDays(TODAY, 2_999), 100],
    ])
    expect(rows.filter((row) => said.get(row.day) !== row.plan)).toEqual([])
  })
})

it('a plan owes on a day what its last step before it left', () => {
  const points = [NOW, plan('2026-07-10', 40), plan('2026-08-10', 0)]
  const asked = ['2026-07-01', '2026-07-05', '2026-07-31', '2026-08-10', '2027-01-01']
  expect(asked.map((on) => owedByPlan(points, day(on)))).toEqual([null, 90, 40, 0, 0])
})

describe('the grid of money', () => {
  it.each([
    [0, [0, 1, 2, 3]],
    [7, [0, 2.5, 5, 7.5]],
    [10, [0, 2.5, 5, 7.5, 10]],
    [11, [0, 2.5, 5, 7.5, 10, 12.5]],
    [16_110, [0, 5_000, 10_000, 15_000, 20_000]],
    [24_566.93, [0, 5_000, 10_000, 15_000, 20_000, 25_000]],
    [31_000, [0, 10_000, 20_000, 30_000, 40_000]],
    [60_000, [0, 20_000, 40_000, 60_000]],
  ])('for %d', (largest, ticks) => {
    expect(moneyTicks(largest)).toEqual(ticks)
  })

  it('ends at or above what is drawn, by a third of it at most, in three to five even steps', () => {
    for (let largest = 3; largest < 2_000_000; largest = Math.ceil(largest * 1.013)) {
      const ticks = moneyTicks(largest)
      const top = ticks.at(-1)!
      expect([largest, top >= largest, top <= largest * (4 / 3) + 1e-9]).toEqual([largest, true, true])
      expect([4, 5, 6]).toContain(ticks.length)
      expect(new Set(ticks.slice(1).map((tick, index) => tick - ticks[index]!)).size).toBe(1)
    }
  })
})
