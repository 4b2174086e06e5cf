import type { Database } from 'better-sqlite3'
import { isAlive } from '../backup-files.ts'

/** Whether another living process previews an import: it would find its rows gone or beside other ones. */
export function isBeingStaged(database: Database): boolean {
  const pids = database.prepare("SELECT pid FROM main.action WHERE state = 'staging'").pluck().all() as number[]
  return pids.some((pid) => pid !== process.pid && isAlive(pid))
}
