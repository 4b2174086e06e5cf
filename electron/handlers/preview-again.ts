import type { ImportRow } from '#shared/contract/views.ts'
import { readStatementBytes } from '../files/statement-file.ts'
import { ROWS_KEPT } from '../store/import/preview-rows.ts'
import type { StagedImport } from './stage-file.ts'

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
