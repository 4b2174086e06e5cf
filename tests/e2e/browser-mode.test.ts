/** The browser mode as a browser sees it: the link, the session over a reload, the policy, what a stranger gets. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumPath } from './harness/chromium.ts'
import { describeInBrowser } from './harness/in-browser.ts'
import { openApp } from './harness/open-app.ts'
import type { OpenedApp } from './harness/open-page.ts'
import { serveApp } from './harness/served-app.ts'

describeInBrowser('the browser mode', () => {
  let app: OpenedApp

  beforeAll(async () => {
    if (chromiumPath !== null) app = await openApp({ expectedProblems: /status of 401/ })
  })
  afterAll(() => app?.close())

  const shown = () => app.page.locator('#root').innerText()

  test('the link opens the app and leaves no token in the address', async () => {
    await expect.poll(shown, { timeout: 10_000 }).not.toBe('')
    expect(app.page.url()).not.toContain('token')
    expect(await app.page.evaluate(() => document.cookie)).toBe('')
  })

  test('a reload keeps the session and leaves no secret in the tab’s storage', async () => {
    const statuses = new Set<number>()
    app.page.on('response', (response) => {
      if (response.url().endsWith('/api/call')) statuses.add(response.status())
    })
    await app.page.reload()
    await expect.poll(() => [...statuses], { timeout: 10_000 }).toEqual([200])
    expect(await app.page.evaluate(() => sessionStorage.length)).toBe(0)
  })

  test('the policy has no unsafe word and nothing on the page violates it', async () => {
    const policy = await app.page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy') ?? '')
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(app.problems).toEqual([])
  })

  test('a script without the bearer is not answered, even on the page itself', async () => {
    const status = await app.page.evaluate(
      async () => (await fetch('/api/call', { method: 'POST', body: '{}' })).status,
    )
    expect(status).toBe(401)
  })

  test('the same link again opens no session', async () => {
    const second = await app.page.context().newPage()
    const statuses: number[] = []
    second.on('response', (response) => {
      if (response.url().endsWith('/api/session')) statuses.push(response.status())
    })
    await second.goto(app.link)
    await expect.poll(() => statuses, { timeout: 10_000 }).toEqual([401])
    await second.getByText('要新链接，在启动花清的终端里按回车').waitFor()
    expect(await second.locator('main button').count()).toBe(0)
    await second.close()
  })

  test('a tab was closed: starting again gives a new link of the same server, and it opens', async () => {
    const again = await serveApp({ ledgerPath: app.ledgerPath })
    expect(new URL(again.url).port).toBe(new URL(app.link).port)
    const tab = await app.page.context().newPage()
    await tab.goto(again.url)
    await tab.locator('main h1').first().waitFor({ timeout: 10_000 })
    await tab.close()
    await again.close()
  })
})
