import { open } from 'node:fs/promises'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { FileRefusal } from '#shared/statement-files/file-refusal.ts'
import { NO_ROWS, type ReadRows, type StatementSummary } from '#shared/statement-files/statement-reader.ts'
import { createStatementReader, type ReaderOptions } from '#shared/statement-files/text-reader.ts'
import { createByteDecoder, type StatementEncoding } from './decode.ts'
import { SNIFF_BYTES, sniffRefusal } from './sniff.ts'

/** Bytes of a statement, from disk or from an upload, to rows; a piece at a time, in memory that does not grow. */
export type StatementEnd = StatementSummary & { readonly encoding: StatementEncoding }

export type StatementPiece = ReadRows & { readonly bytesRead: number }

/** Large enough to be quick, small enough that a piece keeps nobody waiting: about 500 rows. */
const PIECE_BYTES = 128 * 1024

/** A million characters are read as a line; what is longer is given up before it fills the memory. */
const LONGEST_LINE = 8 * 1024 * 1024

/** The bytes of a file in pieces; the file is closed when the reader stops, however it stops. */
export async function* fileBytes(path: string, size = PIECE_BYTES): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r')
  try {
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(size), 0, size)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}

/** Bytes already in memory (an upload), in the same pieces. */
export function* pieces(bytes: Uint8Array, size = PIECE_BYTES): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/**
 * Yields rows as they become complete and returns the summary, or the refusal. What needs the whole file (refund
 * links) is left to the caller: see link-refunds.ts.
 */
export async function* readStatementBytes(
  source: ByteSource,
  options: ReaderOptions = {},
): AsyncGenerator<StatementPiece, Outcome<StatementEnd, FileRefusal>> {
  const decoder = createByteDecoder()
  const reader = createStatementReader(options)
  const sniffer = createSniffer()
  let bytesRead = 0
  for await (const bytes of source) {
    bytesRead += bytes.length
    const refusal = sniffer(bytes) ?? reader.refusal()
    if (refusal) return refused(refusal)
    const rows = readText(reader, decoder.push(bytes))
    if (decoder.waiting() > LONGEST_LINE) return refused({ kind: 'line-too-long' })
    if (rows.drafts.length + rows.problems.length > 0) yield { ...rows, bytesRead }
  }
  const refusal = sniffer(null)
  if (refusal) return refused(refusal)
  const rows = readText(reader, decoder.finish())
  if (rows.drafts.length + rows.problems.length > 0) yield { ...rows, bytesRead }
  const end = reader.finish()
  if (!end.outcome.ok) return end.outcome
  if (end.rows.drafts.length + end.rows.problems.length > 0) yield { ...end.rows, bytesRead }
  return done({ ...end.outcome.value, encoding: decoder.encoding() })
}

const readText = (reader: ReturnType<typeof createStatementReader>, text: string): ReadRows =>
  text === '' ? NO_ROWS : reader.push(text)

/** Looks at the beginning once enough of it has come; `null` says that no more will come. */
function createSniffer(): (bytes: Uint8Array | null) => FileRefusal | null {
  let head: Uint8Array | null = new Uint8Array()
  return (bytes) => {
    if (head === null) return null
    if (bytes) head = Buffer.concat([head, bytes.subarray(0, SNIFF_BYTES - head.length)])
    if (bytes && head.length < SNIFF_BYTES) return null
    const refusal = sniffRefusal(head)
    head = null
    return refusal
  }
}
