/** What no statement tells, entered by hand: a plan, a purchase that awaits receipt and a loan; the figures were worked out on paper. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeProblems } from './harness/axe.ts'
import { huaqing } from './harness/huaqing.ts'
import { go, settled } from './harness/import-file.ts'
import { describeInBrowser } from './harness/in-browser.ts'
import { openApp } from './harness/open-app.ts'
import { tellLedger } from './harness/tell-ledger.ts'

const TODAY = '2026-11-26'

const WORDS = {
  'zh-CN': {
    add: '记一笔',
    save: '记下',
    kind: '种类',
    plan: '分期',
    principal: '一共分了多少本金',
    count: '一共几期',
    paid: '已还几期',
    fee: '总费率',
    first: '第一期在哪个月的账单',
    spent: '花了多少',
    pending: '还没确认收货',
    refund: '退款',
    cameBack: '退了多少',
    refundOf: '退的是哪一笔',
    loan: '记一笔借款',
    borrowed: '借了多少',
    on: '哪天借的',
    daily: '日利率',
    repayDay: '每月还款日',
    coming: '还没出账，12月10日',
  },
  'en-US': {
    add: 'Add an entry',
    save: 'Record',
    kind: 'Kind',
    plan: 'installments',
    principal: 'Principal in installments',
    count: 'How many parts',
    paid: 'Parts paid already',
    fee: 'Fee in all',
    first: 'Bill with the first installment',
    spent: 'How much was spent',
    pending: 'Receipt is not confirmed yet',
    refund: 'refund',
    cameBack: 'How much came back',
    refundOf: 'The purchase it belongs to',
    loan: 'Enter a loan',
    borrowed: 'How much was borrowed',
    on: 'Day it was borrowed',
    daily: 'Daily rate',
    repayDay: 'Repay day of the month',
    coming: /Not issued yet and due .*10/,
  },
} as const

const dialogOf = (page: Page) => page.locator('dialog')

async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) await dialogOf(page).getByLabel(label).fill(value)
}

/** Sends the form with the key that everybody tries first. */
async function send(page: Page): Promise<void> {
  await page.keyboard.press('Enter')
  await dialogOf(page).waitFor({ state: 'detached' })
  await settled(page)
}

describeInBrowser('an entry by hand', () => {
  test.each(['zh-CN', 'en-US'] as const)('%s', { timeout: 120_000 }, async (locale) => {
    const words = WORDS[locale]
    const app = await openApp({ locale, today: TODAY, viewport: { width: 960, height: 640 } })
    const { page } = app
    try {
      await page.locator('main h1').first().waitFor()
      huaqing(app.ledgerPath, TODAY, ['account', 'add', '--kind', 'huabei', '--id', 'huabei'])
      huaqing(app.ledgerPath, TODAY, ['account', 'add', '--kind', 'borrow', '--id', 'borrow'])
      await go(page, '/entries')
      await page.getByRole('button', { name: words.add, exact: true }).click()
      await dialogOf(page).getByRole('button', { name: words.save }).click()
      await dialogOf(page).locator('.field-error').first().waitFor()
      expect(await axeProblems(page)).toEqual([])

      await dialogOf(page).getByLabel(words.kind).selectOption({ label: words.plan })
      await fill(page, { [words.count]: '12', [words.paid]: '3', [words.fee]: '8.8', [words.first]: '2026-09' })
      await dialogOf(page).getByRole('button', { name: words.save }).click()
      const problems = dialogOf(page).locator('.field-error')
      await expect.poll(() => problems.count()).toBe(1)
      await fill(page, { [words.principal]: '5999' })
      // Beside what has been put right nothing wrong is said, before it is sent again.
      await expect.poll(() => problems.count()).toBe(0)
      expect(await axeProblems(page)).toEqual([])
      await send(page)
      await page.locator('.entries').getByText('5,999.00').waitFor()

      await page.getByRole('button', { name: words.add, exact: true }).click()
      await dialogOf(page).getByLabel(words.pending).check()
      await fill(page, { [words.spent]: '100+28.45' })
      await send(page)
      await page.locator('.entries').getByText('128.45').waitFor()

      // What came back names its purchase, which is all that fits; that one is not received, so nothing owed changes.
      await page.getByRole('button', { name: words.add, exact: true }).click()
      await dialogOf(page).getByLabel(words.kind).selectOption({ label: words.refund })
      await fill(page, { [words.cameBack]: '28.45' })
      const purchases = dialogOf(page).getByLabel(words.refundOf)
      await expect.poll(() => purchases.locator('option').count()).toBe(2)
      await purchases.selectOption({ index: 1 })
      await expect.poll(() => purchases.locator('option:checked').innerText()).toMatch(/128\.45/)
      expect(await axeProblems(page)).toEqual([])
      // From a list as from a field.
      await purchases.focus()
      await send(page)
      const owed = huaqing(app.ledgerPath, TODAY, ['owed']) as {
        accounts: readonly { awaitingReceipt: string }[]
      }
      expect(owed.accounts.map(({ awaitingReceipt }) => awaitingReceipt)).toEqual(['100.00', '0.00'])

      // 5,999.00 and 527.91 in twelve: 499.91 and 43.99 each, what does not divide in the first one.
      await page.locator('.entries').getByText('5,999.00').click()
      await expect.poll(() => page.locator('.side').innerText()).toMatch(/544\s?\.01[\s\S]*543\s?\.90/)
      await go(page, '/accounts/borrow')
      await page.getByRole('button', { name: words.loan, exact: true }).click()
      await fill(page, { [words.on]: '2026-08-20', [words.daily]: '0.04', [words.repayDay]: '20' })
      await fill(page, { [words.count]: '12', [words.paid]: '3', [words.borrowed]: '10000' })
      expect(await axeProblems(page)).toEqual([])
      await send(page)
      // Eight parts of 899.75 and one of 899.80 are left; so are nine of 543.90, and what awaits receipt is not owed.
      await expect.poll(() => page.locator('.side .amount-answer').innerText()).toMatch(/8,097\s?\.80/)
      await go(page, '/accounts/huabei')
      await expect.poll(() => page.locator('.side .amount-answer').innerText()).toMatch(/4,895\s?\.10/)
      // 9 × 499.91 + 2 × 43.99 to settle the plan; 7,632.56 of the loan and six days of 0.04 % on it.
      await go(page, '/')
      await expect.poll(() => page.locator('.amount-hero').innerText()).toMatch(/12,238\s?\.05/)
      // The loan is due on 20 December; before it the bill that nobody has issued yet, with its installment.
      const coming = page.locator('dl.facts').filter({ hasText: words.coming })
      await expect.poll(() => coming.innerText()).toMatch(/543\.90/)
    } finally {
      await app.close()
    }
  })

  test('a purchase from before a closing is typed as any other; one from after it is refused in words', async () => {
    const app = await openApp({ locale: 'en-US', today: TODAY })
    const { page } = app
    const words = WORDS['en-US']
    try {
      await page.locator('main h1').first().waitFor()
      await tellLedger(app.ledgerPath, TODAY, [
        ['addAccount', { kind: 'huabei' }],
        ['addAccount', { kind: 'credit-purchase', id: 'js', lender: '江苏银行' }],
        ['recordClosing', { target: 'credit-purchase', to: 'closed', on: '2026-11-10' }],
      ])
      await go(page, '/entries')
      await page.getByRole('button', { name: words.add, exact: true }).click()
      await dialogOf(page).getByLabel('Account', { exact: true }).selectOption('js')
      await fill(page, { [words.spent]: '45.50', 'Day of the purchase': '2026-11-11' })
      await dialogOf(page).getByRole('button', { name: words.save }).click()
      await expect
        .poll(() => dialogOf(page).innerText())
        .toMatch(/江苏银行 Credit Purchase was closed on 10 November: a purchase of 11 November is none of it/)
      expect(await axeProblems(page)).toEqual([])
      await fill(page, { 'Day of the purchase': '2026-11-09' })
      await send(page)
      await page.locator('.entries').getByText('45.50').waitFor()
    } finally {
      await app.close()
    }
  })
})
