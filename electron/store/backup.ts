import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import type { BackupView } from '#shared/contract/views.ts'
import { fingerprintOf, isSound } from './soundness.ts'
import type { Store } from './store.ts'

/**
 * A backup counts only after it was reopened, checked and found equal to the ledger (product.md J). Its name says when
 * and why it was made; until it is verified it bears another ending, so what lies there under its own name is verified.
 */
export type BackupReason = 'asked' | 'before-import' | 'before-migration' | 'before-restore'

const ENDING = '.huaqing'
const UNVERIFIED = '.unverified'
/** The newest ones of each kind that stay; the last one from before a migration always does. */
const KEPT = 10
/** Pages copied at once: about 8 MB, a few milliseconds, then others have their turn. */
const PAGES = 2000
const TRIES = 3

export const backupFolder = (ledgerPath: string): string => join(dirname(ledgerPath), 'backups')

/** Copies the open ledger and verifies the copy. Answers it with `verified: false` where the copy is not sound. */
export async function makeBackup(store: Store, reason: BackupReason, at: number): Promise<BackupView> {
  const file = newBackupFile(store.path, reason, at)
  for (let attempt = 1; ; attempt += 1) {
    await store.connection.raw.backup(file + UNVERIFIED, { progress: () => PAGES })
    const outcome = verifyCopy(store, file + UNVERIFIED)
    // A write came between the copy and its check: another copy.
    if (outcome === 'moved-on' && attempt < TRIES) continue
    return outcome === 'sound' ? keep(file, store.path) : viewOf(file + UNVERIFIED)
  }
}

/** The same for a ledger whose schema is about to change, before anything else may use it. */
export function backUpBeforeMigration(database: Database.Database, path: string, at: number): BackupView {
  const file = newBackupFile(path, 'before-migration', at)
  database.prepare('VACUUM INTO ?').run(file + UNVERIFIED)
  const copy = new Database(file + UNVERIFIED, { readonly: true })
  try {
    if (!isSound(copy)) throw new Error('the backup before a migration is not sound')
  } finally {
    copy.close()
  }
  return keep(file, path)
}

/** The backups of a ledger, the newest first. */
export function listBackups(ledgerPath: string): readonly BackupView[] {
  const folder = backupFolder(ledgerPath)
  if (!existsSync(folder)) return []
  const stem = stemOf(ledgerPath)
  return readdirSync(folder)
    .filter((name) => name.startsWith(stem) && (name.endsWith(ENDING) || name.endsWith(ENDING + UNVERIFIED)))
    .map((name) => viewOf(join(folder, name)))
    .sort((a, b) => b.at - a.at)
}

const stemOf = (ledgerPath: string): string => `${basename(ledgerPath).replace(/\.[^.]*$/, '')}-`

/** `ledger-20260901T120000123-before-import.huaqing`, in universal time: names sort as they were made. */
function newBackupFile(ledgerPath: string, reason: BackupReason, at: number): string {
  const folder = backupFolder(ledgerPath)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const time = new Date(at).toISOString().replace(/[-:.Z]/g, '')
  return join(folder, `${stemOf(ledgerPath)}${time}-${reason}${ENDING}`)
}

type Verdict = 'sound' | 'damaged' | 'moved-on'

function verifyCopy(store: Store, file: string): Verdict {
  const copy = new Database(file)
  try {
    // Without a log beside it the copy is one file that can be moved and sent.
    copy.pragma('journal_mode = DELETE')
    if (!isSound(copy)) return 'damaged'
    const [own, copied] = [fingerprintOf(store.connection.raw), fingerprintOf(copy)]
    if (own === copied) return 'sound'
    return own.split(' ')[0] === copied.split(' ')[0] ? 'damaged' : 'moved-on'
  } finally {
    copy.close()
  }
}

function keep(file: string, ledgerPath: string): BackupView {
  if (process.platform !== 'win32') chmodSync(file + UNVERIFIED, 0o600)
  renameSync(file + UNVERIFIED, file)
  rotate(ledgerPath)
  return viewOf(file)
}

function rotate(ledgerPath: string): void {
  const verified = listBackups(ledgerPath).filter((backup) => backup.verified)
  const lastMigration = verified.find((backup) => backup.reason === 'before-migration')
  for (const backup of verified.slice(KEPT)) if (backup !== lastMigration) rmSync(backup.file)
}

function viewOf(file: string): BackupView {
  const [, time = '', reason = ''] = /-(\d{8}T\d{9})-([a-z-]+)\.huaqing/.exec(basename(file)) ?? []
  const iso = time.replace(/^(....)(..)(..)T(..)(..)(..)(...)$/, '$1-$2-$3T$4:$5:$6.$7Z')
  const { size, mtimeMs } = statSync(file)
  const at = time === '' ? Math.floor(mtimeMs) : Date.parse(iso)
  return { file, at, verified: file.endsWith(ENDING), bytes: size, reason }
}
