import { expect, test } from 'vitest'
import { type Day, day, dayText, month } from '#shared/kernel/day.ts'
import { type Fen, yuanText } from '#shared/kernel/money.ts'
import type { Projection } from '#shared/outlook/answers.ts'
import { project } from '#shared/outlook/projection/project.ts'
import { account, bill, installments, ledger, purchase, yuan } from '../ledger/facts.ts'
import oracles from '../oracles/payoff.json' with { type: 'json' }
import { card, cards, monthly, plan } from './oracle-plans.ts'

/** Mistakes that other planners shipped, one test each (payoff tables, section 3). */

const two = () => cards(card('A', '1000', '24%', '25'), card('B', '500', '12%', '25'))

/** The balance of an account after everything of a day and before. */
const balanceAfter = (projection: Projection, id: string, on: Day): string =>
  yuanText(projection.events.filter((event) => event.account === id && event.on <= on).at(-1)?.balance ?? yuan('0'))
const paidTo = (projection: Projection, id: string): (readonly [string, string])[] =>
  projection.events
    .filter((event) => event.account === id && event.what === 'repayment')
    .map((event) => [dayText(event.on), yuanText(event.amount)])
const dues = (projection: Projection): (readonly [string, string])[] =>
  projection.events.filter((event) => event.what === 'due').map(({ on, amount }) => [dayText(on), yuanText(amount)])

test.each([
  ['avalanche', oracles.two_avalanche],
  ['snowball', oracles.two_snowball],
] as const)('1: each debt keeps its own minimum; only the surplus goes to the target (%s)', (strategy, oracle) => {
  const projection = project(two(), monthly('200', strategy))
  const balances = oracle.rows.map((_row, index) => {
    const on = day(`2026-${String(index + 1).padStart(2, '0')}-28`)
    return [balanceAfter(projection, 'A', on), balanceAfter(projection, 'B', on)]
  })
  expect(balances).toEqual(oracle.rows.map((row) => row[4]))
})

test('2: the target bears its interest once', () => {
  const projection = project(cards(card('A', '10000', '20%')), monthly('500'))
  expect([projection.months, yuanText(projection.interest)]).toEqual([25, '2266.06'])
})

test('3: the debts share one budget, and the strategies differ', () => {
  const avalanche = project(two(), monthly('200'))
  const snowball = project(two(), monthly('200', 'snowball'))
  expect([avalanche, snowball].map((one) => yuanText(one.interest))).toEqual(['105.49', '130.28'])
  for (const one of [...avalanche.byMonth, ...snowball.byMonth]) expect(one.paid).toBeLessThanOrEqual(yuan('200'))
})

test('4: what clearing a debt leaves over goes to the next one on the same day', () => {
  const projection = project(two(), monthly('200'))
  expect(yuanText(projection.byMonth[6]!.paid)).toBe('200.00')
  expect(paidTo(projection, 'B').filter(([on]) => on === '2026-07-10').length).toBeGreaterThan(0)
  expect(balanceAfter(projection, 'A', day('2026-07-10'))).toBe('0.00')
})

test('5: a budget below the minimums is a shortfall, not a silence', () => {
  const { shortfalls } = project(two(), monthly('49.99'))
  expect(shortfalls[0]).toMatchObject({ on: day('2026-01-10'), required: yuan('50'), available: yuan('49.99') })
})

test('6: a month after January 31 is February 28', () => {
  const values = { money: { kind: 'monthly', amount: yuan('300'), payOn: 31 } } as const
  const projection = project(cards(card('A', '1000', '0%')), plan(values))
  expect(paidTo(projection, 'A').map(([on]) => on)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'])
})

test('7: each due day belongs to its own bill, whatever day it is today', () => {
  const story = ledger('2026-07-05', [account('huabei')], [bill('2026-07', '500'), purchase('2026-07-02', '70')])
  expect(dues(project(story, plan({}, day('2026-07-05'))))).toEqual([
    ['2026-07-10', '500.00'],
    ['2026-08-10', '70.00'],
  ])
})

test('8: a due day smaller than the statement day falls in the next month', () => {
  const late = account('huabei', { set: { statementDay: 25, dueDay: 5 } })
  const story = ledger('2026-07-20', [late], [purchase('2026-07-10', '70'), purchase('2026-07-25', '30', {})])
  expect(dues(project({ ...story, today: day('2026-07-25') }, plan({}, day('2026-07-25'))))).toEqual([
    ['2026-08-05', '70.00'],
    ['2026-09-05', '30.00'],
  ])
})

test('9: statement and due day 31 hold in every month', () => {
  const last = account('huabei', { set: { statementDay: 30, dueDay: 31 } })
  const four = installments('400', 4, '0%', { firstBill: month('2026-01') })
  const story = ledger('2026-01-05', [last], [four])
  expect(dues(project(story, plan({}, day('2026-01-05'))))).toEqual([
    ['2026-01-31', '100.00'],
    ['2026-02-28', '100.00'],
    ['2026-03-31', '100.00'],
    ['2026-04-30', '100.00'],
  ])
})

test('10: payments are exact to the fen', () => {
  expect(paidTo(project(two(), monthly('200')), 'B').at(-1)).toEqual(['2026-09-10', '5.49'])
})

test('11: money on a day is paid on that day, never spread over months', () => {
  const lumps = ['2026-01-14', '2026-01-21', '2026-01-28'].map((on) => ({ on: day(on), amount: yuan('7') }))
  const projection = project(cards(card('A', '1000', '0%')), monthly('100', 'avalanche', { lumps }))
  expect(paidTo(projection, 'A').slice(0, 4)).toEqual([
    ['2026-01-10', '100.00'],
    ['2026-01-14', '7.00'],
    ['2026-01-21', '7.00'],
    ['2026-01-28', '7.00'],
  ])
})

test('12: what was bought after the statement does not inflate what is due', () => {
  const story = ledger('2026-07-09', [account('huabei')], [purchase('2026-06-15', '80'), purchase('2026-07-03', '900')])
  expect(dues(project(story, plan({}, day('2026-07-09'))))[0]).toEqual(['2026-07-10', '80.00'])
})

test('13: the free days end with the due day, not a day before or after', () => {
  const on = (payOn: number): Fen => {
    const story = ledger(
      '2026-07-05',
      [account('huabei', { autoRepay: 'minimum' })],
      [bill('2026-07', '1000', { shownMinimum: yuan('100'), paid: yuan('100') })],
    )
    return project(story, plan({ money: { kind: 'monthly', amount: yuan('910'), payOn } }, day('2026-07-05'))).interest
  }
  expect([10, 11, 12].map((payOn) => yuanText(on(payOn)))).toEqual(['0.00', '0.45', '0.90'])
})
