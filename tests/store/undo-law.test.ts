import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fen } from '#shared/kernel/money.ts'
import { done } from '#shared/kernel/outcome.ts'
import { restoreHandlers } from '../../electron/handlers/restore-handlers.ts'
import { readAccounts } from '../../electron/store/accounts.ts'
import { countActions, listActions } from '../../electron/store/actions.ts'
import { makeBackup } from '../../electron/store/backup.ts'
import { compact } from '../../electron/store/compact.ts'
import { examine } from '../../electron/store/doctor/checks.ts'
import { appendEntry, supersedeEntry, withdrawEntry } from '../../electron/store/entries.ts'
import { countEntriesOf, countLedger } from '../../electron/store/ledger-counts.ts'
import { putSettings } from '../../electron/store/settings.ts'
import type { Store } from '../../electron/store/store.ts'
import { sumsAgree } from '../../electron/store/sums/sums-agree.ts'
import { redoNext, redoTo, undoNewest, undoTo } from '../../electron/store/undo.ts'
import { undoFloor } from '../../electron/store/undo-depth.ts'
import { runs } from '../runs.ts'
import { purchase } from './entry-fixtures.ts'
import { contextOf } from './handler-context.ts'
import { contentOf, FIRST, importFile, OVERLAP } from './import-files.ts'
import { temporaryFolder, temporaryStore } from './temporary-store.ts'

/**
 * The law of undo: whatever was done (entries, imports, restores, compactions between them), undo goes back along the
 * states that were, and redo along the same states forward, each equal by content.
 */

type Step =
  | { readonly do: 'add' | 'edit' | 'delete'; readonly which: number; readonly amount: number }
  | { readonly do: 'import'; readonly file: string }
  | { readonly do: 'restore' | 'undo' | 'redo' | 'compact' | 'reopen' }
  | { readonly do: 'undo-to' | 'redo-to'; readonly far: number }

const which = fc.integer({ min: 0, max: 3 })
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constantFrom('add' as const, 'edit' as const, 'delete' as const),
        which,
        amount: fc.integer({ min: 1, max: 100_000 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('import' as const), file: fc.constantFrom(FIRST, OVERLAP) }) },
    { weight: 8, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('restore' as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('reopen' as const, 'compact' as const) }) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constantFrom('undo-to' as const, 'redo-to' as const),
        far: fc.integer({ min: 1, max: 6 }),
      }),
    },
  ),
  { minLength: 4, maxLength: 16 },
)

/** What was kept before older restores may be gone. */
const RESTORES = 4

type Content = ReturnType<typeof contentOf>

/** What must be: the states so far and those that undo left, and how far back undo must still reach. */
type Model = { readonly past: Content[]; readonly future: Content[]; floor: number }

const DEPTH = 5

/** The step, taken; true where it made a new state. */
async function take(store: Store, step: Step, backup: string): Promise<boolean> {
  if (step.do === 'import') return importTwice(store, step.file)
  if (step.do === 'restore') return (await restoreHandlers.restoreBackup(contextOf(store), { fileToken: backup })).ok
  if (!('which' in step)) throw new Error(step.do)
  return store.write({ code: step.do, values: {} }, (writer) => {
    const entry = purchase({ id: `p${step.which}`, amount: fen(step.amount) })
    if (step.do === 'add') return appendEntry(writer, entry)
    return step.do === 'edit' ? supersedeEntry(writer, entry) : withdrawEntry(writer, entry.id)
  }).ok
}

/** An import that was undone imports again as if it were new. A file that tells nothing new is no step. */
async function importTwice(store: Store, file: string): Promise<boolean> {
  const before = store.read(countActions)
  const first = await importFile(store, file)
  if (store.read(countActions) === before) {
    expect(first.summary.counts).toMatchObject({ added: 0, updated: 0 })
    return false
  }
  const content = contentOf(store)
  undoNewest(store)
  const again = await importFile(store, file)
  expect([again.summary.counts, contentOf(store)]).toEqual([first.summary.counts, content])
  return true
}

/** Undo and redo, one step or several: answers how many steps it went. */
function go(store: Store, step: Step): number {
  if (step.do === 'undo') return undoNewest(store).ok ? 1 : 0
  if (step.do === 'redo') return redoNext(store).ok ? 1 : 0
  if (!('far' in step)) throw new Error(step.do)
  const history = store.read((reader) => listActions(reader, { before: null, limit: 500 }))
  const reachable = history.filter(({ reachable, undone }) => reachable && undone === (step.do === 'redo-to'))
  const target = step.do === 'undo-to' ? reachable[step.far - 1] : reachable.at(-step.far)
  if (!target) return 0
  const moved = step.do === 'undo-to' ? undoTo(store, target.id) : redoTo(store, target.id)
  return moved.ok ? moved.value.length : 0
}

function follow(model: Model, step: Step, moved: number): void {
  const { past, future } = model
  const back = step.do === 'undo' || step.do === 'undo-to'
  if (step.do === 'undo' && past.length - 1 > model.floor) expect(moved).toBe(1)
  if (step.do === 'redo') expect(moved).toBe(future.length > 0 ? 1 : 0)
  for (let n = 0; n < moved; n += 1) {
    const state = back ? past.pop() : future.shift()
    if (!state) throw new Error(`${step.do} went further than there were steps`)
    if (back) future.unshift(state)
    else past.push(state)
  }
}

/** All the way, one step after another. */
function walk(store: Store, model: Model, way: 'undo' | 'redo'): void {
  for (let moved = 1; moved > 0; ) {
    moved = go(store, { do: way })
    follow(model, { do: way }, moved)
    expect(contentOf(store)).toEqual(model.past.at(-1))
  }
}

function compactNow(store: Store): void {
  const compacted = compact(store, { floor: store.read(undoFloor), revision: store.revision() })
  expect(compacted.ok).toBe(true)
}

it('goes back and forth along the states of the ledger, through imports, restores and compactions', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.boolean(), async (sequence, isBounded) => {
      const store = { now: temporaryStore(join(temporaryFolder(), 'ledger.huaqing')) }
      if (isBounded) store.now.change((writer) => done(putSettings(writer, { undoDepth: DEPTH })))
      const model: Model = { past: [contentOf(store.now)], future: [], floor: 0 }
      let restores = 0
      let backup = (await makeBackup(store.now.path, 'asked', store.now.now())).file
      for (const step of sequence) {
        if (step.do === 'restore' && ++restores > RESTORES) continue
        if (step.do === 'reopen') {
          store.now.close()
          store.now = temporaryStore(store.now.path)
        } else if (step.do === 'compact') {
          compactNow(store.now)
          if (isBounded) model.floor = Math.max(model.floor, model.past.length + model.future.length - 1 - DEPTH)
          backup = (await makeBackup(store.now.path, 'asked', store.now.now())).file
        } else if (step.do === 'undo' || step.do === 'redo' || 'far' in step) {
          follow(model, step, go(store.now, step))
        } else if (await take(store.now, step, backup)) {
          model.past.push(contentOf(store.now))
          model.future.length = 0
        }
        expect(contentOf(store.now)).toEqual(model.past.at(-1))
        if (isBounded) model.floor = Math.max(model.floor, model.past.length + model.future.length - 1 - DEPTH)
      }
      walk(store.now, model, 'redo')
      walk(store.now, model, 'undo')
      walk(store.now, model, 'redo')
      expectSound(store.now)
    }),
    runs(5),
  )
})

/** The purchases are of an account that nobody added. */
function expectSound(store: Store): void {
  const wrong = examine(store.connection.raw).flatMap(({ check, count }) => (count > 0 ? [check] : []))
  expect(wrong.filter((check) => check !== 'unknown-account')).toEqual([])
  expect(store.read(sumsAgree)).toBe(true)
  expect(countsOf(store)).toEqual(countedOneByOne(store))
}

/** The counts that the window shows come from the indexes; here every entry that counts is looked at. */
const countsOf = (store: Store) =>
  store.read((reader) => ({
    entries: countLedger(reader).entries,
    of: readAccounts(reader).map(({ id }) => [id, countEntriesOf(reader, id)]),
  }))

function countedOneByOne(store: Store): ReturnType<typeof countsOf> {
  const { raw } = store.connection
  const entries = raw.prepare('SELECT seq, account FROM counting_entry').all() as { seq: number; account: string }[]
  const shared = raw.prepare('SELECT entry FROM entry_account WHERE account = ?').pluck()
  const concerned = (id: string): number => {
    const also = new Set(shared.all(id))
    return entries.filter(({ seq, account }) => account === id || also.has(seq)).length
  }
  return { entries: entries.length, of: store.read(readAccounts).map(({ id }) => [id, concerned(id)]) }
}
