import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day, month } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import type { Account } from '#shared/ledger/account.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Plan } from '#shared/outlook/plan.ts'
import { goalOf } from '#shared/outlook/projection/goal.ts'
import { budgetToEnd } from '#shared/outlook/projection/never.ts'
import { project, startOf } from '#shared/outlook/projection/project.ts'
import { simulate } from '#shared/outlook/projection/simulate.ts'
import { smallestBudget, withMonthly } from '#shared/outlook/projection/smallest-budget.ts'
import { account, ledger } from '../ledger/facts.ts'
import { runs } from '../runs.ts'
import { anyDebts, anyPayOn, anyPlanFor } from './any-plan.ts'
import { monthly, plan, START } from './oracle-plans.ts'

/** How far below the answer every amount is tried: far more than roundings can move it. */
const BELOW = 40

const anyCards: fc.Arbitrary<Account[]> = fc
  .array(
    fc.record({
      balance: fc.integer({ min: 100, max: 900_000 }),
      percent: fc.integer({ min: 1, max: 36 }),
      minimum: fc.integer({ min: 0, max: 3000 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((debts) =>
    debts.map(({ balance, percent, minimum }, index) =>
      account('other', {
        id: `d${index}`,
        otherDebt: {
          balance: fen(balance),
          balanceOn: day(START),
          interest: {
            model: 'monthly-apr',
            annualRate: rate(`${percent}%`),
            minimum: { kind: 'fixed', amount: fen(minimum) },
          },
        },
      }),
    ),
  )

const ends = (of: Ledger, amount: number): boolean =>
  simulate(startOf(of, withMonthly(plan(), fen(amount)))).outcome === 'free'

test('what ends a plan that never would is the smallest amount that does', () => {
  fc.assert(
    fc.property(anyCards, (debts) => {
      const of = ledger(START, debts, [])
      const start = startOf(of, monthly('0.01'))
      const smallest = budgetToEnd(start, simulate(start))
      fc.pre(smallest !== null)
      expect(ends(of, smallest)).toBe(true)
      for (let less = 1; less <= Math.min(BELOW, smallest); less++)
        expect([less, ends(of, smallest - less)]).toEqual([less, false])
    }),
    runs(12),
  )
})

test('the goal is the smallest amount that is free by its day without a shortfall', () => {
  const reaches = (of: Ledger, amount: number, freeBy: number): boolean => {
    const result = simulate(startOf(of, { ...withMonthly(plan(), fen(amount)), from: of.today }))
    return result.freeOn !== null && result.freeOn <= freeBy && result.shortfalls.length === 0
  }
  fc.assert(
    fc.property(
      fc.oneof(
        anyCards.map((debts) => ledger(START, debts, [])),
        anyDebts,
      ),
      fc.integer({ min: 60, max: 1500 }),
      (of, days) => {
        const freeBy = addDays(of.today, days)
        const { goal } = project(of, plan({ goal: { freeBy } }, of.today))
        const found = goal?.monthly ?? null
        fc.pre(found !== null)
        expect(reaches(of, found, freeBy)).toBe(true)
        for (let less = 1; less <= Math.min(BELOW, found); less++)
          expect([less, reaches(of, found - less, freeBy)]).toEqual([less, false])
      },
    ),
    runs(60),
  )
})

test('nor does any amount far below the goal reach it, whatever else the plan brings', () => {
  fc.assert(
    fc.property(
      anyDebts.chain((of) => fc.tuple(fc.constant(of), anyPlanFor(of))),
      anyPayOn,
      fc.integer({ min: 40, max: 900 }),
      ([of, made], payOn, days) => {
        const freeBy = addDays(startOf(of, made).books.day, days)
        const by = { ...withMonthly(made, fen(0)), goal: { freeBy } }
        const withAmount = (amount: number): Plan => ({ ...by, money: { kind: 'monthly', amount: fen(amount), payOn } })
        const start = startOf(of, withAmount(0))
        const found = goalOf(start, simulate(start), freeBy).monthly
        fc.pre(found !== null)
        for (let eighth = 0; eighth < 8; eighth++) {
          const less = Math.floor((found * eighth) / 8)
          const stopAt = { shortfall: true, stuck: true }
          const { freeOn, shortfalls } = simulate({ ...startOf(of, withAmount(less)), stopAt })
          const reached = less < found && freeOn !== null && freeOn <= freeBy && shortfalls.length === 0
          expect([less, reached]).toEqual([less, false])
        }
      },
    ),
    runs(15),
  )
})

test('from nothing at all the search goes on to one fen', () => {
  // Nothing is owed yet: 5.00 are bought on 15 July and due on 10 August, and money comes on the 1st.
  const of = ledger('2026-07-05', [account('huabei')], [])
  const spending = [{ account: 'huabei', monthly: fen(500), through: month('2026-07') }]
  const start = startOf(of, plan({ newSpending: spending }, of.today))
  const found = smallestBudget(
    start,
    { fails: -1, first: 0, most: 500, stopAt: { shortfall: true, stuck: true } },
    (one) => one.freeOn !== null && one.freeOn <= day('2026-08-10') && one.shortfalls.length === 0,
  )
  expect(found?.monthly).toBe(250)
})

test('no amount ends what is bought anew for ever', () => {
  const of = ledger('2026-07-05', [account('huabei')], [])
  const ends = (through: string, monthly: number) => {
    const made = plan(
      { newSpending: [{ account: 'huabei', monthly: fen(monthly), through: month(through) }] },
      of.today,
    )
    const { outcome, reason, budgetToEnd: least } = project(of, made)
    return [outcome, reason?.code ?? null, least]
  }
  expect(ends('2076-06', 500)).toEqual(['never', 'never-spending-goes-on', null])
  expect(ends('2076-06', 0)).toEqual(['free', null, null])
})
