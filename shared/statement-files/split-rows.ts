import { splitCells } from './split-cells.ts'

/** One record: the line on which it starts (from 1), its text as in the file, its cells untrimmed. */
export type SplitRow = { readonly line: number; readonly raw: string; readonly cells: readonly string[] }

/**
 * Text chunks to records, for files of any size: only the unfinished end of a chunk is kept. CRLF and LF may be mixed
 * (formats.md 1.3 "Line ends"). Where chunks are cut makes no difference.
 */
export type RowSplitter = {
  readonly push: (text: string) => SplitRow[]
  readonly finish: () => SplitRow[]
  /** From now on lines have this many named cells (the header has been found). */
  readonly expect: (cells: number) => void
}

export type SplitOptions = {
  /** True for a line that begins a record for certain, so that an unclosed quote before it cannot swallow it. */
  readonly startsRecord?: (line: string) => boolean
  /** A quoted cell spans at most this many lines; beyond that its quote is taken as text. */
  readonly maxLines?: number
}

export function createRowSplitter({ startsRecord, maxLines = 20 }: SplitOptions = {}): RowSplitter {
  let rest = ''
  let line = 0
  let expected = 0
  /** Lines of a record whose quote is still open. */
  let open: string[] = []

  const close = (rows: SplitRow[]): void => {
    const [first, ...others] = open
    if (first === undefined) return
    const start = line - others.length
    open = []
    rows.push({ line: start, raw: first, cells: first.split(',') })
    others.forEach((other, index) => {
      takeLine(other, start + 1 + index, rows)
    })
  }

  const takeLine = (text: string, number: number, rows: SplitRow[]): void => {
    line = number
    if (open.length > 0 && (open.length >= maxLines || startsRecord?.(text))) {
      line = number - 1
      close(rows)
      line = number
    }
    const raw = open.length === 0 ? text : [...open, text].join('\n')
    const trimmed = raw.endsWith('\r') ? raw.slice(0, -1) : raw
    const split = splitCells(trimmed, expected)
    if (split.closed) {
      rows.push({ line: number - open.length, raw: trimmed, cells: split.cells })
      open = []
    } else open.push(text)
  }

  const push = (text: string): SplitRow[] => {
    const rows: SplitRow[] = []
    const all = rest === '' ? text : rest + text
    let at = 0
    for (let end = all.indexOf('\n', at); end >= 0; end = all.indexOf('\n', at)) {
      takeLine(all.slice(at, end), line + 1, rows)
      at = end + 1
    }
    rest = at === 0 ? all : all.slice(at)
    return rows
  }

  const finish = (): SplitRow[] => {
    const rows: SplitRow[] = []
    if (rest !== '') takeLine(rest, line + 1, rows)
    rest = ''
    while (open.length > 0) close(rows)
    return rows
  }

  return {
    push,
    finish,
    expect: (cells) => {
      expected = cells
    },
  }
}
