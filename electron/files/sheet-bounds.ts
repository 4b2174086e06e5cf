/**
 * How large a sheet claims to be. A cell may name any place, and a reader that makes room for the last one would fill
 * the memory: a sheet of ten bytes can claim seventeen thousand million cells.
 */

/** A hundred thousand rows of thirty columns: far beyond a year of anybody's payments. */
const MOST_CELLS = 3_000_000
const MOST_COLUMNS = 1000

/** Whether every cell of a sheet's XML stands within bounds; what else names places is not made room for. */
export function isSheetWithinBounds(xml: string): boolean {
  let [lastRow, lastColumn] = [1, 1]
  CELL.lastIndex = 0
  for (let match = CELL.exec(xml); match !== null; match = CELL.exec(xml)) {
    lastColumn = Math.max(lastColumn, columnOf(match[1] ?? ''))
    lastRow = Math.max(lastRow, Number(match[2]))
    if (lastColumn > MOST_COLUMNS || lastRow * lastColumn > MOST_CELLS) return false
  }
  return true
}

/** `r="K34"`, in either kind of quotes. */
const CELL = /\br\s*=\s*["']([A-Za-z]+)(\d+)/g

function columnOf(letters: string): number {
  if (letters.length > 3) return Number.POSITIVE_INFINITY
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column
}
