import { type Day, parseDay } from '#shared/kernel/day.ts'
import { type Fen, fen, parseYuan } from '#shared/kernel/money.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { RowFlaw } from './row-problem.ts'

/** Reads the cells of statement files. Original files take the short way; what a spreadsheet re-saved takes the long one. */

/** An amount in fen, and whether it needed more than the original form `\d+.\d{2}`. Refuses what is below zero. */
export function readAmount(text: string): Outcome<{ readonly amount: Fen; readonly original: boolean }, RowFlaw> {
  if (ORIGINAL_AMOUNT.test(text)) {
    return done({ amount: fen(Number(text.slice(0, -3)) * 100 + Number(text.slice(-2))), original: true })
  }
  const outcome = parseYuan(text)
  if (!outcome.ok) return refused({ kind: outcome.refusal.kind, value: text })
  if (outcome.value < 0) return refused({ kind: 'amount-negative', value: text })
  return done({ amount: outcome.value, original: false })
}

/** At most 13 digits before the point: exact in fen without a second look. */
const ORIGINAL_AMOUNT = /^\d{1,13}\.\d\d$/

/** A moment of China time, without any zone arithmetic. `original` is false where a spreadsheet changed its form. */
export type CivilTime = { readonly on: Day; readonly time: string; readonly original: boolean }

/**
 * Reads `2026-05-02 12:08:11`, `2026/5/2 12:08` and spreadsheet serial numbers (`46144.5056`). One reader per file: it
 * remembers the days that it has met, since a file repeats them row after row.
 */
export function createTimeReader(): (text: string) => Outcome<CivilTime, RowFlaw> {
  const known = new Map<string, Day>()
  return (text) => {
    if (!ORIGINAL_TIME.test(text)) return readRewrittenTime(text)
    const date = text.slice(0, 10)
    const before = known.get(date)
    if (before !== undefined) return done({ on: before, time: text.slice(11), original: true })
    const outcome = withDay(date, text.slice(11), { original: true, value: text })
    if (outcome.ok && known.size < DAYS_KEPT) known.set(date, outcome.value.on)
    return outcome
  }
}

/** Ten years; what comes beyond is read each time. */
const DAYS_KEPT = 3660

const ORIGINAL_TIME = /^\d{4}-\d\d-\d\d (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/
const OTHER_TIME = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?\s+(\d{1,2}):(\d\d)(?::(\d\d))?$/
const SERIAL = /^\d{5}(\.\d+)?$/
const TIME_OF_DAY = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/

function readRewrittenTime(text: string): Outcome<CivilTime, RowFlaw> {
  const match = OTHER_TIME.exec(text)
  if (!match)
    return SERIAL.test(text) ? fromSerial(Number(text), text) : refused({ kind: 'date-not-readable', value: text })
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '00'] = match
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return withDay(date, `${hour.padStart(2, '0')}:${minute}:${second}`, { original: false, value: text })
}

type Written = { readonly original: boolean; readonly value: string }

function withDay(date: string, time: string, { original, value }: Written): Outcome<CivilTime, RowFlaw> {
  const day = parseDay(date)
  if (!day.ok) return refused({ kind: day.refusal.kind, value })
  if (!TIME_OF_DAY.test(time)) return refused({ kind: 'time-not-readable', value })
  return done({ on: day.value, time, original })
}

/** Spreadsheets count days from 1899-12-30; 25569 is 1970-01-01. */
function fromSerial(serial: number, value: string): Outcome<CivilTime, RowFlaw> {
  const seconds = Math.round(serial * 86400)
  const day = Math.floor(seconds / 86400) - 25569
  if (day < 0) return refused({ kind: 'date-out-of-range', value })
  const inDay = seconds % 86400
  const two = (part: number): string => String(part).padStart(2, '0')
  return done({
    on: day as Day,
    time: `${two(Math.floor(inDay / 3600))}:${two(Math.floor(inDay / 60) % 60)}:${two(inDay % 60)}`,
    original: false,
  })
}
