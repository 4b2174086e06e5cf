/** The ledger moved from the settings: the folder dialog, the move itself, what is open afterwards, and the next start. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { go } from '../e2e/harness/import-file.ts'
import { type Desktop, describeDesktop, launchDesktop, newHome } from './launch-desktop.ts'

const accountsOf = ({ page }: Desktop) =>
  page.evaluate(() => window.huaqing!.listAccounts({}, { callId: crypto.randomUUID(), onProgress: null }))

describeDesktop('another place for the ledger', () => {
  test('is chosen in the dialog; the ledger is there, and found there by the next start', {
    timeout: 120_000,
  }, async () => {
    const home = newHome({ isNamed: false })
    const folder = join(home.userData, '..', 'elsewhere')
    mkdirSync(folder)
    try {
      const first = await launchDesktop(home)
      const { app, page, problems } = first
      await page.evaluate(() =>
        window.huaqing!.addAccount({ kind: 'huabei', id: 'huabei' }, { callId: 'add', onProgress: null }),
      )
      await app.evaluate(({ dialog }, path) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
      }, folder)
      await go(page, '/settings')
      await page.getByRole('button', { name: /^(换个地方放…|Move it elsewhere…)$/ }).click()
      await page.locator('.toast').waitFor()
      await page.getByText(join(folder, 'ledger.huaqing')).waitFor()
      expect(await accountsOf(first)).toMatchObject({ ok: true, value: [{ id: 'huabei' }] })
      expect([existsSync(join(folder, 'ledger.huaqing')), existsSync(home.ledgerPath), problems]).toEqual([
        true,
        false,
        [],
      ])
      await app.close()
      const second = await launchDesktop(home)
      expect(await accountsOf(second)).toMatchObject({ ok: true, value: [{ id: 'huabei' }] })
      await second.app.close()
      expect(readdirSync(home.userData)).not.toContain('ledger.huaqing')
    } finally {
      home.remove()
    }
  })
})
