/** What the pages say is what the command line says of the same ledger: owed, plan, closing; and every figure answers. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems } from './harness/axe.ts'
import { chromiumPath } from './harness/chromium.ts'
import { huaqing } from './harness/huaqing.ts'
import { FIXTURES, go } from './harness/import-file.ts'
import { describeInBrowser } from './harness/in-browser.ts'
import { openApp } from './harness/open-app.ts'
import type { OpenedApp } from './harness/open-page.ts'
import { type Fact, tellLedger } from './harness/tell-ledger.ts'

const TODAY = '2026-09-05'

const digits = (text: string) => text.replace(/[^\d.−-]/g, '').replace('−', '-')
const textOf = async (page: Page, selector: string) => page.locator(selector).first().innerText()

describeInBrowser('figures on the pages', () => {
  let app: OpenedApp

  beforeAll(async () => {
    if (chromiumPath === null) return
    app = await openApp({ today: TODAY })
    await app.page.locator('main h1').first().waitFor()
    huaqing(app.ledgerPath, TODAY, ['import', join(FIXTURES, 'alipay-app-2026-gb18030.csv')])
    await app.page.locator('.amount-hero:not(.amount-unknown)').waitFor()
  })
  afterAll(() => app?.close())

  const cli = (...args: string[]) => huaqing(app.ledgerPath, TODAY, args)

  test('today: what is owed on schedule, and the lines behind what settles it', async () => {
    await go(app.page, '/')
    const hero = digits(await textOf(app.page, '.amount-hero'))
    const { total } = cli('owed') as { total: string }
    expect(digits(await app.page.locator('.lead').innerText())).toContain(total)
    await app.page.getByRole('button', { name: '怎么来的' }).first().click()
    const dialog = app.page.locator('dialog')
    await dialog.locator('tfoot .amount').waitFor()
    expect(digits(await dialog.locator('tfoot .amount').innerText())).toBe(hero)
    await app.page.keyboard.press('Escape')
  })

  test('closing: a figure is asked about with the press, once, and told when the hand is off it', async () => {
    const { page } = app
    await go(page, '/closure')
    const asked: string[] = []
    const note = (request: Request): void => {
      const said = request.postData() ?? ''
      if (said.includes('"method":"explain"')) asked.push(said)
    }
    page.on('request', note)
    const figure = page.locator('#page button.ask').first()
    await figure.hover()
    await page.mouse.down()
    await expect.poll(() => asked.length).toBe(1)
    expect(await page.locator('dialog').count()).toBe(0)
    await page.mouse.up()
    await page.locator('dialog tfoot .amount').waitFor()
    expect(asked).toHaveLength(1)
    page.off('request', note)
    await page.keyboard.press('Escape')
  })

  test('plan: the day and the cost of a monthly amount', async () => {
    await go(app.page, '/plan')
    await app.page.getByRole('textbox', { name: '每月还多少' }).fill('800')
    const day = app.page.locator('.versus time').first()
    await expect.poll(() => app.page.locator('.chart').getAttribute('aria-label')).toContain('为零')
    await app.page.getByRole('radio', { name: '表' }).click()
    await expect.poll(() => app.page.locator('.curve-table tbody tr').count()).toBeGreaterThan(3)
    await app.page.getByRole('button', { name: '保存计划' }).click()
    await app.page.getByText('保存好了').waitFor()
    const projected = cli('project') as { freeOn: string }
    await expect.poll(() => day.innerText()).toBe(projected.freeOn)
  })

  test('plan: payment by payment, each explained by the plan on the screen, also before it is saved', async () => {
    const { page } = app
    await go(page, '/plan')
    await page.getByRole('textbox', { name: '每月还多少' }).fill('500')
    await page.getByRole('button', { name: '打开看' }).click()
    const payments = page.getByRole('region', { name: '按笔看' })
    type Projected = { events: { what: string; amount: string; balance: string }[] }
    const plan = join(app.scratch, 'plan.json')
    writeFileSync(plan, JSON.stringify({ monthly: '500' }))
    const { events } = cli('project', '--plan', plan) as Projected
    const moves = events.filter(({ what }) => what !== 'statement' && what !== 'due')
    const table = payments.locator('table')
    await expect.poll(() => table.getAttribute('aria-rowcount')).toBe(String(moves.length + 1))
    const first = payments.locator('tbody tr:not(.payments-gap)').first()
    const shown = async (at: number) => digits(await first.locator('td').nth(at).innerText())
    expect([await shown(3), await shown(4)]).toEqual([moves[0]!.amount, moves[0]!.balance])
    expect((await askEach(first)).map(([, sum]) => sum)).toEqual([moves[0]!.amount, moves[0]!.balance])
    const below = await page.evaluate(
      () => document.documentElement.scrollHeight - document.querySelector('.app')!.clientHeight,
    )
    expect(below).toBe(0)
  })

  /** Opens each figure that can be asked in there with the keyboard: what stood on the page, and what its lines sum to or which day answers. */
  const askEach = async (within: Locator): Promise<readonly (readonly [shown: string, sum: string])[]> => {
    const { page } = app
    const asked: [string, string][] = []
    for (const figure of await within.getByRole('button', { name: '怎么来的' }).all()) {
      const shown = digits(await figure.innerText())
      await figure.focus()
      await page.keyboard.press('Enter')
      const total = page.locator('dialog tfoot .amount')
      await total.waitFor()
      const day = page.locator('dialog .answer-day time')
      const isDay = (await day.count()) > 0
      asked.push([shown, isDay ? ((await day.getAttribute('datetime')) ?? '') : digits(await total.innerText())])
      if (asked.length === 1) expect(await axeProblems(page)).toEqual([])
      await page.keyboard.press('Escape')
      await total.waitFor({ state: 'detached' })
    }
    return asked
  }

  test('plan: what it costs and pays, beside the minimums, its goal and each account, is the sum of its lines', async () => {
    const { page } = app
    await go(page, '/plan')
    await page.getByRole('textbox', { name: '每月还多少' }).fill('800')
    await page.getByRole('textbox', { name: '想在哪天前还清' }).fill('2027-08-31')
    await page.locator('.goal .amount').waitFor()
    for (const row of ['期间的利息和费用', '一共付出']) {
      const figures = await askEach(page.locator('.versus tr').filter({ hasText: row }))
      expect(figures.length).toBeGreaterThan(1)
      for (const [shown, sum] of figures) expect([row, sum]).toEqual([row, shown])
    }
    const days = await askEach(page.locator('.versus tr').filter({ hasText: '全部还清的日子' }))
    expect(days.map(([, day]) => day)).toEqual(days.map(([shown]) => shown))
    expect(days.length).toBeGreaterThan(1)
    const [goal] = await askEach(page.locator('.goal'))
    expect(goal?.[1]).toBe(goal?.[0])
    const accounts = await askEach(page.getByRole('region', { name: '每个账户' }).locator('tbody tr').first())
    expect(accounts.map(([, sum]) => sum)).toEqual(accounts.map(([shown]) => shown))
    expect(accounts).toHaveLength(3)
  })

  test('today, an account, bills and the case: what stands there is the sum of its lines, and a day answers with itself', async () => {
    const { page } = app
    for (const [path, region, least] of [
      ['/', '下一个还款日', 2],
      ['/accounts/huabei', '欠款分解', 3],
      ['/case/amount', '花呗', 1],
      ['/case/channels', '接下来从哪里扣', 1],
    ] as const) {
      await go(page, path)
      const part = page.getByRole('region', { name: region, exact: true })
      await part.locator('.ask').first().waitFor()
      const figures = await askEach(part)
      expect([path, figures.map(([, sum]) => sum)]).toEqual([path, figures.map(([shown]) => shown)])
      expect([path, figures.length >= least]).toEqual([path, true])
    }
    await go(page, '/')
    const [end] = await askEach(page.locator('.lead-end .answer-day'))
    expect(end?.[1]).toBe(await page.locator('.lead-end .answer-day time').getAttribute('datetime'))
  })

  test('settle or wait: what each day takes, costs and saves is the sum of its lines', async () => {
    const { page } = app
    await go(page, '/plan')
    const wait = page.locator('table').filter({ hasText: '今天结清' }).first()
    await wait.waitFor()
    const figures = await askEach(wait)
    expect(figures.length).toBeGreaterThan(3)
    expect(figures.map(([, sum]) => sum)).toEqual(figures.map(([shown]) => shown))
  })

  test('charts: the total of a month in the table is the sum of its lines', async () => {
    const { page } = app
    await go(page, '/charts')
    for (const [title, least] of [
      ['账单按月', 1],
      ['利息和费用按月', 3],
    ] as const) {
      const chart = page.locator('section.curve').filter({ has: page.getByRole('heading', { name: title }) })
      await chart.getByRole('radio', { name: '表' }).click()
      const figures = await askEach(
        chart
          .locator('tbody tr')
          .filter({ has: page.locator('.ask') })
          .first(),
      )
      expect([title, figures.map(([, sum]) => sum)]).toEqual([title, figures.map(([shown]) => shown)])
      // Of the costs the parts and the running sum as well.
      expect(figures.length).toBeGreaterThanOrEqual(least)
    }
    const quota = await askEach(page.locator('.quota-line').first())
    expect(quota.map(([, sum]) => sum)).toEqual(quota.map(([shown]) => shown))
    expect(quota).toHaveLength(1)
  })

  test('plan: what one change brings and the figures of a month are the sums of their lines', async () => {
    const { page } = app
    await go(page, '/plan')
    await page.getByRole('textbox', { name: '每月还多少' }).fill('800')
    const changes = page.getByRole('region', { name: '改一件事，会怎样' })
    await page.getByRole('button', { name: '打开看' }).click()
    await page.getByRole('radio', { name: '按月看' }).click()
    const month = page.getByRole('region', { name: '照这个计划，一笔一笔' }).locator('tbody tr').first()
    for (const part of [changes.locator('tbody tr').first(), month]) {
      const figures = await askEach(part)
      expect(figures.map(([, sum]) => sum)).toEqual(figures.map(([shown]) => shown))
      expect(figures.length).toBeGreaterThan(0)
    }
  })

  test('plan: the user chooses which plans stand beside it, three at most', async () => {
    const { page } = app
    const saved = ['a', 'b', 'c', 'd'].map((name): Fact => ['savePlan', { name, monthly: '400' }])
    await tellLedger(app.ledgerPath, TODAY, saved)
    await go(page, '/plan')
    const heads = () => page.locator('.versus thead th').allInnerTexts()
    await expect.poll(heads).toEqual(['我的计划', 'a', 'b', 'c', '只还最低'])
    expect(await page.getByRole('checkbox', { name: 'd' }).isDisabled()).toBe(true)
    await page.getByRole('checkbox', { name: 'b' }).uncheck()
    await page.getByRole('checkbox', { name: 'd' }).check()
    await expect.poll(heads).toEqual(['我的计划', 'a', 'c', 'd', '只还最低'])
    await go(page, '/')
    await go(page, '/plan')
    await expect.poll(heads).toEqual(['我的计划', 'a', 'c', 'd', '只还最低'])
  })

  test('closing: the verdict, what to pay and the requirements', async () => {
    for (const target of ['credit-purchase', 'huabei', 'borrow'] as const) {
      await go(app.page, `/closure/${target}`)
      const closure = cli('closure', '--target', target) as {
        verdict: string
        payNow: { total: string }
        requirements: readonly unknown[]
      }
      expect(closure.verdict).toBe('blocked')
      await app.page.getByRole('heading', { name: /还不能关/ }).waitFor()
      await expect.poll(async () => digits(await textOf(app.page, '.verdict .amount'))).toBe(closure.payNow.total)
      for (const [shown, sum] of await askEach(app.page.locator('.verdict'))) expect(sum).toBe(shown)
      await expect.poll(() => app.page.locator('.requirements > li').count()).toBe(closure.requirements.length)
    }
  })

  test('a confirmation and a copied quota are recorded on the spot', async () => {
    await go(app.page, '/closure/credit-purchase')
    const item = app.page.locator('.requirements > li').filter({ hasText: '没有押金和预授权' })
    await item.locator('summary').click()
    await item.getByRole('button', { name: /确认/ }).click()
    await app.page.getByLabel('记一句凭据').fill('在支付宝里看过')
    await app.page.keyboard.press('Enter')
    await expect.poll(() => item.innerText()).toContain('你确认过')
    const quota = app.page.locator('.requirements > li').filter({ hasText: '已用额度0.00' })
    await quota.locator('summary').click()
    await quota.getByRole('textbox').first().fill('12.30')
    await app.page.keyboard.press('Enter')
    await app.page.locator('.toast').getByText('12.30').waitFor()
  })
})
