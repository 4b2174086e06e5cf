import { Worker } from 'node:worker_threads'
import { type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { AgeDone, AgeJob } from './age-work.ts'

/**
 * Files in the age format (age-encryption.org/v1), which the `age` program and others open without HuaQing. A lock is
 * a passphrase, or public keys; it is opened by the passphrase, or by the secret key of one of them.
 *
 * The work itself is loaded by the first file that is locked or opened: most starts of the program meet none.
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

export const newAgeKey = async (): Promise<AgeKey> => (await ageWork()).newKey()

/** @param work how hard a passphrase is to guess, as a power of two; the format's own 18 unless said. */
export const encryptBytes = (bytes: Uint8Array, lock: AgeLock, work?: number): Promise<Uint8Array> =>
  run({ do: 'lock', bytes, lock, work: work ?? null })

/** The same in the format's text form, which can be mailed and pasted. */
export const encryptText = (bytes: Uint8Array, lock: AgeLock): Promise<string> =>
  run({ do: 'lock-text', bytes, lock, work: null })

export async function decryptBytes(bytes: Uint8Array, opener: AgeOpener): Promise<Outcome<Uint8Array, AgeRefusal>> {
  return looksLikeAge(bytes) ? run({ do: 'open', bytes, opener }) : refused({ kind: 'age-not-age' })
}

/** Piece by piece: a ledger of any size needs no more memory than a small one. The file must not be there yet. */
export async function encryptFile(from: string, to: string, lock: AgeLock): Promise<void> {
  await run({ do: 'lock-file', from, to, lock })
}

/** What lies in `to` after a refusal is not whole and must be removed by whoever named it. */
export const decryptFile = (from: string, to: string, opener: AgeOpener): Promise<Outcome<null, AgeRefusal>> =>
  run({ do: 'open-file', from, to, opener })

/** The plain bytes one after another, by a key. A file that is damaged further on throws when they reach that place. */
export const openAgeFile = async (
  from: string,
  key: Extract<AgeOpener, { secretKey: string }>,
): Promise<Outcome<ReadableStream<Uint8Array>, AgeRefusal>> => (await ageWork()).openStream(from, key)

const ageWork = () => import('./age-work.ts')

/**
 * A passphrase is made hard to guess by a second of work, which no command may have to wait for: it is done in a thread
 * of its own. A key costs nothing.
 */
async function run<J extends AgeJob>(job: J): Promise<AgeDone[J['do']]> {
  const by = 'lock' in job ? job.lock : job.opener
  return ('passphrase' in by ? inThread(job) : (await ageWork()).workOnAge(job)) as Promise<AgeDone[J['do']]>
}

function inThread(job: AgeJob): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(THREAD, { workerData: job })
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('the thread of a locked file ended without an answer')))
  })
}

/** Built, the thread's program lies beside the main one. */
const THREAD = import.meta.url.endsWith('.ts')
  ? new URL('./thread/age-thread.ts', import.meta.url)
  : new URL('./age-thread.js', import.meta.url)
