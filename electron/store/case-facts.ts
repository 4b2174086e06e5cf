import { createHash } from 'node:crypto'
import type { Attachment, CaseFact, CaseFactId } from '#shared/ledger/case/case-fact.ts'
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

/** The same content is kept once, whatever it is attached to; where it was lost or damaged it is whole again. */
export function putContent(writer: Writer, sha256: string, content: Uint8Array): void {
  const query = QUERIES.insertInto('attachment_content').values({ sha256, content })
  run(
    writer,
    query.onConflict((conflict) => conflict.column('sha256').doUpdateSet({ content })),
  )
}

/** What is shown to others as evidence is what was attached, to the byte; anything else is lost. */
export function readContent(reader: Reader, { sha256, name }: Pick<Attachment, 'sha256' | 'name'>): Uint8Array {
  const query = reader.query.selectFrom('attachment_content').select('content').where('sha256', '=', sha256)
  const content = get(reader, query)?.content
  if (!content || hashOf(content) !== sha256) throw new LostContent(name)
  return content
}

export const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')

export class LostContent extends Error {
  readonly attachment: string
  constructor(attachment: string) {
    super('an attachment without its content')
    this.attachment = attachment
  }
}
