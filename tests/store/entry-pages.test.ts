import { expect, it } from 'vitest'
import { addDays, day } from '#shared/kernel/day.ts'
import { done } from '#shared/kernel/outcome.ts'
import { appendEntry, withdrawEntry } from '../../electron/store/entries.ts'
import { listEntries } from '../../electron/store/entry-list.ts'
import type { Store } from '../../electron/store/store.ts'
import { purchase } from './entry-fixtures.ts'
import { temporaryStore } from './temporary-store.ts'

/** Purchases on few days, so that most rows share theirs with others. */
function withPurchases(count: number): Store {
  const store = temporaryStore()
  store.write({ code: 'add', values: {} }, (writer) => {
    for (let index = 0; index < count; index += 1) {
      const orderedOn = addDays(day('2026-01-01'), (index * 7) % 90)
      appendEntry(writer, purchase({ id: `p${index}`, orderedOn, account: index % 3 === 0 ? 'js' : 'huabei' }))
    }
    return done(null)
  })
  return store
}

const idsOf = (store: Store, filter: Omit<Parameters<typeof listEntries>[1], 'limit'>, limit: number) =>
  store.read((reader) => listEntries(reader, { ...filter, limit })).rows.map(({ id }) => id)

it('a page far down is the same part of the list as it is of the whole', () => {
  const store = withPurchases(3500)
  for (const filter of [{}, { account: 'huabei' }, { text: '购物' }]) {
    const whole = idsOf(store, { ...filter, offset: 0 }, 5000)
    for (const offset of [0, 999, 1000, 1001, 2000, 2333, 3499, 3500]) {
      expect(idsOf(store, { ...filter, offset }, 40)).toEqual(whole.slice(offset, offset + 40))
    }
  }
})

it('what changed the ledger changes its pages and their number', () => {
  const store = withPurchases(1100)
  const before = idsOf(store, { offset: 1000 }, 200)
  const first = idsOf(store, { offset: 0 }, 1)[0] ?? ''
  store.write({ code: 'delete', values: {} }, (writer) => withdrawEntry(writer, first))
  expect(idsOf(store, { offset: 1000 }, 200)).toEqual(before.slice(1))
  expect(store.read((reader) => listEntries(reader, { offset: 0, limit: 1 })).total).toBe(1099)
})

it('a text that is typed letter by letter finds what it finds at once, after each change of the ledger', () => {
  const store = temporaryStore()
  const labels = ['书店', '书 50%', '书_店', 'Book', 'BOOK fair', 'ok', '']
  store.write({ code: 'add', values: {} }, (writer) => {
    for (let index = 0; index < 60; index += 1) {
      const orderedOn = addDays(day('1970-01-01'), ((index * 7) % 9) - 4)
      const said = { label: labels[index % 7] ?? '', note: index % 5 === 0 ? '门店书' : '', orderNo: `B${index}` }
      appendEntry(writer, purchase({ id: `p${index}`, orderedOn, account: index % 3 === 0 ? 'js' : 'huabei', ...said }))
    }
    return done(null)
  })
  const matches = (text: string) => {
    const says = (cell: string | null) => (cell ?? '').toLowerCase().includes(text.toLowerCase())
    return (id: string) => {
      const index = Number(id.slice(1))
      return [labels[index % 7] ?? '', index % 5 === 0 ? '门店书' : '', `B${index}`].some(says)
    }
  }
  const expectFound = () => {
    for (const text of [
      'b',
      'bo',
      'boo',
      'book',
      'book f',
      '书',
      '书_',
      '书',
      '书 ',
      '书 5',
      '书 50%',
      'zz',
      'zzz',
      'B1',
    ]) {
      for (const filter of [{}, { account: 'js' }, { through: day('1970-01-01') }]) {
        const all = idsOf(store, { ...filter, offset: 0 }, 100)
        expect(idsOf(store, { ...filter, text, offset: 0 }, 100)).toEqual(all.filter(matches(text)))
        expect(idsOf(store, { ...filter, text, offset: 2 }, 3)).toEqual(all.filter(matches(text)).slice(2, 5))
      }
    }
  }
  expectFound()
  const [first = ''] = idsOf(store, { offset: 0, text: 'book' }, 1)
  store.write({ code: 'delete', values: {} }, (writer) => withdrawEntry(writer, first))
  expect(idsOf(store, { offset: 0, text: 'book' }, 100)).not.toContain(first)
  expectFound()
})
