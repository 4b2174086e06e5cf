import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'

/** The list of files in a zip archive, from the directory at its end (PKWARE APPNOTE 4.3). */
export type ZipEntry = {
  readonly name: string
  readonly encryption: 'none' | 'zip-crypto' | 'aes'
  /** AES only: bytes of the key, from its strength. */
  readonly keyBytes: 16 | 24 | 32
  /** 0 is stored, 8 is deflated. */
  readonly method: number
  readonly crc: number
  /** AE-2 leaves the checksum out; its own code vouches for the data instead. */
  readonly hasCrc: boolean
  /** The byte that a right ZipCrypto password must produce at the end of the header. */
  readonly checkByte: number
  readonly size: number
  readonly data: Uint8Array
}

const END_MARK = 0x06054b50
const ENTRY_MARK = 0x02014b50
const LOCAL_MARK = 0x04034b50
const END_BYTES = 22
const LONGEST_COMMENT = 65_535

/** Refuses an archive whose directory does not lead to its files. */
export function zipEntries(bytes: Uint8Array): Outcome<readonly ZipEntry[], { readonly kind: 'zip-damaged' }> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = findEnd(zip)
  if (end < 0) return refused({ kind: 'zip-damaged' })
  const entries: ZipEntry[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const entry = at + 46 <= zip.length && zip.readUInt32LE(at) === ENTRY_MARK ? readEntry(zip, at) : null
    if (entry === null) return refused({ kind: 'zip-damaged' })
    entries.push(entry)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return done(entries)
}

function findEnd(zip: Buffer): number {
  for (let at = zip.length - END_BYTES; at >= Math.max(0, zip.length - END_BYTES - LONGEST_COMMENT); at -= 1) {
    if (zip.readUInt32LE(at) === END_MARK) return at
  }
  return -1
}

function readEntry(zip: Buffer, at: number): ZipEntry | null {
  const [flags, method, time] = [zip.readUInt16LE(at + 8), zip.readUInt16LE(at + 10), zip.readUInt16LE(at + 12)]
  const [crc, packed, size] = [zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24)]
  const [nameBytes, extraBytes] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30)]
  const local = zip.readUInt32LE(at + 42)
  if (local + 30 > zip.length || zip.readUInt32LE(local) !== LOCAL_MARK) return null
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  if (start + packed > zip.length) return null
  const aes = readAesField(zip.subarray(at + 46 + nameBytes, at + 46 + nameBytes + extraBytes))
  const isEncrypted = (flags & 1) !== 0
  return {
    name: nameOf(zip.subarray(at + 46, at + 46 + nameBytes), (flags & 0x800) !== 0),
    encryption: isEncrypted ? (aes ? 'aes' : 'zip-crypto') : 'none',
    keyBytes: aes?.keyBytes ?? 32,
    method: aes?.method ?? method,
    crc,
    hasCrc: aes?.version !== 2,
    checkByte: (flags & 8) !== 0 ? time >>> 8 : crc >>> 24,
    size,
    data: zip.subarray(start, start + packed),
  }
}

/** Names without the UTF-8 flag come from Chinese systems. */
const nameOf = (bytes: Uint8Array, isUtf8: boolean): string =>
  new TextDecoder(isUtf8 ? 'utf-8' : 'gb18030').decode(bytes)

type AesField = { readonly version: number; readonly keyBytes: 16 | 24 | 32; readonly method: number }

/** The extra field 0x9901 of WinZip's AES. */
function readAesField(extra: Buffer): AesField | null {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 0x9901 || at + 11 > extra.length) continue
    const keyBytes = ([16, 24, 32] as const)[extra.readUInt8(at + 8) - 1]
    return keyBytes === undefined
      ? null
      : { version: extra.readUInt16LE(at + 4), keyBytes, method: extra.readUInt16LE(at + 9) }
  }
  return null
}
