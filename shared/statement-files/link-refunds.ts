import { type AccountRef, sameAccount } from './account-ref.ts'
import type { StatementDraft } from './statement-row.ts'

/**
 * What a row cannot know alone (formats.md 2.6, 7.4), for files that fit in memory:
 *
 * 1. `refundExpected` and its question end when a refund of that order number is in the file (or known already).
 * 2. A refund that does not say where it went follows its purchase's credit account, and asks.
 * 3. A refund that names no purchase gets candidates, best first.
 *
 * For files of any size the store does the same with sets, after staging all rows of the file:
 * `(1) update staged set refundExpected = 0, review = null where why = 'purchase-closed-after-paying' and orderNo in
 * (select refundOf from staged union select refundOf from facts)`; `(2)` joins `why = 'refund-without-method'` to
 * purchases by `refundOf = orderNo`; `(3)` is asked per row when it is shown, by `refundCandidates`' own conditions.
 * A refund whose purchase is in no file keeps its `refundOf`: a later import may bring the purchase.
 */
export type KnownPurchases = {
  /** The account of a purchase that the ledger already has, by order number. */
  readonly accountOf: (orderNo: string) => AccountRef | null
  /** Whether the ledger already has a refund of this order number. */
  readonly isRefunded: (orderNo: string) => boolean
}

export const NOTHING_KNOWN: KnownPurchases = { accountOf: () => null, isRefunded: () => false }

export function linkRefunds(
  drafts: readonly StatementDraft[],
  known: KnownPurchases = NOTHING_KNOWN,
): StatementDraft[] {
  const purchases = drafts.filter((draft) => draft.kind === 'purchase')
  const accounts = new Map(purchases.map((draft) => [draft.orderNo, draft.account]))
  const byShop = Map.groupBy(purchases, (draft) => draft.counterparty)
  const byOrder = Map.groupBy(purchases, (draft) => draft.merchantOrderNo)
  const refunded = new Set(drafts.map((draft) => draft.refundOf))
  const candidates = (refund: StatementDraft): string[] => {
    const sameOrder = refund.merchantOrderNo === null ? [] : (byOrder.get(refund.merchantOrderNo) ?? [])
    const near = new Set([...sameOrder, ...(byShop.get(refund.counterparty) ?? [])])
    return refundCandidates(refund, [...near]).map((purchase) => purchase.orderNo ?? purchase.key)
  }
  return drafts.map((draft) => {
    if (draft.refundExpected && draft.orderNo !== null) {
      return refunded.has(draft.orderNo) || known.isRefunded(draft.orderNo) ? settled(draft) : draft
    }
    if (followsPurchase(draft) && draft.refundOf !== null) {
      return withAccount(draft, accounts.get(draft.refundOf) ?? known.accountOf(draft.refundOf))
    }
    if (draft.review?.reason !== 'refund-without-purchase') return draft
    return { ...draft, review: { reason: 'refund-without-purchase', candidates: candidates(draft) } }
  })
}

/** A refund that names its purchase and not where the money went. */
export const followsPurchase = ({ why, refundOf }: StatementDraft): boolean =>
  refundOf !== null && (why === 'refund-without-method' || why === 'web-refund')

const settled = (draft: StatementDraft): StatementDraft => ({
  ...draft,
  refundExpected: false,
  review: draft.review?.reason === 'refund-expected' ? null : draft.review,
})

const withAccount = (draft: StatementDraft, account: AccountRef | null): StatementDraft =>
  account === null
    ? draft
    : { ...draft, kind: 'refund', account, why: 'refund-by-purchase', review: { reason: 'refund-method-missing' } }

const CANDIDATES_SHOWN = 5

/**
 * Purchases that a refund without a link may belong to: same account, same shop, not smaller, earlier. The same
 * merchant order number comes first, then the latest. Offered, never applied (formats.md 5.1, 12).
 */
export function refundCandidates(refund: StatementDraft, purchases: readonly StatementDraft[]): StatementDraft[] {
  const sameOrder = (purchase: StatementDraft): boolean =>
    purchase.merchantOrderNo !== null && purchase.merchantOrderNo === refund.merchantOrderNo
  return purchases
    .filter((purchase) => sameAccount(purchase.account, refund.account) && purchase.amount >= refund.amount)
    .filter((purchase) => purchase.counterparty === refund.counterparty || sameOrder(purchase))
    .filter((purchase) => byTime(purchase, refund) <= 0)
    .sort((a, b) => Number(sameOrder(b)) - Number(sameOrder(a)) || byTime(b, a))
    .slice(0, CANDIDATES_SHOWN)
}

/** Below zero when `a` is earlier. */
const byTime = (a: StatementDraft, b: StatementDraft): number =>
  a.on - b.on || (a.time < b.time ? -1 : a.time > b.time ? 1 : 0)
