/** What a few letters reach, and what is heard of it: commands that open their form, and sentences that stand for a picture. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { go } from './harness/import-file.ts'
import { describeInBrowser } from './harness/in-browser.ts'
import { openApp } from './harness/open-app.ts'

const TODAY = '2026-09-05'

async function openSample() {
  const app = await openApp({ today: TODAY })
  await app.page.getByRole('button', { name: '打开示例' }).click()
  await app.page.locator('.amount-hero:not(.amount-unknown)').waitFor()
  return app
}

/** By the first letters of its pinyin, and Enter. */
async function command(page: Page, letters: string, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.locator('dialog').getByRole('combobox').fill(letters)
  const chosen = page.locator('.palette-item[aria-selected="true"]')
  await expect.poll(async () => (await page.locator('.palette-item').allInnerTexts()).join()).toContain(name)
  for (let tries = 0; (await chosen.innerText()) !== name && tries < 12; tries += 1)
    await page.keyboard.press('ArrowDown')
  expect(await chosen.innerText()).toBe(name)
  await page.keyboard.press('Enter')
}

describeInBrowser('a command', () => {
  test('opens the form that it names, and closing it leaves its page', async () => {
    const app = await openSample()
    const { page } = app
    try {
      for (const { letters, name, title, path } of [
        { letters: 'jybhk', name: '记一笔还款', title: '记一笔还款', path: '#/bills' },
        { letters: 'tyzzdb', name: '贴一张账单表', title: '贴进很多张账单', path: '#/bills' },
        { letters: 'jyclx', name: '记一次联系', title: '记一次联系', path: '#/case' },
      ]) {
        await command(page, letters, name)
        await page.getByRole('dialog', { name: title }).waitFor()
        await page.keyboard.press('Escape')
        await page.getByRole('dialog').waitFor({ state: 'detached' })
        await expect.poll(() => page.evaluate(() => location.hash)).toBe(path)
      }
    } finally {
      await app.close()
    }
  })
})

describeInBrowser('what is heard', () => {
  test('of a dial: the day and the cost, once it stands still', async () => {
    const app = await openSample()
    const { page } = app
    try {
      await go(page, '/plan')
      const said = page.locator('.answers > p[role="status"]')
      expect(await said.innerText()).toMatch(/^\d{4}年\d+月\d+日全部还清，期间利息和费用[\d,]+\.\d\d$/)
      await page.getByRole('textbox', { name: '每月还多少' }).fill('1')
      await expect.poll(() => said.innerText()).toBe('照这个计划还不完')
    } finally {
      await app.close()
    }
  })

  test('of due days: each counts once, however much is due on it; of a closing without a day: that there is none', async () => {
    const app = await openSample()
    const { page } = app
    try {
      await go(page, '/charts')
      const calendar = page.locator('main section.curve', { has: page.getByRole('heading', { name: '还款日历' }) })
      // A loan that is due and a bill that may still grow fall on one day: its sum is not told as certain.
      const both = calendar.locator('.due-day', { hasText: '907.90' })
      expect(await both.getAttribute('class')).toBe('due-day is-due is-foreseen')
      const said = await calendar.getByRole('img').getAttribute('aria-label')
      await calendar.getByRole('radio', { name: '表' }).click()
      const days = await calendar
        .locator('tbody time')
        .evaluateAll((all) => all.map((one) => one.getAttribute('datetime')))
      expect(days.length).toBeGreaterThan(new Set(days).size)
      expect(said).toBe(`${new Set(days).size}个还款日`)
      await page.getByRole('img', { name: '还差13件，最早哪天还没定' }).waitFor()
    } finally {
      await app.close()
    }
  })

  test('of an item that opens beside its list, where the focus stays', async () => {
    const app = await openSample()
    const { page } = app
    try {
      await go(page, '/bills')
      const said = page.locator('#page > p[role="status"]')
      expect(await said.innerText()).toBe('')
      const name = page.locator('.bills-name').first()
      await name.press('Enter')
      const title = await page.locator('.side-head h2').innerText()
      await expect.poll(() => said.innerText()).toBe(`在旁边打开了${title}`)
      await page.locator('.side-head button').click()
      await expect.poll(() => said.innerText()).toBe('')
    } finally {
      await app.close()
    }
  })
})

describeInBrowser('an amount that was typed', () => {
  test('is still there after another page, until it is entered', async () => {
    const app = await openSample()
    const { page } = app
    try {
      await go(page, '/bills')
      const amount = page.getByRole('textbox', { name: '账单金额' })
      await page.getByRole('textbox', { name: '账单月份' }).fill('三月')
      await amount.fill('12.5+3')
      await go(page, '/plan')
      await go(page, '/bills')
      expect(await amount.inputValue()).toBe('12.5+3')
      expect(await page.getByRole('textbox', { name: '账单月份' }).inputValue()).toBe('三月')
      await amount.press('Enter')
      await expect.poll(() => amount.inputValue()).toBe('')
      await go(page, '/plan')
      await go(page, '/bills')
      expect(await amount.inputValue()).toBe('')
    } finally {
      await app.close()
    }
  })
})
