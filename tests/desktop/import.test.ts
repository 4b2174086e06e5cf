/** A statement file through the whole desktop app: native dialog, token, border, ledger thread, and back as a preview. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Desktop,
  describeDesktop,
  electronBinary,
  type Home,
  launchDesktop,
  newHome,
  ROOT,
} from './launch-desktop.ts'

const FILE = join(ROOT, 'tests', 'fixtures', 'alipay-app-2026-gb18030.csv')
const expected = JSON.parse(readFileSync(`${FILE}.expected.json`, 'utf8')) as { readonly rows: readonly unknown[] }

describeDesktop('a statement file', () => {
  let home: Home
  let desktop: Desktop

  beforeAll(async () => {
    if (electronBinary === null) return
    home = newHome()
    desktop = await launchDesktop(home)
  })
  afterAll(async () => {
    await desktop?.app.close()
    home?.remove()
  })

  test('chosen in the dialog is previewed, committed and undone', async () => {
    const { app, page, problems } = desktop
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
    }, FILE)
    const preview = await page.evaluate(async () => {
      const chosen = await window.huaqing!.shell.pickFile('statement')
      return window.huaqing!.previewImport({ fileToken: chosen!.fileToken }, { callId: 'preview', onProgress: null })
    })
    if (!preview.ok) throw new Error(JSON.stringify(preview))
    expect(preview.value.summary).toMatchObject({
      fileName: 'alipay-app-2026-gb18030.csv',
      encoding: 'GB18030',
      fileRows: expected.rows.length,
    })
    const { importId } = preview.value
    const committed = await page.evaluate(
      (id) => window.huaqing!.commitImport({ importId: id }, { callId: 'commit', onProgress: null }),
      importId,
    )
    expect(committed).toMatchObject({ ok: true })
    const entries = () =>
      page
        .evaluate(() => window.huaqing!.getStatus({}, { callId: 'status', onProgress: null }))
        .then((reply) => (reply.ok ? reply.value.entries : reply))
    expect(await entries()).toBeGreaterThan(0)
    const undone = await page.evaluate(() => window.huaqing!.undo({}, { callId: 'undo', onProgress: null }))
    expect(undone).toMatchObject({ ok: true })
    expect(await entries()).toBe(0)
    expect(problems).toEqual([])
  })
})
