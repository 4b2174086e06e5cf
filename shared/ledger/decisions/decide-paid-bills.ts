import { type Day, dayText, monthText } from '#shared/kernel/day.ts'
import { type Fen, fen } from '#shared/kernel/money.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { Bill } from '../bill.ts'
import type { EntryId, Repayment } from '../entry.ts'
import type { Refuses } from './refusal-figures.ts'

/** A bill marked as paid is a repayment of what it still lacks, named to its month: it counts as paid whenever it was made (engine.md 2, 6). */
export type PaidBillRefusal =
  | Refuses<'bill-paid-already', 'month'>
  | Refuses<'bill-not-issued', 'month' | 'issuedOn'>
  | Refuses<'day-in-future', 'on'>

type PaidBill = Pick<Bill, 'account' | 'month' | 'status' | 'issuedOn' | 'dueOn' | 'total' | 'paid' | 'unpaid'>

/** null is the due day, or today where that has not come. */
export const paidOnOf = ({ dueOn }: Pick<Bill, 'dueOn'>, on: Day | null, today: Day): Day =>
  on ?? (dueOn < today ? dueOn : today)

/** @param bill as it stood on that day: what was paid in time had no charge for being overdue. */
export function decidePaidBill(
  bill: PaidBill,
  { id, on, today }: { readonly id: EntryId; readonly on: Day; readonly today: Day },
): Outcome<Repayment, PaidBillRefusal> {
  const month = monthText(bill.month)
  if (bill.status === 'upcoming') {
    return refused({ kind: 'bill-not-issued', values: { month, issuedOn: dayText(bill.issuedOn) } })
  }
  const amount = stillToPay(bill, on)
  if (amount <= 0) return refused({ kind: 'bill-paid-already', values: { month } })
  if (on > today) return refused({ kind: 'day-in-future', values: { on: dayText(on) } })
  return done(repaymentOfBill(bill, { id, amount, on }))
}

/** A repayment that nobody says more of than whose bill it paid, how much of it and when. */
export const repaymentOfBill = (
  { account, month }: Pick<Bill, 'account' | 'month'>,
  { id, amount, on }: Pick<Repayment, 'id' | 'amount' | 'on'>,
): Repayment => ({
  kind: 'repayment',
  id,
  label: '',
  orderNo: null,
  note: '',
  amount,
  on,
  split: [{ account, amount, month, settles: null }],
  candidates: [],
  candidateMonth: null,
  paidFrom: '',
})

/** A rest that rolled is no longer this bill's. */
const stillToPay = ({ unpaid, total, paid, dueOn }: PaidBill, on: Day): Fen =>
  unpaid === 0 || on > dueOn ? unpaid : fen(total - paid)
