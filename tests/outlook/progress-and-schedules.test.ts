import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balanceSeries } from '#shared/contract/balance-series.ts'
import { addDays, day, dayText, month, monthOf, monthText } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen, yuanText } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import type { InstallmentPlan, Loan } from '#shared/ledger/entry.ts'
import { installmentsOf } from '#shared/ledger/installment-plan.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { loanPartsOf } from '#shared/ledger/loan.ts'
import { termsOn } from '#shared/ledger/terms.ts'
import { explainFigure } from '#shared/outlook/explain-outlook.ts'
import { type Plan, planInFull } from '#shared/outlook/plan.ts'
import { balancesOn } from '#shared/outlook/projection/balances.ts'
import { planProgress } from '#shared/outlook/projection/plan-progress.ts'
import { startOf } from '#shared/outlook/projection/project.ts'
import { simulate } from '#shared/outlook/projection/simulate.ts'
import { monthRows } from '../../renderer/charts/curve-points.ts'
import { account, installments, ledger, loan, purchase, refund, repay, yuan } from '../ledger/facts.ts'
import { runs } from '../runs.ts'
import { anyDebts, anyPlanFor } from './any-plan.ts'
import { anyUnderTerms } from './any-terms.ts'
import { plan } from './oracle-plans.ts'
import { sumsUp, tree } from './trees.ts'

/** Plan against actual, schedules as they were agreed, and the months to come of one account (engine.md 11). */

type Figure = readonly [id: string, amount: Fen]

function expectBy(facts: Ledger, plan: Plan, figures: readonly Figure[]): void {
  for (const [id, amount] of figures) {
    const derivation = explainFigure(facts, plan, id)
    const sum = sumFen(derivation?.lines.map((line) => line.amount) ?? [])
    expect([id, derivation?.amount, sum, derivation?.lines.every(sumsUp)]).toEqual([id, amount, amount, true])
  }
}

const COLUMNS = ['opening', 'spending', 'otherwise', 'paid', 'closing'] as const

/** Debts, and a plan for them that began some time ago. */
const anyBegun = anyDebts.chain((facts) =>
  fc
    .record({ plan: anyPlanFor(facts), days: fc.integer({ min: 1, max: 100 }) })
    .map(({ plan, days }) => ({ facts, plan: { ...plan, from: addDays(facts.today, -days) } })),
)

test('plan against actual: every cell of it, and by how much it is behind', () => {
  fc.assert(
    fc.property(anyBegun, ({ facts, plan }) => {
      const progress = planProgress(facts, plan)!
      const on = dayText(facts.today)
      expectBy(facts, plan, [
        [`progress:behind@${on}`, progress.behind],
        ...progress.months.flatMap(({ month, planned, actual }) =>
          COLUMNS.flatMap((what): Figure[] => [
            [`progress:planned:${what}:${monthText(month)}@${on}`, planned[what]],
            [`progress:actual:${what}:${monthText(month)}@${on}`, actual[what]],
          ]),
        ),
      ])
    }),
    runs(40),
  )
})

test('what is owed on any day is what the curve draws of it', () => {
  const anyDay = fc.tuple(anyUnderTerms, fc.integer({ min: -40, max: 200 }))
  fc.assert(
    fc.property(anyDay, ([made, later]) => {
      const facts = { ...made, today: addDays(made.today, later) }
      const balances = [...balancesOn(facts, facts.today)]
      expectBy(
        facts,
        planInFull(facts.today),
        balances.map(([id, owed]): Figure => [`balance:${id}@${dayText(facts.today)}`, owed]),
      )
    }),
    runs(150),
  )
})

test('law: what refunds and money paid early take off is, of all accounts, what the month says', () => {
  fc.assert(
    fc.property(
      anyDebts.chain((facts) => anyPlanFor(facts).map((plan) => ({ facts, plan }))),
      ({ facts, plan }) => {
        const { byMonth } = simulate(startOf(facts, plan))
        const [first] = byMonth
        if (first === undefined) return
        const off = facts.accounts.map(({ id }) => {
          const figure = `month:closing:${id}:${monthText(first.month)}@${dayText(facts.today)}`
          const lines = explainFigure(facts, plan, figure)?.lines.filter(({ rule }) => rule === 'plan-taken-off') ?? []
          return sumFen(lines.map(({ amount }) => amount))
        })
        expect(sumFen(off)).toBe(fen(0 - first.refunds))
      },
    ),
    runs(40),
  )
})

test('the months to come of one account: what its curve says, and together what the curve of all says', () => {
  fc.assert(
    fc.property(
      anyDebts.chain((facts) => anyPlanFor(facts).map((plan) => ({ facts, plan }))),
      ({ facts, plan: made }) => {
        const { today } = facts
        const plan = { ...made, from: today }
        const course = simulate({ ...startOf(facts, plan), withEvents: true })
        for (const { id } of facts.accounts) {
          const rows = monthRows(balanceSeries(facts, { ...course, from: today }, id).points, today).filter(
            ({ day }) => day > today,
          )
          const picked = [...rows.slice(0, 2), ...rows.slice(-1)]
          expectBy(
            facts,
            plan,
            picked.map(({ day: on, plan: owed }): Figure => {
              return [`month:closing:${id}:${monthText(monthOf(on))}@${dayText(today)}`, owed!]
            }),
          )
        }
        for (const { month, opening, closing, paid, interest, fees, penalties } of course.byMonth.slice(0, 2)) {
          const of = (what: string): Fen =>
            sumFen(
              facts.accounts.map(({ id }) => {
                const figure = `month:${what}:${id}:${monthText(month)}@${dayText(today)}`
                return explainFigure(facts, plan, figure)!.amount
              }),
            )
          const all = [opening, closing, paid, fen(interest + fees + penalties)]
          expect(['opening', 'closing', 'paid', 'added'].map(of)).toEqual(all)
        }
      },
    ),
    runs(6),
  )
})

function periodsOf(facts: Ledger, entry: InstallmentPlan | Loan) {
  const terms = facts.accounts.find(({ id }) => id === entry.account)?.terms ?? []
  return entry.kind === 'installments'
    ? installmentsOf(entry, termsOn(terms, facts.today).remainderPeriod).map((one) => ({ ...one, charge: one.fee }))
    : loanPartsOf(entry, terms).map((one) => ({ ...one, charge: one.interest }))
}

function scheduled(facts: Ledger): readonly Figure[] {
  const entries = facts.entries.filter((entry) => entry.kind === 'installments' || entry.kind === 'loan')
  return entries.flatMap((entry) =>
    periodsOf(facts, entry).flatMap(({ number, principal, charge }): Figure[] => [
      [`schedule:${entry.id}:${number}:principal@${dayText(facts.today)}`, principal],
      [`schedule:${entry.id}:${number}:charge@${dayText(facts.today)}`, charge],
      [`schedule:${entry.id}:${number}:sum@${dayText(facts.today)}`, fen(principal + charge)],
    ]),
  )
}

test('every period of installments and every part of a loan, its principal, its fee or interest, and both', () => {
  fc.assert(
    fc.property(anyUnderTerms, (facts) => expectBy(facts, planInFull(facts.today), scheduled(facts))),
    runs(60),
  )
})

// 1,000.00 in 3 periods at 2.5 %: 333.33 each and 0.01 more in the first; 25.00 of fees are 8.33 each and 0.01 more.
test('a period is an equal share, and the first one has what the division leaves', () => {
  const facts = ledger(
    '2026-07-05',
    [account('huabei')],
    [installments('1000', 3, '2.5%', { firstBill: month('2026-08') })],
  )
  const id = facts.entries[0]!.id
  const sum = (number: number) => tree(facts, planInFull(facts.today), `schedule:${id}:${number}:sum@2026-07-05`)
  expect(sum(1)).toEqual([
    '333.34 installment-principal number=1 month=2026-08',
    '  333.33 schedule-share of=1000.00 count=3',
    '  0.01 schedule-remainder',
    '8.34 installment-fee number=1 month=2026-08',
    '  8.33 schedule-fee-share of=25.00 count=3 principal=1000.00 rate=2.5%',
    '  0.01 schedule-remainder',
  ])
  expect(sum(2)).toEqual([
    '333.33 installment-principal number=2 month=2026-09',
    '  333.33 schedule-share of=1000.00 count=3',
    '8.33 installment-fee number=2 month=2026-09',
    '  8.33 schedule-fee-share of=25.00 count=3 principal=1000.00 rate=2.5%',
  ])
})

// 6,000.00 at 0.04 % a day over 6 equal parts: 1.2 % a month, 1,042.42 each. The first asks for 72.00 of
// interest; five parts leave 1,030.03 for the last one.
test('a part of a loan is an equal payment less its interest, the last one what is left', () => {
  const facts = ledger('2026-07-05', [account('borrow')], [loan('6000', '2026-06-10', { dailyRate: rate('0.04%') })])
  const id = facts.entries[0]!.id
  const of = (what: string) => tree(facts, planInFull(facts.today), `schedule:${id}:${what}@2026-07-05`)
  expect([...of('1:principal'), ...of('1:charge'), ...of('6:principal')]).toEqual([
    '970.42 loan-principal number=1 due=2026-07-10',
    '  1042.42 schedule-payment principal=6000.00 count=6 rate=0.04%',
    '  -72.00 schedule-interest',
    '    -72.00 loan-interest-days balance=6000.00 days=30 rate=0.04%',
    '72.00 loan-interest number=1 due=2026-07-10',
    '  72.00 loan-interest-days balance=6000.00 days=30 rate=0.04%',
    '1030.03 loan-principal number=6 due=2026-12-10',
    '  1030.03 schedule-left',
  ])
})

// The plan of 2 July pays 2,000.00 on 10 July. In fact 500.00 were paid, 300.00 bought and 50.00 given back.
test('what really happened is told fact by fact', () => {
  const facts = ledger(
    '2026-07-31',
    [account('huabei')],
    [
      purchase('2026-06-05', '2000'),
      repay('2026-07-10', '500'),
      purchase('2026-07-12', '300'),
      refund('2026-07-15', '50', null),
    ],
  )
  const kept = plan({ money: { kind: 'monthly', amount: yuan('3000'), payOn: 'due-day' } }, day('2026-07-02'))
  const of = (what: string) => tree(facts, kept, `progress:${what}@2026-07-31`)
  expect(of('actual:spending:2026-07')).toEqual([
    '250.00 account-owed account=huabei',
    '  300.00 progress-bought on=2026-07-12',
    '  -50.00 progress-given-back on=2026-07-15',
  ])
  expect(of('actual:paid:2026-07')).toEqual([
    '500.00 account-owed account=huabei',
    '  500.00 credit-repayment on=2026-07-10',
  ])
  expect(of('planned:paid:2026-07')).toEqual([
    '2000.00 account-owed account=huabei',
    '  2000.00 projected-repaid-full on=2026-07-10 balance=0.00',
    '    2000.00 paid-principal-of-bill month=2026-07',
  ])
  expect(of('behind').filter((line) => !line.startsWith(' '))).toEqual(['1765.75 progress-actual on=2026-07-31'])
})

// A loan of 101.00 drawn on 3 January, at 0.05 % a day, falls due on 10 February. 31 days are 1.57, the part asks for
// 1.52. A day later 67.84 bear 0.03 and the 33.16 that are overdue 0.02.
test.each([
  ['2025-02-02', '102.52'],
  ['2025-02-03', '102.52'],
  ['2025-02-10', '102.52'],
  ['2025-02-11', '102.57'],
])('interest that has run is at most what the part asks for, and on its day stands in the part: %s', (on, owed) => {
  const facts = ledger(on, [account('borrow')], [loan('101', '2025-01-03', { count: 3 })])
  expect(yuanText(balancesOn(facts, facts.today).get('borrow')!)).toBe(owed)
  expectBy(facts, planInFull(facts.today), [[`balance:borrow@${on}`, yuan(owed)]])
})

test('a month before the plan, another column and a plan of today have no figure', () => {
  const facts = ledger('2026-07-31', [account('huabei')], [purchase('2026-06-05', '2000')])
  const begun = plan({ money: { kind: 'enough' } }, day('2026-07-02'))
  for (const figure of [
    'progress:actual:closing:2026-06@2026-07-31',
    'progress:actual:closing:2026-08@2026-07-31',
    'progress:actual:anything:2026-07@2026-07-31',
    'progress:anyhow:closing:2026-07@2026-07-31',
    'progress:behind@2026-07-02',
    'progress:behind@2026-02-30',
    'month:closing:nobody:2026-08@2026-07-31',
    'schedule:nothing:1:sum@2026-07-31',
    `schedule:${facts.entries[0]?.id}:1:sum@2026-07-31`,
  ])
    expect([figure, explainFigure(facts, begun, figure)]).toEqual([figure, null])
})
