import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { refusalTexts } from '#shared/contract/texts/refusal-texts.ts'
import {
  decryptBytes,
  decryptFile,
  encryptBytes,
  encryptFile,
  looksLikeAge,
  newAgeKey,
  openerOf,
} from '../../electron/files/age-file.ts'
import { temporaryFolder } from './temporary-store.ts'

const plain = new TextEncoder().encode('花呗 2026-09 账单 1,234.56\n'.repeat(9000))
const kindOf = (outcome: { ok: boolean; refusal?: { kind: string } }) => (outcome.ok ? 'opened' : outcome.refusal?.kind)

describe('a file locked by a passphrase', () => {
  it('opens with it, and tells a wrong one from a damaged file and from no age file', async () => {
    const locked = await encryptBytes(plain, { passphrase: '一二三 four' }, 4)
    expect(looksLikeAge(locked)).toBe(true)
    expect(await decryptBytes(locked, { passphrase: '一二三 four' })).toEqual({ ok: true, value: plain })
    const damaged = locked.slice()
    damaged[damaged.length - 9]! ^= 1
    expect([
      kindOf(await decryptBytes(locked, { passphrase: '一二三 five' })),
      kindOf(await decryptBytes(damaged, { passphrase: '一二三 four' })),
      kindOf(await decryptBytes(locked.subarray(0, locked.length - 1), { passphrase: '一二三 four' })),
      kindOf(await decryptBytes(plain, { passphrase: '一二三 four' })),
    ]).toEqual(['age-wrong-passphrase', 'age-damaged', 'age-damaged', 'age-not-age'])
  })
})

describe('a file locked by keys', () => {
  it('opens with the secret key of each of them, piece by piece, and with no other', async () => {
    const folder = temporaryFolder()
    const [own, other, stranger] = [await newAgeKey(), await newAgeKey(), await newAgeKey()]
    const at = (name: string) => join(folder, name)
    writeFileSync(at('plain'), plain)
    await encryptFile(at('plain'), at('locked'), { recipients: [own.recipient, other.recipient] })
    expect(statSync(at('locked')).mode & 0o777).toBe(0o600)
    for (const [name, key] of Object.entries({ own, other })) {
      expect(kindOf(await decryptFile(at('locked'), at(name), { secretKey: key.secretKey }))).toBe('opened')
      expect(new Uint8Array(readFileSync(at(name)))).toEqual(plain)
    }
    expect(kindOf(await decryptFile(at('locked'), at('stranger'), { secretKey: stranger.secretKey }))).toBe(
      'age-wrong-key',
    )
    writeFileSync(at('cut'), readFileSync(at('locked')).subarray(0, 70_000))
    expect(kindOf(await decryptFile(at('cut'), at('cut-open'), { secretKey: own.secretKey }))).toBe('age-damaged')
  })

  it('is opened by what was typed: a printed key in any case, else a passphrase', async () => {
    const { secretKey } = await newAgeKey()
    expect(openerOf(` ${secretKey.toLowerCase()}\n`)).toEqual({ secretKey })
    expect(openerOf('AGE-SECRET-KEY-1 is not one')).toEqual({ passphrase: 'AGE-SECRET-KEY-1 is not one' })
  })
})

it('has a sentence for every way of not opening', () => {
  for (const kind of ['age-wrong-passphrase', 'age-wrong-key', 'age-damaged', 'age-not-age'])
    expect(refusalTexts[kind]).toBeDefined()
})
