import type { ImportRow } from '#shared/contract/views.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { type CopyAhead, copyAhead } from '../store/backup.ts'
import { importBasis } from '../store/basis.ts'
import { discardStaged } from '../store/import/discard.ts'
import { readSettings } from '../store/settings.ts'
import type { Store } from '../store/store.ts'
import type { HandlerContext, RuleRefusal } from './handler.ts'
import { allRows } from './preview-again.ts'
import { type StagedImport, stageFile } from './stage-file.ts'

/** What is staged, and the copy of the ledger that was begun before it: the backup of the import, if it comes. */
export type Staged = { readonly staged: StagedImport; readonly copy: CopyAhead | null }
export type Preview = Staged & { readonly importId: string }

/** A ledger has at most one preview at a time. */
const previews = new WeakMap<Store, Preview>()

export async function keepPreview(store: Store, preview: Preview): Promise<void> {
  // Another file may have been staged while this one was.
  await givePreviewUp(store)
  previews.set(store, preview)
}
export const forgetPreview = (store: Store): void => void previews.delete(store)

export function findPreview(store: Store, importId: string): Preview | null {
  const found = previews.get(store)
  return found?.importId === importId ? found : null
}

/** Every row of a preview, for who reads it from the beginning to the end; none where the preview is gone. */
export async function* previewRows(store: Store, importId: string): AsyncGenerator<ImportRow> {
  const found = findPreview(store, importId)
  if (found) yield* allRows(found.staged)
}

/** Drops what is previewed, staged rows included: the ledger under it is about to be another, or to be closed. */
export async function givePreviewUp(store: Store): Promise<void> {
  const former = previews.get(store)
  if (!former) return
  previews.delete(store)
  try {
    await discardStaged(store, former.staged.session)
  } finally {
    await former.copy?.drop()
  }
}

type StagedFile = Pick<StagedImport, 'path' | 'password' | 'saidOwner'>

/** The copy is begun before anything is staged, so that nothing of that is in it, and is made while the file is read. */
export async function stage(context: HandlerContext, file: StagedFile): Promise<Outcome<Staged, RuleRefusal>> {
  const { store, signal, onProgress, now } = context
  const { keepUnrelatedText } = store.read(readSettings)
  const { path, password, saidOwner } = file
  const begun: { copy: CopyAhead | null } = { copy: null }
  const begin = async (): Promise<void> => {
    begun.copy = await copyAhead(store.path, 'before-import', now())
  }
  let staged: StagedImport | null = null
  try {
    const outcome = await stageFile(store, { path, password, saidOwner, keepUnrelatedText, signal, onProgress, begin })
    if (!outcome.ok) return outcome
    staged = outcome.value
    return done({ staged, copy: begun.copy })
  } finally {
    if (staged === null) await begun.copy?.drop()
  }
}

export const isCurrent = (store: Store, { staged }: Staged): boolean => store.read(importBasis) === staged.session.basis

/** The staged rows, read again where the ledger moved on under the preview: the same file must still be there. */
export async function refreshed(context: HandlerContext, found: Preview): Promise<Outcome<Preview, RuleRefusal>> {
  const { store } = context
  if (isCurrent(store, found)) return done(found)
  await givePreviewUp(store)
  const again = await stage(context, found.staged)
  if (!again.ok) return again
  const preview = { importId: found.importId, ...again.value }
  previews.set(store, preview)
  if (preview.staged.sha256 === found.staged.sha256) return done(preview)
  await givePreviewUp(store)
  return refused({ kind: 'file-changed', file: found.staged.summary.fileName })
}
