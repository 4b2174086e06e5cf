import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { RowFlaw } from './row-problem.ts'

/**
 * Where each cell stands, found by the names in the header line and never by position or by the line's number
 * (formats.md 5.1, 1–3; 1.3 "Other column orders").
 */
export type ColumnName =
  | 'time'
  | 'category'
  | 'counterparty'
  | 'description'
  | 'direction'
  | 'amount'
  | 'method'
  | 'status'
  | 'orderNo'
  | 'merchantOrderNo'
  | 'note'
  | 'fundStatus'

/** How one kind of file names its columns, and the form that some of its cells always have. */
export type ColumnSpec = {
  readonly names: Partial<Readonly<Record<ColumnName, readonly string[]>>>
  readonly required: readonly ColumnName[]
  /** Texts that may hold a comma without quotes, the likeliest first. */
  readonly freeTexts: readonly ColumnName[]
  readonly forms: Partial<Readonly<Record<ColumnName, RegExp>>>
}

export type Columns = {
  /** Index of each column; −1 for one that the file lacks. */
  readonly at: Readonly<Record<ColumnName, number>>
  /** Number of fields of the header line, empty ones included. */
  readonly width: number
  /** Number of named columns; rows may have one more, empty field after a trailing comma. */
  readonly count: number
  /** Puts the cells of a row under the header's columns, joining texts that held commas; refuses what cannot fit. */
  readonly place: (cells: readonly string[]) => Outcome<readonly string[], RowFlaw>
}

const ALL: readonly ColumnName[] = [
  'time',
  'category',
  'counterparty',
  'description',
  'direction',
  'amount',
  'method',
  'status',
  'orderNo',
  'merchantOrderNo',
  'note',
  'fundStatus',
]

/** The columns that a line names, or null when it is not the header of this kind of file. */
export function columnsOf(cells: readonly string[], spec: ColumnSpec): Columns | null {
  if (cells.length > MOST_CELLS) return null
  const names = cells.map((cell) => cell.trim())
  const at = Object.fromEntries(
    ALL.map((column) => [column, names.findIndex((name) => spec.names[column]?.includes(name) === true)]),
  ) as Record<ColumnName, number>
  if (spec.required.some((column) => at[column] < 0)) return null
  const count = names.findLastIndex((name) => name !== '') + 1
  const layout = { at, count, spec }
  return {
    at,
    width: names.length,
    count,
    place: (row) => (row.length === names.length ? done(row) : place(row, layout)),
  }
}

/** A header has seventeen names at most, and what empty columns a spreadsheet adds. */
const MOST_CELLS = 300

/** A text holds a few commas; trying to join more costs time and would find nothing. */
const MOST_COMMAS = 200

type Placing = Pick<Columns, 'at' | 'count'> & { readonly spec: ColumnSpec }

function place(cells: readonly string[], placing: Placing): Outcome<readonly string[], RowFlaw> {
  const { at, count, spec } = placing
  if (cells.length === count) return done(cells)
  if (cells.length > count + MOST_COMMAS)
    return refused({ kind: 'too-many-fields', fields: cells.length, expected: count })
  if (cells.length < count) return refused({ kind: 'too-few-fields', fields: cells.length, expected: count })
  if (cells.slice(count).every((cell) => cell.trim() === '') && fits(cells, placing)) return done(cells)
  for (const extra of [cells.length - count - 1, cells.length - count]) {
    for (const column of spec.freeTexts) {
      const joined = extra > 0 && at[column] >= 0 ? joinAt(cells, at[column], extra) : null
      if (joined && fits(joined, placing)) return done(joined)
    }
  }
  if (cells.length === count + 1) return done(cells)
  return refused({ kind: 'too-many-fields', fields: cells.length, expected: count })
}

/** A spreadsheet that took a text apart at its commas writes the parts as cells, with whatever it separates with. */
const joinAt = (cells: readonly string[], index: number, extra: number): readonly string[] => [
  ...cells.slice(0, index),
  cells.slice(index, index + extra + 1).join(','),
  ...cells.slice(index + extra + 1),
]

/** The cells whose form is known stand where they should. */
const fits = (cells: readonly string[], { at, spec }: Placing): boolean =>
  ALL.every((column) => at[column] < 0 || spec.forms[column]?.test(cells[at[column]]?.trim() ?? '') !== false)
