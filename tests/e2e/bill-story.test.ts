/** A bill entered and paid with the keyboard alone; the preview is the record; a restart keeps it; undo takes it back. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { removeFolder } from '../remove-folder.ts'
import { huaqing } from './harness/huaqing.ts'
import { go, settled } from './harness/import-file.ts'
import { describeInBrowser } from './harness/in-browser.ts'
import { focusedName, tabTo } from './harness/keyboard.ts'
import { openApp } from './harness/open-app.ts'

const TODAY = '2026-07-05'

describeInBrowser('a bill by keyboard', () => {
  test('entered, opened, paid, undone, and kept over a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'huaqing-story-'))
    const ledgerPath = join(folder, 'ledger.huaqing')
    try {
      const app = await openApp({ ledgerPath, today: TODAY })
      const { page } = app
      try {
        await page.locator('main h1').first().waitFor()
        huaqing(ledgerPath, TODAY, ['account', 'add', '--kind', 'huabei', '--id', 'huabei'])
        await page.keyboard.press('g')
        await page.keyboard.press('b')
        await page.getByRole('heading', { level: 1, name: '账单' }).waitFor()
        await settled(page)

        await tabTo(page, /^账单金额$/)
        await page.keyboard.type('1,280+66.5')
        expect(await page.locator('.quick').innerText()).toContain('= 1,346.50')
        await page.keyboard.press('Enter')
        await page.locator('.toast').getByText('1,346.50').waitFor()
        // Ready for the next one: the focus has not moved and the amount is empty.
        expect(await focusedName(page)).toBe('账单金额')
        expect(await page.getByLabel('账单金额').inputValue()).toBe('')

        await tabTo(page, /打开花呗2026年07月账单/)
        await page.keyboard.press('Enter')
        await page.locator('.side').getByText('还要还').waitFor()
        expect(await page.locator('.side .amount-answer').innerText()).toMatch(/1,346\s?\.50/)
        await tabTo(page, /^记一笔还款$/)
        await page.keyboard.press('Enter')
        await page.locator('dialog').waitFor()
        expect(await page.getByLabel('还了多少').inputValue()).toBe('1346.50')
        await page.keyboard.press('ControlOrMeta+a')
        await page.keyboard.type('1000')
        const preview = page.locator('.preview')
        await expect.poll(() => preview.innerText()).toContain('1,000.00')
        await expect.poll(() => preview.innerText()).toContain('346.50')
        await page.keyboard.press('Enter')
        await page.locator('dialog').waitFor({ state: 'detached' })
        const row = page.locator('.bills tbody tr').first()
        await expect.poll(() => row.innerText()).toMatch(/1,346\.50\s+1,000\.00\s+346\.50/)
        await page
          .locator('.side')
          .getByText('2026年7月5日还款')
          .or(page.locator('.side').getByText('7月5日还款'))
          .waitFor()

        await page.locator('.toast').getByRole('button').click()
        await expect.poll(() => row.innerText()).toMatch(/1,346\.50\s+0\.00\s+1,346\.50/)
      } finally {
        await app.close()
      }

      const again = await openApp({ ledgerPath, today: TODAY })
      try {
        await again.page.getByRole('link', { name: '账单' }).click()
        await expect
          .poll(() => again.page.locator('.bills tbody tr').first().innerText())
          .toMatch(/1,346\.50\s+0\.00\s+1,346\.50/)
      } finally {
        await again.close()
      }
    } finally {
      removeFolder(folder)
    }
  })

  test('of the account that was just added, and of the one it is asked from, never of the first in the list', async () => {
    const app = await openApp({ today: TODAY })
    const { page, ledgerPath } = app
    try {
      await page.locator('main h1').first().waitFor()
      huaqing(ledgerPath, TODAY, ['account', 'add', '--kind', 'huabei', '--id', 'huabei'])
      await page.getByRole('link', { name: '账户' }).click()
      await page.getByRole('button', { name: '加账户' }).first().click()
      await page.locator('dialog select').first().selectOption('credit-purchase')
      await page.locator('dialog button[type="submit"]').click()
      const account = page.locator('.quick select')
      const chosen = () => account.evaluate((box: HTMLSelectElement) => box.selectedOptions[0]?.label ?? '')
      await expect.poll(chosen).toContain('信用购')
      await expect.poll(() => focusedName(page)).toBe('账单金额')
      await account.selectOption('huabei')
      await page.getByRole('link', { name: '账户' }).click()
      await page
        .locator('main')
        .getByRole('link', { name: /信用购/ })
        .click()
      await page.locator('.side').getByRole('button', { name: '记账单' }).click()
      await expect.poll(chosen).toContain('信用购')
    } finally {
      await app.close()
    }
  })

  test('entered again it is replaced; a wrong amount is said at its field and what was typed stays', async () => {
    const app = await openApp({ today: TODAY })
    const { page, ledgerPath } = app
    try {
      await page.locator('main h1').first().waitFor()
      huaqing(ledgerPath, TODAY, ['account', 'add', '--kind', 'huabei', '--id', 'huabei'])
      await page.getByRole('link', { name: '账单' }).click()
      const amount = page.getByLabel('账单金额')
      await amount.fill('12.345')
      await amount.press('Enter')
      await page.getByText('最多到分').waitFor()
      expect(await amount.inputValue()).toBe('12.345')
      await amount.fill('100')
      await amount.press('Enter')
      const row = page.locator('.bills tbody tr').first()
      await expect.poll(() => row.innerText()).toContain('100.00')
      await page.getByText('再记一次就换成新的数').waitFor()
      await amount.fill('120')
      await amount.press('Enter')
      await expect.poll(() => row.innerText()).toContain('120.00')
      await expect.poll(() => page.locator('.bills tbody tr').count()).toBe(1)
    } finally {
      await app.close()
    }
  })

  test('paid in full it says which day it counts as, and takes another; what is said of it follows the language', async () => {
    const { page, ledgerPath, close } = await openApp({ today: TODAY })
    try {
      await page.locator('main h1').first().waitFor()
      huaqing(ledgerPath, TODAY, ['account', 'add', '--kind', 'huabei', '--id', 'huabei'])
      await go(page, '/bills')
      await page.getByLabel('账单月份').fill('2026-06')
      await page.getByLabel('账单金额').fill('1000')
      await page.getByRole('button', { name: '再填一些' }).click()
      await page.getByText('还清了', { exact: true }).click()
      await page.getByText('不填就算按时还的，利息算到还款日6月10日').waitFor()
      await page.getByLabel('哪天还的').fill('6-20')
      await page.getByLabel('哪天还的').press('Enter')
      // Ten days of 0.50: in full on a late day is with them.
      const row = page.locator('.bills tbody tr', { hasText: '2026-06' })
      await expect.poll(() => row.innerText()).toContain('1,005.00')
      // What was said of it has to stand there, for the change of the language to change it.
      await page.locator('.toast').getByText('2026年06月').waitFor()
      await page.keyboard.press('ControlOrMeta+k')
      await page.keyboard.type('Switch to English')
      await page.keyboard.press('Enter')
      await page.locator('.toast').getByText('The last step can be undone').waitFor()
      await page.locator('.toast').getByRole('button', { name: 'Undo' }).click()
      await expect.poll(() => row.count()).toBe(0)
    } finally {
      await close()
    }
  })
})
