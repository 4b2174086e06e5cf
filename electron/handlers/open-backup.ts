import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { type AgeOpener, decryptBytes, decryptFile, looksLikeAge, openerOf } from '../files/age-file.ts'
import { KEY_FILE } from '../store/second-folder.ts'
import type { RuleRefusal } from './handler.ts'

export type LockedBackup = {
  readonly file: string
  /** A passphrase or the printed key; null where nothing was typed. */
  readonly typed: string | null
  /** The wrapped key as the ledger knows it, for a backup that was moved away from its key file. */
  readonly wrapped: string | null
}

/** What a plain copy of a backup lies in: the file itself, or an opened copy that `remove` takes away. */
export type OpenedBackup = { readonly file: string; readonly remove: () => void }

/** Opens a locked backup; a plain one is taken as it is. Tells a wrong passphrase, a lost key and a damaged file apart. */
export async function openBackup(backup: LockedBackup, beside: string): Promise<Outcome<OpenedBackup, RuleRefusal>> {
  const reason = whyNotReadable(backup.file)
  if (reason !== null) return refused({ kind: 'file-not-readable', path: backup.file, reason })
  const head = headOf(backup.file)
  if (!looksLikeAge(head)) return done({ file: backup.file, remove: () => undefined })
  const { typed } = backup
  if (typed === null || typed === '') return refused({ kind: 'backup-needs-passphrase', file: backup.file })
  const opener = await openerFor({ ...backup, typed }, head)
  if (!opener.ok) return opener
  const plain = `${beside}.opened-${process.pid}`
  const remove = (): void => rmSync(plain, { force: true })
  remove()
  const opened = await decryptFile(backup.file, plain, opener.value)
  if (opened.ok) return done({ file: plain, remove })
  remove()
  return opened
}

/** A file that cannot be read is that file's matter, and not the ledger's: the system's code, or null. */
function whyNotReadable(file: string): string | null {
  try {
    if (!statSync(file).isFile()) return 'EISDIR'
    accessSync(file, constants.R_OK)
    return null
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code)
    throw error
  }
}

/** A passphrase opens the key first, and the key the backup; where the backup has no key, the backup itself. */
async function openerFor(
  backup: LockedBackup & { readonly typed: string },
  head: Uint8Array,
): Promise<Outcome<AgeOpener, RuleRefusal>> {
  const opener = openerOf(backup.typed)
  if ('secretKey' in opener || isLockedByPassphrase(head)) return done(opener)
  const wrapped = wrappedKey(backup)
  if (wrapped === null) return refused({ kind: 'backup-key-missing', file: join(dirname(backup.file), KEY_FILE) })
  const key = await decryptBytes(wrapped, opener)
  return key.ok ? done({ secretKey: new TextDecoder().decode(key.value).trim() }) : key
}

function wrappedKey({ file, wrapped }: LockedBackup): Uint8Array | null {
  const beside = join(dirname(file), KEY_FILE)
  if (existsSync(beside)) return readFileSync(beside)
  return wrapped === null ? null : Buffer.from(wrapped, 'base64')
}

const isLockedByPassphrase = (head: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(head).includes('-> scrypt ')

function headOf(file: string): Uint8Array {
  const handle = openSync(file, 'r')
  try {
    const head = Buffer.alloc(200)
    return head.subarray(0, readSync(handle, head, 0, head.length, 0))
  } finally {
    closeSync(handle)
  }
}
