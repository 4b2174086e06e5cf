import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { writeAlipayFile } from '../bench/made-file.ts'
import { deepSeconds, deepSeed } from './time-box.ts'

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

/** A small generator of its own: the moments of death follow from the seed that is printed. */
function moments(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

async function total(ledger: string): Promise<number | null> {
  const { json } = await huaqing(ledger, ['entry', 'list', '--limit', '1'])
  return json === null || 'refusal' in json ? null : (json.total as number)
}

it('keeps all or nothing of each action', { timeout: 600_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huaqing-kill-'))
  const seed = deepSeed()
  const random = moments(seed)
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
