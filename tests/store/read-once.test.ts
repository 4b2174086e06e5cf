import { join } from 'node:path'
import { expect, it } from 'vitest'
import { addDays, day } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import { done, refused } from '#shared/kernel/outcome.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { timelineOf } from '#shared/outlook/case/timeline.ts'
import { putCaseFact, readCaseFacts } from '../../electron/store/case-facts.ts'
import { appendEntry } from '../../electron/store/entries.ts'
import { readLedger } from '../../electron/store/read-ledger.ts'
import { putSettings } from '../../electron/store/settings.ts'
import type { Store } from '../../electron/store/store.ts'
import { purchase } from './entry-fixtures.ts'
import { temporaryFolder, temporaryStore } from './temporary-store.ts'

const today = day('2026-08-02')

const read = (store: Store, on = today): Ledger => store.read((reader) => readLedger(reader, on))

const buy = (store: Store, id: string): void => {
  store.write({ code: 'add', values: {} }, (writer) => appendEntry(writer, purchase({ id, amount: fen(1000) })))
}

const idsOf = ({ entries }: Ledger): readonly string[] => entries.map(({ id }) => id)

it('the ledger is read once while nothing changes, and anew after every change', () => {
  const path = join(temporaryFolder(), 'ledger.huaqing')
  const store = temporaryStore(path)
  const beside = temporaryStore(path)
  buy(store, 'p1')
  const first = read(store)
  expect(read(store)).toBe(first)

  buy(store, 'p2')
  expect(idsOf(read(store))).toEqual(['p1', 'p2'])
  buy(beside, 'p3')
  expect(idsOf(read(store))).toEqual(['p1', 'p2', 'p3'])
  expect(read(store, addDays(today, 1)).today).toBe(addDays(today, 1))
})

it('what a refused command saw is kept for nobody', () => {
  const store = temporaryStore()
  buy(store, 'p1')
  const outcome = store.write({ code: 'add', values: {} }, (writer) => {
    appendEntry(writer, purchase({ id: 'p2' }))
    return refused({ kind: 'canceled', seen: idsOf(readLedger(writer, today)) })
  })
  expect(outcome).toEqual({ ok: false, refusal: { kind: 'canceled', seen: ['p1', 'p2'] } })
  expect(idsOf(read(store))).toEqual(['p1'])
})

it('so are the facts of the case and its timeline', () => {
  const path = join(temporaryFolder(), 'ledger.huaqing')
  const [store, beside] = [temporaryStore(path), temporaryStore(path)]
  const tell = (where: Store, id: string) =>
    where.write({ code: 'add', values: {} }, (writer) =>
      done(putCaseFact(writer, { kind: 'way-to-pay', id, on: today, label: 'card', use: 'bus' })),
    )
  const events = () => store.read((reader) => timelineOf(readLedger(reader, today), readCaseFacts(reader)))
  tell(store, 'w1')
  const first = events()
  expect(events()).toBe(first)
  tell(beside, 'w2')
  expect(events().map(({ key }) => key)).toEqual(['w2', 'w1'])
})

it('a setting changes no fact: what was read stays, and only the revision of the whole moves', () => {
  const store = temporaryStore()
  buy(store, 'p1')
  const first = read(store)
  const before = [store.revision(), store.factsRevision()] as const
  const hide = () => store.adjust((writer) => done(putSettings(writer, { hideAmounts: true })))
  expect(hide()).toMatchObject({ ok: true, value: { hideAmounts: true } })
  expect(read(store)).toBe(first)
  expect([store.revision(), store.factsRevision()]).toEqual([before[0] + 1, before[1]])

  buy(store, 'p2')
  hide()
  expect(idsOf(read(store))).toEqual(['p1', 'p2'])
  expect([store.revision(), store.factsRevision()]).toEqual([before[0] + 3, before[1] + 1])
})
