import { type Day, dayText } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import { fingerprint } from './fingerprint.ts'

/**
 * The key that makes a second import of the same row an update (formats.md 6). First choice is the order number, per
 * platform and owner. A row without a usable number is known by what it says and by its place among rows that say the
 * same, so that two identical fares stay two. Status, category, direction and note are never part of a key: they change.
 */
export type KeyParts = { readonly platform: string; readonly owner: string }

export const primaryKey = ({ platform, owner }: KeyParts, orderNo: string): string => `${platform}:${owner}:${orderNo}`

export type KeyFields = {
  readonly on: Day
  readonly time: string
  readonly amount: Fen
  readonly counterparty: string
  readonly description: string
  readonly method: string
}

/** Counts identical rows of one file while it is read: ask it once per row, in file order. */
export type FallbackKeys = {
  readonly ofRow: (row: KeyFields) => string
  /** Of a row that could not be read: it is known by its whole text. */
  readonly ofText: (raw: string) => string
}

export function createFallbackKeys({ platform, owner }: KeyParts): FallbackKeys {
  const seen = new Map<string, number>()
  const keyOf = (mark: string, text: string): string => {
    const print = mark + fingerprint(text)
    const index = (seen.get(print) ?? 0) + 1
    seen.set(print, index)
    return `${platform}:${owner}:${print}:${index}`
  }
  return {
    ofRow: (row) =>
      keyOf('~', [dayText(row.on), row.time, row.amount, row.counterparty, row.description, row.method].join('\u001f')),
    ofText: (raw) => keyOf('!', raw),
  }
}

/**
 * An order number that a spreadsheet turned into a number: `2.02E+27`, or 15 digits filled up with zeros. All of them
 * look alike, so they must not be keys (formats.md 1.7; 5.1, 22).
 */
export function isDamagedOrderNo(text: string): boolean {
  if (text.endsWith('00000000000')) return /^\d{15,17}0{11,}$/.test(text)
  return text.length < 28 && /^\d(?:\.\d+)?[eE]\+?\d+$/.test(text)
}
