import type { EntryView } from '#shared/contract/views.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { accountsOf, type Entry, type EntryId } from '#shared/ledger/entry.ts'
import { moveImportBasis } from './basis.ts'
import { entriesWithCandidates } from './candidates.ts'
import { bareFields, type EntryRecord, entryOf, fieldsOf } from './entry-rows.ts'
import { reviewIdOf } from './import/entry-id.ts'
import { all, QUERIES, type Reader, run, statement, type Writer } from './queries.ts'

/**
 * Entries are appended, superseded and withdrawn; no row is ever changed. The id names the thing and outlives its
 * corrections, so that a refund stays linked to a purchase whose amount was corrected.
 */
export type EntryRefusal =
  | { readonly kind: 'entry-not-found'; readonly id: EntryId }
  | { readonly kind: 'entry-id-taken'; readonly id: EntryId }

/** Where an imported row comes from; entries made by hand have none. */
export type RowOrigin = {
  readonly file: number
  readonly line: number
  readonly why: string
  readonly raw: string | null
}

/** Adds a new fact. Refuses an id that already counts. */
export function appendEntry(writer: Writer, entry: Entry, origin?: RowOrigin): Outcome<EntryId, EntryRefusal> {
  if (newestOf(writer, entry.id)) return refused({ kind: 'entry-id-taken', id: entry.id })
  insertEntry(writer, entry, { supersedes: null, ...origin })
  return done(entry.id)
}

/** Puts a correction in the place of what counts under the same id. Where it came from stays with it. */
export function supersedeEntry(writer: Writer, entry: Entry, origin?: RowOrigin): Outcome<EntryId, EntryRefusal> {
  const before = newestOf(writer, entry.id)
  if (!before) return refused({ kind: 'entry-not-found', id: entry.id })
  insertEntry(writer, entry, { supersedes: before.seq, ...(origin ?? originOf(before)) })
  if (before.file !== null) moveImportBasis(writer)
  return done(entry.id)
}

/** Ends an entry: it stays in the history and no longer counts. */
export function withdrawEntry(writer: Writer, id: EntryId): Outcome<EntryId, EntryRefusal> {
  const before = newestOf(writer, id)
  if (!before) return refused({ kind: 'entry-not-found', id })
  const end = { ...bareFields('withdrawn', id, before.day), appended_by: writer.action, supersedes: before.seq }
  run(writer, QUERIES.insertInto('entry').values(end))
  if (before.file !== null) moveImportBasis(writer)
  return done(id)
}

/** What counts under an id, or null. */
export function findEntry(reader: Reader, id: EntryId): Entry | null {
  const row = newestOf(reader, id)
  return row ? (entriesWithCandidates(reader, [row])[0] ?? null) : null
}

/** An entry that counts or once counted, with all its versions, the newest first; null where there never was one. */
export function readEntryHistory(reader: Reader, id: EntryId): readonly EntryView[] | null {
  const rows = all(reader, versionsOf(reader, id).where('a.state', '=', 'active'))
  const rowOfFile = rows.find(isFromFile) ?? askedRow(reader, id)
  const versions = rows.filter((row) => row.kind !== 'withdrawn' && row.kind !== 'kept')
  const isWithdrawn = rows[0]?.kind === 'withdrawn'
  const views = versions.map((row, index): EntryView => {
    const older = versions[index + 1]
    return {
      entry: entryOf(row),
      origin: originIn(isFromFile(row) ? row : rowOfFile),
      supersedes: older ? `${id}#${versions.length - index - 1}` : null,
      withdrawn: index > 0 || isWithdrawn,
      changedAt: row.at,
    }
  })
  return views.length === 0 ? null : views
}

type VersionRow = EntryRecord & { readonly at: number; readonly name: string | null }

const isFromFile = ({ file }: VersionRow): boolean => file !== null

/** What the user said of a row that was no entry is of that row: the row that was kept, or its question, tells which. */
const askedRow = (reader: Reader, id: EntryId): VersionRow | undefined =>
  all(reader, versionsOf(reader, reviewIdOf(id)).where('a.state', '=', 'active')).find(isFromFile)

const originIn = (row: VersionRow | undefined): EntryView['origin'] =>
  row === undefined
    ? { kind: 'user' }
    : { kind: 'import', file: row.name ?? '', line: row.line ?? 0, raw: row.raw ?? '', why: row.why ?? '' }

const versionsOf = (reader: Reader, id: EntryId) =>
  reader.query
    .selectFrom('entry as e')
    .innerJoin('action as a', 'a.id', 'e.appended_by')
    .leftJoin('statement_file as f', 'f.id', 'e.file')
    .selectAll('e')
    .select(['a.at', 'f.name'])
    .where('e.id', '=', id)
    .orderBy('e.seq', 'desc')

/** Asked for each of many rows: the text of the query is not built anew each time. */
const newestOf = (reader: Reader, id: EntryId): EntryRecord | undefined =>
  statement(reader.connection, 'SELECT * FROM counting_entry WHERE id = ?').get(id) as EntryRecord | undefined

const originOf = ({ file, line, why, raw }: EntryRecord) => ({ file, line, why, raw })

type Provenance = {
  readonly supersedes: number | null
  readonly file?: number | null
  readonly line?: number | null
  readonly why?: string | null
  readonly raw?: string | null
}

function insertEntry(writer: Writer, entry: Entry, provenance: Provenance): void {
  const values = { ...fieldsOf(entry), appended_by: writer.action, ...provenance }
  const { rowId } = run(writer, QUERIES.insertInto('entry').values(values))
  const accounts = accountsOf(entry)
  if (accounts.length < 2) return
  run(writer, QUERIES.insertInto('entry_account').values(accounts.map((account) => ({ entry: rowId, account }))))
}
