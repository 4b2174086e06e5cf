import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { removeFolder } from '../remove-folder.ts'

/** The archives that Alipay mails, in both kinds of encryption, through the whole program. */

const PROGRAM = join(import.meta.dirname, '../../electron/cli/huaqing.ts')
const archive = (kind: string) => join(import.meta.dirname, `../fixtures/alipay-app-2026-${kind}-password-123456.zip`)

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huaqing-zip-'))
})
afterEach(() => removeFolder(folder))

function importZip(kind: string, password: readonly string[]) {
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      PROGRAM,
      '--ledger',
      join(folder, 'l.huaqing'),
      '--today',
      '2026-09-01',
      '--json',
      'import',
      archive(kind),
      ...password,
    ],
    { encoding: 'utf8' },
  )
  return {
    status,
    answer: JSON.parse(stdout) as { refusal?: { kind: string }; fileRows?: number; counts?: { review: number } },
  }
}

describe.each(['aes256', 'zipcrypto'])('%s', (kind) => {
  it('asks for the password, knows a wrong one, and reads the statement with the right one', () => {
    expect(importZip(kind, [])).toMatchObject({ status: 1, answer: { refusal: { kind: 'zip-needs-password' } } })
    expect(importZip(kind, ['--password', '000000'])).toMatchObject({
      status: 1,
      answer: { refusal: { kind: 'zip-password-wrong' } },
    })
    expect(importZip(kind, ['--password', '123456'])).toMatchObject({
      status: 0,
      answer: { fileRows: 79, counts: { review: 5 } },
    })
  })
})
