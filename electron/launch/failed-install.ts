/** Remembers that Electron could not be downloaded, so that the next start does not wait for the same failure. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

/** Milliseconds after which a failure is forgotten: networks change. */
export const MEMORY = 7 * 24 * 60 * 60_000

const schema = z.object({ version: z.string(), mirror: z.string(), at: z.number() })
/** One attempt: another version or another mirror is another attempt. */
export type Attempt = { readonly version: string; readonly mirror: string }

export function failedLately(file: string, attempt: Attempt, now: number): boolean {
  try {
    const kept = schema.parse(JSON.parse(readFileSync(file, 'utf8')))
    const same = kept.version === attempt.version && kept.mirror === attempt.mirror
    return same && kept.at <= now && now - kept.at < MEMORY
  } catch {
    return false
  }
}

/** A cache that cannot be written costs the next start its waiting time, nothing else. */
export function rememberFailure(file: string, attempt: Attempt, now: number): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify({ ...attempt, at: now }))
  } catch {
    console.error(`${file}: ?`)
  }
}

export const forgetFailure = (file: string): void => rmSync(file, { force: true })
