/** An answer of before a change is never shown as if it still held, and no form stands before what it starts from is known. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { huaqing } from './harness/huaqing.ts'
import { go } from './harness/import-file.ts'
import { describeInBrowser } from './harness/in-browser.ts'
import { openApp } from './harness/open-app.ts'
import { tellLedger } from './harness/tell-ledger.ts'

const TODAY = '2026-07-05'

/** Calls that hold such a text get no answer until what is given back was called. */
async function holdBack(page: Page, text: string): Promise<() => void> {
  let goOn = (): void => undefined
  const held = new Promise<void>((go) => {
    goOn = go
  })
  await page.route('**/api/call', async (route) => {
    if (route.request().postData()?.includes(text)) await held
    await route.continue()
  })
  return () => goOn()
}

describeInBrowser('a figure that changed after it was explained', () => {
  test('has no lines until those of the new figure are here', async () => {
    const app = await openApp({ today: TODAY })
    const { page, ledgerPath } = app
    try {
      await page.locator('main h1').first().waitFor()
      await tellLedger(ledgerPath, TODAY, [
        ['addAccount', { kind: 'huabei', id: 'huabei' }],
        ['enterBill', { account: 'huabei', month: '2026-07', shown: '1000' }],
      ])
      const explain = page.locator('.lead .ask-words')
      const dialog = page.locator('dialog')
      await explain.click()
      await dialog.locator('tfoot').getByText('1,000.00').waitFor()
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })

      const goOn = await holdBack(page, '"method":"explain"')
      huaqing(ledgerPath, TODAY, ['repay', 'add', 'huabei', '--amount', '300', '--on', TODAY])
      await page.locator('.lead .amount-hero', { hasText: '700' }).waitFor()
      await explain.click()
      await dialog.waitFor()
      expect(await dialog.locator('tfoot').count()).toBe(0)
      goOn()
      await dialog.locator('tfoot').getByText('700.00').waitFor()
    } finally {
      await app.close()
    }
  })
})

describeInBrowser('a bill put right', () => {
  test('has no form before it is known what was copied: what is typed stays, and replaces it', async () => {
    const app = await openApp({ today: TODAY })
    const { page, ledgerPath } = app
    try {
      await page.locator('main h1').first().waitFor()
      await tellLedger(ledgerPath, TODAY, [
        ['addAccount', { kind: 'huabei', id: 'huabei' }],
        ['enterBill', { account: 'huabei', month: '2026-07', shown: '1280' }],
      ])
      const goOn = await holdBack(page, '"kind":"bill"')
      await go(page, '/bills/2026-07~huabei')
      await page.locator('.side').getByRole('button', { name: '改金额' }).click()
      const dialog = page.locator('dialog')
      await dialog.waitFor()
      expect(await dialog.locator('form').count()).toBe(0)
      goOn()
      const amount = dialog.getByLabel('账单金额')
      await amount.waitFor()
      expect([await amount.inputValue(), await amount.evaluate((it) => it === document.activeElement)]).toEqual([
        '1280.00',
        true,
      ])
      await amount.fill('1300')
      await page.keyboard.press('Enter')
      await dialog.waitFor({ state: 'detached' })
      const entries = huaqing(ledgerPath, TODAY, ['entry', 'list']) as { readonly total: number }
      expect(entries.total).toBe(1)
    } finally {
      await app.close()
    }
  })
})

describeInBrowser('a list that is searched', () => {
  test('stands, marked as not yet the answer, until its new rows are here', async () => {
    const app = await openApp({ today: TODAY })
    const { page, ledgerPath } = app
    try {
      await page.locator('main h1').first().waitFor()
      await tellLedger(ledgerPath, TODAY, [
        ['addAccount', { kind: 'huabei', id: 'huabei' }],
        ['enterBill', { account: 'huabei', month: '2026-07', shown: '1280' }],
        ['enterBill', { account: 'huabei', month: '2026-06', shown: '90' }],
      ])
      await go(page, '/entries')
      const list = page.locator('.entry-list')
      const rows = list.getByRole('row')
      await expect.poll(() => rows.count()).toBe(2)
      const goOn = await holdBack(page, '"text":"none of them"')
      await page.locator('.entry-filters input').first().fill('none of them')
      await page.locator('.entry-list[aria-busy="true"]').waitFor()
      expect(await rows.count()).toBe(2)
      goOn()
      await page.getByText('没有对上的流水').waitFor()
      await page.locator('.entry-filters input').first().fill('')
      await expect.poll(() => rows.count()).toBe(2)
      expect(await list.getAttribute('aria-busy')).toBe('false')
    } finally {
      await app.close()
    }
  })
})
