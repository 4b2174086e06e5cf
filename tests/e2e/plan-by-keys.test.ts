/** The dials of a plan by the keyboard alone: nothing typed is dropped without a word, and what is shown is what is reckoned. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { huaqing } from './harness/huaqing.ts'
import { go } from './harness/import-file.ts'
import { describeInBrowser } from './harness/in-browser.ts'
import { openApp } from './harness/open-app.ts'

const TODAY = '2026-07-05'

/** Huabei 1,200.00 due on 10 July, 5,000.00 at 0.05 % a day due on the 20th, 3,000.00 without interest due on the 15th. */
async function openDebts() {
  const app = await openApp({ today: TODAY })
  const tell = (...args: string[]) => huaqing(app.ledgerPath, TODAY, args)
  tell('account', 'add', '--kind', 'huabei')
  tell('bill', 'add', 'huabei', '2026-07', '--amount', '1200')
  const other = (id: string, ...rest: string[]) =>
    tell('account', 'add', '--kind', 'other', '--id', id, '--name', ...rest)
  other('a', '同事', '--balance', '5000', '--interest', 'daily-simple', '--rate', '0.05%', '--due-day', '20')
  other('b', '哥哥', '--balance', '3000', '--interest', 'none', '--due-day', '15')
  // The page has noticed the last of them.
  await go(app.page, '/accounts')
  await app.page.locator('main').getByText('哥哥').first().waitFor()
  await go(app.page, '/plan')
  await app.page.locator('.dial').first().waitFor()
  return app
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLInputElement
    return at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent ?? ''
  })

async function tabTo(page: Page, name: string): Promise<void> {
  for (let tries = 0; tries < 90 && !(await focused(page)).includes(name); tries += 1) await page.keyboard.press('Tab')
  expect(await focused(page)).toContain(name)
}

const free = (page: Page) => page.locator('.answers table').first().locator('tbody tr')

describeInBrowser('a plan by the keyboard', () => {
  test('an own order is reckoned as it stands there, and moving an account up keeps the keyboard', async () => {
    const app = await openDebts()
    const { page } = app
    try {
      await tabTo(page, '每月还多少')
      await page.keyboard.type('2000')
      await tabTo(page, '哪天付')
      for (let day = 1; day <= 8; day += 1) await page.keyboard.press('ArrowDown')
      await tabTo(page, '利率最高的先还')
      for (let step = 1; step <= 2; step += 1) await page.keyboard.press('ArrowDown')
      expect(await focused(page)).toBe('自己排')
      expect(await page.locator('.own-order li span').allInnerTexts()).toEqual(['花呗', '同事', '哥哥'])
      // As it stands: the first money of 8 July goes to Huabei, so that the other two wait a month longer.
      await expect.poll(() => free(page).nth(1).innerText()).toMatch(/期间的利息和费用\s+126\.99/)
      await tabTo(page, '哥哥往前排')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
      expect(await focused(page)).toContain('哥哥往前排')
      expect(await page.locator('.own-order li span').allInnerTexts()).toEqual(['哥哥', '花呗', '同事'])
    } finally {
      await app.close()
    }
  })

  test('a line begins where it is added, says that it is not complete, and stays when the plan is saved', async () => {
    const app = await openDebts()
    const { page } = app
    try {
      await tabTo(page, '每月还多少')
      await page.keyboard.type('2000')
      await tabTo(page, '加一项有几个月会多的钱')
      await page.keyboard.press('Enter')
      expect(await focused(page)).toBe('每月多')
      await page.keyboard.type('500')
      await page.keyboard.press('Tab')
      await page.keyboard.type('2026-11')
      await page.keyboard.press('Tab')
      await page.keyboard.type('2026-09')
      const line = page.locator('.dial-line')
      await expect.poll(() => line.innerText()).toContain('比开始的月份还早')
      expect(await line.innerText()).toContain('这一行还没填完，没算进去')
      await tabTo(page, '保存计划')
      await page.keyboard.press('Enter')
      await page.getByText('「我的计划」保存好了').waitFor()
      expect(await line.locator('input').first().inputValue()).toBe('500')
      await line.locator('input').nth(2).fill('2026-12')
      await expect.poll(() => line.innerText()).not.toContain('没算进去')
    } finally {
      await app.close()
    }
  })

  test('while an amount cannot be read, everything on the screen is of one plan, and saving says why not', async () => {
    const app = await openDebts()
    const { page } = app
    try {
      const amount = page.getByRole('textbox', { name: '每月还多少' })
      await amount.fill('2000')
      await amount.press('End')
      // At once: the answer that comes after the pause is of the same plan as the one that follows each key.
      await page.keyboard.insertText('块钱呢')
      const day = async () => (await free(page).first().innerText()).match(/\d{4}-\d\d-\d\d/)?.[0]
      const said = page.locator('.answers > p[role="status"]')
      await expect.poll(day).toBe('2026-11-15')
      await expect.poll(() => said.innerText()).toMatch(/^2026年11月15日全部还清/)
      await page.getByRole('button', { name: '保存计划' }).hover()
      expect(await page.getByRole('button', { name: '保存计划' }).innerText()).toContain('保存计划')
      await page.getByRole('button', { name: '每月的钱还看不懂，先改好' }).waitFor()
    } finally {
      await app.close()
    }
  })
})
