import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { HandlerTable } from '../../electron/handlers/handler.ts'
import { historyHandlers } from '../../electron/handlers/history-handlers.ts'
import { createLocalHost } from '../../electron/handlers/host.ts'
import { temporaryFolder, testClock } from './temporary-store.ts'

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
})
