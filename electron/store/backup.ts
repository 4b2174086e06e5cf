import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import type { BackupView } from '#shared/contract/views.ts'
import { isSound } from './soundness.ts'
import type { BackupJob } from './thread/backup-thread.ts'

/**
 * A backup counts only after it was reopened, checked and found equal to the ledger (product.md J). Its name says when
 * and why it was made; until it is verified it bears another ending, so what lies there under its own name is verified.
 */
export type BackupReason = 'asked' | 'before-import' | 'before-migration' | 'before-restore'

const ENDING = '.huaqing'
const UNVERIFIED = '.unverified'
/** The newest ones of each kind that stay; the last one from before a migration always does. */
const KEPT = 10
export const backupFolder = (ledgerPath: string): string => join(dirname(ledgerPath), 'backups')

/** Copies a ledger and verifies the copy. Answers it with `verified: false` where the copy is not sound. */
export async function makeBackup(ledgerPath: string, reason: BackupReason, at: number): Promise<BackupView> {
  const file = newBackupFile(ledgerPath, reason, at)
  // Made here first, so that it is its owner's alone from the first byte on.
  closeSync(openSync(file + UNVERIFIED, 'wx', 0o600))
  const isVerified = await inThread({ ledgerPath, file: file + UNVERIFIED })
  return isVerified ? keep(file, ledgerPath) : viewOf(file + UNVERIFIED)
}

function inThread(job: BackupJob): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(THREAD, { workerData: job })
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('the backup thread ended without an answer')))
  })
}

/** Built, the thread's program lies beside the main one. */
const THREAD = import.meta.url.endsWith('.ts')
  ? new URL('./thread/backup-thread.ts', import.meta.url)
  : new URL('./backup-thread.js', import.meta.url)

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
  for (let moment = at; ; moment += 1) {
    const time = new Date(moment).toISOString().replace(/[-:.Z]/g, '')
    const file = join(folder, `${stemOf(ledgerPath)}${time}-${reason}${ENDING}`)
    if (!existsSync(file) && !existsSync(file + UNVERIFIED)) return file
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
