import { closeSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'

/** Characters that are written at once: the text of a large export is never held as one. */
const CHUNK = 1 << 16

export type WriteRefusal = {
  readonly kind: 'file-exists' | 'file-not-writable' | (typeof REASONS)[keyof typeof REASONS]
  readonly values: { readonly path: string; readonly reason: string }
}

const REASONS = {
  ENOENT: 'export-folder-missing',
  ENOTDIR: 'export-folder-missing',
  EACCES: 'export-not-permitted',
  EPERM: 'export-not-permitted',
  EROFS: 'export-not-permitted',
  ENOSPC: 'export-disk-full',
  EDQUOT: 'export-disk-full',
  EISDIR: 'export-is-a-folder',
} as const

/**
 * Writes a file whole or not at all, readable by its owner alone: an existing one is replaced only where that was
 * asked for, and then by a rename at the end, so that it is never half of each. Answers the number of bytes.
 */
export function writeWhole(
  path: string,
  pieces: Iterable<string | Uint8Array>,
  { replace }: { readonly replace: boolean },
): Outcome<number, WriteRefusal> {
  const target = replace ? join(dirname(path), `.${basename(path).slice(0, 100)}.part`) : path
  let file: number | null = null
  try {
    file = openSync(target, replace ? 'w' : 'wx', 0o600)
    const bytes = writePieces(file, pieces)
    closeSync(file)
    file = null
    if (replace) renameSync(target, path)
    return done(bytes)
  } catch (error) {
    if (file !== null) closeSync(file)
    const reason = error instanceof Error && 'code' in error ? String(error.code) : ''
    // What was there before this call stays.
    if (file !== null || replace) rmSync(target, { force: true })
    if (reason === '') throw error
    return refused({ kind: kindOf(reason, path), values: { path, reason } })
  }
}

function kindOf(reason: string, path: string): WriteRefusal['kind'] {
  if (reason === 'EEXIST') return statSync(path).isDirectory() ? 'export-is-a-folder' : 'file-exists'
  return Object.hasOwn(REASONS, reason) ? REASONS[reason as keyof typeof REASONS] : 'file-not-writable'
}

function writePieces(file: number, pieces: Iterable<string | Uint8Array>): number {
  let bytes = 0
  for (const chunk of inChunks(pieces)) {
    for (let from = 0; from < chunk.length; ) from += writeSync(file, chunk, from)
    bytes += chunk.length
  }
  return bytes
}

/** Small pieces put together, so that a line is not a call of its own. */
export function* inChunks(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let text = ''
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      yield piece
      continue
    }
    text += piece
    if (text.length < CHUNK) continue
    yield Buffer.from(text, 'utf8')
    text = ''
  }
  if (text !== '') yield Buffer.from(text, 'utf8')
}
