import {
  closeSync,
  cpSync,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import type { Refusal } from '#shared/contract/reply.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { readPlace, writePlace } from '../files/ledger-place.ts'
import { fileStamp } from '../instant.ts'
import { backupFolder, makingName } from './backup-files.ts'
import { fingerprintOf, isSound } from './soundness.ts'

/**
 * Moving the ledger: it is taken for this process alone, copied by SQLite, the copy is read again and compared, then
 * the file that names the place is switched, and the old one is renamed. A crash at any point leaves one ledger that
 * the place names, whole; there are never two that could both be opened without being named.
 */
export type Move = {
  readonly from: string
  readonly folder: string
  /** The file that names where the ledger lies. */
  readonly placeFile: string
  readonly at: number
}

export type Moved = { readonly path: string; readonly kept: string }

/** How long others have to let the ledger go, in milliseconds. */
const PATIENCE = 1500

export function moveLedger(move: Move): Outcome<Moved, Refusal> {
  const unfit = unfitFolder(move)
  if (unfit) return refused(unfit)
  const path = join(move.folder, basename(move.from))
  const backups = backupFolder(path)
  const ownBackups = !existsSync(backups)
  const made = [makingName(path), path, ...(ownBackups ? [backups] : [])]
  try {
    const outcome = switched(move, path)
    if (!outcome.ok) removeAll(made)
    return outcome
  } catch (error) {
    removeAll(made)
    const refusal = refusalOf(error, move.folder)
    if (refusal) return refused(refusal)
    throw error
  }
}

const removeAll = (made: readonly string[]): void => {
  for (const path of made) rmSync(path, { recursive: true, force: true })
}

/** What can be seen before anything is written. */
function unfitFolder({ from, folder }: Move): Refusal | null {
  const status = statSync(folder, { throwIfNoEntry: false })
  if (!status?.isDirectory()) return { kind: 'folder-not-found', values: { path: folder } }
  if (realpathSync(folder) === realpathSync(dirname(from))) return { kind: 'move-same-folder', values: { folder } }
  const there = ['', '-wal', '-journal'].map((ending) => join(folder, basename(from) + ending)).find(existsSync)
  if (there !== undefined) return { kind: 'move-ledger-there', values: { path: there } }
  const room = statfsSync(folder)
  const isFull = room.bavail * room.bsize < statSync(from).size
  return isFull ? { kind: 'move-disk-full', values: { folder } } : null
}

function switched(move: Move, path: string): Outcome<Moved, Refusal> {
  const { from, placeFile } = move
  const own = new Database(from, { timeout: PATIENCE, fileMustExist: true })
  try {
    takeAlone(own)
    if (!copied(own, path)) return refused({ kind: 'move-not-verified', values: { folder: move.folder } })
    if (existsSync(backupFolder(from)))
      cpSync(backupFolder(from), backupFolder(path), { recursive: true, force: false })
  } finally {
    own.close()
  }
  const before = readPlace(placeFile)
  writePlace(placeFile, path)
  try {
    return done({ path, kept: renameOld(move) })
  } catch (error) {
    // An old ledger that keeps its name would be a second live one: then nothing was moved.
    writePlace(placeFile, before)
    throw error
  }
}

/** Leaving the log of changes needs the file for oneself: whoever else has the ledger open keeps it from happening. */
function takeAlone(own: Database.Database): void {
  own.pragma('locking_mode = EXCLUSIVE')
  if (own.pragma('journal_mode = DELETE', { simple: true }) !== 'delete') throw new Error('the log of changes stayed')
  own.exec('BEGIN EXCLUSIVE; COMMIT')
}

/** SQLite's own copy, read again: sound, and equal to what it was made of. */
function copied(own: Database.Database, path: string): boolean {
  const making = makingName(path)
  // Made here first, so that it is its owner's alone from the first byte on.
  closeSync(openSync(making, 'wx', 0o600))
  own.prepare('VACUUM INTO ?').run(making)
  flush(making)
  const copy = new Database(making, { readonly: true })
  try {
    if (!isSound(copy) || fingerprintOf(copy) !== fingerprintOf(own)) return false
  } finally {
    copy.close()
  }
  renameSync(making, path)
  return true
}

function flush(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** It stays as it is, under a name that nobody opens by mistake. */
function renameOld({ from, at }: Move): string {
  const time = fileStamp(at)
  const kept = `${from}.moved-${time}`
  renameSync(from, kept)
  return kept
}

/** What the disk says about the new place; what it says about the ledger itself is told by its own refusals. */
const CAUSES: readonly (readonly [code: RegExp, kind: string])[] = [
  [/^SQLITE_(BUSY|LOCKED)/, 'move-ledger-in-use'],
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'move-disk-full'],
  [/^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|EROFS|EACCES|EPERM)/, 'move-folder-read-only'],
]

function refusalOf(error: unknown, folder: string): Refusal | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const cause = CAUSES.find(([pattern]) => pattern.test(code))
  return cause ? { kind: cause[1], values: { folder } } : null
}
