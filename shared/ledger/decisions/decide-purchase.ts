import { type Day, dayText, maxDay } from '#shared/kernel/day.ts'
import { type Fen, fen, yuanText } from '#shared/kernel/money.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { type Account, isBilled } from '../account.ts'
import type { Entry, EntryId, Purchase, Refund } from '../entry.ts'
import type { Refuses } from './refusal-figures.ts'

/** Purchases on credit and the money that comes back of them (domain.md 1.9, 1.10, 5.1–5.5). */
export type PurchaseRefusal =
  | Refuses<'account-not-billed', 'id'>
  | Refuses<'account-closed', 'id' | 'account' | 'on' | 'orderedOn'>
  | Refuses<'day-in-future', 'on'>
  | Refuses<'posted-before-ordered', 'postedOn' | 'orderedOn'>
  | Refuses<'duplicate-order', 'orderNo' | 'entry'>
  | Refuses<'purchase-has-refunds', 'refunded'>
  | Refuses<'purchase-has-plan', 'principal'>

export type PurchaseFacts = {
  readonly account: Account
  readonly today: Day
  /** The purchase that has the same order number, if any. */
  readonly sameOrder: EntryId | null
  /** What has been refunded of it already: 0 for a new one. */
  readonly refunded: Fen
  /** What plans pay of it: 0 for a new one. */
  readonly inPlans: Fen
}

/** @param draft with posting day null while it awaits receipt. */
export function decidePurchase(facts: PurchaseFacts, draft: Purchase): Outcome<Purchase, PurchaseRefusal> {
  const { account, today, sameOrder, refunded, inPlans } = facts
  if (!isBilled(account)) return refused({ kind: 'account-not-billed', values: { id: account.id } })
  if (account.closedOn !== null && draft.orderedOn > account.closedOn) {
    const on = dayText(account.closedOn)
    const values = { id: account.id, account: account.name, on, orderedOn: dayText(draft.orderedOn) }
    return refused({ kind: 'account-closed', values })
  }
  // What is posted later awaits receipt until then.
  const last = maxDay(draft.orderedOn, draft.postedOn ?? draft.orderedOn)
  if (last > today) return refused({ kind: 'day-in-future', values: { on: dayText(last) } })
  if (draft.postedOn !== null && draft.postedOn < draft.orderedOn) {
    const values = { postedOn: dayText(draft.postedOn), orderedOn: dayText(draft.orderedOn) }
    return refused({ kind: 'posted-before-ordered', values })
  }
  if (draft.orderNo !== null && sameOrder !== null && sameOrder !== draft.id) {
    return refused({ kind: 'duplicate-order', values: { orderNo: draft.orderNo, entry: sameOrder } })
  }
  if (draft.amount < refunded)
    return refused({ kind: 'purchase-has-refunds', values: { refunded: yuanText(refunded) } })
  if (draft.amount < inPlans) return refused({ kind: 'purchase-has-plan', values: { principal: yuanText(inPlans) } })
  return done(draft)
}

export type ReceiptRefusal =
  | Refuses<'entry-not-a-purchase', 'id'>
  | Refuses<'receipt-confirmed-already', 'on'>
  | Refuses<'day-in-future', 'on'>
  | Refuses<'posted-before-ordered', 'postedOn' | 'orderedOn'>

/** Confirming receipt posts the purchase on that day, as the user says it: nothing is assumed any more. */
export function decideReceipt(entry: Entry, on: Day, today: Day): Outcome<Purchase, ReceiptRefusal> {
  if (entry.kind !== 'purchase') return refused({ kind: 'entry-not-a-purchase', values: { id: entry.id } })
  if (entry.postedOn !== null) {
    return refused({ kind: 'receipt-confirmed-already', values: { on: dayText(entry.postedOn) } })
  }
  if (on > today) return refused({ kind: 'day-in-future', values: { on: dayText(on) } })
  if (on < entry.orderedOn) {
    const values = { postedOn: dayText(on), orderedOn: dayText(entry.orderedOn) }
    return refused({ kind: 'posted-before-ordered', values })
  }
  return done({ ...entry, postedOn: on, postingAssumed: false })
}

export type RefundRefusal =
  | Refuses<'account-not-billed', 'id'>
  | Refuses<'day-in-future', 'on'>
  | Refuses<'duplicate-order', 'orderNo' | 'entry'>
  | Refuses<'entry-not-found', 'id'>
  | Refuses<'entry-not-a-purchase', 'id'>
  | Refuses<'refund-account-differs', 'account' | 'purchaseAccount'>
  | Refuses<'refund-before-purchase', 'on' | 'orderedOn'>
  | Refuses<'refund-above-purchase', 'amount' | 'left'>

export type RefundFacts = {
  readonly account: Account
  readonly today: Day
  /** What `of` points to; null where nothing of that id counts. */
  readonly purchase: Entry | null
  /** Sum of the other refunds of that purchase, arrived or in flight. */
  readonly refunded: Fen
  /** The link is what the refund that is corrected had before: its purchase may stand in a file that comes later. */
  readonly isLinkedBefore: boolean
}

export function decideRefund(facts: RefundFacts, draft: Refund): Outcome<Refund, RefundRefusal> {
  const { account, today, purchase, refunded, isLinkedBefore } = facts
  if (!isBilled(account)) return refused({ kind: 'account-not-billed', values: { id: account.id } })
  if (!draft.inFlight && draft.on > today) return refused({ kind: 'day-in-future', values: { on: dayText(draft.on) } })
  if (draft.of === null) return done(draft)
  if (purchase === null && isLinkedBefore) return done(draft)
  if (purchase === null) return refused({ kind: 'entry-not-found', values: { id: draft.of } })
  if (purchase.kind !== 'purchase') return refused({ kind: 'entry-not-a-purchase', values: { id: draft.of } })
  if (purchase.account !== draft.account) {
    const values = { account: draft.account, purchaseAccount: purchase.account }
    return refused({ kind: 'refund-account-differs', values })
  }
  if (draft.on < purchase.orderedOn) {
    const values = { on: dayText(draft.on), orderedOn: dayText(purchase.orderedOn) }
    return refused({ kind: 'refund-before-purchase', values })
  }
  const left = fen(purchase.amount - refunded)
  if (draft.amount > left) {
    return refused({ kind: 'refund-above-purchase', values: { amount: yuanText(draft.amount), left: yuanText(left) } })
  }
  return done(draft)
}
