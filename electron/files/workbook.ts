import readSheets, { type SheetData } from 'read-excel-file/universal'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { csvLine } from '#shared/statement-files/csv-cell.ts'
import type { FileRefusal } from '#shared/statement-files/file-refusal.ts'
import { findLayout } from '#shared/statement-files/layouts.ts'
import { LINES_BEFORE_HEADER } from '#shared/statement-files/surroundings.ts'
import { isSheetWithinBounds } from './sheet-bounds.ts'
import { storedZip } from './stored-zip.ts'
import { type UnpackedFile, unpackWithin } from './zip-bounds.ts'

/**
 * The sheet of a workbook that holds the statement as the text of a CSV, one line for each row of the sheet, so that a
 * workbook is read, previewed and hashed like any other statement (formats.md 4.1 W2, W3; 1.7). Nothing outside it is ever
 * looked at: references to other files, pictures and scripts in it are not followed.
 */

/** A year of WeChat is a few megabytes unpacked; what unpacks to more is no statement and would cost time and memory. */
const LARGEST_WORKBOOK = 24 * 1024 * 1024
const MOST_COLUMNS = 100

export async function workbookText(bytes: Uint8Array): Promise<Outcome<Uint8Array, FileRefusal>> {
  const unpacked = unpackWithin(bytes, LARGEST_WORKBOOK)
  if (!unpacked.ok) return unpacked.refusal.kind === 'zip-damaged' ? refused({ kind: 'xlsx-damaged' }) : unpacked
  if (!unpacked.value.every(isWithinBounds)) return refused({ kind: 'xlsx-damaged' })
  const sheets = await sheetsOf(unpacked.value)
  const [first] = sheets ?? []
  if (sheets === null || first === undefined) return refused({ kind: 'xlsx-damaged' })
  const statements = sheets.filter(hasHeader)
  // Which one is meant cannot be known, and the others would be left out without a word.
  if (statements.length > 1) return refused({ kind: 'xlsx-with-several', count: statements.length })
  return done(Buffer.from((statements[0] ?? first).join('')))
}

/** Somebody may have put notes of their own on a sheet before it. */
const hasHeader = (lines: readonly string[]): boolean =>
  lines.slice(0, LINES_BEFORE_HEADER).some((line) => findLayout(line.trimEnd()) !== null)

/** Any file may be the sheet: the workbook itself says which one is. */
const isWithinBounds = ({ name, bytes }: UnpackedFile): boolean =>
  !/\.(xml|rels)$/.test(name) || isSheetWithinBounds(Buffer.from(bytes).toString('latin1'))

async function sheetsOf(files: readonly UnpackedFile[]): Promise<readonly (readonly string[])[] | null> {
  try {
    // A number keeps the digits that the file has; amounts are never made through a double.
    const sheets = await readSheets(storedZip(files).buffer, { parseNumber: numberText, trim: false })
    return sheets.map(({ data }) => data.map(lineOf))
  } catch (error) {
    // The library throws errors of several classes for everything that is wrong with a workbook.
    if (error instanceof Error) return null
    throw error
  }
}

const lineOf = (row: SheetData[number]): string => csvLine(row.slice(0, MOST_COLUMNS).map(cellText))

function cellText(cell: unknown): string {
  if (cell instanceof Date) return momentText(cell)
  if (typeof cell === 'string') return cell.replace(/[\r\n]+/g, ' ')
  return cell === null || cell === undefined ? '' : String(cell)
}

/** The library reads a serial number as a moment of UTC; its seconds may be a hair off. */
function momentText(moment: Date): string {
  const time = moment.getTime()
  if (Number.isNaN(time) || Math.abs(time) > LAST_MOMENT) return ''
  const rounded = new Date(Math.round(time / 1000) * 1000)
  return rounded.toISOString().slice(0, 19).replace('T', ' ')
}

const LAST_MOMENT = Date.UTC(9999, 11, 31)

/**
 * `548.58000000000004` and `7.0000000000000007E-2` are how a spreadsheet writes 548.58 and 0.07: the shortest text that
 * means the same double. A number too long for one (an order number) keeps its digits.
 */
const numberText = (text: string): string => (/[.eE]/.test(text) && text.length > 12 ? String(Number(text)) : text)
