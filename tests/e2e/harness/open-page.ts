/**
 * A page of the real app in a browser: the built app is served on loopback with a ledger of its own. Problems of the
 * page are collected, and `close` fails on any that was not expected.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { removeFolder } from '../../remove-folder.ts'
import { watchProblems } from './problems.ts'
import { type ServeOptions, serveApp } from './served-app.ts'

export type OpenOptions = ServeOptions & {
  readonly locale?: 'zh-CN' | 'en-US'
  readonly colorScheme?: 'light' | 'dark'
  readonly viewport?: { readonly width: number; readonly height: number }
  /** Problems that the test provokes on purpose. */
  readonly expectedProblems?: RegExp
  /** Runs in the page before anything of its own. */
  readonly prepare?: () => void
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

export async function openPage(browser: Browser, options: OpenOptions = {}): Promise<OpenedApp> {
  const app = await serveApp(options)
  const context = await browser.newContext({
    locale: options.locale ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: options.colorScheme ?? 'light',
    viewport: options.viewport ?? { width: 1280, height: 820 },
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  if (options.prepare !== undefined) await page.addInitScript(options.prepare)
  if (SLOWEST > 0) await holdAnswersBack(page)
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
      removeFolder(scratch)
      const unexpected = problems.filter((problem) => !options.expectedProblems?.test(problem))
      if (unexpected.length > 0) throw new Error(`the page had problems:\n${unexpected.join('\n')}`)
    },
  }
}

/**
 * `SLOW_ANSWERS=800` holds each call to the ledger back by up to so many milliseconds: a test that does not wait for what
 * it needs falls then, and not now and then on a busy machine.
 */
const SLOWEST = Number(process.env.SLOW_ANSWERS ?? 0)

async function holdAnswersBack(page: Page): Promise<void> {
  await page.route('**/api/call', async (route) => {
    await sleep(Math.random() * SLOWEST)
    await route.continue().catch(() => undefined)
  })
}
