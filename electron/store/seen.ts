import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Database } from 'better-sqlite3'
import { momentText } from '#shared/kernel/moment.ts'
import type { Warning } from '#shared/outlook/answers.ts'
import { ledgerName } from './identity.ts'
import { revisionOf } from './soundness.ts'
import type { Store } from './store.ts'

/**
 * How far a ledger had come when it was last used on this computer, kept beside it in the program's own folder. A file
 * that is the same ledger and has not come as far is an older copy that something put in its place: a service that
 * syncs, another program, a hand. Nothing in the file itself can tell. What is kept holds no amount and no name.
 */
export type Seen = { readonly ledger: string; readonly revision: number; readonly at: number }

/** By how many changes a ledger is older than the one that was used here, and when that was. */
export type Older = { readonly at: number; readonly count: number }

export type Memory = {
  /** Null where it has come as far as it had; what it lacks stands until something is recorded in this file. */
  readonly older: () => Older | null
  /** How far it has come; of an older copy not yet, for a setting says nothing about which of the two is meant. */
  readonly remember: () => void
  /** Something was recorded: from now on this file is the ledger. */
  readonly recorded: () => void
}

type Remembering = { readonly seenFolder?: string | undefined; readonly path: string; readonly now: () => number }

export function createMemory(database: Database, { seenFolder: folder, path, now }: Remembering): Memory {
  const ledger = ledgerName(database)
  if (folder === undefined || ledger === null)
    return { older: () => null, remember: () => undefined, recorded: () => undefined }
  const place = { folder, path }
  let seen = readSeen(place)
  let older = seen?.ledger === ledger ? olderThan(seen, revisionOf(database)) : null
  const keep = (): void => {
    const revision = revisionOf(database)
    if (!Number.isSafeInteger(revision) || (seen?.ledger === ledger && seen.revision === revision)) return
    seen = { ledger, revision, at: now() }
    writeSeen(place, seen)
  }
  return {
    older: () => older,
    remember: () => {
      if (older === null) keep()
    },
    recorded: () => {
      older = null
      keep()
    },
  }
}

const olderThan = ({ revision, at }: Seen, now: number): Older | null =>
  now < revision ? { at, count: revision - now } : null

/** The same as a sentence. */
export function olderWarning({ older }: Pick<Store, 'older'>): Warning | null {
  const known = older()
  return known && { code: 'ledger-older', values: { at: momentText(known.at), count: known.count } }
}

type Place = { readonly folder: string; readonly path: string }

const fileOf = ({ folder, path }: Place): string =>
  join(folder, `${createHash('sha256').update(resolve(path)).digest('hex').slice(0, 16)}.json`)

/** Null where it was never seen, or nothing readable is kept. */
function readSeen(place: Place): Seen | null {
  const kept = keptIn(fileOf(place))
  return kept === null ? null : { ledger: kept.ledger, revision: kept.revision, at: kept.at }
}

/** A folder that cannot be written keeps nobody from working: then an older copy goes unnoticed. */
function writeSeen(place: Place, seen: Seen): void {
  const file = fileOf(place)
  try {
    if (!existsSync(file)) forgetMissing(place.folder)
    writeFileSync(file, `${JSON.stringify({ ...seen, path: resolve(place.path) })}\n`, { mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
  }
}

/** The user put another file in the ledger's place: it is as far as it should be. */
export const forgetSeen = (place: Place): void => rmSync(fileOf(place), { force: true })

/** Ledgers that are no longer where they were need no memory; nothing else tells how many there will be. */
function forgetMissing(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    if (name.endsWith('.json') && !existsSync(keptIn(file)?.path ?? '')) rmSync(file, { force: true })
  }
}

type Kept = Seen & { readonly path: string }

function keptIn(file: string): Kept | null {
  try {
    const { ledger, revision, at, path } = JSON.parse(readFileSync(file, 'utf8')) as Record<keyof Kept, unknown>
    const isKept = typeof ledger === 'string' && typeof path === 'string' && isCount(revision) && isCount(at)
    return isKept ? { ledger, revision, at, path } : null
  } catch {
    return null
  }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value)
