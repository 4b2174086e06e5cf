import { type Separator, splitCells } from './split-cells.ts'

/** One record: the line on which it starts (from 1), its text as in the file, its cells untrimmed. */
export type SplitRow = { readonly line: number; readonly raw: string; readonly cells: readonly string[] }

/**
 * Text chunks to records, for files of any size: only the unfinished end of a chunk is kept. CRLF and LF may be mixed
 * (formats.md 1.3 "Line ends"). Where chunks are cut makes no difference.
 */
export type RowSplitter = {
  /** Hands over each record as soon as it is complete, so that what is learned from one (`expect`) holds for the next. */
  readonly push: (text: string, take: TakeRow) => void
  readonly finish: (take: TakeRow) => void
  /** From now on lines have this many fields, with this between them (the header has been found). */
  readonly expect: (fields: number, separator: Separator) => void
}

export type TakeRow = (row: SplitRow) => void

export type SplitOptions = {
  /** True for a line that begins a record for certain, so that an unclosed quote before it cannot swallow it. */
  readonly startsRecord?: (line: string) => boolean
  /** A quoted cell spans at most this many lines; beyond that its quote is taken as text. */
  readonly maxLines?: number
}

/** No row of a statement is this long: quotes in such a line are not looked into, so that damage cannot cost minutes. */
const LONGEST_QUOTED = 32_768

export function createRowSplitter({ startsRecord, maxLines = 20 }: SplitOptions = {}): RowSplitter {
  let rest = ''
  let line = 0
  let expected = 0
  let separator: Separator = ','
  /** Lines of a record whose quote is still open. */
  let open: string[] = []

  /** Gives up on the open quote: its first line is a record by itself, the others are read anew. */
  const giveUp = (take: TakeRow): void => {
    const [first = '', ...others] = open
    open = []
    line -= others.length
    const raw = withoutReturn(first)
    take({ line, raw, cells: raw.split(separator) })
    for (const other of others) takeLine(other, take)
  }

  const takeLine = (text: string, take: TakeRow): void => {
    while (open.length > 0 && (open.length >= maxLines || startsRecord?.(text))) giveUp(take)
    line += 1
    const raw = withoutReturn(open.length === 0 ? text : [...open, text].join('\n'))
    const split =
      raw.length > LONGEST_QUOTED ? { cells: raw.split(separator), closed: true } : splitCells(raw, expected, separator)
    if (!split.closed) {
      open.push(text)
      return
    }
    const start = line - open.length
    open = []
    take({ line: start, raw, cells: split.cells })
  }

  const push = (text: string, take: TakeRow): void => {
    let at = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', at)) {
      takeLine(rest + text.slice(at, end), take)
      rest = ''
      at = end + 1
    }
    // Only new text is searched: a line of any length costs its length once.
    rest += at === 0 ? text : text.slice(at)
  }

  const finish = (take: TakeRow): void => {
    if (rest !== '') takeLine(rest, take)
    rest = ''
    while (open.length > 0) giveUp(take)
  }

  return {
    push,
    finish,
    expect: (fields, between) => {
      expected = fields
      separator = between
    },
  }
}

const withoutReturn = (text: string): string => (text.endsWith('\r') ? text.slice(0, -1) : text)
