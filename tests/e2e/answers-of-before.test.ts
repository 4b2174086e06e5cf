/** An answer of before a change is never shown as if it still held: what is opened afterwards waits for its own. */
import { expect, test } from 'vitest'
import { huaqing } from './harness/huaqing.ts'
import { describeInBrowser } from './harness/in-browser.ts'
import { openApp } from './harness/open-app.ts'
import { tellLedger } from './harness/tell-ledger.ts'

const TODAY = '2026-07-05'

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
      const explain = page.locator('.lead').getByText('怎么来的')
      const dialog = page.locator('dialog')
      await explain.click()
      await dialog.locator('tfoot').getByText('1,000.00').waitFor()
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })

      let goOn = (): void => undefined
      const held = new Promise<void>((go) => {
        goOn = go
      })
      await page.route('**/api/**', async (route) => {
        if ((route.request().url() + (route.request().postData() ?? '')).includes('explain')) await held
        await route.continue()
      })
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
