import { day } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import type { Purchase } from '#shared/ledger/entry.ts'

/** A purchase of 10.00 on Huabei; what a test is about, it says itself. */
export const purchase = (said: Partial<Purchase> = {}): Purchase => ({
  id: 'p1',
  kind: 'purchase',
  label: '门店购物',
  orderNo: null,
  note: '',
  account: 'huabei',
  amount: fen(1000),
  orderedOn: day('2026-08-01'),
  postedOn: day('2026-08-01'),
  postingAssumed: false,
  returnUntil: null,
  refundExpected: false,
  ...said,
})
