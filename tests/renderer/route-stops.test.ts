import { expect, test } from 'vitest'
import type { ProjectionView } from '#shared/contract/outlook-views.ts'
import { addDays, type Day, day } from '#shared/kernel/day.ts'
import { type Fen, fen } from '#shared/kernel/money.ts'
import { routeStops } from '../../renderer/pages/today/route-stops.ts'

const TODAY = day('2026-07-05')

/** A way out of debt with one repayment on each of the given days after today, the debt falling by equal steps. */
function wayOut(daysFromNow: readonly number[], freed: Readonly<Record<string, number>>): ProjectionView {
  const step = 1000
  const left = (index: number): Fen => fen((daysFromNow.length - 1 - index) * step)
  const days = daysFromNow.map((count): Day => addDays(TODAY, count))
  return {
    projection: {
      outcome: 'free',
      freeOn: days.at(-1) ?? null,
      reason: null,
      budgetToEnd: null,
      months: 1,
      totalPaid: fen(0),
      interest: fen(0),
      fees: fen(0),
      penalties: fen(0),
      shortfalls: [],
      accounts: Object.entries(freed).map(([id, count]) => ({
        id,
        freeOn: addDays(TODAY, count),
        interest: fen(0),
        fees: fen(0),
        penalties: fen(0),
        paid: fen(0),
        spending: fen(0),
        balance: fen(0),
      })),
      byMonth: [],
      events: days.map((on, index) => ({
        on,
        account: 'huabei',
        what: 'repayment',
        amount: fen(step),
        balance: left(index),
        settles: null,
        explain: '',
      })),
      goal: null,
      minimumOnly: null,
      sensitivity: [],
      settleOrWait: [],
      loanSettleOrWait: [],
      notes: [],
    },
    series: {
      today: TODAY,
      points: [
        { day: TODAY, fact: fen(daysFromNow.length * step), plan: fen(daysFromNow.length * step) },
        ...days.map((on, index) => ({ day: on, fact: null, plan: left(index) })),
      ],
    },
  }
}

const shown = (view: ProjectionView) => routeStops(view).map((stop) => [stop.on - TODAY, stop.left, stop.freed])

test('a short way shows every repayment day and whose debt ends there', () => {
  expect(shown(wayOut([5, 36, 67], { huabei: 36, borrow: 67 }))).toEqual([
    [0, 3000, []],
    [5, 2000, []],
    [36, 1000, ['huabei']],
    [67, 0, ['borrow']],
  ])
})

test('a long way keeps the days on which an account ends and five between at most', () => {
  const days = Array.from({ length: 24 }, (_, index) => 5 + index * 30)
  const stops = routeStops(wayOut(days, { huabei: 35, borrow: 695 }))
  expect(stops).toHaveLength(7)
  expect(stops.map((stop) => stop.on - TODAY)).toContain(35)
  expect(stops.at(-1)).toEqual({ on: addDays(TODAY, 695), left: 0, freed: ['borrow'] })
  expect(stops.map((stop) => stop.on)).toEqual(stops.map((stop) => stop.on).sort((a, b) => a - b))
})

test('where it never ends there is no way to show', () => {
  const view = wayOut([5], {})
  expect(routeStops({ ...view, projection: { ...view.projection, outcome: 'never', freeOn: null } })).toEqual([])
})
