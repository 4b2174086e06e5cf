import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { FileRefusal } from '#shared/statement-files/file-refusal.ts'
import { inflateWithin } from './zip-bounds.ts'
import { crc32, decryptAes, decryptZipCrypto } from './zip-decrypt.ts'
import { type ZipEntry, zipEntries } from './zip-directory.ts'

/** The statement in a zip archive as Alipay and WeChat mail it: one file under a six-digit password (formats.md 1.3 "Delivery"). */

/** A year of rows is far below 100 MB; what unpacks to more is no statement. */
const LARGEST_STATEMENT = 128 * 1024 * 1024

/** The bytes of the only CSV or workbook, else of the largest text file. Names in the archive are never paths here. `password` is null where none was given. */
export function unzipStatement(bytes: Uint8Array, password: string | null): Outcome<Uint8Array, FileRefusal> {
  const entries = zipEntries(bytes)
  if (!entries.ok) return entries
  const files = entries.value.filter(({ name }) => !OF_SYSTEMS.test(name))
  const named = (ending: RegExp) => files.filter(({ name }) => ending.test(name)).sort((a, b) => b.size - a.size)
  const statements = named(/\.(csv|xlsx)$/i)
  // Which one is meant cannot be known, and the others would be left out without a word.
  if (statements.length > 1) return refused({ kind: 'zip-with-several', count: statements.length })
  const statement = statements[0] ?? named(/\.txt$/i)[0]
  if (!statement && named(/\.zip$/i).length > 0) return refused({ kind: 'zip-in-zip' })
  if (!statement) return refused({ kind: 'zip-without-statement', names: files.map(({ name }) => name).slice(0, 5) })
  const packed = decrypt(statement, password)
  if (!packed.ok) return packed
  return unpack(statement, packed.value)
}

/** What macOS packs beside each file. */
const OF_SYSTEMS = /(^|\/)(__MACOSX\/|\._)/

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
