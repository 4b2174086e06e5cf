import { expect, test } from 'vitest'
import { month } from '#shared/kernel/day.ts'
import { sumFen } from '#shared/kernel/money.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import { billParts } from '../../renderer/charts/month-parts.ts'
import { account, bill, installments, ledger, yuan } from '../ledger/facts.ts'

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
