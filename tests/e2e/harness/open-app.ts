/**
 * A page of the real app in a real browser: `const { page, ledgerPath, close } = await openApp()`. Every error in the
 * page, on its console or against its policy is collected, and `close` fails the test on any of them.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll } from 'vitest'
import { launchChromium } from './chromium.ts'
import { type ServeOptions, serveApp } from './served-app.ts'

export type OpenOptions = ServeOptions & {
  readonly locale?: 'zh-CN' | 'en-US'
  readonly colorScheme?: 'light' | 'dark'
  readonly viewport?: { readonly width: number; readonly height: number }
  /** Problems that the test provokes on purpose. */
  readonly expectedProblems?: RegExp
}

export type OpenedApp = {
  readonly page: Page
  readonly ledgerPath: string
  /** The link that opened the page; it is used up. */
  readonly link: string
  /** A folder of this run for downloads and files to upload; removed at the end. */
  readonly scratch: string
  /** What went wrong in the page so far. */
  readonly problems: readonly string[]
  readonly close: () => Promise<void>
}

let browser: Promise<Browser> | undefined

afterAll(async () => {
  await (await browser)?.close()
  browser = undefined
})

export async function openApp(options: OpenOptions = {}): Promise<OpenedApp> {
  const app = await serveApp(options)
  browser ??= launchChromium()
  const contextOptions: BrowserContextOptions = {
    locale: options.locale ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: options.colorScheme ?? 'light',
    viewport: options.viewport ?? { width: 1280, height: 820 },
    reducedMotion: 'reduce',
  }
  const context = await (await browser).newContext(contextOptions)
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const problems = watchProblems(page)
  const scratch = mkdtempSync(join(tmpdir(), 'huaqing-scratch-'))
  await page.goto(app.url)
  return {
    page,
    ledgerPath: app.ledgerPath,
    link: app.url,
    scratch,
    problems,
    close: async () => {
      await context.close()
      await app.close()
      rmSync(scratch, { recursive: true, force: true })
      const unexpected = problems.filter((problem) => !options.expectedProblems?.test(problem))
      if (unexpected.length > 0) throw new Error(`the page had problems:\n${unexpected.join('\n')}`)
    },
  }
}

/** Chromium reports a violated Content-Security-Policy as a console error. */
export function watchProblems(page: Page): string[] {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`)
  })
  page.on('requestfailed', (request) => {
    const aborted = request.failure()?.errorText === 'net::ERR_ABORTED'
    if (!aborted) problems.push(`request: ${request.url()} ${request.failure()?.errorText}`)
  })
  return problems
}
