/** 1,200.00 was due on 10 July; on 5 September 34.20 is charged for being overdue: who paid in time paid 1,200.00. */
import { expect, it } from 'vitest'
import type { BillView } from '#shared/contract/views.ts'
import { day } from '#shared/kernel/day.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import { onDay, type RepaymentDraft } from '../../renderer/pages/bills/repayment-draft.ts'
import { account, bill, ledger } from '../ledger/facts.ts'

const today = day('2026-09-05')
const [july] = billsOf(ledger('2026-09-05', [account('huabei')], [bill('2026-07', '1200')])) as BillView[]
const asked: RepaymentDraft = {
  amount: '1234.20',
  on: '2026-09-05',
  to: 'huabei',
  month: '2026-07',
  from: '',
  shares: {},
}

it('the amount that a bill asks for goes with the day, one that was typed stays', () => {
  const inTime = onDay(asked, '7-8', july, today)
  expect(inTime.amount).toBe('1200.00')
  expect(onDay(inTime, '2026-09-05', july, today).amount).toBe('1234.20')
  expect(onDay({ ...asked, amount: '1234.00' }, '7-8', july, today).amount).toBe('1234.00')
  expect(onDay(onDay(inTime, '7-', july, today), '8-20', july, today).amount).toBe('1234.20')
  expect(onDay(asked, '7-', july, today).amount).toBe('1234.20')
  expect(onDay(asked, '7-8', undefined, today).amount).toBe('1234.20')
})
