import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../electron/store/database.ts'
import { SCHEMA_VERSION } from '../../electron/store/migrations/migrations.ts'
import { temporaryFolder, temporaryStore, testClock } from './temporary-store.ts'

/** A ledger with a line of SQL added by somebody else. */
function ledgerWith(sql: string): string {
  const path = join(temporaryFolder(), 'ledger.huaqing')
  temporaryStore(path).close()
  const raw = new Database(path)
  raw.unsafeMode(true)
  raw.exec(sql)
  raw.close()
  return path
}

const openings = (path: string) =>
  [false, true].map((readOnly) => {
    const opened = openDatabase({ path, ...testClock(), create: false, readOnly })
    if (opened.ok) opened.value.database.close()
    return opened.ok ? 'opened' : `${opened.refusal.kind} ${opened.refusal.values?.what ?? ''}`.trim()
  })

describe('a ledger file from anywhere', () => {
  it.each([
    ['a trigger', 'CREATE TRIGGER spy AFTER INSERT ON entry BEGIN DELETE FROM entry; END', 'spy'],
    [
      'a view in the place of ours',
      'DROP VIEW counting_entry; CREATE VIEW counting_entry AS SELECT * FROM entry',
      'counting_entry',
    ],
    ['a table of others', 'CREATE TABLE other (x)', 'other'],
    ['a virtual table', 'CREATE VIRTUAL TABLE text USING fts5(x)', 'text'],
    ['an index of others', 'CREATE INDEX mine ON entry (label)', 'mine'],
    [
      'a table without its check',
      "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (json_valid(details))', '') WHERE name = 'action'",
      'action',
    ],
    ['a missing index', 'DROP INDEX entry_by_id', 'index entry_by_id'],
  ])('is refused with the name of %s', (_, sql, what) => {
    expect(openings(ledgerWith(sql))).toEqual([`ledger-foreign-schema ${what}`, `ledger-foreign-schema ${what}`])
  })

  it('of a newer program may have other tables, never a trigger or a virtual table', () => {
    const newer = `PRAGMA user_version = ${SCHEMA_VERSION + 1};`
    expect(openings(ledgerWith(`${newer} CREATE TABLE later (x)`))).toEqual(['opened', 'opened'])
    expect(
      openings(ledgerWith(`${newer} CREATE TRIGGER spy AFTER INSERT ON entry BEGIN DELETE FROM entry; END`)),
    ).toEqual(['ledger-foreign-schema spy', 'ledger-foreign-schema spy'])
  })

  it('is not changed by being refused', () => {
    const path = ledgerWith('CREATE TABLE other (x)')
    openings(path)
    const raw = new Database(path, { readonly: true })
    expect(raw.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'other'").pluck().get()).toBe(1)
    raw.close()
    expect(readdirSync(dirname(path)).filter((name) => !name.startsWith('ledger.huaqing'))).toEqual([])
  })

  it('has functions of its schema switched off, and its cells checked', () => {
    const path = ledgerWith('SELECT 1')
    for (const readOnly of [false, true]) {
      const opened = openDatabase({ path, ...testClock(), create: false, readOnly })
      if (!opened.ok) throw new Error(opened.refusal.kind)
      const { database } = opened.value
      const pragma = (name: string) => database.pragma(name, { simple: true })
      expect([pragma('trusted_schema'), pragma('cell_size_check')]).toEqual([0, 1])
      database.close()
    }
  })
})
