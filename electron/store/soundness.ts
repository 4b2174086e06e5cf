import type { Database } from 'better-sqlite3'

/** What a copy of a ledger must show before it counts as one. */
export function isSound(database: Database): boolean {
  const found = database.pragma('integrity_check(1)', { simple: true })
  return found === 'ok' && (database.pragma('foreign_key_check') as unknown[]).length === 0
}

/** The revision, how many rows there are, and what their amounts add up to. Equal ledgers say the same. */
export function fingerprintOf(database: Database): string {
  return database.prepare(FINGERPRINT).raw().get()?.toString() ?? ''
}

const FINGERPRINT = `
SELECT coalesce((SELECT value FROM meta WHERE key = 'revision'), 0),
  (SELECT count(*) FROM action), (SELECT count(*) FROM record), (SELECT count(*) FROM entry),
  (SELECT total(amount) FROM entry), (SELECT count(*) FROM counting_entry), (SELECT total(amount) FROM counting_entry)`
