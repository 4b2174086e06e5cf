/** A statement without the lines that say whose it is: the user says it in the preview, and two people's debts stay two. */

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { removeFolder } from '../remove-folder.ts'
import { huaqing } from './harness/huaqing.ts'
import { commitPreview, FIXTURES, go, previewFile, settled } from './harness/import-file.ts'
import { describeInBrowser } from './harness/in-browser.ts'
import { openApp } from './harness/open-app.ts'

describeInBrowser('whose a file is', () => {
  test('is said in the preview, which is read anew and names the person from then on', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'huaqing-owner-'))
    const text = new TextDecoder('gb18030').decode(readFileSync(join(FIXTURES, 'alipay-app-2026-gb18030.csv')))
    const cut = join(folder, 'cut.csv')
    writeFileSync(cut, text.slice(text.indexOf('交易时间,')).replaceAll('2026', '2025').replaceAll('00147', '00999'))
    const app = await openApp({ today: '2026-09-05' })
    const { page } = app
    try {
      await previewFile(page, 'alipay-app-2026-gb18030.csv')
      expect(await page.getByLabel('这是谁的支付宝（都是你自己的，不用填）').count()).toBe(0)
      await commitPreview(page)
      await previewFile(page, cut)
      expect(await page.locator('.import-page .call').first().innerText()).toContain('看不出是谁的支付宝')
      await page.getByLabel('这是谁的支付宝（都是你自己的，不用填）').fill('188****0001')
      await page.getByRole('button', { name: '按这个再读一次' }).click()
      await page.locator('.import-meta', { hasText: '188****0001' }).waitFor()
      expect(await page.getByLabel('这是谁的支付宝（都是你自己的，不用填）').count()).toBe(0)
      await commitPreview(page)
      await go(page, '/accounts')
      await settled(page)
      expect(await page.locator('main tr', { hasText: '188****0001' }).count()).toBeGreaterThan(0)
    } finally {
      await app.close()
      removeFolder(folder)
    }
  })

  test('is asked where accounts entered by hand name nobody: a relative’s file stays apart from one’s own debts', async () => {
    const app = await openApp({ today: '2026-09-05' })
    const { page } = app
    try {
      huaqing(app.ledgerPath, '2026-09-05', ['account', 'add', '--kind', 'huabei'])
      await previewFile(page, 'alipay-app-2026-gb18030.csv')
      expect(await page.locator('.import-claims').innerText()).toContain('花呗没写是谁的，导入后归137****6428。')
      await page.getByRole('button', { name: '这是另一个人的，分开记' }).click()
      await page.locator('.import-meta', { hasText: '花呗（137****6428）' }).waitFor()
      expect(await page.locator('.import-claims').count()).toBe(0)
      await page.setViewportSize({ width: 960, height: 640 })
      const rows79 = page.getByText('文件里说有79行，读到79行，一行不少')
      expect((await rows79.boundingBox())!.height).toBeLessThan(30)
      await commitPreview(page)
      await go(page, '/accounts')
      await settled(page)
      const rows = page.locator('main tbody tr', { hasText: '花呗' })
      expect((await rows.allInnerTexts()).map((text) => text.split('\t').slice(0, 2))).toEqual([
        ['花呗', '我'],
        ['花呗（137****6428）', '137****6428'],
      ])
    } finally {
      await app.close()
    }
  })
})
