import type { ImportRow } from '#shared/contract/views.ts'
import { type Connection, statement } from '../queries.ts'

/**
 * What each row of the previewed file becomes, page by page. Kept in SQLite's temporary storage in blocks, so that a
 * file of a million rows neither fills the memory nor costs a statement per row.
 */
export type PreviewRows = {
  readonly add: (row: ImportRow) => void
  /** The question of a line has been answered by a later line. */
  readonly settle: (line: number) => void
  readonly page: (offset: number, limit: number) => readonly ImportRow[]
  readonly clear: () => void
}

const BLOCK = 500

const KEYS = [
  'line',
  'kind',
  'account',
  'amount',
  'on',
  'time',
  'orderNo',
  'refundOf',
  'billMonth',
  'label',
  'fate',
  'review',
  'reviewReason',
  'why',
] as const satisfies readonly (keyof ImportRow)[]

/** The names of the fields once, not with every row; written out, as every row of the file passes here. */
const valuesOf = (row: ImportRow) => [
  row.line,
  row.kind,
  row.account,
  row.amount,
  row.on,
  row.time,
  row.orderNo,
  row.refundOf,
  row.billMonth,
  row.label,
  row.fate,
  row.review,
  row.reviewReason,
  row.why,
]

const unpacked = (text: string): readonly ImportRow[] =>
  (JSON.parse(text) as unknown[][]).map(
    (values) => Object.fromEntries(KEYS.map((key, index) => [key, values[index]])) as ImportRow,
  )

export function createPreviewRows(connection: Connection): PreviewRows {
  connection.raw.exec('CREATE TEMP TABLE IF NOT EXISTS preview_block (n INTEGER PRIMARY KEY, rows TEXT NOT NULL)')
  connection.raw.exec('DELETE FROM temp.preview_block')
  const insert = statement(connection, 'INSERT INTO temp.preview_block (n, rows) VALUES (?, ?)')
  const select = statement(connection, 'SELECT rows FROM temp.preview_block WHERE n = ?').pluck()
  let open: ImportRow[] = []
  let written = 0
  const settled = new Set<number>()

  const block = (n: number): readonly ImportRow[] => {
    if (n === written) return open
    const text = select.get(n)
    return typeof text === 'string' ? unpacked(text) : []
  }

  return {
    add: (row) => {
      open.push(row)
      if (open.length < BLOCK) return
      insert.run(written, JSON.stringify(open.map(valuesOf)))
      written += 1
      open = []
    },
    settle: (line) => {
      settled.add(line)
    },
    page: (offset, limit) => {
      const first = Math.floor(offset / BLOCK)
      const last = Math.floor((offset + limit - 1) / BLOCK)
      const blocks = Array.from({ length: last - first + 1 }, (_, index) => block(first + index)).flat()
      const rows = blocks.slice(offset - first * BLOCK, offset - first * BLOCK + limit)
      return rows.map((row) => (settled.has(row.line) ? { ...row, review: false, reviewReason: null } : row))
    },
    clear: () => {
      open = []
      written = 0
      statement(connection, 'DELETE FROM temp.preview_block').run()
    },
  }
}
