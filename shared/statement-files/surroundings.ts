import { dayText } from '#shared/kernel/day.ts'
import type { FileRefusal } from './file-refusal.ts'
import { type FoundLayout, findLayout } from './layouts.ts'
import { recognizeForeign } from './recognize-foreign.ts'
import type { SplitRow } from './split-rows.ts'
import { EMPTY_PREAMBLE, readPreambleLine, type StatementPreamble } from './statement-preamble.ts'

/** Tells the rows of a file from the lines around them: the preamble, the header, and the trailer that some layouts have. */
export type Surroundings = {
  /** Takes the next record; true when it is a row and not part of the surroundings. */
  readonly isRow: (row: SplitRow) => boolean
  readonly found: () => FoundLayout | null
  readonly preamble: () => StatementPreamble
  /** Why this is no such file: known once the header has not come in time, or when `atEnd` it has not come at all. */
  readonly refusal: (atEnd?: boolean) => FileRefusal | null
}

/** A header that has not come after this many lines will not come. */
export const LINES_BEFORE_HEADER = 200
/** The line of dashes after the rows of the app's 2021 layout and of the web site's. */
const TRAILER = /^"?-{20,}/

export function createSurroundings(): Surroundings {
  const before: string[] = []
  let found: FoundLayout | null = null
  let preamble = EMPTY_PREAMBLE
  let inTrailer = false
  let isMixed = false

  const isRow = (row: SplitRow): boolean => {
    if (found && !inTrailer && !TRAILER.test(row.raw)) return !isBlank(row)
    if (found) {
      inTrailer = true
      // The header of another statement, whatever stands between its cells.
      const again = findLayout(row.raw)
      if (again && !isSameForm(again, found)) isMixed = true
      if (again) return false
      if (isFilled(row, found.columns.count)) return true
    } else {
      found = findLayout(row.raw)
      if (found) return false
      if (before.length < LINES_BEFORE_HEADER) before.push(row.raw)
    }
    const said = readPreambleLine(preamble, row.raw)
    if (found && isOtherFile(said, preamble)) isMixed = true
    preamble = said
    return false
  }

  return {
    isRow,
    found: () => found,
    preamble: () => preamble,
    refusal: (atEnd = false) => {
      if (isMixed) return { kind: 'statements-mixed' }
      return !found && (atEnd || before.length >= LINES_BEFORE_HEADER) ? recognizeForeign(before) : null
    },
  }
}

/**
 * Two exports pasted together are one file where they are of one account, have the same columns, and the newer one comes
 * last, as two files would be imported; else rows would be given to another person, or a newer status be turned back.
 */
const isSameForm = (one: FoundLayout, other: FoundLayout): boolean =>
  one.layout === other.layout &&
  one.separator === other.separator &&
  JSON.stringify(one.columns.at) === JSON.stringify(other.columns.at)

const isOtherFile = (now: StatementPreamble, before: StatementPreamble): boolean =>
  (before.owner !== null && now.owner !== before.owner) || madeAt(now) < madeAt(before)

function madeAt({ exportedOn, exportedAt }: StatementPreamble): string {
  return exportedOn === null ? '' : `${dayText(exportedOn)} ${exportedAt ?? ''}`
}

const isBlank = (row: SplitRow): boolean => row.cells.every((cell) => cell.trim() === '')

/** Two exports pasted together have rows after a line of dashes; lines of a trailer fill a cell or two. */
const isFilled = (row: SplitRow, count: number): boolean =>
  row.cells.filter((cell) => cell.trim() !== '').length * 2 >= count
