import { civil } from '#shared/kernel/day.ts'
import { rate } from '#shared/kernel/rate.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import { billMonthOf } from '#shared/ledger/cycle.ts'
import type {
  Entry,
  EntrySource,
  InstallmentPlan,
  Loan,
  Purchase,
  Refund,
  Repayment,
  Review,
} from '#shared/ledger/entry.ts'
import { suggestedRepayDay } from '#shared/ledger/loan.ts'
import type { StatementDraft } from '#shared/statement-files/statement-row.ts'
import type { AccountResolver } from './account-resolver.ts'
import { type EntryIds, planIdOf, reviewIdOf } from './entry-id.ts'

/** What a row of a statement becomes: an entry of its own, or none, and what it brings beside it (formats.md 7). */
export type RowFacts = { readonly own: Entry | null; readonly beside: readonly Entry[] }

/** `id` is the row's; `ids` knows those of other rows of the same platform and owner. */
export type RowContext = {
  readonly id: string
  readonly accounts: AccountResolver
  readonly ids: EntryIds
}

export function factsOfDraft(draft: StatementDraft, context: RowContext): RowFacts {
  const account = draft.account === null ? null : context.accounts.idOf(draft.account)
  const own = ownEntry(draft, account, context)
  const beside: Entry[] = []
  if (own?.kind === 'purchase' && draft.installments !== null) beside.push(planOf(own, draft.installments, context))
  if (draft.review !== null) beside.push(reviewOf(draft, account, context))
  return { own, beside }
}

/** Whether a row is an entry of its own: all others are kept, without counting for anything. */
export function becomesEntry({ kind, account, combined }: StatementDraft): boolean {
  if (kind === 'repayment') return combined || account !== null
  return account !== null && (kind === 'purchase' || kind === 'refund' || kind === 'disbursement')
}

function ownEntry(draft: StatementDraft, account: AccountId | null, context: RowContext): Entry | null {
  return becomesEntry(draft) ? entryOfDraft(draft, account, context) : null
}

/** The entry that a row is said to be, by its file or by the user. */
export function entryOfDraft(draft: StatementDraft, account: AccountId | null, context: RowContext): Entry | null {
  const source = sourceOf(draft, context.id)
  if (draft.kind === 'repayment') return repaymentOf(draft, account, source)
  if (account === null) return null
  if (draft.kind === 'purchase') return purchaseOf(draft, account, source)
  if (draft.kind === 'refund') return refundOf(draft, account, { source, ids: context.ids })
  return draft.kind === 'disbursement' ? loanOf(draft, account, source) : null
}

const sourceOf = (draft: StatementDraft, id: string): EntrySource => ({
  id,
  label: draft.counterparty,
  orderNo: draft.orderNo,
  note: noteOf(draft),
})

export const noteOf = ({ description, note }: StatementDraft): string =>
  note === '' ? description : `${description} (${note})`

const purchaseOf = (draft: StatementDraft, account: AccountId, source: EntrySource): Purchase => ({
  ...source,
  kind: 'purchase',
  account,
  amount: draft.amount,
  orderedOn: draft.on,
  postedOn: draft.awaitingReceipt ? null : draft.on,
  // The file says when it was paid; Taobao and Tmall post on confirmation (engine.md 7).
  postingAssumed: !draft.awaitingReceipt,
  returnUntil: null,
  refundExpected: draft.refundExpected,
})

type RefundContext = { readonly source: EntrySource; readonly ids: EntryIds }

const refundOf = (draft: StatementDraft, account: AccountId, { source, ids }: RefundContext): Refund => ({
  ...source,
  kind: 'refund',
  account,
  amount: draft.amount,
  on: draft.on,
  of: draft.refundOf === null ? null : ids.ofOrder(draft.refundOf),
  inFlight: false,
})

/** A combined repayment names no candidates: it may concern every billed account of its owner, later ones too. */
const repaymentOf = (draft: StatementDraft, account: AccountId | null, source: EntrySource): Repayment => ({
  ...source,
  kind: 'repayment',
  amount: draft.amount,
  on: draft.on,
  split: account === null ? null : [{ account, amount: draft.amount, month: draft.billMonth, settles: null }],
  candidates: [],
  candidateMonth: draft.billMonth,
  paidFrom: draft.method,
})

/** The upper end of the published rates (domain.md 7.1) over the longest usual term: errs towards owing more. */
const LOAN_RATE = rate('0.06%')
const LOAN_COUNT = 12

const loanOf = (draft: StatementDraft, account: AccountId, source: EntrySource): Loan => ({
  ...source,
  kind: 'loan',
  account,
  principal: draft.amount,
  drawnOn: draft.on,
  dailyRate: LOAN_RATE,
  method: 'equal-installment',
  count: LOAN_COUNT,
  repayDay: suggestedRepayDay(civil(draft.on).day),
  paidParts: 0,
  shownParts: [],
  certain: false,
})

/**
 * The file tells the count, not the fee. Until the user says it the plan is taken as free of fees and marked as not
 * certain: a guessed fee would leave every bill that was repaid in full a few yuan short, and a debt that is not there
 * would roll, bear interest and stand in the way of closing. What Alipay shows for the plan wins (domain.md 4.3).
 */
function planOf(purchase: Purchase, count: number, { id, accounts }: RowContext): InstallmentPlan {
  const terms = accounts.find(purchase.account).terms
  return {
    id: planIdOf(id),
    kind: 'installments',
    label: purchase.label,
    orderNo: purchase.orderNo,
    note: '',
    account: purchase.account,
    origin: 'trade',
    principal: purchase.amount,
    count,
    feeRate: rate('0%'),
    firstBill: billMonthOf(terms, purchase.postedOn ?? purchase.orderedOn),
    fromBill: null,
    of: purchase.id,
    paidPeriods: 0,
    shownPeriods: [],
    certain: false,
  }
}

const reviewOf = (draft: StatementDraft, account: AccountId | null, { id }: RowContext): Review => ({
  ...sourceOf(draft, reviewIdOf(id)),
  kind: 'review',
  accounts: account === null ? [] : [account],
  reason: draft.review?.reason ?? '',
  amount: draft.amount,
  on: draft.on,
})
