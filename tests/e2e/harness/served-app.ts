/** Starts the built app on loopback, as a program of its own with a ledger of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { removeFolder } from '../../remove-folder.ts'

export type ServedApp = {
  /** Opens the page once. */
  readonly url: string
  readonly ledgerPath: string
  readonly close: () => Promise<void>
}

/** `today` is a fixed day for the app's clock. A `ledgerPath` that is given stays; else a temporary one is removed. */
export type ServeOptions = { readonly today?: string; readonly ledgerPath?: string }

const ROOT = join(import.meta.dirname, '..', '..', '..')

export async function serveApp(options: ServeOptions = {}): Promise<ServedApp> {
  const folder = options.ledgerPath === undefined ? mkdtempSync(join(tmpdir(), 'huaqing-e2e-')) : null
  const ledgerPath = options.ledgerPath ?? join(folder!, 'ledger.huaqing')
  const today = options.today === undefined ? [] : ['--today', options.today]
  const child = spawn(
    process.execPath,
    [join(ROOT, 'out', 'main', 'web.js'), '--no-open', '--ledger', ledgerPath, ...today],
    { cwd: ROOT, env: besideLedger(ledgerPath), stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const close = async (): Promise<void> => {
    await ended(child)
    if (folder !== null) removeFolder(folder)
  }
  try {
    return { url: await printedLink(child), ledgerPath, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** What the program keeps for itself lies beside the ledger, and never in the folder of whoever runs the tests. */
export const besideLedger = (ledgerPath: string): NodeJS.ProcessEnv => {
  const folder = dirname(ledgerPath)
  return { ...process.env, XDG_CONFIG_HOME: folder, APPDATA: folder }
}

function printedLink(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (text) => {
      said += text
    })
    createInterface({ input: child.stdout! }).on('line', (line) => {
      if (line.startsWith('http://127.0.0.1:')) resolve(line)
      else said += `${line}\n`
    })
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
