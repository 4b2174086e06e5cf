import { type Day, dayText, monthText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { parseDayField, parseMoneyField, parseMonthField } from '../../components/field-parsing.ts'
import type { EntryFilter } from '../../state/use-entry-pages.ts'

/** What narrows the list, as it is typed and chosen: every field is text, an empty one asks nothing. */
export type FilterDraft = {
  readonly text: string
  readonly account: string
  readonly kind: string
  readonly month: string
  readonly from: string
  readonly through: string
  readonly atLeast: string
  readonly atMost: string
  readonly flag: string
  readonly batch: string
}

export const NO_FILTER: FilterDraft = {
  text: '',
  account: '',
  kind: '',
  month: '',
  from: '',
  through: '',
  atLeast: '',
  atMost: '',
  flag: '',
  batch: '',
}

export const FLAGS = ['awaiting-receipt', 'refund-expected', 'unlinked', 'needs-answer'] as const

/** What stands behind "more conditions". */
export const FURTHER = ['month', 'from', 'through', 'atLeast', 'atMost', 'flag', 'batch'] as const

export const givenOf = (draft: FilterDraft): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(draft).filter(([, text]) => text.trim() !== ''))

/** A saved filter; names that this version does not know are left out. */
export const draftFrom = (saved: Readonly<Record<string, string>>): FilterDraft =>
  Object.fromEntries(Object.keys(NO_FILTER).map((key) => [key, saved[key] ?? ''])) as FilterDraft

/** The question to the ledger. What cannot be read yet asks nothing; its field says so. */
export function filterOf(draft: FilterDraft, today: Day): EntryFilter {
  const day = (text: string) => {
    const outcome = parseDayField(text, today, 'past')
    return outcome.ok ? dayText(outcome.value) : undefined
  }
  const amount = (text: string) => {
    const outcome = parseMoneyField(text)
    return outcome.ok && outcome.value >= 0 ? yuanText(outcome.value) : undefined
  }
  const month = parseMonthField(draft.month, today)
  const flag = FLAGS.find((one) => one === draft.flag)
  const asked = {
    text: draft.text.trim() || undefined,
    account: draft.account || undefined,
    kind: draft.kind || undefined,
    month: month.ok ? monthText(month.value) : undefined,
    from: day(draft.from),
    through: day(draft.through),
    atLeast: amount(draft.atLeast),
    atMost: amount(draft.atMost),
    flag,
    batch: draft.batch || undefined,
  }
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
}
