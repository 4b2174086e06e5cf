import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { FileRefusal } from '#shared/statement-files/file-refusal.ts'
import { inflateWithin } from './zip-bounds.ts'
import { crc32, decryptAes, decryptZipCrypto } from './zip-decrypt.ts'
import { type ZipEntry, zipEntries } from './zip-directory.ts'

/** The statement in a zip archive as Alipay and WeChat mail it: one file under a six-digit password (formats.md 1.3 "Delivery"). */

/** A year of rows is far below 100 MB; what unpacks to more is no statement. */
const LARGEST_STATEMENT = 128 * 1024 * 1024

/** The bytes of the only (or largest) CSV, text file or workbook. Names in the archive are never paths here. `password` is null where none was given. */
export function unzipStatement(bytes: Uint8Array, password: string | null): Outcome<Uint8Array, FileRefusal> {
  const entries = zipEntries(bytes)
  if (!entries.ok) return entries
  const [statement] = entries.value
    .filter((entry) => /\.(csv|txt|xlsx)$/i.test(entry.name))
    .sort((a, b) => b.size - a.size)
  if (!statement)
    return refused({ kind: 'zip-without-statement', names: entries.value.map((entry) => entry.name).slice(0, 5) })
  const packed = decrypt(statement, password)
  if (!packed.ok) return packed
  return unpack(statement, packed.value)
}

function decrypt(entry: ZipEntry, password: string | null): Outcome<Uint8Array, FileRefusal> {
  if (entry.encryption === 'none') return done(entry.data)
  if (password === null || password === '') return refused({ kind: 'zip-needs-password' })
  return entry.encryption === 'aes' ? decryptAes(entry, password) : decryptZipCrypto(entry, password)
}

/** A ZipCrypto password passes its check by chance once in 256 times; the checksum then tells. */
function unpack(entry: ZipEntry, packed: Uint8Array): Outcome<Uint8Array, FileRefusal> {
  const broken: FileRefusal = { kind: entry.encryption === 'zip-crypto' ? 'zip-password-wrong' : 'zip-damaged' }
  if (entry.size > LARGEST_STATEMENT) return refused({ kind: 'zip-too-large', bytes: entry.size })
  if (entry.method !== 8 && entry.method !== 0) return refused(broken)
  const plain = entry.method === 8 ? inflateWithin(packed, LARGEST_STATEMENT) : done(packed)
  if (!plain.ok) return plain.refusal.kind === 'zip-too-large' ? plain : refused(broken)
  return entry.hasCrc && crc32(plain.value) !== entry.crc ? refused(broken) : plain
}
