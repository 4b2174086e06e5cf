import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect } from 'vitest'
import { runCommandLine } from '../../electron/cli/run-command-line.ts'
import { listBackups } from '../../electron/store/backup-files.ts'
import { removeFolder } from '../remove-folder.ts'
import { FIRST } from './import-files.ts'

/** A ledger with everything in it, and what must hold of it however it was damaged. */
export const LEDGER = 'ledger.huaqing'

const TODAY = '2026-09-20'

export const huaqing = (ledger: string, ...args: readonly string[]) => huaqingOn(TODAY, ledger, args)

async function huaqingOn(today: string, ledger: string, args: readonly string[]) {
  const said = { out: '', err: '' }
  const code = await runCommandLine(['--ledger', ledger, '--today', today, '--lang', 'en', ...args], {
    out: (text) => {
      said.out += text
    },
    err: (text) => {
      said.err += text
    },
  })
  return { code, ...said }
}

/** The answer as JSON; a refusal is one too. */
export async function asked(ledger: string, ...args: readonly string[]) {
  const { code, out, err } = await huaqing(ledger, '--json', ...args)
  return { code, err, answer: out === '' ? {} : JSON.parse(out) }
}

export type Prepared = {
  readonly live: string
  /** What is owed, and what was when the newest backup was made. */
  readonly owed: string
  readonly owedThen: string
  readonly backup: string
  readonly remove: () => void
  /** A copy of the ledger and its backups, which `spoil` damages. */
  readonly damaged: (spoil: (ledger: string) => void) => string
}

export async function prepareLedger(): Promise<Prepared> {
  const folder = mkdtempSync(join(tmpdir(), 'huaqing-damage-'))
  const live = join(folder, 'live')
  mkdirSync(live)
  const ledger = join(live, LEDGER)
  const told = (...args: readonly string[]): Promise<void> => toldOn(TODAY, ...args)
  const toldOn = async (today: string, ...args: readonly string[]): Promise<void> => {
    const { code, err } = await huaqingOn(today, ledger, args)
    if (code !== 0) throw new Error(`${args.join(' ')}: ${err}`)
  }
  const evidence = join(folder, 'evidence.txt')
  writeFileSync(evidence, 'evidence '.repeat(2000))
  await told('account', 'add', '--kind', 'huabei', '--id', 'hb', '--limit', '8000')
  await told('account', 'add', '--kind', 'borrow', '--id', 'jb')
  for (let n = 0; n < 12; n += 1)
    await told('purchase', 'add', 'hb', '--amount', `${10 + n}`, '--on', '2026-08-05', '--id', `p${n}`)
  await told('refund', 'add', 'hb', '--amount', '5', '--on', '2026-08-25', '--of', 'p1', '--id', 'r1')
  await told('bill', 'add', 'hb', '2026-08', '--amount', '1000')
  await told('repay', 'add', '--amount', '300', '--on', '2026-09-05', '--split', 'hb=200', '--split', 'jb=100')
  await told(
    'installments',
    'add',
    'hb',
    '--principal',
    '1200',
    '--count',
    '6',
    '--fee-rate',
    '4.5%',
    '--first-bill',
    '2026-09',
  )
  await told(
    'loan',
    'add',
    'jb',
    '--principal',
    '600',
    '--drawn',
    '2026-06-10',
    '--daily-rate',
    '0.05%',
    '--method',
    'equal-installment',
    '--count',
    '12',
    '--repay-day',
    '10',
  )
  await toldOn('2026-09-19', 'import', FIRST)
  await told('case', 'contact', '--on', '2026-09-01', '--channel', '95188', '--said', 'they will call back')
  await told('case', 'attach', evidence)
  await told('backup')
  const owedThen = (await asked(ledger, 'owed')).answer.total
  await told('entry', 'edit', 'p2', '--amount', '20')
  await told('entry', 'delete', 'p3')
  await told('undo')
  await told('purchase', 'add', 'hb', '--amount', '7', '--on', '2026-09-19', '--id', 'late')
  const owed = (await asked(ledger, 'owed')).answer.total
  const backup = listBackups(ledger).find(({ reason }) => reason === 'asked')
  return {
    live,
    owed,
    owedThen,
    backup: basename(backup?.file ?? ''),
    remove: () => removeFolder(folder),
    damaged: (spoil) => {
      const copy = join(folder, 'damaged')
      removeFolder(copy)
      cpSync(live, copy, { recursive: true })
      spoil(join(copy, LEDGER))
      return join(copy, LEDGER)
    },
  }
}

/** Rows as another program may leave them, whatever the schema forbids. */
export const edited =
  (sql: string) =>
  (ledger: string): void => {
    const raw = new Database(ledger)
    raw.unsafeMode(true)
    raw.pragma('foreign_keys = OFF')
    raw.pragma('ignore_check_constraints = ON')
    raw.exec(sql)
    raw.close()
  }

const WRITES: readonly (readonly string[])[] = [
  ['undo'],
  ['backup'],
  ['purchase', 'add', 'hb', '--amount', '1', '--on', '2026-09-20'],
  ['doctor', '--repair'],
  ['compact', '--depth', '1000'],
]
const READS: readonly (readonly string[])[] = [
  ['history'],
  ['entry', 'list'],
  ['case', 'facts'],
  ['report'],
  ['verify'],
  ['backups', 'list'],
]

export type Outcome = {
  /** The figure is right, refused with its reason, or wrong and found by the doctor. */
  readonly owed: 'right' | 'refused' | 'found'
  readonly doctor: readonly string[]
}

/** What is owed, and what the doctor finds: never a fault, and never a wrong figure that nothing speaks against. */
export async function lookAt({ owed }: Prepared, ledger: string, where: string): Promise<Outcome> {
  const seen = await asked(ledger, 'owed')
  const doctor = await asked(ledger, 'doctor')
  expect([doctor.code, where], doctor.err).toEqual([0, where])
  const { closedBy, problems } = doctor.answer
  const found: readonly string[] = closedBy === null ? problems.map((one: { check: string }) => one.check) : [closedBy]
  if (seen.code === 1) return { owed: 'refused', doctor: found }
  expect([seen.code, where], seen.err).toEqual([0, where])
  const right = seen.answer.total === owed
  expect(right || found.length > 0, `${where}: ${seen.answer.total} for ${owed}, and nobody says why`).toBe(true)
  return { owed: right ? 'right' : 'found', doctor: found }
}

/** Whatever else is asked of it is done or refused in a sentence. */
export async function neverFails({ damaged }: Prepared, spoil: (ledger: string) => void, where: string): Promise<void> {
  let ledger = damaged(spoil)
  for (const args of READS) {
    const { code, err } = await huaqing(ledger, ...args)
    expect([0, 1], `${where}, ${args.join(' ')}: ${err}`).toContain(code)
  }
  for (const args of WRITES) {
    ledger = damaged(spoil)
    const { code, err } = await huaqing(ledger, ...args)
    expect([0, 1], `${where}, ${args.join(' ')}: ${err}`).toContain(code)
  }
}

/** The backup that the sentence names is put in place by what the sentence says; what is read out can be put there too. */
export async function waysOutWork(prepared: Prepared, spoil: (ledger: string) => void, where: string): Promise<void> {
  const { damaged, owed, owedThen, backup } = prepared
  const ledger = damaged(spoil)
  const { code, answer } = await asked(ledger, 'owed')
  const isRight = code === 0 && answer.total === owed
  const named = /restore (\S+\.huaqing)/.exec(answer.refusal?.message ?? '')?.[1]
  if (code === 1 && answer.refusal.kind !== 'ledger-unreadable') expect([named, where]).toEqual([backup, where])
  const restored = await huaqing(ledger, 'restore', named ?? backup, '--yes')
  expect([restored.code, (await asked(ledger, 'owed')).answer.total, where], restored.err).toEqual([0, owedThen, where])
  const whole = await asked(ledger, 'doctor')
  expect([whole.answer.problems, where]).toEqual([[], where])

  const again = damaged(spoil)
  const salvaged = await asked(again, 'doctor', '--salvage')
  if (salvaged.code === 1) {
    expect(['salvage-nothing', 'ledger-not-found', 'ledger-is-a-folder'], where).toContain(salvaged.answer.refusal.kind)
    return
  }
  expect([salvaged.code, where], salvaged.err).toEqual([0, where])
  const put = await huaqing(again, 'restore', salvaged.answer.files[0], '--yes')
  expect([put.code, where], put.err).toEqual([0, where])
  const then = await asked(again, 'owed')
  expect([then.code, where], then.err).toEqual([0, where])
  const { checks } = (await asked(again, 'doctor')).answer
  const wrong = checks
    .filter((one: { check: string; count: number }) => one.count > 0)
    .map((one: { check: string }) => one.check)
  expect(
    wrong.filter((check: string) => check === 'file' || check === 'sums' || check === 'figures'),
    where,
  ).toEqual([])
  if (isRight && salvaged.answer.lost === 0 && wrong.length === 0)
    expect([then.answer.total, where]).toEqual([owed, where])
}
