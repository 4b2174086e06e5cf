import type { DayRefusal } from '#shared/kernel/day.ts'
import type { MoneyRefusal } from '#shared/kernel/money.ts'
import type { Language, Sentence } from './language.ts'

/** Which rule an unreadable row broke, and the cell or figures that show it. */
export type RowFlaw =
  | { readonly kind: 'too-few-fields' | 'too-many-fields'; readonly fields: number; readonly expected: number }
  | { readonly kind: MoneyRefusal['kind'] | 'amount-negative'; readonly value: string }
  | { readonly kind: DayRefusal['kind'] | 'time-not-readable'; readonly value: string }
  | { readonly kind: 'unreadable-characters' }

/** A row that could not be read: it is shown with its text, and never stops or hides the others (formats.md 5.1, 34). */
export type RowProblem = RowFlaw & {
  readonly line: number
  readonly text: string
  /** Same key, same row, in whichever file it comes again: see dedupe-key.ts. */
  readonly key: string
}

export const FLAW_SENTENCES = {
  'too-few-fields': {
    'zh-CN': '这一行的列数不够，可能被截断。',
    en: 'This row has too few fields; it may be cut off.',
  },
  'too-many-fields': {
    'zh-CN': '这一行的列数太多，对不上表头。',
    en: 'This row has too many fields and does not fit the header.',
  },
  'amount-empty': { 'zh-CN': '没有金额。', en: 'There is no amount.' },
  'amount-not-a-number': { 'zh-CN': '金额不是数字。', en: 'The amount is not a number.' },
  'amount-too-many-decimals': { 'zh-CN': '金额超过两位小数。', en: 'The amount has more than two decimals.' },
  'amount-has-exponent': {
    'zh-CN': '金额被表格软件改成了科学计数法。',
    en: 'The amount was turned into scientific notation by a spreadsheet.',
  },
  'amount-too-large': { 'zh-CN': '金额太大。', en: 'The amount is too large.' },
  'amount-negative': {
    'zh-CN': '金额是负数，原始账单里不会出现。',
    en: 'The amount is negative, which an original statement never has.',
  },
  'date-not-readable': { 'zh-CN': '看不懂交易时间。', en: 'The transaction time cannot be read.' },
  'date-does-not-exist': { 'zh-CN': '没有这个日期。', en: 'This date does not exist.' },
  'date-out-of-range': { 'zh-CN': '日期不合理。', en: 'This date is out of range.' },
  'time-not-readable': { 'zh-CN': '看不懂交易时间的时分秒。', en: 'The time of day cannot be read.' },
  'unreadable-characters': { 'zh-CN': '这一行有损坏的字符。', en: 'This row holds damaged characters.' },
} as const satisfies Record<RowFlaw['kind'], Sentence>

/** What is wrong with the row, with the cell it found. */
export function problemSentence(flaw: RowFlaw, language: Language): string {
  const sentence = FLAW_SENTENCES[flaw.kind][language]
  if ('fields' in flaw) return `${sentence} (${flaw.fields} / ${flaw.expected})`
  return 'value' in flaw && flaw.value !== '' ? `${sentence} (${flaw.value})` : sentence
}

/** The same by the kind alone, where the cell it found is shown beside it; a kind that is not known is shown as it is. */
export const problemKindSentence = (kind: string, language: Language): string =>
  new Map<string, Sentence>(Object.entries(FLAW_SENTENCES)).get(kind)?.[language] ?? kind
