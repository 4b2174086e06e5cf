/**
 * Finds the Electron program, or has the `electron` package download it: within a time limit, from ELECTRON_MIRROR when
 * that is set, and not again soon after a failure.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Attempt, failedLately, forgetFailure, rememberFailure } from './failed-install.ts'

/** Milliseconds for the download of about 110 MB; HUAQING_ELECTRON_TIMEOUT (seconds) sets another limit. */
const TIME_LIMIT = 120_000

export type Found =
  | { readonly kind: 'found'; readonly path: string }
  | { readonly kind: 'missing'; readonly why: 'failed-lately' | 'failed' | 'too-slow' }

/** The program of the installed package, as the package itself looks for it; null when it was never downloaded. */
export function installedElectron(root: string, env: NodeJS.ProcessEnv = process.env): string | null {
  if (env.ELECTRON_BIN) return existsSync(env.ELECTRON_BIN) ? env.ELECTRON_BIN : null
  const folder = join(root, 'node_modules', 'electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const path = join(env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), readFileSync(pathFile, 'utf8').trim())
  return existsSync(path) ? path : null
}

export type FindOptions = { readonly root: string; readonly memory: string; readonly retry: boolean }

export async function findElectron({ root, memory, retry }: FindOptions): Promise<Found> {
  const installed = installedElectron(root)
  if (installed !== null) return { kind: 'found', path: installed }
  const attempt = { version: electronVersion(root), mirror: process.env.ELECTRON_MIRROR ?? '' }
  if (!retry && failedLately(memory, attempt, Date.now())) return { kind: 'missing', why: 'failed-lately' }
  return install(root, memory, attempt)
}

async function install(root: string, memory: string, attempt: Attempt): Promise<Found> {
  const limit = timeLimit()
  console.log(
    `正在下载桌面窗口（Electron，最多等${limit / 1000}秒）…/ Downloading the desktop window (Electron, ${limit / 1000} s at most)…`,
  )
  const end = await runInstaller(root, limit)
  const path = installedElectron(root)
  if (path !== null) {
    forgetFailure(memory)
    return { kind: 'found', path }
  }
  rememberFailure(memory, attempt, Date.now())
  return { kind: 'missing', why: end === 'too-slow' ? 'too-slow' : 'failed' }
}

function electronVersion(root: string): string {
  const text = readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

function timeLimit(): number {
  const seconds = Number(process.env.HUAQING_ELECTRON_TIMEOUT)
  return Number.isInteger(seconds) && seconds > 0 ? seconds * 1000 : TIME_LIMIT
}

/** The package's own installer, silent: its stack trace helps nobody who only wants the ledger. */
function runInstaller(root: string, limit: number): Promise<'ended' | 'too-slow'> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', 'electron', 'install.js')], {
      cwd: root,
      stdio: 'ignore',
    })
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      resolve('too-slow')
    }, limit)
    const ended = (): void => {
      clearTimeout(timer)
      resolve('ended')
    }
    child.on('error', ended)
    child.on('exit', ended)
  })
}
