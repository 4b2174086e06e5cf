import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { examine } from '../../electron/store/doctor/checks.ts'
import { appendEntry, withdrawEntry } from '../../electron/store/entries.ts'
import { diskRefusal } from '../../electron/store/open-refusal.ts'
import { fingerprintOf } from '../../electron/store/soundness.ts'
import { openStore, type Store } from '../../electron/store/store.ts'
import { undoNewest } from '../../electron/store/undo.ts'
import { removeFolder } from '../remove-folder.ts'
import { purchase } from '../store/entry-fixtures.ts'
import { testClock } from '../store/temporary-store.ts'
import { deepSeconds, deepSeed, randomFrom } from './time-box.ts'

/** A log cut at any byte and bits that flipped: what was confirmed is there, what was not is gone whole. */

const folder = mkdtempSync(join(tmpdir(), 'huaqing-crash-'))
afterAll(() => removeFolder(folder))

function open(path: string): Store | null {
  const opened = openStore({ path, create: false, ...testClock() })
  return opened.ok ? opened.value : null
}

/** What the ledger held when its log was so long. */
type State = { readonly walBytes: number; readonly content: string }

const contentIn = (store: Store): string => fingerprintOf(store.connection.raw)

/** Commands whose every commit is still in the log, and the state after each. */
function ledgerInItsLog(path: string, random: () => number): readonly State[] {
  const opened = openStore({ path, create: true, ...testClock() })
  if (!opened.ok) throw new Error(opened.refusal.kind)
  const store = opened.value
  store.connection.raw.pragma('wal_checkpoint(TRUNCATE)')
  const states: State[] = [{ walBytes: 0, content: contentIn(store) }]
  for (let n = 0; n < 40; n += 1) {
    const id = `p${Math.floor(random() * 12)}`
    const label = { code: 'purchase-added', values: { id } }
    if (random() < 0.2) undoNewest(store)
    else if (random() < 0.3) store.write(label, (writer) => withdrawEntry(writer, id))
    else store.write(label, (writer) => appendEntry(writer, purchase({ id: `${id}-${n}` })))
    states.push({ walBytes: statSync(`${path}-wal`).size, content: contentIn(store) })
  }
  // The files are taken as a crash would leave them: the store is not closed before.
  copyFileSync(path, `${path}.db`)
  copyFileSync(`${path}-wal`, `${path}.log`)
  store.close()
  return states
}

/** The purchases here are of an account that nobody added; anything else is wrong. */
const problemsIn = (store: Store): readonly string[] =>
  examine(store.connection.raw).flatMap(({ check, count }) => (count > 0 && check !== 'unknown-account' ? [check] : []))

function crashed(path: string, name: string): string {
  const copy = join(folder, name)
  for (const ending of ['', '-wal', '-shm']) rmSync(copy + ending, { force: true })
  copyFileSync(`${path}.db`, copy)
  copyFileSync(`${path}.log`, `${copy}-wal`)
  return copy
}

it('a log cut at any byte leaves the last state that was wholly in it', () => {
  const seed = deepSeed()
  const random = randomFrom(seed)
  const path = join(folder, 'whole.huaqing')
  const states = ledgerInItsLog(path, random)
  const length = statSync(`${path}.log`).size
  const end = performance.now() + deepSeconds() * 400
  let cuts = 0
  while (performance.now() < end || cuts < 20) {
    const cut = Math.floor(random() * (length + 1))
    const copy = crashed(path, 'cut.huaqing')
    truncateSync(`${copy}-wal`, cut)
    const store = open(copy)
    if (store === null) throw new Error(`not opened, cut at ${cut}, seed ${seed}`)
    const expected = states.filter(({ walBytes }) => walBytes <= cut).at(-1)
    expect(contentIn(store), `cut at ${cut}, seed ${seed}`).toBe(expected?.content)
    if (cuts % 10 === 0) expect(problemsIn(store)).toEqual([])
    store.close()
    cuts += 1
  }
  console.log(`crash: ${cuts} cuts of a log of ${length} bytes, seed ${seed}`)
})

it('a bit that flipped in the log leaves a state that was confirmed; one in the file is refused, found, or readable', () => {
  const seed = deepSeed()
  const random = randomFrom(seed + 1)
  const path = join(folder, 'flip.huaqing')
  const states = ledgerInItsLog(path, random)
  const known = new Set(states.map(({ content }) => content))
  const seen = { log: 0, refused: 0, found: 0, readable: 0 }
  const end = performance.now() + deepSeconds() * 400
  while (performance.now() < end || seen.log < 10) {
    const inLog = random() < 0.5
    const copy = crashed(path, 'flipped.huaqing')
    const file = inLog ? `${copy}-wal` : copy
    const bytes = readFileSync(file)
    const at = Math.floor(random() * bytes.length)
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << Math.floor(random() * 8)), at)
    writeFileSync(file, bytes)
    if (inLog) {
      const store = open(copy)
      expect(known.has(store === null ? '' : contentIn(store)), `bit in byte ${at} of the log, seed ${seed}`).toBe(true)
      store?.close()
      seen.log += 1
    } else seen[lookAt(copy)] += 1
  }
  console.log(`flipped bits: ${JSON.stringify(seen)}, seed ${seed}`)
})

/** A flipped bit may be anywhere; what it may never be is a fault without a name. */
function lookAt(path: string): 'refused' | 'found' | 'readable' {
  let store: Store | null = null
  try {
    store = open(path)
    if (store === null) return 'refused'
    return problemsIn(store).length > 0 ? 'found' : 'readable'
  } catch (error) {
    if (diskRefusal(error, { path, ...testClock() }) === null && !(error instanceof Error && 'code' in error))
      throw error
    return 'refused'
  } finally {
    store?.close()
    expect(existsSync(path)).toBe(true)
  }
}
