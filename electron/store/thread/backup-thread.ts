import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { fingerprintOf, provesEqual, revisionOf } from '../soundness.ts'

/** What the thread is given: the ledger, and the file to make. */
export type BackupJob = { readonly ledgerPath: string; readonly file: string }

/** What it tells: the revision whose moment it holds, then whether the copy is sound and equal. */
export type BackupNews =
  | { readonly kind: 'held'; readonly revision: number }
  | { readonly kind: 'copied'; readonly isEqual: boolean }

/** Few enough that who does not want the copy any more need not wait for it. */
const PAGES_AT_ONCE = 5000

/**
 * A backup in a thread of its own, so that checking a large ledger keeps no command waiting. Copy and comparison are of
 * one moment: a read transaction holds it while others write.
 */
async function copyAndCheck({ ledgerPath, file }: BackupJob, tell: (news: BackupNews) => void): Promise<boolean> {
  const own = new Database(ledgerPath, { readonly: true, fileMustExist: true, timeout: 10_000 })
  try {
    own.exec('BEGIN')
    tell({ kind: 'held', revision: revisionOf(own) })
    const before = fingerprintOf(own)
    await own.backup(file, { progress: () => PAGES_AT_ONCE })
    own.exec('COMMIT')
    return provesEqual(file, before)
  } finally {
    own.close()
  }
}

const port = parentPort
if (!port) throw new Error('the backup thread was started as a program')
const tell = (news: BackupNews): void => port.postMessage(news)
// Said once the ledger is let go: whoever hears it may close the ledger, or move it.
tell({ kind: 'copied', isEqual: await copyAndCheck(workerData as BackupJob, tell) })
