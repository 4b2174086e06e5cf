import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { Request } from '#shared/contract/contract.ts'
import { done } from '#shared/kernel/outcome.ts'
import type { HandlerContext, HandlerTable } from '../../electron/handlers/handler.ts'
import { handlers } from '../../electron/handlers/handlers.ts'
import { historyHandlers } from '../../electron/handlers/history-handlers.ts'
import { createLocalHost } from '../../electron/handlers/host.ts'
import { statusHandlers } from '../../electron/handlers/status-handlers.ts'
import { appendEntry } from '../../electron/store/entries.ts'
import { purchase } from './entry-fixtures.ts'
import { FIRST } from './import-files.ts'
import { temporaryFolder, temporaryStore, testClock } from './temporary-store.ts'

describe('a host', () => {
  it('answers refusals as values that cross the border', async () => {
    const folder = temporaryFolder()
    const host = createLocalHost({
      ledgerPath: join(folder, 'ledger.huaqing'),
      handlers: historyHandlers as HandlerTable,
      ...testClock(),
    })
    expect(await host.call('undo', {})).toEqual({ ok: false, refusal: { kind: 'nothing-to-undo' } })
    await host.close()
  })

  it('says why the ledger cannot be opened, and opens it once that is mended', async () => {
    const folder = temporaryFolder()
    const ledgerPath = join(folder, 'missing', 'ledger.huaqing')
    const host = createLocalHost({ ledgerPath, handlers: historyHandlers as HandlerTable, ...testClock() })
    expect(await host.call('listHistory', { limit: 50 })).toEqual({
      ok: false,
      refusal: { kind: 'ledger-folder-missing', values: { path: ledgerPath } },
    })
    mkdirSync(join(folder, 'missing'))
    expect(await host.call('listHistory', { limit: 50 })).toEqual({ ok: true, value: [] })
    await host.close()
  })

  it('gives a preview up before it goes to another ledger or is closed: nothing stays staged, no copy stays behind', async () => {
    const folder = temporaryFolder()
    const ledgerPath = join(folder, 'ledger.huaqing')
    const paths = { ledgerPath, samplePath: join(folder, 'sample', 'sample.huaqing') }
    mkdirSync(join(folder, 'sample'))
    const host = createLocalHost({ ...paths, handlers, ...testClock() })
    const left = () => {
      const ledger = new Database(ledgerPath, { readonly: true })
      const rows = ledger.prepare("SELECT count(*) FROM action WHERE state = 'staging'").pluck().get()
      ledger.close()
      return [rows, readdirSync(join(folder, 'backups'))]
    }
    expect(await host.call('previewImport', { fileToken: FIRST })).toMatchObject({ ok: true })
    expect(left()).toEqual([1, expect.arrayContaining([expect.stringContaining('.making')])])
    expect(await host.call('openSample', { language: 'en' })).toMatchObject({ ok: true })
    expect(left()).toEqual([0, []])
    expect(await host.call('leaveSample', {})).toMatchObject({ ok: true })
    expect(await host.call('previewImport', { fileToken: FIRST })).toMatchObject({ ok: true })
    await host.close()
    expect(left()).toEqual([0, []])
  })

  it('works an answer out once while the facts that it rests on stand', async () => {
    const asked: string[] = []
    const counting = {
      ...statusHandlers,
      ...historyHandlers,
      addPurchase: ({ store }: HandlerContext) =>
        store.write({ code: 'add', values: {} }, (writer) => appendEntry(writer, purchase())),
      listEntries: (_: HandlerContext, { offset }: { offset: number }) => {
        asked.push(`entries ${offset}`)
        return done({ total: 0, rows: [] })
      },
      listBackups: () => {
        asked.push('backups')
        return done([])
      },
    } as unknown as HandlerTable
    const path = join(temporaryFolder(), 'ledger.huaqing')
    const host = createLocalHost({ ledgerPath: path, handlers: counting, ...testClock() })
    const ask = async () => {
      asked.length = 0
      await host.call('listEntries', { offset: 0, limit: 200 })
      await host.call('listEntries', { offset: 200, limit: 200 })
      await host.call('listBackups', {})
      return [...asked]
    }
    expect(await ask()).toEqual(['entries 0', 'entries 200', 'backups'])
    expect(await ask()).toEqual(['backups'])
    await host.call('changeSettings', { hideAmounts: true })
    expect(await ask()).toEqual(['backups'])
    await host.call('addPurchase', {} as Request<'addPurchase'>)
    expect(await ask()).toEqual(['entries 0', 'entries 200', 'backups'])
    await host.call('undo', {})
    expect(await ask()).toEqual(['entries 0', 'entries 200', 'backups'])
    const beside = temporaryStore(path)
    beside.write({ code: 'add', values: {} }, (writer) => appendEntry(writer, purchase({ id: 'p2' })))
    expect(await ask()).toEqual(['entries 0', 'entries 200', 'backups'])
    await host.close()
  })
})
