import { createReadStream, createWriteStream } from 'node:fs'
import { Readable, Writable } from 'node:stream'
import { Decrypter, Encrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'

/**
 * Files in the age format (age-encryption.org/v1), which the `age` program and others open without HuaQing. A lock is
 * a passphrase, or public keys; it is opened by the passphrase, or by the secret key of one of them.
 */
export type AgeLock = { readonly passphrase: string } | { readonly recipients: readonly string[] }
export type AgeOpener = { readonly passphrase: string } | { readonly secretKey: string }

/** A key pair: what is public locks, what is secret opens. */
export type AgeKey = { readonly recipient: string; readonly secretKey: string }

/**
 * The key does not belong to the file, the file is not what was once written, or it is no age file at all. A change in
 * the few bytes that hold the wrapped key looks like a wrong key: nobody without the key can tell them apart.
 */
export type AgeRefusal = { readonly kind: 'age-wrong-passphrase' | 'age-wrong-key' | 'age-damaged' | 'age-not-age' }

const MAGIC = 'age-encryption.org/'
const SECRET_KEY = /^AGE-SECRET-KEY-1[0-9A-Z]{58}$/

export const looksLikeAge = (head: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(head.subarray(0, MAGIC.length)) === MAGIC

/** What was typed: a printed secret key, or a passphrase. */
export const openerOf = (typed: string): AgeOpener =>
  SECRET_KEY.test(typed.trim().toUpperCase()) ? { secretKey: typed.trim().toUpperCase() } : { passphrase: typed }

export async function newAgeKey(): Promise<AgeKey> {
  const secretKey = await generateIdentity()
  return { secretKey, recipient: await identityToRecipient(secretKey) }
}

/** @param work how hard a passphrase is to guess, as a power of two; the format's own 18 unless said. */
export const encryptBytes = (bytes: Uint8Array, lock: AgeLock, work?: number): Promise<Uint8Array> =>
  encrypterOf(lock, work).encrypt(bytes)

export async function decryptBytes(bytes: Uint8Array, opener: AgeOpener): Promise<Outcome<Uint8Array, AgeRefusal>> {
  if (!looksLikeAge(bytes)) return refused({ kind: 'age-not-age' })
  return attempt(opener, () => decrypterOf(opener).decrypt(bytes))
}

/** Piece by piece: a ledger of any size needs no more memory than a small one. The file must not be there yet. */
export async function encryptFile(from: string, to: string, lock: AgeLock): Promise<void> {
  const sealed = await encrypterOf(lock).encrypt(streamOf(from))
  await sealed.pipeTo(newFile(to))
}

/** What lies in `to` after a refusal is not whole and must be removed by whoever named it. */
export async function decryptFile(from: string, to: string, opener: AgeOpener): Promise<Outcome<null, AgeRefusal>> {
  return attempt(opener, async () => {
    const plain = await decrypterOf(opener).decrypt(streamOf(from))
    await plain.pipeTo(newFile(to))
    return null
  })
}

/** The plain bytes one after another. A file that is damaged further on throws when they reach that place. */
export const openAgeFile = (
  from: string,
  opener: AgeOpener,
): Promise<Outcome<ReadableStream<Uint8Array>, AgeRefusal>> =>
  attempt(opener, () => decrypterOf(opener).decrypt(streamOf(from)))

const streamOf = (path: string): ReadableStream<Uint8Array> =>
  Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>

const newFile = (path: string): WritableStream<Uint8Array> =>
  Writable.toWeb(createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }))

function encrypterOf(lock: AgeLock, work?: number): Encrypter {
  const encrypter = new Encrypter()
  if ('passphrase' in lock) {
    encrypter.setPassphrase(lock.passphrase)
    if (work !== undefined) encrypter.setScryptWorkFactor(work)
  } else for (const recipient of lock.recipients) encrypter.addRecipient(recipient)
  return encrypter
}

function decrypterOf(opener: AgeOpener): Decrypter {
  const decrypter = new Decrypter()
  if ('passphrase' in opener) decrypter.addPassphrase(opener.passphrase)
  else decrypter.addIdentity(opener.secretKey)
  return decrypter
}

/** The library says what is wrong by an error's text; what the disk says keeps its code and is thrown on. */
async function attempt<T>(opener: AgeOpener, open: () => Promise<T>): Promise<Outcome<T, AgeRefusal>> {
  try {
    return done(await open())
  } catch (error) {
    if (!(error instanceof Error) || 'code' in error) throw error
    if (error.message.startsWith('no identity matched'))
      return refused({ kind: 'passphrase' in opener ? 'age-wrong-passphrase' : 'age-wrong-key' })
    return refused({ kind: error.message.startsWith('invalid version') ? 'age-not-age' : 'age-damaged' })
  }
}
