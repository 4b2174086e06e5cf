import { copyFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { listActions } from '../../electron/store/actions.ts'
import { openDatabase } from '../../electron/store/database.ts'
import { examine } from '../../electron/store/doctor/checks.ts'
import { migrate } from '../../electron/store/migrate.ts'
import { MIGRATIONS, SCHEMA_VERSION } from '../../electron/store/migrations/migrations.ts'
import { readLedger } from '../../electron/store/read-ledger.ts'
import type { Store } from '../../electron/store/store.ts'
import { temporaryFolder, temporaryStore, testClock } from './temporary-store.ts'

/** Ledgers as each version of the program wrote them, kept as files: every one opens here with nothing lost. */

const FIXTURES = join(import.meta.dirname, '../fixtures/ledgers')
const TODAY = day('2026-07-05')

function copyOf(name: string): string {
  const copy = join(temporaryFolder(), 'ledger.huaqing')
  copyFileSync(join(FIXTURES, name), copy)
  return copy
}

const summaryOf = (store: Store) => ({
  owed: yuanText(owedOn(store.read((reader) => readLedger(reader, TODAY))).total),
  history: store
    .read((reader) => listActions(reader, { before: null, limit: 50 }))
    .map(({ label, undone }) => `${label.code}${undone ? ' undone' : ''}`),
})

/** What that ledger said when it was written. */
const SAID = {
  owed: '525.00',
  history: ['purchase-added undone', 'repayment-recorded', 'bill-entered', 'purchase-added', 'account-added'],
}

describe.each(readdirSync(FIXTURES))('%s', (name) => {
  it('takes every step and says what it said', () => {
    const store = temporaryStore(copyOf(name))
    expect(store.connection.raw.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION)
    expect(summaryOf(store)).toEqual(SAID)
    expect(examine(store.connection.raw).filter(({ count }) => count > 0)).toEqual([])
  })

  it('opens to look at without being changed', () => {
    const path = copyOf(name)
    const opened = openDatabase({ path, ...testClock(), create: false, readOnly: true })
    if (!opened.ok) throw new Error(opened.refusal.kind)
    expect(opened.value.database.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION)
    opened.value.database.close()
    const raw = new Database(path, { readonly: true })
    expect(raw.pragma('user_version', { simple: true })).toBe(Number(/\d+/.exec(name)?.[0]))
    raw.close()
  })

  it('that was interrupted at any step goes on from there', () => {
    for (let steps = 1; steps <= MIGRATIONS.length; steps += 1) {
      const path = copyOf(name)
      const raw = new Database(path)
      const broken = { name: 'broken', minReader: 1, sql: 'CREATE TABLE half (x); CREATE TABLE half (x);' }
      expect(() => migrate(raw, [...MIGRATIONS.slice(0, steps), broken])).toThrow(/half/)
      // The step that failed left nothing; those before it stand.
      expect(raw.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").pluck().get()).toBe(0)
      raw.close()
      expect(summaryOf(temporaryStore(path))).toEqual(SAID)
    }
  })
})
