import { closeSync, constants, copyFileSync, existsSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import type { Refusal } from '#shared/contract/reply.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { fileStamp } from '../instant.ts'
import { type ActionLabel, appendUndone } from './actions.ts'
import { backUpAtOnce } from './backup.ts'
import { backupFolder, fitBackupFolder } from './backup-files.ts'
import { APPLICATION_ID, openDatabase } from './database.ts'
import { IS_STAGED, isBeingStaged } from './import/staged-elsewhere.ts'
import { type LedgerAt, ledgerRefusal } from './open-refusal.ts'
import type { Writer } from './queries.ts'
import { isSound } from './soundness.ts'
import type { Store } from './store.ts'

/**
 * Restoring puts the content of a verified copy in the place of the present one, in one transaction: other processes
 * see the ledger before or after it, and a crash leaves one of the two. Settings and the ledger's identity stay, for
 * they are no part of what was recorded.
 */
const STAYS = ['setting', 'identity']

/** A copy beside the ledger, of this program's schema, checked. Whoever asked for it removes it. */
export function copyToRestore(file: string, ledger: LedgerAt): Outcome<string, Refusal> {
  const backup = { path: file, now: ledger.now }
  const opened = openDatabase({ ...backup, create: false, readOnly: true })
  // Every refusal here is about the backup: a sentence that sends to the backups would send in a circle.
  if (!opened.ok) return opened.refusal.kind === 'ledger-damaged' ? damaged(file) : opened
  const { database, readOnly } = opened.value
  const copy = `${ledger.path}.restoring-${process.pid}`
  rmSync(copy, { force: true })
  try {
    if (readOnly === 'ledger-newer') return refused(ledgerRefusal('ledger-newer', backup))
    // An empty file opens as a ledger that is still to be made.
    if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID)
      return refused(ledgerRefusal('ledger-not-a-ledger', backup))
    if (!isSound(database)) return damaged(file)
    // Made here first, so that it is its owner's alone from the first byte on.
    closeSync(openSync(copy, 'wx', 0o600))
    database.pragma('query_only = OFF')
    database.prepare('VACUUM INTO ?').run(copy)
    dropStaged(copy)
    return done(copy)
  } finally {
    database.close()
  }
}

/** A copy made while an import was previewed holds rows that never counted, and rows that belong to those. */
function dropStaged(copy: string): void {
  const database = new Database(copy)
  try {
    database.exec(WITHOUT_STAGED)
  } finally {
    database.close()
  }
}

const STAGED = `(SELECT id FROM action WHERE ${IS_STAGED})`
const WITHOUT_STAGED = `
DELETE FROM daily_sum WHERE action IN ${STAGED};
DELETE FROM entry_account WHERE entry IN (SELECT seq FROM entry WHERE appended_by IN ${STAGED});
DELETE FROM entry WHERE appended_by IN ${STAGED};
DELETE FROM record WHERE appended_by IN ${STAGED};
DELETE FROM statement_file WHERE action IN ${STAGED};
DELETE FROM action WHERE ${IS_STAGED};`

const damaged = (file: string): Outcome<never, Refusal> => refused({ kind: 'backup-damaged', values: { file } })

export type Replacement = {
  /** A copy made by `copyToRestore`. */
  readonly copy: string
  /** What the ledger's revision was when its present content was kept. */
  readonly revision: number
  /** Writes in the history how this came about, where the copy's own history does not say it. */
  readonly note: (writer: Writer) => void
}

/** Puts a copy's content in place. Refuses where the ledger moved on since its present content was kept. */
export function replaceContent(store: Store, { copy, revision, note }: Replacement): Outcome<null, Refusal> {
  const { raw } = store.connection
  raw.prepare('ATTACH ? AS restored').run(copy)
  // Rows arrive table by table; what points to what is checked when all are there.
  raw.pragma('foreign_keys = OFF')
  try {
    return store.change<null, Refusal>((writer) => {
      if (store.revision() !== revision) return refused({ kind: 'ledger-moved-on' })
      if (isBeingStaged(raw)) return refused({ kind: 'restore-while-importing' })
      copyTables(raw)
      if ((raw.pragma('main.foreign_key_check') as unknown[]).length > 0) throw new Error('a restore that leaves a gap')
      note(writer)
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
  // Every number that others compare must be one that they have not seen.
  const put = raw.prepare('INSERT OR REPLACE INTO main.meta (key, value) VALUES (?, ?)')
  for (const [key, value] of counters) put.run(key, value + 1)
  raw.exec("DELETE FROM main.meta WHERE key = 'adjustments'")
}

const counterOf = (raw: Database.Database, key: string): number =>
  Number(
    raw
      .prepare(
        'SELECT max(value) FROM (SELECT value FROM main.meta WHERE key = @key UNION ALL SELECT value FROM restored.meta WHERE key = @key UNION ALL SELECT 0) WHERE value < 9007199254740991',
      )
      .pluck()
      .get({ key }),
  )

function tablesOf(raw: Database.Database): readonly string[] {
  const names = raw.prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table'").pluck().all() as string[]
  return names.filter((name) => !name.startsWith('sqlite_') && !STAYS.includes(name))
}

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
  const folder = fitBackupFolder(ledgerPath)
  const aside = nameAside(join(folder, basename(ledgerPath)), at)
  copyFileSync(ledgerPath, aside, constants.COPYFILE_EXCL)
  if (existsSync(`${ledgerPath}-wal`)) copyFileSync(`${ledgerPath}-wal`, `${aside}-wal`)
  return aside
}

/** A name that nothing has yet: what was put aside before is not overwritten, whatever the clock says. */
function nameAside(stem: string, at: number): string {
  const time = fileStamp(at)
  const aside = `${stem}-${time}-damaged`
  return existsSync(aside) ? nameAside(stem, at + 1) : aside
}

/** A step that replaced the content names two backups: what was there before it, and, once undone, what was there after. */
type Kept = 'kept' | 'again'

const backupOf = (store: Store, label: ActionLabel, which: Kept): string | null => {
  const name = label.values[which]
  return typeof name === 'string' ? join(backupFolder(store.path), basename(name)) : null
}

export const replacedContent = ({ values }: ActionLabel): boolean => typeof values.kept === 'string'

/**
 * Undoes a restore or a repair: what was kept before it is put back, with its own history. What is there now is kept in
 * its turn, for redo.
 */
export function putBack(store: Store, label: ActionLabel): Outcome<null, Refusal> {
  return putKept(store, { label, which: 'kept' }, (copy) => {
    const again = backUpAtOnce(store.connection.raw, { path: store.path, reason: 'before-undo', at: store.now() })
    const undone = { ...label, values: { ...label.values, again: basename(again.file) } }
    return replaceContent(store, { copy, revision: store.revision(), note: (writer) => appendUndone(writer, undone) })
  })
}

/** Does it again: its content comes back with the history that it had, this step and those after it included. */
export const putAgain = (store: Store, label: ActionLabel): Outcome<null, Refusal> =>
  putKept(store, { label, which: 'again' }, (copy) =>
    replaceContent(store, { copy, revision: store.revision(), note: () => undefined }),
  )

function putKept(
  store: Store,
  { label, which }: { readonly label: ActionLabel; readonly which: Kept },
  put: (copy: string) => Outcome<null, Refusal>,
): Outcome<null, Refusal> {
  const file = backupOf(store, label, which) ?? ''
  if (!existsSync(file)) return refused({ kind: 'restore-copy-gone', values: { file } })
  const copied = copyToRestore(file, store)
  if (!copied.ok) return copied
  try {
    return put(copied.value)
  } finally {
    rmSync(copied.value, { force: true })
  }
}
