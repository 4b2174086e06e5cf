/** What is opened beside its list leaves the list as it was: its place, its filter, what is chosen and what was typed. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { huaqing } from './harness/huaqing.ts'
import { FIXTURES, go } from './harness/import-file.ts'
import { describeInBrowser } from './harness/in-browser.ts'
import { openApp } from './harness/open-app.ts'

const TODAY = '2026-09-05'

const scrolledTo = (page: Page): Promise<number> => page.locator('.entry-list').evaluate((list) => list.scrollTop)

const closeSide = async (page: Page): Promise<void> => {
  await page.locator('.side .side-head button').click()
  await page.locator('.side').waitFor({ state: 'detached' })
}

describeInBrowser('a list with something opened beside it', () => {
  test('keeps its place, its filter, what is chosen and what was typed', async () => {
    const app = await openApp({ today: TODAY, viewport: { width: 1280, height: 640 } })
    const { page, ledgerPath } = app
    try {
      await page.locator('main h1').first().waitFor()
      huaqing(ledgerPath, TODAY, ['import', `${FIXTURES}/alipay-app-2026-gb18030.csv`])

      await go(page, '/entries')
      await page.locator('.entry-list').evaluate((list) => list.scrollTo(0, 900))
      await expect.poll(() => scrolledTo(page)).toBe(900)
      await page.locator('.entry-row[aria-rowindex="30"]').click()
      await page.locator('.side .facts').first().waitFor()
      expect(await scrolledTo(page), 'with an entry opened').toBe(900)
      await closeSide(page)
      expect(await scrolledTo(page), 'with the entry closed').toBe(900)

      await go(page, '/bills')
      await page.getByLabel('账单金额').fill('123')
      await page.getByPlaceholder('找账户或月份').fill('2026-08')
      await page.getByRole('checkbox', { name: '选花呗2026年08月账单' }).check()
      const kept = async () => [
        await page.getByLabel('账单金额').inputValue(),
        await page.getByPlaceholder('找账户或月份').inputValue(),
        await page.getByRole('checkbox', { name: '选花呗2026年08月账单' }).isChecked(),
      ]
      await page.locator('.bills-name').first().click()
      await page.locator('.side .amount-answer').waitFor()
      expect(await kept(), 'with a bill opened').toEqual(['123', '2026-08', true])
      await closeSide(page)
      expect(await kept(), 'with the bill closed').toEqual(['123', '2026-08', true])
    } finally {
      await app.close()
    }
  })
})
