import Database from 'better-sqlite3'
import { counts } from './counting.ts'
import { isDamage } from './disk-errors.ts'

/** What a copy of a ledger must show before it counts as one. */
export function isSound(database: Database.Database): boolean {
  try {
    const found = database.pragma('integrity_check(1)', { simple: true })
    return found === 'ok' && (database.pragma('foreign_key_check') as unknown[]).length === 0
  } catch (error) {
    if (isDamage(error)) return false
    throw error
  }
}

/** Grows with every change; asking for it also fixes the moment of a transaction that has just begun. */
export const revisionOf = (database: Database.Database): number =>
  Number(database.prepare("SELECT value FROM meta WHERE key = 'revision'").pluck().get() ?? 0)

/** The revision, how many rows there are, and what their amounts add up to. Equal ledgers say the same. */
export function fingerprintOf(database: Database.Database): string {
  return database.prepare(FINGERPRINT).raw().get()?.toString() ?? ''
}

/** All rows and those that count, in one pass over the entries. */
const FINGERPRINT = `
SELECT coalesce((SELECT value FROM meta WHERE key = 'revision'), 0),
  (SELECT count(*) FROM action), (SELECT count(*) FROM record),
  count(*), total(amount), count(*) FILTER (WHERE counting), total(amount) FILTER (WHERE counting)
FROM (SELECT e.amount, e.kind <> 'withdrawn' AND e.kind <> 'kept' AND ${counts('e')} AS counting FROM entry e)`

/** A copy that was reopened, is sound, and says what the ledger said: only then it counts. */
export function provesEqual(file: string, fingerprint: string): boolean {
  const copy = new Database(file)
  try {
    // Without a log beside it the copy is one file that can be moved and sent.
    copy.pragma('journal_mode = DELETE')
    return isSound(copy) && fingerprintOf(copy) === fingerprint
  } finally {
    copy.close()
  }
}
