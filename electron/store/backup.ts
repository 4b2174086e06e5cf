import { closeSync, openSync, rmSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import type { BackupReason, BackupView } from '#shared/contract/safety-views.ts'
import { keepUnverified, keepVerified, makingName, newBackupFile, rotate } from './backup-files.ts'
import { isSound } from './soundness.ts'
import type { BackupJob, BackupNews } from './thread/backup-thread.ts'

/** A backup counts only after it was reopened, checked and found equal to the ledger (product.md J). */

/** Copies a ledger and verifies the copy. Answers it with `verified: false` where the copy is not sound. */
export async function makeBackup(ledgerPath: string, reason: BackupReason, at: number): Promise<BackupView> {
  const file = newBackupFile(ledgerPath, reason, at)
  const making = makingName(file)
  try {
    const isVerified = await beginCopy(ledgerPath, making).isEqual
    const backup = isVerified ? keepVerified(making, file) : keepUnverified(making, file)
    rotate(ledgerPath, backup.file)
    return backup
  } catch (error) {
    // A full disk: half a copy only takes the room that the ledger needs.
    rmSync(making, { force: true })
    throw error
  }
}

/** A copy of the ledger that becomes its backup where the change comes for which it was begun. */
export type CopyAhead = {
  /** The ledger's, when the copy was begun; what is prepared since then is not in it. */
  readonly revision: number
  /** The backup; null where the copy is not sound, or is gone. */
  readonly keep: (at: number) => Promise<BackupView | null>
  readonly drop: () => Promise<void>
}

/**
 * Begins the backup of a change that is only being prepared: it is copied and checked meanwhile. What fails here fails
 * nothing; who misses the copy makes a backup, and hears why that does not work.
 */
export async function copyAhead(ledgerPath: string, reason: BackupReason, at: number): Promise<CopyAhead | null> {
  let making: string | null = null
  const remove = (): void => {
    if (making === null) return
    rmSync(making, { force: true })
    // A thread that is stopped in the middle does not clean up after itself.
    rmSync(`${making}-journal`, { force: true })
  }
  try {
    const made = makingName(newBackupFile(ledgerPath, reason, at))
    making = made
    const copy = beginCopy(ledgerPath, made)
    const isEqual = copy.isEqual.catch(() => false)
    return {
      revision: await copy.revision,
      keep: async (keptAt) => ((await isEqual) ? keptOrNot(made, { ledgerPath, reason, at: keptAt }) : null),
      drop: async () => {
        await copy.stop()
        remove()
      },
    }
  } catch {
    remove()
    return null
  }
}

type Naming = { readonly ledgerPath: string; readonly reason: BackupReason; readonly at: number }

function keptOrNot(making: string, { ledgerPath, reason, at }: Naming): BackupView | null {
  try {
    const backup = keepVerified(making, newBackupFile(ledgerPath, reason, at))
    rotate(ledgerPath, backup.file)
    return backup
  } catch {
    return null
  }
}

type Copy = {
  /** Known once the moment of the copy is fixed. */
  readonly revision: Promise<number>
  readonly isEqual: Promise<boolean>
  readonly stop: () => Promise<unknown>
}

function beginCopy(ledgerPath: string, file: string): Copy {
  // Made here first, so that it is its owner's alone from the first byte on.
  closeSync(openSync(file, 'wx', 0o600))
  const thread = new Worker(THREAD, { workerData: { ledgerPath, file } satisfies BackupJob })
  const told = <T>(pick: (news: BackupNews) => T | null): Promise<T> =>
    new Promise((resolve, reject) => {
      thread.on('message', (news: BackupNews) => {
        const value = pick(news)
        if (value !== null) resolve(value)
      })
      thread.once('error', reject)
      thread.once('exit', () => reject(new Error('the backup thread ended without an answer')))
    })
  const revision = told((news) => (news.kind === 'held' ? news.revision : null))
  // Where nobody waits for it, the other one says what failed.
  revision.catch(() => undefined)
  const isEqual = told((news) => (news.kind === 'copied' ? news.isEqual : null))
  return { revision, isEqual, stop: () => thread.terminate() }
}

/** Built, the thread's program lies beside the main one. */
const THREAD = import.meta.url.endsWith('.ts')
  ? new URL('./thread/backup-thread.ts', import.meta.url)
  : new URL('./backup-thread.js', import.meta.url)

/** The same at once, where nothing else may happen in between: before its schema changes, and before an undo of a restore. */
export function backUpAtOnce(
  database: Database.Database,
  { path, reason, at }: { readonly path: string; readonly reason: BackupReason; readonly at: number },
): BackupView {
  const file = newBackupFile(path, reason, at)
  const making = makingName(file)
  closeSync(openSync(making, 'wx', 0o600))
  try {
    database.prepare('VACUUM INTO ?').run(making)
    const copy = new Database(making, { readonly: true })
    try {
      if (!isSound(copy)) throw new Error(`the backup ${reason} is not sound`)
    } finally {
      copy.close()
    }
  } catch (error) {
    rmSync(making, { force: true })
    throw error
  }
  const backup = keepVerified(making, file)
  rotate(path, backup.file)
  return backup
}
