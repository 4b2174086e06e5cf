/**
 * A tab was closed and its link is used up, while the server still runs: starting again asks it for a new link and opens
 * no second one. What that takes stands in a file that only its owner can read, like the ledger itself.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { cacheFolder, pageRoot } from '../data-folder.ts'

export type ServedAs = {
  readonly ledgerPath: string
  readonly today?: string | undefined
  /** 0 where any port will do. */
  readonly port?: number
}

type Door = { readonly port: number; readonly doorKey: string }

const zRunning = z.object({ port: z.number(), doorKey: z.string(), build: z.number(), today: z.string().nullable() })
const zLink = z.object({ link: z.string() })

/** Milliseconds for a server on this machine. */
const PATIENCE = 3000

/** @returns takes the note away again */
export function noteRunning({ ledgerPath, today = undefined }: ServedAs, { port, doorKey }: Door): () => void {
  const file = fileOf(ledgerPath)
  const text = JSON.stringify({ port, doorKey, build: buildTime(), today: today ?? null })
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    rmSync(file, { force: true })
    writeFileSync(file, text, { mode: 0o600 })
  } catch {
    // Without the note the next start opens a server of its own.
  }
  return () => {
    // A later server of the same ledger may have written its own.
    if (readText(file) === text) rmSync(file, { force: true })
  }
}

/** A fresh link of the server that serves this ledger already; null where none does, or an older build or another day. */
export async function linkOfRunning({ ledgerPath, today, port = 0 }: ServedAs): Promise<string | null> {
  const running = readRunning(fileOf(ledgerPath))
  if (running === null || running.build !== buildTime() || running.today !== (today ?? null)) return null
  if (port !== 0 && port !== running.port) return null
  const origin = `http://127.0.0.1:${running.port}`
  try {
    const response = await fetch(`${origin}/api/link`, {
      method: 'POST',
      headers: { origin, authorization: `Bearer ${running.doorKey}` },
      body: '{}',
      signal: AbortSignal.timeout(PATIENCE),
    })
    return response.ok ? zLink.parse(await response.json()).link : null
  } catch {
    // It ended without taking its note away.
    return null
  }
}

function readRunning(file: string): z.infer<typeof zRunning> | null {
  try {
    return zRunning.parse(JSON.parse(readText(file) ?? ''))
  } catch {
    return null
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/** A page that was built anew is not to talk to a program of before. */
const buildTime = (): number => statSync(join(pageRoot(), 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0

const fileOf = (ledgerPath: string): string =>
  join(cacheFolder(), `serving-${createHash('sha256').update(resolve(ledgerPath)).digest('hex').slice(0, 16)}.json`)
