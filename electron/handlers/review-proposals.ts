import type { RefundCandidate, ReviewView } from '#shared/contract/review-view.ts'
import { isBilled } from '#shared/ledger/account.ts'
import { type Entry, REFUND_EXPECTED, type Review } from '#shared/ledger/entry.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { findEntry } from '../store/entries.ts'
import { listRefundCandidates, type RefundSought } from '../store/entry-facts.ts'
import { firstIdOf } from '../store/import/entry-id.ts'
import { findHandEntered } from '../store/import/hand-entered.ts'
import type { Reader } from '../store/queries.ts'

export const NOT_READABLE = 'row-not-readable'
export const DOUBLE = 'possible-double'

type Asked = { readonly review: Review; readonly own: Entry | null }

/** So many purchases are offered for a refund. */
const MOST = 20

/** What may be answered to a question, as far as the ledger tells. */
export function proposalOf(reader: Reader, ledger: Ledger, { review, own }: Asked): ReviewView['proposal'] {
  switch (review.reason) {
    case 'two-funding-legs': {
      const account = own && 'account' in own ? own.account : ledger.accounts.find(isBilled)?.id
      if (account === undefined) return { kind: 'choose-kind' }
      return { kind: 'own-amount', account, atMost: review.amount, installments: null }
    }
    case 'refund-without-purchase': {
      if (own?.kind !== 'refund') return { kind: 'choose-kind' }
      const { amount, on, label } = review
      return { kind: 'refund-of', candidates: refundCandidates(reader, { account: own.account, amount, on, label }) }
    }
    case REFUND_EXPECTED:
      return { kind: 'wait' }
    case NOT_READABLE:
      return { kind: 'mend' }
    case DOUBLE:
    case 'number-taken':
      return doubleOf(otherOf(reader, review.reason, own))
    default:
      return { kind: 'choose-kind' }
  }
}

export const refundCandidates = (reader: Reader, sought: Omit<RefundSought, 'limit'>): readonly RefundCandidate[] =>
  listRefundCandidates(reader, { ...sought, limit: MOST }).map(({ id, label, orderedOn, amount }) => ({
    entry: id,
    label,
    on: orderedOn,
    amount,
  }))

function doubleOf(other: Entry | null): ReviewView['proposal'] {
  if (other === null) return { kind: 'choose-kind' }
  const { id: entry, label } = other
  if (other.kind === 'loan') {
    return { kind: 'double', lessens: false, other: { entry, label, on: other.drawnOn, amount: other.principal } }
  }
  if (!('amount' in other) || other.kind === 'review') return { kind: 'choose-kind' }
  const on = other.kind === 'purchase' ? other.orderedOn : other.on
  const lessens = other.kind === 'repayment' || other.kind === 'refund'
  return { kind: 'double', lessens, other: { entry, label, on, amount: other.amount } }
}

/** The entry that may be the same transaction: the one whose number is taken, or one made by hand. */
export function otherOf(reader: Reader, reason: string, own: Entry | null): Entry | null {
  if (own === null) return null
  if (reason === 'number-taken') return findEntry(reader, firstIdOf(own.id))
  return reason === DOUBLE ? findHandEntered(reader, own) : null
}
