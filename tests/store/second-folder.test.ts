import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { done, refused } from '#shared/kernel/outcome.ts'
import { isOnNetwork, syncServiceOf } from '../../electron/files/sync-folder.ts'
import { isBackupDue, keepBackup } from '../../electron/handlers/keep-backup.ts'
import { restoreHandlers } from '../../electron/handlers/restore-handlers.ts'
import { safetyHandlers } from '../../electron/handlers/safety-handlers.ts'
import { appendEntry } from '../../electron/store/entries.ts'
import { KEY_FILE } from '../../electron/store/second-folder.ts'
import type { Store } from '../../electron/store/store.ts'
import { removeFolder } from '../remove-folder.ts'
import { purchase } from './entry-fixtures.ts'
import { contextOf } from './handler-context.ts'
import { contentOf } from './import-files.ts'
import { temporaryFolder, temporaryStore } from './temporary-store.ts'

const NOON = Date.UTC(2026, 8, 20, 4)

function storeWithRow(id = 'p1'): Store {
  const store = temporaryStore()
  store.write({ code: 'purchase-added', values: { id } }, (writer) => appendEntry(writer, purchase({ id })))
  return store
}

function folderNamed(...parts: readonly string[]): string {
  const folder = join(temporaryFolder(), ...parts)
  mkdirSync(folder, { recursive: true })
  return folder
}

describe('the second folder', () => {
  it('gets every verified backup, equal byte for byte', async () => {
    const store = storeWithRow()
    const folder = folderNamed('U 盘')
    await safetyHandlers.setBackupFolder(contextOf(store), { folderToken: folder, plain: false })
    const { backup, second } = await keepBackup(store, 'asked', NOON)
    expect(readFileSync(second?.file ?? '').equals(readFileSync(backup.file))).toBe(true)
    expect(second).toMatchObject({ verified: true, encrypted: false, reason: 'asked' })
  })

  it('that is copied elsewhere is refused until backups are locked or the user says that they may lie there', async () => {
    const store = storeWithRow()
    const folder = folderNamed('Dropbox', '账')
    const set = (plain: boolean) => safetyHandlers.setBackupFolder(contextOf(store), { folderToken: folder, plain })
    expect(await set(false)).toEqual(refused({ kind: 'backup-folder-syncs', service: 'Dropbox' }))
    expect(await set(true)).toMatchObject({ ok: true, value: { folder: { path: folder, service: 'Dropbox' } } })
  })

  it('holds locked copies that passphrase and printed key open; wrong, lost and damaged are told apart', {
    timeout: 60_000,
  }, async () => {
    const store = storeWithRow()
    const content = contentOf(store)
    const folder = folderNamed('OneDrive')
    const locked = await safetyHandlers.lockBackups(contextOf(store), { passphrase: 'correct horse' })
    if (!locked.ok) throw new Error(locked.refusal.kind)
    await safetyHandlers.setBackupFolder(contextOf(store), { folderToken: folder, plain: false })
    const { second } = await keepBackup(store, 'asked', NOON)
    expect(readdirSync(folder).sort()).toEqual([KEY_FILE, second?.file.split('/').at(-1)].sort())
    const other = temporaryStore()
    const ask = (file: string, passphrase: string) =>
      restoreHandlers.restoreBackup(contextOf(other), { fileToken: file, passphrase })
    const file = second?.file ?? ''
    expect(await ask(file, 'wrong horse')).toEqual(refused({ kind: 'age-wrong-passphrase' }))
    const bytes = readFileSync(file)
    const damaged = join(folder, 'damaged.age')
    const at = bytes.length - 20
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    writeFileSync(damaged, bytes)
    expect(await ask(damaged, 'correct horse')).toEqual(refused({ kind: 'age-damaged' }))
    rmSync(join(folder, KEY_FILE))
    expect(await ask(file, 'correct horse')).toEqual(
      refused({ kind: 'backup-key-missing', file: join(folder, KEY_FILE) }),
    )
    expect(await ask(file, locked.value.secretKey)).toMatchObject({ ok: true })
    expect(contentOf(other)).toEqual(content)
  })

  it('that is away loses nothing, and is shown as such', async () => {
    const store = storeWithRow()
    const folder = folderNamed('stick')
    await safetyHandlers.setBackupFolder(contextOf(store), { folderToken: folder, plain: false })
    removeFolder(folder)
    const { backup, second } = await keepBackup(store, 'asked', NOON)
    expect([backup.verified, second]).toEqual([true, null])
    expect(safetyHandlers.getSafety(contextOf(store), {})).toMatchObject(
      done({ folder: { path: folder, isThere: false, isBehind: true } }),
    )
  })
})

describe('what is around a ledger', () => {
  it('names the services that copy a folder', () => {
    expect(
      [
        '/home/a/Dropbox/账',
        'C:\\Users\\a\\OneDrive - Firma\\x',
        '/Users/a/Library/Mobile Documents/com~apple~CloudDocs',
        'D:\\我的坚果云\\花清',
        'D:\\BaiduSyncdisk',
        '/home/a/Documents',
      ].map(syncServiceOf),
    ).toEqual(['Dropbox', 'OneDrive', 'iCloud', '坚果云', '百度网盘', null])
    expect([isOnNetwork('\\\\server\\share'), isOnNetwork('//server/share'), isOnNetwork('/tmp')]).toEqual([
      true,
      true,
      false,
    ])
  })

  it('tells of a copy of the same ledger, of another computer, and of a clock that was set back', () => {
    const store = storeWithRow()
    const copy = join(dirname(store.path), 'ledger (冲突副本).huaqing')
    store.connection.raw.prepare('VACUUM INTO ?').run(copy)
    store.connection.raw.exec(
      "UPDATE identity SET value = 'another' WHERE key = 'machine'; UPDATE identity SET value = 'OFFICE' WHERE key = 'computer'",
    )
    store.close()
    const again = temporaryStore(store.path)
    const early = contextOf(again, { now: () => Date.UTC(2020, 0, 1) })
    const outcome = safetyHandlers.getSafety(early, {})
    if (!('ok' in outcome) || !outcome.ok) throw new Error('no answer')
    expect(outcome.value.warnings).toEqual([
      { code: 'ledger-other-computer', values: { computer: 'OFFICE' } },
      { code: 'ledger-copy-beside', values: { file: 'ledger (冲突副本).huaqing' } },
      { code: 'clock-set-back', values: {} },
    ])
    again.close()
    const third = temporaryStore(store.path)
    expect(third.lastWriter).toBeNull()
  })
})

describe('a backup is due', () => {
  it('with the first step, after twenty more, on another day, and never of a ledger that did not move', async () => {
    const store = storeWithRow('a0')
    const at = store.connection.raw.prepare('SELECT max(at) FROM action').pluck().get() as number
    const made = at - 1
    expect(isBackupDue(store, at)).toBe(true)
    await keepBackup(store, 'automatic', made)
    store.connection.raw.prepare('UPDATE action SET at = ?').run(made)
    const add = (n: number) =>
      store.write({ code: 'purchase-added', values: {} }, (writer) => appendEntry(writer, purchase({ id: `a${n}` })))
    add(1)
    const sameDay = () => isBackupDue(store, at)
    expect([sameDay(), isBackupDue(store, at + 86_400_000)]).toEqual([false, true])
    for (let n = 2; n <= 20; n += 1) add(n)
    expect(sameDay()).toBe(true)
    await keepBackup(store, 'automatic', at + 60_000)
    expect([sameDay(), isBackupDue(store, at + 86_400_000)]).toEqual([false, false])
  })

  it('every day also after a clock that was ahead made one that lies in the future', async () => {
    const store = storeWithRow('a0')
    const at = store.connection.raw.prepare('SELECT max(at) FROM action').pluck().get() as number
    const DAY = 86_400_000
    await keepBackup(store, 'automatic', at + 400 * DAY)
    store.connection.raw.prepare('UPDATE action SET at = ?').run(at + 400 * DAY)
    store.write({ code: 'purchase-added', values: {} }, (writer) => appendEntry(writer, purchase({ id: 'a1' })))
    const later = Number(store.connection.raw.prepare('SELECT min(at) FROM action').pluck().get()) + DAY
    expect(isBackupDue(store, later)).toBe(true)
    await keepBackup(store, 'automatic', later)
    expect([isBackupDue(store, later), isBackupDue(store, later + DAY)]).toEqual([false, false])
  })

  it('tells of a clock that was set back also when steps were recorded since', () => {
    const store = storeWithRow('a0')
    const at = store.connection.raw.prepare('SELECT max(at) FROM action').pluck().get() as number
    store.connection.raw.prepare('UPDATE action SET at = ?').run(at + 86_400_000)
    for (const id of ['a1', 'a2', 'a3'])
      store.write({ code: 'purchase-added', values: {} }, (writer) => appendEntry(writer, purchase({ id })))
    const warned = (now: number) => {
      const outcome = safetyHandlers.getSafety(contextOf(store, { now: () => now }), {})
      return 'ok' in outcome && outcome.ok ? outcome.value.warnings.map(({ code }) => code) : []
    }
    expect([warned(at + 10_000), warned(at + 2 * 86_400_000)]).toEqual([['clock-set-back'], []])
  })
})
