import type { Database } from 'better-sqlite3'
import { isAlive } from '../backup-files.ts'

/**
 * A preview has no place in the history and names its process. A step that only says that it is staged was changed by
 * something else: it is the doctor's matter, and nothing of it is removed.
 */
export const IS_STAGED = "state = 'staging' AND place IS NULL AND pid IS NOT NULL"

/** Whether another living process previews an import: it would find its rows gone or beside other ones. */
export function isBeingStaged(database: Database): boolean {
  const pids = database.prepare(`SELECT pid FROM main.action WHERE ${IS_STAGED}`).pluck().all() as number[]
  return pids.some((pid) => pid !== process.pid && isAlive(pid))
}
