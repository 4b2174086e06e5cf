import { type AccountRef, HUABEI } from './account-ref.ts'
import { realLegs } from './alipay-funding.ts'
import type { AlipayRow } from './alipay-row.ts'
import type { Wording } from './alipay-wording.ts'
import { verdict } from './decision.ts'
import type { RowReview } from './row-review.ts'
import type { RowVerdict } from './statement-row.ts'

/** What the rules of Alipay's decision tables ask of a row and what they say of it (formats.md 2.4, 2.6, 7). */

export const legCount = ({ funding }: AlipayRow): number =>
  funding.credit.length + funding.own.length + funding.others.length
export const isWithoutMethod = (row: AlipayRow): boolean => row.method === '' || row.method === '/'
export const isSpending = (row: AlipayRow): boolean => row.funding.credit.length > 0 && row.direction !== 'received'

/** The credit account, where exactly one credit leg paid. */
export const soleAccount = ({ funding }: AlipayRow): AccountRef | null =>
  funding.credit.length === 1 ? (funding.credit[0]?.account ?? null) : null

export function purchase(row: AlipayRow, review: RowReview | null = null): RowVerdict {
  return verdict('purchase', soleAccount(row), {
    awaitingReceipt: row.group === 'awaiting-receipt',
    refundExpected: row.group === 'closed',
    installments: row.funding.credit[0]?.installments ?? null,
    review: review ?? (PURCHASE_STATUS.has(row.group) ? null : unknownStatus(row)),
  })
}

const PURCHASE_STATUS: ReadonlySet<string> = new Set(['paid', 'awaiting-receipt', 'closed'])

export function refundToCredit(row: AlipayRow): RowVerdict {
  const account = soleAccount(row)
  if (account === null) return verdict('refund', null, { review: { reason: 'lender-not-named', text: row.method } })
  return verdict('refund', account, {
    review: refundParent(row.orderNo) === null ? { reason: 'refund-without-purchase', candidates: [] } : null,
  })
}

/** The purchase's order number: what stands before the first `_` or `*` of the refund's (formats.md 2.6). */
export function refundParent(orderNo: string | null): string | null {
  return orderNo === null ? null : (/^([^_*]+)[_*]/.exec(orderNo)?.[1] ?? null)
}

export const wordingAccount = (wording: Wording | null): AccountRef | null =>
  wording !== null && 'account' in wording ? wording.account : null

export const isRepaymentTo = (wording: Wording | null, kind: AccountRef['kind']): boolean =>
  wording?.says === 'repayment' && wording.account?.kind === kind

export const isOtherCredit = (wording: Wording | null, moves: 'back' | 'out'): boolean =>
  wording?.says === 'other-credit' && wording.moves === moves

export function combinedRepayment({ wording }: AlipayRow): RowVerdict {
  const billMonth = wording?.says === 'combined-repayment' ? wording.billMonth : null
  return verdict('repayment', null, { billMonth, combined: true, review: { reason: 'combined-repayment', billMonth } })
}

export function repayment({ wording, description }: AlipayRow): RowVerdict {
  if (wording?.says !== 'repayment') return verdict('repayment')
  const review: RowReview | null =
    wording.account === null
      ? { reason: 'lender-not-named', text: description }
      : wording.confirmed
        ? null
        : { reason: 'unconfirmed-wording', text: description }
  return verdict('repayment', wording.account, { billMonth: wording.billMonth, review })
}

export function charge({ wording, description }: AlipayRow): RowVerdict {
  const kind = wording?.says === 'interest' ? 'interest' : 'installment-fee'
  return verdict(kind, HUABEI, { review: { reason: 'unconfirmed-wording', text: description } })
}

export function otherCredit(kind: RowVerdict['kind'], { wording, description }: AlipayRow): RowVerdict {
  if (wording?.says !== 'other-credit') return verdict(kind)
  return verdict(kind, null, {
    outside: wording.name,
    review: wording.confirmed ? null : { reason: 'unconfirmed-wording', text: description },
  })
}

export const severalLegs = (row: AlipayRow): RowReview => ({ reason: 'two-funding-legs', legs: realLegs(row.funding) })
export const unknownStatus = (row: AlipayRow): RowReview => ({ reason: 'unknown-status', status: row.status })
export const unknownWording = (row: AlipayRow): RowReview => ({ reason: 'unknown-wording', text: row.description })
export const markedNotCounted = (row: AlipayRow): RowReview => ({ reason: 'marked-not-counted', text: row.description })
