import type { Day } from '#shared/kernel/day.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import { accountsOf, bareFields, type EntryFields, fieldsOf } from '../entry-rows.ts'
import { statement, type Writer } from '../queries.ts'

/** Where a staged row stands in its file, and what it replaces. */
export type StagedOrigin = {
  readonly file: number
  readonly line: number
  readonly why: string
  readonly raw: string | null
  readonly supersedes: number | null
}

/** Inserts staged rows: one prepared statement for all kinds, as an import lives on how little each row costs. */
export type RowWriter = {
  readonly entry: (entry: Entry, origin: StagedOrigin) => void
  readonly bare: (row: BareRow, origin: StagedOrigin) => void
}

/** The end of an entry, or a row that is none. */
export type BareRow = { readonly kind: 'withdrawn' | 'kept'; readonly id: string; readonly day: Day }

export function createRowWriter(writer: Writer, action: number): RowWriter {
  const insert = statement(writer.connection, INSERT)
  const share = statement(writer.connection, 'INSERT INTO entry_account (entry, account) VALUES (?, ?)')
  const put = (fields: EntryFields, origin: StagedOrigin): number =>
    Number(insert.run(...COLUMNS.map((column) => fields[column]), action, ...originOf(origin)).lastInsertRowid)
  return {
    entry: (entry, origin) => {
      const seq = put(fieldsOf(entry), origin)
      const accounts = accountsOf(entry)
      if (accounts.length > 1) for (const account of accounts) share.run(seq, account)
    },
    bare: ({ kind, id, day }, origin) => {
      put(bareFields(kind, id, day), origin)
    },
  }
}

const COLUMNS = [
  'id',
  'kind',
  'account',
  'amount',
  'day',
  'posted_on',
  'month',
  'of_id',
  'return_until',
  'posting_assumed',
  'refund_expected',
  'in_flight',
  'label',
  'order_no',
  'note',
  'body',
] as const satisfies readonly (keyof EntryFields)[]

const originOf = ({ file, line, why, raw, supersedes }: StagedOrigin) => [file, line, why, raw, supersedes]

const NAMES = [...COLUMNS, 'appended_by', 'file', 'line', 'why', 'raw', 'supersedes']
const INSERT = `INSERT INTO entry (${NAMES.join(', ')}) VALUES (${NAMES.map(() => '?').join(', ')})`
