import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type Database from 'better-sqlite3'
import type { Refusal } from '#shared/contract/reply.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { type ActionLabel, appendAction } from './actions.ts'
import { backupFolder } from './backup-files.ts'
import { APPLICATION_ID, openDatabase } from './database.ts'
import { isBeingStaged } from './import/staged-elsewhere.ts'
import { ledgerRefusal } from './open-refusal.ts'
import { isSound } from './soundness.ts'
import type { Store } from './store.ts'

/**
 * Restoring puts the content of a verified copy in the place of the present one, in one transaction: other processes
 * see the ledger before or after it, and a crash leaves one of the two. Settings and the ledger's identity stay, for
 * they are no part of what was recorded.
 */
const STAYS = ['setting', 'identity']

/** A copy beside the ledger, of this program's schema, checked. Whoever asked for it removes it. */
export function copyToRestore(file: string, ledgerPath: string): Outcome<string, Refusal> {
  const opened = openDatabase({ path: file, create: false, readOnly: true })
  // Every refusal here is about the backup: a sentence that sends to the backups would send in a circle.
  if (!opened.ok) return opened.refusal.kind === 'ledger-damaged' ? damaged(file) : opened
  const { database, readOnly } = opened.value
  const copy = `${ledgerPath}.restoring-${process.pid}`
  rmSync(copy, { force: true })
  try {
    if (readOnly === 'ledger-newer') return refused(ledgerRefusal('ledger-newer', file))
    // An empty file opens as a ledger that is still to be made.
    if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID)
      return refused(ledgerRefusal('ledger-not-a-ledger', file))
    if (!isSound(database)) return damaged(file)
    // Made here first, so that it is its owner's alone from the first byte on.
    closeSync(openSync(copy, 'wx', 0o600))
    database.pragma('query_only = OFF')
    database.prepare('VACUUM INTO ?').run(copy)
    return done(copy)
  } finally {
    database.close()
  }
}

const damaged = (file: string): Outcome<never, Refusal> => refused({ kind: 'backup-damaged', values: { file } })

export type Replacement = {
  /** A copy made by `copyToRestore`. */
  readonly copy: string
  /** What the ledger's revision was when its present content was kept. */
  readonly revision: number
  /** Names it in the history; null where the history itself is put back. */
  readonly label: ActionLabel | null
}

/** Puts a copy's content in place. Refuses where the ledger moved on since its present content was kept. */
export function replaceContent(store: Store, { copy, revision, label }: Replacement): Outcome<null, Refusal> {
  const { raw } = store.connection
  raw.prepare('ATTACH ? AS restored').run(copy)
  // Rows arrive table by table; what points to what is checked when all are there.
  raw.pragma('foreign_keys = OFF')
  try {
    return store.change<null, Refusal>((writer) => {
      if (store.revision() !== revision) return refused({ kind: 'ledger-moved-on' })
      if (isBeingStaged(raw)) return refused({ kind: 'restore-while-importing' })
      copyTables(raw)
      if (label !== null) appendAction(writer, label)
      return done(null)
    })
  } finally {
    raw.pragma('foreign_keys = ON')
    raw.exec('DETACH restored')
  }
}

function copyTables(raw: Database.Database): void {
  const counters = ['revision', 'import_basis'].map((key) => [key, counterOf(raw, key)] as const)
  for (const name of tablesOf(raw)) {
    raw.exec(`DELETE FROM main."${name}"`)
    raw.exec(`INSERT INTO main."${name}" SELECT * FROM restored."${name}"`)
  }
  raw.exec(WITHOUT_STAGED)
  // Every number that others compare must be one that they have not seen.
  const put = raw.prepare('INSERT OR REPLACE INTO main.meta (key, value) VALUES (?, ?)')
  for (const [key, value] of counters) put.run(key, value + 1)
}

const counterOf = (raw: Database.Database, key: string): number =>
  Number(
    raw
      .prepare(
        'SELECT max(value) FROM (SELECT value FROM main.meta WHERE key = @key UNION ALL SELECT value FROM restored.meta WHERE key = @key UNION ALL SELECT 0)',
      )
      .pluck()
      .get({ key }),
  )

function tablesOf(raw: Database.Database): readonly string[] {
  const names = raw.prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table'").pluck().all() as string[]
  return names.filter((name) => !name.startsWith('sqlite_') && !STAYS.includes(name))
}

/** A copy made while an import was previewed holds rows that never counted. */
const WITHOUT_STAGED = `
DELETE FROM main.entry WHERE appended_by IN (SELECT id FROM main.action WHERE state = 'staging');
DELETE FROM main.record WHERE appended_by IN (SELECT id FROM main.action WHERE state = 'staging');
DELETE FROM main.statement_file WHERE action IN (SELECT id FROM main.action WHERE state = 'staging');
DELETE FROM main.action WHERE state = 'staging';`

/**
 * For a ledger that cannot be opened, or is gone: the copy takes its place as a file. What was there is moved aside,
 * with its log, and never removed. Answers where it lies; null where there was nothing.
 */
export function replaceFile(ledgerPath: string, copy: string, at: number): string | null {
  const aside = existsSync(ledgerPath) ? setAside(ledgerPath, at) : null
  // A log that belongs to another file would be played into this one.
  for (const ending of ['-wal', '-shm']) rmSync(ledgerPath + ending, { force: true })
  renameSync(copy, ledgerPath)
  return aside
}

function setAside(ledgerPath: string, at: number): string {
  const folder = backupFolder(ledgerPath)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const time = new Date(at).toISOString().replace(/[-:.Z]/g, '')
  const aside = join(folder, `${basename(ledgerPath)}-${time}-damaged`)
  copyFileSync(ledgerPath, aside)
  if (existsSync(`${ledgerPath}-wal`)) copyFileSync(`${ledgerPath}-wal`, `${aside}-wal`)
  return aside
}

/** The content that an undone restore or repair puts back lies in the backup that its label names. */
export const keptBy = (ledgerPath: string, label: ActionLabel): string | null => {
  const kept = label.values.kept
  return typeof kept === 'string' ? join(backupFolder(ledgerPath), kept) : null
}

/** Undoes a restore: what was kept before it is put back, with its own history. */
export function putBack(store: Store, kept: string): Outcome<null, Refusal> {
  if (!existsSync(kept)) return refused({ kind: 'restore-copy-gone', values: { file: kept } })
  const copied = copyToRestore(kept, store.path)
  if (!copied.ok) return copied
  try {
    return replaceContent(store, { copy: copied.value, revision: store.revision(), label: null })
  } finally {
    rmSync(copied.value, { force: true })
  }
}
