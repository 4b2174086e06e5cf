import { mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { countLedger } from '../../electron/store/ledger-counts.ts'
import { removeFolder } from '../remove-folder.ts'
import { createRunner } from './killed.ts'
import {
  type Case,
  copied,
  expectSoundBackups,
  huaqing,
  LEDGER,
  open,
  preparedCases,
  purchaseOfNoRow,
  stateOf,
  words,
} from './prepared-cases.ts'
import { deepSeconds, deepSeed, randomFrom } from './time-box.ts'

/**
 * The program is killed at any moment of any command that writes: what was confirmed is there, what was not is gone
 * whole. Every kill begins with a copy of a ledger that was prepared for its command, at a moment drawn from as long as
 * the command was seen to take. What the ledger holds then is asked in this process.
 */

const folder = mkdtempSync(join(tmpdir(), 'huaqing-kill-'))
const runner = createRunner(join(folder, 'compiled'))
afterAll(() => {
  runner.close()
  removeFolder(folder)
})

/** Where the kills of a command fell: before it wrote a byte, between its first and its last, and after it had ended. */
type Kills = { before: number; inside: number; after: number; kept: number; milliseconds: number }

const filesIn = (live: string): string =>
  readdirSync(live, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'huaqing.log')
    .map(({ parentPath, name }) => `${name} ${statSync(join(parentPath, name)).mtimeMs}`)
    .sort()
    .join()

async function kill({ name, args, live, before, after }: Case, kills: Kills, random: () => number, seed: number) {
  const run = copied(live, 'run')
  const ledger = join(run, LEDGER)
  const files = filesIn(run)
  const killAfter = kills.milliseconds * random() * 1.2
  const { code, milliseconds } = await runner.run(words(ledger, args), killAfter)
  const where = `${name}, killed after ${killAfter.toFixed(1)} of ${kills.milliseconds.toFixed(1)} ms, seed ${seed}`
  if (code !== null) {
    expect(code, where).toBe(0)
    kills.after += 1
    kills.milliseconds = milliseconds
  } else kills[filesIn(run) === files ? 'before' : 'inside'] += 1
  // Whoever opens it next may be killed too, while what the first one left is being cleared away.
  if (code === null && random() < 0.3) await runner.run(words(ledger, ['backup']), random() * 100)
  const now = stateOf(ledger)
  expect([before, after], where).toContainEqual(now)
  if (code !== null) expect(now, where).toEqual(after)
  expectSoundBackups(ledger, where)
  if (code === null && JSON.stringify(now) === JSON.stringify(after)) kills.kept += 1
  // And it goes on from there.
  await huaqing(ledger, ...purchaseOfNoRow(ledger))
  expect(open(ledger, (store) => store.read(countLedger)).entries, where).toBe(now.entries + 1)
  removeFolder(run)
}

it('keeps all or nothing of every command, whenever it is killed', { timeout: 3_600_000 }, async () => {
  const seed = deepSeed()
  const random = randomFrom(seed)
  const cases = await preparedCases(folder)
  const seen = new Map<Case, Kills>()
  for (const one of cases) {
    const whole = copied(one.live, 'whole')
    const { milliseconds } = await runner.run(words(join(whole, LEDGER), one.args))
    removeFolder(whole)
    seen.set(one, { before: 0, inside: 0, after: 0, kept: 0, milliseconds })
  }
  const begun = performance.now()
  const end = begun + deepSeconds() * 1000
  let count = 0
  for (; performance.now() < end || count < cases.length; count += 1) {
    const one = cases[count % cases.length]
    const kills = one && seen.get(one)
    if (!one || !kills) throw new Error('no case')
    await kill(one, kills, random, seed)
  }
  const each = Math.round((performance.now() - begun) / count)
  const lines = [...seen].map(([{ name }, kills]) => `${name}: ${JSON.stringify(kills)}`)
  console.log(`kill: ${count} kills, ${each} ms each, seed ${seed}\n${lines.join('\n')}`)
  const inside = [...seen.values()].reduce((sum, kills) => sum + kills.inside, 0)
  // A window that lies beside the commands would prove nothing.
  if (count >= 50) expect(inside / count).toBeGreaterThan(0.3)
})
