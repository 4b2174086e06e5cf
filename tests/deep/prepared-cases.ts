import { copyFileSync, cpSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect } from 'vitest'
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
import { removeFolder } from '../remove-folder.ts'
import { testClock } from '../store/temporary-store.ts'

/** Every command that writes, the ledger that it begins with, and what it makes of it when nothing goes wrong. */

export const TODAY = '2026-09-01'

export const words = (ledger: string, args: readonly string[]): readonly string[] => [
  '--ledger',
  ledger,
  '--today',
  TODAY,
  ...args,
]

/** Runs a command to its end, in this process. */
export async function huaqing(ledger: string, ...args: readonly string[]): Promise<void> {
  const told: string[] = []
  const code = await runCommandLine(words(ledger, args), { out: () => undefined, err: (text) => told.push(text) })
  if (code !== 0) throw new Error(`${args.join(' ')}: ${told.join('')}`)
}

export function open<T>(path: string, use: (store: Store) => T): T {
  const opened = openStore({ path, create: true, ...testClock() })
  if (!opened.ok) throw new Error(opened.refusal.kind)
  try {
    return use(opened.value)
  } finally {
    opened.value.close()
  }
}

/** What it holds, how its history stands, and what is wrong in it. */
export const stateOf = (path: string) =>
  open(path, (store) => {
    const problems = examine(store.connection.raw).flatMap(({ check, count }) => (count > 0 ? [check] : []))
    return store.read((reader) => {
      const wrong = sumsAgree(reader) ? problems : [...problems, 'sums']
      const { total } = owedOn(readLedger(reader, day(TODAY)))
      const history = listActions(reader, { before: null, limit: 20 }).map(({ label, undone }) => [label.code, undone])
      return { wrong, ...countLedger(reader), total, rows: rowsOf(reader), steps: countActions(reader), history }
    })
  })
export type State = ReturnType<typeof stateOf>

const rowsOf = ({ connection }: Parameters<typeof countLedger>[0]) =>
  connection.raw
    .prepare('SELECT count(*), count(supersedes), total(amount), total(day), group_concat(DISTINCT kind) FROM entry')
    .raw()
    .get()

/** A command, the folder of the ledger that it begins with, and what it makes of it when nobody kills it. */
export type Case = {
  readonly name: string
  readonly args: readonly string[]
  readonly live: string
  readonly before: State
  readonly after: State
}

export const LEDGER = 'ledger.huaqing'
/** Enough rows that every command takes longer than it takes to hit it. */
const ROWS = 800

/** A copy in the same folder as what it is of, which is removed first where it is there. */
export function copied(live: string, name: string): string {
  const copy = join(live, '..', name)
  removeFolder(copy)
  cpSync(live, copy, { recursive: true })
  return copy
}

/** A ledger with a history, former versions, and a depth of undo that a few steps reach. */
async function fullLedger(folder: string): Promise<string> {
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
function oldLedger(folder: string): string {
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
export async function preparedCases(folder: string): Promise<readonly Case[]> {
  const full = await fullLedger(folder)
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
    ['migration', oldLedger(folder), 'backup'],
  ]
  const ready: Case[] = []
  for (const [name, live, ...args] of cases) ready.push({ name, args, live, ...(await statesOf(live, args)) })
  return ready
}

async function statesOf(live: string, args: readonly string[]): Promise<{ before: State; after: State }> {
  const copy = copied(live, 'states')
  const before = stateOf(join(copy, LEDGER))
  copied(live, 'states')
  await huaqing(join(copy, LEDGER), ...args)
  const after = stateOf(join(copy, LEDGER))
  removeFolder(copy)
  return { before, after }
}

/** Nothing but sound copies bears the name of a backup; what a dead process was making does not. */
export function expectSoundBackups(ledger: string, where: string): void {
  for (const { file, verified } of listBackups(ledger)) {
    if (!verified) continue
    const backup = new Database(file, { readonly: true })
    expect(isSound(backup), `${where}: ${file}`).toBe(true)
    backup.close()
  }
}

/** One more purchase, on an account of whatever ledger this is; of an amount that no row has: else it would be asked about. */
export function purchaseOfNoRow(ledger: string): readonly string[] {
  const first = "SELECT id FROM counting_record WHERE kind = 'account' AND json_extract(body, '$.kind') = 'huabei'"
  const account = open(ledger, ({ connection }) => String(connection.raw.prepare(first).pluck().get()))
  return ['purchase', 'add', account, '--amount', '98765.43', '--on', TODAY]
}
