import type { FileRefusal } from '#shared/statement-files/file-refusal.ts'

/** What the first bytes of a file say it is (formats.md 7.1). The name of a file says nothing. */

/** Enough of a file to tell: the first local headers of a zip name what is in it. */
export const SNIFF_BYTES = 4096

/** Why the file cannot be text, or null when it may be. Takes the file's beginning, up to `SNIFF_BYTES`. */
export function sniffRefusal(head: Uint8Array): FileRefusal | null {
  if (isBlank(head)) return { kind: 'file-empty' }
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) {
    return { kind: holds(head, '[Content_Types].xml') || holds(head, 'xl/') ? 'xlsx-workbook' : 'zip-archive' }
  }
  const magic = MAGIC.find(({ bytes }) => startsWith(head, bytes))
  if (magic) return magic.refusal ? { kind: magic.refusal } : { kind: 'file-not-text', looksLike: magic.looksLike }
  return head.includes(0) ? { kind: 'file-not-text', looksLike: 'binary' } : null
}

type Magic = {
  readonly looksLike: string
  readonly bytes: readonly number[]
  /** What is said of it, where there is more to say than that it is no text. */
  readonly refusal?: 'pdf-document' | 'xls-workbook' | 'image'
}

const MAGIC: readonly Magic[] = [
  { looksLike: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], refusal: 'pdf-document' },
  { looksLike: 'xls', bytes: [0xd0, 0xcf, 0x11, 0xe0], refusal: 'xls-workbook' },
  { looksLike: 'rar', bytes: [0x52, 0x61, 0x72, 0x21] },
  { looksLike: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { looksLike: 'gzip', bytes: [0x1f, 0x8b] },
  { looksLike: 'png', bytes: [0x89, 0x50, 0x4e, 0x47], refusal: 'image' },
  { looksLike: 'jpeg', bytes: [0xff, 0xd8, 0xff], refusal: 'image' },
  { looksLike: 'gif', bytes: [0x47, 0x49, 0x46, 0x38], refusal: 'image' },
  { looksLike: 'webp', bytes: [0x52, 0x49, 0x46, 0x46], refusal: 'image' },
  { looksLike: 'heic', bytes: [0x00, 0x00, 0x00, 0x18, 0x66, 0x74, 0x79, 0x70], refusal: 'image' },
  { looksLike: 'heic', bytes: [0x00, 0x00, 0x00, 0x24, 0x66, 0x74, 0x79, 0x70], refusal: 'image' },
  { looksLike: 'utf-16', bytes: [0xff, 0xfe] },
  { looksLike: 'utf-16', bytes: [0xfe, 0xff] },
]

const startsWith = (head: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => head[index] === byte)

/** Nothing, or only a BOM and white space. */
const isBlank = (head: Uint8Array): boolean =>
  head.length < SNIFF_BYTES &&
  head.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d || BOM.includes(byte))

const BOM: readonly number[] = [0xef, 0xbb, 0xbf]

const holds = (head: Uint8Array, name: string): boolean =>
  Buffer.from(head.buffer, head.byteOffset, head.length).includes(name)
