import { createHash } from 'node:crypto'
import { copyFileSync, createReadStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { BackupView } from '#shared/contract/safety-views.ts'
import { encryptFile, newAgeKey, openAgeFile } from '../files/age-file.ts'
import { LOCKED, makingName, rotate, viewOf } from './backup-files.ts'
import type { BackupKey } from './settings.ts'

/**
 * Every verified backup is also put into the folder that the user chose: a disk that dies takes its own copies along.
 * There it is read again and compared, byte by byte, before it bears its name. A locked copy is also locked for a key
 * made for this comparison alone and thrown away after it, so that what is compared is what was decrypted.
 */
export const KEY_FILE = 'huaqing-backup-key.age'

export type SecondFolder = { readonly folder: string; readonly key: BackupKey | null }

export async function copyToSecond(
  ledgerPath: string,
  backup: BackupView,
  { folder, key }: SecondFolder,
): Promise<BackupView | null> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, basename(backup.file) + (key === null ? '' : LOCKED))
  const making = makingName(file)
  rmSync(making, { force: true })
  try {
    const written = key === null ? await putPlain(backup.file, making) : await putLocked(backup.file, making, key)
    if (written !== (await hashOf(createReadStream(backup.file)))) throw new Error('a copy differs from its backup')
    renameSync(making, file)
  } finally {
    rmSync(making, { force: true })
  }
  if (key !== null) keepKeyFile(folder, key)
  rotate(ledgerPath, file, folder)
  return viewOf(file)
}

/** Both answer the hash of what the copy holds, read from the copy. */
async function putPlain(from: string, to: string): Promise<string> {
  copyFileSync(from, to)
  return hashOf(createReadStream(to))
}

async function putLocked(from: string, to: string, { recipient }: BackupKey): Promise<string> {
  const once = await newAgeKey()
  await encryptFile(from, to, { recipients: [recipient, once.recipient] })
  const plain = await openAgeFile(to, { secretKey: once.secretKey })
  if (!plain.ok) throw new Error(`a locked copy does not open: ${plain.refusal.kind}`)
  return hashOf(plain.value)
}

async function hashOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(stream, hash)
  return hash.digest('hex')
}

/** The wrapped key lies beside what it opens, for a computer that knows neither. It is of no use without the passphrase. */
function keepKeyFile(folder: string, { wrapped }: BackupKey): void {
  const file = join(folder, KEY_FILE)
  const bytes = Buffer.from(wrapped, 'base64')
  if (!existsSync(file)) writeFileSync(file, bytes, { mode: 0o600 })
}

/** A new key replaces the file of the one before, which is kept under its time: older copies still need it. */
export function replaceKeyFile(folder: string, { wrapped }: BackupKey, at: number): void {
  const file = join(folder, KEY_FILE)
  if (existsSync(file)) renameSync(file, join(folder, `${at}-${KEY_FILE}`))
  writeFileSync(file, Buffer.from(wrapped, 'base64'), { mode: 0o600 })
}
