import type { Database } from 'better-sqlite3'
import type { Migration } from './migrations/migration.ts'

/**
 * Takes the steps that a ledger lacks, each whole or not at all, and writes down who may still read the result: the
 * strictest of the steps, in whatever order they came.
 */
export function migrate(database: Database, migrations: readonly Migration[]): void {
  const step = database.transaction((migration: Migration, index: number) => {
    // Another process may have taken the step while this one waited for its turn.
    if (Number(database.pragma('user_version', { simple: true })) !== index) return
    database.exec(migration.sql)
    database
      .prepare(
        "INSERT INTO meta (key, value) VALUES ('min_reader', ?) ON CONFLICT (key) DO UPDATE SET value = max(value, excluded.value)",
      )
      .run(migration.minReader)
    database.pragma(`user_version = ${index + 1}`)
  })
  for (const [index, migration] of migrations.entries()) {
    if (Number(database.pragma('user_version', { simple: true })) <= index) step.immediate(migration, index)
  }
}
