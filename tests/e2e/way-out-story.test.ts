/**
 * From an account that was cut off to one that may be closed, as a user walks it, in both languages: a plan, a second
 * one beside it, what Alipay shows, every requirement, the day of closing, and the watch after it.
 */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeProblems } from './harness/axe.ts'
import { go } from './harness/import-file.ts'
import { describeInBrowser } from './harness/in-browser.ts'
import { openApp } from './harness/open-app.ts'
import { type Fact, tellLedger } from './harness/tell-ledger.ts'

const TODAY = '2026-07-05'
const FACTS: readonly Fact[] = [
  ['addAccount', { kind: 'huabei', openedOn: '2024-01-01' }],
  [
    'addAccount',
    {
      kind: 'credit-purchase',
      id: 'js',
      lender: '江苏银行',
      status: 'frozen',
      openedOn: '2025-03-05',
      upgradedOn: '2025-03-05',
    },
  ],
  ['addPurchase', { account: 'js', amount: '300', orderedOn: '2026-06-08', postedOn: '2026-06-08', label: 'Shoes' }],
]
/** 1,200.00 in six parts at 9 %: 18.00 a part; settled now 2 × 18.00, kept to the end 6 × 18.00. */
const TWO_BANKS: readonly Fact[] = [
  ['addAccount', { kind: 'credit-purchase', id: 'nb', lender: '宁波银行', upgradedOn: '2025-03-05' }],
  [
    'addInstallments',
    { account: 'nb', origin: 'trade', principal: '1200', count: 6, feeRate: '9%', firstBill: '2026-08' },
  ],
]
const PAID: readonly Fact[] = [
  ['recordRepayment', { amount: '300', on: TODAY, split: [{ account: 'js', amount: '300', month: '2026-07' }] }],
]

const WORDS = {
  'zh-CN': {
    monthly: '每月还多少',
    save: '保存计划',
    anotherPlan: '新计划',
    follow: '照这个走',
    second: '计划2',
    blocked: /还不能关/,
    ready: '可以关了',
    cell: '已出账 利息',
    shown: '以支付宝为准',
    takeBack: '取消',
    quota: '支付宝显示已用额度0.00',
    copied: '抄好了',
    current: '记录是最新的',
    compared: '我刚和支付宝对过',
    confirm: '我已确认',
    send: '确认',
    tick: /^做完了/,
    done: '做完了',
    closed: '已经关好了',
    watched: '关好了，没有新的扣款',
    table: '表',
  },
  'en-US': {
    monthly: 'Each month',
    save: 'Save the plan',
    anotherPlan: 'New plan',
    follow: 'Follow this one',
    second: 'Plan 2',
    blocked: /Not yet/,
    ready: 'It can be closed',
    cell: 'Billed Interest',
    shown: 'Let Alipay count',
    takeBack: 'Take back',
    quota: 'Alipay shows a used quota of 0.00',
    copied: 'Copied',
    current: 'The records are current',
    compared: 'I have just compared with Alipay',
    confirm: 'Confirm',
    send: 'Confirm',
    tick: /^Done/,
    done: 'Done',
    closed: 'It is closed',
    watched: 'Closed, and nothing new since',
    table: 'Table',
  },
} as const
type Words = (typeof WORDS)['zh-CN'] | (typeof WORDS)['en-US']

const main = (page: Page) => page.locator('main')
const press = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true }).click()
const total = (page: Page) => main(page).locator('.quote-sum .total').first().innerText()
const shows = (page: Page, text: string | RegExp) => main(page).getByRole('heading', { name: text }).first().waitFor()

async function plans(page: Page, say: Words): Promise<void> {
  await go(page, '/plan')
  await main(page).getByRole('textbox', { name: say.monthly, exact: true }).fill('120')
  await expect.poll(() => main(page).locator('.versus .versus-day').innerText()).toBe('2026-10-10')
  await press(page, say.save)
  await press(page, say.anotherPlan)
  await main(page).locator(`.plan-tab[aria-current]`, { hasText: say.second }).waitFor()
  await main(page).locator('.slider').fill('350')
  await expect.poll(() => main(page).locator('.versus .versus-day').innerText()).toBe('2026-07-10')
  expect(await main(page).locator('.versus tbody tr').first().locator('td time').allInnerTexts()).toContain(
    '2026-10-10',
  )
  await press(page, say.save)
  await press(page, say.follow)
  await main(page).locator('.plan-tab[aria-current] .tag').waitFor()
}

/** A cell that Alipay shows otherwise counts at once, in the quote and above it, until it is taken back. */
async function shownQuote(page: Page, say: Words): Promise<void> {
  await go(page, '/closure')
  await shows(page, say.blocked)
  expect(await total(page)).toContain('300.00')
  await main(page).getByRole('textbox', { name: say.cell }).fill('0.5')
  await press(page, say.shown)
  await expect.poll(() => total(page)).toContain('300.50')
  await expect.poll(() => main(page).locator('.verdict-facts').innerText()).toContain('300.50')
  expect(await main(page).locator('.verdict-facts .ask .amount').innerText()).toBe('300.00')
  await press(page, say.takeBack)
  await expect.poll(() => total(page)).toContain('300.00')
}

const requirement = (page: Page, name: string) => main(page).locator('.requirements details', { hasText: name }).first()

async function meetRequirements(page: Page, say: Words): Promise<void> {
  await requirement(page, say.quota).locator('summary').click()
  await requirement(page, say.quota).locator('input').fill('0')
  await requirement(page, say.quota).getByRole('button', { name: say.copied }).click()
  await requirement(page, say.current).locator('summary').click()
  await requirement(page, say.current).getByRole('button', { name: say.compared }).click()
  for (let left = 5; left > 0; left--) {
    const open = main(page).locator('.requirements > li.is-unknown')
    await expect.poll(() => open.count()).toBe(left)
    await open.first().locator('summary').click()
    await open.first().getByRole('button', { name: say.confirm }).last().click()
    await page.locator('dialog').getByRole('textbox').fill('seen')
    await page.locator('dialog').getByRole('button', { name: say.send, exact: true }).click()
    await page.locator('dialog').waitFor({ state: 'detached' })
  }
  await shows(page, say.ready)
}

async function close(page: Page, say: Words): Promise<void> {
  await main(page).locator('.closing-day').getByRole('button', { name: say.tick }).first().click()
  await page.locator('dialog').getByRole('textbox').fill('300.00, 8705')
  await page.locator('dialog').getByRole('button', { name: say.done, exact: true }).click()
  await page.locator('dialog').waitFor({ state: 'detached' })
  await main(page).locator('.closing-day small', { hasText: '8705' }).waitFor()
  await press(page, say.closed)
  await shows(page, say.watched)
}

describeInBrowser('the way out', () => {
  test.each(['zh-CN', 'en-US'] as const)('%s', async (locale) => {
    const app = await openApp({ locale, today: TODAY })
    const { page } = app
    const say = WORDS[locale]
    try {
      await main(page).locator('h1').first().waitFor()
      await tellLedger(app.ledgerPath, TODAY, FACTS)
      await plans(page, say)
      await shownQuote(page, say)
      await tellLedger(app.ledgerPath, TODAY, PAID)
      await meetRequirements(page, say)
      await close(page, say)
    } finally {
      await app.close()
    }
  })

  test('what Alipay asks for settling decides what is cheapest, and the parts add up to the figure above', async () => {
    const app = await openApp({ locale: 'en-US', today: TODAY })
    const { page } = app
    const choice = () =>
      main(page).locator('section', { has: page.getByRole('heading', { name: 'Sooner, or cheaper' }) })
    try {
      await main(page).locator('h1').first().waitFor()
      await tellLedger(app.ledgerPath, TODAY, [...FACTS, ...TWO_BANKS])
      await go(page, '/closure')
      await expect.poll(() => choice().locator('tr', { hasText: 'cheapest' }).innerText()).toContain('Soonest')
      await main(page).getByRole('textbox', { name: 'Later Fees' }).last().fill('90')
      await main(page).getByRole('button', { name: 'Let Alipay count', exact: true }).last().click()
      await expect.poll(() => choice().locator('tr', { hasText: 'cheapest' }).innerText()).toContain('Part by part')
      expect(await choice().innerText()).toMatch(/costs ¥\s?18\.00 more than waiting/)
      expect((await main(page).locator('.verdict-part .amount').allInnerTexts()).toSorted()).toEqual([
        '1,326.00',
        '300.00',
      ])
      expect(await main(page).locator('.verdict-facts').innerText()).toContain('1,626.00')
      const step = main(page).locator('.steps li', { hasText: 'paying what Alipay shows' })
      expect(await step.locator('.number .amount').innerText()).toBe('1,326.00')
      expect(await axeProblems(page)).toEqual([])
    } finally {
      await app.close()
    }
  })

  test('alone or Huabei too: what each asks for stands side by side, and leads there', async () => {
    const app = await openApp({ locale: 'en-US', today: TODAY })
    const { page } = app
    const rows = () => main(page).locator('.ways tbody tr').allInnerTexts()
    try {
      await main(page).locator('h1').first().waitFor()
      await tellLedger(app.ledgerPath, TODAY, FACTS)
      await go(page, '/closure')
      await shows(page, /Not yet/)
      await expect.poll(async () => (await rows()).length).toBe(2)
      await tellLedger(app.ledgerPath, TODAY, [
        ['enterBill', { account: 'huabei', month: '2026-07', shown: '120' }],
        ['addAccount', { kind: 'borrow' }],
      ])
      await expect
        .poll(rows)
        .toEqual([
          expect.stringMatching(
            /^Credit Purchase alone[\s\S]*In the way: unpaid bills[\s\S]*300\.00[\s\S]*no fees or interest/,
          ),
          expect.stringMatching(/^Huabei with it[\s\S]*In the way: unpaid bills[\s\S]*420\.00/),
          expect.stringMatching(/^Borrow[\s\S]*Yours to confirm[\s\S]*0\.00/),
        ])
      expect(
        await main(page)
          .locator('section', { has: page.locator('.ways') })
          .innerText(),
      ).toMatch(/Huabei with it takes ¥\s?120\.00 more today/)
      expect(await axeProblems(page)).toEqual([])
      await press(page, 'Huabei with it')
      await expect.poll(() => main(page).locator('.ways [aria-current]').innerText()).toMatch(/^Huabei with it/)
      await expect.poll(() => main(page).locator('.verdict-facts').innerText()).toContain('420.00')
      await tellLedger(app.ledgerPath, TODAY, [
        ...PAID,
        ['recordClosing', { target: 'credit-purchase', to: 'closed', on: TODAY }],
      ])
      await expect.poll(async () => (await rows())[0]).toMatch(/Closed on 5 July/)
    } finally {
      await app.close()
    }
  })

  test('a ledger with Huabei alone opens on it, and compares it with nothing', async () => {
    const app = await openApp({ locale: 'en-US', today: TODAY })
    const { page } = app
    try {
      await main(page).locator('h1').first().waitFor()
      await tellLedger(app.ledgerPath, TODAY, FACTS.slice(0, 1))
      await go(page, '/closure')
      await expect.poll(() => main(page).locator('.verdict').innerText()).toContain('Huabei by itself is closed')
      expect(await main(page).locator('.ways').count()).toBe(0)
      expect(await main(page).locator('.steps').innerText()).not.toContain('Credit Purchase')
      expect(await axeProblems(page)).toEqual([])
    } finally {
      await app.close()
    }
  })

  test('one sum that Alipay shows is enough: its difference goes into one cell, and counts on both pages', async () => {
    const app = await openApp({ locale: 'en-US', today: TODAY })
    const { page } = app
    try {
      await main(page).locator('h1').first().waitFor()
      await tellLedger(app.ledgerPath, TODAY, FACTS)
      await go(page, '/closure')
      const sum = main(page).getByLabel('Alipay shows one total only')
      await sum.fill('301.66')
      const place = main(page).getByLabel('Cell for the difference')
      await place.selectOption('billed.interest')
      await expect
        .poll(() => main(page).locator('.shown-differs').innerText())
        .toMatch(/1 cell differs by\s*¥?\s?1\.66/)
      expect(await main(page).locator('.shown-cell.is-pinned input').inputValue()).toBe('1.66')
      expect(await axeProblems(page)).toEqual([])
      await press(page, 'Let Alipay count')
      await expect.poll(() => main(page).locator('.verdict-facts').innerText()).toContain('301.66')
      await expect.poll(() => sum.inputValue()).toBe('')
      await go(page, '/')
      await expect
        .poll(() => main(page).locator('.lead').innerText())
        .toMatch(/worked out[\s\S]*300\.00[\s\S]*by Alipay\s*¥?\s?1\.66 more/)
      await main(page).locator('.lead .ask-words').click()
      await expect.poll(() => page.locator('dialog tfoot').innerText()).toContain('301.66')
    } finally {
      await app.close()
    }
  })

  test('closed although something is open: what is open is said first, and Alipay counts', async () => {
    const app = await openApp({ locale: 'en-US', today: TODAY })
    const { page } = app
    try {
      await main(page).locator('h1').first().waitFor()
      await tellLedger(app.ledgerPath, TODAY, FACTS)
      await go(page, '/closure')
      await press(page, 'It is closed')
      const question = main(page).locator('.closing-record [role=alert]')
      expect(await question.innerText()).toMatch(/Everything billed is paid\s+300\.00/)
      expect(await axeProblems(page)).toEqual([])
      await press(page, 'Not yet')
      await question.waitFor({ state: 'detached' })
      await shows(page, /Not yet/)
      await press(page, 'It is closed')
      await press(page, 'Alipay says it is closed')
      await shows(page, 'Recorded as closed, yet something is unpaid')
      expect(await main(page).locator('.verdict').innerText()).toContain(
        '江苏银行 Credit Purchase, closed on 5 July 2026',
      )
      await main(page).locator('.call .ask').click()
      await expect.poll(() => page.locator('dialog').innerText()).toContain('300.00')
      await page.keyboard.press('Escape')
      await page.locator('dialog').waitFor({ state: 'detached' })
      expect(await axeProblems(page)).toEqual([])
      await press(page, 'Repay')
      await expect.poll(() => main(page).locator('h1').innerText()).toBe('Bills')
    } finally {
      await app.close()
    }
  })

  test('what is charged after the closing is shown with what to do', async () => {
    const app = await openApp({ today: '2026-08-10' })
    const { page } = app
    try {
      await main(page).locator('h1').first().waitFor()
      await tellLedger(app.ledgerPath, '2026-08-10', [
        ['addAccount', { kind: 'credit-purchase', id: 'js', lender: '江苏银行', openedOn: '2025-03-05' }],
        ['addPurchase', { account: 'js', amount: '30', orderedOn: '2026-08-03', postedOn: '2026-08-03' }],
        ['recordClosing', { target: 'credit-purchase', to: 'closed', on: '2026-07-25' }],
      ])
      await go(page, '/closure')
      await main(page).locator('.relapse-row').waitFor()
      expect(await main(page).locator('.relapse-row').allInnerTexts()).toHaveLength(1)
      expect(await main(page).locator('.relapse').innerText()).toContain('95188')
      expect(await axeProblems(page)).toEqual([])
    } finally {
      await app.close()
    }
  })
})

describeInBrowser('the palette and the keys', () => {
  test('pinyin initials, single keys and the list of them', async () => {
    const app = await openApp({ today: TODAY })
    const { page } = app
    try {
      await main(page).locator('h1').first().waitFor()
      await page.keyboard.press('Control+k')
      const items = page.locator('.palette-item')
      await page.locator('dialog').getByRole('combobox').fill('gb')
      await expect.poll(async () => (await items.allInnerTexts()).join()).toContain('去关闭')
      await page.locator('dialog').getByRole('combobox').fill('xyg')
      await expect.poll(async () => (await items.allInnerTexts()).join()).toContain('信用购能不能关')
      expect(await axeProblems(page)).toEqual([])
      await page.keyboard.press('Enter')
      await shows(page, /账本里没有这个账户/)
      await page.keyboard.press('?')
      await page.locator('dialog .shortcuts').waitFor()
      expect(await axeProblems(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('g')
      await page.keyboard.press('d')
      await expect.poll(() => main(page).locator('h1').innerText()).toBe('图表')
    } finally {
      await app.close()
    }
  })
})
