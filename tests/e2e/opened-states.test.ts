/** What opens over or inside the pages: axe finds nothing there either, in both color schemes, nothing leaves the window. */
import { expect, test } from 'vitest'
import { axeProblems } from './harness/axe.ts'
import { commitPreview, go, previewFile, settled } from './harness/import-file.ts'
import { describeInBrowser } from './harness/in-browser.ts'
import { openApp } from './harness/open-app.ts'

const surroundings = [
  { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { colorScheme: 'dark', viewport: { width: 960, height: 640 } },
] as const

describeInBrowser('what opens on a page', () => {
  test.each(surroundings)('$colorScheme at $viewport.width', { timeout: 180_000 }, async (options) => {
    const app = await openApp({ ...options, today: '2026-09-05' })
    const { page } = app
    const found: string[] = []
    const look = async (name: string): Promise<void> => {
      await settled(page)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (wide > 0) found.push(`${name}: ${wide} px wider than the window`)
      for (const problem of await axeProblems(page)) found.push(`${name}: ${problem}`)
    }
    try {
      await page.locator('main h1').first().waitFor()
      await previewFile(page, 'alipay-app-2026-gb18030.csv')
      await look('import preview')
      await commitPreview(page)
      await look('import done, with questions')

      await go(page, '/bills')
      await page.getByRole('button', { name: '再填一些' }).click()
      await page.getByRole('radio', { name: '还了一部分' }).click()
      await look('bill details')
      await page
        .getByRole('button', { name: /打开花呗2026年09月账单/ })
        .last()
        .click()
      await page.locator('.side .amount-answer').waitFor()
      await look('bill opened')
      await page.locator('.side').getByRole('button', { name: '怎么来的', exact: true }).click()
      await page.locator('dialog tfoot').waitFor()
      await look('bill explained')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: '记一笔还款' }).click()
      await page.getByLabel('还到哪里').selectOption('combined')
      await look('repayment')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: '改金额' }).click()
      await page.locator('dialog .form').waitFor()
      await look('bill corrected')
      await page.keyboard.press('Escape')

      await go(page, '/plan')
      await page.getByLabel('每月还多少', { exact: true }).fill('300')
      await page.getByLabel('想在哪天前还清').fill('2026-12-31')
      await page.getByText('每月至少要').waitFor()
      await page
        .getByRole('button', { name: /加一项/ })
        .first()
        .click()
      await page.getByRole('button', { name: /加一笔/ }).click()
      await page.getByRole('button', { name: '打开看' }).click()
      await look('plan')
      await page.getByRole('radio', { name: '表' }).click()
      await look('plan as a table')
      await page.getByRole('button', { name: '保存计划' }).click()
      await page.getByRole('button', { name: '改名' }).click()
      await page.locator('dialog .form').waitFor()
      await look('plan renamed')
      await page.keyboard.press('Escape')

      await go(page, '/charts')
      for (const table of await page.locator('main').getByRole('radio', { name: '表' }).all()) await table.click()
      await look('charts as tables')

      await go(page, '/closure/huabei')
      for (const summary of await page.locator('.requirements summary').all()) await summary.click()
      await page.locator('.shown-cell input').first().fill('1')
      await look('closing, all requirements opened and a cell that Alipay shows otherwise')
      await page
        .locator('.closing-day')
        .getByRole('button', { name: /^做完了/ })
        .first()
        .click()
      await page.locator('dialog .form').waitFor()
      await look('a step of the day of closing')
      await page.keyboard.press('Escape')

      await page.keyboard.press('Control+k')
      await page.locator('dialog').getByRole('combobox').fill('gb')
      await look('palette')
      await page.keyboard.press('Escape')
      await page.keyboard.press('?')
      await page.locator('dialog .shortcuts').waitFor()
      await look('keys')
      expect(found).toEqual([])
    } finally {
      await app.close()
    }
  })
})
