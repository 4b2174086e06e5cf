/**
 * Pictures of every page as it is: both languages, light and dark, the smallest and a large window, with an empty
 * ledger, the sample, an imported statement and 100,000 entries. `npm run screenshots [-- FOLDER]`; the two of the README go to docs/.
 */
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { ROUTES } from '../../renderer/pages/routes-list.ts'
import { makeHugeLedger } from '../bench/huge-ledger.ts'
import { removeFolder } from '../remove-folder.ts'
import { launchChromium } from './harness/chromium.ts'
import { huaqing } from './harness/huaqing.ts'
import { type OpenedApp, openPage } from './harness/open-page.ts'

const TODAY = '2026-09-05'
const ROOT = join(import.meta.dirname, '..', '..')
const STATEMENT = join(ROOT, 'tests', 'fixtures', 'alipay-app-2026-gb18030.csv')
const README = join(ROOT, 'docs', 'screenshots')

const LOCALES = ['zh-CN', 'en-US'] as const
const SCHEMES = ['light', 'dark'] as const
const SIZES = [
  { width: 960, height: 640 },
  { width: 1440, height: 900 },
] as const
const LEDGERS = ['empty', 'sample', 'statement', 'huge'] as const
type LedgerKind = (typeof LEDGERS)[number]

const [folder = join(ROOT, 'out', 'screenshots'), ...only] = process.argv.slice(2)

async function fill(app: OpenedApp, kind: LedgerKind): Promise<void> {
  if (kind === 'statement') huaqing(app.ledgerPath, TODAY, ['import', STATEMENT])
  if (kind === 'sample') await app.page.getByRole('button', { name: /打开示例|Open sample/ }).click()
  await app.page.mouse.move(0, 0)
  if (kind !== 'empty') await app.page.locator('.amount-hero:not(.amount-unknown)').waitFor()
}

async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
    scrollTo(0, 0)
  }, path)
  await page.locator('main h1').first().waitFor()
  for (const onItsWay of ['[aria-busy="true"]', '[data-below]', '.is-coming']) {
    await page.locator(`main ${onItsWay}`).first().waitFor({ state: 'detached' })
  }
  await page.evaluate(() => document.fonts.ready)
}

/** Made once for both languages. */
let huge: string | null = null

async function takeLedger(browser: Browser, kind: LedgerKind, locale: (typeof LOCALES)[number]): Promise<number> {
  if (kind === 'huge') huge ??= makeHugeLedger(mkdtempSync(join(tmpdir(), 'huaqing-huge-')), TODAY)
  const app = await openPage(browser, { locale, today: TODAY, ...(kind === 'huge' ? { ledgerPath: huge! } : {}) })
  let taken = 0
  try {
    await fill(app, kind)
    for (const { name, path } of ROUTES.filter((route) => only.length === 0 || only.includes(route.name))) {
      await go(app.page, path)
      for (const colorScheme of SCHEMES) {
        await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        for (const size of SIZES) {
          await app.page.setViewportSize(size)
          const file = `${kind}-${name}-${locale}-${colorScheme}-${size.width}x${size.height}.png`
          await app.page.screenshot({ path: join(folder, file) })
          taken += 1
        }
      }
    }
    if (kind === 'sample' && only.length === 0) await takeReadme(app.page, locale)
  } finally {
    await app.close()
  }
  return taken
}

/** Today in Chinese, closing in English: what the two README files show. */
async function takeReadme(page: Page, locale: (typeof LOCALES)[number]): Promise<void> {
  const chinese = locale === 'zh-CN'
  await page.emulateMedia({ colorScheme: chinese ? 'light' : 'dark', reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 1280, height: 800 })
  await go(page, chinese ? '/' : '/closure')
  await page.screenshot({ path: join(README, chinese ? 'today-zh-CN.png' : 'closure-en.png') })
}

mkdirSync(folder, { recursive: true })
mkdirSync(README, { recursive: true })
const browser = await launchChromium()
try {
  for (const kind of LEDGERS) {
    for (const locale of LOCALES) {
      console.log(`${kind} ${locale}: ${await takeLedger(browser, kind, locale)} pictures`)
    }
  }
} finally {
  await browser.close()
  if (huge !== null) removeFolder(dirname(huge))
}
