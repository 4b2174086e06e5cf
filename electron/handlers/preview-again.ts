import { createHash } from 'node:crypto'
import type { ImportRow } from '#shared/contract/views.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { StatementDraft } from '#shared/statement-files/statement-row.ts'
import { readStatementBytes } from '../files/statement-file.ts'
import { detached } from '../store/import/detached.ts'
import { ROWS_KEPT } from '../store/import/preview-rows.ts'
import { hashed, type StagedImport } from './stage-file.ts'

/** Rows of a preview beyond those that are kept: its file is read again, and each row shown as it was staged. */

/** All of them, one after another, in memory that does not grow with the file. */
export async function* allRows({ source, session }: StagedImport): AsyncGenerator<ImportRow> {
  let index = 0
  for await (const { drafts } of readStatementBytes(source.bytes(), { container: source.container })) {
    for (const draft of drafts) {
      yield session.staging.rows.restore(index, draft)
      index += 1
    }
  }
}

export async function somePreviewRows(
  staged: StagedImport,
  offset: number,
  limit: number,
): Promise<readonly ImportRow[]> {
  if (offset + limit <= ROWS_KEPT) return staged.session.staging.rows.first().slice(offset, offset + limit)
  const page: ImportRow[] = []
  let index = 0
  for await (const row of allRows(staged)) {
    if (index >= offset) page.push(row)
    index += 1
    if (page.length === limit) break
  }
  return page
}

export type RowsRefusal =
  | { readonly kind: 'file-changed'; readonly file: string }
  | { readonly kind: 'row-not-in-file'; readonly line: number }

/** The rows that stand in these lines of the file, as they were read for the preview. */
export async function draftsIn(
  { source, summary, sha256 }: StagedImport,
  lines: readonly number[],
): Promise<Outcome<ReadonlyMap<number, StatementDraft>, RowsRefusal>> {
  const wanted = new Set(lines)
  const found = new Map<number, StatementDraft>()
  if (wanted.size === 0) return done(found)
  const hash = createHash('sha256')
  const options = { owner: summary.owner, container: source.container }
  for await (const { drafts } of readStatementBytes(hashed(source.bytes(), hash), options)) {
    for (const draft of drafts) if (wanted.has(draft.line)) found.set(draft.line, detached(draft))
  }
  if (hash.digest('hex') !== sha256) return refused({ kind: 'file-changed', file: summary.fileName })
  const missing = lines.find((line) => !found.has(line))
  return missing === undefined ? done(found) : refused({ kind: 'row-not-in-file', line: missing })
}
