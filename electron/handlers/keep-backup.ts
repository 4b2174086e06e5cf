import { existsSync } from 'node:fs'
import type { BackupReason, BackupView } from '#shared/contract/safety-views.ts'
import { dayAt } from '#shared/kernel/moment.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { countActionsBetween } from '../store/actions.ts'
import { type CopyAhead, makeBackup } from '../store/backup.ts'
import { backupFolder, latestNow, listBackups } from '../store/backup-files.ts'
import { diskRefusal } from '../store/open-refusal.ts'
import { copyToSecond } from '../store/second-folder.ts'
import { readBackupKey, readSettings } from '../store/settings.ts'
import type { Store } from '../store/store.ts'
import type { HandlerContext, RuleRefusal } from './handler.ts'

/** A verified backup, and its copy in the second folder where there is one. `second` is null where it was not put there. */
export type KeptBackup = { readonly backup: BackupView; readonly second: BackupView | null }

export async function keepBackup(store: Store, reason: BackupReason, at: number): Promise<KeptBackup> {
  const backup = await makeBackup(store.path, reason, at)
  return { backup, second: backup.verified ? await keepSecond(store, backup) : null }
}

/**
 * The verified backup without which a change is not made; whatever keeps it from being made is why. A copy that was begun
 * ahead is it where the ledger has not moved since.
 */
export async function backUpFirst(
  { store, now, onProgress }: HandlerContext,
  reason: BackupReason,
  copy: CopyAhead | null = null,
): Promise<Outcome<BackupView, RuleRefusal>> {
  onProgress({ done: 0, total: null, stage: 'backup' })
  try {
    const kept = copy?.revision === store.revision() ? await copy.keep(now()) : null
    if (kept === null) await copy?.drop()
    const backup = kept ?? (await makeBackup(store.path, reason, now()))
    if (!backup.verified) return refused({ kind: 'backup-not-verified', file: backup.file })
    // Its copy elsewhere keeps nobody waiting; a folder that is not there now is behind, and shown so.
    void keepSecond(store, backup).catch(() => undefined)
    return done(backup)
  } catch (error) {
    const cause = diskRefusal(error, store)
    // Then it is not the folder.
    if (cause !== null && NOT_THE_FOLDER.includes(cause.kind)) return refused(cause)
    // What the disk says has a code; without one it is a fault of the program.
    if (cause === null && !(error instanceof Error && 'code' in error)) throw error
    return refused({ kind: 'backup-not-made', folder: backupFolder(store.path) })
  }
}

const NOT_THE_FOLDER = ['ledger-disk-full', 'ledger-damaged', 'ledger-unreadable']

/** A stick that is not plugged in loses nothing: the folder is shown as behind, and the next backup goes there again. */
export async function keepSecond(store: Store, backup: BackupView): Promise<BackupView | null> {
  try {
    const { folder, key } = store.read((reader) => ({
      folder: readSettings(reader).backupFolder,
      key: readBackupKey(reader),
    }))
    if (folder === null || !existsSync(folder)) return null
    return await copyToSecond(store.path, backup, { folder, key })
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

/** After so many steps, and on every day on which something was done. */
const STEPS = 20

/**
 * Whether the ledger has moved on far enough from its last verified backup. What a clock that was ahead dated in the
 * future says nothing of today: neither a backup nor a step of it keeps the next one from being made, or asks for one.
 */
export function isBackupDue(store: Store, at: number): boolean {
  const until = latestNow(at)
  const last = listBackups(store.path).find((backup) => backup.verified && backup.at <= until)
  return store.read((reader) => {
    const since = countActionsBetween(reader, last?.at ?? 0, until)
    if (since === 0) return false
    // The first one is made with the first step: until then nothing stands beside the ledger.
    return last === undefined || since >= STEPS || dayAt(last.at) !== dayAt(at)
  })
}
