import type { AttachmentMime } from './case-fact.ts'

/**
 * What a file is, by its own bytes and never by its name: an attachment must be nothing that could run (product.md G).
 * Pictures are checked for their beginning, their size in pixels and their end; text must be text.
 */
export type SeenFile =
  | { readonly what: 'fit'; readonly mime: AttachmentMime }
  | { readonly what: 'active'; readonly form: 'SVG' | 'HTML' }
  | { readonly what: 'program' | 'archive' }
  | { readonly what: 'broken'; readonly form: 'PNG' | 'JPEG' | 'WebP' | 'PDF' }
  | { readonly what: 'too-many-pixels'; readonly width: number; readonly height: number }
  | { readonly what: 'unknown' }

/** A picture of more pixels is not of a phone; decoding it would take the memory of the computer. */
const PIXELS_AT_MOST = 50_000_000

export function seeFile(bytes: Uint8Array): SeenFile {
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return png(bytes)
  if (starts(bytes, [0xff, 0xd8, 0xff])) return jpeg(bytes)
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP') return webp(bytes)
  if (latin(bytes, 0, 5) === '%PDF-') return pdf(bytes)
  if (isProgram(bytes)) return { what: 'program' }
  if (latin(bytes, 0, 2) === 'PK' || starts(bytes, [0x1f, 0x8b])) return { what: 'archive' }
  return text(bytes)
}

const starts = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte)

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)))

const be32 = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) * 0x1000000 + ((bytes[at + 1] ?? 0) << 16) + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0)) >>>
  0
const be16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) + (bytes[at + 1] ?? 0)

/** Windows, Linux, macOS, Java, WebAssembly and scripts by their first bytes. */
function isProgram(bytes: Uint8Array): boolean {
  const head = latin(bytes, 0, 4)
  const machO = [0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe, 0xcafebabe].includes(be32(bytes, 0))
  return head.startsWith('MZ') || head === '\x7fELF' || head === '\0asm' || head.startsWith('#!') || machO
}

function sized(width: number, height: number, mime: AttachmentMime): SeenFile {
  if (width * height > PIXELS_AT_MOST) return { what: 'too-many-pixels', width, height }
  return { what: 'fit', mime }
}

function png(bytes: Uint8Array): SeenFile {
  const isWhole = latin(bytes, 12, 16) === 'IHDR' && latin(bytes, bytes.length - 8, bytes.length - 4) === 'IEND'
  const [width, height] = [be32(bytes, 16), be32(bytes, 20)]
  if (!isWhole || width === 0 || height === 0) return { what: 'broken', form: 'PNG' }
  return sized(width, height, 'image/png')
}

/** Walks from marker to marker until the frame that states the size; a picture that was cut has no end marker. */
function jpeg(bytes: Uint8Array): SeenFile {
  const tail = latin(bytes, Math.max(0, bytes.length - 64), bytes.length)
  if (!tail.includes('\xff\xd9')) return { what: 'broken', form: 'JPEG' }
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return sized(be16(bytes, at + 7), be16(bytes, at + 5), 'image/jpeg')
    at += 2 + Math.max(2, be16(bytes, at + 2))
  }
  return { what: 'broken', form: 'JPEG' }
}

function webp(bytes: Uint8Array): SeenFile {
  const size = (bytes[4] ?? 0) + ((bytes[5] ?? 0) << 8) + ((bytes[6] ?? 0) << 16) + (bytes[7] ?? 0) * 0x1000000
  if (size + 8 > bytes.length) return { what: 'broken', form: 'WebP' }
  return { what: 'fit', mime: 'image/webp' }
}

/** It is only ever handed out as a file, never shown; one that was cut has no end. */
function pdf(bytes: Uint8Array): SeenFile {
  const tail = latin(bytes, Math.max(0, bytes.length - 1024), bytes.length)
  return tail.includes('%%EOF') ? { what: 'fit', mime: 'application/pdf' } : { what: 'broken', form: 'PDF' }
}

function text(bytes: Uint8Array): SeenFile {
  if (bytes.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)) return { what: 'unknown' }
  const head = latin(bytes, 0, 4096).toLowerCase()
  if (/<svg[\s>]|<!doctype svg/.test(head)) return { what: 'active', form: 'SVG' }
  if (/<(!doctype html|html|head|body|script|iframe|meta|link|object|embed|img)[\s/>]|javascript:/.test(head)) {
    return { what: 'active', form: 'HTML' }
  }
  return { what: 'fit', mime: 'text/plain' }
}
