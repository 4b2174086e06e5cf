import type { Day } from '#shared/kernel/day.ts'
import { type Fen, yuanText } from '#shared/kernel/money.ts'
import { done, type Outcome, refused, unreachable } from '#shared/kernel/outcome.ts'
import type { AccountId } from '../account.ts'
import type { Entry, EntryId, EntrySource, RepaymentPart, Review } from '../entry.ts'
import { type DeleteRefusal, decideDelete } from './decide-edit.ts'
import type { Refuses } from './refusal-figures.ts'

/**
 * An imported row that waited for the user gets its answer (formats.md 7). The row's own entry, where it has one, is
 * corrected or ended; a row that was none becomes one.
 */
export type ReviewAnswer =
  | { readonly kind: 'split'; readonly parts: readonly RepaymentPart[] }
  | { readonly kind: 'refund-of'; readonly entry: EntryId | null }
  | { readonly kind: 'own-amount'; readonly account: AccountId; readonly amount: Fen }
  | {
      readonly kind: 'as'
      readonly as: 'purchase' | 'refund' | 'repayment' | 'unrelated'
      readonly account: AccountId | null
      readonly amount?: Fen | undefined
      readonly on?: Day | undefined
    }
  | { readonly kind: 'replaces' }
  | { readonly kind: 'ignore' }

export type ReviewRefusal =
  | DeleteRefusal
  | Refuses<'answer-does-not-fit'>
  | Refuses<'answer-needs-account'>
  | Refuses<'answer-needs-amount'>
  | Refuses<'own-amount-too-large', 'amount' | 'atMost'>

/**
 * `put` is the row's entry from now on, `end` ends the one it has; with neither it stays as it was read. `endOther` ends
 * the entry whose place it takes.
 */
export type Resolution = { readonly put: Entry | null; readonly end: boolean; readonly endOther?: EntryId }

export type ReviewedRow = {
  /** The id of the row's own entry, whether it has one or not. */
  readonly id: EntryId
  /** What the row says of itself: text, amount, day. */
  readonly row: Pick<Review, 'label' | 'orderNo' | 'note' | 'amount' | 'on'>
  readonly own: Entry | null
  /** The entry that may be the same transaction, and what points to it. */
  readonly other: { readonly entry: Entry; readonly dependents: readonly EntryId[] } | null
  /** Whether the row's amount and day could be read. */
  readonly isRead: boolean
}

export function decideReview(reviewed: ReviewedRow, answer: ReviewAnswer): Outcome<Resolution, ReviewRefusal> {
  const { own } = reviewed
  switch (answer.kind) {
    case 'split':
      return own?.kind === 'repayment' ? put({ ...own, split: answer.parts }) : unfit()
    case 'refund-of':
      return own?.kind === 'refund' ? put({ ...own, of: answer.entry }) : unfit()
    case 'own-amount':
      return ownAmount(reviewed, answer)
    case 'as':
      return asKind(reviewed, answer)
    case 'replaces':
      return takePlace(reviewed)
    case 'ignore':
      return leave(reviewed)
    default:
      return unreachable(answer)
  }
}

/**
 * What points to the other entry would lose what it belongs to, so that is dealt with first. How a repayment divides
 * was said of the one by hand, and holds for the one that stays.
 */
function takePlace({ own, other }: ReviewedRow): Outcome<Resolution, ReviewRefusal> {
  if (other === null) return unfit()
  const freed = decideDelete(other.entry, other.dependents)
  if (!freed.ok) return freed
  const isUnsaid = own?.kind === 'repayment' && own.split === null
  const divided = isUnsaid && other.entry.kind === 'repayment' ? { ...own, split: other.entry.split } : null
  return done({ put: divided, end: false, endOther: other.entry.id })
}

/** The reading of the file stays. How a combined repayment divides nobody but the user can say. */
function leave({ own, other }: ReviewedRow): Outcome<Resolution, ReviewRefusal> {
  if (own?.kind === 'repayment' && own.split === null) return other === null ? unfit() : done({ put: null, end: false })
  const expectsNothing = own?.kind === 'purchase' && own.refundExpected ? { ...own, refundExpected: false } : null
  return done({ put: expectsNothing, end: false })
}

const put = (entry: Entry): Outcome<Resolution, never> => done({ put: entry, end: false })
const unfit = () => refused({ kind: 'answer-does-not-fit', values: {} } as const)

/** Of a purchase paid in several ways only what was on credit is owed (formats.md 7, two funding legs). */
function ownAmount(
  { id, row, own }: ReviewedRow,
  answer: { readonly account: AccountId; readonly amount: Fen },
): Outcome<Resolution, ReviewRefusal> {
  if (own !== null && own.kind !== 'purchase' && own.kind !== 'refund') return unfit()
  if (answer.amount > row.amount) {
    const values = { amount: yuanText(answer.amount), atMost: yuanText(row.amount) }
    return refused({ kind: 'own-amount-too-large', values })
  }
  // Nothing of it was on credit: the row is none of this ledger's.
  if (answer.amount === 0) return done({ put: null, end: own !== null })
  const { account, amount } = answer
  return put(own ? { ...own, account, amount } : { ...purchaseOf(id, row, account), amount })
}

type AsAnswer = Extract<ReviewAnswer, { kind: 'as' }>

function asKind(reviewed: ReviewedRow, answer: AsAnswer): Outcome<Resolution, ReviewRefusal> {
  const { id, own } = reviewed
  if (answer.as === 'unrelated') return done({ put: null, end: own !== null })
  const account = answer.account ?? (own && 'account' in own ? own.account : null)
  if (account === null) return refused({ kind: 'answer-needs-account', values: {} })
  if (!reviewed.isRead && (answer.amount === undefined || answer.on === undefined || answer.amount === 0)) {
    return refused({ kind: 'answer-needs-amount', values: {} })
  }
  const row = { ...reviewed.row, amount: answer.amount ?? reviewed.row.amount, on: answer.on ?? reviewed.row.on }
  if (answer.as === 'repayment') return put(repaymentOf(id, row, account))
  if (own !== null && answer.amount === undefined && answer.on === undefined) {
    if (answer.as === 'purchase' && own.kind === 'purchase') return put({ ...own, account })
    if (answer.as === 'refund' && own.kind === 'refund') return put({ ...own, account })
  }
  return put(answer.as === 'purchase' ? purchaseOf(id, row, account) : refundOf(id, row, account))
}

const sourceOf = (id: EntryId, { label, orderNo, note }: ReviewedRow['row']): EntrySource => ({
  id,
  label,
  orderNo,
  note,
})

const purchaseOf = (
  id: EntryId,
  row: ReviewedRow['row'],
  account: AccountId,
): Extract<Entry, { kind: 'purchase' }> => ({
  kind: 'purchase',
  ...sourceOf(id, row),
  account,
  amount: row.amount,
  orderedOn: row.on,
  postedOn: row.on,
  postingAssumed: true,
  returnUntil: null,
  refundExpected: false,
})

const refundOf = (id: EntryId, row: ReviewedRow['row'], account: AccountId): Entry => ({
  kind: 'refund',
  ...sourceOf(id, row),
  account,
  amount: row.amount,
  on: row.on,
  of: null,
  inFlight: false,
})

const repaymentOf = (id: EntryId, row: ReviewedRow['row'], account: AccountId): Entry => ({
  kind: 'repayment',
  ...sourceOf(id, row),
  amount: row.amount,
  on: row.on,
  split: [{ account, amount: row.amount, month: null, settles: null }],
  candidates: [],
  candidateMonth: null,
  paidFrom: '',
})
