import { done, type Outcome, refused } from './outcome.ts'

/** A calendar date in Asia/Shanghai as the whole number of days since 1970-01-01. A day is not an instant. */
export type Day = number & { readonly __day: unique symbol }
/** A calendar month as year × 12 + (month − 1). A bill is named after the month in which it is issued (D 1.11). */
export type Month = number & { readonly __month: unique symbol }

export type CivilDate = { readonly year: number; readonly month: number; readonly day: number }

/** 1900-01-01 and 2199-12-31: dates beyond are typing errors, not debts. */
export const FIRST_DAY = -25567 as Day
export const LAST_DAY = 84005 as Day

/** Days before the given civil date, counted from 1970-01-01; proleptic Gregorian, years start in March inside. */
export function dayOf(year: number, month: number, day: number): Day {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return (era * 146097 + dayOfEra - 719468) as Day
}

export function civil(day: Day): CivilDate {
  const shifted = day + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  }
}

export const addDays = (day: Day, count: number): Day => (day + count) as Day
export const minDay = (a: Day, b: Day): Day => (a < b ? a : b)
export const maxDay = (a: Day, b: Day): Day => (a > b ? a : b)
/** 0 is Sunday. 1970-01-01 was a Thursday. */
export const weekday = (day: Day): number => (((day + 4) % 7) + 7) % 7

export const monthNumber = (year: number, month: number): Month => (year * 12 + month - 1) as Month
export const addMonths = (month: Month, count: number): Month => (month + count) as Month
export function monthOf(day: Day): Month {
  const { year, month } = civil(day)
  return monthNumber(year, month)
}

export function daysInMonth(month: Month): number {
  return firstOf(addMonths(month, 1)) - firstOf(month)
}

export const firstOf = (month: Month): Day => dayOf(Math.floor(month / 12), (month % 12) + 1, 1)

/** The given day of a month, or the month's last day where it has fewer (31 in April is the 30th). */
export function dayInMonth(month: Month, dayOfMonth: number): Day {
  const day = addDays(firstOf(month), dayOfMonth - 1)
  return dayOfMonth <= SHORTEST_MONTH ? day : minDay(day, addDays(firstOf(addMonths(month, 1)), -1))
}

const SHORTEST_MONTH = 28

export type DayRefusal =
  | { readonly kind: 'date-not-readable'; readonly text: string }
  | { readonly kind: 'date-does-not-exist'; readonly text: string }
  | { readonly kind: 'date-out-of-range'; readonly text: string }

export type MonthRefusal = DayRefusal | { readonly kind: 'month-not-readable'; readonly text: string }

/** `YYYY-MM-DD`; a date that does not exist (2026-02-30) is refused, never shifted. */
export function parseDay(text: string): Outcome<Day, DayRefusal> {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return refused({ kind: 'date-not-readable', text })
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(monthNumber(year, month))) {
    return refused({ kind: 'date-does-not-exist', text })
  }
  const day = dayOf(year, month, dayOfMonth)
  return day < FIRST_DAY || day > LAST_DAY ? refused({ kind: 'date-out-of-range', text }) : done(day)
}

export function dayText(day: Day): string {
  const { year, month, day: dayOfMonth } = civil(day)
  return `${year}-${two(month)}-${two(dayOfMonth)}`
}

/** `YYYY-MM`. */
export function parseMonth(text: string): Outcome<Month, MonthRefusal> {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)) return refused({ kind: 'month-not-readable', text })
  const outcome = parseDay(`${text}-01`)
  return outcome.ok ? done(monthOf(outcome.value)) : refused({ ...outcome.refusal, text })
}

export const monthText = (month: Month): string => `${Math.floor(month / 12)}-${two((month % 12) + 1)}`

const two = (value: number): string => String(value).padStart(2, '0')

/** A day written in the code; a typing error is a fault. */
export function day(text: string): Day {
  const outcome = parseDay(text)
  if (!outcome.ok) throw new Error(`not a day: ${text}`)
  return outcome.value
}

/** A month written in the code; a typing error is a fault. */
export function month(text: string): Month {
  const outcome = parseMonth(text)
  if (!outcome.ok) throw new Error(`not a month: ${text}`)
  return outcome.value
}
