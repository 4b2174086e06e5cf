/** What a keyboard with an input method, another process and the system's own settings ask of the window. */
import { join } from 'node:path'
import type { CDPSession, Page, Route } from 'playwright-core'
import { expect, test } from 'vitest'
import { huaqing } from './harness/huaqing.ts'
import { FIXTURES, go, settled } from './harness/import-file.ts'
import { describeInBrowser } from './harness/in-browser.ts'
import { focusedName, tabTo } from './harness/keyboard.ts'
import { openApp } from './harness/open-app.ts'

const TODAY = '2026-07-05'

async function openWithHuabei() {
  const app = await openApp({ today: TODAY })
  // The first start gives way once the page has noticed the account; a focus set before that would go with it.
  const firstStart = app.page.locator('.amount-unknown').first()
  await firstStart.waitFor()
  huaqing(app.ledgerPath, TODAY, ['account', 'add', '--kind', 'huabei', '--id', 'huabei'])
  await firstStart.waitFor({ state: 'detached' })
  return app
}

/** A word as it stands while it is composed, as an input method gives it to the browser. */
const compose = (session: CDPSession, text: string) =>
  session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })

/** A key that the input method has taken: browsers report it as 229. */
const takenKey = async (session: CDPSession, key: string) => {
  for (const type of ['rawKeyDown', 'keyUp'] as const)
    await session.send('Input.dispatchKeyEvent', { type, key, windowsVirtualKeyCode: 229 })
}

const rows = (page: Page) => page.locator('.bills tbody tr')

describeInBrowser('an input method', () => {
  test('Enter that chooses a word enters no bill; the next Enter does, with full-width digits', async () => {
    const { page, close } = await openWithHuabei()
    try {
      await go(page, '/bills')
      await page.getByLabel('账单金额').focus()
      const session = await page.context().newCDPSession(page)
      await compose(session, '１２８０')
      await page.keyboard.press('Enter')
      await takenKey(session, 'Enter')
      expect([await rows(page).count(), await page.locator('.toast').count()]).toEqual([0, 0])
      await session.send('Input.insertText', { text: '１２８０．５０' })
      await page.keyboard.press('Enter')
      await expect.poll(() => rows(page).first().innerText()).toContain('1,280.50')
    } finally {
      await close()
    }
  })

  test('letters of a composition are no shortcuts, inside a field and outside', async () => {
    const { page, close } = await openWithHuabei()
    try {
      await go(page, '/bills')
      const session = await page.context().newCDPSession(page)
      for (const key of ['g', 'e', 'n', 'x', '/', '?']) await takenKey(session, key)
      await page.getByLabel('账单金额').focus()
      await compose(session, 'ge')
      for (const key of ['g', 'e', 'x', '/']) await takenKey(session, key)
      expect([
        await page.locator('main h1').first().innerText(),
        await page.locator('dialog[open]').count(),
        await focusedName(page),
      ]).toEqual(['账单', 0, '账单金额'])
    } finally {
      await close()
    }
  })
})

describeInBrowser('the window beside others', () => {
  test('what the command line writes is in the open window, and what is typed there stays', async () => {
    const { page, ledgerPath, close } = await openWithHuabei()
    try {
      await go(page, '/bills')
      await page.getByLabel('账单金额').fill('77')
      huaqing(ledgerPath, TODAY, ['bill', 'add', 'huabei', '2026-07', '--amount', '512.34'])
      await expect.poll(() => rows(page).first().innerText(), { timeout: 8000 }).toContain('512.34')
      expect(await page.getByLabel('账单金额').inputValue()).toBe('77')
    } finally {
      await close()
    }
  })

  test('amounts go with the press itself, and of quick presses the last one counts', async () => {
    const { page, ledgerPath, close } = await openWithHuabei()
    try {
      huaqing(ledgerPath, TODAY, ['bill', 'add', 'huabei', '2026-07', '--amount', '512.34'])
      await page.getByText('512.34').first().waitFor()
      // Nothing is answered to the page while its calls are held: what it shows then, it shows by itself.
      const held: Route[] = []
      const asked: string[] = []
      page.on('request', (request) => {
        const method = /"method":"(\w+)"/.exec(request.postData() ?? '')?.[1]
        if (method === 'changeSettings' || method === 'getStatus') asked.push(method)
      })
      let holding = true
      await page.route('**/api/call', (route) => (holding ? void held.push(route) : route.continue()))
      await page.keyboard.press('x')
      await page.evaluate(() => new Promise(requestAnimationFrame))
      expect(await page.locator('.amount-hero').innerText()).toContain('••••')
      // Both before the window can draw what the first of them did.
      await page.evaluate(() => {
        for (const key of ['x', 'x']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
      })
      holding = false
      for (const route of held) await route.continue()
      // What holds is asked when all three were told.
      await expect.poll(() => asked.filter((one) => one === 'changeSettings').length).toBe(3)
      await expect.poll(() => asked.at(-1)).toBe('getStatus')
      await settled(page)
      // Nor does a window that opens show them before it knows: its settings come late here, its figures do not.
      await page.unroute('**/api/call')
      await page.route('**/api/call', async (route) => {
        if (route.request().postData()?.includes('"method":"getStatus"')) await page.waitForTimeout(700)
        await route.continue()
      })
      await page.reload()
      await page.locator('.amount-hero:not(.amount-unknown)').waitFor()
      expect(await page.locator('.amount-hero').innerText()).toContain('••••')
    } finally {
      await close()
    }
  })

  test('in forced colors the page that is open, its main button and the focus stand out', async () => {
    const { page, close } = await openWithHuabei()
    try {
      await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
      for (const path of ['/', '/bills', '/closure']) {
        await go(page, path)
        await settled(page)
        await page.keyboard.press('Tab')
        const seen = await page.evaluate(() => {
          const styleOf = (element: Element | null) => getComputedStyle(element ?? document.body)
          const [here, other] = ['[aria-current]', ':not([aria-current])'].map((which) =>
            document.querySelector(`.rail-link${which}`),
          )
          const moving = document.getAnimations().filter(({ playState }) => playState === 'running').length
          return {
            hereStandsOut: styleOf(here ?? null).backgroundColor !== styleOf(other ?? null).backgroundColor,
            focus: styleOf(document.activeElement).outlineStyle !== 'none',
            moving,
          }
        })
        expect([path, seen]).toEqual([path, { hereStandsOut: true, focus: true, moving: 0 }])
      }
    } finally {
      await close()
    }
  })
})

describeInBrowser('without a mouse', () => {
  test('an import, one of its questions, a bill of it and its repayment', { timeout: 60_000 }, async () => {
    const { page, close } = await openApp({ today: '2026-09-16' })
    try {
      await page.locator('main h1').first().waitFor()
      await page.keyboard.press('g')
      await page.keyboard.press('i')
      const chooser = page.waitForEvent('filechooser')
      await tabTo(page, /^选文件$/)
      await page.keyboard.press('Enter')
      await (await chooser).setFiles(join(FIXTURES, 'alipay-app-2026-gb18030.csv'))
      const commit = page.locator('.import-commit .btn.main')
      await commit.waitFor()
      await tabTo(page, exactly(await commit.innerText()))
      await page.keyboard.press('Enter')
      await page.locator('.import-done').waitFor()
      await expect.poll(() => page.locator('.review').count()).toBe(5)
      await tabTo(page, /^就这样$/)
      await page.keyboard.press('Enter')
      await expect.poll(() => page.locator('.review').count()).toBe(4)

      await page.keyboard.press('Escape')
      await page.evaluate(() => (document.activeElement as HTMLElement).blur())
      await page.keyboard.press('g')
      await page.keyboard.press('b')
      await page.getByRole('heading', { level: 1, name: '账单' }).waitFor()
      await settled(page)
      await tabTo(page, /^打开.*账单$/)
      await page.keyboard.press('Enter')
      await page.locator('.side').waitFor()
      await settled(page)
      await tabTo(page, /^记一笔还款$/)
      await page.keyboard.press('Enter')
      // Its first field takes the keys as soon as the form is there.
      await page.locator('dialog form input:focus').waitFor()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type('10')
      await expect.poll(() => page.locator('.preview').innerText()).toContain('10.00')
      await page.keyboard.press('Enter')
      await page.locator('dialog').waitFor({ state: 'detached' })
      await page.locator('.toast').getByText('10.00').waitFor()
    } finally {
      await close()
    }
  })
})

const exactly = (text: string): RegExp => new RegExp(`^${text.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)
