/** The Chromium of this machine for end-to-end tests: CHROMIUM, else where systems keep it. None is a visible skip. */
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
] as const

const flags = [
  '--headless=new',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const

export const chromiumPath: string | null =
  [process.env.CHROMIUM, ...places].find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null

if (chromiumPath === null) {
  console.log('SKIPPED: no Chromium here; set CHROMIUM to its path to run the tests in a browser.')
}

/** The sandbox of Chromium does not run as root, and containers run tests as root. */
export function launchChromium(): Promise<Browser> {
  if (chromiumPath === null) throw new Error('no Chromium')
  const asRoot = process.getuid?.() === 0
  return chromium.launch({ executablePath: chromiumPath, args: [...flags, ...(asRoot ? ['--no-sandbox'] : [])] })
}
