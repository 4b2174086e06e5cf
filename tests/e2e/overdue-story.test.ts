/** Somebody is overdue and hurries: the form knows what was paid, too much is said, and a copied 0.00 wipes nothing. */
import { expect, test } from 'vitest'
import { go } from './harness/import-file.ts'
import { describeInBrowser } from './harness/in-browser.ts'
import { openApp } from './harness/open-app.ts'
import { type Fact, tellLedger } from './harness/tell-ledger.ts'

const TODAY = '2026-07-05'

async function openOverdue() {
  const app = await openApp({ today: TODAY })
  await app.page.locator('main h1').first().waitFor()
  await tellLedger(app.ledgerPath, TODAY, [
    ['addAccount', { kind: 'huabei', id: 'huabei' }],
    ['enterBill', { account: 'huabei', month: '2026-06', shown: '1000' }],
  ])
  await app.page.getByRole('heading', { name: '花呗逾期25天' }).waitFor()
  return app
}

describeInBrowser('an overdue bill', () => {
  test('is not told that a minimum would do: after its due day only all of it does', async () => {
    const { page, ledgerPath, close } = await openOverdue()
    try {
      await go(page, '/bills')
      await page.locator('.bills tbody tr').first().click()
      const side = page.locator('.side')
      await side.getByText('6月10日到期，已经逾期25天').waitFor()
      expect(await side.innerText()).not.toContain('最低')
      // What came after the bill stands below its total, not among the lines that add up to it.
      const lines = await side.locator('.bill-facts').first().innerText()
      expect(lines.replace(/\s+/g, ' ')).toMatch(/1,000\.00 支付宝账单页 照\D*1,000\.00 怎么来的 逾期费 12\.50$/)
      // 15 days of 0.50 are paid first: 500 leave 507.50 of the principal, which then costs 0.25 a day for 10 days.
      await tellLedger(ledgerPath, TODAY, [
        [
          'recordRepayment',
          { amount: '500', on: '2026-06-25', split: [{ account: 'huabei', amount: '500', month: '2026-06' }] },
        ],
      ])
      await expect.poll(() => side.innerText()).toMatch(/6月25日还款\s+500\.00\s+其中付的是逾期费\s+7\.50/)
      expect(await side.locator('.amount-answer').innerText()).toContain('510.00')
    } finally {
      await close()
    }
  })

  test('“I paid it” knows the bill, the amount and the day; more than is owed is said before and after', async () => {
    const { page, ledgerPath, close } = await openOverdue()
    try {
      await page.getByRole('button', { name: '我付了，记下' }).click()
      const dialog = page.locator('dialog')
      const amount = dialog.getByLabel('还了多少')
      await expect.poll(() => amount.inputValue()).toBe('1012.50')
      expect([
        await dialog.getByLabel('哪天还的').inputValue(),
        await dialog.getByLabel('哪张账单').inputValue(),
      ]).toEqual([TODAY, '2026-06'])
      // 0.50 a day from 11 June: on another day it asked for less, and what was typed by hand stays.
      for (const [day, asked] of [
        ['6-20', '1005.00'],
        ['6-8', '1000.00'],
        ['6-30', '1010.00'],
      ] as const) {
        await dialog.getByLabel('哪天还的').fill(day)
        await expect.poll(() => amount.inputValue()).toBe(asked)
      }
      await dialog.getByLabel('哪天还的').fill(TODAY)
      await expect.poll(() => amount.inputValue()).toBe('1012.50')
      await amount.fill('1500')
      await dialog.getByText('比欠的多487.50').waitFor()
      await dialog.getByLabel('哪天还的').fill('6-20')
      await dialog.getByText('比欠的多495.00').waitFor()
      expect(await amount.inputValue()).toBe('1500')
      await dialog.getByLabel('哪天还的').fill(TODAY)
      await dialog.getByText('比欠的多487.50').waitFor()
      await dialog.getByRole('button', { name: '记下还款' }).click()
      await page.locator('.toast').getByText('其中487.50比欠的多').waitFor()
      await page.keyboard.press('ControlOrMeta+z')
      await go(page, '/')
      await page.getByRole('button', { name: '我付了，记下' }).click()
      await dialog.getByRole('button', { name: '记下还款' }).click()
      await dialog.waitFor({ state: 'detached' })
      await page.getByText('照现在的记录什么都不欠，还没核对').waitFor()
      await tellLedger(ledgerPath, TODAY, [
        ['changeTerms', { account: 'huabei', from: '2020-01-01', set: { statementDay: 1, dueDay: 10 } }],
      ])
      await page.getByText('现在什么都不欠').waitFor()
    } finally {
      await close()
    }
  })

  test('a plan says what becomes of it, and that it may be paid off bit by bit', async () => {
    const { page, close } = await openOverdue()
    try {
      await go(page, '/plan')
      await page.getByRole('textbox', { name: '每月还多少' }).fill('300')
      const said = page.locator('.plan-debts').first()
      await expect
        .poll(async () => (await said.innerText()).replace(/\s/g, ''))
        .toBe('花呗6月10日到期的逾期¥1,012.50，只还得上¥300.00：剩下的继续逾期，每天收费')
      await page.getByLabel('想在哪天前还清').fill('2026-12-31')
      await page.locator('.goal').getByText('其中逾期的1,012.50马上就要还').waitFor()
    } finally {
      await close()
    }
  })

  test('the letter to the service is hidden and not copied while amounts are, and both again once they are shown', async () => {
    const { page, close } = await openOverdue()
    try {
      await go(page, '/case/plan')
      await page.getByLabel('每月到手').fill('300')
      await page.getByLabel('每月必须花的').fill('100')
      await page.getByLabel('每月必须花的').press('Enter')
      const letter = page.locator('.case-letter')
      const copy = page.getByRole('button', { name: '复制这封信' })
      expect(await letter.innerText()).toContain('1012.50元')
      expect(await copy.getAttribute('aria-disabled')).toBeNull()
      await page.locator('main h1').focus()
      await page.keyboard.press('x')
      await letter.waitFor({ state: 'detached' })
      expect(await copy.getAttribute('title')).toBe('金额隐藏着，先显示')
      await page.keyboard.press('x')
      await letter.waitFor()
    } finally {
      await close()
    }
  })

  test('entered again as 0.00 it is asked about: paid, or no bill at all', async () => {
    const { page, close } = await openOverdue()
    try {
      await go(page, '/bills')
      await page.getByLabel('账单月份').fill('2026-06')
      await page.getByLabel('账单金额').fill('0')
      await page.getByLabel('账单金额').press('Enter')
      await page.getByText('2026年06月账单还差1,012.50').waitFor()
      expect(await page.locator('.bills tbody tr').first().innerText()).toContain('1,012.50')
      await page.getByRole('button', { name: '已经还了，记还款' }).click()
      await expect.poll(() => page.locator('dialog').getByLabel('还了多少').inputValue()).toBe('1012.50')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: '没有这张账单，换成0.00' }).click()
      await expect.poll(() => page.locator('.bills tbody tr').first().innerText()).toContain('还清')
    } finally {
      await close()
    }
  })

  test('several of one account are told apart on Today, by eye and by name, also when one of them goes', async () => {
    const app = await openApp({ today: TODAY })
    const { page, ledgerPath } = app
    const months = ['2026-01', '2026-02', '2026-03']
    const rows = page
      .getByRole('region', { name: '今天和接下来' })
      .getByRole('listitem')
      .filter({ hasText: '先还清它' })
    const told = async () => (await rows.allInnerTexts()).map((text) => /\d{4}年\d\d月/.exec(text)?.[0])
    try {
      await page.locator('main h1').first().waitFor()
      await tellLedger(ledgerPath, TODAY, [
        ['addAccount', { kind: 'huabei', id: 'huabei', openedOn: '2025-12-01' }],
        ...months.map((month): Fact => ['enterBill', { account: 'huabei', month, shown: '100' }]),
      ])
      await expect.poll(told).toEqual(['2026年01月', '2026年02月', '2026年03月'])
      const names = await rows.getByRole('button').evaluateAll((all) => all.map((one) => one.textContent))
      expect([names.length, new Set(names).size]).toEqual([6, 6])
      await tellLedger(ledgerPath, TODAY, [
        [
          'recordRepayment',
          { amount: '150', on: TODAY, split: [{ account: 'huabei', amount: '150', month: '2026-02' }] },
        ],
      ])
      await expect.poll(told).toEqual(['2026年01月', '2026年03月'])
    } finally {
      await app.close()
    }
  })
})
