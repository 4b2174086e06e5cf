import type { Entry } from '#shared/ledger/entry.ts'
import { type EntryRecord, entryOf } from '../entry-rows.ts'
import { type Reader, statement } from '../queries.ts'

/** What the ledger, and the part of the file that is staged already, know under an id. */
export type KnownRow = Pick<EntryRecord, 'seq' | 'kind' | 'raw' | 'why' | 'day' | 'amount' | 'file' | 'appended_by'>

export type KnownRows = {
  /** The newest version that counts or is staged now; a withdrawn or kept one too. */
  readonly newest: (id: string) => KnownRow | undefined
  readonly entryAt: (seq: number) => Entry
  /** The newest version that an import made, before anything the user changed. */
  readonly imported: (id: string) => Entry | null
  /** Whether a refund of it counts. */
  readonly isRefunded: (id: string) => boolean
  readonly isImport: (action: number) => boolean
  /** When the file of a row was made; null where that is not known. */
  readonly exportedAt: (file: number | null) => number | null
}

/** Valid within one transaction: which actions count may change after it. */
export function knownRows(reader: Reader, staging: number): KnownRows {
  const { connection } = reader
  const idle = new Set(statement(connection, "SELECT id FROM action WHERE state <> 'active'").pluck().all())
  idle.delete(staging)
  const files = statement(
    connection,
    'SELECT id, action, exported_at AS exportedAt FROM statement_file',
  ).all() as FileRow[]
  const byId = statement(connection, BY_ID)
  const whole = statement(connection, 'SELECT * FROM entry WHERE seq = ?')
  const refunds = statement(connection, REFUND_OF)
  const imports = new Set(files.map(({ action }) => action))
  const exportedAt = new Map(files.map((file) => [file.id, file.exportedAt]))

  const versions = (id: string): KnownRow[] => {
    const rows = byId.all(id) as KnownRow[]
    return rows.length === 0 || idle.size === 0 ? rows : rows.filter((row) => !idle.has(row.appended_by))
  }
  const entryAt = (seq: number): Entry => entryOf(whole.get(seq) as EntryRecord)

  return {
    newest: (id) => versions(id)[0],
    entryAt,
    imported: (id) => {
      const row = versions(id).find(({ kind, appended_by }) => imports.has(appended_by) && isEntry(kind))
      return row ? entryAt(row.seq) : null
    },
    isRefunded: (id) => refunds.get(id) !== undefined,
    isImport: (action) => imports.has(action),
    exportedAt: (file) => (file === null ? null : (exportedAt.get(file) ?? null)),
  }
}

export const isEntry = (kind: EntryRecord['kind']): boolean => kind !== 'withdrawn' && kind !== 'kept'

type FileRow = { readonly id: number; readonly action: number; readonly exportedAt: number | null }

const REFUND_OF = "SELECT seq FROM counting_entry WHERE of_id = ? AND kind = 'refund' AND in_flight = 0 LIMIT 1"

const BY_ID = `
SELECT seq, kind, raw, why, day, amount, file, appended_by FROM entry WHERE id = ? ORDER BY seq DESC`
