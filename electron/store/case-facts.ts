import type { CaseFact, CaseFactId } from '#shared/ledger/case/case-fact.ts'
import { all, get, QUERIES, type Reader, run, type Writer } from './queries.ts'
import { readOnce } from './read-once.ts'
import { isCaseShape, jsonOrNull, UnreadableRecord } from './shapes.ts'

/** The facts of the case file: the newest version of an id that counts holds, one without a body is withdrawn. */

export function putCaseFact(writer: Writer, fact: CaseFact): CaseFactId {
  const { kind, id, on: day } = fact
  const values = { kind, id, day, body: JSON.stringify(fact), appended_by: writer.action }
  run(writer, QUERIES.insertInto('case_fact').values(values))
  return id
}

export function withdrawCaseFact(writer: Writer, { kind, id, on: day }: CaseFact): void {
  run(writer, QUERIES.insertInto('case_fact').values({ kind, id, day, body: null, appended_by: writer.action }))
}

/** By their day, and within a day by their id; of a state that was read before, the very same facts. */
export const readCaseFacts = (reader: Reader): readonly CaseFact[] =>
  readOnce(reader, 'case facts', () => readNow(reader))

/** The body is what `putCaseFact` was given. */
function readNow(reader: Reader): readonly CaseFact[] {
  const query = reader.query.selectFrom('counting_case_fact').select('body').orderBy('day').orderBy('id')
  return all(reader, query).flatMap(({ body }) => (body === null ? [] : [factIn(body)]))
}

export function findCaseFact(reader: Reader, id: CaseFactId): CaseFact | null {
  const row = get(reader, reader.query.selectFrom('counting_case_fact').select('body').where('id', '=', id))
  return row?.body ? factIn(row.body) : null
}

function factIn(body: string): CaseFact {
  const fact = jsonOrNull(body)
  if (!isCaseShape(fact)) throw new UnreadableRecord('case_fact')
  return fact as CaseFact
}

/** The same content is kept once, whatever it is attached to. */
export function putContent(writer: Writer, sha256: string, content: Uint8Array): void {
  const query = QUERIES.insertInto('attachment_content').values({ sha256, content })
  run(
    writer,
    query.onConflict((conflict) => conflict.column('sha256').doNothing()),
  )
}

export function readContent(reader: Reader, sha256: string): Uint8Array | null {
  const query = reader.query.selectFrom('attachment_content').select('content').where('sha256', '=', sha256)
  return get(reader, query)?.content ?? null
}
