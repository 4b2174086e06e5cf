import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import { done } from '#shared/kernel/outcome.ts'
import type { CaseFact } from '#shared/ledger/case/case-fact.ts'
import { doctorHandlers } from '../../electron/handlers/doctor-handlers.ts'
import type { RescueContext } from '../../electron/handlers/handler.ts'
import { reportHandlers } from '../../electron/handlers/report-handlers.ts'
import { createLog } from '../../electron/log.ts'
import { countUndo } from '../../electron/store/actions.ts'
import { putCaseFact, readCaseFacts } from '../../electron/store/case-facts.ts'
import { isSound } from '../../electron/store/soundness.ts'
import type { Store } from '../../electron/store/store.ts'
import { undoNewest } from '../../electron/store/undo.ts'
import { settle, undoFloor } from '../../electron/store/undo-depth.ts'
import { contextOf } from './handler-context.ts'
import { contentOf, FIRST, importFile } from './import-files.ts'
import { temporaryFolder, temporaryStore } from './temporary-store.ts'

async function imported(): Promise<Store> {
  const store = temporaryStore()
  await importFile(store, FIRST)
  return store
}

async function examined(store: Store) {
  const outcome = await doctorHandlers.examine(contextOf(store), {})
  if (!outcome.ok) throw new Error(outcome.refusal.kind)
  return outcome.value.checks.filter(({ count }) => count > 0).map(({ check, count }) => [check, count])
}

/** Changes rows behind the back of the store, as a faulty disk or another program would. */
const spoil = (store: Store, sql: string) => {
  store.connection.raw.pragma('foreign_keys = OFF')
  store.connection.raw.exec(sql)
  store.connection.raw.pragma('foreign_keys = ON')
}

const FIRST_BODY = "(SELECT seq FROM counting_entry WHERE kind = 'repayment' LIMIT 1)"
const FIRST_ROW = "(SELECT min(seq) FROM entry WHERE kind = 'purchase')"

describe('the doctor', () => {
  it('finds nothing in a sound ledger', async () => {
    expect(await examined(await imported())).toEqual([])
  })

  it.each([
    [
      'a correction of another record',
      `UPDATE entry SET supersedes = ${FIRST_ROW} WHERE seq = (SELECT max(seq) FROM entry)`,
      'chains',
    ],
    ['a record that points to nothing', `UPDATE entry SET file = 999 WHERE seq = ${FIRST_ROW}`, 'references'],
    ['a record of no account', `UPDATE entry SET account = 'nobody' WHERE seq = ${FIRST_ROW}`, 'unknown-account'],
    [
      'a record that cannot be read',
      `UPDATE entry SET body = '{"split":[{"account":7}]}' WHERE seq = ${FIRST_BODY}`,
      'bodies',
    ],
    [
      'what an import left behind',
      "INSERT INTO action (at, code, details, state, pid) VALUES (0, 'import', '{}', 'staging', 999999999)",
      'left-behind',
    ],
    ['a record that says two amounts', `UPDATE entry SET amount = amount + 1 WHERE seq = ${FIRST_BODY}`, 'columns'],
    ['an account that cannot be read', "UPDATE record SET body = '{}' WHERE kind = 'account'", 'bodies'],
    [
      'a counter that cannot be raised',
      "UPDATE meta SET value = 9223372036854775807 WHERE key = 'revision'",
      'ledger-numbers',
    ],
    [
      'a record listed under another account',
      "INSERT INTO entry_account (entry, account) SELECT seq, 'other' FROM counting_entry WHERE kind = 'repayment' LIMIT 1",
      'entry-accounts',
    ],
  ])('names %s', async (_, sql, check) => {
    const store = await imported()
    spoil(store, sql)
    expect((await examined(store)).map(([name]) => name)).toContain(check)
  })

  it('repairs what follows from the rest, after keeping the file, and undo brings the file back as it was', async () => {
    const store = await imported()
    const content = contentOf(store)
    spoil(
      store,
      "INSERT INTO entry_account (entry, account) SELECT seq, 'other' FROM counting_entry WHERE kind = 'repayment' LIMIT 1",
    )
    const repaired = await doctorHandlers.repair(contextOf(store), {})
    if (!repaired.ok) throw new Error(repaired.refusal.kind)
    expect([repaired.value.repaired, existsSync(repaired.value.kept ?? ''), await examined(store)]).toEqual([
      ['entry-accounts'],
      true,
      [],
    ])
    expect(contentOf(store)).toEqual(content)
    expect(undoNewest(store).ok).toBe(true)
    expect(await examined(store)).toEqual([['entry-accounts', 1]])
  })

  it('repairs nothing that it would have to guess', async () => {
    const store = await imported()
    spoil(store, `UPDATE entry SET file = 999 WHERE seq = ${FIRST_ROW}`)
    const repaired = await doctorHandlers.repair(contextOf(store), {})
    expect(repaired).toMatchObject({ ok: true, value: { repaired: [], kept: null } })
    expect((await examined(store)).map(([name]) => name)).toContain('references')
  })

  it('makes sums again that do not say what their entries say', async () => {
    const store = await imported()
    const content = contentOf(store)
    spoil(store, "UPDATE daily_sum SET sums = '[]' WHERE what = 'purchase'")
    expect((await examined(store)).map(([name]) => name)).toContain('sums')
    await doctorHandlers.repair(contextOf(store), {})
    expect([await examined(store), contentOf(store)]).toEqual([[], content])
  })

  it('reads out of a damaged file what can be read, and counts what cannot', async () => {
    const store = await imported()
    const { path } = store
    const entries = contentOf(store).entries.length
    const total = store.connection.raw.prepare('SELECT count(*) FROM entry').pluck().get() as number
    store.connection.raw.pragma('wal_checkpoint(TRUNCATE)')
    store.close()
    const bytes = readFileSync(path)
    const page = Math.floor(bytes.lastIndexOf('花呗') / 4096) * 4096
    bytes.fill(0x07, page, page + 4096)
    writeFileSync(path, bytes)
    const context: RescueContext = { ...contextOf(store), store: null, closedBy: { kind: 'ledger-damaged' } }
    const outcome = await doctorHandlers.salvage(context, {})
    if (!outcome.ok) throw new Error(outcome.refusal.kind)
    const rescued = new Database(outcome.value.files[0] ?? '', { readonly: true })
    const left = rescued.prepare('SELECT count(*) FROM entry').pluck().get() as number
    expect([isSound(rescued), left > 0, left <= total, outcome.value.files.length >= 2, entries > 0]).toEqual([
      true,
      true,
      true,
      true,
      true,
    ])
    rescued.close()
  })

  it('reads out the whole of a sound ledger: what is owed, the case file, and how far undo reaches', async () => {
    const store = await imported()
    store.write({ code: 'notice-recorded', values: {} }, (writer) =>
      done(putCaseFact(writer, { kind: 'channel', id: 'c1', on: day('2026-09-01') } as CaseFact)),
    )
    store.change((writer) => {
      settle(writer, 1)
      return done(null)
    })
    const whole = [contentOf(store), store.read(readCaseFacts), store.read(undoFloor), store.read(countUndo)]
    store.close()
    const outcome = await doctorHandlers.salvage({ ...contextOf(store), store: null, closedBy: null }, {})
    if (!outcome.ok) throw new Error(outcome.refusal.kind)
    const read = temporaryStore(outcome.value.files[0] ?? '')
    expect(outcome.value.lost).toBe(0)
    expect([contentOf(read), read.read(readCaseFacts), read.read(undoFloor), read.read(countUndo)]).toEqual(whole)
    expect(await examined(read)).toEqual([])
  })

  it('reads out rows whatever their number is, also those that no count reaches', async () => {
    const store = await imported()
    const whole = store.connection.raw.prepare('SELECT count(*) FROM entry').pluck().get()
    const plain = "(SELECT seq FROM entry WHERE kind = 'purchase' AND seq BETWEEN 0 AND 4000000 LIMIT 1)"
    for (const seq of [-7, 5_000_000, 9_007_199_254_740_990])
      spoil(store, `UPDATE entry SET seq = ${seq} WHERE seq = ${plain}`)
    store.close()
    const outcome = await doctorHandlers.salvage({ ...contextOf(store), store: null, closedBy: null }, {})
    if (!outcome.ok) throw new Error(outcome.refusal.kind)
    const read = temporaryStore(outcome.value.files[0] ?? '')
    const rows = read.connection.raw.prepare('SELECT count(*) FROM entry').pluck().get()
    expect([rows, outcome.value.lost]).toEqual([whole, 0])
  })

  it('says that the file is damaged where a check meets the damage, and does not fail itself', async () => {
    const store = await imported()
    const { path } = store
    const root = store.connection.raw.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'entry'").pluck().get()
    store.connection.raw.pragma('wal_checkpoint(TRUNCATE)')
    store.close()
    const bytes = readFileSync(path)
    bytes.fill(0x5a, (Number(root) - 1) * 4096, Number(root) * 4096)
    writeFileSync(path, bytes)
    const again = temporaryStore(path)
    expect((await examined(again)).map(([name]) => name)).toContain('file')
  })

  it('tells a helper nothing private', async () => {
    const store = await imported()
    // The desktop app keeps its log in its own folder, wherever the ledger lies.
    const logFolder = temporaryFolder()
    const reference = createLog(logFolder).fault('border', new Error('the thread ended'))
    const outcome = await reportHandlers.getReport(contextOf(store, { logFolder }), {})
    if (!outcome.ok) throw new Error(outcome.refusal.kind)
    const { text } = outcome.value
    expect(text).toContain('checks: ')
    expect(text).toContain(reference)
    expect(text).toContain('faults in the log: 1')
    expect(/\d+\.\d{2}\b(?!\.)/.test(text.replace(/node \S+|system: .*/g, ''))).toBe(false)
    expect(/\p{sc=Han}/u.test(text)).toBe(false)
    expect(text.includes(store.path)).toBe(false)
  })
})
