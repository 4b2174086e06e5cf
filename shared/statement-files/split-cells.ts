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
export function splitCells(line: string, expected = 0): SplitLine {
  if (!line.includes('"')) return { cells: line.split(','), closed: true }
  const strict = splitQuoted(line)
  if (strict.well) return { cells: strict.cells, closed: strict.closed }
  const plain = line.split(',').map(unquote)
  const lenient = splitQuoted(line, true)
  const useLenient = lenient.closed && lenient.cells.length === expected && plain.length !== expected
  return { cells: useLenient ? lenient.cells : plain, closed: true }
}

type Reading = { readonly cells: readonly string[]; readonly closed: boolean; readonly well: boolean }

/** Reads quoted cells. When `lenient`, a quote followed by anything but the end of a cell belongs to the text. */
function splitQuoted(line: string, lenient = false): Reading {
  const cells: string[] = []
  let at = 0
  while (at <= line.length) {
    if (line[at] !== '"') {
      const comma = endOf(line.indexOf(',', at), line)
      cells.push(line.slice(at, comma))
      at = comma + 1
      continue
    }
    const close = closingQuote(line, at + 1, lenient)
    if (close < 0) return { cells: [...cells, line.slice(at)], closed: false, well: true }
    const comma = endOf(line.indexOf(',', close), line)
    if (line.slice(close + 1, comma).trim() !== '') return { cells, closed: true, well: false }
    cells.push(line.slice(at + 1, close).replaceAll('""', '"'))
    at = comma + 1
  }
  return { cells, closed: true, well: true }
}

function closingQuote(line: string, from: number, lenient: boolean): number {
  let at = line.indexOf('"', from)
  while (at >= 0) {
    if (line[at + 1] === '"') at += 1
    else if (!lenient || /^\s*(,|$)/.test(line.slice(at + 1))) return at
    at = line.indexOf('"', at + 1)
  }
  return -1
}

const endOf = (comma: number, line: string): number => (comma < 0 ? line.length : comma)

const unquote = (cell: string): string => /^"(.*)"\s*$/s.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell
