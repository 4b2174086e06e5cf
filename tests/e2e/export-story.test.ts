/**
 * Saving a file from the window: a form is chosen by keyboard, a calendar without amounts, an account's rows, a locked
 * copy; what is downloaded is read.
 */
import { readFile } from 'node:fs/promises'
import { armor, Decrypter } from 'age-encryption'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeProblems } from './harness/axe.ts'
import { huaqing } from './harness/huaqing.ts'
import { describeInBrowser } from './harness/in-browser.ts'
import { openApp } from './harness/open-app.ts'

const TODAY = '2026-07-05'

async function saved(page: Page): Promise<{ readonly name: string; readonly text: string }> {
  const download = page.waitForEvent('download', { timeout: 90_000 })
  await page.getByRole('button', { name: '存成文件' }).click()
  const file = await download
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

describeInBrowser('export', () => {
  test('a file in each form, chosen, locked and saved', async () => {
    const app = await openApp({ today: TODAY })
    const { page } = app
    try {
      huaqing(app.ledgerPath, TODAY, ['account', 'add', '--kind', 'huabei'])
      huaqing(app.ledgerPath, TODAY, ['bill', 'add', 'huabei', '2026-07', '--amount', '720.41'])
      await page.evaluate(() => {
        location.hash = '/export'
      })
      const csv = page.getByRole('radio', { name: /花清CSV/ })
      await csv.focus()
      expect(await saved(page)).toMatchObject({
        name: 'huaqing-2026-07-05.csv',
        text: expect.stringContaining('720.41') as string,
      })

      await csv.focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await page.getByLabel('写上金额').uncheck()
      const calendar = await saved(page)
      expect(calendar.name).toBe('huaqing-2026-07-05.ics')
      expect(calendar.text).toContain('SUMMARY:花呗（2026年7月账单）还款日\r\n')
      expect(calendar.text).not.toContain('720')

      await page.getByRole('radio', { name: /YNAB/ }).check()
      expect((await saved(page)).text).toMatch(/^Date,Payee,Memo,Outflow,Inflow\r\n.*,720\.41,\r\n$/)

      await page.getByLabel('用口令加密').check()
      await page.getByLabel('口令', { exact: true }).fill('一二三')
      await page.getByLabel('再输一次').fill('一二')
      expect(await page.getByRole('button', { name: '存成文件' }).getAttribute('aria-disabled')).toBe('true')
      expect(await axeProblems(page)).toEqual([])
      await page.getByLabel('再输一次').fill('一二三')
      const locked = await saved(page)
      expect(locked.name).toBe('huaqing-ynab-huabei-2026-07-05.csv.age')
      const opener = new Decrypter()
      opener.addPassphrase('一二三')
      expect(await opener.decrypt(armor.decode(locked.text), 'text')).toContain('720.41')
    } finally {
      await app.close()
    }
  }, 180_000)
})
