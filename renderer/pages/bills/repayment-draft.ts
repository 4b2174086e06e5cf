import type { RequestInput } from '#shared/contract/contract.ts'
import type { BillView } from '#shared/contract/views.ts'
import { type Day, dayText } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen, yuanText, ZERO } from '#shared/kernel/money.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { FieldProblem } from '../../components/field.tsx'
import { parseDayField, parseMoneyField } from '../../components/field-parsing.ts'

/** A repayment as it is being typed. `to` is an account, or `combined` for several at once. */
export type RepaymentDraft = {
  readonly amount: string
  /** The amount is what the bill asks for: with another day it is what it asked for on that day. */
  readonly asksBill: boolean
  readonly on: string
  readonly to: string
  /** `YYYY-MM`, or empty where the lender's own order decides. */
  readonly month: string
  readonly from: string
  readonly shares: Readonly<Record<string, string>>
}

export const COMBINED = 'combined'

/** What a bill asked for through its due day, when nothing was charged for being overdue yet. */
export const unpaidInTime = (bill: Pick<BillView, 'unpaid' | 'parts'>): Fen =>
  fen(bill.unpaid - bill.parts.overdueCharges)

/** On a day after its due day and before today a bill asked for what its books of that day say; null on any other. */
export function lateDayOf(bill: Pick<BillView, 'dueOn'>, on: Day, today: Day): Day | null {
  return bill.dueOn < on && on < today ? on : null
}

export type RepaymentProblem = { readonly path: keyof RepaymentDraft; readonly problem: FieldProblem }

/** The request that the draft stands for; previewed and recorded from the same words. */
export function repaymentRequest(
  draft: RepaymentDraft,
  today: Day,
): Outcome<RequestInput<'recordRepayment'>, RepaymentProblem> {
  const amount = parseMoneyField(draft.amount)
  if (!amount.ok) return refused({ path: 'amount', problem: amount.refusal })
  const on = parseDayField(draft.on, today, 'past')
  if (!on.ok) return refused({ path: 'on', problem: on.refusal })
  const month = draft.month === '' ? null : draft.month
  const split =
    draft.to === COMBINED
      ? sharesOf(draft).map(([account, share]) => ({ account, amount: yuanText(share), month }))
      : [{ account: draft.to, amount: yuanText(amount.value), month }]
  if (split.length === 0) return refused({ path: 'shares', problem: { kind: 'amount-empty' } })
  return done({ amount: yuanText(amount.value), on: dayText(on.value), split, paidFrom: draft.from.trim() })
}

/** What a combined repayment has still to be placed; negative when the shares are too much. */
export function shareLeft(draft: RepaymentDraft): { readonly sum: Fen; readonly left: Fen } {
  const amount = parseMoneyField(draft.amount)
  const sum = sumFen(sharesOf(draft).map(([, share]) => share))
  return { sum, left: fen((amount.ok ? amount.value : ZERO) - sum) }
}

function sharesOf(draft: RepaymentDraft): readonly (readonly [string, Fen])[] {
  return Object.entries(draft.shares).flatMap(([account, text]) => {
    const share = parseMoneyField(text)
    return share.ok && share.value !== 0 ? [[account, share.value] as const] : []
  })
}

/** The amount over the accounts in order of what each has unpaid, never more than that, the rest with the last. */
export function shareByUnpaid(
  amount: Fen,
  unpaid: readonly { readonly account: string; readonly amount: Fen }[],
): Readonly<Record<string, string>> {
  let left = amount
  const shares = unpaid.map((one, index) => {
    const share = index === unpaid.length - 1 ? left : fen(Math.min(left, one.amount))
    left = fen(left - share)
    return [one.account, yuanText(share)] as const
  })
  return Object.fromEntries(shares)
}
