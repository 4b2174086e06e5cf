import { expect, test } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import { done } from '#shared/kernel/outcome.ts'
import { appendAccount } from '../../electron/store/accounts.ts'
import { putRecordsCurrent, readRecordsCurrentOn } from '../../electron/store/notes.ts'
import type { Writer } from '../../electron/store/queries.ts'
import { account } from '../ledger/facts.ts'
import { temporaryStore } from './temporary-store.ts'

function book() {
  const store = temporaryStore()
  const write = (change: (writer: Writer) => void) =>
    store.write({ code: 'records-current', values: {} }, (writer) => done(change(writer)))
  return { write, on: () => store.read(readRecordsCurrentOn) }
}

test('where one person keeps accounts, every comparison counts, whoever is named', () => {
  const { write, on } = book()
  write((writer) => appendAccount(writer, account('huabei', { owner: 'me' })))
  expect(on()).toBe(null)
  write((writer) => putRecordsCurrent(writer, day('2026-07-01'), '137****6428'))
  write((writer) => putRecordsCurrent(writer, day('2026-06-01')))
  expect(on()).toBe(day('2026-07-01'))
})

test("one person's statement says nothing of the other's accounts", () => {
  const { write, on } = book()
  write((writer) => appendAccount(writer, account('huabei', { id: 'mine', owner: 'me' })))
  write((writer) => appendAccount(writer, account('huabei', { id: 'hers', owner: 'her' })))
  write((writer) => putRecordsCurrent(writer, day('2026-07-20'), 'me'))
  expect(on()).toBe(null)
  write((writer) => putRecordsCurrent(writer, day('2026-07-18'), 'her'))
  expect(on()).toBe(day('2026-07-18'))
  // A comparison by the user is about all that is here; a statement that names nobody about no one.
  write((writer) => putRecordsCurrent(writer, day('2026-07-19')))
  expect(on()).toBe(day('2026-07-19'))
  write((writer) => putRecordsCurrent(writer, day('2026-07-25'), ''))
  expect(on()).toBe(day('2026-07-19'))
})
