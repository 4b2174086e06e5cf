import { closeSync, openSync } from 'node:fs'
import Database from 'better-sqlite3'
import { APPLICATION_ID } from '../database.ts'
import { isDamage, isPassing } from '../disk-errors.ts'
import type { EntryRecord } from '../entry-rows.ts'
import { migrate } from '../migrate.ts'
import { MIGRATIONS } from '../migrations/migrations.ts'
import { accountsOrNull } from './checks.ts'
import { inserter, type Row } from './salvaged-row.ts'

/**
 * Reads of a damaged ledger what can be read, row by row, into a new one. Where a run of rows cannot be read it is
 * halved until the rows that can be are found; the others are counted, never passed over in silence. What follows from
 * the entries is made again from them and not read: daily sums, and the accounts of an entry that has several.
 */
export type Salvaged = {
  readonly rows: number
  readonly lost: number
  /** Where a table ends could not be read: it may have lost more than was counted. */
  readonly more: boolean
}

/** Actions first: everything else points to them. A number tells the rows of a table apart, and an index that lists them. */
const TABLES: readonly Table[] = [
  { name: 'action', key: 'id', index: 'sqlite_autoindex_action_1' },
  { name: 'statement_file', key: 'id', index: null },
  { name: 'entry', key: 'seq', index: 'entry_by_id' },
  { name: 'record', key: 'seq', index: 'record_by_id' },
  { name: 'case_fact', key: 'seq', index: 'case_fact_by_id' },
  { name: 'attachment_content', key: 'rowid', index: 'sqlite_autoindex_attachment_content_1' },
]

type Table = { readonly name: string; readonly key: 'id' | 'seq' | 'rowid'; readonly index: string | null }

/** Null where nothing can be read: no row is left, or nothing says any more what lies where. */
export function salvage(damaged: string, into: string): Salvaged | null {
  closeSync(openSync(into, 'wx', 0o600))
  const target = new Database(into)
  const source = new Database(damaged, { readonly: true, fileMustExist: true })
  try {
    source.pragma('trusted_schema = OFF')
    readAsFarAsItGoes(source)
    target.pragma(`application_id = ${APPLICATION_ID}`)
    migrate(target, MIGRATIONS)
    target.pragma('foreign_keys = OFF')
    const all = target.transaction(() => [
      ...TABLES.filter(({ name }) => has(source, name)).map((table) => copyTable(source, target, table)),
      copyWhole(source, target, 'setting'),
    ])()
    target.exec(WHOLE)
    listAccountsAgain(target)
    target.prepare(FLOOR).run(floorOf(source, target))
    const rows = sum(all.map(({ rows }) => rows))
    const more = !saysWhatItHolds(source) || all.some(({ more }) => more)
    return rows === 0 ? null : { rows, lost: sum(all.map(({ lost }) => lost)), more }
  } catch (error) {
    if (isDamage(error)) return null
    throw error
  } finally {
    source.close()
    target.close()
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

/**
 * SQLite reads nothing of a file that ends before the page that its header counts to, nor of one in which a table begins
 * on a page that is not there, unless its schema is to be mended (sqlite.org/pragma.html#pragma_writable_schema). Then
 * each page that is there can be read; the file itself is open for reading alone.
 */
function readAsFarAsItGoes(source: Database.Database): void {
  source.unsafeMode(true)
  source.pragma('writable_schema = ON')
}

/** Where it does not say all, there may be more tables than it names. */
function saysWhatItHolds(source: Database.Database): boolean {
  try {
    source.prepare('SELECT count(*) FROM sqlite_schema').get()
    return true
  } catch {
    return false
  }
}

/**
 * An older ledger has not all of them; one whose list of tables is damaged names those before the damage, and one whose
 * header names a format that is none has none.
 */
function has(source: Database.Database, table: string): boolean {
  try {
    const named = source.pragma(`main.table_list("${table}")`) as { readonly type: string }[]
    return named.some(({ type }) => type === 'table')
  } catch (error) {
    if (isPassing(error)) throw error
    return false
  }
}

/** What lost the row that it points to counts no more than that row; no step has sums yet. */
const WHOLE = `
UPDATE entry SET supersedes = NULL WHERE supersedes NOT IN (SELECT seq FROM entry);
UPDATE entry SET file = NULL WHERE file NOT IN (SELECT id FROM statement_file);
INSERT OR IGNORE INTO action (id, place, at, code, details, state)
  SELECT DISTINCT appended_by, -appended_by, 0, 'salvaged', '{}', 'active' FROM (
    SELECT appended_by FROM entry UNION SELECT appended_by FROM record UNION SELECT appended_by FROM case_fact)
  WHERE appended_by NOT IN (SELECT id FROM action);
DELETE FROM statement_file WHERE action NOT IN (SELECT id FROM action);
UPDATE action SET summed = 0;
INSERT OR REPLACE INTO meta (key, value) VALUES ('revision', 1);`

const FLOOR = "INSERT OR REPLACE INTO meta (key, value) VALUES ('undo_floor', ?)"

/** What a compaction settled counts for good; where it cannot be read, every step does. */
function floorOf(source: Database.Database, target: Database.Database): number {
  if (!has(source, 'meta')) return 0
  const [row] = tryAll(source.prepare("SELECT value FROM meta WHERE key = 'undo_floor'").pluck()) ?? [null]
  if (row !== null) return Number(row ?? 0)
  return Number(target.prepare('SELECT coalesce(max(place), 0) FROM action').pluck().get())
}

function listAccountsAgain(target: Database.Database): void {
  const rows = target.prepare("SELECT * FROM entry WHERE body IS NOT NULL AND kind NOT IN ('kept', 'withdrawn')").all()
  const insert = target.prepare('INSERT INTO entry_account (entry, account) VALUES (?, ?)')
  for (const row of rows as EntryRecord[]) {
    const accounts = accountsOrNull(row) ?? []
    if (accounts.length > 1) for (const account of accounts) insert.run(row.seq, account)
  }
}

/** `last` is null where the end cannot be read. */
type Keys = { readonly first: number; readonly last: number | null }

function copyTable(source: Database.Database, target: Database.Database, table: Table): Salvaged {
  const { name, key } = table
  const keys = keysOf(source, table)
  const columns = key === 'rowid' ? 'rowid, *' : '*'
  const select = source.prepare(`SELECT ${columns} FROM "${name}" NOT INDEXED WHERE ${key} BETWEEN ? AND ?`)
  const put = inserter(target, name)
  const copy = (first: number, last: number): Counted => {
    const found = tryAll(select, first, last)
    if (found !== null) {
      const rows = found.filter((row) => put(row as Row)).length
      return { rows, lost: found.length - rows, gap: 0 }
    }
    if (first === last) return { rows: 0, lost: 0, gap: 1 }
    const middle = Math.floor((first + last) / 2)
    return together(copy(first, middle), copy(middle + 1, last))
  }
  const last = Math.min(keys.last ?? MOST, MOST)
  let all: Counted = NOTHING
  for (let first = Math.max(keys.first, 0); first <= last; first += RUN) {
    all = together(all, copy(first, Math.min(first + RUN - 1, last)))
    if (keys.last === null && all.gap >= LONGEST_GAP) break
  }
  const beyond = copyBeyond(source, table, put)
  const more = keys.last === null
  // Keys that nothing is known to have stood at were no rows.
  return { rows: all.rows + beyond.rows, lost: all.lost + beyond.lost + (more ? 0 : all.gap), more }
}

const RUN = 1024

/** Rows that were read, those that were not, and keys since then at which nothing could be read. */
type Counted = { readonly rows: number; readonly lost: number; readonly gap: number }

const NOTHING: Counted = { rows: 0, lost: 0, gap: 0 }

/** A gap counts as lost once a row stands behind it. */
const together = (before: Counted, after: Counted): Counted =>
  after.rows === 0
    ? { rows: before.rows, lost: before.lost + after.lost, gap: before.gap + after.gap }
    : { rows: before.rows + after.rows, lost: before.lost + before.gap + after.lost, gap: after.gap }

/** Where the end cannot be read, so many keys without a row that can be are taken for it. */
const LONGEST_GAP = 16 * RUN

/**
 * Keys count up from one. What stands elsewhere may be a row all the same, or what a damaged page says: it is followed
 * from row to row for as long as it can be read, for between such keys there is nothing to halve.
 */
const MOST = 4_000_000

function copyBeyond(
  source: Database.Database,
  { name, key }: Table,
  put: (row: Row) => boolean,
): Omit<Salvaged, 'more'> {
  const columns = key === 'rowid' ? 'rowid, *' : '*'
  const others = source.prepare(`
    SELECT * FROM (SELECT ${columns} FROM "${name}" NOT INDEXED WHERE ${key} < 0 ORDER BY ${key}) UNION ALL
    SELECT * FROM (SELECT ${columns} FROM "${name}" NOT INDEXED WHERE ${key} > ${MOST} ORDER BY ${key})`)
  let [rows, lost] = [0, 0]
  try {
    for (const row of others.iterate()) {
      if (put(row as Row)) rows += 1
      else lost += 1
    }
  } catch (error) {
    if (!isDamage(error)) throw error
    lost += 1
  }
  return { rows, lost }
}

/** A table without a number of its own is small: it is read whole or not. */
function copyWhole(source: Database.Database, target: Database.Database, name: string): Salvaged {
  if (!has(source, name)) return { rows: 0, lost: 0, more: false }
  const found = tryAll(source.prepare(`SELECT * FROM "${name}"`))
  if (found === null) return { rows: 0, lost: 1, more: true }
  const put = inserter(target, name)
  const rows = found.filter((row) => put(row as Row)).length
  return { rows, lost: found.length - rows, more: false }
}

function tryAll(statement: Database.Statement, ...values: readonly number[]): readonly unknown[] | null {
  try {
    return statement.all(...values)
  } catch (error) {
    if (isDamage(error)) return null
    throw error
  }
}

/** The ends of a table, each by whichever way still answers. */
function keysOf(source: Database.Database, { name, key, index }: Table): Keys {
  const ways = ['NOT INDEXED', ...(index === null ? [] : [`INDEXED BY ${index}`])]
  const end = (which: 'min' | 'max'): number | null | undefined =>
    ways
      .map((way) => tryAll(source.prepare(`SELECT ${which}(${key}) FROM "${name}" ${way}`).pluck())?.[0])
      .find((found) => found !== undefined) as number | null | undefined
  const [first, last] = [end('min'), end('max')]
  return { first: first ?? 1, last: last === undefined ? null : (last ?? 0) }
}
