import type { RequestInput } from '#shared/contract/contract.ts'
import { type Day, dayText, monthText } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen, yuanText, ZERO } from '#shared/kernel/money.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { ShownBill } from '#shared/ledger/entry.ts'
import type { FieldProblem } from '../../components/field.tsx'
import {
  type DayFieldRefusal,
  parseDayField,
  parseMoneyField,
  parseMonthField,
} from '../../components/field-parsing.ts'

/** A bill as it is being typed: text, until it is sent. */
export type BillDraft = {
  readonly account: string
  readonly month: string
  readonly amount: string
  readonly minimum: string
  readonly principal: string
  readonly fee: string
  readonly interest: string
  readonly penalty: string
  readonly paidKind: 'none' | 'all' | 'some'
  readonly paid: string
  /** The day on which that part, or all of it, was paid. */
  readonly paidOn: string
  /** What the bill that is corrected had as paid, without a day. */
  readonly paidWas: string
}

export const PART_FIELDS = ['principal', 'fee', 'interest', 'penalty'] as const
export type PartField = (typeof PART_FIELDS)[number]

export const emptyDraft = (account: string, month: string): BillDraft => ({
  account,
  month,
  amount: '',
  minimum: '',
  principal: '',
  fee: '',
  interest: '',
  penalty: '',
  paidKind: 'none',
  paid: '',
  paidOn: '',
  paidWas: '',
})

/** The draft of the next bill. That the last one was paid holds for it as well only where that stands in sight. */
export const draftAfter = (draft: BillDraft, month: string, inSight: boolean): BillDraft => ({
  ...emptyDraft(draft.account, month),
  paidKind: inSight && draft.paidKind === 'all' ? 'all' : 'none',
})

/** Another account was chosen: that the bills of the last one were paid says nothing about its own. */
export const forAccount = (draft: BillDraft, account: string): Partial<BillDraft> => ({
  account,
  ...(isTyped(draft) ? {} : { paidKind: 'none' }),
})

/** Whether anything beyond the amount was typed. */
export const hasDetails = (draft: BillDraft): boolean =>
  (['minimum', ...PART_FIELDS, 'paid', 'paidOn'] as const).some((name) => draft[name].trim() !== '')

/** Whether leaving the form would lose what somebody typed. */
export const isTyped = (draft: BillDraft): boolean => draft.amount.trim() !== '' || hasDetails(draft)

/** An entered bill as it was typed, to be corrected. */
export function draftOf(bill: ShownBill): BillDraft {
  const text = (amount: Fen | null | undefined) => (amount == null ? '' : yuanText(amount))
  return {
    account: bill.account,
    month: monthText(bill.month),
    amount: text(bill.shown),
    minimum: text(bill.shownMinimum),
    principal: text(bill.parts?.principal),
    fee: text(bill.parts?.fee),
    interest: text(bill.parts?.interest),
    penalty: text(bill.parts?.penalty),
    paidKind: bill.paid === 0 ? 'none' : bill.paid === bill.shown ? 'all' : 'some',
    paid: bill.paid === 0 ? '' : yuanText(bill.paid),
    paidOn: '',
    paidWas: bill.paid === 0 ? '' : yuanText(bill.paid),
  }
}

export type BillProblem = { readonly path: keyof BillDraft; readonly problem: FieldProblem }

/** The request that the draft stands for, or the first field that cannot be read. */
export function billRequest(draft: BillDraft, today: Day): Outcome<RequestInput<'enterBill'>, BillProblem> {
  const month = parseMonthField(draft.month, today)
  if (!month.ok) return refused({ path: 'month', problem: { ...month.refusal, text: draft.month } })
  const amount = parseMoneyField(draft.amount)
  if (!amount.ok) return refused({ path: 'amount', problem: amount.refusal })
  const wrong = (['minimum', ...PART_FIELDS, 'paid'] as const).find((name) => {
    const used = draft[name].trim() !== '' && (name !== 'paid' || draft.paidKind === 'some')
    return used && !parseMoneyField(draft[name]).ok
  })
  if (wrong !== undefined) return refused({ path: wrong, problem: { kind: 'amount-not-a-number', text: draft[wrong] } })
  const paidOn = paidDay(draft, today)
  if (!paidOn.ok) return refused({ path: 'paidOn', problem: { ...paidOn.refusal, text: draft.paidOn } })
  const parts = partsOf(draft)
  return done({
    account: draft.account,
    month: monthText(month.value),
    shown: yuanText(amount.value),
    shownMinimum: optionalText(draft.minimum),
    parts: Object.keys(parts).length === 0 ? null : parts,
    paid: paidText(draft, amount.value),
    paidOn: paidOn.value === null ? null : dayText(paidOn.value),
  })
}

/** Sum of the parts typed so far, and what the total still lacks of it; null where no part was typed. */
export function partsSum(draft: BillDraft): { readonly sum: Fen; readonly left: Fen } | null {
  const typed = PART_FIELDS.map((name) => parseMoneyField(draft[name]))
  const amounts = typed.flatMap((outcome) => (outcome.ok ? [outcome.value] : []))
  if (amounts.length === 0) return null
  const total = parseMoneyField(draft.amount)
  const sum = sumFen(amounts)
  return { sum, left: fen((total.ok ? total.value : ZERO) - sum) }
}

const partsOf = (draft: BillDraft): Partial<Record<PartField, string>> =>
  Object.fromEntries(
    PART_FIELDS.flatMap((name) => {
      const text = optionalText(draft[name])
      return text === null ? [] : [[name, text]]
    }),
  )

function optionalText(text: string): string | null {
  const amount = parseMoneyField(text)
  return text.trim() !== '' && amount.ok ? yuanText(amount.value) : null
}

function paidText(draft: BillDraft, total: Fen): string {
  if (draft.paidKind === 'none') return '0'
  return draft.paidKind === 'all' ? yuanText(total) : (optionalText(draft.paid) ?? '0')
}

/** Interest runs until the day of payment. Of all of a bill it may stay unsaid, of a part where it was entered so. */
function paidDay(draft: BillDraft, today: Day): Outcome<Day | null, DayFieldRefusal> {
  if (draft.paidKind === 'none') return done(null)
  const isAsBefore = draft.paidWas !== '' && draft.paid === draft.paidWas
  if (draft.paidOn.trim() === '' && (draft.paidKind === 'all' || isAsBefore)) return done(null)
  return parseDayField(draft.paidOn, today, 'past')
}
