import { copyFileSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { refused } from '#shared/kernel/outcome.ts'
import { importHandlers } from '../../electron/handlers/import-handlers.ts'
import { restoreHandlers } from '../../electron/handlers/restore-handlers.ts'
import { statusHandlers } from '../../electron/handlers/status-handlers.ts'
import { listActions } from '../../electron/store/actions.ts'
import { backUpAtOnce, makeBackup } from '../../electron/store/backup.ts'
import { backupFolder, listBackups } from '../../electron/store/backup-files.ts'
import { examine } from '../../electron/store/doctor/checks.ts'
import { repair } from '../../electron/store/doctor/repair.ts'
import { checkSums, sumAgain } from '../../electron/store/doctor/sums-check.ts'
import { appendEntry, findEntry, supersedeEntry } from '../../electron/store/entries.ts'
import { MIGRATIONS, SCHEMA_VERSION } from '../../electron/store/migrations/migrations.ts'
import { fingerprintOf, isSound, provesEqual } from '../../electron/store/soundness.ts'
import { openStore } from '../../electron/store/store.ts'
import { undoNewest } from '../../electron/store/undo.ts'
import { purchase } from './entry-fixtures.ts'
import { contextOf } from './handler-context.ts'
import { contentOf, FIRST, importFile, OVERLAP, preview } from './import-files.ts'
import { temporaryFolder, temporaryStore, testClock } from './temporary-store.ts'

/** What went wrong in other programs, one test for each published incident. */

const NOON = Date.UTC(2026, 8, 1, 4)
const add = (store: ReturnType<typeof temporaryStore>, id: string) =>
  store.write({ code: 'purchase-added', values: { id } }, (writer) => appendEntry(writer, purchase({ id })))

/** A copy of the ledger has begun to be written. */
const isBeingKept = (ledger: string): boolean =>
  readdirSync(backupFolder(ledger)).some(
    (name) => name.includes('before-restore') && statSync(join(backupFolder(ledger), name)).size > 0,
  )

describe('incidents', () => {
  it('an update and then every backup malformed: a copy that is not sound never counts as a backup', async () => {
    const store = temporaryStore()
    for (let n = 0; n < 200; n += 1) add(store, `p${n}`)
    const good = await makeBackup(store.path, 'asked', NOON)
    store.connection.raw.pragma('wal_checkpoint(TRUNCATE)')
    store.close()
    const bytes = readFileSync(store.path)
    const page = Math.floor(bytes.lastIndexOf('门店购物') / 4096) * 4096
    bytes.fill(0x07, page + 8, page + 14)
    writeFileSync(store.path, bytes)
    for (const at of [NOON + 1000, NOON + 2000]) await makeBackup(store.path, 'automatic', at).catch(() => null)
    const verified = listBackups(store.path).filter((backup) => backup.verified)
    expect(verified).toEqual([good])
  })

  it('an update without its copy: the ledger is copied before its schema changes, and the copy outlives rotation', async () => {
    const path = join(temporaryFolder(), 'ledger.huaqing')
    const old = new Database(path)
    old.exec(MIGRATIONS[0]?.sql ?? '')
    old.exec(
      `PRAGMA application_id = ${0x48514c47}; PRAGMA user_version = 1; INSERT INTO meta VALUES ('min_reader', 1)`,
    )
    old.close()
    const store = temporaryStore(path)
    for (let n = 0; n < 14; n += 1) await makeBackup(path, 'asked', NOON + n * 1000)
    const [copy] = listBackups(path).filter(({ reason }) => reason === 'before-migration')
    const kept = new Database(copy?.file ?? '', { readonly: true })
    expect([kept.pragma('user_version', { simple: true }), store.readOnly]).toEqual([1, null])
    kept.close()
  })

  it('an older version cannot open the file: it opens to look at, and refuses every command with a sentence', async () => {
    const store = temporaryStore()
    add(store, 'p1')
    store.connection.raw.pragma(`user_version = ${SCHEMA_VERSION + 1}`)
    store.close()
    const opened = openStore({ path: store.path, create: false, ...testClock() })
    if (!opened.ok) throw new Error(opened.refusal.kind)
    expect([opened.value.readOnly, opened.value.read((reader) => findEntry(reader, 'p1'))?.id]).toEqual([
      'ledger-newer',
      'p1',
    ])
    opened.value.close()
  })

  it('sample data over real data: the sample is another file, and leaving it brings back every record', async () => {
    const store = temporaryStore()
    add(store, 'p1')
    const before = contentOf(store)
    const sample = temporaryStore(join(temporaryFolder(), 'ledger-sample.huaqing'))
    let isSample = false
    const ledgers = {
      isSample: () => isSample,
      release: () => undefined,
      replaced: () => undefined,
      placeFile: null,
      moved: () => undefined,
      switchTo: (which: 'own' | 'sample') => {
        isSample = which === 'sample'
        return { ok: true as const, value: isSample ? sample : store }
      },
    }
    await statusHandlers.openSample(contextOf(store, { ledgers }), { language: 'en' })
    await statusHandlers.leaveSample(contextOf(sample, { ledgers }), {})
    expect([contentOf(store), sample.path === store.path]).toEqual([before, false])
  })

  it('an undone import that the next import skips: it imports again as if it were new', async () => {
    const store = temporaryStore()
    const first = await importFile(store, FIRST)
    const content = contentOf(store)
    undoNewest(store)
    const again = await importFile(store, FIRST)
    expect([again.summary.counts, contentOf(store)]).toEqual([first.summary.counts, content])
  })

  it('an import that deletes older rows: an overlapping file only adds and updates', async () => {
    const store = temporaryStore()
    await importFile(store, FIRST)
    const second = await importFile(store, OVERLAP)
    const named = readFileSync(OVERLAP, 'latin1')
    const ended = store.connection.raw
      .prepare("SELECT id FROM entry WHERE kind = 'withdrawn' AND appended_by = ?")
      .pluck()
      .all(Number(second.batch)) as string[]
    // A purchase that the newer file calls closed ends; a row that it does not name never does.
    expect(ended.filter((id) => !named.includes(id.split('@')[0] ?? ''))).toEqual([])
    expect(second.summary.counts.updated).toBeGreaterThan(0)
  })

  it('an import that changes what was reconciled: what the user corrected stays as it was corrected', async () => {
    const store = temporaryStore()
    await importFile(store, FIRST)
    const [own] = store.connection.raw
      .prepare("SELECT id FROM counting_entry WHERE kind = 'purchase' AND file IS NOT NULL LIMIT 1")
      .pluck()
      .all() as string[]
    const entry = store.read((reader) => findEntry(reader, own ?? ''))
    if (entry?.kind !== 'purchase') throw new Error('no purchase')
    const corrected = { ...entry, note: 'checked with Alipay' }
    store.write({ code: 'entry-edited', values: {} }, (writer) => supersedeEntry(writer, corrected))
    await importFile(store, FIRST)
    expect(store.read((reader) => findEntry(reader, entry.id))).toEqual(corrected)
  })

  it('months gone after an error in the middle: an import that fails leaves the ledger as it was', async () => {
    const store = temporaryStore()
    add(store, 'p1')
    const before = { content: contentOf(store), revision: store.revision() }
    const { importId } = await preview(store, FIRST)
    const stopped = new AbortController()
    stopped.abort()
    const outcome = await importHandlers.commitImport(contextOf(store, { signal: stopped.signal }), { importId })
    expect([outcome, contentOf(store), store.revision()]).toEqual([
      refused({ kind: 'canceled' }),
      before.content,
      before.revision,
    ])
  })

  it('partial data of a large file: a file cut in the middle is refused, not read as a smaller ledger', () => {
    const store = temporaryStore()
    for (let n = 0; n < 500; n += 1) add(store, `p${n}`)
    store.connection.raw.pragma('wal_checkpoint(TRUNCATE)')
    store.close()
    // In the middle, and by the last page alone, which nothing looks at when it opens.
    for (const length of [40_960, statSync(store.path).size - 4096]) {
      const part = join(temporaryFolder(), 'ledger.huaqing')
      copyFileSync(store.path, part)
      truncateSync(part, length)
      const opened = openStore({ path: part, create: true, ...testClock() })
      expect(opened).toEqual(refused({ kind: 'ledger-damaged', values: { path: part } }))
    }
  })

  it('three months deleted by one key: one step takes all of it back', async () => {
    const store = temporaryStore()
    const empty = await makeBackup(store.path, 'asked', NOON)
    await importFile(store, FIRST)
    const content = contentOf(store)
    await restoreHandlers.restoreBackup(contextOf(store), { fileToken: empty.file })
    expect(contentOf(store).entries).toEqual([])
    undoNewest(store)
    expect(contentOf(store)).toEqual(content)
  })

  it('a stale lock after a crash: what a dead process left does not keep anybody out, and is removed', () => {
    const store = temporaryStore()
    const raw = store.connection.raw
    raw.exec("INSERT INTO action (at, code, details, state, pid) VALUES (0, 'import', '{}', 'staging', 999999999)")
    expect(examine(raw).find(({ check }) => check === 'left-behind')?.count).toBe(1)
    store.close()
    const again = temporaryStore(store.path)
    expect(examine(again.connection.raw).filter(({ count }) => count > 0)).toEqual([])
  })

  it('a file changed outside and overwritten in silence: a restore refuses a ledger that moved on, and tries again', async () => {
    const store = temporaryStore()
    add(store, 'p1')
    const backup = await makeBackup(store.path, 'asked', NOON)
    const running = restoreHandlers.restoreBackup(contextOf(store), { fileToken: backup.file })
    // While the present ledger is kept: its copy is of the moment before, and must not be the one that undo brings back.
    while (!isBeingKept(store.path)) await new Promise((resolve) => setImmediate(resolve))
    add(store, 'p2')
    const outcome = await running
    if (!outcome.ok) throw new Error(outcome.refusal.kind)
    undoNewest(store)
    expect(store.read((reader) => findEntry(reader, 'p2'))?.id).toBe('p2')
  })

  it('a one-cent drift: a copy whose amounts differ by a fen is not equal', async () => {
    const store = temporaryStore()
    add(store, 'p1')
    const { file } = await makeBackup(store.path, 'asked', NOON)
    const fingerprint = fingerprintOf(store.connection.raw)
    const equal = provesEqual(file, fingerprint)
    const copy = new Database(file)
    copy.exec('UPDATE entry SET amount = amount + 1')
    expect([equal, isSound(copy)]).toEqual([true, true])
    copy.close()
    expect(provesEqual(file, fingerprint)).toBe(false)
  })

  it('history deleted by an update: every step is there after all steps of the schema', () => {
    const path = join(temporaryFolder(), 'ledger.huaqing')
    const old = new Database(path)
    old.exec(MIGRATIONS[0]?.sql ?? '')
    old.exec(
      `PRAGMA application_id = ${0x48514c47}; PRAGMA user_version = 1; INSERT INTO meta VALUES ('min_reader', 1)`,
    )
    const insert = old.prepare(
      "INSERT INTO action (place, at, code, details, state) VALUES (?, ?, 'x', '{}', 'active')",
    )
    for (let place = 1; place <= 30; place += 1) insert.run(place, place)
    backUpAtOnce(old, { path, reason: 'before-migration', at: NOON })
    old.close()
    const store = temporaryStore(path)
    const history = store.read((reader) => listActions(reader, { before: null, limit: 500 }))
    expect(history.map(({ id }) => id)).toEqual(Array.from({ length: 30 }, (_, n) => 30 - n))
  })

  it('a repair after which the ledger was lost: it is a step, and undo brings back what was there before it', () => {
    const store = temporaryStore()
    for (const id of ['p1', 'p2']) add(store, id)
    store.connection.raw.exec("UPDATE meta SET value = -1 WHERE key = 'revision'")
    const content = contentOf(store)
    const repaired = repair(store, NOON, false)
    expect(repaired).toMatchObject({ ok: true, value: { repaired: ['ledger-numbers'] } })
    add(store, 'p3')
    undoNewest(store)
    undoNewest(store)
    expect(contentOf(store)).toEqual(content)
  })

  it('a day of edits reverted: an older copy put in the place of the ledger is known as one, and by how many changes', () => {
    const folder = temporaryFolder()
    const [path, older] = [join(folder, 'ledger.huaqing'), join(folder, 'older')]
    const used = () => openStore({ path, create: true, seenFolder: join(folder, 'seen'), ...testClock() })
    const first = used()
    if (!first.ok) throw new Error(first.refusal.kind)
    add(first.value, 'p1')
    first.value.connection.raw.prepare('VACUUM INTO ?').run(older)
    for (const id of ['p2', 'p3', 'p4']) add(first.value, id)
    first.value.close()
    copyFileSync(older, path)
    const again = used()
    expect(again.ok && again.value.older()?.count).toBe(3)
    if (again.ok) again.value.close()
  })

  it('a running balance that is wrong: sums are compared with their entries, and made again from them', () => {
    const store = temporaryStore()
    for (const id of ['p1', 'p2']) add(store, id)
    expect(checkSums(store)?.count).toBe(0)
    const content = contentOf(store)
    store.connection.raw.exec('DELETE FROM daily_sum')
    expect(checkSums(store)?.count).toBeGreaterThan(0)
    sumAgain(store)
    expect([checkSums(store)?.count, contentOf(store)]).toEqual([0, content])
  })

  it('changes lost on close: what was confirmed is in the file before anything is closed', () => {
    const store = temporaryStore()
    for (const id of ['p1', 'p2']) add(store, id)
    // The file and its log as they lie on the disk while the program still has them open.
    const copy = join(temporaryFolder(), 'ledger.huaqing')
    for (const ending of ['', '-wal']) copyFileSync(store.path + ending, copy + ending)
    expect(contentOf(temporaryStore(copy))).toEqual(contentOf(store))
  })

  it('the log of another moment beside the file: SQLite takes it, and the ledger is known as an older one', () => {
    const folder = temporaryFolder()
    const [path, strange] = [join(folder, 'ledger.huaqing'), join(folder, 'strange')]
    const used = () => openStore({ path, create: true, seenFolder: join(folder, 'seen'), ...testClock() })
    const first = used()
    if (!first.ok) throw new Error(first.refusal.kind)
    add(first.value, 'p1')
    copyFileSync(`${path}-wal`, strange)
    add(first.value, 'p2')
    first.value.close()
    copyFileSync(strange, `${path}-wal`)
    const again = used()
    if (!again.ok) throw new Error(again.refusal.kind)
    expect([again.value.read((reader) => findEntry(reader, 'p2')), again.value.older()?.count]).toEqual([null, 1])
    again.value.close()
  })

  it('two files of one name: what the first brought does not keep the second from being read', async () => {
    const [both, renamed] = [temporaryStore(), temporaryStore()]
    const second = join(temporaryFolder(), basename(FIRST))
    copyFileSync(OVERLAP, second)
    for (const file of [FIRST, second]) await importFile(both, file)
    for (const file of [FIRST, OVERLAP]) await importFile(renamed, file)
    expect(contentOf(both)).toEqual(contentOf(renamed))
  })
})
