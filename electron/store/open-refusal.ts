import { statfsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { isReplaceable, type Refusal } from '#shared/contract/reply.ts'
import { momentText } from '#shared/kernel/moment.ts'
import { latestNow, listBackups, newestBy, UnfitBackupFolder } from './backup-files.ts'
import { LostContent } from './case-facts.ts'

/** Why a ledger cannot be opened or written, by cause; the sentences name the path and the way out (product.md J). */
export type LedgerRefusalKind =
  | 'ledger-locked'
  | 'ledger-damaged'
  | 'ledger-read-only'
  | 'ledger-no-permission'
  | 'ledger-newer'
  | 'ledger-not-a-ledger'
  | 'ledger-foreign-schema'
  | 'ledger-not-found'
  | 'ledger-folder-missing'
  | 'ledger-is-a-folder'
  | 'ledger-disk-full'
  | 'ledger-disk-error'
  | 'ledger-unreadable'

/** Which ledger a sentence is about, and the clock by which its newest backup is told: milliseconds since 1970. */
export type LedgerAt = { readonly path: string; readonly now: () => number }

export const ledgerRefusal = (
  kind: LedgerRefusalKind,
  at: LedgerAt,
  values: Readonly<Record<string, string | number>> = {},
): Refusal => ({ kind, values: { path: at.path, ...values, ...(isReplaceable(kind) ? newestBackup(at) : {}) } })

/** The verified backup that lies beside the ledger, by the name that `restore` takes; nothing where none does. */
function newestBackup({
  path,
  now,
}: LedgerAt): { readonly backup: string; readonly madeAt: string } | Record<string, never> {
  try {
    const newest = newestBy(listBackups(path), latestNow(now())).find(({ verified }) => verified)
    return newest ? { backup: basename(newest.file), madeAt: momentText(newest.at) } : {}
  } catch {
    return {}
  }
}

/** What SQLite and the file system say, in our words. Longer codes first: `SQLITE_IOERR_…` has many forms. */
const CAUSES: readonly (readonly [prefix: string, kind: LedgerRefusalKind])[] = [
  ['SQLITE_BUSY', 'ledger-locked'],
  ['SQLITE_LOCKED', 'ledger-locked'],
  ['SQLITE_CORRUPT', 'ledger-damaged'],
  ['SQLITE_NOTADB', 'ledger-not-a-ledger'],
  ['SQLITE_READONLY', 'ledger-read-only'],
  ['SQLITE_PERM', 'ledger-no-permission'],
  ['SQLITE_AUTH', 'ledger-no-permission'],
  ['SQLITE_CANTOPEN', 'ledger-no-permission'],
  ['SQLITE_FULL', 'ledger-disk-full'],
  ['SQLITE_IOERR_SHORT_READ', 'ledger-damaged'],
  ['SQLITE_IOERR', 'ledger-disk-error'],
  ['LEDGER_UNREADABLE', 'ledger-unreadable'],
  ['ENOSPC', 'ledger-disk-full'],
  ['EDQUOT', 'ledger-disk-full'],
  ['EROFS', 'ledger-read-only'],
  ['EACCES', 'ledger-no-permission'],
  ['EPERM', 'ledger-no-permission'],
  ['EISDIR', 'ledger-is-a-folder'],
  ['ENOTDIR', 'ledger-folder-missing'],
  ['ENOENT', 'ledger-not-found'],
  ['EIO', 'ledger-disk-error'],
]

/** The refusal that an error of the disk amounts to, or null: then it is a fault of the program. */
export function diskRefusal(error: unknown, at: LedgerAt): Refusal | null {
  if (error instanceof UnfitBackupFolder) return { kind: 'backup-not-made', values: { folder: error.folder } }
  if (error instanceof LostContent) return { kind: 'attachment-lost', values: { name: error.attachment } }
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  const cause = CAUSES.find(([prefix]) => code.startsWith(prefix))
  if (!cause) return null
  const isFull = cause[1] === 'ledger-disk-error' && !hasRoom(at.path)
  return ledgerRefusal(isFull ? 'ledger-disk-full' : cause[1], at)
}

/** What SQLite needs beside a ledger to open it, in bytes. */
const LEAST_ROOM = 65_536

/** A disk without room fails in more ways than by saying that it is full. */
export function hasRoom(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(path))
    return bavail * bsize >= LEAST_ROOM
  } catch {
    return true
  }
}
