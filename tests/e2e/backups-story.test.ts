/** Backups, restoring, locking, going back in the history: as a user does it, and nothing for axe to find on the way. */
import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { removeFolder } from '../remove-folder.ts'
import { axeProblems } from './harness/axe.ts'
import { huaqing } from './harness/huaqing.ts'
import { commitPreview, go, previewFile, settled } from './harness/import-file.ts'
import { describeInBrowser } from './harness/in-browser.ts'
import { openApp } from './harness/open-app.ts'

const SHOTS = process.env.HUAQING_SHOTS

const surroundings = [
  { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { colorScheme: 'dark', viewport: { width: 960, height: 640 } },
] as const

describeInBrowser('keeping the ledger safe', () => {
  test.each(surroundings)('$colorScheme at $viewport.width', { timeout: 120_000 }, async (options) => {
    const app = await openApp({ ...options, today: '2026-09-05' })
    const { page } = app
    const found: string[] = []
    const look = async (name: string): Promise<void> => {
      await settled(page)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (wide > 0) found.push(`${name}: ${wide} px wider than the window`)
      for (const problem of await axeProblems(page)) found.push(`${name}: ${problem}`)
      if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}-${options.colorScheme}.png` })
    }
    try {
      await page.locator('main h1').first().waitFor()
      await previewFile(page, 'alipay-app-2026-gb18030.csv')
      await commitPreview(page)

      await go(page, '/history')
      await page
        .getByRole('button', { name: /^撤销到这里/ })
        .first()
        .click()
      await page.getByText(/撤销了1步/).waitFor()
      await page
        .getByRole('button', { name: /^重做到这里/ })
        .first()
        .click()
      await page.getByText(/重做了1步/).waitFor()
      await look('history')

      await go(page, '/backups')
      await look('backups')
      await page
        .getByRole('button', { name: /^恢复.*的备份/ })
        .last()
        .click()
      await page.getByRole('button', { name: '恢复', exact: true }).last().waitFor()
      await look('restore')
      await page.locator('dialog').getByRole('button', { name: '恢复', exact: true }).click()
      await page
        .getByText(/恢复好了|已恢复/)
        .first()
        .waitFor()
      await page.getByRole('status').getByRole('button', { name: /撤销/ }).click()
      await page
        .getByText(/已撤销/)
        .first()
        .waitFor()

      await page.getByRole('button', { name: '给备份设口令' }).click()
      await page.locator('dialog input').fill('correct horse battery')
      await look('passphrase')
      // A passphrase is made slow to guess, so it takes its time here too.
      await page.locator('dialog button[type=submit]').click()
      await page.getByText(/AGE-SECRET-KEY-1/).waitFor({ timeout: 40_000 })
      await look('key')

      await page.reload()
      await go(page, '/settings')
      await page.getByLabel('最多撤销').selectOption('1000')
      await page.getByLabel(/自动清理/).waitFor()
      await look('settings')
      expect(found).toEqual([])
    } finally {
      await app.close()
    }
  })

  test('an older copy in the ledger’s place is said on every page', { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'huaqing-older-'))
    const [ledgerPath, older] = [join(folder, 'ledger.huaqing'), join(folder, 'older')]
    huaqing(ledgerPath, '2026-09-05', ['account', 'add', '--kind', 'huabei', '--id', 'hb'])
    copyFileSync(ledgerPath, older)
    huaqing(ledgerPath, '2026-09-05', ['purchase', 'add', 'hb', '--amount', '30', '--on', '2026-09-01'])
    copyFileSync(older, ledgerPath)
    const app = await openApp({ today: '2026-09-05', ledgerPath })
    try {
      const note = app.page.getByRole('note').filter({ hasText: '次改动不在里面：可能是同步软件' })
      await note.waitFor()
      expect(await axeProblems(app.page)).toEqual([])
      if (SHOTS) await app.page.screenshot({ path: `${SHOTS}/older-copy.png` })
      await go(app.page, '/backups')
      await note.waitFor()
    } finally {
      await app.close()
      removeFolder(folder)
    }
  })
})
