/** What opens over the lists of every day — chosen bills, a pasted table, filtered entries, a refund, an account: axe finds nothing. */
import { expect, test } from 'vitest'
import { axeProblems } from './harness/axe.ts'
import { huaqing } from './harness/huaqing.ts'
import { FIXTURES, go, settled } from './harness/import-file.ts'
import { describeInBrowser } from './harness/in-browser.ts'
import { openApp } from './harness/open-app.ts'

const TODAY = '2026-09-05'

describeInBrowser('what opens over a list', () => {
  test('has no problem for anybody', { timeout: 150_000 }, async () => {
    const app = await openApp({ today: TODAY, colorScheme: 'dark', viewport: { width: 960, height: 640 } })
    const { page, ledgerPath } = app
    const found: string[] = []
    const look = async (name: string): Promise<void> => {
      await settled(page)
      for (const problem of await axeProblems(page)) found.push(`${name}: ${problem}`)
    }
    try {
      await page.locator('main h1').first().waitFor()
      huaqing(ledgerPath, TODAY, ['import', `${FIXTURES}/alipay-app-2026-gb18030.csv`])
      await go(page, '/bills')
      await page.getByRole('checkbox', { name: /选花呗2026年09月账单/ }).check()
      await page.getByRole('button', { name: '记为还清' }).click()
      await page.getByRole('radio', { name: '同一天' }).click()
      await look('bills chosen, to be marked as paid')
      await page.keyboard.press('Escape')
      await go(page, '/bills/paste')
      await page.getByLabel('一行一张账单').fill('花呗 2026-08 100\n花呗 2026-07 剩余 5')
      await page.locator('.paste-lines li').nth(1).waitFor()
      await look('bills pasted')
      // What was typed goes only once that is said.
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      // Closing leads back to the page of bills, and must not come after the next step.
      await page.locator('dialog').waitFor({ state: 'detached' })

      await go(page, '/entries')
      await page.getByRole('button', { name: '更多条件' }).click()
      await page.locator('.entry-list').focus()
      await page.keyboard.press('Space')
      await page.locator('.chosen').waitFor()
      await look('entries filtered and chosen')
      await page.getByRole('button', { name: '一起改' }).click()
      await look('entries changed together')
      await page.keyboard.press('Escape')
      await page.locator('.entry-row', { hasText: '高德打车' }).first().click()
      await page.locator('.side .facts-line').first().waitFor()
      await look('a refund with its purchase')
      const what = page.locator('.entry-row').first().getByRole('gridcell').nth(1)
      const room = await what.evaluate((cell) => [cell.textContent, cell.clientWidth > 100])
      expect(room).toEqual([expect.stringMatching(/\S/), true])
      await go(page, '/accounts/huabei')
      await page.locator('.side .quota-line').waitFor()
      await look('an account opened')
      expect(found).toEqual([])
    } finally {
      await app.close()
    }
  })
})

describeInBrowser('three years of unpaid bills', () => {
  test('are lines to open and one line of the calendar, not pages of them', async () => {
    const app = await openApp({ today: TODAY })
    const { page, ledgerPath } = app
    const months = Array.from({ length: 36 }, (_, n) => `${2023 + Math.floor(n / 12)}-${(n % 12) + 1}`)
    try {
      await page.locator('main h1').first().waitFor()
      huaqing(ledgerPath, TODAY, ['account', 'add', '--kind', 'huabei', '--id', 'huabei', '--opened', '2022-12-01'])
      await go(page, '/bills/paste')
      await page.getByLabel('一行一张账单').fill(months.map((month) => `花呗 ${month} 100`).join('\n'))
      const windows = await page.getByLabel('一行一张账单').evaluate((field) => field.scrollHeight / field.clientHeight)
      expect(windows, 'one bill a line on the screen, too').toBeGreaterThan(4)
      await page.getByRole('button', { name: '记下36张' }).click()
      await page.locator('dialog').waitFor({ state: 'detached' })
      await go(page, '/closure/huabei')
      const overdue = page.locator('.requirements details', { hasText: '已出账的都还清' })
      await overdue.locator('summary').click()
      const lines = overdue.locator('.requirement-evidence:not(.ruled)')
      await expect.poll(() => lines.count()).toBe(10)
      await overdue.getByRole('button', { name: '36条都列出来' }).click()
      await expect.poll(() => lines.count()).toBe(36)
      await go(page, '/charts')
      await expect
        .poll(() => page.locator('.due-earlier > li').allInnerTexts())
        .toEqual([expect.stringContaining('36笔')])
    } finally {
      await app.close()
    }
  })
})
