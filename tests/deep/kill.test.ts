import { spawn } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import { done } from '#shared/kernel/outcome.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { countActions, nextUndo } from '../../electron/store/actions.ts'
import { makeBackup } from '../../electron/store/backup.ts'
import { examine } from '../../electron/store/doctor/checks.ts'
import { countLedger } from '../../electron/store/ledger-counts.ts'
import { readLedger } from '../../electron/store/read-ledger.ts'
import { putSettings } from '../../electron/store/settings.ts'
import { openStore, type Store } from '../../electron/store/store.ts'
import { sumsAgree } from '../../electron/store/sums/sums-agree.ts'
import { writeAlipayFile } from '../bench/made-file.ts'
import { testClock } from '../store/temporary-store.ts'
import { deepSeconds, deepSeed, randomFrom } from './time-box.ts'

/**
 * The program is killed at any moment of any command that writes: what was confirmed is there, what was not is gone
 * whole. What a ledger holds then is asked in this process, so that a kill costs one start of the program and not eight.
 */

const CLI = join(import.meta.dirname, '../../electron/cli/huaqing.ts')
const TODAY = '2026-09-01'
const folder = mkdtempSync(join(tmpdir(), 'huaqing-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a command, kills it after a while where a while is given, and answers how long it took. */
async function huaqing(ledger: string, args: readonly string[], killAfter?: number): Promise<number> {
  const begun = performance.now()
  const child = spawn(process.execPath, [CLI, '--ledger', ledger, '--today', TODAY, ...args], { stdio: 'ignore' })
  const ended = new Promise((done) => child.on('close', done))
  if (killAfter !== undefined) {
    await Promise.race([wait(killAfter), ended])
    child.kill('SIGKILL')
  }
  await ended
  return performance.now() - begun
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

/** What it holds and how its history stands; nothing in it is wrong. */
const stateOf = (path: string) =>
  open(path, (store) => {
    const problems = examine(store.connection.raw).flatMap(({ check, count }) => (count > 0 ? [check] : []))
    return store.read((reader) => {
      const sound = sumsAgree(reader) ? problems : [...problems, 'sums']
      const { total } = owedOn(readLedger(reader, day(TODAY)))
      return { sound, ...countLedger(reader), total, steps: countActions(reader), newest: nextUndo(reader)?.label.code }
    })
  })

const COMMANDS: readonly (readonly string[])[] = [
  ['purchase', 'add', 'mine', '--amount', '12.34', '--on', '2026-08-30'],
  ['import', 'STATEMENT'],
  ['undo'],
  ['undo'],
  ['redo'],
  ['backup'],
  ['restore', 'BACKUP'],
  ['doctor', '--repair'],
  ['compact'],
  ['migrate'],
]

/** A ledger with a history, a depth of undo that a few steps reach, a statement to import and a backup to restore. */
async function prepared() {
  const live = join(folder, 'live')
  mkdirSync(live)
  const ledger = join(live, 'ledger.huaqing')
  const statement = join(folder, 'made.csv')
  writeAlipayFile(statement, { rows: 2000, seed: 7 })
  await huaqing(ledger, ['account', 'add', '--kind', 'huabei', '--id', 'mine'])
  await huaqing(ledger, ['purchase', 'add', 'mine', '--amount', '100', '--on', '2026-08-01'])
  open(ledger, (store) => store.change((writer) => done(putSettings(writer, { undoDepth: 3 }))))
  const { file } = await makeBackup(ledger, 'asked', Date.parse(`${TODAY}T04:00:00Z`))
  const backup = join(folder, 'backup.huaqing')
  copyFileSync(file, backup)
  const named = new Map([
    ['STATEMENT', statement],
    ['BACKUP', backup],
  ])
  return { live, ledger, commands: COMMANDS.map((words) => words.map((word) => named.get(word) ?? word)) }
}

/** How long a command takes when nobody kills it, seen on a copy. */
async function lengthOf(command: readonly string[], live: string, copy: string): Promise<number> {
  cpSync(live, copy, { recursive: true })
  const length = await huaqing(join(copy, 'ledger.huaqing'), command[0] === 'migrate' ? ['backup'] : command)
  rmSync(copy, { recursive: true, force: true })
  return length
}

const OLD = join(import.meta.dirname, '../fixtures/ledgers')
const oldest = join(OLD, readdirSync(OLD).sort()[0] ?? '')

/** Killed on the way from the oldest version, a ledger is whole and holds what it held. */
async function killMigration(killAfter: number, copy: string): Promise<void> {
  copyFileSync(oldest, copy)
  const whole = `${copy}-whole`
  copyFileSync(oldest, whole)
  await huaqing(copy, ['backup'], killAfter)
  expect(stateOf(copy)).toEqual(stateOf(whole))
}

it('keeps all or nothing of every command, whenever it is killed', { timeout: 3_600_000 }, async () => {
  const seed = deepSeed()
  const random = randomFrom(seed)
  const { live, ledger, commands } = await prepared()
  const lengths = new Map<string, number>()
  const begun = performance.now()
  const end = begun + deepSeconds() * 1000
  const seen = { before: 0, after: 0 }
  let kills = 0
  for (let before = stateOf(ledger); performance.now() < end || kills < 3; kills += 1) {
    const command = commands[Math.floor(random() * commands.length)] ?? []
    const [name = ''] = command
    const run = join(folder, `run-${kills}`)
    cpSync(live, run, { recursive: true })
    if (!lengths.has(name)) lengths.set(name, await lengthOf(command, live, `${run}-whole`))
    // A little longer than it takes too: a kill may come too late.
    const killAfter = (lengths.get(name) ?? 0) * random() * 1.2
    const where = `${name}, kill ${kills} after ${Math.round(killAfter)} ms, seed ${seed}`
    if (name === 'migrate') await killMigration(killAfter, join(run, 'old.huaqing'))
    else {
      await huaqing(ledger, command, killAfter)
      const now = stateOf(ledger)
      expect(now.sound, where).toEqual([])
      if (JSON.stringify(now) === JSON.stringify(before)) seen.before += 1
      else {
        // What the command does when nobody kills it, seen on the copy from before.
        const copy = join(run, 'ledger.huaqing')
        lengths.set(name, await huaqing(copy, command))
        expect(now, where).toEqual(stateOf(copy))
        seen.after += 1
      }
      before = now
    }
    rmSync(run, { recursive: true, force: true })
  }
  const each = Math.round((performance.now() - begun) / kills)
  console.log(`kill: ${kills} kills, ${each} ms each, ${seen.after} after the step, seed ${seed}`)
})
