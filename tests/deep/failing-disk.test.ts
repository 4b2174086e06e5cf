import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { backupFolder } from '../../electron/store/backup-files.ts'
import { countLedger } from '../../electron/store/ledger-counts.ts'
import { removeFolder } from '../remove-folder.ts'
import {
  type Case,
  copied,
  expectSoundBackups,
  huaqing,
  LEDGER,
  open,
  preparedCases,
  purchaseOfNoRow,
  type State,
  stateOf,
  words,
} from './prepared-cases.ts'
import { deepSeconds, deepSeed, randomFrom } from './time-box.ts'

/**
 * A disk that is full or fails, at any call of any command that writes. `strace` answers the call in the kernel's place:
 * neither a disk nor a privilege is needed. Without it, as on Windows and macOS, this is skipped; a disk that is really
 * full is tried in tests/store/full-disk.test.ts, where one may be mounted.
 */

const CLI = join(import.meta.dirname, '../../electron/cli/huaqing.ts')
const folder = mkdtempSync(join(tmpdir(), 'huaqing-disk-'))
afterAll(() => removeFolder(folder))

const TRACE = ['--seccomp-bpf', '-f', '-qq']
const canTrace = spawnSync('strace', [...TRACE, '-o', '/dev/null', '-e', 'trace=fsync', 'true']).status === 0

/** Only SQLite writes so. Node reads its own files so too: a read fails only where it is one of the ledger. */
const READ = 'pread64'
const CALLS = ['pwrite64', 'fsync', 'fdatasync', READ] as const
type Call = (typeof CALLS)[number]
type Fault = { readonly call: Call; readonly error: 'ENOSPC' | 'EIO'; readonly from: number; readonly once: boolean }

/** Runs a command under `strace`; answers its exit code and the kind of its refusal. */
function traced(ledger: string, args: readonly string[], how: readonly string[]) {
  const command = [...TRACE, ...how, process.execPath, CLI, ...words(ledger, ['--json', ...args])]
  const env = { ...process.env, XDG_CONFIG_HOME: folder, NODE_COMPILE_CACHE: join(folder, 'compiled') }
  const { status, stdout, stderr } = spawnSync('strace', command, { encoding: 'utf8', env })
  const answer = stdout === '' ? {} : JSON.parse(stdout)
  return { code: status, kind: answer.refusal?.kind as string | undefined, said: stderr }
}

const tracing = (ledger: string, calls: readonly Call[]): readonly string[] => [
  '-e',
  `trace=${calls}`,
  ...(calls.includes(READ) ? ['', '-wal', '-shm'].flatMap((ending) => ['-P', ledger + ending]) : []),
]

/** How often a command makes each call when nothing fails, in the thread that makes it most. */
function callsOf({ args, live }: Case): ReadonlyMap<Call, number> {
  const log = join(folder, 'calls')
  const counts = new Map<string, number>()
  // Reads are of the ledger only, so they are counted apart.
  for (const calls of [CALLS.filter((call) => call !== READ), [READ]] as const) {
    const ledger = join(copied(live, 'counted'), LEDGER)
    traced(ledger, args, ['-o', log, ...tracing(ledger, calls)])
    for (const [, thread, call] of readFileSync(log, 'utf8').matchAll(/^(\d+) +(\w+)\(/gm))
      counts.set(`${call} ${thread}`, (counts.get(`${call} ${thread}`) ?? 0) + 1)
  }
  const most = (call: Call): number =>
    Math.max(0, ...[...counts].flatMap(([key, count]) => (key.startsWith(`${call} `) ? [count] : [])))
  return new Map(CALLS.map((call) => [call, most(call)]))
}

function anyFault(calls: ReadonlyMap<Call, number>, random: () => number): Fault {
  const made = CALLS.filter((call) => (calls.get(call) ?? 0) > 0)
  const call = made[Math.floor(random() * made.length)] ?? 'pwrite64'
  const error = call === 'pwrite64' && random() < 0.6 ? 'ENOSPC' : 'EIO'
  return { call, error, from: 1 + Math.floor(random() * (calls.get(call) ?? 1)), once: random() < 0.3 }
}

const TOLD = ['done', '1 ledger-disk-full', '1 ledger-disk-error', '1 backup-not-made', '1 backup-not-verified']
/** SQLite calls pages that cannot be read damage. */
const TOLD_OF_READING = ['1 ledger-damaged', '1 backup-damaged']

/** What a command leaves that is done. A ledger that cannot be read is put aside by a restore and not kept as a backup. */
function statesDone({ name, before, after }: Case, call: Call, ledger: string): readonly State[] {
  const aside = readdirSync(backupFolder(ledger)).find((file) => file.endsWith('-damaged'))
  const isAside = name === 'restore' && call === READ && aside !== undefined
  // It was put there whole: nothing of it is lost.
  if (isAside) expect(stateOf(join(backupFolder(ledger), aside))).toEqual(before)
  return isAside ? [{ ...after, steps: after.steps - 1, history: after.history.slice(1) }] : [after]
}

describe.skipIf(!canTrace)('a disk that is full or fails', () => {
  it('takes nothing that was confirmed, and is said in a sentence', { timeout: 3_600_000 }, async () => {
    const seed = deepSeed()
    const random = randomFrom(seed)
    const cases = await preparedCases(folder)
    const calls = new Map(cases.map((one) => [one, callsOf(one)]))
    const seen: Record<string, number> = {}
    const end = performance.now() + deepSeconds() * 1000
    let count = 0
    for (; performance.now() < end || count < cases.length; count += 1) {
      const one = cases[count % cases.length]
      if (!one) throw new Error('no case')
      const { call, error, from, once } = anyFault(calls.get(one) ?? new Map(), random)
      const ledger = join(copied(one.live, 'run'), LEDGER)
      const inject = `inject=${call}:error=${error}:when=${from}${once ? '' : '+'}`
      const { code, kind, said } = traced(ledger, one.args, [
        '-o',
        '/dev/null',
        ...tracing(ledger, [call]),
        '-e',
        inject,
      ])
      const where = `${one.name}, ${inject}, seed ${seed}: ${said}`
      const now = stateOf(ledger)
      const told = code === 0 ? 'done' : `${code} ${kind}`
      seen[told] = (seen[told] ?? 0) + 1
      expect(call === READ ? [...TOLD, ...TOLD_OF_READING] : TOLD, where).toContain(told)
      // A disk that fails while a step is confirmed may keep it: then it is there whole.
      expect(code === 0 ? statesDone(one, call, ledger) : [one.before, one.after], where).toContainEqual(now)
      if (error === 'ENOSPC' && code !== 0) expect(now, where).toEqual(one.before)
      expectSoundBackups(ledger, where)
      await huaqing(ledger, ...purchaseOfNoRow(ledger))
      expect(open(ledger, (store) => store.read(countLedger)).entries, where).toBe(now.entries + 1)
    }
    console.log(`failing disk: ${count} faults, ${JSON.stringify(seen)}, seed ${seed}`)
  })
})
