import { type Day, type Month, monthNumber, monthOf } from '#shared/kernel/day.ts'

/** Months and amounts as people write them on one line of a table of bills: `2026年07月账单`, `202607`, `2026/7/1`, `Jul 2026`, `26年7月`, `7月`. */

/** What was found, and the line without it, so that nothing is read twice. */
export type Found<T> = { readonly value: T; readonly rest: string }

const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const NAMED = NAMES.join('|')

/** The first form that fits wins: a month alone says more than the month of some date on the line. */
const MONTH_FORMS: readonly { readonly form: RegExp; readonly of: (match: RegExpExecArray) => Month | null }[] = [
  {
    form: /(?<!\d)(20\d{2})\s*[-/.年]\s*(1[0-2]|0?[1-9])(?:\s*月份?)?(?![-/.月]?\d)(?:\s*账单)?/,
    of: ([, year, month]) => monthNumber(Number(year), Number(month)),
  },
  { form: /(?<!\d)(20\d{2})(0[1-9]|1[0-2])(?!\d)/, of: ([, year, month]) => monthNumber(Number(year), Number(month)) },
  { form: new RegExp(`\\b(${NAMED})[a-z]*\\.?\\s+(20\\d{2})\\b`, 'i'), of: ([, name, year]) => named(year, name) },
  { form: new RegExp(`\\b(20\\d{2})\\s+(${NAMED})[a-z]*\\b`, 'i'), of: ([, year, name]) => named(year, name) },
  {
    form: /(?<!\d)(20\d{2})[-/.年](1[0-2]|0?[1-9])[-/.月]\d{1,2}日?(?!\d)/,
    of: ([, year, month]) => monthNumber(Number(year), Number(month)),
  },
  {
    form: /(?<!\d)(\d{2})\s*年\s*(1[0-2]|0?[1-9])\s*月份?(?:\s*账单)?/,
    of: ([, year, month]) => monthNumber(2000 + Number(year), Number(month)),
  },
]

const named = (year: string | undefined, name: string | undefined): Month =>
  monthNumber(Number(year), NAMES.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1)

const SHORT_MONTH = /(?<!\d)(1[0-2]|0?[1-9])\s*月份?(?:\s*账单)?(?!\d)/
const WHOLE_DATE = /(?<!\d)20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?!\d)/g

/** The month of a bill. `7月` alone is the last July that has begun. Other dates on the line, such as a due day, leave with it. */
export function findMonth(text: string, today: Day): Found<Month> | null {
  for (const { form, of } of MONTH_FORMS) {
    const match = form.exec(text)
    const value = match && of(match)
    if (match && value !== null) return { value, rest: without(text, match).replace(WHOLE_DATE, ' ') }
  }
  const short = SHORT_MONTH.exec(text)
  if (short === null) return null
  const now = monthOf(today)
  const thisYear = monthNumber(Math.floor(now / 12), Number(short[1]))
  const value = thisYear <= now ? thisYear : ((thisYear - 12) as Month)
  return { value, rest: without(text, short).replace(WHOLE_DATE, ' ') }
}

const without = (text: string, match: RegExpExecArray): string =>
  `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`

export const AMOUNT = '[¥￥]?\\s*-?(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?![\\d,]*\\d)\\s*元?'
const ANY_AMOUNT = new RegExp(AMOUNT, 'g')
const MINIMUM = new RegExp(`(?:最低(?:应?还款?)?(?:金?额)?|min(?:imum)?\\.?)\\s*[:：]?\\s*(${AMOUNT})`, 'i')
const PAID = new RegExp(`(?:已还款?(?:金?额)?|(?<!un)paid)\\s*[:：]?\\s*(${AMOUNT})`, 'i')

/** An amount with its word before it: `最低128`, `已还 500.00`, `minimum 128`, `paid 500`. */
export const findMinimum = (text: string): Found<string> | null => findAmount(text, MINIMUM)
export const findPaid = (text: string): Found<string> | null => findAmount(text, PAID)

function findAmount(text: string, form: RegExp): Found<string> | null {
  const match = form.exec(text)
  return match ? { value: (match[1] ?? '').trim(), rest: without(text, match) } : null
}

/** Amounts that nothing names: the total, where there is one. */
export const amountsIn = (text: string): readonly string[] => (text.match(ANY_AMOUNT) ?? []).map((one) => one.trim())
export const withoutAmounts = (text: string): string => text.replace(ANY_AMOUNT, ' ')

const NOT_PAID = /未还清?款?|没还|待还款?|unpaid|not\s+paid/i
const PAID_IN_FULL = /已?全?部?(?:还清|结清)|paid in full|settled/i
/** `已还` alone says it of the whole bill only right after its amount, with nothing to follow: `部分已还`, `已还部分` say nothing sure. */
const PAID_ALONE = /(?<=[\d元][\s,;]*)(?:已还款?|paid)[\s。.]*$/i

/**
 * Whether the line says that the bill is paid: `还清`, `未还`; silence is null. Where it names a minimum too, `已还` alone
 * may be said of that.
 */
export function findPaidWord(text: string, { minimumSaid }: { minimumSaid: boolean }): Found<'all' | 'none'> | null {
  const no = NOT_PAID.exec(text)
  if (no) return { value: 'none', rest: without(text, no) }
  const yes = PAID_IN_FULL.exec(text)
  if (yes) return { value: 'all', rest: without(text, yes) }
  const alone = PAID_ALONE.exec(text)
  return alone && !minimumSaid ? { value: 'all', rest: without(text, alone) } : null
}

/** What is left after repayments is not a bill's total, and would make the bill too small. */
export const saysRemaining = (text: string): boolean => /剩余|还剩|remaining|left to pay/i.test(text)
