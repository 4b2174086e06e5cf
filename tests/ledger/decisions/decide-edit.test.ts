import { describe, expect, it } from 'vitest'
import { day, month } from '#shared/kernel/day.ts'
import { rate } from '#shared/kernel/rate.ts'
import { decideDelete, decideEdit, type EntryChanges } from '#shared/ledger/decisions/decide-edit.ts'
import type { Deferral, Entry, QuotaCopy, Review } from '#shared/ledger/entry.ts'
import { bill, installments, loan, purchase, refund, repay, yuan } from '../facts.ts'
import { breaks, taken } from './verdict.ts'

const source = { label: '', orderNo: null, note: '' }
const bought = { ...purchase('2026-06-03', '120', { id: 'p1' }), postingAssumed: true }
const back = refund('2026-06-20', '20', bought)
const july = bill('2026-07', '500')
const repaid = repay('2026-07-05', '100')
const plan = installments('900', 3, '2.5%')
const drawn = loan('1000', '2026-05-20')
const deferred: Deferral = {
  ...source,
  kind: 'deferral',
  id: 'd1',
  account: 'huabei',
  month: month('2026-07'),
  amount: yuan('300'),
  fee: yuan('4.50'),
  on: day('2026-07-05'),
}
const copied: QuotaCopy = {
  ...source,
  kind: 'quota',
  id: 'q1',
  account: 'huabei',
  used: yuan('1'),
  on: day('2026-07-05'),
}
const asked: Review = {
  ...source,
  kind: 'review',
  id: 'v1',
  accounts: [],
  reason: 'combined',
  amount: yuan('1'),
  on: day('2026-07-05'),
}

const said: Required<EntryChanges> = {
  account: 'js',
  amount: yuan('60'),
  on: day('2026-06-01'),
  postedOn: day('2026-06-09'),
  month: month('2026-08'),
  shown: yuan('70'),
  shownMinimum: yuan('7'),
  parts: { principal: yuan('70') },
  paid: yuan('5'),
  of: 'p2',
  label: 'rent',
  note: 'mine',
  fee: yuan('3'),
  feeRate: rate('4.5%'),
  count: 9,
  paidPeriods: 2,
  dailyRate: rate('0.04%'),
  method: 'interest-only',
  repayDay: 20,
  split: [{ account: 'js', amount: yuan('100'), month: null, settles: null }],
}

/** Which of the names shared by all kinds a kind knows, and which field of its own each one means. */
const MEANINGS: readonly (readonly [entry: Entry, means: Partial<Record<keyof EntryChanges, string>>])[] = [
  [bought, { account: 'account', amount: 'amount', on: 'orderedOn', postedOn: 'postedOn' }],
  [back, { account: 'account', amount: 'amount', on: 'on', of: 'of' }],
  [
    july,
    { account: 'account', month: 'month', shown: 'shown', shownMinimum: 'shownMinimum', parts: 'parts', paid: 'paid' },
  ],
  [july, { amount: 'shown' }],
  [repaid, { amount: 'amount', on: 'on', split: 'split' }],
  [
    plan,
    {
      account: 'account',
      amount: 'principal',
      month: 'firstBill',
      of: 'of',
      feeRate: 'feeRate',
      count: 'count',
      paidPeriods: 'paidPeriods',
    },
  ],
  [
    drawn,
    {
      account: 'account',
      amount: 'principal',
      on: 'drawnOn',
      count: 'count',
      paidPeriods: 'paidParts',
      dailyRate: 'dailyRate',
      method: 'method',
      repayDay: 'repayDay',
    },
  ],
  [deferred, { account: 'account', amount: 'amount', fee: 'fee', month: 'month', on: 'on' }],
  [copied, { account: 'account', amount: 'used', on: 'on' }],
  [asked, {}],
]

describe('what can be corrected', () => {
  it.each(MEANINGS.map(([entry, means]) => [entry.kind, entry, means] as const))('of a %s', (_, entry, means) => {
    const meanings = Object.entries({ ...means, label: 'label', note: 'note' })
    for (const [name, field] of meanings) {
      const value = said[name as keyof EntryChanges]
      expect([name, decideEdit(entry, { [name]: value })]).toMatchObject([name, taken({ [field]: value })])
    }
  })

  it('and nothing else: a name that a kind does not know is refused by name', () => {
    for (const { kind } of MEANINGS.map(([entry]) => entry)) {
      const ofKind = MEANINGS.filter(([entry]) => entry.kind === kind)
      const known = ['label', 'note', ...ofKind.flatMap(([, means]) => Object.keys(means))]
      for (const name of Object.keys(said).filter((one) => !known.includes(one))) {
        const changes = { [name]: said[name as keyof EntryChanges] }
        expect([kind, name, decideEdit(ofKind[0]![0], changes)]).toEqual([
          kind,
          name,
          breaks('field-not-of-kind', { field: name }),
        ])
      }
    }
  })

  it('several at once, under the same id; what is not said stays', () => {
    expect(decideEdit(back, { amount: yuan('10'), of: null, on: undefined })).toEqual(
      taken({ ...back, amount: yuan('10'), of: null }),
    )
  })

  it('only what is said to be another', () => {
    expect(decideEdit(back, {})).toEqual(breaks('nothing-to-change'))
    expect(decideEdit(back, { amount: yuan('20'), label: '' })).toEqual(breaks('nothing-to-change'))
    expect(decideEdit(back, { amount: yuan('20'), label: 'shop' })).toEqual(taken({ ...back, label: 'shop' }))
  })
})

describe('what is said by hand is no longer assumed', () => {
  it('the posting day of a purchase, even where the guess was right', () => {
    const known = { ...bought, postingAssumed: false }
    expect(decideEdit(bought, { postedOn: bought.postedOn })).toEqual(taken(known))
    expect(decideEdit(bought, { on: bought.orderedOn })).toEqual(taken(known))
    expect(decideEdit(bought, { label: 'shop' })).toEqual(taken({ ...bought, label: 'shop' }))
  })

  it('a loan found in a file keeps its guess until its rate is said', () => {
    const found = { ...drawn, certain: false }
    expect(decideEdit(found, { label: 'rent' })).toEqual(taken({ ...found, label: 'rent' }))
    expect(decideEdit(found, { count: 3, repayDay: 20 })).toEqual(taken({ ...found, count: 3, repayDay: 20 }))
    const rated = { dailyRate: rate('0.04%'), method: 'interest-only' as const }
    expect(decideEdit(found, rated)).toEqual(taken({ ...found, ...rated, certain: true }))
  })

  it('a plan found in a file keeps its guess until its fee is said', () => {
    const found = { ...plan, certain: false }
    expect(decideEdit(found, { count: 6 })).toEqual(taken({ ...found, count: 6 }))
    expect(decideEdit(found, { feeRate: found.feeRate })).toEqual(taken({ ...found, certain: true }))
    expect(decideEdit(plan, { feeRate: plan.feeRate })).toEqual(breaks('nothing-to-change'))
    expect(decideEdit(plan, { count: 6 })).toEqual(taken({ ...plan, count: 6 }))
  })

  it('a deferral at the usual rate keeps its guess until its fee is said', () => {
    const guessed = { ...deferred, certain: false }
    expect(decideEdit(guessed, { fee: guessed.fee })).toEqual(taken({ ...guessed, certain: true }))
    expect(decideEdit(guessed, { amount: yuan('200') })).toEqual(taken({ ...guessed, amount: yuan('200') }))
    expect(decideEdit(deferred, { fee: yuan('5') })).toEqual(taken({ ...deferred, fee: yuan('5') }))
  })
})

describe('the parts of a repayment', () => {
  const [only] = repaid.split!
  const two = { ...repaid, split: [only!, { ...only!, account: 'js' }] }

  it('a single one follows the amount', () => {
    const amount = yuan('90')
    expect(decideEdit(repaid, { amount })).toEqual(taken({ ...repaid, amount, split: [{ ...only, amount }] }))
    expect(decideEdit(two, { amount })).toEqual(taken({ ...two, amount }))
    expect(decideEdit({ ...repaid, split: null }, { amount })).toEqual(taken({ ...repaid, amount, split: null }))
  })

  it('those that are said are taken as they are said', () => {
    const split = [{ ...only!, amount: yuan('30') }]
    expect(decideEdit(repaid, { amount: yuan('90'), split })).toEqual(taken({ ...repaid, amount: yuan('90'), split }))
  })
})

it('an entry is deleted only when nothing depends on it', () => {
  expect(decideDelete(bought, [])).toEqual(taken(bought))
  expect(decideDelete(bought, ['r1', 'i1'])).toEqual(breaks('entry-has-dependents', { count: 2, entry: 'r1' }))
})
