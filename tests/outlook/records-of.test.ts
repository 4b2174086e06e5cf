import { expect, it } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import { closureOf } from '#shared/outlook/closure/closure-of.ts'
import { ledger } from '../ledger/facts.ts'
import { closingAccounts } from './closing-stories.ts'

it.each([
  ['2026-08-20', 'records-of-today'],
  ['2026-08-19', 'records-of'],
])('records of %s, looked at on 20 August, are told as %s: nothing is “0 days ago”', (on, code) => {
  const facts = { ...ledger('2026-08-20', closingAccounts(), []), recordsCurrentOn: day(on) }
  const current = closureOf(facts, 'huabei').requirements.find((one) => one.code === 'records-current')
  expect(current?.evidence.map((line) => line.code)).toEqual([code])
})
