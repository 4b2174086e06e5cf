import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { writeAlipayFile } from '../bench/made-file.ts'
import { deepSeconds, deepSeed, randomFrom } from './time-box.ts'

/** The process is killed while it imports, undoes and redoes: what was confirmed is there, what was not is gone whole. */

const CLI = join(import.meta.dirname, '../../electron/cli/huaqing.ts')
const ROWS = 4000

type Run = { readonly code: number | null; readonly json: { readonly [key: string]: unknown } | null }

/** Runs the command line on a ledger, and kills it after a while where a while is given. */
async function huaqing(ledger: string, args: readonly string[], killAfter?: number): Promise<Run> {
  const child = spawn(process.execPath, [CLI, '--ledger', ledger, '--today', '2026-09-01', '--json', ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  const ended = new Promise<number | null>((done) => child.on('close', done))
  if (killAfter !== undefined) {
    await Promise.race([wait(killAfter), ended])
    child.kill('SIGKILL')
  }
  const code = await ended
  return { code, json: output === '' || code === null ? null : (JSON.parse(output) as Run['json']) }
}

async function total(ledger: string): Promise<number | null> {
  const { json } = await huaqing(ledger, ['entry', 'list', '--limit', '1'])
  return json === null || 'refusal' in json ? null : (json.total as number)
}

it('keeps all or nothing of each action', { timeout: 600_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huaqing-kill-'))
  const seed = deepSeed()
  const random = randomFrom(seed)
  const file = join(folder, 'made.csv')
  writeAlipayFile(file, { rows: ROWS, seed: 7 })
  try {
    const ledger = join(folder, 'ledger.huaqing')
    await huaqing(ledger, ['account', 'add', '--kind', 'huabei', '--id', 'mine'])
    const before = await total(ledger)
    const probe = join(folder, 'probe.huaqing')
    await huaqing(probe, ['account', 'add', '--kind', 'huabei', '--id', 'mine'])
    const begin = performance.now()
    await huaqing(probe, ['import', file])
    const length = performance.now() - begin
    const after = await total(probe)
    expect(after).toBeGreaterThan(before ?? 0)
    const end = performance.now() + deepSeconds() * 500
    const seen = { all: 0, none: 0 }
    while (performance.now() < end || seen.all + seen.none < 3) {
      await huaqing(ledger, ['import', file], length * random() * 2)
      const now = await total(ledger)
      expect([before, after]).toContain(now)
      const { json } = await huaqing(ledger, ['verify'])
      expect(json).toMatchObject({ problems: [] })
      if (now === after) {
        seen.all++
        await huaqing(ledger, ['undo'], length * random())
        const undone = await total(ledger)
        expect([before, after]).toContain(undone)
        if (undone === after) await huaqing(ledger, ['undo'])
      } else seen.none++
    }
    console.log(`kill: ${seen.all} whole, ${seen.none} not begun, seed ${seed}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/** Commands that are one step or none; a restore and the copies before it among them. */
const KILLED: readonly (readonly string[])[] = [
  ['purchase', 'add', 'mine', '--amount', '12.34', '--on', '2026-08-30'],
  ['undo'],
  ['redo'],
  ['backup'],
  ['restore', 'BACKUP'],
  ['doctor', '--repair'],
]

it('keeps all or nothing of entries, undo, backups and restores, whenever it is killed', {
  timeout: 3_600_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huaqing-kill-'))
  const seed = deepSeed()
  const random = randomFrom(seed)
  const live = join(folder, 'live')
  mkdirSync(live)
  const ledger = join(live, 'ledger.huaqing')
  const state = async () => [await total(ledger), (await huaqing(ledger, ['owed'])).json?.total]
  try {
    await huaqing(ledger, ['account', 'add', '--kind', 'huabei', '--id', 'mine'])
    await huaqing(ledger, ['purchase', 'add', 'mine', '--amount', '100', '--on', '2026-08-01'])
    const { json } = await huaqing(ledger, ['backup'])
    const made = json?.backup as { readonly file: string } | undefined
    if (made === undefined) throw new Error('no backup')
    const backup = made.file
    const end = performance.now() + deepSeconds() * 500
    let kills = 0
    let before = await state()
    while (performance.now() < end || kills < 3) {
      const command = (KILLED[Math.floor(random() * KILLED.length)] ?? []).map((word) =>
        word === 'BACKUP' ? backup : word,
      )
      // What the command does when nobody kills it, seen on a copy.
      const copy = join(folder, `copy-${kills}`, 'ledger.huaqing')
      cpSync(live, dirname(copy), { recursive: true })
      const begun = performance.now()
      await huaqing(copy, command)
      const length = performance.now() - begun
      const after = [await total(copy), (await huaqing(copy, ['owed'])).json?.total]
      await huaqing(ledger, command, length * random())
      const now = await state()
      expect([before, after], `${command.join(' ')}, kill ${kills}, seed ${seed}`).toContainEqual(now)
      expect((await huaqing(ledger, ['doctor'])).json).toMatchObject({ problems: [] })
      rmSync(dirname(copy), { recursive: true, force: true })
      before = now
      kills += 1
    }
    console.log(`kill: ${kills} commands, seed ${seed}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
