import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balanceSeries, seriesAhead } from '#shared/contract/balance-series.ts'
import { addDays, dayText, maxDay } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Plan } from '#shared/outlook/plan.ts'
import { balancesOn, totalOfBalances } from '#shared/outlook/projection/balances.ts'
import { startOf } from '#shared/outlook/projection/project.ts'
import { simulate } from '#shared/outlook/projection/simulate.ts'
import { account, ledger, loan, purchase, repay } from '../ledger/facts.ts'
import { runs } from '../runs.ts'
import { anyDebts, anyPlanFor } from './any-plan.ts'
import { plan } from './oracle-plans.ts'

/** The curve of a plan that begins later than today: until then the facts move it, those that are known of those days. */

const courseOf = (facts: Ledger, by: Plan) => ({
  from: by.from,
  events: simulate({ ...startOf(facts, by), withEvents: true }).events,
})

const told = (facts: Ledger, by: Plan, id?: string): string[] =>
  seriesAhead(facts, courseOf(facts, by), id)
    .points.slice(0, 5)
    .map(({ day, fact, plan }) => `${dayText(day)} ${fact === null ? '' : yuanText(fact)}/${yuanText(plan!)}`)

// 1,000.00 of Huabei are known on 5 July. A loan of 600.00 is drawn on the 8th, 200.00 are paid on the 9th, and the plan
// begins on the 20th: by then a day of interest on the loan is 0.30, twelve days are 3.60.
const begun = addDays(ledger('2026-07-05', [], []).today, 15)
const facts = ledger(
  '2026-07-05',
  [account('huabei'), account('borrow')],
  [purchase('2026-07-02', '1000'), loan('600', '2026-07-08'), repay('2026-07-09', '200')],
)

test('a loan that is drawn between today and the plan is in the curve from its day on', () => {
  const later = { ...plan({ money: { kind: 'enough' } }, begun) }
  expect(told(facts, later).slice(0, 4)).toEqual([
    '2026-07-05 1000.00/1000.00',
    '2026-07-08 /1600.30',
    '2026-07-09 /1400.30',
    '2026-07-20 /1403.60',
  ])
  expect(told(facts, later, 'borrow').slice(0, 3)).toEqual([
    '2026-07-05 0.00/0.00',
    '2026-07-08 /600.30',
    '2026-07-09 /600.30',
  ])
})

test('law: on the day before a plan does anything its curve is what the books of that day say', () => {
  fc.assert(
    fc.property(
      anyDebts.chain((made) => anyPlanFor(made).map((by) => ({ made, by }))),
      ({ made, by }) => {
        const start = maxDay(by.from, made.today)
        const course = courseOf(made, by)
        const { points } = balanceSeries(made, course)
        const first = course.events.find(({ amount }) => amount !== 0)
        const at = points.filter(({ day, plan }) => plan !== null && day <= start).at(-1)
        if (first === undefined || first.on > start) expect(at?.plan).toBe(totalOfBalances(balancesOn(made, start)))
        expect(points.filter(({ day }, index) => index > 0 && day <= points[index - 1]!.day)).toEqual([])
      },
    ),
    runs(40),
  )
})
