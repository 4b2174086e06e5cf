import type { RequestInput } from '#shared/contract/contract.ts'
import type { RefundCandidate } from '#shared/contract/review-view.ts'
import { type Day, dayText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { type Account, isBilled, isLending } from '#shared/ledger/account.ts'
import { dayInput, moneyInput, monthInput, rateInput, wholeInput } from '../../components/field-inputs.ts'
import { parseDayField, parseMoneyField } from '../../components/field-parsing.ts'

/** What can be entered by hand besides bills and repayments, which have forms of their own. */
export type ByHand = 'purchase' | 'refund' | 'installments' | 'loan' | 'deferral'

/** What is being typed about one entry: text, until the border has parsed it. */
export type EntryDraft = {
  readonly account: string
  readonly kind: ByHand
  readonly amount: string
  readonly on: string
  readonly label: string
  /** Of a purchase: awaiting receipt. Of a refund: still on its way. */
  readonly pending: boolean
  /** The purchase that a refund belongs to; null where it stands on its own. */
  readonly of: RefundCandidate | null
  readonly origin: 'trade' | 'bill'
  readonly month: string
  readonly rate: string
  readonly count: string
  readonly paid: string
  readonly method: RequestInput<'addLoan'>['method']
  readonly repayDay: string
  readonly fee: string
}

/** What an account can have: what is billed is spent on, what lends lends. Other debts are told by their balance. */
export function kindsOf(account: Pick<Account, 'kind'>): readonly ByHand[] {
  if (isBilled(account)) return ['purchase', 'installments', 'refund', 'deferral']
  return isLending(account) ? ['loan'] : []
}

/** The day of a loan is long past and never guessed; everything else was most often today. */
export const startDraft = (account: Pick<Account, 'id' | 'kind'>, today: Day): EntryDraft => ({
  account: account.id,
  kind: isLending(account) ? 'loan' : 'purchase',
  amount: '',
  on: isLending(account) ? '' : dayText(today),
  label: '',
  pending: false,
  of: null,
  origin: 'trade',
  month: '',
  rate: '',
  count: '',
  paid: '0',
  method: 'equal-installment',
  repayDay: '',
  fee: '',
})

/** What is known so far of a refund, to find its purchase; what cannot be read yet is left open. */
export function refundSought(
  { account, label, ...draft }: EntryDraft,
  today: Day,
): RequestInput<'listRefundCandidates'> {
  const amount = parseMoneyField(draft.amount)
  const on = parseDayField(draft.on, today, 'past')
  return {
    account,
    label: label.trim(),
    ...(amount.ok && amount.value >= 0 ? { amount: yuanText(amount.value) } : {}),
    ...(on.ok ? { on: dayText(on.value) } : {}),
  }
}

export type ByHandRequest = {
  readonly [M in keyof typeof FIELDS]: { readonly method: M; readonly input: RequestInput<M> }
}[keyof typeof FIELDS]

export function entryRequest(draft: EntryDraft, today: Day): ByHandRequest {
  const { account, label } = draft
  const amount = moneyInput(draft.amount)
  const on = dayInput(draft.on, today, 'past')
  switch (draft.kind) {
    case 'purchase': {
      const posting = draft.pending ? { postedOn: null } : {}
      return { method: 'addPurchase', input: { account, label, amount, orderedOn: on, ...posting } }
    }
    case 'refund':
      return {
        method: 'addRefund',
        input: { account, label, amount, on, of: draft.of?.entry ?? null, inFlight: draft.pending },
      }
    case 'installments':
      return { method: 'addInstallments', input: { account, label, principal: amount, ...planTerms(draft, today) } }
    case 'loan':
      return { method: 'addLoan', input: { account, label, principal: amount, drawnOn: on, ...loanTerms(draft) } }
    case 'deferral': {
      const fee = draft.fee.trim() === '' ? {} : { fee: moneyInput(draft.fee) }
      return {
        method: 'addDeferral',
        input: { account, label, amount, month: monthInput(draft.month, today), on, ...fee },
      }
    }
  }
}

function planTerms({ origin, month, rate, count, paid }: EntryDraft, today: Day) {
  const at = monthInput(month, today)
  const when = origin === 'bill' ? { fromBill: at } : { firstBill: at }
  return { origin, count: wholeInput(count), feeRate: rateInput(rate), paidPeriods: wholeInput(paid), ...when }
}

const loanTerms = ({ rate, count, method, repayDay, paid }: EntryDraft) => ({
  dailyRate: rateInput(rate),
  method,
  count: wholeInput(count),
  repayDay: wholeInput(repayDay),
  paidParts: wholeInput(paid),
})

/** Where the border names what a field of the form holds. */
const FIELDS = {
  addPurchase: { on: 'orderedOn' },
  addRefund: {},
  addInstallments: { amount: 'principal', rate: 'feeRate', paid: 'paidPeriods' },
  addLoan: { amount: 'principal', on: 'drawnOn', rate: 'dailyRate', paid: 'paidParts' },
  addDeferral: {},
} as const satisfies Record<string, Partial<Record<keyof EntryDraft, string>>>

/** The path by which a field is refused. */
export function pathOf(draft: EntryDraft, field: keyof EntryDraft, method: ByHandRequest['method']): string {
  if (method === 'addInstallments' && field === 'month') return draft.origin === 'bill' ? 'fromBill' : 'firstBill'
  const names: Partial<Record<keyof EntryDraft, string>> = FIELDS[method]
  return names[field] ?? field
}

/** `new` opens the form, `new~huabei` with that account, to which one goes back; null for anything else. */
export function newEntryOf(
  item: string | undefined,
): { readonly account: string | null; readonly back: string } | null {
  if (item === 'new') return { account: null, back: '/entries' }
  if (!item?.startsWith('new~')) return null
  const account = item.slice('new~'.length)
  return { account, back: `/accounts/${encodeURIComponent(account)}` }
}
