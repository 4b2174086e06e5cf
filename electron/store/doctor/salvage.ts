import { closeSync, openSync } from 'node:fs'
import Database from 'better-sqlite3'
import { APPLICATION_ID } from '../database.ts'
import { migrate } from '../migrate.ts'
import { MIGRATIONS } from '../migrations/migrations.ts'

/**
 * Reads of a damaged ledger what can be read, row by row, into a new one. Where a run of rows cannot be read it is
 * halved until the rows that can be are found; the others are counted, never passed over in silence.
 */
export type Salvaged = { readonly rows: number; readonly lost: number }

/** Actions first: everything else points to them. */
const TABLES = ['action', 'statement_file', 'entry', 'entry_account', 'record', 'setting'] as const

export function salvage(damaged: string, into: string): Salvaged {
  closeSync(openSync(into, 'wx', 0o600))
  const target = new Database(into)
  const source = new Database(damaged, { readonly: true, fileMustExist: true })
  try {
    source.pragma('trusted_schema = OFF')
    target.pragma(`application_id = ${APPLICATION_ID}`)
    migrate(target, MIGRATIONS)
    target.pragma('foreign_keys = OFF')
    const all = target.transaction(() => TABLES.map((table) => copyTable(source, target, table)))()
    target.exec(WHOLE)
    return { rows: sum(all.map(({ rows }) => rows)), lost: sum(all.map(({ lost }) => lost)) }
  } finally {
    source.close()
    target.close()
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

/** What lost the row that it points to counts no more than that row. */
const WHOLE = `
DELETE FROM entry_account WHERE entry NOT IN (SELECT seq FROM entry);
UPDATE entry SET supersedes = NULL WHERE supersedes NOT IN (SELECT seq FROM entry);
UPDATE entry SET file = NULL WHERE file NOT IN (SELECT id FROM statement_file);
INSERT OR IGNORE INTO action (id, place, at, code, details, state)
  SELECT DISTINCT appended_by, -appended_by, 0, 'salvaged', '{}', 'active' FROM (
    SELECT appended_by FROM entry UNION SELECT appended_by FROM record)
  WHERE appended_by NOT IN (SELECT id FROM action);
INSERT OR REPLACE INTO meta (key, value) VALUES ('revision', 1);`

type Keys = { readonly first: number; readonly last: number }

function copyTable(source: Database.Database, target: Database.Database, table: (typeof TABLES)[number]): Salvaged {
  const key =
    table === 'entry' || table === 'record' ? 'seq' : table === 'action' || table === 'statement_file' ? 'id' : null
  if (key === null) return copyWhole(source, target, table)
  const keys = keysOf(source, table, key)
  const select = source.prepare(`SELECT * FROM "${table}" NOT INDEXED WHERE ${key} BETWEEN ? AND ?`)
  const put = inserter(target, table)
  let [rows, lost] = [0, 0]
  const copy = ({ first, last }: Keys): void => {
    if (first > last) return
    const found = tryAll(select, first, last)
    if (found !== null) {
      for (const row of found) put(row)
      rows += found.length
    } else if (first === last) lost += 1
    else {
      const middle = Math.floor((first + last) / 2)
      copy({ first, last: middle })
      copy({ first: middle + 1, last })
    }
  }
  for (let first = keys.first; first <= keys.last; first += RUN)
    copy({ first, last: Math.min(first + RUN - 1, keys.last) })
  return { rows, lost }
}

const RUN = 1024

/** Tables without a number of their own are small, and made again from the entries where they cannot be read. */
function copyWhole(source: Database.Database, target: Database.Database, table: string): Salvaged {
  const found = tryAll(source.prepare(`SELECT * FROM "${table}"`))
  if (found === null) return { rows: 0, lost: 1 }
  const put = inserter(target, table)
  for (const row of found) put(row)
  return { rows: found.length, lost: 0 }
}

function tryAll(statement: Database.Statement, ...values: readonly number[]): readonly Row[] | null {
  try {
    return statement.all(...values) as Row[]
  } catch {
    return null
  }
}

type Row = Readonly<Record<string, unknown>>

function inserter(target: Database.Database, table: string): (row: Row) => void {
  const made = new Map<string, Database.Statement>()
  return (row) => {
    const names = Object.keys(row)
    const sql = `INSERT OR REPLACE INTO "${table}" (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`
    const insert = made.get(sql) ?? target.prepare(sql)
    made.set(sql, insert)
    insert.run(row)
  }
}

/** The ends of a table, by whichever way still answers; the counter of ids where none does. */
function keysOf(source: Database.Database, table: string, key: string): Keys {
  try {
    const row = source.prepare(`SELECT min(${key}) AS first, max(${key}) AS last FROM "${table}"`).get() as Keys
    return { first: row.first ?? 1, last: row.last ?? 0 }
  } catch {
    return { first: 1, last: MOST }
  }
}

const MOST = 2_000_000
