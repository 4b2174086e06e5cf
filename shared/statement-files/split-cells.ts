/**
 * What stands between the cells of a file. Exports have commas; a spreadsheet that saves one again may write tabs (its
 * "Unicode text") or, where the comma is the decimal sign, semicolons. It is one for the whole file, told by its header:
 * a line taken apart at all three would shift its columns (formats.md 5.1, 36).
 */
export type Separator = ',' | '\t' | ';'
export const SEPARATORS: readonly Separator[] = [',', '\t', ';']

/**
 * One line of a CSV file to its cells, leniently (formats.md 1.3 "Quoting"): quotes around a cell are honored, a tab or
 * blank after the closing quote is allowed (WeChat writes `"123"⇥`), and a quote that is no quoting is kept as text.
 */
export type SplitLine = {
  readonly cells: readonly string[]
  /** False when a quote was opened and not closed: the record may go on in the next line. */
  readonly closed: boolean
}

/** `expected` is the number of fields of the header; it decides between two readings of a line with stray quotes. */
export function splitCells(line: string, expected = 0, separator: Separator = ','): SplitLine {
  if (!line.includes('"')) return { cells: line.split(separator), closed: true }
  const strict = splitQuoted(line, separator)
  if (strict.well) return { cells: strict.cells, closed: strict.closed }
  const plain = line.split(separator).map(unquote)
  const lenient = splitQuoted(line, separator, true)
  const useLenient = lenient.closed && lenient.cells.length === expected && plain.length !== expected
  return { cells: useLenient ? lenient.cells : plain, closed: true }
}

type Reading = { readonly cells: readonly string[]; readonly closed: boolean; readonly well: boolean }

/** Reads quoted cells. When `lenient`, a quote followed by anything but the end of a cell belongs to the text. */
function splitQuoted(line: string, separator: Separator, lenient = false): Reading {
  const cells: string[] = []
  let at = 0
  while (at <= line.length) {
    if (line[at] !== '"') {
      const end = endOf(line.indexOf(separator, at), line)
      cells.push(line.slice(at, end))
      at = end + 1
      continue
    }
    const close = closingQuote(line, at + 1, lenient ? ENDS_CELL[separator] : null)
    if (close < 0) return { cells: [...cells, line.slice(at)], closed: false, well: true }
    const end = endOf(line.indexOf(separator, close), line)
    if (line.slice(close + 1, end).trim() !== '') return { cells, closed: true, well: false }
    cells.push(line.slice(at + 1, close).replaceAll('""', '"'))
    at = end + 1
  }
  return { cells, closed: true, well: true }
}

/** What may follow a quote that ends its cell: blanks, or a tab where tabs are no separators, and then the next cell. */
const ENDS_CELL: Readonly<Record<Separator, RegExp>> = { ',': /^\s*(,|$)/, ';': /^\s*(;|$)/, '\t': /^ *(\t|$)/ }

/** `endsCell` is what must follow it, where a quote before anything else belongs to the text. */
function closingQuote(line: string, from: number, endsCell: RegExp | null): number {
  let at = line.indexOf('"', from)
  while (at >= 0) {
    if (line[at + 1] === '"') at += 1
    else if (endsCell === null || endsCell.test(line.slice(at + 1))) return at
    at = line.indexOf('"', at + 1)
  }
  return -1
}

const endOf = (found: number, line: string): number => (found < 0 ? line.length : found)

const unquote = (cell: string): string => /^"(.*)"\s*$/s.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell
