import { open, readFile, stat } from 'node:fs/promises'
import { done, type Outcome } from '#shared/kernel/outcome.ts'
import type { FileRefusal } from '#shared/statement-files/file-refusal.ts'
import { SNIFF_BYTES, sniffRefusal } from './sniff.ts'
import { fileBytes, pieces } from './statement-file.ts'
import { unzipStatement } from './unzip.ts'

/**
 * A statement whose bytes can be read from the start as often as they are needed: a text file from disk piece by
 * piece, the one in a zip archive, as Alipay mails it, from memory.
 */
export type OpenedStatement = {
  readonly size: number
  readonly bytes: () => AsyncGenerator<Uint8Array>
  /** A part of it; shorter where the end comes first. */
  readonly part: (from: number, length: number) => Promise<Uint8Array>
}

/** Refuses an archive without its password (`zip-needs-password`), a wrong one, a damaged one, and one without a statement. */
export async function openStatement(
  path: string,
  password: string | null,
): Promise<Outcome<OpenedStatement, FileRefusal>> {
  const onDisk: OpenedStatement = { size: (await stat(path)).size, bytes: () => fileBytes(path), part: partOf(path) }
  const head = await onDisk.part(0, SNIFF_BYTES)
  if (sniffRefusal(head)?.kind !== 'zip-archive') return done(onDisk)
  const unpacked = unzipStatement(await readFile(path), password)
  return unpacked.ok ? done(inMemory(unpacked.value)) : unpacked
}

const partOf =
  (path: string): OpenedStatement['part'] =>
  async (from, length) => {
    const file = await open(path, 'r')
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  }

const inMemory = (all: Uint8Array): OpenedStatement => ({
  size: all.length,
  bytes: async function* () {
    yield* pieces(all)
  },
  part: async (from, length) => all.subarray(from, from + length),
})
