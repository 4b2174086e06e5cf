/**
 * The first hour, by keyboard alone, in both languages: from the first start to a bill that is paid, over a restart and
 * at twice the size. Every stop is looked at by axe, and a second bill is timed: it must be entered in ten seconds.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { removeFolder } from '../remove-folder.ts'
import { axeProblems } from './harness/axe.ts'
import { settled } from './harness/import-file.ts'
import { describeInBrowser } from './harness/in-browser.ts'
import { focusedName, tabTo } from './harness/keyboard.ts'
import { openApp } from './harness/open-app.ts'

const TODAY = '2026-07-05'

const LANGUAGES = [
  {
    locale: 'zh-CN',
    begin: /^记账单$/,
    save: /^记下，去记账单$/,
    amount: '账单金额',
    enter: /记下了：花呗2026年07月，1,283\.50/,
    bill: /打开花呗2026年07月账单/,
    repay: /^记一笔还款$/,
    paid: '这张还清了',
    nothing: '照现在的记录什么都不欠，还没核对',
  },
  {
    locale: 'en-US',
    begin: /^Enter bill$/,
    save: /^Save and enter a bill$/,
    amount: 'Amount of the bill',
    enter: /Entered: Huabei, July 2026, 1,283\.50/,
    bill: /Open the July 2026 bill of Huabei/,
    repay: /^Record a repayment$/,
    paid: 'This bill is paid',
    nothing: 'Nothing is owed by these records; not yet checked',
  },
] as const

type Words = (typeof LANGUAGES)[number]

/** Nothing but keys: a first account, then its bill with full-width digits and a sum. */
async function enterFirstBill(page: Page, words: Words): Promise<void> {
  await page.locator('main h1').first().waitFor()
  await tabTo(page, words.begin)
  await page.keyboard.press('Enter')
  await page.locator('dialog').waitFor()
  await tabTo(page, words.save)
  await page.keyboard.press('Enter')
  await page.getByLabel(words.amount).waitFor()
  await expect.poll(() => focusedName(page)).toBe(words.amount)
  await page.keyboard.insertText('１２８０．５＋３')
  await page.keyboard.press('Enter')
  await page.locator('.toast').getByText(words.enter).waitFor()
}

async function enterSecondBill(page: Page, words: Words): Promise<number> {
  const begun = performance.now()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('6')
  await page.keyboard.press('Tab')
  await page.keyboard.type('80')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('.bills tbody tr').count()).toBe(2)
  expect(await focusedName(page)).toBe(words.amount)
  return performance.now() - begun
}

describeInBrowser('the first hour', () => {
  test.each(LANGUAGES)('in $locale', { timeout: 120_000 }, async (words) => {
    const folder = mkdtempSync(join(tmpdir(), 'huaqing-hour-'))
    const ledgerPath = join(folder, 'ledger.huaqing')
    const found: string[] = []
    const open = () => openApp({ ledgerPath, today: TODAY, locale: words.locale })
    const first = await open()
    try {
      await enterFirstBill(first.page, words)
      found.push(...(await axeProblems(first.page)))
      expect(await enterSecondBill(first.page, words)).toBeLessThan(10_000)
      await first.page.keyboard.press('Escape')
      await first.page.locator('#page h1').focus()
      await first.page.keyboard.press('ControlOrMeta+z')
      await expect.poll(() => first.page.locator('.bills tbody tr').count()).toBe(1)
    } finally {
      await first.close()
    }
    const again = await open()
    const { page } = again
    try {
      await page.locator('main h1').first().waitFor()
      await page.keyboard.press('g')
      await page.keyboard.press('b')
      await settled(page)
      await tabTo(page, words.bill)
      await page.keyboard.press('Enter')
      await page.locator('.side .amount-answer').waitFor()
      await tabTo(page, words.repay)
      await page.keyboard.press('Enter')
      await page.locator('dialog').waitFor()
      found.push(...(await axeProblems(page)))
      await page.keyboard.press('Enter')
      await page.locator('.side').getByText(words.paid).waitFor()
      // The bill may be told as paid before the dialog is gone, which has all keys as long as it stands.
      await page.locator('dialog').waitFor({ state: 'detached' })
      await page.locator('#page h1').focus()
      await page.keyboard.press('g')
      await page.keyboard.press('t')
      await page.getByText(words.nothing).waitFor()
      found.push(...(await axeProblems(page)))
      expect(found).toEqual([])
    } finally {
      await again.close()
      removeFolder(folder)
    }
  })
})
