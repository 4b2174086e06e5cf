import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openHost } from './ledger-host.ts'

it('a refund whose purchase stands in another file is corrected as any entry, by itself and together', async () => {
  const { ask } = openHost('2026-09-05')
  const file = join(import.meta.dirname, '..', 'fixtures', 'alipay-app-2026-gb18030.csv')
  const { importId } = await ask('previewImport', { fileToken: file })
  await ask('commitImport', { importId })
  const { rows } = await ask('listEntries', { kind: 'refund', limit: 100 })
  const id = rows.find(({ label }) => label === '携程旅行')!.id
  await ask('editEntry', { id, changes: { amount: '59.50' } })
  expect((await ask('getEntry', { id })).entry).toMatchObject({ amount: 5950 })
  expect(await ask('changeEntries', { ids: [id], change: { kind: 'edit', note: 'checked' } })).toEqual({
    changed: 1,
    left: [],
  })
})
