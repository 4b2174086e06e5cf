import type { ImportPreview } from '#shared/contract/views.ts'
import { done, refused } from '#shared/kernel/outcome.ts'
import { makeBackup } from '../store/backup.ts'
import { importBasis } from '../store/basis.ts'
import { discardStaged } from '../store/import/discard.ts'
import { mergeImport } from '../store/import/import-session.ts'
import { readSettings } from '../store/settings.ts'
import type { Store } from '../store/store.ts'
import type { HandlerContext, Handlers } from './handler.ts'
import { type StagedImport, stageFile } from './stage-file.ts'

/**
 * An import in two steps: the preview stages the file and changes nothing that counts; the commit backs up the ledger,
 * verified, and lets the rows count in one brief transaction. One import is one action of the history.
 */
export const importHandlers: Handlers<'previewImport' | 'listImportRows' | 'commitImport' | 'discardImport'> = {
  previewImport: async (context, { fileToken }) => {
    await giveUp(context.store)
    const staged = await stage(context, fileToken)
    return staged.ok ? done(previewOf(staged.value)) : staged
  },

  listImportRows: ({ store }, { importId, offset, limit }) => {
    const staged = stagedImport(store, importId)
    return staged ? done(staged.session.staging.rows.page(offset, limit)) : notFound(importId)
  },

  commitImport: async (context, { importId }) => {
    const { store } = context
    const found = stagedImport(store, importId)
    if (!found) return notFound(importId)
    const fresh = await refreshed(context, found)
    if (!fresh.ok) return fresh
    context.onProgress({ done: 0, total: null, stage: 'backup' })
    const backup = await makeBackup(store, 'before-import', context.now())
    if (!backup.verified) return refused({ kind: 'backup-not-verified', file: backup.file })
    if (context.signal.aborted) return refused({ kind: 'canceled' })
    // While the backup was made, another command may have changed what the rows meet.
    const staged = await refreshed(context, fresh.value)
    if (!staged.ok) return staged
    const { session, summary, sha256, preamble } = staged.value
    const currentOn = preamble.exportedOn ?? preamble.to
    const merged = store.change<number, never>((writer) =>
      done(mergeImport(writer, session, { summary, sha256, currentOn })),
    )
    if (!merged.ok) return merged
    forget(store)
    return done({ batch: String(session.action), summary, backup, reviews: merged.value })
  },

  discardImport: async ({ store }, { importId }) => {
    if (!stagedImport(store, importId)) return notFound(importId)
    await giveUp(store)
    return done({ importId })
  },
}

/** A ledger has at most one preview at a time. */
const staged = new WeakMap<Store, StagedImport>()

const stagedImport = (store: Store, importId: string): StagedImport | null => {
  const found = staged.get(store)
  return found && importIdOf(found) === importId ? found : null
}

const importIdOf = ({ session }: StagedImport): string => String(session.action)
const notFound = (importId: string) => refused({ kind: 'import-not-found', importId })

function forget(store: Store): void {
  staged.get(store)?.session.staging.rows.clear()
  staged.delete(store)
}

async function giveUp(store: Store): Promise<void> {
  const former = staged.get(store)
  if (!former) return
  forget(store)
  await discardStaged(store, former.session)
}

async function stage({ store, signal, onProgress }: HandlerContext, path: string) {
  const { keepUnrelatedText } = store.read(readSettings)
  const outcome = await stageFile(store, { path, keepUnrelatedText, signal, onProgress })
  if (outcome.ok) staged.set(store, outcome.value)
  return outcome
}

/** The staged rows, read again where the ledger moved on under the preview: the same file must still be there. */
async function refreshed(context: HandlerContext, found: StagedImport) {
  const basis = context.store.read((reader) => importBasis(reader))
  if (basis === found.session.basis) return done(found)
  await giveUp(context.store)
  const again = await stage(context, found.path)
  if (!again.ok || again.value.sha256 === found.sha256) return again
  await giveUp(context.store)
  return refused({ kind: 'file-changed', file: found.summary.fileName } as const)
}

const ROWS_SHOWN = 2000

const previewOf = (found: StagedImport): ImportPreview => ({
  importId: importIdOf(found),
  summary: found.summary,
  rows: found.session.staging.rows.page(0, ROWS_SHOWN),
  problems: found.problems,
})
