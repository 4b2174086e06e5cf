/** What the pages say is what the command line says of the same ledger: owed, plan, closing; and every figure answers. */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumPath } from './harness/chromium.ts'
import { huaqing } from './harness/huaqing.ts'
import { FIXTURES, go } from './harness/import-file.ts'
import { describeInBrowser } from './harness/in-browser.ts'
import { openApp } from './harness/open-app.ts'
import type { OpenedApp } from './harness/open-page.ts'

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
