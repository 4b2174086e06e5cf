import { expect, test } from 'vitest'
import { month } from '#shared/kernel/day.ts'
import { sumFen } from '#shared/kernel/money.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import { planInFull } from '#shared/outlook/plan.ts'
import { startOf } from '#shared/outlook/projection/project.ts'
import { simulate } from '#shared/outlook/projection/simulate.ts'
import { billParts, costByMonth } from '../../renderer/charts/month-parts.ts'
import { account, bill, installments, ledger, purchase, repay, yuan } from '../ledger/facts.ts'

test('the parts of a bill sum to it, also where Alipay shows less than they are', () => {
  const facts = ledger(
    '2026-08-05',
    [account('huabei')],
    [bill('2026-08', '80'), installments('300', 3, '0.5%', { firstBill: month('2026-08') })],
  )
  const shown = billsOf(facts).find((one) => one.month === month('2026-08'))!
  expect(shown.total).toBe(yuan('80'))
  expect(billParts(shown)).toEqual([0, yuan('79.50'), 0, yuan('0.50')])
  expect(sumFen(billParts(shown))).toBe(shown.total)
})

test('a charge for being overdue is in no bill: what was bought stays what it was', () => {
  // Due on 10 July; 16 days at 0.60.
  const facts = ledger('2026-07-26', [account('huabei')], [bill('2026-07', '1200')])
  const [overdue] = billsOf(facts)
  expect([overdue!.total, overdue!.parts.overdueCharges]).toEqual([yuan('1200'), yuan('9.60')])
  expect(billParts(overdue!)).toEqual([yuan('1200'), 0, 0, 0])
})

// Due on 10 July: to the 26th 16 days at 0.60 are 9.60, and 0.60 come for each day until it is paid, here today.
test('what an overdue bill has cost this month is in the month, beside what the plan still adds', () => {
  const facts = ledger('2026-07-26', [account('huabei')], [bill('2026-07', '1200')])
  const { byMonth } = simulate(startOf(facts, planInFull(facts.today)))
  const { months, parts } = costByMonth(billsOf(facts), byMonth)
  expect([months, parts.map((amounts) => amounts[0])]).toEqual([[month('2026-07')], [0, 0, yuan('9.60')]])
})

// 200.00 of 2,000.00 were paid on 10 July: 1,800.00 roll at 0.90 a day from the 11th on. To the 20th that is 9.00; in the
// plan the rest of July is another 9.90, and August until it is paid on the 10th.
test('interest that runs so far is in the month from which the plan goes on', () => {
  const facts = ledger('2026-07-20', [account('huabei')], [purchase('2026-06-05', '2000'), repay('2026-07-10', '200')])
  const { byMonth } = simulate(startOf(facts, planInFull(facts.today)))
  const { months, parts } = costByMonth(billsOf(facts), byMonth)
  expect([months[0], parts[0]![0]]).toEqual([month('2026-07'), yuan('18.90')])
})
