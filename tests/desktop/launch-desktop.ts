/** Starts the built desktop app through Playwright: on ELECTRON_BIN, else on the Electron that is installed. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { beforeEach, describe } from 'vitest'
import { LEDGER_FILE } from '../../electron/data-folder.ts'
import { installedElectron } from '../../electron/launch/electron-binary.ts'
import { watchProblems } from '../e2e/harness/problems.ts'
import { removeFolder } from '../remove-folder.ts'

export const ROOT = resolve(import.meta.dirname, '..', '..')

export const electronBinary: string | null = installedElectron(ROOT, {
  ...process.env,
  ...(process.env.ELECTRON_BIN ? { ELECTRON_BIN: resolve(process.env.ELECTRON_BIN) } : {}),
})

if (electronBinary === null) {
  console.log('SKIPPED: no Electron here; run `npx install-electron` or set ELECTRON_BIN to run the desktop tests.')
}

export function describeDesktop(name: string, tests: () => void): void {
  describe(name, () => {
    beforeEach((context) => context.skip(electronBinary === null, 'no Electron here'))
    tests()
  })
}

/** A user of their own: settings, window, ledger. Survives restarts of the app; `remove` ends it. */
export type Home = {
  readonly userData: string
  readonly ledgerPath: string
  /** The ledger is asked for by its name; else it lies where the app keeps it. */
  readonly isNamed: boolean
  readonly remove: () => void
}

export function newHome({ isNamed = true }: { readonly isNamed?: boolean } = {}): Home {
  const folder = mkdtempSync(join(tmpdir(), 'huaqing-desktop-'))
  const userData = join(folder, 'user-data')
  mkdirSync(userData)
  return {
    userData,
    ledgerPath: join(isNamed ? folder : userData, LEDGER_FILE),
    isNamed,
    remove: () => removeFolder(folder),
  }
}

const argumentsOf = ({ userData, ledgerPath, isNamed }: Home): string[] => [
  '.',
  `--user-data-dir=${userData}`,
  ...(isNamed ? [`--ledger=${ledgerPath}`] : []),
]

export type Desktop = { readonly app: ElectronApplication; readonly page: Page; readonly problems: readonly string[] }

export async function launchDesktop(home: Home, more: readonly string[] = []): Promise<Desktop> {
  const app = await _electron.launch({
    executablePath: electronBinary!,
    args: [...argumentsOf(home), ...more],
    cwd: ROOT,
    colorScheme: null,
  })
  const page = await app.firstWindow()
  const problems = watchProblems(page)
  await page.waitForFunction(() => document.querySelector('#root')?.hasChildNodes() === true)
  return { app, page, problems }
}

/** Starts the program once more, as a second double click would, and waits for its end. */
export function startAgain(home: Home): Promise<number | null> {
  return new Promise((end, fail) => {
    const child = spawn(electronBinary!, argumentsOf(home), { cwd: ROOT, stdio: 'ignore' })
    child.on('error', fail)
    child.on('exit', (code) => end(code))
  })
}
