/** Request bodies: small JSON in memory, files of the user straight to a private folder. */
import { createWriteStream } from 'node:fs'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { z } from 'zod'

/** Bytes of a call: a pasted table of bills is far below. */
const MAX_CALL = 4_000_000
/** Bytes of a file: a statement of a million rows has about 200 MB. */
const MAX_UPLOAD = 1_000_000_000

/** Folders of uploads in the system's temporary folder, and the age at which one was left behind by a crash. */
const UPLOADS = 'huaqing-upload-'
const LEFT_BEHIND = 24 * 60 * 60_000

/** The request itself is at fault: answered with its status, not logged as a fault of ours. */
export class BadRequest extends Error {
  readonly status: 400 | 413
  constructor(status: 400 | 413, text: string) {
    super(text)
    this.status = status
  }
}

export async function readJson<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    size += part.length
    if (size > MAX_CALL) throw new BadRequest(413, 'Too large.')
    parts.push(part)
  }
  const parsed = schema.safeParse(jsonOf(Buffer.concat(parts).toString('utf8')))
  if (!parsed.success) throw new BadRequest(400, 'Not the form that was expected.')
  return parsed.data
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new BadRequest(400, 'Not JSON.')
  }
}

export const uploadName = (name: string | null): string =>
  (name ?? '')
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
    .replace(/^\.+/, '_')
    .slice(-120) || 'file'

/** @returns the path of a file of the given name in a fresh folder that only its owner can read; gone when it failed */
export async function receiveFile(request: IncomingMessage, name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), UPLOADS))
  const path = join(folder, name)
  let size = 0
  const limit = new Transform({
    transform(part: Buffer, _encoding, next) {
      size += part.length
      next(size > MAX_UPLOAD ? new BadRequest(413, 'Too large.') : null, part)
    },
  })
  try {
    await pipeline(request, limit, createWriteStream(path, { mode: 0o600 }))
    return path
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

/** Removes uploads that a crash left behind; another server's fresh ones stay. */
export async function removeOldUploads(now: number): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(UPLOADS)) continue
    const folder = join(tmpdir(), name)
    const status = await stat(folder).catch(() => null)
    if (status === null || status.uid !== (process.getuid?.() ?? status.uid)) continue
    if (now - status.mtimeMs > LEFT_BEHIND) await rm(folder, { recursive: true, force: true })
  }
}
