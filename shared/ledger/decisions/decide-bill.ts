import { type Day, dayText, monthOf, monthText } from '#shared/kernel/day.ts'
import { fen, sumFen, yuanText } from '#shared/kernel/money.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { type Account, isBilled } from '../account.ts'
import type { Bill } from '../bill.ts'
import { cycleOfMonth } from '../cycle.ts'
import type { Deferral, ShownBill } from '../entry.ts'
import type { Refuses } from './refusal-figures.ts'

/** Bills copied from Alipay, and deferrals of a part of them (domain.md 1.11, 2.4, 9.4; engine.md 2). */
export type BillRefusal =
  | Refuses<'account-not-billed', 'id'>
  | Refuses<'bill-exists', 'month' | 'entry'>
  | Refuses<'bill-before-opening', 'month' | 'openedOn'>
  | Refuses<'bill-not-issued', 'month' | 'issuedOn'>
  | Refuses<'bill-empty'>
  | Refuses<'bill-parts-do-not-sum', 'sum' | 'total'>
  | Refuses<'bill-minimum-above-total', 'minimum' | 'total'>
  | Refuses<'bill-paid-above-total', 'paid' | 'total'>

/** @param known bills of the same account that were entered before, and the day on which this one is entered. */
export function decideBill(
  account: Account,
  { others, today }: { readonly others: readonly Pick<ShownBill, 'id' | 'month'>[]; readonly today: Day },
  draft: ShownBill,
): Outcome<ShownBill, BillRefusal> {
  if (!isBilled(account)) return refused({ kind: 'account-not-billed', values: { id: account.id } })
  const month = monthText(draft.month)
  const twin = others.find((other) => other.month === draft.month && other.id !== draft.id)
  if (twin) return refused({ kind: 'bill-exists', values: { month, entry: twin.id } })
  const { openedOn } = account
  if (openedOn !== null && draft.month < monthOf(openedOn)) {
    return refused({ kind: 'bill-before-opening', values: { month, openedOn: dayText(openedOn) } })
  }
  const { issuedOn } = cycleOfMonth(account.terms, draft.month)
  if (issuedOn > today) return refused({ kind: 'bill-not-issued', values: { month, issuedOn: dayText(issuedOn) } })
  return checkFigures(draft)
}

function checkFigures(draft: ShownBill): Outcome<ShownBill, BillRefusal> {
  const { shown, shownMinimum, parts } = draft
  if (shown === null && shownMinimum === null && parts === null) return refused({ kind: 'bill-empty', values: {} })
  const sum = sumFen(Object.values(parts ?? {}))
  if (shown !== null && parts !== null && sum !== shown) {
    return refused({ kind: 'bill-parts-do-not-sum', values: { sum: yuanText(sum), total: yuanText(shown) } })
  }
  const total = shown ?? (parts === null ? null : sum)
  if (total === null) return done(draft)
  if (shownMinimum !== null && shownMinimum > total) {
    const values = { minimum: yuanText(shownMinimum), total: yuanText(total) }
    return refused({ kind: 'bill-minimum-above-total', values })
  }
  if (draft.paid > total) {
    return refused({ kind: 'bill-paid-above-total', values: { paid: yuanText(draft.paid), total: yuanText(total) } })
  }
  return done(draft)
}

export type DeferralRefusal =
  | Refuses<'account-not-billed', 'id'>
  | Refuses<'bill-not-found', 'account' | 'month'>
  | Refuses<'bill-too-small', 'month' | 'left' | 'amount'>
  | Refuses<'deferred-after-due', 'on' | 'dueOn'>

/** @param bill the bill to defer a part of, as it stands; null where there is none. */
export function decideDeferral(
  account: Account,
  bill: Pick<Bill, 'unpaid' | 'dueOn'> | null,
  draft: Deferral,
): Outcome<Deferral, DeferralRefusal> {
  if (!isBilled(account)) return refused({ kind: 'account-not-billed', values: { id: account.id } })
  const month = monthText(draft.month)
  if (!bill) return refused({ kind: 'bill-not-found', values: { account: account.id, month } })
  if (draft.on > bill.dueOn) {
    return refused({ kind: 'deferred-after-due', values: { on: dayText(draft.on), dueOn: dayText(bill.dueOn) } })
  }
  if (draft.amount > bill.unpaid) return refused(tooSmall(month, bill.unpaid, draft.amount))
  return done(draft)
}

export const tooSmall = (
  month: string,
  left: number,
  amount: number,
): Refuses<'bill-too-small', 'month' | 'left' | 'amount'> => ({
  kind: 'bill-too-small',
  values: { month, left: yuanText(fen(left)), amount: yuanText(fen(amount)) },
})
