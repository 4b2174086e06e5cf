/**
 * Bytes of a statement to text (formats.md 1.3 "Encoding"): a BOM means UTF-8; else strict UTF-8; else GB18030, never
 * GBK with errors ignored. Bytes are cut at line ends, where neither encoding can be split, so that a character on the
 * border of two chunks is never broken. What cannot be decoded becomes U+FFFD, which the reader reports row by row.
 */
export type StatementEncoding = 'UTF-8' | 'GB18030'

export type ByteDecoder = {
  /** Decodes all complete lines that have arrived. */
  readonly push: (bytes: Uint8Array) => string
  /** Decodes what is left. */
  readonly finish: () => string
  /** How many bytes wait for the end of their line. */
  readonly waiting: () => number
  /** Plain ASCII counts as UTF-8. */
  readonly encoding: () => StatementEncoding
  /** True when some bytes fit no character. */
  readonly isDamaged: () => boolean
}

/** The encoding is decided on this much: a short GB18030 text can look like UTF-8 by accident. */
const DECIDE_ON = 64 * 1024
const LINE_FEED = 0x0a

export function createByteDecoder(): ByteDecoder {
  let waiting: Uint8Array[] = []
  let waitingBytes = 0
  let encoding: StatementEncoding | null = null
  let damaged = false

  const decode = (bytes: Uint8Array): string => {
    encoding ??= decideEncoding(bytes)
    const text = decodeStrictly(bytes, encoding ?? 'UTF-8')
    if (text !== null) return text
    damaged = true
    return new TextDecoder(encoding ?? 'GB18030').decode(bytes)
  }

  const takeWaiting = (): Uint8Array => {
    const all = waiting.length === 1 && waiting[0] ? waiting[0] : Buffer.concat(waiting)
    waiting = []
    waitingBytes = 0
    return all
  }

  const keep = (bytes: Uint8Array): void => {
    if (bytes.length === 0) return
    waiting.push(bytes)
    waitingBytes += bytes.length
  }

  return {
    push: (bytes) => {
      if (waitingBytes + bytes.length < DECIDE_ON && encoding === null) {
        keep(bytes)
        return ''
      }
      const lineEnd = bytes.lastIndexOf(LINE_FEED)
      if (lineEnd < 0) {
        keep(bytes)
        return ''
      }
      keep(bytes.subarray(0, lineEnd + 1))
      const text = decode(takeWaiting())
      keep(bytes.subarray(lineEnd + 1))
      return text
    },
    waiting: () => waitingBytes,
    finish: () => (waitingBytes === 0 ? '' : decode(takeWaiting())),
    encoding: () => encoding ?? 'UTF-8',
    isDamaged: () => damaged,
  }
}

/** null while everything is ASCII, which is the same in both. */
function decideEncoding(bytes: Uint8Array): StatementEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'UTF-8'
  if (decodeStrictly(bytes, 'UTF-8') !== null) return bytes.some((byte) => byte > 0x7f) ? 'UTF-8' : null
  if (decodeStrictly(bytes, 'GB18030') !== null) return 'GB18030'
  return brokenIn(bytes, 'UTF-8') < brokenIn(bytes, 'GB18030') ? 'UTF-8' : 'GB18030'
}

function decodeStrictly(bytes: Uint8Array, encoding: StatementEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

const brokenIn = (bytes: Uint8Array, encoding: StatementEncoding): number =>
  new TextDecoder(encoding).decode(bytes).split('\ufffd').length
