import { expect, it } from 'vitest'
import { day, month } from '#shared/kernel/day.ts'
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
