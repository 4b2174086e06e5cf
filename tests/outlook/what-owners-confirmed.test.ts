import { expect, it } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import type { Confirmation, Ledger } from '#shared/ledger/ledger.ts'
import { closureOf } from '#shared/outlook/closure/closure-of.ts'
import { account, ledger } from '../ledger/facts.ts'

/** What only the user can know counts from the day it was said, until something changes; of two people each says it. */

const said = (owner: string, on: string, more: Partial<Confirmation> = {}): Confirmation => ({
  ...{ target: 'huabei', code: 'records-exported', owner, on: day(on), note: owner.toLowerCase(), amount: null },
  ...more,
})
const of = (owners: readonly string[], confirmations: readonly Confirmation[], newest?: string): Ledger => ({
  ...ledger(
    '2026-07-05',
    owners.map((owner) => account('huabei', { id: `huabei:${owner}`, owner })),
    [],
  ),
  confirmations,
  newestEntryOn: newest === undefined ? {} : { [`huabei:${owners[0]}`]: day(newest) },
})
function found(whole: Ledger, owner: string | null = null): string {
  const one = closureOf(whole, 'huabei', { owner }).requirements.find(({ code }) => code === 'records-exported')!
  const proof = one.evidence.map(({ code, values }) => [code, ...Object.values(values)].join(' '))
  return [one.status, ...proof].join(', ')
}
const [ANN, BOTH] = [['Ann'], ['Ann', 'Bob']]

it.each<[string, Ledger, string | null, string]>([
  ['nobody said it', of(ANN, []), null, 'unknown'],
  ['once said it counts', of(ANN, [said('Ann', '2026-07-01')]), null, 'confirmed, confirmed-on 2026-07-01 ann'],
  [
    'the newest counts, of one day the last that was said',
    of(ANN, [
      said('Ann', '2026-07-03'),
      said('Ann', '2026-07-04', { note: 'first' }),
      said('Ann', '2026-07-04', { note: 'last' }),
      said('Ann', '2026-07-02'),
    ]),
    null,
    'confirmed, confirmed-on 2026-07-04 last',
  ],
  ['what is dated tomorrow does not count yet', of(ANN, [said('Ann', '2026-07-06')]), null, 'unknown'],
  ['today it does', of(ANN, [said('Ann', '2026-07-05')]), null, 'confirmed, confirmed-on 2026-07-05 ann'],
  ['nor what was said of another closing', of(ANN, [said('Ann', '2026-07-01', { target: 'borrow' })]), null, 'unknown'],
  ['or of another rule', of(ANN, [said('Ann', '2026-07-01', { code: 'auto-debits-moved' })]), null, 'unknown'],
  [
    'said on the day of the newest change it counts',
    of(ANN, [said('Ann', '2026-07-01')], '2026-07-01'),
    null,
    'confirmed, confirmed-on 2026-07-01 ann',
  ],
  [
    'said before it, it does not any more, and both days are told',
    of(ANN, [said('Ann', '2026-07-01')], '2026-07-02'),
    null,
    'unknown, confirmation-outdated 2026-07-01 ann 2026-07-02',
  ],
  ['one owner alone need not be named', of(ANN, [said('', '2026-07-01')]), null, 'confirmed, confirmed-on 2026-07-01 '],
  ['of two, one is not enough for both', of(BOTH, [said('Ann', '2026-07-01')]), null, 'unknown'],
  ['whichever it is', of(BOTH, [said('Bob', '2026-07-01')]), null, 'unknown'],
  [
    'for herself it is',
    of(BOTH, [said('Ann', '2026-07-01'), said('Bob', '2026-07-02')]),
    'Ann',
    'confirmed, confirmed-on 2026-07-01 ann',
  ],
  ['for him it is not', of(BOTH, [said('Ann', '2026-07-01')]), 'Bob', 'unknown'],
  [
    'of both, the older counts',
    of(BOTH, [said('Ann', '2026-07-03'), said('Bob', '2026-07-01')]),
    null,
    'confirmed, confirmed-on 2026-07-01 bob',
  ],
  [
    'in whatever order they said it',
    of(BOTH, [said('Bob', '2026-07-03'), said('Ann', '2026-07-01')]),
    null,
    'confirmed, confirmed-on 2026-07-01 ann',
  ],
  [
    'of one day, the first one asked',
    of(BOTH, [said('Bob', '2026-07-01'), said('Ann', '2026-07-01')]),
    null,
    'confirmed, confirmed-on 2026-07-01 ann',
  ],
  [
    'too old for one it is too old for both',
    of(BOTH, [said('Ann', '2026-07-03'), said('Bob', '2026-07-01')], '2026-07-02'),
    null,
    'unknown, confirmation-outdated 2026-07-01 bob 2026-07-02',
  ],
])('%s', (_name, whole, owner, expected) => {
  expect(found(whole, owner)).toBe(expected)
})
