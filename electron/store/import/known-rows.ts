import type { Entry, EntryId } from '#shared/ledger/entry.ts'
import { type EntryRecord, entryOf } from '../entry-rows.ts'
import { type Reader, statement } from '../queries.ts'

/** What the ledger, and the part of the file that is staged already, know under an id. */
export type KnownRow = Pick<
  EntryRecord,
  'seq' | 'id' | 'kind' | 'raw' | 'why' | 'day' | 'amount' | 'file' | 'appended_by'
>

export type KnownRows = {
  /** The newest version that counts or is staged now; a withdrawn or kept one too. */
  readonly newest: (id: EntryId) => KnownRow | undefined
  /** A version that was just staged. */
  readonly learn: (row: KnownRow) => void
  readonly entryAt: (seq: number) => Entry
  /** Every version that was an entry and counts, or is superseded by one that does, oldest first. */
  readonly versions: (id: EntryId) => readonly KnownRow[]
  /** Whether a version of it, present or superseded, has this text. */
  readonly had: (id: EntryId, raw: string) => boolean
  /** Whether a refund of it counts. */
  readonly isRefunded: (id: EntryId) => boolean
  readonly isImport: (action: number) => boolean
  /** When the file of a row was made; null where that is not known. */
  readonly exportedAt: (file: number | null) => number | null
}

/**
 * Valid within one transaction: which actions count may change after it. The rows of `ids` are looked up at once, which
 * costs a fifth of asking one by one.
 */
export function knownRows(reader: Reader, staging: number, ids: readonly EntryId[]): KnownRows {
  const { connection } = reader
  const idle = new Set(statement(connection, "SELECT id FROM action WHERE state <> 'active'").pluck().all())
  idle.delete(staging)
  const files = statement(connection, FILES).all() as FileRow[]
  const imports = new Set(files.map(({ action }) => action))
  const exportedAt = new Map(files.map((file) => [file.id, file.exportedAt]))
  const refunds = statement(connection, REFUND_OF)
  const whole = statement(connection, 'SELECT * FROM entry WHERE seq = ?')

  const versions = (list: readonly EntryId[]): KnownRow[] =>
    (statement(connection, BY_ID).all(JSON.stringify(list)) as KnownRow[])
      .filter((row) => !idle.has(row.appended_by))
      .sort((a, b) => a.seq - b.seq)
  const entryAt = (seq: number): Entry => entryOf(whole.get(seq) as EntryRecord)
  const asked = new Set(ids)
  const found = new Map(versions(ids).map((row) => [row.id, row]))

  return {
    newest: (id) => (asked.has(id) || found.has(id) ? found.get(id) : versions([id]).at(-1)),
    learn: (row) => found.set(row.id, row),
    entryAt,
    versions: (id) => versions([id]).filter(({ kind }) => isEntry(kind)),
    had: (id, raw) => versions([id]).some((row) => row.raw === raw),
    isRefunded: (id) => refunds.get(id) !== undefined,
    isImport: (action) => imports.has(action),
    exportedAt: (file) => (file === null ? null : (exportedAt.get(file) ?? null)),
  }
}

export const isEntry = (kind: EntryRecord['kind']): boolean => kind !== 'withdrawn' && kind !== 'kept'

type FileRow = { readonly id: number; readonly action: number; readonly exportedAt: number | null }

const FILES = 'SELECT id, action, exported_at AS exportedAt FROM statement_file'
const REFUND_OF = "SELECT seq FROM counting_entry WHERE of_id = ? AND kind = 'refund' AND in_flight = 0 LIMIT 1"

const BY_ID = `
SELECT e.seq, e.id, e.kind, e.raw, e.why, e.day, e.amount, e.file, e.appended_by
FROM json_each(?) AS asked CROSS JOIN entry AS e ON e.id = asked.value`
