import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Database } from 'better-sqlite3'
import { momentText } from '#shared/kernel/moment.ts'
import type { Warning } from '#shared/outlook/answers.ts'
import { isDamage } from './disk-errors.ts'
import { ledgerName } from './identity.ts'
import { jsonOrNull } from './shapes.ts'
import { revisionOf } from './soundness.ts'
import type { Store } from './store.ts'

/**
 * How far a ledger had come when it was last used on this computer, kept beside it in the program's own folder. A file
 * that is the same ledger and has not come as far is an older copy that something put in its place: a service that
 * syncs, another program, a hand. One that came as far and lacks the last step that was taken here went another way: two
 * computers wrote. Nothing in the file itself can tell. What is kept holds no amount and no name.
 */
export type Seen = {
  readonly ledger: string
  readonly revision: number
  readonly at: number
  /** The newest step of its history that stays; null where it had none, or an older program kept none. */
  readonly step: Step | null
}

/** A step of the history, known again by what it says of itself. */
type Step = { readonly id: number; readonly place: number; readonly mark: string }

/** When the ledger was used here that this one is older than, and by how many changes; null where it went another way. */
export type Older = { readonly at: number; readonly count: number | null }

export type Memory = {
  /** Null where it has come as far as it had; what it lacks stands until this file is accepted as the ledger. */
  readonly older: () => Older | null
  /** How far it has come; of an older copy not yet, for a setting says nothing about which of the two is meant. */
  readonly remember: () => void
  /** Something was recorded, or the user looked and said so: from now on this file is the ledger. */
  readonly accept: () => void
}

type Remembering = { readonly seenFolder?: string | undefined; readonly path: string; readonly now: () => number }

export function createMemory(database: Database, { seenFolder: folder, path, now }: Remembering): Memory {
  const ledger = ledgerName(database)
  if (folder === undefined || ledger === null)
    return { older: () => null, remember: () => undefined, accept: () => undefined }
  const place = { folder, path }
  let seen = readSeen(place)
  const compare = (): Older | null => (seen?.ledger === ledger ? olderThan(seen, database) : null)
  let older = compare()
  const keep = (): void => {
    const revision = revisionOf(database)
    if (!Number.isSafeInteger(revision) || (seen?.ledger === ledger && seen.revision === revision)) return
    seen = { ledger, revision, at: now(), step: unlessDamaged(() => newestStep(database)) }
    writeSeen(place, seen)
  }
  return {
    older: () => {
      if (older === null) return null
      // Another process may have recorded in it, or heard that it is the ledger.
      const kept = readSeen(place)
      if (kept?.revision !== seen?.revision || kept?.at !== seen?.at) {
        seen = kept
        older = compare()
      }
      return older
    },
    remember: () => {
      if (older === null) keep()
    },
    accept: () => {
      older = null
      keep()
    },
  }
}

function olderThan(seen: Seen, database: Database): Older | null {
  const { revision, at, step } = seen
  const now = revisionOf(database)
  if (now < revision) return { at, count: revision - now }
  return step !== null && unlessDamaged(() => lacks(database, step, at)) ? { at, count: null } : null
}

/** A damaged history is told by who needs it: it keeps nobody from opening the ledger, to see what is wrong. */
function unlessDamaged<T>(look: () => T): T | null {
  try {
    return look()
  } catch (error) {
    if (isDamage(error)) return null
    throw error
  }
}

/** Steps stay in the history: only a compaction takes some away, and another content has a history of its own. */
function lacks(database: Database, { id, place, mark }: Step, at: number): boolean {
  const row = database.prepare(`${STEPS} AND id = ?`).get(id) as StepRow | undefined
  if (row !== undefined && markOf(row) === mark) return false
  return database.prepare(GONE_RIGHTLY).get({ place, at }) === undefined
}

function newestStep(database: Database): Step | null {
  const row = database.prepare(`${STEPS} ORDER BY place DESC LIMIT 1`).get() as StepRow | undefined
  return row === undefined || mayGo(row) ? null : { id: row.id, place: row.place, mark: markOf(row) }
}

type StepRow = {
  readonly id: number
  readonly place: number
  readonly at: number
  readonly code: string
  readonly details: string
  readonly state: string
}

const markOf = ({ at, code, details }: StepRow): string =>
  createHash('sha256').update(`${at} ${code} ${details}`).digest('hex').slice(0, 16)

/** An undone step that replaced the content goes with the history that it stands in when it is done again. */
const mayGo = ({ state, details }: StepRow): boolean =>
  state === 'undone' && (jsonOrNull(details) as { readonly kept?: unknown } | null)?.kept !== undefined

const STEPS = "SELECT id, place, at, code, details, state FROM action WHERE place IS NOT NULL AND state <> 'staging'"

const GONE_RIGHTLY = `
SELECT 1 FROM meta WHERE key = 'undo_floor' AND value >= @place
UNION ALL SELECT 1 FROM action WHERE at >= @at AND json_valid(details) AND json_extract(details, '$.kept') IS NOT NULL`

/** The same as a sentence. */
export function olderWarning({ older }: Pick<Store, 'older'>): Warning | null {
  const known = older()
  if (known === null) return null
  const at = momentText(known.at)
  return known.count === null
    ? { code: 'ledger-apart', values: { at } }
    : { code: 'ledger-older', values: { at, count: known.count } }
}

type Place = { readonly folder: string; readonly path: string }

const fileOf = ({ folder, path }: Place): string =>
  join(folder, `${createHash('sha256').update(resolve(path)).digest('hex').slice(0, 16)}.json`)

/** Null where it was never seen, or nothing readable is kept. */
function readSeen(place: Place): Seen | null {
  const kept = keptIn(fileOf(place))
  return kept === null ? null : { ledger: kept.ledger, revision: kept.revision, at: kept.at, step: kept.step }
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
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Record<keyof Kept, unknown>
    const { ledger, revision, at, path } = kept
    const isKept = typeof ledger === 'string' && typeof path === 'string' && isCount(revision) && isCount(at)
    return isKept ? { ledger, revision, at, path, step: stepIn(kept.step) } : null
  } catch {
    return null
  }
}

function stepIn(step: unknown): Step | null {
  const { id, place, mark } = (step ?? {}) as Record<keyof Step, unknown>
  return isCount(id) && isCount(place) && typeof mark === 'string' ? { id, place, mark } : null
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value)
