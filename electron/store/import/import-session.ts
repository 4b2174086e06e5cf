import type { ImportSummary } from '#shared/contract/views.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import { REFUND_EXPECTED } from '#shared/ledger/entry.ts'
import { appendAccount, readAccounts, supersedeAccount } from '../accounts.ts'
import { activateAction, stageAction } from '../actions.ts'
import { importBasis, moveImportBasis } from '../basis.ts'
import { isKnownCurrent, putRecordsCurrent } from '../notes.ts'
import { QUERIES, type Reader, run, statement, type Writer } from '../queries.ts'
import type { Store } from '../store.ts'
import { forgetSums, newestSeq } from '../sums/action-sums.ts'
import type { StagedFile } from './stage-row.ts'
import { createStaging, type Staging } from './staging.ts'

/** What is known of a file before its rows are read. */
export type FileHead = {
  readonly name: string
  readonly owner: string
  readonly platform: string
  readonly exportedAt: number | null
  readonly keepUnrelatedText: boolean
}

/** An import between preview and merge. */
export type ImportSession = {
  readonly action: number
  readonly file: number
  readonly staging: Staging
  /** Where the ledger stood: an undo, or another import, since then makes the preview stale. */
  readonly basis: number
  /** Rows of the ledger up to here are not the import's. */
  readonly after: number
}

export function beginImport(store: Store, head: FileHead): ImportSession {
  return store.prepare((writer) => {
    const action = stageAction(writer, { code: 'import', values: { file: head.name } })
    const file = run(
      writer,
      QUERIES.insertInto('statement_file').values({
        action,
        name: head.name,
        owner: head.owner,
        sha256: '',
        exported_at: head.exportedAt,
        summary: '{}',
      }),
    ).rowId
    const staged: StagedFile = { ...head, action, file }
    return {
      action,
      file,
      staging: createStaging(writer, staged),
      basis: importBasis(writer),
      after: newestSeq(writer.connection),
    }
  })
}

export type Merge = {
  readonly summary: ImportSummary
  readonly sha256: string
  /** Nothing changed the ledger since the daily sums of the staged rows were made. */
  readonly sumsHold: boolean
  /** The day on which the file was made: the ledger is current as of it. */
  readonly currentOn: Day | null
}

/** The brief end of an import: its rows begin to count. */
export function mergeImport(open: Writer, { action, file, staging }: ImportSession, merge: Merge): void {
  const writer: Writer = { ...open, action }
  const { summary, sha256 } = merge
  run(
    writer,
    QUERIES.updateTable('statement_file')
      .set({ sha256, summary: JSON.stringify(summary) })
      .where('id', '=', file),
  )
  const { added, updated } = summary.counts
  const values = { file: summary.fileName, rows: summary.fileRows, added, updated }
  moveImportBasis(writer)
  if (!merge.sumsHold) forgetSums(writer.connection, action)
  activateAction(writer, action, { code: 'import', values })
  for (const account of staging.newAccounts()) appendAccount(writer, account)
  if (summary.owner !== '') claim(writer, staging.claimedAccounts(), summary.owner)
  if (merge.currentOn !== null) putRecordsCurrent(writer, merge.currentOn, summary.owner)
}

/** The next file of another owner meets an account that is somebody's, and makes its own. */
function claim(writer: Writer, ids: readonly AccountId[], owner: string): void {
  if (ids.length === 0) return
  for (const account of readAccounts(writer)) {
    if (account.owner === '' && ids.includes(account.id)) supersedeAccount(writer, { ...account, owner })
  }
}

type Told = { readonly currentOn: Day | null; readonly owner: string }

/** Every row of the file is known as it is, and so is that the ledger is current as of it: there is nothing to record. */
export function tellsNothing(
  reader: Reader,
  { action, after, staging }: ImportSession,
  { currentOn, owner }: Told,
): boolean {
  if (staging.newAccounts().length > 0) return false
  if (currentOn !== null && !isKnownCurrent(reader, currentOn, owner)) return false
  return statement(reader.connection, ANY_STAGED).get({ action, after }) === undefined
}

const ANY_STAGED = 'SELECT 1 FROM entry NOT INDEXED WHERE seq > @after AND appended_by = @action LIMIT 1'

/** How many questions an import left; a refund that has not come yet only waits and asks nothing. */
export const countReviews = (reader: Reader, action: number): number =>
  Number(statement(reader.connection, ASKED).pluck().get({ action, waits: REFUND_EXPECTED }))

const ASKED = `
SELECT count(*) FROM counting_entry
WHERE body IS NOT NULL AND kind = 'review' AND appended_by = @action AND json_extract(body, '$.reason') <> @waits`

/** Whose files of a platform the ledger has read: the owners of its accounts, as those files print them. */
export function readOwners(reader: Reader, platform: string): readonly string[] {
  return platform === 'alipay' ? [...new Set(readAccounts(reader).map(({ owner }) => owner))].filter(isNamed) : []
}

const isNamed = (owner: string): boolean => owner !== ''
