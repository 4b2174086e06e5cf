/** Everything at twice its size in the smallest window: nothing is wider than the window, nothing is lost, axe finds nothing. */
import { expect, test } from 'vitest'
import { axeProblems } from './harness/axe.ts'
import { huaqing } from './harness/huaqing.ts'
import { go, settled } from './harness/import-file.ts'
import { describeInBrowser } from './harness/in-browser.ts'
import { openApp } from './harness/open-app.ts'

const PATHS = [
  '/',
  '/bills',
  '/bills/2026-07~huabei',
  '/bills/paste',
  '/entries',
  '/accounts/huabei',
  '/settings',
] as const

describeInBrowser('twice the size', () => {
  test('fits the smallest window', { timeout: 120_000 }, async () => {
    const app = await openApp({ today: '2026-07-05', viewport: { width: 960, height: 640 } })
    const { page, ledgerPath } = app
    const found: string[] = []
    try {
      await page.locator('main h1').first().waitFor()
      huaqing(ledgerPath, '2026-07-05', ['account', 'add', '--kind', 'huabei', '--id', 'huabei', '--limit', '8000'])
      huaqing(ledgerPath, '2026-07-05', ['bill', 'add', 'huabei', '2026-07', '--amount', '1280'])
      await go(page, '/settings')
      await page.getByRole('radio', { name: '200%' }).click()
      await expect.poll(() => page.evaluate(() => document.documentElement.dataset.width)).toContain('slim')
      for (const path of PATHS) {
        await go(page, path)
        await settled(page)
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        if (wide > 0) found.push(`${path}: ${wide} px wider than the window`)
        found.push(...(await axeProblems(page)).map((problem) => `${path}: ${problem}`))
        await page.keyboard.press('Escape')
      }
      expect(found).toEqual([])
    } finally {
      await app.close()
    }
  })
})
