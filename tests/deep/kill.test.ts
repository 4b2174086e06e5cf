import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect, it } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import { done } from '#shared/kernel/outcome.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { runCommandLine } from '../../electron/cli/run-command-line.ts'
import { countActions, listActions } from '../../electron/store/actions.ts'
import { makeBackup } from '../../electron/store/backup.ts'
import { listBackups } from '../../electron/store/backup-files.ts'
import { examine } from '../../electron/store/doctor/checks.ts'
import { countLedger } from '../../electron/store/ledger-counts.ts'
import { readLedger } from '../../electron/store/read-ledger.ts'
import { putSettings } from '../../electron/store/settings.ts'
import { isSound } from '../../electron/store/soundness.ts'
import { openStore, type Store } from '../../electron/store/store.ts'
import { sumsAgree } from '../../electron/store/sums/sums-agree.ts'
import { writeAlipayFile } from '../bench/made-file.ts'
import { testClock } from '../store/temporary-store.ts'
import { createRunner } from './killed.ts'
import { deepSeconds, deepSeed, randomFrom } from './time-box.ts'

/**
 * The program is killed at any moment of any command that writes: what was confirmed is there, what was not is gone
 * whole. Every kill begins with a copy of a ledger that was prepared for its command, at a moment drawn from as long as
 * the command was seen to take. What the ledger holds then is asked in this process.
 */

const TODAY = '2026-09-01'
const folder = mkdtempSync(join(tmpdir(), 'huaqing-kill-'))
const runner = createRunner(join(folder, 'compiled'))
afterAll(() => {
  runner.close()
  rmSync(folder, { recursive: true, force: true })
})

const words = (ledger: string, args: readonly string[]): readonly string[] => [
  '--ledger',
  ledger,
  '--today',
  TODAY,
  ...args,
]

/** Runs a command to its end, in this process. */
async function huaqing(ledger: string, ...args: readonly string[]): Promise<void> {
  const told: string[] = []
  const code = await runCommandLine(words(ledger, args), { out: () => undefined, err: (text) => told.push(text) })
  if (code !== 0) throw new Error(`${args.join(' ')}: ${told.join('')}`)
}

function open<T>(path: string, use: (store: Store) => T): T {
  const opened = openStore({ path, create: true, ...testClock() })
  if (!opened.ok) throw new Error(opened.refusal.kind)
  try {
    return use(opened.value)
  } finally {
    opened.value.close()
  }
}

/** What it holds, how its history stands, and what is wrong in it. */
const stateOf = (path: string) =>
  open(path, (store) => {
    const problems = examine(store.connection.raw).flatMap(({ check, count }) => (count > 0 ? [check] : []))
    return store.read((reader) => {
      const wrong = sumsAgree(reader) ? problems : [...problems, 'sums']
      const { total } = owedOn(readLedger(reader, day(TODAY)))
      const history = listActions(reader, { before: null, limit: 20 }).map(({ label, undone }) => [label.code, undone])
      return { wrong, ...countLedger(reader), total, rows: rowsOf(reader), steps: countActions(reader), history }
    })
  })
type State = ReturnType<typeof stateOf>

const rowsOf = ({ connection }: Parameters<typeof countLedger>[0]) =>
  connection.raw
    .prepare('SELECT count(*), count(supersedes), total(amount), total(day), group_concat(DISTINCT kind) FROM entry')
    .raw()
    .get()

/** A command, the folder of the ledger that it begins with, and what it makes of it when nobody kills it. */
type Case = {
  readonly name: string
  readonly args: readonly string[]
  readonly live: string
  readonly before: State
  readonly after: State
}

const LEDGER = 'ledger.huaqing'
/** Enough rows that every command takes longer than it takes to hit it. */
const ROWS = 800

function copied(live: string, name: string): string {
  const copy = join(folder, name)
  cpSync(live, copy, { recursive: true })
  return copy
}

/** A ledger with a history, former versions, and a depth of undo that a few steps reach. */
async function fullLedger(): Promise<string> {
  const live = join(folder, 'full')
  mkdirSync(live)
  const ledger = join(live, LEDGER)
  const statement = join(folder, 'first.csv')
  writeAlipayFile(statement, { rows: ROWS, seed: 7 })
  await huaqing(ledger, 'account', 'add', '--kind', 'huabei', '--id', 'mine')
  await huaqing(ledger, 'purchase', 'add', 'mine', '--amount', '100', '--on', '2026-08-01', '--id', 'p1')
  for (const note of ['a', 'b', 'c', 'd', 'e']) await huaqing(ledger, 'entry', 'edit', 'p1', '--note', note)
  await huaqing(ledger, 'import', statement)
  open(ledger, (store) => store.change((writer) => done(putSettings(writer, { undoDepth: 3 }))))
  return live
}

/** A ledger of the first version with as many rows. */
function oldLedger(): string {
  const fixtures = join(import.meta.dirname, '../fixtures/ledgers')
  const live = join(folder, 'old')
  mkdirSync(live)
  copyFileSync(join(fixtures, readdirSync(fixtures).sort()[0] ?? ''), join(live, LEDGER))
  const old = new Database(join(live, LEDGER))
  old.exec(`
    WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${ROWS * 4})
    INSERT INTO entry (id, kind, appended_by, account, amount, day, posted_on, label)
    SELECT id || '-' || n, kind, appended_by, account, amount, day, posted_on, label
    FROM n, entry WHERE kind = 'purchase'`)
  old.close()
  return live
}

/** The ledgers that the commands begin with, and a backup that is worth restoring. */
async function prepared(): Promise<readonly Case[]> {
  const full = await fullLedger()
  const { file } = await makeBackup(join(full, LEDGER), 'asked', Date.parse(`${TODAY}T04:00:00Z`))
  const backup = join(folder, 'backup.huaqing')
  copyFileSync(file, backup)
  const statement = join(folder, 'second.csv')
  writeAlipayFile(statement, { rows: ROWS, seed: 8 })

  const undone = copied(full, 'undone')
  await huaqing(join(undone, LEDGER), 'undo')
  const restored = copied(undone, 'restored')
  await huaqing(join(restored, LEDGER), 'restore', backup, '--yes')
  const spoiled = copied(full, 'spoiled')
  const raw = new Database(join(spoiled, LEDGER))
  raw.exec("INSERT INTO entry_account SELECT max(seq), 'mine' FROM entry")
  raw.close()

  const cases: readonly (readonly [name: string, live: string, ...args: string[]])[] = [
    ['entry', full, 'purchase', 'add', 'mine', '--amount', '12.34', '--on', '2026-08-30', '--id', 'p2'],
    ['import', full, 'import', statement],
    ['undo an import', full, 'undo'],
    ['redo an import', undone, 'redo'],
    ['restore', undone, 'restore', backup, '--yes'],
    ['undo a restore', restored, 'undo'],
    ['backup', full, 'backup'],
    ['compaction', full, 'compact'],
    ['repair', spoiled, 'doctor', '--repair'],
    ['migration', oldLedger(), 'backup'],
  ]
  const ready: Case[] = []
  for (const [name, live, ...args] of cases) ready.push({ name, args, live, ...(await statesOf(live, args)) })
  return ready
}

async function statesOf(live: string, args: readonly string[]): Promise<{ before: State; after: State }> {
  const copy = copied(live, 'states')
  const before = stateOf(join(copy, LEDGER))
  rmSync(copy, { recursive: true })
  copied(live, 'states')
  await huaqing(join(copy, LEDGER), ...args)
  const after = stateOf(join(copy, LEDGER))
  rmSync(copy, { recursive: true })
  return { before, after }
}

/** Where the kills of a command fell: before it wrote a byte, between its first and its last, and after it had ended. */
type Kills = { before: number; inside: number; after: number; kept: number; milliseconds: number }

const filesIn = (live: string): string =>
  readdirSync(live, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'huaqing.log')
    .map(({ parentPath, name }) => `${name} ${statSync(join(parentPath, name)).mtimeMs}`)
    .sort()
    .join()

/** Nothing but sound copies bears the name of a backup; what a dead process was making does not. */
function expectSoundBackups(ledger: string, where: string): void {
  for (const { file, verified } of listBackups(ledger)) {
    if (!verified) continue
    const backup = new Database(file, { readonly: true })
    expect(isSound(backup), `${where}: ${file}`).toBe(true)
    backup.close()
  }
}

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
  await huaqing(ledger, 'purchase', 'add', accountIn(ledger), '--amount', '1', '--on', TODAY)
  expect(open(ledger, (store) => store.read(countLedger)).entries, where).toBe(now.entries + 1)
  rmSync(run, { recursive: true })
}

const accountIn = (ledger: string): string => {
  const first = "SELECT id FROM counting_record WHERE kind = 'account' AND json_extract(body, '$.kind') = 'huabei'"
  return open(ledger, ({ connection }) => String(connection.raw.prepare(first).pluck().get()))
}

it('keeps all or nothing of every command, whenever it is killed', { timeout: 3_600_000 }, async () => {
  const seed = deepSeed()
  const random = randomFrom(seed)
  const cases = await prepared()
  const seen = new Map<Case, Kills>()
  for (const one of cases) {
    const whole = copied(one.live, 'whole')
    const { milliseconds } = await runner.run(words(join(whole, LEDGER), one.args))
    rmSync(whole, { recursive: true })
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
