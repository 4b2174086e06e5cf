import { describe, expect, it } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import { nextRedo, nextUndo, redoAction, undoAction } from '../../electron/store/actions.ts'
import {
  appendEntry,
  findEntry,
  readEntryHistory,
  supersedeEntry,
  withdrawEntry,
} from '../../electron/store/entries.ts'
import { readLedger } from '../../electron/store/read-ledger.ts'
import { purchase } from './entry-fixtures.ts'
import { temporaryStore } from './temporary-store.ts'

const today = day('2026-09-01')
const label = (code: string) => ({ code, values: {} })

describe('entries', () => {
  it('appends, supersedes and withdraws, and keeps every version in the history', () => {
    const store = temporaryStore()
    const first = purchase({ id: 'p1', amount: fen(1000) })
    expect(store.write(label('add'), (writer) => appendEntry(writer, first))).toEqual({ ok: true, value: 'p1' })
    const corrected = { ...first, amount: fen(900) }
    store.write(label('edit'), (writer) => supersedeEntry(writer, corrected))
    expect(store.read((reader) => findEntry(reader, 'p1'))).toEqual(corrected)
    store.write(label('delete'), (writer) => withdrawEntry(writer, 'p1'))
    expect(store.read((reader) => findEntry(reader, 'p1'))).toBeNull()
    expect(
      store
        .read((reader) => readEntryHistory(reader, 'p1'))
        ?.map(({ entry, supersedes, withdrawn }) => ({
          entry,
          supersedes,
          withdrawn,
        })),
    ).toEqual([
      { entry: corrected, supersedes: 'p1#1', withdrawn: true },
      { entry: first, supersedes: null, withdrawn: true },
    ])
  })

  it('undoes and redoes to the same content', () => {
    const store = temporaryStore()
    store.write(label('add'), (writer) => appendEntry(writer, purchase({ id: 'p1', amount: fen(1000) })))
    const before = store.read((reader) => readLedger(reader, today))
    store.write(label('edit'), (writer) => supersedeEntry(writer, purchase({ id: 'p1', amount: fen(5) })))
    const after = store.read((reader) => readLedger(reader, today))
    expect(after).not.toEqual(before)
    store.change(undoAction)
    expect(store.read((reader) => readLedger(reader, today))).toEqual(before)
    expect(store.read(nextRedo)?.label.code).toBe('edit')
    store.change(redoAction)
    expect(store.read((reader) => readLedger(reader, today))).toEqual(after)
    store.change(undoAction)
    store.write(label('delete'), (writer) => withdrawEntry(writer, 'p1'))
    expect(store.read(nextRedo)).toBeNull()
    expect(store.read(nextUndo)?.label.code).toBe('delete')
    const values = { count: 1, at: expect.any(String) }
    expect(store.change(redoAction)).toEqual({ ok: false, refusal: { kind: 'nothing-to-redo', values } })
  })

  it('refuses an id that counts, and an entry that does not', () => {
    const store = temporaryStore()
    store.write(label('add'), (writer) => appendEntry(writer, purchase({ id: 'p1' })))
    expect(store.write(label('add'), (writer) => appendEntry(writer, purchase({ id: 'p1' })))).toEqual({
      ok: false,
      refusal: { kind: 'entry-id-taken', id: 'p1' },
    })
    expect(store.write(label('delete'), (writer) => withdrawEntry(writer, 'none'))).toEqual({
      ok: false,
      refusal: { kind: 'entry-not-found', id: 'none' },
    })
    expect(store.read(nextUndo)?.id).toBe(1)
  })
})
