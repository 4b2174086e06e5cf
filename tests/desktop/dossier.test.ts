/** The closure dossier as PDF, written by the desktop app where its dialog says: whole pages, with the words of the ledger in them. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { go } from '../e2e/harness/import-file.ts'
import { type Desktop, describeDesktop, electronBinary, type Home, launchDesktop, newHome } from './launch-desktop.ts'

describeDesktop('the dossier', () => {
  let home: Home
  let desktop: Desktop

  beforeAll(async () => {
    if (electronBinary === null) return
    home = newHome()
    desktop = await launchDesktop(home, ['--today=2026-09-05'])
  })
  afterAll(async () => {
    await desktop?.app.close()
    home?.remove()
  })

  test('is a PDF of several pages, with what is owed in it', async () => {
    const { app, page, problems } = desktop
    const path = join(home.userData, 'dossier.pdf')
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, path)
    const told = await page.evaluate(async () => {
      const { addAccount, addPurchase, recordContact } = window.huaqing!
      const call = (callId: string) => ({ callId, onProgress: null })
      const replies = [
        await addAccount({ kind: 'huabei', id: 'huabei' }, call('account')),
        await addPurchase({ account: 'huabei', amount: '1234.50', orderedOn: '2026-08-05' }, call('purchase')),
        await recordContact({ channel: '95188', said: 'SEVENTY-SEVEN' }, call('contact')),
      ]
      return replies.map(({ ok }) => ok)
    })
    expect(told).toEqual([true, true, true])
    await go(page, '/case/talk')
    await page
      .getByRole('button', { name: /^(存成PDF|Save as PDF)$/ })
      .first()
      .click()
    await expect.poll(() => existsSync(path), { timeout: 20_000 }).toBe(true)
    await page.locator('.toast').getByText('dossier.pdf').waitFor()
    const bytes = readFileSync(path)
    expect([bytes.subarray(0, 5).toString('latin1'), bytes.subarray(-6).toString('latin1').trim()]).toEqual([
      '%PDF-',
      '%%EOF',
    ])
    const pages = /Pages:\s+(\d+)/.exec(spawnSync('pdfinfo', [path], { encoding: 'utf8' }).stdout)?.[1]
    expect([Number(pages) >= 2, Number(pages) < 20]).toEqual([true, true])
    const text = spawnSync('pdftotext', [path, '-'], { encoding: 'utf8' }).stdout
    expect(['1,234.50', 'SEVENTY-SEVEN'].filter((words) => !text.includes(words))).toEqual([])
    await expect.poll(() => page.locator('.print-sheet').count()).toBe(0)
    expect(problems).toEqual([])
  })
})
