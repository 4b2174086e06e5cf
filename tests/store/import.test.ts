import { appendFileSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import { importHandlers } from '../../electron/handlers/import-handlers.ts'
import { listActions, undoAction } from '../../electron/store/actions.ts'
import { listBackups } from '../../electron/store/backup-files.ts'
import {
  appendEntry,
  findEntry,
  readEntryHistory,
  supersedeEntry,
  withdrawEntry,
} from '../../electron/store/entries.ts'
import { listEntries } from '../../electron/store/entry-list.ts'
import { readRecordsCurrentOn } from '../../electron/store/notes.ts'
import type { Store } from '../../electron/store/store.ts'
import { purchase } from './entry-fixtures.ts'
import { contextOf } from './handler-context.ts'
import { contentOf, copied, FIRST, importFile, OVERLAP, preview } from './import-files.ts'
import { temporaryFolder, temporaryStore } from './temporary-store.ts'

describe('import of an Alipay file', () => {
  it('previews without changing what counts', async () => {
    const store = temporaryStore()
    const before = contentOf(store)
    const { summary, rows, problems } = await preview(store, FIRST)
    expect({ ...summary, newAccounts: summary.newAccounts.map(({ id }) => id) }).toEqual({
      format: 'alipay-app-v3b',
      encoding: 'GB18030',
      fileName: 'alipay-app-2026-gb18030.csv',
      owner: '137****6428',
      fileRows: 79,
      announcedRows: 79,
      from: day('2026-05-01'),
      to: day('2026-08-31'),
      exportedOn: day('2026-09-01'),
      counts: {
        purchase: 33,
        refund: 12,
        // Without those of 备用金, which is no account of this ledger.
        repayment: 9,
        'repayment-failed': 2,
        disbursement: 1,
        'installment-fee': 0,
        interest: 0,
        closed: 4,
        unrelated: 16,
        kept: 2,
        added: 55,
        review: 5,
        duplicate: 0,
        updated: 0,
        rejected: 0,
      },
      claims: [],
      newAccounts: [
        'credit-purchase:招联消金',
        'huabei',
        'credit-purchase:江苏银行',
        'borrow',
        'credit-purchase:平安银行',
      ],
      warnings: [],
    })
    expect(rows).toHaveLength(79)
    expect(problems).toEqual([])
    expect(contentOf(store)).toEqual(before)
  })

  it('knows 18 rows of an overlapping file, 3 of them changed, and adds 4', async () => {
    const store = temporaryStore()
    await importFile(store, FIRST)
    const { summary } = await importFile(store, OVERLAP)
    expect(summary.fileRows - summary.counts.duplicate).toBe(4)
    expect(summary.counts).toMatchObject({ duplicate: 18, updated: 3 })
  })

  it('makes the same ledger of both files in either order', async () => {
    const [one, other] = [temporaryStore(), temporaryStore()]
    await importFile(one, FIRST)
    await importFile(one, OVERLAP)
    await importFile(other, OVERLAP)
    await importFile(other, FIRST)
    expect(contentOf(other)).toEqual(contentOf(one))
  })

  it('is undone whole, and the same file then comes in as if new', async () => {
    const store = temporaryStore()
    const empty = contentOf(store)
    const { summary } = await importFile(store, FIRST)
    const full = contentOf(store)
    store.change(undoAction)
    expect(contentOf(store)).toEqual(empty)
    const again = await importFile(store, FIRST)
    expect(again.summary).toEqual(summary)
    expect(contentOf(store)).toEqual(full)
  })

  it('leaves nothing when it is given up, or stopped while it runs', async () => {
    const store = temporaryStore()
    const rows = () => store.connection.raw.prepare('SELECT count(*) FROM entry').pluck().get()
    const { importId } = await preview(store, FIRST)
    expect(rows()).toBeGreaterThan(79)
    await importHandlers.discardImport(contextOf(store), { importId })
    const controller = new AbortController()
    controller.abort()
    const stopped = await importHandlers.previewImport(contextOf(store, { signal: controller.signal }), {
      fileToken: FIRST,
    })
    expect(stopped).toEqual({ ok: false, refusal: { kind: 'canceled' } })
    const left = ['entry', 'action', 'statement_file', 'record'].map((table) =>
      store.connection.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
    )
    expect(left).toEqual([0, 0, 0, 0])
    expect(await importHandlers.commitImport(contextOf(store), { importId })).toEqual({
      ok: false,
      refusal: { kind: 'import-not-found', importId },
    })
  })

  it('keeps what the user changed, and follows the file in the rest', async () => {
    const store = temporaryStore()
    await importFile(store, FIRST)
    const [bottle] = rowsNamed(store, '轩之**店')
    const found = store.read((reader) => findEntry(reader, bottle ?? ''))
    if (found?.kind !== 'purchase') throw new Error('the purchase is missing')
    expect(found.postedOn).toBeNull()
    store.write({ code: 'edit', values: {} }, (writer) =>
      supersedeEntry(writer, { ...found, amount: fen(12_000), label: '玻璃水' }),
    )
    await importFile(store, OVERLAP)
    expect(store.read((reader) => findEntry(reader, found.id))).toEqual({
      ...found,
      amount: fen(12_000),
      label: '玻璃水',
      postedOn: day('2026-08-25'),
      postingAssumed: true,
    })
    expect(store.read((reader) => readEntryHistory(reader, found.id))).toHaveLength(3)
  })

  it('does not bring back what the user deleted', async () => {
    const store = temporaryStore()
    await importFile(store, FIRST)
    const [metro] = rowsNamed(store, '上海申通地铁集团有限公司')
    store.write({ code: 'delete', values: {} }, (writer) => withdrawEntry(writer, metro ?? ''))
    const { summary } = await importFile(store, FIRST)
    expect(summary.counts.duplicate).toBe(79)
    expect(store.read((reader) => findEntry(reader, metro ?? ''))).toBeNull()
  })

  it('never turns a newer status back', async () => {
    const store = temporaryStore()
    await importFile(store, OVERLAP)
    const [bottle] = rowsNamed(store, '轩之**店')
    const before = store.read((reader) => findEntry(reader, bottle ?? ''))
    const { summary } = await importFile(store, FIRST)
    expect(summary.counts).toMatchObject({ duplicate: 18, updated: 0 })
    expect(store.read((reader) => findEntry(reader, bottle ?? ''))).toEqual(before)
  })

  it('takes another transaction under a known number as a second one, once', async () => {
    const store = temporaryStore()
    await importFile(store, FIRST)
    const changed = copied(FIRST)
    const bytes = readFileSync(changed)
    const at = bytes.indexOf('25.40')
    bytes.write('26.40', at)
    writeFileSync(changed, bytes)
    const second = await importFile(store, changed)
    expect(second.summary.counts).toMatchObject({ duplicate: 78, updated: 0 })
    const amounts = rowsNamed(store, '隆江猪脚饭').map((id) => store.read((reader) => findEntry(reader, id)))
    expect(amounts.map((entry) => (entry?.kind === 'purchase' ? entry.amount : null)).sort()).toEqual([2540, 2640])
    const third = await importFile(store, changed)
    expect(third.summary.counts.duplicate).toBe(79)
  })

  it('keeps of rows that are not about credit their key, day and reason, not their text', async () => {
    const store = temporaryStore()
    await importFile(store, FIRST)
    const kept = store.connection.raw
      .prepare("SELECT raw, why FROM entry WHERE kind = 'kept' AND why = 'not-credit'")
      .all()
    expect(kept.length).toBeGreaterThan(5)
    expect(kept.every((row) => (row as { raw: string | null }).raw === null)).toBe(true)
    store.connection.raw.pragma('wal_checkpoint(TRUNCATE)')
    expect(readFileSync(store.path).includes('菜鸟裹裹')).toBe(false)
  })

  it.each(['alipay-web-2020-gbk.csv', 'jd-2025.csv', 'meituan-2026.csv'])(
    'keeps no text of what %s says of no account of this ledger',
    async (name) => {
      const store = temporaryStore()
      const { summary } = await importFile(store, join(import.meta.dirname, '../fixtures', name))
      const kept = store.connection.raw
        .prepare("SELECT count(*) AS rows, count(raw) AS texts FROM entry WHERE kind = 'kept'")
        .get()
      expect(kept).toEqual({ rows: summary.fileRows - summary.counts.added, texts: 0 })
    },
  )

  it('makes a verified backup first', async () => {
    const store = temporaryStore()
    store.write({ code: 'add', values: {} }, (writer) => appendEntry(writer, purchase()))
    const { backup } = await importFile(store, FIRST)
    if (!backup) throw new Error('no backup')
    expect(backup).toMatchObject({ verified: true, reason: 'before-import' })
    expect(dirname(backup.file)).toBe(join(dirname(store.path), 'backups'))
    const copy = temporaryStore(backup.file)
    expect(contentOf(copy).entries.length + contentOf(copy).postings.length).toBe(1)
  })

  it('is backed up as it was before the file was staged, and nothing of the copy is left beside', async () => {
    const store = temporaryStore()
    store.write({ code: 'add', values: {} }, (writer) => appendEntry(writer, purchase()))
    const { backup } = await importFile(store, FIRST)
    if (!backup) throw new Error('no backup')
    const copy = new Database(backup.file, { readonly: true })
    const rows = ['entry', 'action', 'statement_file'].map((table) =>
      copy.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
    )
    copy.close()
    expect(rows).toEqual([1, 1, 0])
    expect(readdirSync(dirname(backup.file))).toEqual([basename(backup.file)])
  })

  it('is backed up as it stands where the ledger moved on under the preview', async () => {
    const store = temporaryStore()
    const { importId } = await preview(store, FIRST)
    store.write({ code: 'add', values: {} }, (writer) => appendEntry(writer, purchase()))
    const outcome = await importHandlers.commitImport(contextOf(store), { importId })
    if (!outcome.ok || !outcome.value.backup) throw new Error('not imported')
    expect(readdirSync(join(dirname(store.path), 'backups'))).toEqual([basename(outcome.value.backup.file)])
    const copy = temporaryStore(outcome.value.backup.file)
    expect(contentOf(copy).entries.length + contentOf(copy).postings.length).toBe(1)
  })

  it('leaves no copy of the ledger where the file is refused or the preview is given up', async () => {
    const store = temporaryStore()
    const file = join(temporaryFolder(), 'no-statement.csv')
    writeFileSync(file, '一,二\n三,四\n')
    expect(await importHandlers.previewImport(contextOf(store), { fileToken: file })).toMatchObject({ ok: false })
    const { importId } = await preview(store, FIRST)
    await importHandlers.discardImport(contextOf(store), { importId })
    expect(readdirSync(join(dirname(store.path), 'backups'))).toEqual([])
  })

  it('of two files that are looked at together keeps the later one, and nothing of the other', async () => {
    const store = temporaryStore()
    const both = await Promise.all([FIRST, OVERLAP].map((file) => preview(store, file)))
    const commits = await Promise.all(
      both.map(({ importId }) => importHandlers.commitImport(contextOf(store), { importId })),
    )
    const written = commits.filter((one) => one.ok)
    expect(written).toHaveLength(1)
    expect(commits.find((one) => !one.ok)).toMatchObject({ refusal: { kind: 'import-not-found' } })
    expect(store.connection.raw.prepare('SELECT state FROM action').pluck().all()).toEqual(['active'])
    const names = readdirSync(join(dirname(store.path), 'backups'))
    expect(names.filter((name) => name.includes('making'))).toEqual([])
    expect(names).toHaveLength(1)
  })

  it('that is given up while its backup is made is not found, not half written', async () => {
    const store = temporaryStore()
    const { importId } = await preview(store, FIRST)
    const commit = importHandlers.commitImport(contextOf(store), { importId })
    const given = importHandlers.discardImport(contextOf(store), { importId })
    expect(await given).toMatchObject({ ok: true })
    expect(await commit).toMatchObject({ ok: false, refusal: { kind: 'import-not-found' } })
    expect(contentOf(store).entries).toEqual([])
  })

  it('records nothing where the file tells nothing new: no step, no backup', async () => {
    const store = temporaryStore()
    const first = await importFile(store, FIRST)
    const history = () => store.read((reader) => listActions(reader, { before: null, limit: 100 }))
    const [steps, revision] = [history(), store.revision()]
    const again = await importFile(store, FIRST)
    expect(again).toMatchObject({ batch: null, backup: null, reviews: 0, taken: 0 })
    expect(again.summary.counts.duplicate).toBe(79)
    expect(history()).toEqual(steps)
    expect(store.revision()).toBe(revision)
    expect(readdirSync(join(dirname(store.path), 'backups'))).toEqual([basename(first.backup?.file ?? '')])
    // What it staged to find that out is gone too: undo takes back the import, and the file then brings everything.
    store.change(undoAction)
    expect((await importFile(store, FIRST)).summary.counts).toEqual(first.summary.counts)
  })

  it('records that the ledger is current as of a newer file, though its rows are all known', async () => {
    const store = temporaryStore()
    await importFile(store, FIRST)
    const newer = copied(FIRST)
    const text = new TextDecoder('gb18030').decode(readFileSync(newer))
    // A file of a later day, with the same rows: nothing happened since.
    writeFileSync(
      newer,
      text.replace('2026-08-31 23:59:59', '2026-09-10 23:59:59').replace('[2026-09-01', '[2026-09-11'),
    )
    const current = () => store.read(readRecordsCurrentOn)
    expect(current()).toBe(day('2026-08-31'))
    const result = await importFile(store, newer)
    expect(result.summary.counts.duplicate).toBe(79)
    expect(result.batch).not.toBeNull()
    expect(current()).toBe(day('2026-09-10'))
    expect((await importFile(store, newer)).batch).toBeNull()
    store.change(undoAction)
    expect(current()).toBe(day('2026-08-31'))
  })

  it('makes its backup when it is written: looking at files leaves none, however often', async () => {
    const store = temporaryStore()
    await preview(store, FIRST)
    await preview(store, OVERLAP)
    store.write({ code: 'add', values: {} }, (writer) => appendEntry(writer, purchase()))
    expect(listBackups(store.path)).toEqual([])
    await importFile(store, FIRST)
    expect(listBackups(store.path).map(({ reason, verified }) => [reason, verified])).toEqual([['before-import', true]])
  })

  it('is refused, with nothing written and the preview kept, where its backup cannot be made', async () => {
    const store = temporaryStore()
    const before = contentOf(store)
    const { importId } = await preview(store, FIRST)
    // A file where the folder of the backups should be. The folder is moved away, as the copy that was begun may still be
    // written in it: a folder cannot be removed while something is put there.
    const folder = join(dirname(store.path), 'backups')
    renameSync(folder, `${folder}-away`)
    writeFileSync(folder, '')
    const commit = () => importHandlers.commitImport(contextOf(store), { importId })
    expect(await commit()).toEqual({ ok: false, refusal: { kind: 'backup-not-made', folder } })
    expect(contentOf(store)).toEqual(before)
    rmSync(folder)
    expect(await commit()).toMatchObject({ ok: true, value: { backup: { reason: 'before-import', verified: true } } })
  })

  it('is read again where the ledger moved on under the preview, and refused where the file changed', async () => {
    const store = temporaryStore()
    await importFile(store, OVERLAP)
    const { importId, summary } = await preview(store, FIRST)
    expect(summary.counts.duplicate).toBe(18)
    store.change(undoAction)
    const result = await importHandlers.commitImport(contextOf(store), { importId })
    if (!result.ok) throw new Error('not imported')
    expect(result.value.summary.counts.duplicate).toBe(0)

    const changing = copied(OVERLAP)
    const shown = await preview(store, changing)
    store.change(undoAction)
    appendFileSync(changing, '\r\n')
    expect(await importHandlers.commitImport(contextOf(store), { importId: shown.importId })).toMatchObject({
      ok: false,
      refusal: { kind: 'file-changed' },
    })
  })

  it('lists what each row becomes, page by page', async () => {
    const store = temporaryStore()
    const { importId, rows } = await preview(store, FIRST)
    const page = await importHandlers.listImportRows(contextOf(store), { importId, offset: 70, limit: 50 })
    expect(page).toEqual({ ok: true, value: rows.slice(70) })
    const beyond = await importHandlers.listImportRows(contextOf(store), { importId, offset: 60, limit: 2000 })
    expect(beyond).toEqual({ ok: true, value: rows.slice(60) })
    expect(rows.find(({ line }) => line === 40)).toMatchObject({ kind: 'purchase', fate: 'new', review: true })
  })

  it('refuses what is no statement and leaves nothing behind', async () => {
    const store = temporaryStore()
    const path = join(temporaryFolder(), 'picture.csv')
    writeFileSync(path, Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))
    expect(await importHandlers.previewImport(contextOf(store), { fileToken: path })).toMatchObject({
      ok: false,
      refusal: { kind: 'image' },
    })
    expect(store.connection.raw.prepare('SELECT count(*) FROM action').pluck().get()).toBe(0)
    expect(readdirSync(dirname(path))).toEqual(['picture.csv'])
  })
})

const rowsNamed = (store: Store, text: string): readonly string[] =>
  store.read((reader) => listEntries(reader, { offset: 0, limit: 10, kind: 'purchase', text })).rows.map(({ id }) => id)
