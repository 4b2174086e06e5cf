import Database from 'better-sqlite3'
import { MIGRATIONS } from './migrations/migrations.ts'

/**
 * A ledger may come from anywhere. Before anything in it is asked, its tables, indexes and views are compared with
 * those that this program makes; a trigger, a view or a table of others is never run, because the file is not opened.
 */
type SchemaRow = { readonly type: string; readonly name: string; readonly sql: string | null }

/** Made by SQLite itself: counters, and what it learned about indexes. */
const SQLITES_OWN = new Set(['sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4'])

/** What in this file is not of HuaQing, by name; null where all is. `version` is the count of steps the file has taken. */
export function foreignObject(database: Database.Database, version: number): string | null {
  const found = schemaOf(database)
  const shipped = version <= MIGRATIONS.length ? shippedSchema(version) : null
  if (shipped === null) return found.find((row) => !isHarmless(row))?.name ?? null
  const strange = found.find((row) => !isSqlitesOwn(row) && shipped.get(keyOf(row)) !== normalized(row.sql))
  if (strange) return strange.name
  const names = new Set(found.map(keyOf))
  return [...shipped.keys()].find((key) => !names.has(key)) ?? null
}

/** Of a newer program's file it is known only what may not be there: nothing that acts by itself or reaches outside. */
const isHarmless = ({ type, sql }: SchemaRow): boolean =>
  type !== 'trigger' && !/^\s*create\s+virtual\b/i.test(sql ?? '')

const schemaOf = (database: Database.Database): SchemaRow[] =>
  database.prepare('SELECT type, name, sql FROM sqlite_schema').all() as SchemaRow[]

const isSqlitesOwn = ({ type, name, sql }: SchemaRow): boolean =>
  (type === 'table' && SQLITES_OWN.has(name)) || (type === 'index' && sql === null)

const keyOf = ({ type, name }: Pick<SchemaRow, 'type' | 'name'>): string => `${type} ${name}`

/** Comments and white space do not make another table. */
const normalized = (sql: string | null): string =>
  (sql ?? '')
    .replace(/--[^\n]*/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const made = new Map<number, ReadonlyMap<string, string>>()

/** The schema after so many steps, taken once in memory. */
function shippedSchema(version: number): ReadonlyMap<string, string> {
  const known = made.get(version)
  if (known) return known
  const memory = new Database(':memory:')
  try {
    for (const { sql } of MIGRATIONS.slice(0, version)) memory.exec(sql)
    const rows = schemaOf(memory).filter((row) => !isSqlitesOwn(row))
    const schema = new Map(rows.map((row) => [keyOf(row), normalized(row.sql)]))
    made.set(version, schema)
    return schema
  } finally {
    memory.close()
  }
}
