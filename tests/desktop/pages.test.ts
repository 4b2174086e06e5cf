/** The pages in the desktop window: a bill by keyboard, a statement dropped on its zone, the curve of what is owed. */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commitPreview, go } from '../e2e/harness/import-file.ts'
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

describeDesktop('pages in the window', () => {
  let home: Home
  let desktop: Desktop

  beforeAll(async () => {
    if (electronBinary === null) return
    home = newHome()
    desktop = await launchDesktop(home, ['--today=2026-09-05'])
  })
  afterAll(async () => {
    await desktop?.app.close()
    home?.remove()
  })

  test('a bill is entered with the keyboard', async () => {
    const { page } = desktop
    const added = await page.evaluate(() =>
      window.huaqing!.addAccount({ kind: 'huabei', id: 'huabei' }, { callId: 'account', onProgress: null }),
    )
    expect(added).toMatchObject({ ok: true })
    await go(page, '/bills')
    await page.locator('.quick').waitFor()
    await page
      .getByLabel(/^(账单金额|Amount of the bill)/)
      .first()
      .focus()
    await page.keyboard.type('1,280+66.5')
    await page.keyboard.press('Enter')
    await page.locator('.toast').getByText('1,346.50').waitFor()
    await page.locator('.bills').getByText('1,346.50').first().waitFor()
  })

  test('a statement dropped on its zone is previewed and written', async () => {
    const { page } = desktop
    await go(page, '/import')
    await page.evaluate(() => {
      const input = document.createElement('input')
      input.type = 'file'
      input.id = 'dropped'
      input.hidden = true
      document.body.append(input)
    })
    await page.locator('#dropped').setInputFiles(FILE)
    await page.evaluate(() => {
      const file = document.querySelector<HTMLInputElement>('#dropped')?.files?.[0]
      const dataTransfer = new DataTransfer()
      if (file) dataTransfer.items.add(file)
      const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer })
      document.querySelector('.import-drop')?.dispatchEvent(drop)
    })
    await page.locator('.import-commit').waitFor()
    await commitPreview(page)
    await expect.poll(() => page.locator('.review').count()).toBe(5)
  })

  test('the curve is drawn, with its table beside it', async () => {
    const { page, problems } = desktop
    await go(page, '/plan')
    await page.locator('main svg.recharts-surface').first().waitFor()
    await page
      .getByText(/^(表|Table)$/)
      .first()
      .click()
    await expect.poll(() => page.locator('.curve-table tbody tr').count()).toBeGreaterThan(3)
    expect(problems).toEqual([])
  })
})
