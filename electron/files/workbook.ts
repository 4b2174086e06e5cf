import { readSheet, type SheetData } from 'read-excel-file/universal'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { csvLine } from '#shared/statement-files/csv-cell.ts'
import type { FileRefusal } from '#shared/statement-files/file-refusal.ts'
import { isSheetWithinBounds } from './sheet-bounds.ts'
import { storedZip } from './stored-zip.ts'
import { type UnpackedFile, unpackWithin } from './zip-bounds.ts'

/**
 * The first sheet of a workbook as the text of a CSV, one line for each row of the sheet, so that a workbook is read,
 * previewed and hashed like any other statement (formats.md 4.1 W2, W3; 1.7). Nothing outside the workbook is ever
 * looked at: references to other files, pictures and scripts in it are not followed.
 */

/** A year of WeChat is a few megabytes unpacked; what unpacks to more is no statement and would cost time and memory. */
const LARGEST_WORKBOOK = 24 * 1024 * 1024
const MOST_COLUMNS = 100

export async function workbookText(bytes: Uint8Array): Promise<Outcome<Uint8Array, FileRefusal>> {
  const unpacked = unpackWithin(bytes, LARGEST_WORKBOOK)
  if (!unpacked.ok) return unpacked.refusal.kind === 'zip-damaged' ? refused({ kind: 'xlsx-damaged' }) : unpacked
  if (!unpacked.value.every(isWithinBounds)) return refused({ kind: 'xlsx-damaged' })
  const rows = await firstSheet(unpacked.value)
  return rows === null ? refused({ kind: 'xlsx-damaged' }) : done(Buffer.from(rows.map(lineOf).join('')))
}

/** Any file may be the sheet: the workbook itself says which one is. */
const isWithinBounds = ({ name, bytes }: UnpackedFile): boolean =>
  !/\.(xml|rels)$/.test(name) || isSheetWithinBounds(Buffer.from(bytes).toString('latin1'))

async function firstSheet(files: readonly UnpackedFile[]): Promise<SheetData | null> {
  try {
    // A number keeps the digits that the file has; amounts are never made through a double.
    return await readSheet(storedZip(files).buffer, { parseNumber: numberText, trim: false })
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
