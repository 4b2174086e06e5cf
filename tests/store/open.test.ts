import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import { makeBackup } from '../../electron/store/backup.ts'
import { backupFolder } from '../../electron/store/backup-files.ts'
import { APPLICATION_ID, openDatabase } from '../../electron/store/database.ts'
import { isDamage } from '../../electron/store/disk-errors.ts'
import { appendEntry } from '../../electron/store/entries.ts'
import { MIGRATIONS, SCHEMA_VERSION } from '../../electron/store/migrations/migrations.ts'
import { diskRefusal } from '../../electron/store/open-refusal.ts'
import { readLedger } from '../../electron/store/read-ledger.ts'
import { DEFAULT_SETTINGS, readSettings } from '../../electron/store/settings.ts'
import { openStore } from '../../electron/store/store.ts'
import { purchase } from './entry-fixtures.ts'
import { temporaryFolder, temporaryStore, testClock } from './temporary-store.ts'

const open = (path: string, more: object = {}) =>
  openDatabase({ path, ...testClock(), create: true, patience: 50, ...more })
const kindOf = (path: string, more: object = {}) => {
  const outcome = open(path, more)
  if (outcome.ok) outcome.value.database.close()
  return outcome.ok ? 'opened' : outcome.refusal
}

/** A ledger with one purchase, closed. */
function madeLedger(): string {
  const path = join(temporaryFolder(), 'ledger.huaqing')
  const store = temporaryStore(path)
  store.write({ code: 'add', values: {} }, (writer) => appendEntry(writer, purchase({ amount: fen(1234) })))
  store.close()
  return path
}

describe('opening a ledger', () => {
  it('makes one that its owner alone can read, in WAL mode, of the newest schema', () => {
    const path = join(temporaryFolder(), 'ledger.huaqing')
    const outcome = open(path)
    if (!outcome.ok) throw new Error('not opened')
    const { database } = outcome.value
    onTestFinished(() => void database.close())
    const pragma = (name: string) => database.pragma(name, { simple: true })
    expect({
      mode: statSync(path).mode & 0o777,
      journal: pragma('journal_mode'),
      synchronous: pragma('synchronous'),
      foreignKeys: pragma('foreign_keys'),
      application: pragma('application_id'),
      version: pragma('user_version'),
    }).toEqual({
      mode: 0o600,
      journal: 'wal',
      synchronous: 2,
      foreignKeys: 1,
      application: APPLICATION_ID,
      version: SCHEMA_VERSION,
    })
  })

  it('takes a file without a byte for a new ledger, but not beside the backups of one', () => {
    const path = madeLedger()
    truncateSync(path, 0)
    expect(kindOf(path)).toBe('opened')
    truncateSync(path, 0)
    const backups = backupFolder(path)
    mkdirSync(backups)
    writeFileSync(join(backups, 'ledger-20260901T120000123-asked.huaqing'), 'what was saved')
    expect(kindOf(path)).toMatchObject({ kind: 'ledger-damaged' })
  })

  it('refuses a folder that is missing, a file that is missing, and a folder in the place of a file', () => {
    const folder = temporaryFolder()
    const missing = join(folder, 'none', 'ledger.huaqing')
    expect(kindOf(missing)).toEqual({ kind: 'ledger-folder-missing', values: { path: missing } })
    const absent = join(folder, 'absent.huaqing')
    expect(kindOf(absent, { create: false })).toEqual({ kind: 'ledger-not-found', values: { path: absent } })
    expect(kindOf(folder)).toEqual({ kind: 'ledger-is-a-folder', values: { path: folder } })
  })

  it('refuses what is no ledger: a text, and another program’s database', () => {
    const folder = temporaryFolder()
    const text = join(folder, 'text.huaqing')
    writeFileSync(text, '交易时间,金额\n'.repeat(50))
    expect(kindOf(text)).toMatchObject({ kind: 'ledger-not-a-ledger' })
    const foreign = join(folder, 'foreign.huaqing')
    const database = new Database(foreign)
    database.exec('CREATE TABLE other (x)')
    database.close()
    expect(kindOf(foreign)).toMatchObject({ kind: 'ledger-not-a-ledger' })
    expect(readFileSync(foreign).includes('CREATE TABLE entry')).toBe(false)
  })

  it('refuses a file that was cut off and one whose schema is overwritten', () => {
    const cut = madeLedger()
    truncateSync(cut, 8192)
    expect(kindOf(cut)).toEqual({ kind: 'ledger-damaged', values: { path: cut } })
    const spoiled = madeLedger()
    const bytes = readFileSync(spoiled)
    bytes.fill(0xff, 100, 4096)
    writeFileSync(spoiled, bytes)
    expect(kindOf(spoiled)).toEqual({ kind: 'ledger-damaged', values: { path: spoiled } })
  })

  it('names of a damaged one the backup that is the newest by the clock that it is given', async () => {
    const path = madeLedger()
    const [before, after] = [Date.UTC(2090, 0, 5, 4), Date.UTC(2090, 5, 5, 4)]
    for (const at of [before, after]) await makeBackup(path, 'asked', at)
    truncateSync(path, 8192)
    const madeAt = (now: number) => {
      const told = kindOf(path, { now: () => now })
      return told === 'opened' ? told : told.values?.madeAt
    }
    expect([madeAt(after + 1000), madeAt(before + 1000)]).toEqual(['2090-06-05 12:00', '2090-01-05 12:00'])
  })

  it('refuses while another process holds it, after waiting', () => {
    const path = madeLedger()
    const other = new Database(path)
    onTestFinished(() => void other.close())
    other.pragma('locking_mode = EXCLUSIVE')
    other.exec('BEGIN EXCLUSIVE; CREATE TABLE held (x)')
    expect(kindOf(path)).toEqual({ kind: 'ledger-locked', values: { path } })
  })

  it('opens a newer ledger to look at where that program allows it, and refuses it where not', () => {
    const path = madeLedger()
    const raw = new Database(path)
    raw.pragma(`user_version = ${SCHEMA_VERSION + 1}`)
    raw.close()
    const opened = openStore({ path, create: true, ...testClock() })
    if (!opened.ok) throw new Error('not opened')
    expect(opened.value.readOnly).toBe('ledger-newer')
    expect(opened.value.read((reader) => readLedger(reader, day('2026-08-02'))).entries).toHaveLength(1)
    expect(() =>
      opened.value.write({ code: 'add', values: {} }, (writer) => appendEntry(writer, purchase({ id: 'p2' }))),
    ).toThrow(/readonly/)
    opened.value.close()
    const strict = new Database(path)
    strict.exec(`UPDATE meta SET value = ${SCHEMA_VERSION + 1} WHERE key = 'min_reader'`)
    strict.close()
    expect(kindOf(path)).toEqual({
      kind: 'ledger-newer',
      values: { path, version: SCHEMA_VERSION + 1, known: SCHEMA_VERSION },
    })
  })

  it('names what a disk says', () => {
    const refusal = (code: string) =>
      diskRefusal(Object.assign(new Error(''), { code }), { path: '/l', ...testClock() })?.kind ?? null
    const said = {
      SQLITE_FULL: 'ledger-disk-full',
      ENOSPC: 'ledger-disk-full',
      SQLITE_IOERR_WRITE: 'ledger-disk-error',
      EROFS: 'ledger-read-only',
      EACCES: 'ledger-no-permission',
      SQLITE_BUSY_SNAPSHOT: 'ledger-locked',
      ERR_ASSERTION: null,
      // A file that is too short is damaged; a disk that cannot be read says nothing of what lies on it.
      SQLITE_IOERR_SHORT_READ: 'ledger-damaged',
      SQLITE_IOERR_READ: 'ledger-disk-error',
      SQLITE_IOERR: 'ledger-disk-error',
      EIO: 'ledger-disk-error',
    }
    expect(Object.fromEntries(Object.keys(said).map((code) => [code, refusal(code)]))).toEqual(said)
    const isDamaged = (code: string) => isDamage(Object.assign(new Error(''), { code }))
    expect(['SQLITE_IOERR_SHORT_READ', 'SQLITE_IOERR_READ', 'SQLITE_IOERR', 'EIO'].map(isDamaged)).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  // The user of a test may be root, who may read and write everything: the look is taken as nobody.
  it.runIf(process.getuid?.() === 0)('refuses without permission, and looks at a ledger that may only be read', () => {
    const path = madeLedger()
    const folder = join(path, '..')
    chmodSync(folder, 0o755)
    chmodSync(path, 0o000)
    expect(lookAsNobody(path)).toEqual(['ledger-no-permission', 0])
    chmodSync(path, 0o444)
    expect(lookAsNobody(path)).toEqual(['ledger-read-only', 1])
  })
})

/** What a process of the user `nobody` gets: why it can or cannot be opened, and how many entries it sees. */
function lookAsNobody(path: string): unknown {
  const script = `
    const { openStore } = await import('./electron/store/store.ts')
    const { readLedger } = await import('./electron/store/read-ledger.ts')
    process.setgid(65534)
    process.setuid(65534)
    const opened = openStore({ path: process.env.LEDGER, create: false, now: () => 0, randomId: () => '0' })
    const count = opened.ok ? opened.value.read((reader) => readLedger(reader, 20667)).entries.length : 0
    console.log(JSON.stringify([opened.ok ? opened.value.readOnly : opened.refusal.kind, count]))`
  const run = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
    cwd: join(import.meta.dirname, '..', '..'),
    env: { ...process.env, LEDGER: path },
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout)
}

describe('the schema', () => {
  it('goes forward from every version before, and keeps what was there', () => {
    for (let from = 0; from < MIGRATIONS.length; from += 1) {
      const path = join(temporaryFolder(), `from-${from}.huaqing`)
      const old = new Database(path)
      old.pragma(`application_id = ${APPLICATION_ID}`)
      for (const { sql } of MIGRATIONS.slice(0, from)) old.exec(sql)
      old.pragma(`user_version = ${from}`)
      old.close()
      const store = temporaryStore(path)
      const made = temporaryStore()
      const schema = 'SELECT type, name, sql FROM sqlite_schema ORDER BY type, name'
      expect(store.connection.raw.prepare(schema).all()).toEqual(made.connection.raw.prepare(schema).all())
      expect(store.connection.raw.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION)
    }
  })

  it('refuses amounts that are not exact, days that are none, and what the types forbid', () => {
    const { raw } = temporaryStore().connection
    raw.exec("INSERT INTO action (id, place, at, code, details, state) VALUES (1, 1, 0, 'x', '{}', 'active')")
    const insert = (columns: string, values: string) =>
      raw.exec(`INSERT INTO entry (id, appended_by, ${columns}) VALUES ('e', 1, ${values})`)
    const good = "'purchase', 'huabei', 20000"
    expect(() => insert('kind, account, day, amount', `${good}, 9007199254740991`)).not.toThrow()
    expect(() => insert('kind, account, day, amount', `${good}, 9007199254740992`)).toThrow(/CHECK/)
    expect(() => insert('kind, account, day, amount', `${good}, 1.5`)).toThrow(/REAL|datatype/i)
    expect(() => insert('kind, account, day, amount', `${good}, 'ten'`)).toThrow(/TEXT|datatype/i)
    expect(() => insert('kind, account, day', "'purchase', 'huabei', 84006")).toThrow(/CHECK/)
    expect(() => insert('kind, account, day', "'purchase', 'huabei', '2026-01-01'")).toThrow(/TEXT|datatype/i)
    expect(() => insert('kind, account, day', "'gift', 'huabei', 20000")).toThrow(/CHECK/)
    expect(() => insert('kind, day', "'purchase', 20000")).toThrow(/CHECK/)
    expect(() => insert('kind, day', "'loan', 20000")).toThrow(/CHECK/)
    expect(() => insert('kind, day, body', "'loan', 20000, 'no json'")).toThrow(/CHECK/)
    expect(() => insert('kind, account, day, posting_assumed', "'purchase', 'huabei', 20000, 2")).toThrow(/CHECK/)
    expect(() => raw.exec("INSERT INTO entry (id, kind, day, appended_by) VALUES ('e', 'kept', 1, 99)")).toThrow(
      /FOREIGN/,
    )
  })
})

it('settings that no version wrote, and values that no choice offers, are passed over for the defaults', () => {
  const store = temporaryStore()
  const put = store.connection.raw.prepare('INSERT INTO setting (key, value) VALUES (?, ?)')
  for (const key of ['__proto__', 'constructor', 'toString', 'colour']) put.run(key, '{"polluted":true}')
  for (const [key, value] of [
    ['language', '"fr"'],
    ['quietFrom', '24'],
    ['textSize', '101'],
  ])
    put.run(key, value)
  expect(store.read(readSettings)).toEqual(DEFAULT_SETTINGS)
})
