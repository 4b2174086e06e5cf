/** 1,200.00 was due on 10 July; on 5 September 34.20 is charged for being overdue: who paid in time paid 1,200.00. */
import { expect, it } from 'vitest'
import type { BillView } from '#shared/contract/views.ts'
import { day, dayText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import { lateDayOf, unpaidInTime } from '../../renderer/pages/bills/repayment-draft.ts'
import { account, bill, ledger } from '../ledger/facts.ts'

const today = day('2026-09-05')
const [july] = billsOf(ledger('2026-09-05', [account('huabei')], [bill('2026-07', '1200')])) as BillView[]

it('a bill asked for its total in time, and for what the books of the day say on one after it', () => {
  expect([july!.unpaid, unpaidInTime(july!)].map(yuanText)).toEqual(['1234.20', '1200.00'])
  const late = (on: string) => {
    const found = lateDayOf(july!, day(on), today)
    return found === null ? null : dayText(found)
  }
  expect(['2026-07-10', '2026-07-11', '2026-09-04', '2026-09-05'].map(late)).toEqual([
    null,
    '2026-07-11',
    '2026-09-04',
    null,
  ])
})
