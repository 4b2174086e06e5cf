import { type AlipayColumns, alipayColumns } from './alipay-columns.ts'
import { type AlipayPreamble, EMPTY_PREAMBLE, readPreambleLine } from './alipay-preamble.ts'
import type { FileRefusal } from './file-refusal.ts'
import { recognizeForeign } from './recognize-foreign.ts'
import type { SplitRow } from './split-rows.ts'

/** Tells the rows of a file from the lines around them: the preamble, the header, and the trailer of the 2021 layout. */
export type AlipaySurroundings = {
  /** Takes the next record; true when it is a row and not part of the surroundings. */
  readonly isRow: (row: SplitRow) => boolean
  readonly columns: () => AlipayColumns | null
  readonly preamble: () => AlipayPreamble
  /** Why this is no such file: known once the header has not come in time, or when `atEnd` it has not come at all. */
  readonly refusal: (atEnd?: boolean) => FileRefusal | null
}

/** A header that has not come after this many lines will not come. */
const LINES_BEFORE_HEADER = 200
/** The line of dashes after the rows of the 2021 layout. */
const TRAILER = /^"?-{20,}/

export function createAlipaySurroundings(): AlipaySurroundings {
  const before: string[] = []
  let columns: AlipayColumns | null = null
  let preamble = EMPTY_PREAMBLE
  let inTrailer = false

  const isRow = (row: SplitRow): boolean => {
    if (columns && !inTrailer && !TRAILER.test(row.raw)) return !isBlank(row)
    if (columns) {
      inTrailer = true
      if (isFilled(row, columns.count)) return alipayColumns(row.cells) === null
    } else {
      columns = alipayColumns(row.cells)
      if (columns) return false
      if (before.length < LINES_BEFORE_HEADER) before.push(row.raw)
    }
    preamble = readPreambleLine(preamble, row.raw)
    return false
  }

  return {
    isRow,
    columns: () => columns,
    preamble: () => preamble,
    refusal: (atEnd = false) =>
      !columns && (atEnd || before.length >= LINES_BEFORE_HEADER) ? recognizeForeign(before) : null,
  }
}

const isBlank = (row: SplitRow): boolean => row.cells.every((cell) => cell.trim() === '')

/** Two exports pasted together have rows after a line of dashes; lines of a trailer fill a cell or two. */
const isFilled = (row: SplitRow, count: number): boolean =>
  row.cells.filter((cell) => cell.trim() !== '').length * 2 >= count
