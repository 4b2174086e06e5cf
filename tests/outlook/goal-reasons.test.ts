import { expect, it } from 'vitest'
import { day, dayText, month } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import type { Plan } from '#shared/outlook/plan.ts'
import { project } from '#shared/outlook/projection/project.ts'
import { account, installments, ledger, purchase, yuan } from '../ledger/facts.ts'
import { plan } from './oracle-plans.ts'

/** Why no monthly amount is free by a day: something only ends later (engine.md 9). */

const of = ledger('2026-07-05', [account('huabei')], [purchase('2026-07-02', '100')])
const phone = installments('300', 3, '3%', { id: 'phone', firstBill: month('2026-08') })
const each = (payOn: number): Plan['money'] => ({ kind: 'monthly', amount: yuan('500'), payOn })

function why(by: Partial<Plan>, freeBy: string, facts = of): string {
  const { goal } = project(facts, plan({ money: each(20), ...by, goal: { freeBy: day(freeBy) } }, facts.today))
  expect(goal?.monthly === null).toBe(goal?.reason !== null)
  return goal?.reason ? [goal.reason.code, ...Object.values(goal.reason.values)].join(' ') : 'reached'
}
const bought = { newSpending: [{ account: 'huabei', monthly: yuan('10'), through: month('2026-08') }] }
const withPhone = { ...of, entries: [...of.entries, phone] }

it.each<[string, Partial<Plan>, string, typeof of, string]>([
  ['on the day of the last spending it goes on', bought, '2026-08-15', of, 'goal-spending-goes-on 2026-08-15'],
  ['the day after it is the money that comes too late', bought, '2026-08-16', of, 'goal-not-reachable 2026-08-16'],
  ['with the next money it is reached', bought, '2026-08-20', of, 'reached'],
  ['the day before the first money comes', {}, '2026-07-19', of, 'goal-before-money 2026-07-19'],
  ['on its day it is reached', {}, '2026-07-20', of, 'reached'],
  [
    'the day before the last installment is due',
    {},
    '2026-10-09',
    withPhone,
    'goal-installments-run-on 2026-10-09 2026-10-10',
  ],
  ['on its day it is reached', {}, '2026-10-10', withPhone, 'reached'],
  ['or before, where it is settled early', { settleEarly: ['phone'] }, '2026-10-09', withPhone, 'reached'],
  ['a day that is over', {}, '2026-07-04', of, 'goal-in-the-past 2026-07-04'],
])('%s', (_name, by, freeBy, facts, expected) => {
  expect(why(by, freeBy, facts)).toBe(expected)
})

/** What a goal asks for each month, and when that is free. */
function least(by: Partial<Plan>, freeBy: string, facts = of): string {
  const projection = project(facts, plan({ money: each(20), ...by, goal: { freeBy: day(freeBy) } }, facts.today))
  const { monthly, freeOn } = projection.goal!
  return `${monthly && yuanText(monthly)} ${freeOn && dayText(freeOn)}`
}
const friend = account('other', {
  ...{ id: 'friend', name: 'friend' },
  otherDebt: { balance: yuan('50'), balanceOn: of.today, interest: { model: 'none' } },
})

it('a goal asks for more than is owed now where much more is still bought', () => {
  // 5,000.00 are bought in July: with the 100.00 the bill of 10 August is 5,100.00, before it only 20 July brings money.
  const newSpending = [{ account: 'huabei', monthly: yuan('5000'), through: month('2026-07') }]
  expect(least({ newSpending }, '2026-08-10')).toBe('5100.00 2026-08-10')
})

// On 20 July there is money, on 10 August a bill of 100.00: it is kept for, and it is all that is owed.
it.each<[string, Partial<Plan>, string, typeof of, string]>([
  ['what the coming bill asks for is asked for once', {}, '2026-07-20', of, '100.00 2026-07-20'],
  [
    'with what somebody else is owed',
    {},
    '2026-07-20',
    { ...of, accounts: [...of.accounts, friend] },
    '150.00 2026-07-20',
  ],
  [
    'with what settling early asks for, its fee included',
    { settleEarly: ['phone'] },
    '2026-07-20',
    withPhone,
    '406.00 2026-07-20',
  ],
])('a goal is reached with what is in hand: %s', (_name, by, freeBy, facts, expected) => {
  expect(least(by, freeBy, facts)).toBe(expected)
})

it.each<[string, string, Partial<Plan>, typeof of, string[]]>([
  ['without a goal a bill is left to its own day', '100', {}, of, ['2026-08-10 100.00']],
  ['also where the goal is that day', '100', { goal: { freeBy: day('2026-08-10') } }, of, ['2026-08-10 100.00']],
  [
    'before a goal that is earlier it is paid once all is in hand',
    '100',
    { goal: { freeBy: day('2026-08-09') } },
    of,
    ['2026-07-20 100.00'],
  ],
  // One installment of 100.00 with its fee of 3.00 only comes with the bill: what is in hand is kept for it.
  [
    'not while something can only be paid later',
    '200',
    { goal: { freeBy: day('2026-08-09') } },
    { ...of, entries: [...of.entries, installments('100', 1, '3%', { firstBill: month('2026-08') })] },
    ['2026-08-10 200.00', '2026-08-20 3.02'],
  ],
  [
    'nor while something is still bought',
    '100',
    {
      goal: { freeBy: day('2026-08-09') },
      newSpending: [{ account: 'huabei', monthly: yuan('1'), through: month('2026-08') }],
    },
    of,
    ['2026-08-10 100.00', '2026-08-20 1.01', '2026-08-20 1.00'],
  ],
])('%s', (_name, amount, by, facts, expected) => {
  const money = { kind: 'monthly', amount: yuan(amount), payOn: 20 } as const
  const { events } = project(facts, plan({ money, ...by }, facts.today))
  const paid = events.filter(({ what }) => what === 'repayment')
  expect(paid.map((event) => `${dayText(event.on)} ${yuanText(event.amount)}`)).toEqual(expected)
})
