import { expect, test } from 'vitest'
import { day, dayText, month } from '#shared/kernel/day.ts'
import type { OtherInterest } from '#shared/ledger/account.ts'
import type { Plan } from '#shared/outlook/plan.ts'
import { startOf } from '#shared/outlook/projection/project.ts'
import { simulate } from '#shared/outlook/projection/simulate.ts'
import { account, ledger, yuan } from '../ledger/facts.ts'
import { plan } from './oracle-plans.ts'

/** A trial that only needs a good end stops once nothing gets smaller for a year and nothing new is ahead (engine.md 9). */

const none: OtherInterest = { model: 'none' }
const friend = account('other', {
  ...{ id: 'friend', name: 'friend' },
  otherDebt: { balance: yuan('1000'), balanceOn: day('2026-01-01'), interest: none },
})
const of = ledger('2026-01-01', [friend, account('huabei')], [])
const nothing = { kind: 'monthly', amount: yuan('0'), payOn: 10 } as const

function trial(by: Partial<Plan>, stuck = true): string {
  const run = { ...startOf(of, plan({ money: nothing, ...by }, of.today)), stopAt: { shortfall: false, stuck } }
  const { outcome, months, freeOn } = simulate(run)
  return [outcome, months, freeOn === null ? '' : dayText(freeOn)].join(' ').trimEnd()
}
const lump = (on: string) => ({ on: day(on), amount: yuan('1000') })
const extra = (from: string, through: string, amount: string) => ({
  recurring: [{ from: month(from), through: month(through), amount: yuan(amount) }],
})

test.each<[string, Partial<Plan>, string]>([
  // Balances are looked at after 12 months, and seen to be the same after 24.
  ['what stays the same is given up after two years', {}, 'never 24'],
  ['a lump is waited for', { lumps: [lump('2030-03-05')] }, 'free 51 2030-03-05'],
  ['an extra is waited for', extra('2030-03', '2030-03', '1000'), 'free 51 2030-03-10'],
  // 900.00 after a year, 700.00 after two, and as much after three.
  ['once the last has come, a year more', extra('2026-12', '2027-02', '100'), 'never 36'],
  [
    'what shrinks by one yuan a month is followed to its end',
    { money: { ...nothing, amount: yuan('2') } },
    'free 500 2067-08-10',
  ],
  [
    'what is still bought keeps it going, a growing debt after that does not',
    { newSpending: [{ account: 'friend', monthly: yuan('1'), through: month('2028-06') }] },
    'never 36',
  ],
])('%s', (_name, by, expected) => {
  expect(trial(by)).toBe(expected)
})

test('without it the months are followed to the last', () => {
  expect(trial({}, false)).toBe('never 600')
})
