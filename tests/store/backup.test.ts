import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { backUpAtOnce, makeBackup } from '../../electron/store/backup.ts'
import { backupFolder, listBackups, newestBy } from '../../electron/store/backup-files.ts'
import { appendEntry } from '../../electron/store/entries.ts'
import { diskRefusal } from '../../electron/store/open-refusal.ts'
import { fingerprintOf, isSound } from '../../electron/store/soundness.ts'
import { purchase } from './entry-fixtures.ts'
import { contentOf } from './import-files.ts'
import { temporaryStore } from './temporary-store.ts'

const NOON = Date.UTC(2026, 8, 1, 4)

function ledgerWithRows() {
  const store = temporaryStore()
  for (const id of ['p1', 'p2', 'p3']) {
    store.write({ code: 'add', values: {} }, (writer) => appendEntry(writer, purchase({ id })))
  }
  return store
}

describe('a backup', () => {
  it('is reopened, checked, equal to the ledger, one file, and its owner’s alone', async () => {
    const store = ledgerWithRows()
    const backup = await makeBackup(store.path, 'asked', NOON)
    expect(backup).toEqual({
      file: join(dirname(store.path), 'backups', 'ledger-20260901T040000000-asked.huaqing'),
      at: NOON,
      verified: true,
      bytes: statSync(backup.file).size,
      reason: 'asked',
      encrypted: false,
    })
    expect(statSync(backup.file).mode & 0o777).toBe(0o600)
    expect(readdirSync(backupFolder(store.path))).toEqual(['ledger-20260901T040000000-asked.huaqing'])
    expect(contentOf(temporaryStore(backup.file))).toEqual(contentOf(store))
  })

  it('is not counted when the ledger it copies is damaged', async () => {
    const store = ledgerWithRows()
    store.connection.raw.pragma('wal_checkpoint(TRUNCATE)')
    store.close()
    const bytes = readFileSync(store.path)
    const row = bytes.lastIndexOf('门店购物')
    const page = Math.floor(row / 4096) * 4096
    // The pointers to the rows of that page: the file opens, and only a check can tell.
    bytes.fill(0x07, page + 8, page + 14)
    writeFileSync(store.path, bytes)
    const outcome = await makeBackup(store.path, 'asked', NOON).catch((error: Error) => error)
    if (!(outcome instanceof Error)) expect(outcome.verified).toBe(false)
    expect(listBackups(store.path).filter(({ verified }) => verified)).toEqual([])
  })

  it('tells a copy that lacks a row from one that is equal', async () => {
    const store = ledgerWithRows()
    const { file } = await makeBackup(store.path, 'asked', NOON)
    const copy = new Database(file)
    const before = fingerprintOf(copy)
    expect(before).toBe(fingerprintOf(store.connection.raw))
    copy.exec("DELETE FROM entry WHERE id = 'p2'")
    expect(isSound(copy)).toBe(true)
    expect(fingerprintOf(copy)).not.toBe(before)
    copy.close()
  })

  it('keeps the newest ten, and the last one from before a migration', async () => {
    const store = ledgerWithRows()
    backUpAtOnce(store.connection.raw, { path: store.path, reason: 'before-migration', at: NOON - 1000 })
    for (let count = 0; count < 12; count += 1) await makeBackup(store.path, 'asked', NOON + count * 1000)
    const kept = listBackups(store.path)
    expect(kept.map(({ reason }) => reason)).toEqual([...Array<string>(10).fill('asked'), 'before-migration'])
    expect(kept[0]?.at).toBe(NOON + 11_000)
  })

  it('stays when a clock that was set back makes it the oldest of all', async () => {
    const store = ledgerWithRows()
    const DAY = 86_400_000
    for (let month = 0; month < 12; month += 1) await makeBackup(store.path, 'asked', NOON + month * 31 * DAY)
    const { file } = await makeBackup(store.path, 'before-restore', NOON - 3000 * DAY)
    expect(existsSync(file)).toBe(true)
  })

  it('is the newest although a clock that was ahead dated others later, and of those a few stay', async () => {
    const store = ledgerWithRows()
    const DAY = 86_400_000
    for (let day = 0; day < 14; day += 1) await makeBackup(store.path, 'automatic', NOON + (400 + day) * DAY)
    for (let day = 0; day < 12; day += 1) await makeBackup(store.path, 'automatic', NOON + day * DAY)
    const now = NOON + 11 * DAY
    const ordered = newestBy(listBackups(store.path), now)
    expect(ordered.slice(0, 10).map(({ at }) => (at - NOON) / DAY)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2])
    expect(ordered.filter(({ at }) => at > now).length).toBeGreaterThanOrEqual(3)
  })

  it('names its folder where that takes no backups, and the list is empty then', async () => {
    const store = ledgerWithRows()
    const folder = join(dirname(store.path), 'backups')
    writeFileSync(folder, '')
    const told = await makeBackup(store.path, 'asked', NOON).catch((error: unknown) => diskRefusal(error, store))
    expect([told, listBackups(store.path)]).toEqual([{ kind: 'backup-not-made', values: { folder } }, []])
    rmSync(folder)
    expect((await makeBackup(store.path, 'asked', NOON)).verified).toBe(true)
  })

  it('is made before a migration, of the ledger as it was', () => {
    const store = ledgerWithRows()
    const { path } = store
    store.connection.raw.pragma('user_version = 0')
    const before = fingerprintOf(store.connection.raw)
    const backup = backUpAtOnce(store.connection.raw, { path, reason: 'before-migration', at: NOON })
    const copy = new Database(backup.file, { readonly: true })
    expect([fingerprintOf(copy), copy.pragma('user_version', { simple: true })]).toEqual([before, 0])
    copy.close()
  })
})
