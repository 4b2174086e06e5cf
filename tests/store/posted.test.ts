import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, day } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import { done } from '#shared/kernel/outcome.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import { undoAction } from '../../electron/store/actions.ts'
import { appendEntry, supersedeEntry, withdrawEntry } from '../../electron/store/entries.ts'
import { listPosted } from '../../electron/store/entry-facts.ts'
import type { Store } from '../../electron/store/store.ts'
import { runs } from '../runs.ts'
import { purchase } from './entry-fixtures.ts'
import { temporaryStore } from './temporary-store.ts'

/** The rows of a bill: what was posted in its days, and the refunds of that, wherever they fell. */

const onDay = (offset: number) => addDays(day('2026-08-01'), offset)
const anyDay = fc.integer({ min: 0, max: 20 }).map(onDay)

const anyPurchase = fc
  .record({
    id: fc.constantFrom('p1', 'p2', 'p3'),
    account: fc.constantFrom('huabei', 'js'),
    orderedOn: anyDay,
    postedOn: fc.option(anyDay, { freq: 4 }),
  })
  .map((said): Entry => purchase(said))

const anyRefund = fc
  .record({
    id: fc.constantFrom('r1', 'r2', 'r3'),
    account: fc.constantFrom('huabei', 'js'),
    on: anyDay,
    of: fc.option(fc.constantFrom('p1', 'p2', 'p3', 'elsewhere'), { freq: 7 }),
    inFlight: fc.nat(4).map((value) => value === 0),
  })
  .map((said): Entry => ({ ...said, kind: 'refund', amount: fen(100), label: '', orderNo: null, note: '' }))

const anyStep = fc.record({
  change: fc.constantFrom('append', 'append', 'supersede', 'withdraw', 'undo'),
  entry: fc.oneof(anyPurchase, anyRefund),
})

type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never

/** What a rule refuses leaves nothing. */
function take(store: Store, { change, entry }: Step): void {
  if (change === 'undo') return void store.change(undoAction)
  store.write({ code: change, values: {} }, (writer) => {
    if (change === 'withdraw') return withdrawEntry(writer, entry.id)
    return change === 'append' ? appendEntry(writer, entry) : supersedeEntry(writer, entry)
  })
}

type Row = { id: string; kind: string; account: string; day: number; posted_on: number | null; of_id: string | null }

/** Row by row, as the sentence above says it. */
function expected(store: Store, account: string, from: number, through: number): readonly string[] {
  const rows = store.connection.raw
    .prepare("SELECT * FROM counting_entry WHERE NOT (kind = 'refund' AND in_flight = 1) ORDER BY day, seq")
    .all() as Row[]
  const postedOn = (row: Row): number | null => {
    if (row.kind === 'purchase') return row.posted_on
    const of = rows.find((one) => one.kind === 'purchase' && one.id === row.of_id)
    return of?.posted_on ?? row.day
  }
  return rows
    .filter((row) => row.account === account)
    .filter((row) => (postedOn(row) ?? -1) >= from && (postedOn(row) ?? -1) <= through)
    .map(({ id }) => id)
}

it('are those of its days, after any sequence of commands', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 8, maxLength: 20 }), (steps) => {
      const store = temporaryStore()
      for (const step of steps) take(store, step)
      for (const account of ['huabei', 'js']) {
        for (const [from, through] of [
          [onDay(0), onDay(7)],
          [onDay(8), onDay(14)],
          [onDay(0), onDay(20)],
        ] as const) {
          const found = store.read((reader) => listPosted(reader, { account, from, through }))
          expect(found.map(({ id }) => id)).toEqual(expected(store, account, from, through))
        }
      }
    }),
    runs(40),
  )
}, 60_000)

it('hold a refund with the bill of its purchase, not with the bill of its own day', () => {
  const store = temporaryStore()
  const source = { label: '', orderNo: null, note: '', amount: fen(100), inFlight: false } as const
  store.write({ code: 'add', values: {} }, (writer) => {
    appendEntry(writer, purchase({ id: 'p1', postedOn: onDay(2) }))
    appendEntry(writer, { ...source, id: 'r1', kind: 'refund', account: 'huabei', on: onDay(12), of: 'p1' })
    appendEntry(writer, { ...source, id: 'r2', kind: 'refund', account: 'huabei', on: onDay(12), of: null })
    return done(null)
  })
  const idsOf = (from: number, through: number) =>
    store
      .read((reader) => listPosted(reader, { account: 'huabei', from: onDay(from), through: onDay(through) }))
      .map(({ id }) => id)
  expect(idsOf(0, 9)).toEqual(['p1', 'r1'])
  expect(idsOf(10, 19)).toEqual(['r2'])
})
