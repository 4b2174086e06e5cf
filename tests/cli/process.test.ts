import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { removeFolder } from '../remove-folder.ts'

const PROGRAM = join(import.meta.dirname, '../../electron/cli/huaqing.ts')

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huaqing-cli-'))
})
afterEach(() => removeFolder(folder))

/** A process of its own, in a home that has nothing. */
function huaqing(args: readonly string[], { input, env = {} }: { input?: string; env?: NodeJS.ProcessEnv } = {}) {
  const surroundings = {
    ...{ PATH: process.env.PATH, HOME: folder, XDG_CONFIG_HOME: folder, LANG: 'en_US.UTF-8' },
    ...{ XDG_CACHE_HOME: join(tmpdir(), 'huaqing-cli-cache') },
    ...env,
  }
  const ran = spawnSync(process.execPath, [PROGRAM, ...args], {
    env: surroundings,
    input: input ?? '',
    encoding: 'utf8',
  })
  return { code: ran.status, out: ran.stdout, err: ran.stderr }
}

/** A system that fails in a way that nobody foresaw: it does not say what the computer is called. */
const WITHOUT_HOST_NAME = `--import data:text/javascript,${encodeURIComponent(`
import os from 'node:os'
import { syncBuiltinESMExports } from 'node:module'
os.hostname = () => { throw new Error('no name') }
syncBuiltinESMExports()`)}`

const ledger = () => join(folder, 'ledger.huaqing')

describe('a process', () => {
  it('ends with 0, and writes one JSON document and nothing else', () => {
    const env = { HUAQING_LEDGER: ledger() }
    const { code, out, err } = huaqing(['--json', 'account', 'add', '--kind', 'huabei'], { env })
    expect([code, err, out.endsWith('\n'), out.split('\n').length]).toEqual([0, '', true, 2])
    expect(JSON.parse(out)).toMatchObject({ schema: 'huaqing/accounts@1', accounts: [{ id: 'huabei' }] })
  })

  it('ends with 1 when refused, in JSON with kind, sentence and figures', () => {
    const { code, out, err } = huaqing(['--json', '--ledger', ledger(), 'owed'])
    expect(code).toBe(1)
    const message = `No ledger at ${ledger()}`
    expect(JSON.parse(out)).toEqual({ refusal: { kind: 'ledger-not-found', message, path: ledger() } })
    expect(err).toBe(`${message}\n`)
  })

  it('ends with 2 when it is used wrongly', () => {
    expect(huaqing(['owed', '--color'])).toEqual({ code: 2, out: '', err: "Wrong usage: unknown option '--color'\n" })
  })

  it('ends with 3 at a fault, with a reference into the log beside the ledger', () => {
    const args = ['--json', '--ledger', ledger(), 'account', 'add', '--kind', 'borrow']
    const { code, out, err } = huaqing(args, { env: { NODE_OPTIONS: WITHOUT_HOST_NAME } })
    const { reference } = JSON.parse(out).fault
    expect([code, err]).toEqual([3, `The program failed; reference ${reference} in ${join(folder, 'logs')}\n`])
    expect(readFileSync(join(folder, 'logs', 'huaqing.log'), 'utf8')).toContain(`${reference} cli`)
  })

  it('records what is recorded where a count that only tells change cannot be raised any more', () => {
    huaqing(['--ledger', ledger(), 'account', 'add', '--kind', 'huabei'])
    const spoiled = new Database(ledger())
    spoiled.exec("UPDATE meta SET value = 9223372036854775807 WHERE key = 'import_basis'")
    spoiled.close()
    const { code, out } = huaqing(['--json', '--ledger', ledger(), 'account', 'add', '--kind', 'borrow'])
    expect([code, JSON.parse(out)]).toMatchObject([0, { accounts: [{ id: 'borrow' }] }])
  })

  it('refuses a plan that cannot be read', () => {
    huaqing(['--ledger', ledger(), 'account', 'add', '--kind', 'huabei'])
    const { code, out } = huaqing(['--json', '--ledger', ledger(), 'project', '--plan', folder])
    expect([code, JSON.parse(out).refusal.kind]).toEqual([1, 'file-not-readable'])
  })

  it('keeps the ledger in the folder of the desktop app where nothing else is said', () => {
    huaqing(['account', 'add', '--kind', 'huabei'])
    expect(readdirSync(join(folder, 'HuaQing'))).toContain('ledger.huaqing')
  })

  it('speaks Chinese unless the system speaks English', () => {
    const chinese = huaqing(['--ledger', ledger(), 'owed'], { env: { LANG: 'zh_CN.UTF-8' } })
    expect(chinese.err).toBe(`找不到账本：${ledger()}\n`)
    expect(huaqing(['--help', '--lang', 'zh-CN']).out).toContain('花清：欠多少、何时还清、能不能关闭')
  })

  it('simulates what stands on standard input, the same bytes twice, without any ledger', () => {
    const scenario = {
      schema: 'huaqing/scenario@1',
      today: '2026-07-05',
      accounts: [
        { id: 'card', kind: 'other', balance: '1000.00', interest: { model: 'monthly-apr', annualRate: '12%' } },
      ],
      plan: { from: '2026-08-01', monthly: '100.00', payOn: 1 },
      ask: ['owed', 'projection'],
    }
    const input = JSON.stringify(scenario)
    const [first, second] = [
      huaqing(['simulate', '-', '--json'], { input }),
      huaqing(['simulate', '-', '--json'], { input }),
    ]
    expect(first).toEqual(second)
    const { owed, projection } = JSON.parse(first.out)
    expect([owed.total, projection.months, projection.interest, projection.totalPaid]).toEqual([
      '1000.00',
      11,
      '58.98',
      '1058.98',
    ])
    expect(readdirSync(folder)).toEqual([])
  })

  it('refuses a scenario that is no JSON with the place', () => {
    const path = join(folder, 'broken.json')
    writeFileSync(path, '{"schema": ')
    const { code, err } = huaqing(['simulate', path])
    expect([code, err.startsWith(`${path} is not JSON: `)]).toEqual([1, true])
  })

  it('verifies a backup that it made, and a file that is none is refused', () => {
    huaqing(['--ledger', ledger(), 'account', 'add', '--kind', 'huabei'])
    const made = huaqing(['--json', '--ledger', ledger(), 'backup', '--to', join(folder, 'elsewhere')])
    const { backup } = JSON.parse(made.out)
    expect(backup).toMatchObject({ verified: true, reason: 'asked' })
    expect(JSON.parse(huaqing(['--json', 'verify', backup.file]).out)).toMatchObject({ problems: [] })
    const wrong = join(folder, 'wrong.huaqing')
    writeFileSync(wrong, 'not a ledger')
    expect(huaqing(['verify', wrong]).err).toBe(`This file is not a ledger of HuaQing: ${wrong}\n`)
  })
})
