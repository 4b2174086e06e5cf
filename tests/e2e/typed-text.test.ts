/**
 * The text of an editor that was not saved and is gone, published twice by one of the others: whatever is typed here and not
 * recorded yet is left by nothing but a word of the user.
 */
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { commitPreview, go, previewFile } from './harness/import-file.ts'
import { describeInBrowser } from './harness/in-browser.ts'
import { openApp } from './harness/open-app.ts'
import { tellLedger } from './harness/tell-ledger.ts'

const TODAY = '2026-07-05'

/** A ledger in which every form can be opened. */
async function openWithDebts() {
  const app = await openApp({ today: TODAY })
  const firstStart = app.page.locator('.amount-unknown').first()
  await firstStart.waitFor()
  await tellLedger(app.ledgerPath, TODAY, [
    ['addAccount', { kind: 'huabei', id: 'huabei' }],
    ['enterBill', { account: 'huabei', month: '2026-06', shown: '1000', paid: '0' }],
    ['enterBill', { account: 'huabei', month: '2026-07', shown: '1280', paid: '0' }],
    ['addPurchase', { account: 'huabei', amount: '99', orderedOn: TODAY, postedOn: TODAY, label: '耳机', id: 'p1' }],
    ['savePlan', { name: '慢一点', monthly: '500' }],
  ])
  // The page has noticed.
  await firstStart.waitFor({ state: 'detached' })
  return app
}

type Form = { readonly at: string; readonly open: (page: Page) => Promise<void>; readonly field: string }
const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()

/** Every form that lies over its page, and a field of it that takes text. */
const OVER: Readonly<Record<string, Form>> = {
  'a new entry': { at: '/entries', open: press(/^记一笔$/), field: '商家或说明' },
  'an entry put right': { at: '/entries/p1', open: press('改'), field: '备注' },
  'a bill put right': { at: '/bills/2026-07~huabei', open: press('改金额'), field: '账单金额' },
  'a table of bills': { at: '/bills', open: press('贴一张表'), field: '一行一张账单' },
  'a repayment': { at: '/bills/repay', open: async () => undefined, field: '还了多少' },
  'a new account': { at: '/accounts/new', open: async () => undefined, field: '自己起的名字' },
  'what is known of an account': { at: '/accounts/huabei', open: press('改资料'), field: '自己起的名字' },
  'the terms of an account': { at: '/accounts/huabei', open: press('改条款'), field: '出账日' },
  'a contact': { at: '/case', open: press('记一次联系'), field: '说了什么' },
  'the name of a plan': { at: '/plan', open: press('改名'), field: '名字' },
  'a confirmation of closing': {
    at: '/closure/huabei',
    open: async (page) => {
      for (const summary of await page.locator('.requirements summary').all()) await summary.click()
      await press(/^我已确认/)(page)
    },
    field: '记一句凭据',
  },
}

/** Every form that is part of its page. */
const IN_PAGE: Readonly<Record<string, Form>> = {
  'a bill': { at: '/bills', open: async () => undefined, field: '账单金额' },
  'a plan': { at: '/plan', open: async () => undefined, field: '每月还多少' },
  'the used quota, with its account': {
    at: '/accounts/huabei',
    open: async () => undefined,
    field: '支付宝现在显示的已用额度',
  },
  'the used quota, before closing': {
    at: '/closure/huabei',
    open: async (page) => {
      for (const summary of await page.locator('.requirements summary').all()) await summary.click()
    },
    field: '花呗的已用额度',
  },
  'what Alipay shows of what is owed': { at: '/case/amount', open: async () => undefined, field: '花呗 已出账待还' },
  'what comes in, and what is needed': { at: '/case/plan', open: async () => undefined, field: '每月必须花的' },
}

const TYPED = '78'

const hash = (page: Page): Promise<string> => page.evaluate(() => location.hash)

describeInBrowser('unsaved editor text lost', () => {
  test('a form over its page is left only when that is said', { timeout: 180_000 }, async () => {
    const { page, close } = await openWithDebts()
    try {
      for (const [name, form] of Object.entries(OVER)) await leaveOver(page, name, form)
    } finally {
      await close()
    }
  })

  test('a form in which nothing was typed, or that was sent, goes without a question', async () => {
    const { page, close } = await openWithDebts()
    try {
      await go(page, '/entries')
      await press(/^记一笔$/)(page)
      await page.keyboard.press('Escape')
      await page.locator('dialog').waitFor({ state: 'detached' })
      await press(/^记一笔$/)(page)
      await page.locator('dialog').getByLabel('花了多少').click()
      await page.keyboard.type('12')
      await page.keyboard.press('Enter')
      await page.locator('dialog').waitFor({ state: 'detached' })
      await go(page, '/accounts/new')
      await page.locator('dialog').getByLabel('哪一种').selectOption('borrow')
      await page.locator('dialog').getByLabel('自己起的名字').click()
      await page.keyboard.type('第二个')
      await page.keyboard.press('Enter')
      await page.locator('dialog').waitFor({ state: 'detached' })
      expect([await hash(page), await asksBeforeClosing(page)]).toEqual(['#/accounts/borrow', false])
    } finally {
      await close()
    }
  })

  test('a form of a page is there again on the way back and after a reload', { timeout: 180_000 }, async () => {
    const { page, close } = await openWithDebts()
    page.on('dialog', (dialog) => void dialog.accept())
    try {
      for (const [name, form] of Object.entries(IN_PAGE)) await comeBack(page, name, form)
    } finally {
      await close()
    }
  })

  test('the answer to a question of an import is there again, until the question is answered', async () => {
    const { page, close } = await openApp({ today: '2026-09-05' })
    try {
      await page.locator('main h1').first().waitFor()
      await previewFile(page, 'alipay-app-2026-gb18030.csv')
      await commitPreview(page)
      await go(page, '/import/reviews')
      const question = page.locator('.review').filter({ has: page.locator('input') })
      const field = question.first().locator('input').first()
      await field.click()
      await page.keyboard.press('Control+a')
      await page.keyboard.type(TYPED)
      await go(page, '/history')
      await go(page, '/import/reviews')
      expect([await field.inputValue(), await asksBeforeClosing(page)]).toEqual([TYPED, true])
    } finally {
      await close()
    }
  })

  test('what was recorded is no draft any more', async () => {
    const { page, close } = await openWithDebts()
    try {
      await go(page, '/closure/huabei')
      const cell = page.locator('.shown-cell input').first()
      await cell.click()
      await page.keyboard.type(TYPED)
      expect(await asksBeforeClosing(page)).toBe(true)
      await page.keyboard.press('Enter')
      await page.locator('.toast').first().waitFor()
      await expect.poll(() => asksBeforeClosing(page)).toBe(false)
      expect(await cell.inputValue()).toBe('78.00')
    } finally {
      await close()
    }
  })
})

async function leaveOver(page: Page, name: string, form: Form): Promise<void> {
  await go(page, '/')
  await go(page, form.at)
  await form.open(page)
  const dialog = page.locator('dialog[open]')
  const field = dialog.getByLabel(form.field).first()
  await typeInto(page, field)
  const place = await hash(page)
  const stays = async (how: string): Promise<void> => {
    await dialog.getByRole('alert').getByRole('button', { name: '接着填' }).click()
    expect([name, how, await field.inputValue(), await hash(page)]).toEqual([name, how, TYPED, place])
  }
  await page.keyboard.press('Escape')
  await stays('Escape')
  await dialog.getByRole('button', { name: '关上' }).click()
  await stays('the button that closes it')
  await page.mouse.click(5, 400)
  await stays('a press beside it')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '搜索或输入命令' }).fill('设置')
  await page.keyboard.press('Enter')
  await stays('a command')
  await page.evaluate(() => history.back())
  await stays('the way back')
  expect([name, await asksBeforeClosing(page)]).toEqual([name, true])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  // Closed is not yet gone: the browser closes it, and then hears of it.
  await page.locator('dialog').waitFor({ state: 'detached' })
  expect([name, await asksBeforeClosing(page)]).toEqual([name, false])
}

async function comeBack(page: Page, name: string, form: Form): Promise<void> {
  const field = page.locator('main').getByLabel(form.field, { exact: true }).first()
  const opened = async (): Promise<void> => {
    await go(page, form.at)
    await form.open(page)
    await field.waitFor()
  }
  await opened()
  const before = await field.inputValue()
  await typeInto(page, field)
  await go(page, '/history')
  expect([name, await asksBeforeClosing(page)]).toEqual([name, true])
  await opened()
  expect([name, await field.inputValue()]).toEqual([name, TYPED])
  await go(page, '/history')
  await page.reload()
  await page.locator('main h1').first().waitFor()
  await opened()
  expect([name, await field.inputValue(), await keptInTab(page)]).toEqual([name, TYPED, null])
  await field.fill(before)
  expect([name, await asksBeforeClosing(page)]).toEqual([name, false])
}

async function typeInto(page: Page, field: Locator): Promise<void> {
  await field.click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(TYPED)
}

/** What the page says when the window is to be closed. */
const asksBeforeClosing = (page: Page): Promise<boolean> =>
  page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })))

const keptInTab = (page: Page): Promise<string | null> => page.evaluate(() => sessionStorage.getItem('huaqing-typed'))
