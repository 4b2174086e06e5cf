/** What the desktop adds to the pages: reminders of the system, the start at login, a page as PDF. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ContractMethod, RequestInput } from '#shared/contract/contract.ts'
import { go } from '../e2e/harness/import-file.ts'
import { type Desktop, describeDesktop, electronBinary, type Home, launchDesktop, newHome } from './launch-desktop.ts'

const TODAY = '2026-09-10'

describeDesktop('reminders and paper', () => {
  let home: Home
  let desktop: Desktop

  beforeAll(async () => {
    if (electronBinary === null) return
    home = newHome()
    desktop = await launchDesktop(home, [`--today=${TODAY}`])
    await desktop.page.clock.setFixedTime(`${TODAY}T10:00:00+08:00`)
    await desktop.page.evaluate(() => window.huaqing!.shell.languageChanged('zh-CN'))
  })
  afterAll(async () => {
    await desktop?.app.close()
    home?.remove()
  })

  const told = async <M extends ContractMethod>(method: M, request: RequestInput<M>) => {
    const reply = await desktop.page.evaluate(
      ([name, fields]) =>
        window.huaqing![name as 'getStatus'](fields as never, { callId: `${name}`, onProgress: null }),
      [method, request] as const,
    )
    expect([method, reply]).toEqual([method, expect.objectContaining({ ok: true })])
  }

  /** The notifications that the system is asked to show from now on, as their title and body. */
  const listen = () =>
    desktop.app.evaluate(({ Notification }) => {
      const shown: string[] = []
      Object.assign(globalThis, { shown })
      const { show } = Notification.prototype
      Notification.prototype.show = function () {
        shown.push(`${this.title} | ${this.body}`)
        show.call(this)
      }
    })
  const notifications = () =>
    desktop.app.evaluate(() => (globalThis as unknown as { readonly shown: readonly string[] }).shown)

  test('a due day is told once, with its amount; without it while amounts are hidden', {
    timeout: 60_000,
  }, async () => {
    await listen()
    await told('addAccount', { kind: 'huabei', terms: { statementDay: 1, dueDay: 10 } })
    await told('addAccount', { kind: 'borrow', terms: { dueDay: 10 } })
    await told('enterBill', { account: 'huabei', month: '2026-09', shown: '1280.50' })
    await told('changeSettings', { reminders: true, quietFrom: 8, quietUntil: 8, language: 'zh-CN' })
    await desktop.page.reload()
    await expect.poll(notifications, { timeout: 15_000 }).toEqual([expect.stringContaining('1,280.50')])
    await told('changeSettings', { hideAmounts: true })
    await desktop.page.evaluate(() => localStorage.removeItem('huaqing.reminded'))
    await desktop.page.reload()
    await expect.poll(async () => (await notifications()).length, { timeout: 15_000 }).toBe(2)
    const [, hidden] = await notifications()
    expect(hidden).toContain('花呗')
    expect(hidden).not.toMatch(/[\d,]*\d\.\d\d/)
    await told('changeSettings', { hideAmounts: false })
  })

  test('starting at login is what the system says it is', async () => {
    const { app, page } = desktop
    await app.evaluate(({ app: program }) => {
      let openAtLogin = false
      program.getLoginItemSettings = () => ({ openAtLogin }) as ReturnType<typeof program.getLoginItemSettings>
      program.setLoginItemSettings = (settings) => {
        openAtLogin = settings.openAtLogin === true
      }
    })
    const said = await page.evaluate(async () => {
      const { shell } = window.huaqing!
      return [await shell.startAtLogin(), await shell.setStartAtLogin(true), await shell.startAtLogin()]
    })
    expect(said).toEqual([false, true, true])
    await go(page, '/settings')
    const toggle = page.getByRole('checkbox', { name: /^(电脑开机就打开花清|Start HuaQing)/ })
    await page.getByRole('checkbox', { name: /^(到日子提醒我|Remind me)/ }).waitFor()
    if (!(await page.evaluate(() => window.huaqing!.shell.can.startAtLogin)))
      return expect(await toggle.count()).toBe(0)
    await expect.poll(() => toggle.isChecked()).toBe(true)
    await toggle.uncheck()
    expect(await app.evaluate(({ app: program }) => program.getLoginItemSettings().openAtLogin)).toBe(false)
  })

  test('any page is saved as PDF from the palette', async () => {
    const { app, page } = desktop
    const path = join(home.userData, 'plan.pdf')
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, path)
    await go(page, '/plan')
    await page.keyboard.press('Control+k')
    await page.locator('dialog').getByRole('combobox').fill('pdf')
    await page
      .locator('.palette-item')
      .filter({ hasText: /^(把这一页存成PDF|Save this page as PDF)/ })
      .click()
    await page.locator('.toast').getByText('plan.pdf').waitFor()
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
  })
})
