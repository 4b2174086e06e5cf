import { inflateRawSync } from 'node:zlib'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { type ZipEntry, zipEntries } from './zip-directory.ts'

/**
 * Unpacks within bounds: an archive can claim any size and unpack to another. What grows beyond the bound is given up
 * as soon as it does, whatever its directory says.
 */
export type Unpacked = Outcome<
  Uint8Array,
  { readonly kind: 'zip-damaged' } | { readonly kind: 'zip-too-large'; readonly bytes: number }
>

export function inflateWithin(packed: Uint8Array, most: number): Unpacked {
  try {
    return done(inflateRawSync(packed, { maxOutputLength: most }))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return refused(
      error.code === 'ERR_BUFFER_TOO_LARGE' ? { kind: 'zip-too-large', bytes: most } : { kind: 'zip-damaged' },
    )
  }
}

/** A workbook has a dozen files. */
const MOST_FILES = 500

export type UnpackedFile = { readonly name: string; readonly bytes: Uint8Array }

/** The files of an archive without a password, if they unpack to at most `most` bytes together, each to the size it says. */
export function unpackWithin(
  bytes: Uint8Array,
  most: number,
): Outcome<readonly UnpackedFile[], (Unpacked & { ok: false })['refusal']> {
  const entries = zipEntries(bytes)
  if (!entries.ok) return entries
  if (entries.value.length > MOST_FILES) return refused({ kind: 'zip-too-large', bytes: entries.value.length })
  const files: UnpackedFile[] = []
  let total = 0
  for (const entry of entries.value) {
    const plain = plainOf(entry, most - total)
    if (!plain.ok) return plain
    if (plain.value.length !== entry.size) return refused({ kind: 'zip-damaged' })
    total += plain.value.length
    files.push({ name: entry.name, bytes: plain.value })
  }
  return done(files)
}

function plainOf({ encryption, method, data }: ZipEntry, most: number): Unpacked {
  if (encryption !== 'none' || (method !== 0 && method !== 8)) return refused({ kind: 'zip-damaged' })
  if (data.length > most) return refused({ kind: 'zip-too-large', bytes: data.length })
  return method === 8 ? inflateWithin(data, Math.max(1, most)) : done(data)
}
