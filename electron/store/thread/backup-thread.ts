import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { fingerprintOf, provesEqual } from '../soundness.ts'

/** What the thread is given: the ledger, and the file to make. It answers whether the copy is sound and equal. */
export type BackupJob = { readonly ledgerPath: string; readonly file: string }

/**
 * A backup in a thread of its own, so that checking a large ledger keeps no command waiting. Copy and comparison are of
 * one moment: a read transaction holds it while others write.
 */
async function copyAndCheck({ ledgerPath, file }: BackupJob): Promise<boolean> {
  const own = new Database(ledgerPath, { readonly: true, fileMustExist: true, timeout: 10_000 })
  try {
    own.exec('BEGIN')
    const before = fingerprintOf(own)
    await own.backup(file, { progress: () => 1_000_000 })
    own.exec('COMMIT')
    return provesEqual(file, before)
  } finally {
    own.close()
  }
}

if (!parentPort) throw new Error('the backup thread was started as a program')
parentPort.postMessage(await copyAndCheck(workerData as BackupJob))
