import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { refused } from '#shared/kernel/outcome.ts'
import { encryptFile, newAgeKey } from '../../electron/files/age-file.ts'
import type { HandlerContext, RescueContext } from '../../electron/handlers/handler.ts'
import { restoreHandlers } from '../../electron/handlers/restore-handlers.ts'
import { listActions } from '../../electron/store/actions.ts'
import { makeBackup } from '../../electron/store/backup.ts'
import { backupFolder, listBackups } from '../../electron/store/backup-files.ts'
import { appendEntry } from '../../electron/store/entries.ts'
import { isSound } from '../../electron/store/soundness.ts'
import { openStore, type Store } from '../../electron/store/store.ts'
import { redoNext, undoNewest } from '../../electron/store/undo.ts'
import { purchase } from './entry-fixtures.ts'
import { contextOf } from './handler-context.ts'
import { contentOf, FIRST, importFile, preview } from './import-files.ts'
import { temporaryStore, testClock } from './temporary-store.ts'

const NOON = Date.UTC(2026, 8, 1, 4)

function add(store: Store, id: string): void {
  store.write({ code: 'purchase-added', values: { account: 'huabei', amount: '10.00', id } }, (writer) =>
    appendEntry(writer, purchase({ id })),
  )
}

function storeWith(...ids: readonly string[]): Store {
  const store = temporaryStore()
  for (const id of ids) add(store, id)
  return store
}

async function restored(context: HandlerContext | RescueContext, backup: string) {
  const outcome = await restoreHandlers.restoreBackup(context, { fileToken: backup })
  if (!outcome.ok) throw new Error(`not restored: ${outcome.refusal.kind}`)
  return outcome.value
}

const historyOf = (store: Store) =>
  store
    .read((reader) => listActions(reader, { before: null, limit: 500 }))
    .map(({ label, undone }) => [label.code, undone])

describe('restoring a backup', () => {
  it('says what would change, and changes nothing by saying it', async () => {
    const store = storeWith('p1')
    const backup = await makeBackup(store.path, 'asked', NOON)
    add(store, 'p2')
    const before = contentOf(store)
    const outcome = await restoreHandlers.previewRestore(contextOf(store), { backup: backup.file })
    if (!outcome.ok) throw new Error(outcome.refusal.kind)
    const { before: now, after, leaves, leavesCount } = outcome.value
    expect([now?.entries, after.entries, now?.actions, after.actions, leavesCount]).toEqual([2, 1, 2, 1, 1])
    expect(leaves.map(({ label }) => label.values.id)).toEqual(['p2'])
    expect(contentOf(store)).toEqual(before)
    expect(readdirSync(dirname(store.path)).filter((name) => name.includes('restoring'))).toEqual([])
  })

  it('puts the content in place as a step of the history, keeps the present one, and undo brings it back', async () => {
    const store = storeWith('p1')
    const then = contentOf(store)
    const backup = await makeBackup(store.path, 'asked', NOON)
    add(store, 'p2')
    const present = { content: contentOf(store), history: historyOf(store) }
    const revision = store.revision()
    const { kept, undoable } = await restored(contextOf(store), backup.file)
    expect([contentOf(store), historyOf(store), undoable]).toEqual([
      then,
      [
        ['restored', false],
        ['purchase-added', false],
      ],
      true,
    ])
    expect(listBackups(store.path).find(({ file }) => file === kept)).toMatchObject({
      verified: true,
      reason: 'before-restore',
    })
    expect(store.revision()).toBeGreaterThan(revision)
    add(store, 'p3')
    expect(undoNewest(store).ok).toBe(true)
    const undone = undoNewest(store)
    const history = [['restored', true], ...present.history]
    expect([undone.ok, contentOf(store), historyOf(store)]).toEqual([true, present.content, history])
    expect(isSound(store.connection.raw)).toBe(true)
  })

  it('is done again after an undo, with what was undone after it, until something else is done', async () => {
    const store = storeWith('p1')
    const backup = await makeBackup(store.path, 'asked', NOON)
    add(store, 'p2')
    const before = contentOf(store)
    await restored(contextOf(store), backup.file)
    const after = contentOf(store)
    add(store, 'p3')
    const third = contentOf(store)
    // There and back again as often as anybody likes: what was kept first is still there.
    for (let n = 0; n < 8; n += 1) {
      undoNewest(store)
      undoNewest(store)
      expect(contentOf(store)).toEqual(before)
      expect([redoNext(store).ok, contentOf(store)]).toEqual([true, after])
      expect([redoNext(store).ok, contentOf(store)]).toEqual([true, third])
    }
    undoNewest(store)
    undoNewest(store)
    add(store, 'p4')
    expect(redoNext(store)).toEqual(refused({ kind: 'nothing-to-redo', values: { count: 1, at: expect.any(String) } }))
    expect(listBackups(store.path).filter(({ reason }) => reason === 'before-undo').length).toBeLessThanOrEqual(10)
  })

  it('is undone step by step when done twice, and after a restart', async () => {
    const store = storeWith('p1')
    const first = await makeBackup(store.path, 'asked', NOON)
    add(store, 'p2')
    const second = await makeBackup(store.path, 'asked', NOON + 1000)
    add(store, 'p3')
    const third = contentOf(store)
    await restored(contextOf(store), second.file)
    const atSecond = contentOf(store)
    await restored(contextOf(store), first.file)
    store.close()
    const again = temporaryStore(store.path)
    undoNewest(again)
    expect(contentOf(again)).toEqual(atSecond)
    undoNewest(again)
    expect(contentOf(again)).toEqual(third)
  })

  it('leaves out what an import had only staged, and an import before it imports again as if new', async () => {
    const store = storeWith('p1')
    const backup = await makeBackup(store.path, 'asked', NOON)
    const first = await importFile(store, FIRST)
    await restored(contextOf(store), backup.file)
    const again = await importFile(store, FIRST)
    expect(again.summary.counts).toEqual(first.summary.counts)
    await preview(store, FIRST)
    const staged = await makeBackup(store.path, 'asked', NOON + 5000)
    await restored(contextOf(store), staged.file)
    const count = store.connection.raw.prepare("SELECT count(*) FROM action WHERE state = 'staging'").pluck().get()
    expect([count, isSound(store.connection.raw)]).toEqual([0, true])
    expect((await makeBackup(store.path, 'asked', NOON + 6000)).verified).toBe(true)
    expect(undoNewest(store).ok).toBe(true)
  })

  it('refuses a damaged file, another program’s, and leaves the ledger as it is', async () => {
    const store = storeWith('p1')
    const { file } = await makeBackup(store.path, 'asked', NOON)
    const bytes = readFileSync(file)
    const row = bytes.lastIndexOf('门店购物')
    bytes.fill(0x07, Math.floor(row / 4096) * 4096 + 8, Math.floor(row / 4096) * 4096 + 14)
    const bad = `${file}.bad`
    writeFileSync(bad, bytes)
    const text = `${file}.txt`
    writeFileSync(text, 'no ledger')
    const before = contentOf(store)
    const kinds = []
    for (const fileToken of [bad, text, `${file}.none`]) {
      const outcome = await restoreHandlers.restoreBackup(contextOf(store), { fileToken })
      kinds.push(outcome.ok ? 'restored' : outcome.refusal.kind)
    }
    expect(kinds.slice(1)).toEqual(['ledger-not-a-ledger', 'file-not-found'])
    expect(['backup-damaged', 'ledger-damaged']).toContain(kinds[0])
    expect(contentOf(store)).toEqual(before)
  })

  it('takes the place of a ledger that cannot be opened, which is moved aside and not removed', async () => {
    const store = storeWith('p1', 'p2')
    const content = contentOf(store)
    const { file } = await makeBackup(store.path, 'asked', NOON)
    store.close()
    const damaged = Buffer.from(readFileSync(store.path))
    damaged.fill(0xff, 100, 4096)
    writeFileSync(store.path, damaged)
    const opened = openStore({ path: store.path, create: false, ...testClock() })
    const closedBy = opened.ok ? null : opened.refusal
    expect(closedBy?.kind).toBe('ledger-damaged')
    const context: RescueContext = { ...contextOf(store), store: null, closedBy }
    const { kept, undoable } = await restored(context, file)
    expect([undoable, readFileSync(kept ?? '').equals(damaged)]).toEqual([false, true])
    expect(contentOf(temporaryStore(store.path))).toEqual(content)
  })

  it('brings back nothing that was only staged where there is no ledger any more', async () => {
    const store = storeWith('p1')
    const content = contentOf(store)
    await preview(store, FIRST)
    const { file } = await makeBackup(store.path, 'asked', NOON)
    store.close()
    for (const ending of ['', '-wal', '-shm']) rmSync(store.path + ending, { force: true })
    const context: RescueContext = { ...contextOf(store), store: null, closedBy: { kind: 'ledger-damaged' } }
    await restored(context, file)
    // This process lives, and so nothing that it staged would be taken for left behind.
    const again = temporaryStore(store.path)
    expect(contentOf(again)).toEqual(content)
    const staged = again.connection.raw.prepare("SELECT count(*) FROM action WHERE state = 'staging'").pluck().get()
    expect([staged, isSound(again.connection.raw)]).toEqual([0, true])
  })

  it('never takes the place of a ledger that is only locked or newer', async () => {
    const store = storeWith('p1')
    const { file } = await makeBackup(store.path, 'asked', NOON)
    for (const kind of ['ledger-locked', 'ledger-newer', 'ledger-no-permission']) {
      const context: RescueContext = { ...contextOf(store), store: null, closedBy: { kind } }
      expect(await restoreHandlers.restoreBackup(context, { fileToken: file })).toEqual(refused({ kind }))
    }
  })

  it('opens a locked backup with its key; a page can name only backups of the list', async () => {
    const store = storeWith('p1')
    const then = contentOf(store)
    const { file } = await makeBackup(store.path, 'asked', NOON)
    const key = await newAgeKey()
    const locked = `${file}.age`
    await encryptFile(file, locked, { recipients: [key.recipient] })
    add(store, 'p2')
    const ask = (request: object) => restoreHandlers.restoreBackup(contextOf(store), request)
    expect(await ask({ backup: locked })).toMatchObject(refused({ kind: 'backup-needs-passphrase' }))
    expect(await ask({ backup: locked, passphrase: 'x' })).toMatchObject(refused({ kind: 'backup-key-missing' }))
    const stranger = (await newAgeKey()).secretKey
    expect(await ask({ backup: locked, passphrase: stranger })).toEqual(refused({ kind: 'age-wrong-key' }))
    const elsewhere = join(dirname(store.path), 'other.huaqing')
    copyFileSync(file, elsewhere)
    expect(await ask({ backup: elsewhere })).toMatchObject(refused({ kind: 'file-not-found' }))
    expect(await ask({ backup: locked, passphrase: key.secretKey })).toMatchObject({ ok: true })
    expect(contentOf(store)).toEqual(then)
    expect(readdirSync(dirname(store.path)).filter((name) => name.includes('opened'))).toEqual([])
  })

  it('cannot be undone when what was kept is gone, and says so', async () => {
    const store = storeWith('p1')
    const backup = await makeBackup(store.path, 'asked', NOON)
    const { kept } = await restored(contextOf(store), backup.file)
    const folder = backupFolder(store.path)
    copyFileSync(kept ?? '', join(folder, 'elsewhere'))
    const { rmSync } = await import('node:fs')
    rmSync(kept ?? '')
    expect([existsSync(kept ?? ''), undoNewest(store)]).toEqual([
      false,
      refused({ kind: 'restore-copy-gone', values: { file: kept } }),
    ])
  })
})
