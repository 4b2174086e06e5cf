/** After a statement was imported: what a press without reading must not do, and what is not shown where amounts are hidden. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { huaqing } from './harness/huaqing.ts'
import { FIXTURES, go, previewFile } from './harness/import-file.ts'
import { describeInBrowser } from './harness/in-browser.ts'
import { openApp } from './harness/open-app.ts'

const TODAY = '2026-09-05'

async function openImported() {
  const app = await openApp({ today: TODAY })
  await app.page.locator('main h1').first().waitFor()
  huaqing(app.ledgerPath, TODAY, ['import', `${FIXTURES}/alipay-app-2026-gb18030.csv`])
  await app.page.locator('.amount-hero:not(.amount-unknown)').waitFor()
  return app
}

describeInBrowser('questions of an import', () => {
  test('a refund is not linked to another shop’s purchase by a press alone', async () => {
    const app = await openApp({ today: TODAY })
    const { page } = app
    try {
      await page.getByRole('button', { name: '打开示例' }).click()
      await page.locator('.amount-hero:not(.amount-unknown)').waitFor()
      await go(page, '/import/reviews')
      const question = page.locator('.review', { hasText: '公交卡充值' }).filter({ hasText: '退的是哪一笔' })
      const pick = question.getByRole('combobox')
      expect(await pick.locator('option:checked').innerText()).toBe('没有同一家店的消费，请选一笔')
      const before = await page.locator('.review').count()
      const done = question.getByRole('button', { name: '就这样' })
      // It stays reachable and says why, so a hand can press it all the same.
      await done.click({ force: true })
      expect(await done.getAttribute('aria-disabled')).toBe('true')
      expect(await page.locator('.review').count()).toBe(before)
      await pick.selectOption({ label: '都不是，单独入账' })
      await done.click()
      await expect.poll(() => page.locator('.review').count()).toBe(before - 1)
    } finally {
      await app.close()
    }
  })

  test('with amounts hidden the parts of a repayment are seen by none but who goes into them', async () => {
    const app = await openImported()
    const { page } = app
    try {
      await page.keyboard.press('x')
      await go(page, '/import/reviews')
      const part = page.getByRole('textbox', { name: /^花呗 7月$/ })
      const seenOf = (field: Locator) =>
        field.evaluate((input) => {
          const veil = input.parentElement!.querySelector<HTMLElement>('.veil')
          if (Number(getComputedStyle(input).opacity) > 0) return 'the amount'
          return veil?.checkVisibility() ? veil.innerText : 'nothing'
        })
      expect(await part.inputValue()).toMatch(/^\d+\.\d\d$/)
      // As many dots whatever the amount is.
      expect(await seenOf(part)).toBe('••••••')
      await part.focus()
      expect(await seenOf(part)).toBe('the amount')
      expect(await part.locator('xpath=..').locator('.veil').isVisible()).toBe(false)
      // A form that opens in the field of an amount shows it to nobody before that field is pressed or typed in.
      await go(page, '/bills')
      await page.locator('.bills tbody tr').nth(1).click()
      await page.getByRole('button', { name: '记一笔还款' }).first().click()
      const amount = page.locator('dialog').getByLabel('还了多少')
      await amount.waitFor()
      expect(await amount.evaluate((field) => field === document.activeElement)).toBe(true)
      expect(await seenOf(amount)).toBe('••••••')
      await page.keyboard.press('End')
      await page.keyboard.type('+1')
      expect(await seenOf(amount)).toBe('the amount')
    } finally {
      await app.close()
    }
  })

  test('what was just said tells no amount once amounts are hidden, and keeps its way back', async () => {
    const app = await openImported()
    const { page } = app
    try {
      await go(page, '/bills')
      await page.getByLabel('账单金额').fill('1234.56')
      await page.keyboard.press('Enter')
      const toast = page.locator('.toast')
      await toast.getByText('1,234.56').waitFor()
      await page.locator('#page h1').focus()
      await page.keyboard.press('x')
      await expect.poll(() => toast.innerText()).not.toContain('1,234.56')
      await toast.getByRole('button', { name: /^撤销/ }).waitFor()
    } finally {
      await app.close()
    }
  })

  test('a part that cannot be read is no nothing, however well the others add up', async () => {
    const app = await openImported()
    const { page } = app
    try {
      await go(page, '/import/reviews')
      const form = page
        .locator('.review-form')
        .filter({ has: page.getByRole('button', { name: '就按这个拆' }) })
        .first()
      const [one, other] = [form.getByRole('textbox').first(), form.getByRole('textbox').nth(1)]
      const amounts = await form
        .getByRole('textbox')
        .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))
      const use = form.getByRole('button', { name: '就按这个拆' })
      await one.fill('一百多')
      await other.fill(`${amounts[0]}+${amounts[1]}`)
      await form.getByRole('status').getByText('有一格认不出是多少钱').waitFor()
      expect(await use.getAttribute('aria-disabled')).toBe('true')
      await one.fill('')
      await form.getByRole('status').getByText('正好是').waitFor()
      expect(await use.getAttribute('aria-disabled')).not.toBe('true')
    } finally {
      await app.close()
    }
  })

  test('accounts stand everywhere in the order in which Alipay shows them', async () => {
    const app = await openImported()
    const { page } = app
    try {
      await go(page, '/accounts')
      const names = page.locator('.grid-table tbody a')
      await expect.poll(() => names.count()).toBe(5)
      const order = await names.allInnerTexts()
      expect([order.at(0), order.at(-1)]).toEqual(['花呗', '借呗'])
      await go(page, '/')
      await expect.poll(() => page.locator('.facts dt.in').first().innerText()).toBe('花呗')
    } finally {
      await app.close()
    }
  })

  test('what another lender was repaid is offered to the debt kept here, never to Huabei first', async () => {
    const app = await openApp({ today: '2025-12-01' })
    const { page } = app
    try {
      await page.locator('main h1').first().waitFor()
      const add = (...told: string[]) => huaqing(app.ledgerPath, '2025-12-01', ['account', 'add', ...told])
      add('--kind', 'huabei')
      add('--kind', 'other', '--id', 'baitiao', '--name', '白条', '--balance', '300')
      await previewFile(page, 'jd-2025.csv')
      const repaid = page.locator('.import-rows tr', { hasText: '102.83' })
      await repaid.hover()
      await repaid.getByRole('button', { name: '记到账户' }).click()
      const form = page.locator('.import-take')
      await expect.poll(() => form.getByRole('combobox').last().inputValue()).toBe('baitiao')
      expect(await form.getByRole('combobox').first().inputValue()).toBe('repayment')
    } finally {
      await app.close()
    }
  })

  test('a file that lacks rows says so above, though no row needs an answer', async () => {
    const app = await openApp({ today: TODAY })
    const { page } = app
    try {
      await page.locator('main h1').first().waitFor()
      const all = new TextDecoder('gb18030').decode(readFileSync(join(FIXTURES, 'alipay-app-2026-gb18030.csv')))
      const lines = all.split('\n')
      const head = lines.slice(0, 1 + lines.findIndex((line) => line.startsWith('交易时间')))
      const bought = lines.find((line) => line.includes('平安银行信用购,')) ?? ''
      const cut = join(app.scratch, 'cut.csv')
      writeFileSync(cut, `\ufeff${[...head, bought].join('\n')}\n`)
      await previewFile(page, cut)
      expect(await page.locator('.import-answer').innerText()).toBe('没有要你答的，先看下面的提醒')
      await page.locator('.call', { hasText: '79' }).waitFor()
    } finally {
      await app.close()
    }
  })
})
