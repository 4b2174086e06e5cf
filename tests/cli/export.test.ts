import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { armor, Decrypter } from 'age-encryption'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCommandLine } from '../../electron/cli/run-command-line.ts'
import { writeWhole } from '../../electron/files/write-whole.ts'
import { removeFolder } from '../remove-folder.ts'

/** Files out of the command line: whole or not at all, never over something that is there. */

let folder = ''
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huaqing-export-'))
  await huaqing('account', 'add', '--kind', 'huabei')
  await huaqing('bill', 'add', 'huabei', '2026-07', '--amount', '720.41')
})
afterEach(() => removeFolder(folder))

const huaqing = (...args: string[]) => huaqingOn('2026-07-05', ...args)

async function huaqingOn(today: string, ...args: string[]) {
  let out = ''
  let err = ''
  const global = ['--ledger', join(folder, 'ledger.huaqing'), '--today', today, '--lang', 'en']
  const code = await runCommandLine([...global, ...args], {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
  })
  return { code, out, err }
}

const exportTo = (path: string, ...more: string[]) => huaqing('export', '--format', 'csv', '--out', path, ...more)

describe('export', () => {
  it('writes for its owner alone and says where, with a byte order mark where Excel is to read it', async () => {
    const path = join(folder, 'a.csv')
    expect(await exportTo(path, '--bom')).toEqual({ code: 0, out: `Written: ${path}\n`, err: '' })
    expect(readFileSync(path, 'utf8').slice(0, 18)).toBe('\ufeffhuaqing-ledger@1,')
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('leaves an existing file alone, and replaces it whole with --force', async () => {
    const path = join(folder, 'a.csv')
    writeFileSync(path, 'mine')
    expect(await exportTo(path)).toEqual({
      code: 1,
      out: '',
      err: `${path} already exists and was left alone; choose another name, or --force to replace it\n`,
    })
    expect(readFileSync(path, 'utf8')).toBe('mine')
    expect((await exportTo(path, '--force')).code).toBe(0)
    expect(readFileSync(path, 'utf8')).toContain('720.41')
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('says in a sentence why it cannot write', async () => {
    mkdirSync(join(folder, 'inner'))
    const nowhere = join(folder, 'no', 'a.csv')
    expect((await exportTo(nowhere)).err).toBe(
      `The folder of ${nowhere} is not there; make it first, or choose another place\n`,
    )
    expect((await exportTo(join(folder, 'inner'))).err).toBe(
      `${join(folder, 'inner')} is a folder; name a file in it\n`,
    )
    expect((await huaqing('export', '--format', 'csv')).code).toBe(2)
    expect((await huaqing('export', '--out', 'x')).code).toBe(2)
    expect((await huaqing('--json', 'export', '--format', 'csv', '--out', '-')).code).toBe(2)
    const own = join(folder, 'ledger.huaqing')
    expect(await huaqing('export', '--format', 'csv', '--force', '--out', own)).toMatchObject({
      code: 1,
      err: `${own} belongs to the ledger itself and is never written over; choose another name\n`,
    })
    expect((await huaqing('export', '--format', 'pdf', '--out', join(folder, 'x'))).code).toBe(2)
  })
})

describe('several accounts', () => {
  it('become a file each, or the one that was named', async () => {
    await huaqing('account', 'add', '--kind', 'borrow', '--id', '借 呗')
    const path = join(folder, 'out.ofx')
    const { out } = await huaqing('--json', 'export', '--format', 'ofx', '--out', path)
    const files = ['out-huabei.ofx', 'out-借_呗.ofx'].map((name) => join(folder, name))
    expect((JSON.parse(out) as { files: { file: string }[] }).files.map(({ file }) => file)).toEqual(files)
    expect(readFileSync(files[0] ?? '', 'utf8')).toContain('<BALAMT>-720.41</BALAMT>')
    expect(
      (await huaqing('export', '--format', 'ynab', '--account', 'huabei', '--out', join(folder, 'y.csv'))).code,
    ).toBe(0)
    expect((await huaqing('export', '--format', 'ynab', '--account', 'x', '--out', join(folder, 'z.csv'))).err).toBe(
      'There is no account “x”\n',
    )
    expect((await huaqing('export', '--format', 'actual', '--out', '-')).err).toBe(
      'actual holds one account in a file: choose the account\n',
    )
  })
})

describe('interest and overdue charges that still run', () => {
  it('are left out of the lists of an account, which says so; a journal has them, marked', async () => {
    const running = 'Interest and overdue charges that still run and are in no bill yet are not in it'
    const path = join(folder, 'late')
    const told = async (format: string) => {
      const { code, err } = await huaqingOn('2026-08-20', 'export', '--format', format, '--force', '--out', path)
      return { code, isTold: err.includes(running), text: readFileSync(path, 'utf8') }
    }
    for (const format of ['ofx', 'actual', 'ynab']) expect(await told(format)).toMatchObject({ code: 0, isTold: true })
    const journals = [await told('beancount'), await told('hledger')]
    expect(journals.map(({ isTold, text }) => [isTold, /^2026-08-20 ! /m.test(text)])).toEqual([
      [false, true],
      [false, true],
    ])
    const { out } = await huaqing('export', '--help')
    expect(out.replaceAll('\n', ' ')).toContain('left out of ofx, actual and ynab')
  })
})

describe('encryption', () => {
  it('locks the file with the passphrase of the environment; age opens it', async () => {
    const path = join(folder, 'locked.age')
    process.env.HUAQING_PASSPHRASE = '口令 1'
    try {
      expect((await exportTo(path, '--encrypt')).code).toBe(0)
    } finally {
      delete process.env.HUAQING_PASSPHRASE
    }
    const text = readFileSync(path, 'utf8')
    expect(text).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n/)
    const opener = new Decrypter()
    opener.addPassphrase('口令 1')
    expect(await opener.decrypt(armor.decode(text), 'text')).toContain('720.41')
  }, 120_000)

  it('refuses where nobody can be asked for it', async () => {
    expect(await exportTo(join(folder, 'a.age'), '--encrypt')).toMatchObject({
      code: 1,
      err: 'Encryption needs a passphrase: type it in a terminal, or put it into HUAQING_PASSPHRASE\n',
    })
  })
})

describe('a disk that fails half-way', () => {
  const failing = (code: string) =>
    (function* () {
      yield 'x'.repeat(200_000)
      throw Object.assign(new Error(code), { code })
    })()

  it.each([
    ['ENOSPC', 'export-disk-full'],
    ['EROFS', 'export-not-permitted'],
    ['EIO', 'file-not-writable'],
  ])('%s leaves nothing half written, and what was there before', (code, kind) => {
    const fresh = join(folder, 'fresh')
    expect(writeWhole(fresh, failing(code), { replace: false })).toEqual({
      ok: false,
      refusal: { kind, values: { path: fresh, reason: code } },
    })
    const old = join(folder, 'old')
    writeFileSync(old, 'before')
    expect(writeWhole(old, failing(code), { replace: true })).toMatchObject({ ok: false, refusal: { kind } })
    expect(readFileSync(old, 'utf8')).toBe('before')
    expect(readdirSync(folder).filter((name) => !name.startsWith('ledger'))).toEqual(['old'])
  })
})
