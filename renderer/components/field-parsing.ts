import {
  addDays,
  addMonths,
  type Day,
  dayInMonth,
  daysInMonth,
  type Month,
  monthNumber,
  monthOf,
  parseDay,
  parseMonth,
} from '#shared/kernel/day.ts'
import { type Fen, fen, type MoneyRefusal, parseYuan } from '#shared/kernel/money.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { withDigits } from './chinese-numbers.ts'
import { dayInDigits, monthInDigits } from './english-dates.ts'

/** What people type into fields, as exact values: arithmetic in amounts, short and spoken days. Nothing is guessed silently: the field shows what it understood. */

/** Characters of a Chinese input method as their ASCII forms. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll('。', '.')
    .replaceAll('、', ',')
    .replaceAll('\u3000', ' ')
    .trim()
}

/** A fraction in whole numbers, so that `100/3*3` is exactly 100. */
type Fraction = { readonly top: bigint; readonly bottom: bigint }

/** An amount in fen from `1,280.00`, `￥1280`, `12.5+3*4` or `(30+20)/2`; refuses what does not end at a whole fen. */
export function parseMoneyField(text: string): Outcome<Fen, MoneyRefusal> {
  const plain = toHalfWidth(text)
    .replace(/[¥￥元\s]/g, '')
    .replaceAll('×', '*')
    .replaceAll('÷', '/')
    .replaceAll('−', '-')
  if (!hasArithmetic(plain)) return parseYuan(text)
  const result = calculate(plain.replaceAll(',', ''))
  if (result === null) return refused({ kind: 'amount-not-a-number', text })
  const hundredths = result.top * 100n
  if (hundredths % result.bottom !== 0n) return refused({ kind: 'amount-too-many-decimals', text })
  const value = Number(hundredths / result.bottom)
  return Number.isSafeInteger(value) ? done(fen(value)) : refused({ kind: 'amount-too-large', text })
}

/** Whether the text is a sum to be worked out, and its result worth showing beside it. */
export const hasArithmetic = (text: string): boolean =>
  /.[-+*/×÷−]|[()]/.test(toHalfWidth(text).replace(/[¥￥\s]/g, ''))

/** The four operations with brackets, exact. Null for what is not an expression. */
function calculate(text: string): Fraction | null {
  const tokens = text.match(/\d+(?:\.\d+)?|[-+*/()]/g)
  if (tokens === null || tokens.join('') !== text) return null
  let at = 0
  const factor = (): Fraction | null => {
    const token = tokens[at++]
    if (token === undefined) return null
    if (token === '-') return times(factor(), { top: -1n, bottom: 1n })
    if (token === '(') {
      const inside = sum()
      return tokens[at++] === ')' ? inside : null
    }
    return /^\d/.test(token) ? fractionOf(token) : null
  }
  const product = (): Fraction | null => {
    let value = factor()
    while (tokens[at] === '*' || tokens[at] === '/') {
      const divides = tokens[at++] === '/'
      const next = factor()
      value = times(value, divides ? inverse(next) : next)
    }
    return value
  }
  const sum = (): Fraction | null => {
    let value = product()
    while (tokens[at] === '+' || tokens[at] === '-') {
      const sign = tokens[at++] === '-' ? -1n : 1n
      value = plus(value, times(product(), { top: sign, bottom: 1n }))
    }
    return value
  }
  const result = sum()
  return at === tokens.length ? result : null
}

function fractionOf(digits: string): Fraction {
  const [whole = '0', decimals = ''] = digits.split('.')
  return { top: BigInt(whole + decimals), bottom: 10n ** BigInt(decimals.length) }
}
const times = (a: Fraction | null, b: Fraction | null): Fraction | null =>
  a && b && { top: a.top * b.top, bottom: a.bottom * b.bottom }
const plus = (a: Fraction | null, b: Fraction | null): Fraction | null =>
  a && b && { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom }
const inverse = (a: Fraction | null): Fraction | null => {
  if (a === null || a.top === 0n) return null
  return a.top < 0n ? { top: -a.bottom, bottom: -a.top } : { top: a.bottom, bottom: a.top }
}

/** Which year or month a short date means: `past` for what happened, `future` for what will, `near` for the closest. */
export type Leaning = 'past' | 'future' | 'near'

export type DayFieldRefusal = {
  readonly kind: 'date-not-readable' | 'date-does-not-exist' | 'date-out-of-range' | 'field-missing'
}

const SPOKEN: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  today: 0,
  明天: 1,
  明日: 1,
  tomorrow: 1,
  后天: 2,
  大后天: 3,
  昨天: -1,
  昨日: -1,
  yesterday: -1,
  前天: -2,
  大前天: -3,
}

/** A day from `2026-07-10`, `7-10`, `3月10日`, `七月三日`, `10 March`, `10`, `明天`, `+3` or `-2`. */
export function parseDayField(text: string, today: Day, leaning: Leaning = 'near'): Outcome<Day, DayFieldRefusal> {
  const plain = toHalfWidth(text).toLowerCase()
  if (plain === '') return refused({ kind: 'field-missing' })
  const spoken = SPOKEN[plain]
  return spoken === undefined
    ? writtenDay(dayInDigits(withDigits(plain)), today, leaning)
    : done(addDays(today, spoken))
}

function writtenDay(plain: string, today: Day, leaning: Leaning): Outcome<Day, DayFieldRefusal> {
  const step = /^([-+])(\d{1,4})$/.exec(plain)
  if (step) return done(addDays(today, Number(step[1] + step[2]!)))
  const full =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (full) return parseDay(`${full[1]}-${full[2]!.padStart(2, '0')}-${full[3]!.padStart(2, '0')}`)
  const monthAndDay = /^(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/.exec(plain)
  if (monthAndDay)
    return closest(candidatesByYear(Number(monthAndDay[1]), Number(monthAndDay[2]), today), today, leaning)
  const dayOnly = /^(\d{1,2})\s*[日号]?$/.exec(plain)
  if (dayOnly) return closest(candidatesByMonth(Number(dayOnly[1]), today), today, leaning)
  return refused({ kind: 'date-not-readable' })
}

function candidatesByYear(month: number, dayOfMonth: number, today: Day): Day[] {
  const thisYear = Math.floor(monthOf(today) / 12)
  if (month < 1 || month > 12) return []
  return [-1, 0, 1].flatMap((years) => dayIfReal(monthNumber(thisYear + years, month), dayOfMonth))
}

const candidatesByMonth = (dayOfMonth: number, today: Day): Day[] =>
  [-2, -1, 0, 1, 2].flatMap((months) => dayIfReal((monthOf(today) + months) as Month, dayOfMonth))

const dayIfReal = (month: Month, dayOfMonth: number): Day[] =>
  dayOfMonth >= 1 && dayOfMonth <= daysInMonth(month) ? [dayInMonth(month, dayOfMonth)] : []

function closest(candidates: readonly Day[], today: Day, leaning: Leaning): Outcome<Day, DayFieldRefusal> {
  const fits = (one: Day) => leaning === 'near' || (leaning === 'past' ? one <= today : one >= today)
  const sorted = candidates.filter(fits).sort((a, b) => Math.abs(a - today) - Math.abs(b - today) || a - b)
  return sorted[0] === undefined ? refused({ kind: 'date-does-not-exist' }) : done(sorted[0])
}

export type MonthFieldRefusal = { readonly kind: DayFieldRefusal['kind'] | 'month-not-readable' }

/**
 * A bill month from `2026-07`, `2026年07月`, `202607`, `7`, `7月`, `七月` or `July`: the last one of that name, next month's
 * included; in a plan the next one.
 */
export function parseMonthField(
  text: string,
  today: Day,
  leaning: 'past' | 'future' = 'past',
): Outcome<Month, MonthFieldRefusal> {
  const plain = monthInDigits(withDigits(toHalfWidth(text).toLowerCase().replace(/账单$/, '').replace('月份', '月')))
  if (plain === '') return refused({ kind: 'field-missing' })
  const full = /^(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*月?$/.exec(plain)
  if (full) return parseMonth(`${full[1]}-${full[2]!.padStart(2, '0')}`)
  const short = /^(\d{1,2})\s*月?$/.exec(plain)
  if (!short) return refused({ kind: 'month-not-readable' })
  const month = Number(short[1])
  if (month < 1 || month > 12) return refused({ kind: 'month-not-readable' })
  // Bills are of the past, or the one that is issued next; a plan's months begin with this one.
  const latest = addMonths(monthOf(today), leaning === 'past' ? 1 : 11)
  const year = Math.floor(latest / 12)
  const thisYear = monthNumber(year, month)
  return done(thisYear <= latest ? thisYear : monthNumber(year - 1, month))
}
