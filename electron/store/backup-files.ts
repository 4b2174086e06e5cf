import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { BackupReason, BackupView } from '#shared/contract/safety-views.ts'
import { dayText } from '#shared/kernel/day.ts'
import { dayAt } from '#shared/kernel/moment.ts'
import { fileStamp } from '../instant.ts'

/**
 * A backup's name says when and why it was made: `ledger-20260901T120000123-before-import.huaqing`, in universal time,
 * so that names sort as they were made. While it is made, and when it did not prove equal, it bears another ending:
 * what lies there under its own name is verified.
 */
const ENDING = '.huaqing'
export const UNVERIFIED = '.unverified'
export const LOCKED = '.age'
const MAKING = '.making'

const NAME = /^(.*)-(\d{8}T\d{9})-([a-z-]+)\.huaqing(\.age|\.unverified)?$/

export const backupFolder = (ledgerPath: string): string => join(dirname(ledgerPath), 'backups')

const stemOf = (ledgerPath: string): string => basename(ledgerPath).replace(/\.[^.]*$/, '')

/**
 * What a clock that was ahead dated later than a moment was made before it, and stands after what is dated right: it is
 * not the newest, and it is the first to go.
 */
export const newestBy = (backups: readonly BackupView[], moment: number): readonly BackupView[] => [
  ...backups.filter(({ at }) => at <= moment),
  ...backups.filter(({ at }) => at > moment),
]

/** Within a minute it is the same clock, read twice; what is dated later comes from one that was ahead. */
export const latestNow = (now: number): number => now + 60_000

/** The backups of a ledger in a folder, the newest first. */
export function listBackups(ledgerPath: string, folder = backupFolder(ledgerPath)): readonly BackupView[] {
  const stem = stemOf(ledgerPath)
  return namesIn(folder)
    .flatMap((name) => {
      const view = viewOf(join(folder, name))
      return view && NAME.exec(name)?.[1] === stem ? [view] : []
    })
    .sort((a, b) => b.at - a.at)
}

function namesIn(folder: string): readonly string[] {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : []
}

/** The folder does not take backups: a file stands in its place, or it may not be written. */
export class UnfitBackupFolder extends Error {
  readonly folder: string
  constructor(folder: string, cause: unknown) {
    super('the folder of the backups does not take them', { cause })
    this.folder = folder
  }
}

const UNFIT = ['EEXIST', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS']

/** The folder of a ledger's backups, made where it is missing. */
export function fitBackupFolder(ledgerPath: string): string {
  const folder = backupFolder(ledgerPath)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
    return folder
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw UNFIT.includes(code) ? new UnfitBackupFolder(folder, error) : error
  }
}

/** A name that nothing has yet. */
export function newBackupFile(ledgerPath: string, reason: BackupReason, at: number): string {
  const folder = fitBackupFolder(ledgerPath)
  for (let moment = at; ; moment += 1) {
    const time = fileStamp(moment)
    const file = join(folder, `${stemOf(ledgerPath)}-${time}-${reason}${ENDING}`)
    const taken = [file, file + UNVERIFIED, makingName(file)]
    if (!taken.some((name) => existsSync(name))) return file
  }
}

/** Where a backup lies while it is made: with the process, so that what a dead one left can be told from work. */
export const makingName = (file: string): string => `${file}${MAKING}-${process.pid}`

/** It proved equal to its ledger: from now on it bears its own name. */
export function keepVerified(made: string, file: string): BackupView {
  if (process.platform !== 'win32') chmodSync(made, 0o600)
  renameSync(made, file)
  return mustView(file)
}

/** It did not: it stays to be looked at, and never counts. */
export function keepUnverified(made: string, file: string): BackupView {
  renameSync(made, file + UNVERIFIED)
  return mustView(file + UNVERIFIED)
}

function mustView(file: string): BackupView {
  const view = viewOf(file)
  if (view === null) throw new Error('a backup without its name')
  return view
}

export function viewOf(file: string): BackupView | null {
  const [, , time = '', reason = '', mark = ''] = NAME.exec(basename(file)) ?? []
  const status = statSync(file, { throwIfNoEntry: false })
  if (time === '' || !status) return null
  const iso = time.replace(/^(....)(..)(..)T(..)(..)(..)(...)$/, '$1-$2-$3T$4:$5:$6.$7Z')
  return {
    file,
    at: Date.parse(iso),
    verified: mark !== UNVERIFIED,
    bytes: status.size,
    reason,
    encrypted: mark === LOCKED,
  }
}

/** A clock may also be behind: of what is dated later a few stay whatever else is there. */
const aheadOf = (backups: readonly BackupView[], moment: number): readonly BackupView[] =>
  backups.filter(({ verified, at }) => verified && at > moment).slice(0, AHEAD_KEPT)

const NEWEST = 10
const AHEAD_KEPT = 3
const UNVERIFIED_KEPT = 3
const RESTORES_KEPT = 5
const DAYS_KEPT = 7
const MONTHS_KEPT = 6

/**
 * Removes what is too many. The newest ten stay, the newest of each of seven days and of six months, the last ones from
 * before a migration and a compaction, and those that undo a restore. The one just made stays, however old a clock that
 * was set back makes it look.
 */
export function rotate(ledgerPath: string, made: string, folder = backupFolder(ledgerPath)): void {
  const listed = listBackups(ledgerPath, folder)
  const moment = listed.find(({ file }) => file === made)?.at ?? Number.POSITIVE_INFINITY
  const all = newestBy(listed, moment)
  const kept = keptOnes(all.filter(({ verified }) => verified))
  for (const backup of aheadOf(listed, moment)) kept.add(backup)
  for (const backup of all) if (backup.file === made) kept.add(backup)
  for (const backup of all) if (backup.verified && !kept.has(backup)) rmSync(backup.file, { force: true })
  const failed = all.filter(({ verified }) => !verified).slice(UNVERIFIED_KEPT)
  for (const backup of failed) rmSync(backup.file, { force: true })
  for (const name of namesIn(folder)) if (isLeftBehind(name)) rmSync(join(folder, name), { force: true })
}

function keptOnes(verified: readonly BackupView[]): Set<BackupView> {
  const day = ({ at }: BackupView): string => dayText(dayAt(at))
  return new Set([
    ...verified.slice(0, NEWEST),
    ...newestOfEach(verified, day).slice(0, DAYS_KEPT),
    ...newestOfEach(verified, (backup) => day(backup).slice(0, 7)).slice(0, MONTHS_KEPT),
    ...verified.filter(({ reason }) => reason === 'before-migration').slice(0, 1),
    ...verified.filter(({ reason }) => reason === 'before-compaction').slice(0, 1),
    ...verified
      .filter(({ reason }) => reason === 'before-restore' || reason === 'before-repair')
      .slice(0, RESTORES_KEPT),
    // Apart from those, so that going there and back again never pushes out what was kept before.
    ...verified.filter(({ reason }) => reason === 'before-undo').slice(0, RESTORES_KEPT),
  ])
}

function newestOfEach(backups: readonly BackupView[], group: (backup: BackupView) => string): readonly BackupView[] {
  const newest = new Map<string, BackupView>()
  for (const backup of backups) if (!newest.has(group(backup))) newest.set(group(backup), backup)
  return [...newest.values()]
}

/** Half a backup whose maker is no longer there. */
function isLeftBehind(name: string): boolean {
  const pid = new RegExp(`\\${MAKING}-(\\d+)(?:-journal)?$`).exec(name)?.[1]
  return pid !== undefined && Number(pid) !== process.pid && !isAlive(Number(pid))
}

/** Signal 0 asks without doing anything; a process of another user answers EPERM and lives. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
