import type Database from 'better-sqlite3'
import type { EntryRecord } from '../entry-rows.ts'
import { isCaseShape, isRecordShape, jsonOrNull } from '../shapes.ts'
import { accountsOrNull } from './checks.ts'

/** What was read of a damaged page, whatever it says. */
export type Row = Readonly<Record<string, unknown>>

/** A row that the rules could not read would keep the new ledger from answering anything. */
function isReadable(table: string, row: Row): boolean {
  const { kind, body } = row
  if (typeof body !== 'string' || kind === 'kept' || kind === 'withdrawn') return true
  if (table === 'entry') return accountsOrNull(row as unknown as EntryRecord) !== null
  if (table === 'case_fact') return isCaseShape(jsonOrNull(body))
  return table !== 'record' || isRecordShape(String(kind), jsonOrNull(body))
}

/** Answers false for a row that is none of this table: what lies in a damaged page may be anything. */
export function inserter(target: Database.Database, table: string): (row: Row) => boolean {
  const made = new Map<string, Database.Statement>()
  return (row) => {
    if (!isReadable(table, row)) return false
    const names = Object.keys(row)
    const sql = `INSERT OR REPLACE INTO "${table}" (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`
    const insert = made.get(sql) ?? target.prepare(sql)
    made.set(sql, insert)
    try {
      insert.run(row)
      return true
    } catch (error) {
      if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')) return false
      throw error
    }
  }
}
