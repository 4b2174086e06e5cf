/** What `npm start` runs: the desktop window where it can open, else one clear sentence and the same app in the browser. */
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { cacheFolder, packageRoot } from './data-folder.ts'
import { buildIfStale } from './launch/build-if-stale.ts'
import { noWindowHere, openDesktop } from './launch/desktop.ts'
import { findElectron } from './launch/electron-binary.ts'
import { START_USAGE, type StartOptions, startOptions } from './launch/start-options.ts'
import { type WhyBrowser, whyBrowser } from './launch/why-browser.ts'

/** @returns the exit code of a window that opened, or why none did */
async function tryDesktop(root: string, options: StartOptions): Promise<number | WhyBrowser> {
  const never = noWindowHere(process.platform, process.env, process.getuid?.())
  if (never !== null) return never
  const memory = join(cacheFolder(), 'electron-download.json')
  const electron = await findElectron({ root, memory, retry: options.retry })
  if (electron.kind === 'missing') return electron.why
  const started = await openDesktop(electron.path, root, [
    ...(options.ledger === null ? [] : [`--ledger=${resolve(options.ledger)}`]),
    ...(options.today === null ? [] : [`--today=${options.today}`]),
  ])
  return started.kind === 'closed' ? started.code : 'did-not-open'
}

function serveBrowser(root: string, options: StartOptions): Promise<number> {
  const args = [
    join(root, 'out', 'main', 'web.js'),
    ...(options.noOpen ? ['--no-open'] : []),
    ...(options.ledger === null ? [] : ['--ledger', resolve(options.ledger)]),
    ...(options.today === null ? [] : ['--today', options.today]),
    ...(options.port === null ? [] : ['--port', options.port]),
    ...(options.idleMinutes === null ? [] : ['--idle-minutes', options.idleMinutes]),
  ]
  return new Promise((end, fail) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })
    child.on('error', fail)
    child.on('exit', (code, signal) => end(code ?? (signal === null ? 1 : 0)))
    // The terminal sends Ctrl+C to both; the server closes its ledger and then this ends.
    process.on('SIGINT', () => undefined)
    process.on('SIGTERM', () => child.kill('SIGTERM'))
  })
}

async function start(): Promise<number> {
  const options = startOptions(process.argv.slice(2))
  if (options === null) {
    console.error(START_USAGE)
    return 2
  }
  const root = packageRoot()
  if (!buildIfStale(root)) return 1
  if (!options.browser) {
    const end = await tryDesktop(root, options)
    if (typeof end === 'number') return end
    console.log(whyBrowser(end))
  }
  return serveBrowser(root, options)
}

process.exit(await start())
