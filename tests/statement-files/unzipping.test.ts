import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openPacked, openStatement } from '../../electron/files/open-statement.ts'
import { readStatementBytes } from '../../electron/files/statement-file.ts'
import { unzipStatement } from '../../electron/files/unzip.ts'
import { zipEntries } from '../../electron/files/zip-directory.ts'
import { fixtureBytes } from './fixture-rows.ts'

const AES = 'alipay-app-2026-aes256-password-123456.zip'
const ZIP_CRYPTO = 'alipay-app-2026-zipcrypto-password-123456.zip'
const url = (name: string) => new URL(`./zips/${name}`, import.meta.url)
const zip = (name: string) => readFileSync(url(name))

describe.each([AES, ZIP_CRYPTO])('%s', (name) => {
  it('opens with its password to the very bytes of the statement', () => {
    const outcome = unzipStatement(zip(name), '123456')
    expect(outcome.ok && Buffer.compare(outcome.value, fixtureBytes('alipay-app-2026-gb18030.csv'))).toBe(0)
  })

  it('asks for a password, and says when it is wrong', () => {
    expect(unzipStatement(zip(name), null)).toEqual({ ok: false, refusal: { kind: 'zip-needs-password' } })
    for (const wrong of ['123457', '000000', '1', '１２３４５６'])
      expect(unzipStatement(zip(name), wrong)).toEqual({ ok: false, refusal: { kind: 'zip-password-wrong' } })
  })

  it('tells a changed or cut archive from a wrong password or a good one', () => {
    const bytes = zip(name)
    const entries = zipEntries(bytes)
    const start = entries.ok ? (entries.value[0]?.data.byteOffset ?? 0) - bytes.byteOffset : 0
    const changed = Buffer.from(bytes)
    changed[start + 1000] = (changed[start + 1000] ?? 0) ^ 1
    expect(unzipStatement(changed, '123456')).toMatchObject({ ok: false })
    expect(unzipStatement(bytes.subarray(0, bytes.length - 30), '123456')).toEqual({
      ok: false,
      refusal: { kind: 'zip-damaged' },
    })
    expect(unzipStatement(bytes.subarray(0, 100), '123456')).toEqual({ ok: false, refusal: { kind: 'zip-damaged' } })
  })

  it.each([
    ['from disk', () => openStatement(fileURLToPath(url(name)), '123456')],
    ['from memory', () => openPacked(zip(name), '123456')],
  ])('is read like the file in it, %s', async (_, open) => {
    const opened = await open()
    if (!opened.ok) throw new Error(opened.refusal.kind)
    const reading = readStatementBytes(opened.value.bytes())
    let rows = 0
    let step = await reading.next()
    for (; !step.done; step = await reading.next()) rows += step.value.drafts.length
    expect([rows, step.value.ok && step.value.value.encoding]).toEqual([79, 'GB18030'])
  })
})

describe('other archives', () => {
  /** A zip of one stored, unencrypted file. */
  function stored(name: string, data: Buffer, crc: number): Buffer {
    const head = (mark: number, bytes: number) => {
      const buffer = Buffer.alloc(bytes)
      buffer.writeUInt32LE(mark, 0)
      return buffer
    }
    const local = head(0x04034b50, 30)
    local.writeUInt16LE(name.length, 26)
    const entry = head(0x02014b50, 46)
    entry.writeUInt32LE(crc, 16)
    entry.writeUInt32LE(data.length, 20)
    entry.writeUInt32LE(data.length, 24)
    entry.writeUInt16LE(name.length, 28)
    const end = head(0x06054b50, 22)
    end.writeUInt16LE(1, 10)
    end.writeUInt32LE(local.length + name.length + data.length, 16)
    return Buffer.concat([local, Buffer.from(name), data, entry, Buffer.from(name), end])
  }

  it('a stored file without a password is taken as it is, if its checksum is right', () => {
    expect(unzipStatement(stored('a.csv', Buffer.from('123456789'), 0xcbf43926), null)).toEqual({
      ok: true,
      value: Buffer.from('123456789'),
    })
    expect(unzipStatement(stored('a.csv', Buffer.from('123456780'), 0xcbf43926), null)).toEqual({
      ok: false,
      refusal: { kind: 'zip-damaged' },
    })
  })

  it('an archive without a statement says what is in it', () => {
    expect(unzipStatement(stored('photo.jpg', Buffer.from('x'), 0), null)).toEqual({
      ok: false,
      refusal: { kind: 'zip-without-statement', names: ['photo.jpg'] },
    })
  })
})
