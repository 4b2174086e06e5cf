import { open, readFile, stat } from 'node:fs/promises'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { FileRefusal } from '#shared/statement-files/file-refusal.ts'
import type { Container } from '#shared/statement-files/statement-reader.ts'
import { SNIFF_BYTES, sniffRefusal } from './sniff.ts'
import { fileBytes, pieces } from './statement-file.ts'
import { unzipStatement } from './unzip.ts'
import { isUtf16, utf8OfUtf16 } from './utf16.ts'
import { workbookText } from './workbook.ts'

/**
 * A statement whose bytes can be read from the start as often as they are needed: a text file from disk piece by
 * piece; the one in a zip archive, as Alipay mails it, the sheet of a workbook, and text in UTF-16 from memory.
 */
export type OpenedStatement = {
  readonly size: number
  /** What the file was in, where its bytes here are no longer: in UTF-8 since. */
  readonly encoding: 'UTF-16' | null
  readonly container: Container
  readonly bytes: () => AsyncGenerator<Uint8Array>
  /** A part of it; shorter where the end comes first. */
  readonly part: (from: number, length: number) => Promise<Uint8Array>
}

/** Archives and workbooks are unpacked in memory, and UTF-16 is turned into UTF-8 there; no statement comes near this. */
const LARGEST_PACKED = 64 * 1024 * 1024

/** Refuses an archive without its password (`zip-needs-password`), a wrong one, a damaged one, and one without a statement. */
export async function openStatement(
  path: string,
  password: string | null,
): Promise<Outcome<OpenedStatement, FileRefusal>> {
  const { size } = await stat(path)
  const part = partOf(path)
  const head = await part(0, SNIFF_BYTES)
  if (!isPacked(head) && !(isUtf16(head) && size <= LARGEST_PACKED)) {
    return done({ size, encoding: null, container: 'text', bytes: () => fileBytes(path), part })
  }
  if (size > LARGEST_PACKED) return refused({ kind: 'zip-too-large', bytes: size })
  return openPacked(await readFile(path), password)
}

/** The same for bytes that are in memory already. */
export async function openPacked(
  bytes: Uint8Array,
  password: string | null,
): Promise<Outcome<OpenedStatement, FileRefusal>> {
  const kind = kindOf(bytes)
  if (kind === 'zip-archive') {
    const unpacked = unzipStatement(bytes, password)
    if (!unpacked.ok) return unpacked
    // An archive in an archive is not looked into: what is mailed holds its statement directly.
    return kindOf(unpacked.value) === 'xlsx-workbook' ? openWorkbook(unpacked.value) : done(textOf(unpacked.value))
  }
  return kind === 'xlsx-workbook' ? openWorkbook(bytes) : done(textOf(bytes))
}

const textOf = (bytes: Uint8Array): OpenedStatement =>
  isUtf16(bytes) ? { ...inMemory(utf8OfUtf16(bytes)), encoding: 'UTF-16' } : inMemory(bytes)

async function openWorkbook(bytes: Uint8Array): Promise<Outcome<OpenedStatement, FileRefusal>> {
  const text = await workbookText(bytes)
  return text.ok ? done(inMemory(text.value, 'workbook')) : text
}

const kindOf = (bytes: Uint8Array): FileRefusal['kind'] | undefined =>
  sniffRefusal(bytes.subarray(0, SNIFF_BYTES))?.kind

function isPacked(head: Uint8Array): boolean {
  const kind = kindOf(head)
  return kind === 'zip-archive' || kind === 'xlsx-workbook'
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

const inMemory = (all: Uint8Array, container: Container = 'text'): OpenedStatement => ({
  size: all.length,
  encoding: null,
  container,
  bytes: async function* () {
    yield* pieces(all)
  },
  part: async (from, length) => all.subarray(from, from + length),
})
