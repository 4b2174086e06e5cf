/** `const { page, ledgerPath, close } = await openApp()` for tests: one Chromium per test file, closed after it. */
import type { Browser } from 'playwright-core'
import { afterAll } from 'vitest'
import { launchChromium } from './chromium.ts'
import { type OpenedApp, type OpenOptions, openPage } from './open-page.ts'

let browser: Promise<Browser> | undefined

afterAll(async () => {
  await (await browser)?.close()
  browser = undefined
})

export async function openApp(options: OpenOptions = {}): Promise<OpenedApp> {
  browser ??= launchChromium()
  return openPage(await browser, options)
}
