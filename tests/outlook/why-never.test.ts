import { expect, test } from 'vitest'
import { day, month } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import type { InstallmentPlan } from '#shared/ledger/entry.ts'
import { project } from '#shared/outlook/projection/project.ts'
import { account, installments, ledger, yuan } from '../ledger/facts.ts'
import { card, cards, monthly, plan } from './oracle-plans.ts'

/** Why a plan never ends, and which of its installment plans are tried when it is asked what would help. */

const friend = account('other', {
  id: 'friend',
  otherDebt: { balance: yuan('250'), balanceOn: day('2026-01-01'), interest: { model: 'none' } },
})
const minimums = plan({
  money: { kind: 'monthly', amount: yuan('500'), payOn: 10 },
  strategy: { kind: 'minimum-only' },
})

test('a debt that nobody asks anything of is why, only where it alone is left', () => {
  expect(project(cards(friend, card('b', '100', '12%', '50')), minimums).reason?.code).toBe('never-no-minimum')
  // 1,000.00 at 24 % a year bear 20.00 a month, of which the minimum pays 15.00.
  expect(project(cards(friend, card('b', '1000', '24%', '15')), minimums).reason?.code).toBe('never-minimum-too-small')
})

test('spending of nothing is no spending that goes on, and the smallest amount that ends it is still told', () => {
  // 700 months of 100.00; within 600 months 116.67 do.
  const none = [{ account: 'a', monthly: yuan('0'), through: month('2090-01') }]
  const { reason, budgetToEnd } = project(
    cards(card('a', '70000', '0%')),
    monthly('100', 'avalanche', { newSpending: none }),
  )
  expect([reason?.code, yuanText(budgetToEnd!)]).toEqual(['never-too-slow', '116.67'])
})

test('of many installment plans the six with the most fees are tried, and none without', () => {
  const of = (id: string, feeRate: string): InstallmentPlan =>
    installments('1200', 12, feeRate, { id, label: id, firstBill: month('2026-02') })
  const rates = ['3%', '1%', '7%', '0%', '5%', '2%', '6%', '4%']
  const facts = ledger(
    '2026-01-05',
    [account('huabei')],
    rates.map((rate) => of(`p${rate}`, rate)),
  )
  const { sensitivity } = project(facts, monthly('9000'))
  const tried = sensitivity.flatMap(({ change }) => (change.code === 'change-settle-early' ? [change.values.name] : []))
  expect(tried.toSorted()).toEqual(['p2%', 'p3%', 'p4%', 'p5%', 'p6%', 'p7%'])
})
