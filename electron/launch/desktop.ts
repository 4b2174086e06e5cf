/** Starts the desktop window, and tells a window that was closed from one that never came. */
import { spawn } from 'node:child_process'

/** Milliseconds in which a failing Electron ends: a missing library, a sandbox that the system forbids. */
const AT_ONCE = 8_000

export type Started = { readonly kind: 'closed'; readonly code: number } | { readonly kind: 'did-not-open' }

/** Why no window can open here, before trying; null when one can. */
export function noWindowHere(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
  userId: number | undefined,
): 'no-screen' | 'root' | null {
  if (platform !== 'linux') return null
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return 'no-screen'
  // Chromium's sandbox refuses to run as root, and without its sandbox the window does not open.
  return userId === 0 ? 'root' : null
}

/** @param switches of the app itself, e.g. `--ledger=FILE` */
export function openDesktop(electron: string, root: string, switches: readonly string[]): Promise<Started> {
  const startedAt = performance.now()
  const args = [root, ...switches]
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  return new Promise((resolve) => {
    const child = spawn(electron, args, { cwd: root, stdio: 'inherit', env })
    child.on('error', () => resolve({ kind: 'did-not-open' }))
    child.on('exit', (code) => {
      const early = performance.now() - startedAt < AT_ONCE
      resolve(code !== 0 && early ? { kind: 'did-not-open' } : { kind: 'closed', code: code ?? 1 })
    })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  })
}
