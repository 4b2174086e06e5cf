import { closeSync, openSync, rmSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import type { BackupReason, BackupView } from '#shared/contract/safety-views.ts'
import { keepUnverified, keepVerified, makingName, newBackupFile, rotate } from './backup-files.ts'
import { isSound } from './soundness.ts'
import type { BackupJob } from './thread/backup-thread.ts'

/** A backup counts only after it was reopened, checked and found equal to the ledger (product.md J). */

/** Copies a ledger and verifies the copy. Answers it with `verified: false` where the copy is not sound. */
export async function makeBackup(ledgerPath: string, reason: BackupReason, at: number): Promise<BackupView> {
  const file = newBackupFile(ledgerPath, reason, at)
  const making = makingName(file)
  // Made here first, so that it is its owner's alone from the first byte on.
  closeSync(openSync(making, 'wx', 0o600))
  try {
    const isVerified = await inThread({ ledgerPath, file: making })
    const backup = isVerified ? keepVerified(making, file) : keepUnverified(making, file)
    rotate(ledgerPath, backup.file)
    return backup
  } catch (error) {
    // A full disk: half a copy only takes the room that the ledger needs.
    rmSync(making, { force: true })
    throw error
  }
}

function inThread(job: BackupJob): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(THREAD, { workerData: job })
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('the backup thread ended without an answer')))
  })
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
