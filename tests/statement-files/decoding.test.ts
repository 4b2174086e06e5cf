import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { readStatement } from '#shared/statement-files/read-statement.ts'
import { createByteDecoder } from '../../electron/files/decode.ts'
import { sniffRefusal } from '../../electron/files/sniff.ts'
import { fileBytes, pieces, readStatementBytes } from '../../electron/files/statement-file.ts'
import { removeFolder } from '../remove-folder.ts'
import { runs } from '../runs.ts'
import { fixtureBytes, fixtureText } from './fixture-rows.ts'

const MAIN = 'alipay-app-2026-gb18030.csv'
const folder = mkdtempSync(join(tmpdir(), 'huaqing-files-'))
afterAll(() => removeFolder(folder))

function decodeCut(bytes: Uint8Array, cuts: readonly number[]) {
  const decoder = createByteDecoder()
  const points = [0, ...[...cuts].map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]
  const texts = points.slice(1).map((end, index) => decoder.push(bytes.subarray(points[index], end)))
  return { text: [...texts, decoder.finish()].join(''), encoding: decoder.encoding(), damaged: decoder.isDamaged() }
}

async function readAll(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
  const reading = readStatementBytes(source)
  const lines: number[] = []
  for (;;) {
    const step = await reading.next()
    if (step.done) return { lines, end: step.value }
    lines.push(...step.value.drafts.map((draft) => draft.line))
  }
}

describe('decoding', () => {
  const utf8 = new TextEncoder()

  it('reads GB18030, UTF-8 and UTF-8 with a BOM to the same text', () => {
    const text = fixtureText(MAIN)
    expect(decodeCut(fixtureBytes(MAIN), [])).toEqual({ text, encoding: 'GB18030', damaged: false })
    expect(decodeCut(utf8.encode(text), [])).toEqual({ text, encoding: 'UTF-8', damaged: false })
    expect(decodeCut(utf8.encode(`\ufeff${text}`), [])).toEqual({ text, encoding: 'UTF-8', damaged: false })
  })

  it('never breaks a character on the border of two pieces', () => {
    const long = Buffer.concat(Array.from({ length: 8 }, () => fixtureBytes(MAIN)))
    const text = new TextDecoder('gb18030').decode(long)
    const asUtf8 = utf8.encode(text)
    fc.assert(
      fc.property(fc.array(fc.nat()), (cuts) => {
        expect(decodeCut(long, cuts).text).toBe(text)
        expect(decodeCut(asUtf8, cuts).text).toBe(text)
      }),
      runs(20),
    )
  })

  it('reads rare characters that only GB18030 has', () => {
    const rare = Buffer.from([0xb7, 0xb0, 0x0a, 0x95, 0x32, 0x82, 0x36, 0x0a, 0xd5, 0xc5, 0x0a])
    const { text, encoding } = decodeCut(rare, [4])
    expect([encoding, text]).toEqual(['GB18030', `${new TextDecoder('gb18030').decode(rare)}`])
    expect(text).not.toContain('\ufffd')
  })

  it('is not misled by a first line of GB18030 that is UTF-8 by accident', () => {
    const accident = Buffer.from([0xd0, 0xa1, 0x0a])
    const { text, encoding } = decodeCut(Buffer.concat([accident, fixtureBytes(MAIN)]), [accident.length])
    expect([encoding, text]).toEqual(['GB18030', `小\n${fixtureText(MAIN)}`])
  })

  it('marks what fits no character and keeps the rest', () => {
    const bytes = Buffer.concat([fixtureBytes(MAIN), Buffer.from([0xff, 0xff, 0x0a])])
    const { text, damaged } = decodeCut(bytes, [])
    expect([damaged, text.startsWith(fixtureText(MAIN)), text.includes('\ufffd')]).toEqual([true, true, true])
  })

  it('a file cut inside a character is read to its end', async () => {
    const bytes = Buffer.from(fixtureBytes(MAIN))
    const firstHalfOfTheLastShop = bytes.subarray(0, bytes.lastIndexOf(Buffer.from([0xc8, 0xf0, 0xd0, 0xd2])) + 1)
    const { lines, end } = await readAll([firstHalfOfTheLastShop])
    expect(lines).toEqual(Array.from({ length: 78 }, (_, index) => 25 + index))
    expect(end.ok && end.value.fileRows).toBe(79)
  })
})

describe('reading bytes', () => {
  it('gives the rows of the text, from disk and from memory, in pieces of any size', async () => {
    const path = join(folder, 'statement.csv')
    writeFileSync(path, fixtureBytes(MAIN))
    const outcome = readStatement(fixtureText(MAIN))
    const wanted = outcome.ok ? outcome.value.drafts.map((draft) => draft.line) : []
    expect(wanted).toHaveLength(79)
    for (const source of [
      fileBytes(path),
      fileBytes(path, 100),
      pieces(fixtureBytes(MAIN)),
      pieces(fixtureBytes(MAIN), 1),
    ]) {
      const { lines, end } = await readAll(source)
      expect(lines).toEqual(wanted)
      expect(end).toMatchObject({ ok: true, value: { format: 'alipay-app-v3b', encoding: 'GB18030', fileRows: 79 } })
    }
  })

  it('hands rows over while it reads', async () => {
    const reading = readStatementBytes(
      pieces(Buffer.concat([fixtureBytes(MAIN), ...Array.from({ length: 20 }, () => rowsOnly())]), 8192),
    )
    let steps = 0
    for (let step = await reading.next(); !step.done; step = await reading.next()) steps += 1
    expect(steps).toBeGreaterThan(10)
  })
})

/** The rows of the fixture without the 24 lines before them. */
function rowsOnly(): Uint8Array {
  const bytes = fixtureBytes(MAIN)
  let at = 0
  for (let line = 0; line < 24; line += 1) at = bytes.indexOf(0x0a, at) + 1
  return bytes.subarray(at)
}

describe('refusing what is no statement', () => {
  const ascii = (text: string) => Buffer.from(text, 'latin1')

  it.each([
    ['file-empty', Buffer.alloc(0)],
    ['file-empty', ascii('\xef\xbb\xbf\r\n  \n')],
    ['zip-archive', ascii('PK\x03\x04\x14\x00\x09\x00\x08\x00 some.csv')],
    ['xlsx-workbook', ascii('PK\x03\x04\x14\x00\x00\x00[Content_Types].xml')],
    ['pdf-document', ascii('%PDF-1.7\n')],
    ['xls-workbook', ascii('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
    ['image', ascii('\x89PNG\r\n\x1a\n')],
    ['image', ascii('\xff\xd8\xff\xe0')],
    ['file-not-text', ascii('\x1f\x8b\x08')],
    ['file-not-text', ascii('abc\x00def')],
    ['file-not-text', ascii('\xff\xfea\x00')],
  ])('%s by its first bytes', async (kind, bytes) => {
    expect(sniffRefusal(bytes)).toMatchObject({ kind })
    expect((await readAll(pieces(bytes, 3))).end).toMatchObject({ ok: false, refusal: { kind } })
  })

  it('lets text pass', () => {
    expect(sniffRefusal(fixtureBytes(MAIN).subarray(0, 4096))).toBeNull()
  })
})
