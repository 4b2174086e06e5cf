/** Builds the app when `out/` is missing or older than its sources. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = ['electron', 'renderer', 'shared', 'electron.vite.config.ts', 'package.json'] as const
const BUILT = [
  'out/main/index.js',
  'out/main/web.js',
  'out/main/ledger-thread.js',
  'out/main/ledger-work.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
] as const

function newest(path: string): number {
  const status = statSync(path, { throwIfNoEntry: false })
  if (status === undefined) return 0
  if (!status.isDirectory()) return status.mtimeMs
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** True when something of the build is missing or a source changed after it. Without sources (a package) it never is. */
export function isStale(root: string): boolean {
  if (!existsSync(join(root, 'electron.vite.config.ts'))) return false
  const built = BUILT.map((path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0)
  return Math.min(...built) < Math.max(...SOURCES.map((path) => newest(join(root, path))))
}

/** @returns false when the build failed; what it printed says why */
export function buildIfStale(root: string): boolean {
  if (!isStale(root)) return true
  console.log('正在准备（只在第一次和更新以后）…/ Preparing (the first time and after updates)…')
  const builder = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { status } = spawnSync(process.execPath, [builder, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  })
  return status === 0
}
