import { type Day, type Month, monthText } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import { done, refused } from '#shared/kernel/outcome.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import { decidePaidBill, paidOnOf } from '#shared/ledger/decisions/decide-paid-bills.ts'
import type { Reader, Writer } from '../store/queries.ts'
import { readLedger } from '../store/read-ledger.ts'
import { append } from './append.ts'
import type { Handled, HandlerContext } from './handler.ts'

type Key = { readonly account: AccountId; readonly month: Month }

/**
 * Records what settles a bill on a day, in the action that is open; without one on its due day, or today where that has
 * not come. The books are read anew for each: what one bill rolled is in the next.
 */
export function payBill(
  { today, ...context }: HandlerContext,
  writer: Writer,
  key: Key & { on: Day | null },
): Handled<Fen> {
  const now = findBill(writer, today, key)
  if (!now) return refused({ kind: 'bill-not-found', values: { account: key.account, month: monthText(key.month) } })
  const on = paidOnOf(now, key.on, today)
  const then = now.dueOn < on && on < today ? findBill(writer, on, key) : now
  const decided = decidePaidBill(then ?? now, { id: writer.newId(), on, today })
  if (!decided.ok) return decided
  const added = append({ today, ...context }, writer, decided.value)
  return added.ok ? done(decided.value.amount) : added
}

const findBill = (reader: Reader, on: Day, { account, month }: Key) =>
  billsOf(readLedger(reader, on)).find((one) => one.account === account && one.month === month)
