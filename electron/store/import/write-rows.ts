import type { Day } from '#shared/kernel/day.ts'
import type { Entry, EntryId } from '#shared/ledger/entry.ts'
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

/** The end of an entry, or a row that is none. */
export type BareRow = { readonly kind: 'withdrawn' | 'kept'; readonly id: EntryId; readonly day: Day }

/** Inserts staged rows: one prepared statement for all kinds, as an import lives on how little each row costs. */
export type RowWriter = {
  /** Both answer the new row's place in the table. */
  readonly entry: (entry: Entry, origin: StagedOrigin) => number
  readonly bare: (row: BareRow, origin: StagedOrigin) => number
}

export function createRowWriter(writer: Writer, action: number): RowWriter {
  const insert = statement(writer.connection, INSERT)
  const share = statement(writer.connection, 'INSERT INTO entry_account (entry, account) VALUES (?, ?)')
  const put = (fields: EntryFields, origin: StagedOrigin): number =>
    insert.run(
      fields.id,
      fields.kind,
      fields.account,
      fields.amount,
      fields.day,
      fields.posted_on,
      fields.month,
      fields.of_id,
      fields.return_until,
      fields.posting_assumed,
      fields.refund_expected,
      fields.in_flight,
      fields.label,
      fields.order_no,
      fields.note,
      fields.body,
      action,
      origin.file,
      origin.line,
      origin.why,
      origin.raw,
      origin.supersedes,
    ).lastInsertRowid as number
  return {
    entry: (entry, origin) => {
      const seq = put(fieldsOf(entry), origin)
      if (entry.kind !== 'repayment' && entry.kind !== 'review') return seq
      const accounts = accountsOf(entry)
      if (accounts.length > 1) for (const account of accounts) share.run(seq, account)
      return seq
    },
    bare: ({ kind, id, day }, origin) => put(bareFields(kind, id, day), origin),
  }
}

const INSERT = `
INSERT INTO entry (id, kind, account, amount, day, posted_on, month, of_id, return_until, posting_assumed,
  refund_expected, in_flight, label, order_no, note, body, appended_by, file, line, why, raw, supersedes)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
