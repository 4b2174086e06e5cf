import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import type { Language } from '#shared/contract/shell.ts'
import {
  type Desktop,
  describeDesktop,
  electronBinary,
  type Home,
  launchDesktop,
  newHome,
  startAgain,
} from './launch-desktop.ts'

describeDesktop('the desktop window', () => {
  let home: Home
  let desktop: Desktop

  beforeAll(async () => {
    if (electronBinary === null) return
    home = newHome()
    desktop = await launchDesktop(home)
  })
  afterAll(async () => {
    await desktop?.app.close()
    home?.remove()
  })

  test('the page has exactly the contract, cancel and the shell, and nothing of Node', async () => {
    const { page } = desktop
    const names = await page.evaluate(() => Object.keys(window.huaqing ?? {}).sort())
    expect(names).toEqual([...Object.keys(contract), 'cancel', 'shell'].sort())
    const leaks = await page.evaluate(() =>
      ['require', 'process', 'module', 'global', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in window),
    )
    expect(leaks).toEqual([])
  })

  test('the window is sandboxed and isolated', async () => {
    const preferences = await desktop.app.evaluate(({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!
      return 'getLastWebPreferences' in webContents
        ? (webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences()
        : null
    })
    if (preferences === null) return console.log('not checked here: this Electron does not tell its web preferences')
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false })
  })

  test('a call crosses the border and comes back; a wrong one is refused by field; an unknown channel is nobody', async () => {
    const { page } = desktop
    const status = await page.evaluate(() => window.huaqing!.getStatus({}, { callId: 'a', onProgress: null }))
    expect(status).toMatchObject({ ok: true })
    const refused = await page.evaluate(() =>
      window.huaqing!.enterBill({ account: 'x', month: '2026-13' } as never, { callId: 'b', onProgress: null }),
    )
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'wrong-fields' } })
    const strange = await page.evaluate(() =>
      window.huaqing!.previewImport({ fileToken: '/etc/passwd' }, { callId: 'c', onProgress: null }),
    )
    expect(strange).toEqual({ ok: false, refusal: { kind: 'file-not-chosen' } })
  })

  test('the policy has no unsafe word, a fresh nonce in every response, and nothing violates it', async () => {
    const { page, problems } = desktop
    const policies = await page.evaluate(async () => {
      const answers = await Promise.all([fetch('./index.html'), fetch('./index.html')])
      return answers.map((answer) => answer.headers.get('content-security-policy') ?? '')
    })
    expect(policies[0]).toContain("default-src 'none'")
    for (const policy of policies) expect(policy).not.toContain('unsafe')
    const nonces = policies.map((policy) => /'nonce-([\w-]+)'/.exec(policy)?.[1])
    expect(nonces[0]).toBeTruthy()
    expect(nonces[0]).not.toBe(nonces[1])
    expect(problems).toEqual([])
  })

  test('a path out of the page is not served', async () => {
    const statuses = await desktop.page.evaluate(() =>
      Promise.all(
        ['./%2e%2e/main/index.js', './..%2f..%2fpackage.json', './nothing.html'].map(
          async (path) => (await fetch(path)).status,
        ),
      ),
    )
    expect(statuses).toEqual([404, 404, 404])
  })

  test('there is no network: a server beside the app is never asked, by the page or by its session', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.setHeader('access-control-allow-origin', '*').end('reached')
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const { app, page } = desktop
    const answers = await page.evaluate(async (url) => {
      const settled = (promise: Promise<unknown>) => promise.then(() => 'reached').catch(() => 'blocked')
      const picture = new Image()
      const shown = new Promise((resolve, reject) => {
        picture.onload = picture.onerror = (event) =>
          event instanceof Event && event.type === 'load' ? resolve(1) : reject()
        picture.src = `${url}/picture.png`
      })
      return [await settled(fetch(`${url}/fetch`)), await settled(shown), navigator.sendBeacon(`${url}/beacon`)]
    }, address)
    expect(answers.slice(0, 2)).toEqual(['blocked', 'blocked'])
    // Without the page's policy in the way: a window of the same session that the main process itself sends out.
    const loaded = await app.evaluate(async ({ BrowserWindow }, url) => {
      const window = new BrowserWindow({ show: false })
      const end = await window.loadURL(`${url}/window`).then(
        () => 'reached',
        () => 'blocked',
      )
      window.destroy()
      return end
    }, address)
    expect(loaded).toBe('blocked')
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
    expect(asked).toEqual([])
  })

  test('no new window, no navigation, no permission', async () => {
    const { app, page } = desktop
    const before = page.url()
    const opened = await page.evaluate(() => window.open('https://example.com/') === null)
    expect(opened).toBe(true)
    await page.evaluate(() => {
      location.href = 'https://example.com/'
    })
    await page.waitForTimeout(300)
    expect(page.url()).toBe(before)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    const permission = await page.evaluate(() => Notification.requestPermission())
    expect(permission).not.toBe('granted')
  })

  test('a second start focuses the first window and ends', async () => {
    const { app } = desktop
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.minimize())
    expect(await startAgain(home)).toBe(0)
    await expect
      .poll(() =>
        app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isMinimized())),
      )
      .toEqual([false])
  })

  test('the menu follows the language and tells the page what was chosen', async () => {
    const { app, page } = desktop
    const labels = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()!.getMenuItemById('import')!.label)
    const speak = (language: Language) => page.evaluate((l) => window.huaqing!.shell.languageChanged(l), language)
    await speak('en')
    await expect.poll(labels).toBe('Import a statement file…')
    await speak('zh-CN')
    await expect.poll(labels).toBe('导入账单文件…')
    await page.evaluate(() => {
      window.huaqing!.shell.onCommand((command) => {
        document.body.dataset.heard = command
      })
    })
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()!.getMenuItemById('backup')!.click())
    await expect.poll(() => page.evaluate(() => document.body.dataset.heard)).toBe('backup')
  })

  test('a file is saved where the dialog says, readable by its owner alone, and a failure has its cause', async () => {
    const { app, page } = desktop
    const save = async (filePath: string) => {
      await app.evaluate(({ dialog }, path) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: path === '', filePath: path })
      }, filePath)
      return page.evaluate(() =>
        window.huaqing!.shell.saveFile({ suggestedName: '../../evil/账单.csv', content: '月份,金额\n' }),
      )
    }
    const path = join(home.userData, 'saved.csv')
    expect(await save(path)).toEqual({ kind: 'saved', name: 'saved.csv' })
    expect(readFileSync(path, 'utf8')).toBe('月份,金额\n')
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0)
    expect(await save('')).toEqual({ kind: 'canceled' })
    expect(await save(join(home.userData, 'nowhere', 'saved.csv'))).toEqual({ kind: 'failed', code: 'ENOENT' })
  })

  test('a file chosen in the dialog or dropped becomes a token without its path', async () => {
    const { app, page } = desktop
    const path = join(home.userData, 'statement.csv')
    writeFileSync(path, 'a,b\n')
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
    }, path)
    const picked = await page.evaluate(() => window.huaqing!.shell.pickFile('statement'))
    expect(picked).toEqual({ fileToken: expect.stringMatching(/^[\w-]{24}$/), name: 'statement.csv', size: 4 })
    await page.evaluate(() => {
      const input = document.createElement('input')
      input.type = 'file'
      input.id = 'dropped'
      document.body.append(input)
    })
    await page.setInputFiles('#dropped', path)
    const dropped = await page.evaluate(() =>
      window.huaqing!.shell.fileFromDrop((document.getElementById('dropped') as HTMLInputElement).files![0]!),
    )
    expect(dropped).toMatchObject({ name: 'statement.csv', size: 4 })
    const made = await page.evaluate(() => window.huaqing!.shell.fileFromDrop(new File(['x'], 'made.csv')))
    expect(made).toBeNull()
  })
})
