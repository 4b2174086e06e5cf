import type { Request } from '#shared/contract/contract.ts'
import type { BackupView } from '#shared/contract/safety-views.ts'
import type { ImportPreview, ImportRow } from '#shared/contract/views.ts'
import { type Fen, fen } from '#shared/kernel/money.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { parseAccountRef } from '#shared/statement-files/account-ref.ts'
import { currentAsOf } from '#shared/statement-files/current-as-of.ts'
import { readAccounts } from '../store/accounts.ts'
import { appendAction } from '../store/actions.ts'
import { makeBackup } from '../store/backup.ts'
import { backupFolder } from '../store/backup-files.ts'
import { importBasis } from '../store/basis.ts'
import { discardStaged } from '../store/import/discard.ts'
import { countReviews, type ImportSession, mergeImport } from '../store/import/import-session.ts'
import { type TakenRow, takeRows } from '../store/import/take-rows.ts'
import { diskRefusal } from '../store/open-refusal.ts'
import type { Writer } from '../store/queries.ts'
import { readSettings } from '../store/settings.ts'
import type { Store } from '../store/store.ts'
import { countOnce } from './count-once.ts'
import { decideEntry } from './entry-decisions.ts'
import type { HandlerContext, Handlers, RuleRefusal } from './handler.ts'
import { keepSecond } from './keep-backup.ts'
import { allRows, draftsIn, somePreviewRows } from './preview-again.ts'
import { type StagedImport, stageFile } from './stage-file.ts'

/**
 * An import in two steps: the preview stages the file, changes nothing that counts and leaves nothing where it is given
 * up; the commit makes a verified backup and lets the rows count in one brief transaction. One import is one action of
 * the history.
 */
export const importHandlers: Handlers<'previewImport' | 'listImportRows' | 'commitImport' | 'discardImport'> = {
  previewImport: async (context, { fileToken, password = null }) => {
    await giveUp(context.store)
    const outcome = await stage(context, { path: fileToken, password })
    if (!outcome.ok) return outcome
    previews.set(context.store, outcome.value)
    return done(previewOf(outcome.value))
  },

  listImportRows: async ({ store }, { importId, offset, limit }) => {
    const found = findPreview(store, importId)
    return found ? done(await somePreviewRows(found, offset, limit)) : notFound(importId)
  },

  commitImport: async (context, { importId, take = [] }) => {
    const { store, signal, today } = context
    const found = findPreview(store, importId)
    if (!found) return notFound(importId)
    context.onProgress({ done: 0, total: null, stage: 'backup' })
    const backup = await backUp(context)
    if (!backup.ok) return backup
    const fresh = await refreshed(context, found)
    if (!fresh.ok) return fresh
    const taking = await rowsToTake(store, fresh.value, take)
    if (!taking.ok) return taking
    if (signal.aborted) return refused({ kind: 'canceled' })
    // From here on nothing waits, so nothing can come in between.
    const { session, summary, summedAt, sha256, preamble } = fresh.value
    const currentOn = currentAsOf({ ...preamble, ...summary, rejected: summary.counts.rejected })
    const merged = store.change<Fen, RuleRefusal>((writer) => {
      const sumsHold = summedAt === store.revision()
      const merge = () => mergeImport(writer, session, { summary, sha256, sumsHold, currentOn })
      const { once } = countOnce({ ...writer, action: session.action }, today, merge)
      if (taking.value.length === 0) return done(once)
      const taken = takeAll(context, writer, { session, rows: taking.value })
      return taken.ok ? done(fen(once + taken.value)) : taken
    })
    if (!merged.ok) return merged
    forget(store)
    const reviews = store.read((reader) => countReviews(reader, session.action))
    const taken = taking.value.length
    const countedOnce = merged.value
    return done({ batch: String(session.action), summary, backup: backup.value, reviews, taken, countedOnce })
  },

  discardImport: async ({ store }, { importId }) => {
    if (!findPreview(store, importId)) return notFound(importId)
    await giveUp(store)
    return done({ importId })
  },
}

/** A ledger has at most one preview at a time. */
const previews = new WeakMap<Store, StagedImport>()

function findPreview(store: Store, importId: string): StagedImport | null {
  const found = previews.get(store)
  return found && importIdOf(found) === importId ? found : null
}

/** Every row of a preview, for who reads it from the beginning to the end; none where the preview is gone. */
export async function* previewRows(store: Store, importId: string): AsyncGenerator<ImportRow> {
  const found = findPreview(store, importId)
  if (found) yield* allRows(found)
}

const importIdOf = ({ session }: StagedImport): string => String(session.action)
const notFound = (importId: string) => refused({ kind: 'import-not-found', importId })

function forget(store: Store): void {
  previews.delete(store)
}

/** Drops what is previewed, staged rows included: the ledger under it is about to be another. */
export const givePreviewUp = (store: Store): Promise<void> => giveUp(store)

async function giveUp(store: Store): Promise<void> {
  const former = previews.get(store)
  if (!former) return
  forget(store)
  await discardStaged(store, former.session)
}

/** Whatever keeps the backup from being made keeps the import from being written; the preview stays to try again. */
async function backUp({ store, now }: HandlerContext): Promise<Outcome<BackupView, RuleRefusal>> {
  try {
    const backup = await makeBackup(store.path, 'before-import', now())
    if (!backup.verified) return refused({ kind: 'backup-not-verified', file: backup.file })
    // Its copy elsewhere keeps nobody waiting; a folder that is not there now is behind, and shown so.
    void keepSecond(store, backup).catch(() => undefined)
    return done(backup)
  } catch (error) {
    const cause = diskRefusal(error, store.path)
    if (cause?.kind === 'ledger-disk-full') return refused(cause)
    // What the disk says has a code; without one it is a fault of the program.
    if (cause === null && !(error instanceof Error && 'code' in error)) throw error
    return refused({ kind: 'backup-not-made', folder: backupFolder(store.path) })
  }
}

function stage({ store, signal, onProgress }: HandlerContext, file: Pick<StagedImport, 'path' | 'password'>) {
  const { keepUnrelatedText } = store.read(readSettings)
  return stageFile(store, { path: file.path, password: file.password, keepUnrelatedText, signal, onProgress })
}

/** The staged rows, read again where the ledger moved on under the preview: the same file must still be there. */
async function refreshed(context: HandlerContext, found: StagedImport): Promise<Outcome<StagedImport, RuleRefusal>> {
  const { store } = context
  if (store.read(importBasis) === found.session.basis) return done(found)
  await giveUp(store)
  const again = await stage(context, found)
  if (!again.ok || again.value.sha256 === found.sha256) return again
  await discardStaged(store, again.value.session)
  return refused({ kind: 'file-changed', file: found.summary.fileName })
}

type Taking = NonNullable<Request<'commitImport'>['take']>

/** The rows that the user takes by hand, with the account each is said to be of. */
async function rowsToTake(
  store: Store,
  staged: StagedImport,
  take: Taking,
): Promise<Outcome<readonly TakenRow[], RuleRefusal>> {
  const found = await draftsIn(
    staged,
    take.map(({ line }) => line),
  )
  if (!found.ok) return found
  const { staging } = staged.session
  const known = new Set([...store.read(readAccounts), ...staging.newAccounts()].map(({ id }) => id))
  const rows: TakenRow[] = []
  for (const { line, as, account } of take) {
    const draft = found.value.get(line)
    // An account that neither the ledger nor the file has yet is made, as for a row that names it.
    const ref = known.has(account) ? null : parseAccountRef(account)
    if (!known.has(account) && ref === null) return refused({ kind: 'account-not-found', values: { id: account } })
    if (draft) rows.push({ draft, as, account: ref === null ? account : staging.accountOf(ref) })
  }
  return done(rows)
}

type TakingAll = { readonly session: ImportSession; readonly rows: readonly TakenRow[] }

/** An action of the user's own, after the import and within its transaction: both are written, or neither. */
function takeAll({ today }: HandlerContext, open: Writer, { session, rows }: TakingAll): Outcome<Fen, RuleRefusal> {
  const writer = { ...open, action: appendAction(open, { code: 'rows-taken', values: { count: rows.length } }) }
  const take = () => takeRows(writer, { session, rows }, (own, entry) => decideEntry(own, today, entry))
  const { value: taken, once } = countOnce(writer, today, take)
  return taken.ok ? done(once) : taken
}

const previewOf = (found: StagedImport): ImportPreview => ({
  importId: importIdOf(found),
  summary: found.summary,
  rows: found.session.staging.rows.first(),
  problems: found.problems,
})
