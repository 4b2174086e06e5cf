/**
 * How large a sheet claims to be. A cell may name any place, and a reader that makes room for the last one would fill
 * the memory: a sheet of ten bytes can claim seventeen thousand million cells.
 */

/** A hundred thousand rows of thirty columns: far beyond a year of anybody's payments. */
const MOST_CELLS = 3_000_000
const MOST_COLUMNS = 1000

/** Whether every cell of a sheet's XML names a place, and one within bounds; what else names places is not made room for. */
export function isSheetWithinBounds(xml: string): boolean {
  if (ENDLESS_TAG.test(xml)) return false
  let [lastRow, lastColumn] = [1, 1]
  NAMED.lastIndex = 0
  for (let match = NAMED.exec(xml); match !== null; match = NAMED.exec(xml)) {
    const place = match[2] === undefined ? null : PLACE.exec(match[1] ?? '')
    if (place === null) return false
    lastColumn = Math.max(lastColumn, columnOf(place[1] ?? ''))
    lastRow = Math.max(lastRow, Number(place[2]))
    if (lastColumn > MOST_COLUMNS || (place[1] !== '' && lastRow * lastColumn > MOST_CELLS)) return false
  }
  return true
}

/** `r="K34"` of a cell or `r="34"` of a row, in either kind of quotes; one that does not end soon names no place. */
const NAMED = /(?<![\w:.-])r\s*=\s*["']([^"'<>]{0,30})(["'])?/g
/** A tag of ten thousand characters: the reader looks for its end again and again, for minutes where it has a million. */
const ENDLESS_TAG = /<[^<>]{10000}/
const PLACE = /^([A-Za-z]{0,3})(\d{1,7})$/

function columnOf(letters: string): number {
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column
}
