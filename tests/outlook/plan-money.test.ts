import { expect, test } from 'vitest'
import { day, dayText, month } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Plan } from '#shared/outlook/plan.ts'
import { project } from '#shared/outlook/projection/project.ts'
import { account, bill, ledger, purchase, yuan } from '../ledger/facts.ts'
import { card, cards, plan } from './oracle-plans.ts'

/** When a plan's money arrives, what is set aside, and when the rest goes out (engine.md 9). */

const paidIn = (of: Ledger, by: Partial<Plan>, from = of.today): (readonly [string, string, string])[] =>
  project(of, plan(by, from))
    .events.filter((event) => event.what === 'repayment')
    .map((event) => [dayText(event.on), event.account, yuanText(event.amount)])

test('income less expenses and cushion, kept from the first pay day of the month', () => {
  const money = {
    kind: 'income',
    income: [
      { day: 5, amount: yuan('3000') },
      { day: 20, amount: yuan('2000') },
    ],
    expenses: yuan('3000'),
    cushion: yuan('500'),
  } as const
  expect(paidIn(cards(card('A', '4000', '0%')), { money })).toEqual([
    ['2026-01-20', 'A', '1500.00'],
    ['2026-02-20', 'A', '1500.00'],
    ['2026-03-20', 'A', '1000.00'],
  ])
})

test('on the first due day of the month, from money that is there since the 1st', () => {
  const late = account('credit-purchase', { set: { statementDay: 10, dueDay: 20 } })
  const of = ledger(
    '2026-07-05',
    [account('huabei'), late],
    [bill('2026-07', '100'), purchase('2026-07-02', '700', { account: 'credit-purchase' })],
  )
  const money = { kind: 'monthly', amount: yuan('400'), payOn: 'due-day' } as const
  expect(paidIn(of, { money })).toEqual([
    ['2026-07-10', 'huabei', '100.00'],
    ['2026-07-20', 'credit-purchase', '300.00'],
    // Huabei is clear: the first due day is now the 20th. What rolled since July costs its days.
    ['2026-08-20', 'credit-purchase', '400.00'],
    ['2026-09-20', 'credit-purchase', '6.24'],
    ['2026-10-20', 'credit-purchase', '0.02'],
  ])
})

test('what must be paid before money comes again is set aside first', () => {
  const of = ledger('2026-07-05', [account('huabei'), card('A', '5000', '24%', '50')], [bill('2026-07', '800')])
  const money = { kind: 'monthly', amount: yuan('1000'), payOn: 6 } as const
  expect(paidIn(of, { money }).slice(0, 3)).toEqual([
    ['2026-07-06', 'A', '50.00'],
    ['2026-07-06', 'A', '150.00'],
    ['2026-07-10', 'huabei', '800.00'],
  ])
})

test('recurring extras come with the month, new spending is posted on the 15th', () => {
  const of = ledger('2026-07-05', [account('huabei')], [])
  const projection = project(
    of,
    plan(
      {
        money: { kind: 'monthly', amount: yuan('100'), payOn: 20 },
        recurring: [{ from: month('2026-08'), through: month('2026-08'), amount: yuan('50') }],
        newSpending: [{ account: 'huabei', monthly: yuan('120'), through: month('2026-08') }],
      },
      day('2026-07-05'),
    ),
  )
  expect(projection.events.map(({ on, what, amount }) => [dayText(on), what, yuanText(amount)])).toEqual([
    ['2026-07-15', 'spending', '120.00'],
    ['2026-08-10', 'due', '120.00'],
    ['2026-08-10', 'repayment', '100.00'],
    ['2026-08-11', 'interest', '0.01'],
    ['2026-08-15', 'interest', '0.04'],
    ['2026-08-15', 'spending', '120.00'],
    ['2026-08-20', 'interest', '0.05'],
    ['2026-08-20', 'repayment', '20.10'],
    ['2026-08-20', 'repayment', '9.90'],
    ['2026-09-10', 'due', '110.10'],
    ['2026-09-10', 'repayment', '110.10'],
    ['2026-09-10', 'free', '0.00'],
  ])
})
