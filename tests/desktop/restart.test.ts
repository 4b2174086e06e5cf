/** What a restart must find again: the ledger, the language, the place of the window. */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { describeDesktop, launchDesktop, newHome } from './launch-desktop.ts'

describeDesktop('between two starts', () => {
  test('the ledger, the language and the place of the window are kept', async () => {
    const home = newHome()
    try {
      const first = await launchDesktop(home)
      await first.page.evaluate(() => window.huaqing!.shell.languageChanged('en'))
      await first.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]!.setBounds({ x: 40, y: 30, width: 1111, height: 777 }),
      )
      const added = await first.page.evaluate(() =>
        window.huaqing!.addAccount({ kind: 'huabei', id: 'huabei' }, { callId: 'add', onProgress: null }),
      )
      expect(added).toEqual({ ok: true, value: { id: 'huabei' } })
      await first.app.close()

      const second = await launchDesktop(home)
      const accounts = await second.page.evaluate(() =>
        window.huaqing!.listAccounts({}, { callId: 'list', onProgress: null }),
      )
      expect(accounts).toMatchObject({ ok: true, value: [{ id: 'huabei' }] })
      const size = await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBounds())
      expect([size.width, size.height]).toEqual([1111, 777])
      expect(await second.app.evaluate(({ Menu }) => Menu.getApplicationMenu()!.getMenuItemById('import')!.label)).toBe(
        'Import a statement file…',
      )
      await second.app.close()
    } finally {
      home.remove()
    }
  })

  test('unsaved editor text lost: a window in which something typed is not recorded asks before it closes', async () => {
    const home = newHome()
    try {
      const { app, page } = await launchDesktop(home)
      const asked = (answer: number) =>
        app.evaluate(({ dialog }, response) => {
          dialog.showMessageBoxSync = (...options: unknown[]) => {
            process.env.ASKED = JSON.stringify(options.at(-1))
            return response
          }
        }, answer)
      const windows = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
      const close = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close())
      const said = () => app.evaluate(() => process.env.ASKED ?? '')
      await page.evaluate(() => {
        location.hash = '/accounts/new'
      })
      await page.locator('dialog form input').last().click()
      await page.keyboard.type('mother')
      await asked(0)
      await close()
      await expect.poll(said).toContain('"cancelId":0')
      expect([await windows(), await page.locator('dialog form input').last().inputValue()]).toEqual([1, 'mother'])
      await asked(1)
      const ended = new Promise((resolve) => app.process().once('exit', resolve))
      await close()
      await ended
    } finally {
      home.remove()
    }
  })

  test('a damaged window file does not keep the app from starting', async () => {
    const home = newHome()
    try {
      writeFileSync(join(home.userData, 'window.json'), '{"box":')
      const { app } = await launchDesktop(home)
      await app.close()
      expect(existsSync(join(home.userData, 'window.json'))).toBe(true)
    } finally {
      home.remove()
    }
  })
})
