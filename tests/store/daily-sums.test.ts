import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, day } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import { importHandlers } from '../../electron/handlers/import-handlers.ts'
import { redoAction, undoAction } from '../../electron/store/actions.ts'
import { appendEntry, supersedeEntry, withdrawEntry } from '../../electron/store/entries.ts'
import { createEntryIds } from '../../electron/store/import/entry-id.ts'
import type { Writer } from '../../electron/store/queries.ts'
import { readLedger } from '../../electron/store/read-ledger.ts'
import type { Store } from '../../electron/store/store.ts'
import { sumPending } from '../../electron/store/sums/action-sums.ts'
import { countSummed } from '../../electron/store/sums/count-summed.ts'
import { sumsAgree } from '../../electron/store/sums/sums-agree.ts'
import { runs } from '../runs.ts'
import { file, row } from '../statement-files/statement-text.ts'
import { purchase } from './entry-fixtures.ts'
import { contextOf } from './handler-context.ts'
import { FIRST, importFile, OVERLAP, preview } from './import-files.ts'
import { temporaryFolder, temporaryStore } from './temporary-store.ts'

/** Whatever is done to a ledger, its daily sums say what its entries say. */

const FIRST_DAY = day('2026-08-01')
const onDay = (offset: number) => addDays(FIRST_DAY, offset)

const anyPurchase = fc
  .record({
    id: fc.constantFrom('p1', 'p2', 'p3'),
    account: fc.constantFrom('huabei', 'js'),
    amount: fc.integer({ min: 1, max: 5 }).map((value) => fen(value * 100)),
    orderedOn: fc.integer({ min: 0, max: 30 }).map(onDay),
    postedOn: fc.option(fc.integer({ min: 0, max: 30 }).map(onDay), { freq: 4 }),
    postingAssumed: fc.boolean(),
    refundExpected: fc.boolean(),
    returnUntil: fc.option(fc.integer({ min: 0, max: 60 }).map(onDay)),
  })
  .map((said): Entry => purchase(said))

const anyRefund = fc
  .record({
    id: fc.constantFrom('r1', 'r2', 'r3'),
    account: fc.constantFrom('huabei', 'js'),
    amount: fc.integer({ min: 1, max: 5 }).map((value) => fen(value * 10)),
    on: fc.integer({ min: 0, max: 40 }).map(onDay),
    of: fc.option(fc.constantFrom('p1', 'p2', 'p3', ...[1, 2, 3, 4].map(String)), { freq: 7 }),
    inFlight: fc.nat(4).map((value) => value === 0),
  })
  .map((said): Entry => ({ ...said, kind: 'refund', label: '', orderNo: null, note: '' }))

/** A refund of the fourth order of the files is of the purchase that a file brings, has brought or will bring. */
const ofOrder = (entry: Entry): Entry =>
  entry.kind === 'refund' && entry.of !== null && !entry.of.startsWith('p')
    ? { ...entry, of: IDS.ofOrder(orderNoOf(Number(entry.of))) }
    : entry

const IDS = createEntryIds({ platform: 'alipay', owner: '137****6428' })
const orderNoOf = (order: number): string => `20260801220014745140000000${order}`

const anyEntry = fc.oneof(anyPurchase, anyRefund.map(ofOrder))

const BEGINNING: readonly Step[] = [
  { do: 'append', entries: ['p1', 'p2', 'p3'].map((id, index) => purchase({ id, postedOn: onDay(index * 7) })) },
  { do: 'append', entries: [refundOf('r1', 'p1'), refundOf('r2', 'p2'), refundOf('r3', 'p4')] },
]

function refundOf(id: string, of: string): Entry {
  const source = { id, label: '', orderNo: null, note: '' }
  return { ...source, kind: 'refund', account: 'huabei', amount: fen(100), on: onDay(12), of, inFlight: false }
}

/** Rows of a statement about few orders, so that files meet each other: bought, closed, returned. */
const anyRow = fc
  .record({
    order: fc.integer({ min: 1, max: 4 }),
    what: fc.constantFrom('bought', 'waiting', 'closed', 'returned', 'paid'),
    method: fc.constantFrom('花呗', '江苏银行信用购', '零钱'),
  })
  .map(({ order, what, method }) => {
    const orderNo = orderNoOf(order)
    const cells = { orderNo, method, time: `2026-08-0${order} 12:00:00` }
    if (what === 'returned') {
      const returned = { category: '退款', direction: '不计收支', status: '退款成功', amount: '3.00' }
      return row({ ...cells, ...returned, orderNo: `${orderNo}_1`, time: `2026-08-1${order} 12:00:00` })
    }
    if (what === 'paid') return row({ ...cells, method: '零钱' })
    return row({ ...cells, status: { bought: '交易成功', waiting: '等待确认收货', closed: '交易关闭' }[what] ?? '' })
  })

type Step =
  | { readonly do: keyof typeof CHANGES; readonly entries: readonly Entry[] }
  | { readonly do: 'import'; readonly rows: readonly string[]; readonly meanwhile: readonly Entry[] }
  | { readonly do: 'undo' | 'redo' }

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: stepWith('append') },
  { weight: 4, arbitrary: stepWith('supersede') },
  { weight: 2, arbitrary: stepWith('withdraw') },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('import' as const), rows: someRows(), meanwhile: some() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
)

function some(): fc.Arbitrary<Entry[]> {
  return fc.array(anyEntry, { maxLength: 2 })
}

function someRows(): fc.Arbitrary<string[]> {
  return fc.uniqueArray(anyRow, { minLength: 1, maxLength: 5, selector: (text) => text.split(',')[9] })
}

function stepWith(what: keyof typeof CHANGES): fc.Arbitrary<Step> {
  return fc.record({ do: fc.constant(what), entries: some() })
}

const CHANGES = {
  append: appendEntry,
  supersede: supersedeEntry,
  withdraw: (writer: Writer, { id }: Entry) => withdrawEntry(writer, id),
}

/** One command; what a rule refuses leaves nothing. */
function change(store: Store, what: keyof typeof CHANGES, entries: readonly Entry[]): void {
  for (const entry of entries) store.write({ code: what, values: {} }, (writer) => CHANGES[what](writer, entry))
}

/** The ledger may change between the preview of a file and its commit. */
async function takeFile(store: Store, rows: readonly string[], meanwhile: readonly Entry[]): Promise<void> {
  const path = join(temporaryFolder(), 'statement.csv')
  writeFileSync(path, file(rows))
  const { importId } = await preview(store, path)
  change(store, 'append', meanwhile)
  const committed = await importHandlers.commitImport(contextOf(store), { importId })
  expect(committed.ok).toBe(true)
}

async function take(store: Store, step: Step): Promise<void> {
  if (step.do === 'import') await takeFile(store, step.rows, step.meanwhile)
  else if ('entries' in step) change(store, step.do, step.entries)
  else store.change(step.do === 'undo' ? undoAction : redoAction)
}

/** The ledger as its entries alone make it: no action is taken as summed while it is read. */
function readFromEntries(store: Store, today: ReturnType<typeof onDay>) {
  const { raw } = store.connection
  raw.exec('BEGIN; UPDATE action SET summed = 0')
  try {
    return store.read((reader) => readLedger(reader, today))
  } finally {
    raw.exec('ROLLBACK')
  }
}

const sumsOf = (store: Store) =>
  store.connection.raw
    .prepare("SELECT s.* FROM daily_sum s JOIN action a ON a.id = s.action WHERE a.state IN ('active', 'undone')")
    .all()

const countedOf = (store: Store) =>
  store.connection.raw
    .prepare(
      "SELECT account, count(*) AS entries FROM counting_entry WHERE kind IN ('purchase', 'refund') GROUP BY account",
    )
    .all() as NonNullable<ReturnType<typeof countSummed>>

function byAccount(counts: ReturnType<typeof countSummed>): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const { account, entries } of counts ?? []) found.set(account, (found.get(account) ?? 0) + entries)
  return new Map([...found].filter(([, entries]) => entries !== 0).sort())
}

function expectSumsToHold(store: Store): void {
  expect(store.read(sumsAgree)).toBe(true)
  expect(byAccount(store.read(countSummed))).toEqual(byAccount(countedOf(store)))
  for (const offset of [20, 33]) {
    const today = onDay(offset)
    expect(store.read((reader) => readLedger(reader, today))).toEqual(readFromEntries(store, today))
  }
}

it('daily sums hold after any sequence of commands, imports, undo and redo, and are the same when made later', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 12, maxLength: 25 }), async (steps) => {
      const store = temporaryStore()
      for (const step of [...BEGINNING, ...steps]) {
        await take(store, step)
        expectSumsToHold(store)
      }
      const { raw } = store.connection
      const made = new Set(sumsOf(store).map((sum) => JSON.stringify(sum)))
      raw.exec('DELETE FROM daily_sum; UPDATE action SET summed = 0')
      sumPending(store)
      expect(new Set(sumsOf(store).map((sum) => JSON.stringify(sum)))).toEqual(made)
      expectSumsToHold(store)
    }),
    runs(12),
  )
}, 120_000)

it('a file that is most of the ledger is summed like one that is little of it', async () => {
  const store = temporaryStore()
  await importFile(store, FIRST)
  expectSumsToHold(store)
  await importFile(store, OVERLAP)
  expectSumsToHold(store)
})

it('a sum that is not what the entries add up to is noticed', () => {
  const store = temporaryStore()
  change(store, 'append', [purchase({ id: 'p1', amount: fen(100) })])
  expect(store.read(sumsAgree)).toBe(true)
  store.connection.raw.exec("UPDATE daily_sum SET sums = replace(sums, '100', '101')")
  expect(store.read(sumsAgree)).toBe(false)
})
