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
    let stopped = false
    // Who stops the start in its first seconds wants it stopped, not another window.
    const stop = (signal: NodeJS.Signals): void => {
      stopped = true
      child.kill(signal)
    }
    const end = (started: Started): void => {
      process.off('SIGINT', stop).off('SIGTERM', stop)
      resolve(started)
    }
    process.on('SIGINT', stop).on('SIGTERM', stop)
    child.on('error', () => end({ kind: 'did-not-open' }))
    child.on('exit', (code) => {
      const failed = code !== 0 && !stopped && performance.now() - startedAt < AT_ONCE
      end(failed ? { kind: 'did-not-open' } : { kind: 'closed', code: code ?? 0 })
    })
  })
}
