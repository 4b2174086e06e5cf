import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import { refused } from '#shared/kernel/outcome.ts'
import { closureHandlers } from '../../electron/handlers/closure-handlers.ts'
import { compactionHandlers, isCompactionDue } from '../../electron/handlers/compaction-handlers.ts'
import { historyHandlers } from '../../electron/handlers/history-handlers.ts'
import { reviewHandlers } from '../../electron/handlers/review-handlers.ts'
import { listActions, nextUndo, redoAction } from '../../electron/store/actions.ts'
import { listBackups } from '../../electron/store/backup-files.ts'
import { hashOf, putCaseFact, putContent, readCaseFacts, withdrawCaseFact } from '../../electron/store/case-facts.ts'
import { examine } from '../../electron/store/doctor/checks.ts'
import { sumAgain } from '../../electron/store/doctor/sums-check.ts'
import { appendEntry, findEntry, supersedeEntry, withdrawEntry } from '../../electron/store/entries.ts'
import { putRecordsCurrent } from '../../electron/store/notes.ts'
import { putSettings } from '../../electron/store/settings.ts'
import type { Store } from '../../electron/store/store.ts'
import { sumsAgree } from '../../electron/store/sums/sums-agree.ts'
import { undoNewest } from '../../electron/store/undo.ts'
import { undoFloor } from '../../electron/store/undo-depth.ts'
import { patience, runs } from '../runs.ts'
import { creditRow, file, row } from '../statement-files/statement-text.ts'
import { purchase } from './entry-fixtures.ts'
import { contextOf } from './handler-context.ts'
import { contentOf, FIRST, importFile, OVERLAP, preview } from './import-files.ts'
import { temporaryFolder, temporaryStore } from './temporary-store.ts'

const TODAY = day('2026-09-20')
const DEEP = 4

const setDepth = (store: Store, undoDepth: number | null, compactAutomatically = false): void => {
  store.change((writer) => ({ ok: true, value: putSettings(writer, { undoDepth, compactAutomatically }) }))
}

type OtherStep = { readonly do: 'record' | 'fact' | 'unfact'; readonly which: number }
type Step =
  | { readonly do: 'add' | 'edit' | 'delete' | 'refund'; readonly which: number; readonly amount: number }
  | OtherStep
  | { readonly do: 'undo' | 'redo' | 'import' | 'overlap' }

const which = fc.integer({ min: 0, max: 3 })
const steps = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constantFrom('add', 'edit', 'delete', 'refund'),
        which,
        amount: fc.integer({ min: 1, max: 90_000 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('record', 'fact', 'unfact'), which }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('undo', 'undo', 'redo') }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('import', 'overlap') }) },
  ) as fc.Arbitrary<Step>,
  { minLength: 8, maxLength: 30 },
)

const entryOf = ({ do: what, which: n, amount }: Extract<Step, { amount: number }>) =>
  what === 'refund'
    ? {
        ...{ id: `r${n}`, kind: 'refund' as const, label: '', orderNo: null, note: '', account: 'huabei' },
        ...{ amount: fen(amount), on: day('2026-08-09'), of: `p${n}`, inFlight: false },
      }
    : purchase({ id: `p${n}`, amount: fen(amount), note: `${amount}` })

async function take(store: Store, step: Step): Promise<void> {
  const label = { code: step.do, values: {} }
  if (step.do === 'undo') undoNewest(store)
  else if (step.do === 'redo') store.change(redoAction)
  else if (step.do === 'import' || step.do === 'overlap')
    await importFile(store, step.do === 'import' ? FIRST : OVERLAP)
  else if ('amount' in step)
    store.write<unknown, { readonly kind: string }>(label, (writer) => {
      if (step.do === 'add' || step.do === 'refund') return appendEntry(writer, entryOf(step))
      return step.do === 'edit' ? supersedeEntry(writer, entryOf(step)) : withdrawEntry(writer, `p${step.which}`)
    })
  else takeOther(store, step as OtherStep)
}

const takeOther = (store: Store, step: OtherStep) =>
  store.write({ code: step.do, values: {} }, (writer) => {
    const content = new Uint8Array([step.which])
    const sha256 = hashOf(content)
    const fact = {
      ...{ kind: 'attachment' as const, id: `f${step.which}`, on: TODAY, of: null, name: 'a.png' },
      ...{ mime: 'image/png' as const, bytes: 1, sha256 },
    }
    if (step.do === 'record') putRecordsCurrent(writer, day(`2026-09-0${step.which + 1}`))
    if (step.do === 'fact') putContent(writer, sha256, content)
    if (step.do === 'fact') putCaseFact(writer, fact)
    if (step.do === 'unfact') withdrawCaseFact(writer, fact)
    return { ok: true, value: null }
  })

/** A copy of a ledger that is still open. */
function twinOf(store: Store): Store {
  const copy = join(temporaryFolder(), 'ledger.huaqing')
  store.connection.raw.pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(store.path, copy)
  return temporaryStore(copy)
}

/**
 * One step in both. What a compaction went over is settled: steps given up since leave fewer to undo, and where nothing
 * was removed the same depth then reaches below that floor again.
 */
async function takeInBoth(step: Step, { store, twin, floor }: Both): Promise<void> {
  const next = twin.read(nextUndo)
  if (step.do === 'undo' && next !== null && next.id <= floor) {
    expect(undoNewest(store)).toEqual(refused({ kind: 'step-too-deep' }))
    return
  }
  await take(store, step)
  await take(twin, step)
}

type Both = { readonly store: Store; readonly twin: Store; readonly floor: number }

const actionsOf = (store: Store) => store.read((reader) => listActions(reader, { before: null, limit: 500 }))
const answersOf = async (store: Store, floor: number) => ({
  content: contentOf(store, TODAY),
  facts: store.read(readCaseFacts),
  closure: await closureHandlers.getClosure(contextOf(store), { target: 'huabei' }),
  reachable: actionsOf(store).flatMap(({ id, label, undone, reachable }) =>
    reachable && id > floor ? [[id, label, undone]] : [],
  ),
})

async function compacted(store: Store) {
  const outcome = await compactionHandlers.compact(contextOf(store), {})
  if (!outcome.ok) throw new Error(`not compacted: ${outcome.refusal.kind}`)
  return outcome.value
}

describe('compaction', () => {
  it(
    'changes no answer, now or after any undo, redo or import that follows',
    async () => {
      await fc.assert(
        fc.asyncProperty(steps, steps, async (before, after) => {
          const store = temporaryStore()
          for (const step of before) await take(store, step)
          setDepth(store, DEEP)
          const twin = twinOf(store)
          await compacted(store)
          const floor = store.read(undoFloor)
          expect(await answersOf(store, floor)).toEqual(await answersOf(twin, floor))
          for (const step of [...Array<Step>(DEEP + 1).fill({ do: 'undo' }), { do: 'redo' as const }, ...after]) {
            await takeInBoth(step, { store, twin, floor })
            expect(contentOf(store, TODAY)).toEqual(contentOf(twin, TODAY))
          }
          expect(await answersOf(store, floor)).toEqual(await answersOf(twin, floor))
          expect(store.read(sumsAgree)).toBe(true)
          sumAgain(store)
          expect(contentOf(store, TODAY)).toEqual(contentOf(twin, TODAY))
          const found = examine(store.connection.raw).filter(({ count }) => count > 0)
          expect(found.filter(({ check }) => check !== 'unknown-account')).toEqual([])
        }),
        runs(8),
      )
    },
    patience(240_000),
  )

  it('removes former versions and given-up steps, after a verified backup, and the file shrinks', async () => {
    const store = temporaryStore()
    await importFile(store, FIRST)
    for (let n = 0; n < 300; n += 1) await take(store, { do: n === 0 ? 'add' : 'edit', which: 1, amount: n + 1 })
    await take(store, { do: 'undo' })
    for (let n = 0; n < 9; n += 1) await take(store, { do: 'record', which: 2 })
    expect(await compactionHandlers.compact(contextOf(store), {})).toEqual(refused({ kind: 'no-undo-depth' }))
    setDepth(store, DEEP, true)
    const preview = await compactionHandlers.previewCompaction(contextOf(store), {})
    const history = actionsOf(store).length
    const { removed, backup, bytesBefore, bytesAfter } = await compacted(store)
    expect([preview.ok && preview.value.removable, removed, actionsOf(store).length]).toEqual([
      removed,
      { entries: 298, records: 4, steps: 1 },
      history - 1,
    ])
    expect(bytesAfter).toBeLessThan(bytesBefore)
    expect(listBackups(store.path).find(({ reason }) => reason === 'before-compaction')).toEqual(backup)
    expect((await compacted(store)).removed).toEqual({ entries: 0, records: 0, steps: 0 })
  })

  it('happens by itself only where it is wanted and the file gains by it', async () => {
    const store = temporaryStore()
    for (let n = 0; n < 1006; n += 1) await take(store, { do: n === 0 ? 'add' : 'edit', which: 1, amount: n + 1 })
    const due = [isCompactionDue(store)]
    for (const [depth, automatic] of [
      [DEEP, false],
      [1000, true],
      [DEEP, true],
    ] as const) {
      setDepth(store, depth, automatic)
      due.push(isCompactionDue(store))
    }
    await compacted(store)
    expect([...due, isCompactionDue(store)]).toEqual([false, false, false, true, false])
  })

  it('settles what it went over: a deeper undo later does not reach there, and says so', async () => {
    const store = temporaryStore()
    for (let n = 0; n < 10; n += 1) await take(store, { do: 'add', which: n, amount: 1 })
    setDepth(store, DEEP)
    expect(undoTimes(store)).toBe(DEEP)
    await compacted(store)
    setDepth(store, null)
    expect(undoNewest(store)).toEqual(refused({ kind: 'step-too-deep' }))
    expect(await historyHandlers.undoTo(contextOf(store), { id: 2 })).toEqual(refused({ kind: 'step-too-deep' }))
    const counting = store.connection.raw.prepare('SELECT id FROM counting_entry ORDER BY id').pluck().all()
    expect(counting).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p5'])
  })

  it('stays settled when steps are given up afterwards; where nothing was removed, undo then reaches further down', async () => {
    const store = temporaryStore()
    for (let n = 0; n < 5; n += 1) await take(store, { do: 'add', which: n, amount: 1 })
    setDepth(store, DEEP)
    const twin = twinOf(store)
    await compacted(store)
    for (const one of [store, twin]) {
      expect(undoTimes(one)).toBe(DEEP)
      await take(one, { do: 'add', which: 9, amount: 1 })
    }
    expect([undoTimes(store), undoNewest(store)]).toEqual([1, refused({ kind: 'step-too-deep' })])
    expect([undoTimes(twin), undoNewest(twin)]).toEqual([2, refused({ kind: 'nothing-to-undo' })])
  })

  it('gives up a preview of its own first, and what an import of a deleted or edited row decides stays', async () => {
    const store = temporaryStore()
    await importFile(store, FIRST)
    const imported = contentOf(store)
      .entries.filter(({ kind }) => kind === 'repayment')
      .slice(0, 1)
    for (const { id } of imported)
      store.write({ code: 'entry-deleted', values: {} }, (writer) => withdrawEntry(writer, id))
    for (let n = 0; n < 9; n += 1) await take(store, { do: 'record', which: n })
    setDepth(store, DEEP)
    const twin = twinOf(store)
    await preview(store, OVERLAP)
    await compacted(store)
    expect((await importFile(store, FIRST)).summary.counts).toEqual((await importFile(twin, FIRST)).summary.counts)
    expect([imported.length, contentOf(store)]).toEqual([1, contentOf(twin)])
  })
})

describe('what was answered', () => {
  const wordings = { 新业务: 'purchase', 花呗提前还款: null, 别的业务: 'unrelated' } as const
  const answerTo = (as: 'purchase' | 'unrelated' | null) =>
    as === null
      ? ({ kind: 'ignore' } as const)
      : ({ kind: 'as', as, account: as === 'purchase' ? 'huabei' : null } as const)
  const filed = (number: number): string => {
    const path = join(temporaryFolder(), 'statement.csv')
    const rows = Object.keys(wordings).map((description, index) => {
      const orderNo = `202608${number}${index}22001474514000000000${number}${index}`
      return creditRow({ description, orderNo, amount: `${number}.00`, time: `2026-08-1${number} 10:00:0${index}` })
    })
    writeFileSync(path, file([...rows, row({ time: '2026-08-01 10:00:00' })]))
    return path
  }

  it('holds for the files after a compaction as it did before', async () => {
    const store = temporaryStore()
    await importFile(store, filed(1))
    for (const [wording, as] of Object.entries(wordings)) {
      const review = contentOf(store).entries.find(({ kind, note }) => kind === 'review' && note === wording)
      const request = { id: review?.id ?? '', alike: true, answer: answerTo(as) }
      expect(await reviewHandlers.resolveReview(contextOf(store), request)).toMatchObject({ ok: true })
    }
    // A row that counts by an answer is edited too, so that versions of it go.
    const sql = "SELECT id FROM counting_entry WHERE kind = 'purchase' AND note = '新业务'"
    const taken = store.read((reader) => findEntry(reader, String(store.connection.raw.prepare(sql).pluck().get())))
    if (taken === null) throw new Error('what was answered to be a purchase is none')
    for (let n = 0; n < 3; n += 1)
      store.write({ code: 'edit', values: {} }, (writer) => supersedeEntry(writer, { ...taken, label: `${n}` }))
    for (let n = 0; n < 3; n += 1) await take(store, { do: 'record', which: n })
    setDepth(store, 1)
    const twin = twinOf(store)
    expect((await compacted(store)).removed.entries).toBeGreaterThan(0)
    const said = async (one: Store) =>
      (await preview(one, filed(2))).rows.map(({ kind, why, review }) => [kind, why, review])
    expect(await said(store)).toEqual(await said(twin))
    expect(await said(store)).toMatchObject([
      ['purchase', 'answered-before', false],
      ['repayment', expect.anything(), false],
      ['unrelated', 'answered-before', false],
      ['purchase', expect.anything(), false],
    ])
  })
})

function undoTimes(store: Store): number {
  let times = 0
  while (undoNewest(store).ok) times += 1
  return times
}
