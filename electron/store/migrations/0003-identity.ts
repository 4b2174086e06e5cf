import type { Migration } from './migration.ts'

/** Which ledger this is and which computer wrote it last: a copy that lives elsewhere is told from the ledger itself. */
export const identity: Migration = {
  name: '0003-identity',
  minReader: 1,
  sql: 'CREATE TABLE identity (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;',
}
