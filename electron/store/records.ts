import { all, get, QUERIES, type Reader, run, statement, type Writer } from './queries.ts'
import type { RecordKind } from './schema.ts'
import { parseRecord } from './shapes.ts'

/** Facts of which a ledger has few: the newest version that counts holds, a version without a body removes. */
export function putRecord(writer: Writer, kind: RecordKind, id: string, body: object | null): void {
  const text = body === null ? null : JSON.stringify(body)
  run(writer, QUERIES.insertInto('record').values({ kind, id, body: text, appended_by: writer.action }))
}

/** In the order in which they first appeared. The body is what `putRecord` was given: this room wrote it. */
export function listRecords<T>(reader: Reader, kind: RecordKind): readonly { readonly id: string; readonly body: T }[] {
  const rows = statement(reader.connection, RECORDS).all(kind) as { id: string; body: string | null }[]
  return rows.flatMap(({ id, body }) => (body === null ? [] : [{ id, body: parseRecord<T>(kind, id, body) }]))
}

const RECORDS = 'SELECT id, body FROM counting_record WHERE kind = ? ORDER BY seq'

/** All versions of a record that count, the newest first; one that removed it is left out. */
export function listVersions<T>(reader: Reader, kind: RecordKind, id: string): readonly T[] {
  const rows = all(
    reader,
    reader.query
      .selectFrom('record')
      .innerJoin('action', 'action.id', 'record.appended_by')
      .select('record.body')
      .where('record.kind', '=', kind)
      .where('record.id', '=', id)
      .where('action.state', '=', 'active')
      .orderBy('record.seq', 'desc'),
  )
  return rows.flatMap(({ body }) => (body === null ? [] : [parseRecord<T>(kind, id, body)]))
}

export function findRecord<T>(reader: Reader, kind: RecordKind, id: string): T | null {
  const row = get(
    reader,
    reader.query.selectFrom('counting_record').select('body').where('kind', '=', kind).where('id', '=', id),
  )
  return row?.body ? parseRecord<T>(kind, id, row.body) : null
}
