import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day, dayText } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import type { Account } from '#shared/ledger/account.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Plan, Strategy } from '#shared/outlook/plan.ts'
import { startOf } from '#shared/outlook/projection/project.ts'
import type { RunResult } from '#shared/outlook/projection/run.ts'
import { costOf } from '#shared/outlook/projection/sensitivity.ts'
import { simulate } from '#shared/outlook/projection/simulate.ts'
import { account, ledger, purchase, yuan } from '../ledger/facts.ts'
import { runs } from '../runs.ts'
import { anyDebts, anyPayOn } from './any-plan.ts'
import { plan, START } from './oracle-plans.ts'

/** Debts to which money can be sent freely: all cards by the month, or all loans by the day, so that rates compare exactly. */
const anyFree: fc.Arbitrary<Account[]> = fc
  .record({
    daily: fc.boolean(),
    debts: fc.array(
      fc.record({
        balance: fc.integer({ min: 100, max: 500_000 }),
        percent: fc.integer({ min: 0, max: 36 }),
        minimum: fc.integer({ min: 0, max: 5000 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ daily, debts }) =>
    debts.map(({ balance, percent, minimum }, index) =>
      account('other', {
        id: `d${index}`,
        otherDebt: {
          balance: fen(balance),
          balanceOn: day(START),
          interest: daily
            ? { model: 'daily-simple', dailyRate: rate(`0.0${percent + 10}%`) }
            : {
                model: 'monthly-apr',
                annualRate: rate(`${percent}%`),
                minimum: { kind: 'fixed', amount: fen(minimum) },
              },
        },
      }),
    ),
  )

const MONTHS = 240
const run = (of: Ledger, by: Plan): RunResult => simulate({ ...startOf(of, by), months: MONTHS })
const budget = (amount: number, payOn: number | 'due-day', strategy: Strategy): Plan =>
  plan({ money: { kind: 'monthly', amount: fen(amount), payOn }, strategy })
/** One fen per debt and month, for the roundings of each. */
const tolerance = (of: Ledger, result: RunResult): number => of.accounts.length * result.months

test('avalanche costs at most any other order, where money can be sent freely', () => {
  const anyOther = fc.constantFrom<Strategy>(
    { kind: 'snowball' },
    { kind: 'custom', order: ['d2', 'd0', 'd1'] },
    { kind: 'custom', order: ['d1', 'd3'] },
  )
  fc.assert(
    fc.property(anyFree, fc.integer({ min: 20_000, max: 200_000 }), anyOther, (debts, amount, other) => {
      const of = ledger(START, debts, [])
      const best = run(of, budget(amount, 10, { kind: 'avalanche' }))
      const rival = run(of, budget(amount, 10, other))
      fc.pre(best.outcome === 'free' && rival.outcome === 'free')
      fc.pre(best.shortfalls.length === 0 && rival.shortfalls.length === 0)
      expect(costOf(best)).toBeLessThanOrEqual(costOf(rival) + tolerance(of, rival))
    }),
    runs(150),
  )
})

test('a larger budget never pays off later nor costs more, where money can be sent freely', () => {
  fc.assert(
    fc.property(
      anyFree,
      fc.integer({ min: 20_000, max: 200_000 }),
      fc.integer({ min: 1, max: 50_000 }),
      anyPayOn,
      (debts, amount, more, payOn) => {
        const of = ledger(START, debts, [])
        const smaller = run(of, budget(amount, payOn, { kind: 'avalanche' }))
        fc.pre(smaller.outcome === 'free')
        const larger = run(of, budget(amount + more, payOn, { kind: 'avalanche' }))
        expect(larger.freeOn).not.toBe(null)
        expect(larger.freeOn).toBeLessThanOrEqual(smaller.freeOn!)
        expect(costOf(larger)).toBeLessThanOrEqual(costOf(smaller) + tolerance(of, smaller))
      },
    ),
    runs(150),
  )
})

test('a larger budget never pays off a whole ledger later', () => {
  fc.assert(
    fc.property(
      anyDebts,
      fc.integer({ min: 30_000, max: 400_000 }),
      fc.integer({ min: 1, max: 100_000 }),
      (of, amount, more) => {
        const by = (money: number): Plan => ({
          ...budget(money, 10, { kind: 'avalanche' }),
          from: addDays(of.today, 0),
        })
        const smaller = run(of, by(amount))
        fc.pre(smaller.outcome === 'free')
        const larger = run(of, by(amount + more))
        expect(larger.freeOn).not.toBe(null)
        // Whoever is short of a minimum is overdue, and pays that off without what rolling leaves for the bill after.
        if (smaller.shortfalls.length === 0) expect(larger.freeOn).toBeLessThanOrEqual(smaller.freeOn!)
        expect(costOf(larger)).toBeLessThanOrEqual(costOf(smaller) + tolerance(of, smaller))
      },
    ),
    runs(150),
  )
})

// 1,585.77 and 309.37 are overdue on 24 November; 509.95 are billed on 5 December, due on the 15th, with a minimum of 51.00.
// 1,470.89 on the 10th leave nothing for it: it is overdue, and on 10 January all is paid, charges included. 1,970 on the
// 10th leave enough for its minimum: the rest rolls until 10 January, cheaper, but its last interest is in the bill of February.
test('more money that just meets a minimum costs less and ends with the bill after', () => {
  const debts = [
    purchase('2025-10-06', '1585.77'),
    purchase('2025-11-09', '509.95'),
    purchase('2025-11-02', '309.37', { account: 'js' }),
  ]
  const terms = { statementDay: 5, dueDay: 15 }
  const accounts = [account('huabei', { set: terms }), account('credit-purchase', { id: 'js', set: terms })]
  const of = ledger('2025-11-24', accounts, debts)
  const by = (amount: string): Plan => ({ ...budget(yuan(amount), 10, { kind: 'avalanche' }), from: of.today })
  const [short, met] = [run(of, by('1470.89')), run(of, by('1970'))]
  expect([short, met].map(({ freeOn }) => freeOn && dayText(freeOn))).toEqual(['2026-01-10', '2026-02-10'])
  // Short of what is overdue on 10 December, and of the minimum on the 15th.
  expect([short, met].map(({ shortfalls }) => shortfalls.map(({ on }) => dayText(on)))).toEqual([
    ['2025-12-10', '2025-12-15'],
    [],
  ])
  expect(costOf(met)).toBeLessThan(costOf(short))
})
