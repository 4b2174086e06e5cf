import { existsSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import { isReplaceable, type Refusal } from '#shared/contract/reply.ts'
import type { BackupView, RestorePreview, RestoreResult } from '#shared/contract/safety-views.ts'
import type { Day } from '#shared/kernel/day.ts'
import { momentText } from '#shared/kernel/moment.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { appendAction } from '../store/actions.ts'
import { makeBackup } from '../store/backup.ts'
import { listBackups, viewOf } from '../store/backup-files.ts'
import { isDamage } from '../store/disk-errors.ts'
import { countEntryChanges } from '../store/entry-changes.ts'
import { copyToRestore, replaceContent, replaceFile } from '../store/restore.ts'
import { readBackupKey, readSettings } from '../store/settings.ts'
import { openStore, type Store } from '../store/store.ts'
import { actionsLeft, contentOf } from './content-view.ts'
import type { Handled, RescueContext, RescueTable, RuleRefusal } from './handler.ts'
import { givePreviewUp } from './import-previews.ts'
import { openBackup } from './open-backup.ts'
import { unlessUnreadable } from './unless-unreadable.ts'

/**
 * Restoring a backup (product.md J): first what would change, then the present content is kept as a verified backup and
 * the other put in its place, as a step of the history that undo takes back. Answers also where the ledger is broken.
 */
export const restoreHandlers: Pick<RescueTable, 'listBackups' | 'previewRestore' | 'restoreBackup'> = {
  listBackups: (context) => done(allBackups(context)),
  previewRestore: (context, request) =>
    withCopy(context, { ...request, stage: 'look' }, (copy, file) => previewOf(context, copy, file)),
  restoreBackup: (context, request) =>
    withCopy(context, { ...request, stage: 'restore' }, (copy, file) => restore(context, copy, file)),
}

/** Those beside the ledger and those in the second folder, the newest first. */
export function allBackups({ store, path, logFolder }: RescueContext): readonly BackupView[] {
  const second = unlessUnreadable(logFolder, () => store?.read(readSettings).backupFolder) ?? null
  const there = second !== null && existsSync(second) ? listBackups(path, second) : []
  return [...listBackups(path), ...there].sort((a, b) => b.at - a.at)
}

type Source = {
  readonly backup?: string | undefined
  readonly fileToken?: string | undefined
  readonly passphrase?: string | undefined
  readonly stage: string
}

/** Opens what is to be restored and gives a checked copy of it to `use`; nothing of it stays. */
async function withCopy<T>(
  context: RescueContext,
  source: Source,
  use: (copy: string, file: string) => Handled<T> | Promise<Handled<T>>,
): Promise<Handled<T>> {
  const { store, path, logFolder, onProgress } = context
  onProgress({ done: 0, total: null, stage: source.stage })
  const chosen = fileOf(context, source)
  if (!chosen.ok) return chosen
  const file = chosen.value
  const wrapped = unlessUnreadable(logFolder, () => store?.read(readBackupKey)?.wrapped) ?? null
  const opened = await openBackup({ file, typed: source.passphrase ?? null, wrapped }, path)
  if (!opened.ok) return opened
  let copy: string | null = null
  try {
    const copied = copyToRestore(opened.value.file, context)
    if (!copied.ok) return refused(renamed(copied.refusal, opened.value.file, file))
    copy = copied.value
    return await use(copy, file)
  } finally {
    opened.value.remove()
    if (copy !== null) rmSync(copy, { force: true })
  }
}

/** What was opened of a locked backup lies elsewhere; the user knows the backup. */
function renamed({ values = {}, ...refusal }: Refusal, opened: string, file: string): Refusal {
  const named = Object.entries(values).map(([key, value]) => [key, value === opened ? file : value])
  return { ...refusal, values: Object.fromEntries(named) }
}

/** A file that was chosen, or one of the backups by its name: a page cannot name any other file. */
function fileOf(context: RescueContext, { backup, fileToken }: Source): Outcome<string, RuleRefusal> {
  if (fileToken !== undefined)
    return existsSync(fileToken) ? done(fileToken) : refused({ kind: 'file-not-found', path: fileToken })
  const found = allBackups(context).find(({ file }) => file === backup)
  return found ? done(found.file) : refused({ kind: 'file-not-found', path: backup ?? '' })
}

/** How many of the steps that would no longer count are named. */
const NAMED = 20

function previewOf(context: RescueContext, copy: string, file: string): Handled<RestorePreview> {
  const { store, today, now, logFolder } = context
  const opened = openStore({ path: copy, create: false, readOnly: true, now, randomId: () => '' })
  if (!opened.ok) return opened
  const then = opened.value
  try {
    const after = unlessUnreadable(logFolder, () => contentOf(then, today))
    if (after === null) return refused({ kind: 'backup-damaged', file })
    const present = store === null ? null : unlessUnreadable(logFolder, () => presentOf(store, then, today))
    if (present === null) return done({ file, before: null, after, entries: null, leaves: [], leavesCount: 0 })
    const { before, entries, leaves } = present
    return done({ file, before, after, entries, leaves: leaves.slice(0, NAMED), leavesCount: leaves.length })
  } finally {
    then.close()
  }
}

/** What is there now. It may have opened and not be readable: damage deep in a file is met by whoever reads there. */
const presentOf = (store: Store, then: Store, today: Day) => ({
  before: contentOf(store, today),
  entries: countEntryChanges(store, then),
  leaves: actionsLeft(store, then),
})

/** How often the present content is kept again, where other commands come in between. */
const TRIES = 3

async function restore(context: RescueContext, copy: string, file: string): Promise<Handled<RestoreResult>> {
  const { store } = context
  if (store === null) return restoreClosed(context, copy, file)
  try {
    return await restoreOver(context, store, { copy, file })
  } catch (error) {
    if (isDamage(error)) return putAside(context, copy, file)
    throw error
  }
}

type Chosen = { readonly copy: string; readonly file: string }

async function restoreOver(
  context: RescueContext,
  store: Store,
  { copy, file }: Chosen,
): Promise<Handled<RestoreResult>> {
  await givePreviewUp(store)
  for (let tried = 1; ; tried += 1) {
    const revision = store.revision()
    const kept = await keepPresent(context, store)
    if (!kept.verified) return putAside(context, copy, file)
    // Its name says of when a backup is; a file of another name is called by it.
    const made = viewOf(file)
    const of = { file: basename(file), kept: basename(kept.file), madeAt: made === null ? '' : momentText(made.at) }
    const label = { code: 'restored', values: of }
    const replaced = replaceContent(store, { copy, revision, note: (writer) => appendAction(writer, label) })
    if (replaced.ok) return done({ file, kept: kept.file, undoable: true })
    if (replaced.refusal.kind !== 'ledger-moved-on' || tried === TRIES) return replaced
  }
}

const keepPresent = ({ path, now }: RescueContext, store: Store): Promise<BackupView> =>
  makeBackup(path, 'before-restore', now()).catch((error: unknown) => {
    if (isDamage(error)) return { file: store.path, at: now(), verified: false, bytes: 0, reason: '', encrypted: false }
    throw error
  })

function restoreClosed(context: RescueContext, copy: string, file: string): Handled<RestoreResult> {
  const { closedBy } = context
  if (closedBy !== null && !isReplaceable(closedBy.kind)) return refused(closedBy)
  return putAside(context, copy, file)
}

function putAside({ path, now, ledgers }: RescueContext, copy: string, file: string): Handled<RestoreResult> {
  ledgers.replaced()
  return done({ file, kept: replaceFile(path, copy, now()), undoable: false })
}
