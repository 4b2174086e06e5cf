/**
 * Every page of a ledger with a statement in it, in both languages and color schemes, down to the smallest window: it
 * opens, fits, nothing violates the policy, and axe finds nothing. The command line writes while the window is open.
 */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROUTES } from '../../renderer/pages/routes-list.ts'
import { axeProblems } from './harness/axe.ts'
import { huaqing } from './harness/huaqing.ts'
import { settled } from './harness/import-file.ts'
import { describeInBrowser } from './harness/in-browser.ts'
import { openApp } from './harness/open-app.ts'

const TODAY = '2026-07-05'
const FILE = join(import.meta.dirname, '..', 'fixtures', 'alipay-app-2026-gb18030.csv')

const surroundings = [
  { locale: 'zh-CN', colorScheme: 'light', viewport: { width: 1280, height: 820 } },
  { locale: 'en-US', colorScheme: 'dark', viewport: { width: 960, height: 640 } },
] as const

describeInBrowser('every page', () => {
  test.each(surroundings)('$locale, $colorScheme', { timeout: 180_000 }, async (options) => {
    const app = await openApp({ ...options, today: TODAY })
    const found: string[] = []
    try {
      await app.page.locator('main').waitFor()
      expect(await app.page.locator('html').getAttribute('lang')).toBe(options.locale === 'zh-CN' ? 'zh-CN' : 'en')
      huaqing(app.ledgerPath, TODAY, ['import', FILE])
      for (const { path } of ROUTES) {
        await app.page.evaluate((to) => {
          location.hash = to
        }, path)
        await app.page.locator('main h1').first().waitFor()
        await settled(app.page)
        const wide = await app.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        if (wide > 0) found.push(`${path}: ${wide} px wider than the window`)
        for (const problem of await axeProblems(app.page)) found.push(`${path}: ${problem}`)
      }
      expect(found).toEqual([])
    } finally {
      await app.close()
    }
  })

  test('what is wrong for somebody is found: a button without a name, words too pale to read', async () => {
    const app = await openApp({ today: TODAY })
    try {
      await app.page.locator('main h1').first().waitFor()
      await app.page.evaluate(() => {
        const [button, words] = [document.createElement('button'), document.createElement('p')]
        words.textContent = 'pale'
        words.style.color = '#ddd'
        document.querySelector('main')?.append(button, words)
      })
      const found = (await axeProblems(app.page)).map((problem) => problem.split(':')[0])
      expect(found.toSorted()).toEqual(['button-name', 'color-contrast'])
    } finally {
      await app.close()
    }
  })

  test('what another process writes appears without a click', async () => {
    const app = await openApp({ today: TODAY })
    try {
      await app.page.evaluate(() => {
        location.hash = '/accounts'
      })
      const main = app.page.locator('main')
      await main.locator('h1').first().waitFor()
      expect(await main.innerText()).not.toContain('我的花呗')
      huaqing(app.ledgerPath, TODAY, ['account', 'add', '--kind', 'huabei', '--id', 'own', '--name', '我的花呗'])
      await main.getByText('我的花呗').first().waitFor()
    } finally {
      await app.close()
    }
  })
})
