import { describe, expect, it } from 'vitest'
import { seeFile } from '#shared/ledger/case/attachment-kind.ts'

const bytes = (...parts: (string | number[] | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((sign) => sign.charCodeAt(0)) : [...part])),
  )
const be32 = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]

const png = (width: number, height: number, end = 'IEND'): Uint8Array =>
  bytes(
    [0x89],
    'PNG\r\n',
    [0x1a, 0x0a],
    be32(13),
    'IHDR',
    be32(width),
    be32(height),
    [8, 2, 0, 0, 0],
    be32(0),
    be32(0),
    end,
    be32(0xae426082),
  )
/** An application segment before the frame, as every camera writes it. */
const jpeg = (width: number, height: number, frame = 0xc0, end = [0xff, 0xd9]): Uint8Array =>
  bytes(
    [
      0xff,
      0xd8,
      0xff,
      0xe0,
      0,
      4,
      1,
      2,
      0xff,
      frame,
      0,
      11,
      8,
      height >> 8,
      height & 255,
      width >> 8,
      width & 255,
      1,
      1,
      0x11,
      0,
    ],
    end,
  )

describe('pictures', () => {
  it.each([
    ['a PNG', png(1080, 2340), { what: 'fit', mime: 'image/png' }],
    ['a PNG that was cut', png(10, 10).slice(0, -9), { what: 'broken', form: 'PNG' }],
    ['a PNG without a size', png(0, 10), { what: 'broken', form: 'PNG' }],
    ['a PNG without a height', png(10, 0), { what: 'broken', form: 'PNG' }],
    ['50 million pixels', png(10_000, 5_000), { what: 'fit', mime: 'image/png' }],
    ['one line more', png(10_000, 5_001), { what: 'too-many-pixels', width: 10_000, height: 5_001 }],
    ['a side beyond two billion', png(0xffffffff, 2), { what: 'too-many-pixels', width: 0xffffffff, height: 2 }],
    ['a JPEG', jpeg(600, 800), { what: 'fit', mime: 'image/jpeg' }],
    ['a progressive JPEG', jpeg(600, 800, 0xc2), { what: 'fit', mime: 'image/jpeg' }],
    ['a JPEG of too many pixels', jpeg(65_000, 60_000), { what: 'too-many-pixels', width: 65_000, height: 60_000 }],
    ['a JPEG that was cut', jpeg(600, 800, 0xc0, [0, 0]), { what: 'broken', form: 'JPEG' }],
    ['a JPEG with tables and no frame', jpeg(600, 800, 0xc4), { what: 'broken', form: 'JPEG' }],
    ['a WebP', bytes('RIFF', [8, 0, 0, 0], 'WEBPVP8 '), { what: 'fit', mime: 'image/webp' }],
    ['a WebP that was cut', bytes('RIFF', [9, 0, 0, 0], 'WEBPVP8 '), { what: 'broken', form: 'WebP' }],
    [
      'a WebP whose size needs its upper bytes',
      bytes('RIFF', [0, 1, 0, 0], 'WEBPVP8 '),
      { what: 'broken', form: 'WebP' },
    ],
    ['another RIFF', bytes('RIFF', [8, 0, 0, 0], 'WAVEfmt '), { what: 'unknown' }],
  ])('%s', (_name, file, seen) => {
    expect(seeFile(file)).toEqual(seen)
  })
})

describe('documents and what may not come in', () => {
  it.each([
    ['a PDF', bytes('%PDF-1.7\n…\n%%EOF\n'), { what: 'fit', mime: 'application/pdf' }],
    ['a PDF that was cut', bytes('%PDF-1.7\n1 0 obj'), { what: 'broken', form: 'PDF' }],
    ['a program of Windows', bytes('MZ\x90\0'), { what: 'program' }],
    ['a program of Linux', bytes('\x7fELF\x02'), { what: 'program' }],
    ['WebAssembly', bytes('\0asm\x01\0\0\0'), { what: 'program' }],
    ['a script', bytes('#!/bin/sh\nrm x'), { what: 'program' }],
    ['a program of macOS', bytes([0xcf, 0xfa, 0xed, 0xfe]), { what: 'program' }],
    ['a class of Java', bytes([0xca, 0xfe, 0xba, 0xbe]), { what: 'program' }],
    ['a zip', bytes('PK\x03\x04'), { what: 'archive' }],
    ['a gzip', bytes([0x1f, 0x8b, 8]), { what: 'archive' }],
    ['text', new TextEncoder().encode('客服说：7 月 10 日前答复\r\n\t…'), { what: 'fit', mime: 'text/plain' }],
    ['an empty file', bytes(), { what: 'fit', mime: 'text/plain' }],
    ['bytes that are no text', bytes('ab\x01c'), { what: 'unknown' }],
    ['an SVG', bytes('<?xml version="1.0"?>\n<svg xmlns="…">'), { what: 'active', form: 'SVG' }],
    ['an SVG by its type', bytes('<!DOCTYPE svg PUBLIC>'), { what: 'active', form: 'SVG' }],
    ['a page', bytes('  <!DOCTYPE HTML><title>x'), { what: 'active', form: 'HTML' }],
    ['a part of a page', bytes('hello <IMG src=x onerror=…>'), { what: 'active', form: 'HTML' }],
    ['a link that runs', bytes('javascript:alert(1)'), { what: 'active', form: 'HTML' }],
    ['text that compares', bytes('a <b and c> d, <linked>'), { what: 'fit', mime: 'text/plain' }],
  ])('%s', (_name, file, seen) => {
    expect(seeFile(file)).toEqual(seen)
  })
})
