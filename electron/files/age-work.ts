import { createReadStream, createWriteStream } from 'node:fs'
import { Readable, Writable } from 'node:stream'
import { armor, Decrypter, Encrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { done, type Outcome, refused, unreachable } from '#shared/kernel/outcome.ts'
import type { AgeKey, AgeLock, AgeOpener, AgeRefusal } from './age-file.ts'

/** The work on age files itself, in whichever thread: with a passphrase it holds its thread for a second or more. */
export type AgeJob =
  | { readonly do: 'lock'; readonly bytes: Uint8Array; readonly lock: AgeLock; readonly work: number | null }
  | { readonly do: 'lock-text'; readonly bytes: Uint8Array; readonly lock: AgeLock; readonly work: number | null }
  | { readonly do: 'open'; readonly bytes: Uint8Array; readonly opener: AgeOpener }
  | { readonly do: 'lock-file'; readonly from: string; readonly to: string; readonly lock: AgeLock }
  | { readonly do: 'open-file'; readonly from: string; readonly to: string; readonly opener: AgeOpener }

/** What each job answers. */
export type AgeDone = {
  readonly lock: Uint8Array
  readonly 'lock-text': string
  readonly open: Outcome<Uint8Array, AgeRefusal>
  readonly 'lock-file': null
  readonly 'open-file': Outcome<null, AgeRefusal>
}

export async function workOnAge(job: AgeJob): Promise<AgeDone[AgeJob['do']]> {
  switch (job.do) {
    case 'lock':
      return encrypterOf(job.lock, job.work).encrypt(job.bytes)
    case 'lock-text':
      return armor.encode(await encrypterOf(job.lock, job.work).encrypt(job.bytes))
    case 'open':
      return attempt(job.opener, () => decrypterOf(job.opener).decrypt(job.bytes))
    case 'lock-file': {
      const sealed = await encrypterOf(job.lock, null).encrypt(streamOf(job.from))
      await sealed.pipeTo(newFile(job.to))
      return null
    }
    case 'open-file':
      return attempt(job.opener, async () => {
        const plain = await decrypterOf(job.opener).decrypt(streamOf(job.from))
        await plain.pipeTo(newFile(job.to))
        return null
      })
    default:
      return unreachable(job)
  }
}

export async function newKey(): Promise<AgeKey> {
  const secretKey = await generateIdentity()
  return { secretKey, recipient: await identityToRecipient(secretKey) }
}

/** The plain bytes one after another. A file that is damaged further on throws when they reach that place. */
export const openStream = (from: string, opener: AgeOpener): Promise<Outcome<ReadableStream<Uint8Array>, AgeRefusal>> =>
  attempt(opener, () => decrypterOf(opener).decrypt(streamOf(from)))

const streamOf = (path: string): ReadableStream<Uint8Array> =>
  Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>

const newFile = (path: string): WritableStream<Uint8Array> =>
  Writable.toWeb(createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }))

function encrypterOf(lock: AgeLock, work: number | null): Encrypter {
  const encrypter = new Encrypter()
  if ('passphrase' in lock) {
    encrypter.setPassphrase(lock.passphrase)
    if (work !== null) encrypter.setScryptWorkFactor(work)
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
