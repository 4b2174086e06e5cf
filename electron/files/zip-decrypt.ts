import { createCipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { ZipEntry } from './zip-directory.ts'

/**
 * Takes the password off an entry: WinZip's AES (what Alipay sends) and the old ZipCrypto (what phones make when they
 * pack again). Both know a wrong password by a check value; AES also knows changed data.
 */
export type Decrypted = Outcome<Uint8Array, { readonly kind: 'zip-password-wrong' | 'zip-damaged' }>

const VERIFIER_BYTES = 2
const CODE_BYTES = 10
/** Fixed by the format. */
const ITERATIONS = 1000

export function decryptAes({ data, keyBytes }: ZipEntry, password: string): Decrypted {
  const saltBytes = keyBytes / 2
  if (data.length < saltBytes + VERIFIER_BYTES + CODE_BYTES) return refused({ kind: 'zip-damaged' })
  const salt = data.subarray(0, saltBytes)
  const derived = pbkdf2Sync(password, salt, ITERATIONS, keyBytes * 2 + VERIFIER_BYTES, 'sha1')
  const verifier = data.subarray(saltBytes, saltBytes + VERIFIER_BYTES)
  if (!timingSafeEqual(derived.subarray(keyBytes * 2), verifier)) return refused({ kind: 'zip-password-wrong' })
  const hidden = data.subarray(saltBytes + VERIFIER_BYTES, data.length - CODE_BYTES)
  const code = createHmac('sha1', derived.subarray(keyBytes, keyBytes * 2))
    .update(hidden)
    .digest()
    .subarray(0, CODE_BYTES)
  if (!timingSafeEqual(code, data.subarray(data.length - CODE_BYTES))) return refused({ kind: 'zip-damaged' })
  return done(unmask(hidden, derived.subarray(0, keyBytes)))
}

/** Counter mode with a counter that grows from its first byte, which the platform's own counter mode does not do. */
function unmask(hidden: Uint8Array, key: Uint8Array): Uint8Array {
  const blocks = Math.ceil(hidden.length / 16)
  const counters = Buffer.alloc(blocks * 16)
  for (let block = 0; block < blocks; block += 1) counters.writeUInt32LE(block + 1, block * 16)
  const cipher = createCipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false)
  const mask = cipher.update(counters)
  return hidden.map((byte, index) => byte ^ (mask[index] ?? 0))
}

const HEADER_BYTES = 12

export function decryptZipCrypto({ data, checkByte }: ZipEntry, password: string): Decrypted {
  if (data.length < HEADER_BYTES) return refused({ kind: 'zip-damaged' })
  const keys = { a: 0x12345678, b: 0x23456789, c: 0x34567890 }
  const stir = (byte: number): void => {
    keys.a = crcStep(keys.a, byte)
    keys.b = (Math.imul(keys.b + (keys.a & 0xff), 134_775_813) + 1) | 0
    keys.c = crcStep(keys.c, keys.b >>> 24)
  }
  for (const byte of Buffer.from(password)) stir(byte)
  const plain = data.map((byte) => {
    const key = (keys.c | 2) & 0xffff
    const shown = byte ^ ((Math.imul(key, key ^ 1) >>> 8) & 0xff)
    stir(shown)
    return shown
  })
  return plain[HEADER_BYTES - 1] === checkByte
    ? done(plain.subarray(HEADER_BYTES))
    : refused({ kind: 'zip-password-wrong' })
}

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

const crcStep = (crc: number, byte: number): number => (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0)

/** The checksum of a zip entry. */
export function crc32(bytes: Uint8Array): number {
  let crc = -1
  for (const byte of bytes) crc = crcStep(crc, byte)
  return ~crc >>> 0
}
