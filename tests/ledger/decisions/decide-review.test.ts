import { describe, expect, it } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import { decideReview, type ReviewAnswer, type ReviewedRow } from '#shared/ledger/decisions/decide-review.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import { combined, purchase, refund, repay, yuan } from '../facts.ts'
import { breaks, taken } from './verdict.ts'

/** A row of a statement: 100.00 on 5 July. */
const source = { id: 'row', label: 'shop', orderNo: '77', note: 'a note' }
const row = { label: 'shop', orderNo: '77', note: 'a note', amount: yuan('100'), on: day('2026-07-05') }
const bought = purchase('2026-07-05', '100', source)
const back = refund('2026-07-05', '100', null, source)
const repaid = repay('2026-07-05', '100')
const undivided = combined('2026-07-05', '100', ['huabei', 'js'], null)

const waiting = (own: Entry | null, values: Partial<ReviewedRow> = {}): ReviewedRow => ({
  id: 'row',
  row,
  own,
  other: null,
  isRead: true,
  ...values,
})
const decide = (own: Entry | null, answer: ReviewAnswer, values?: Partial<ReviewedRow>) =>
  decideReview(waiting(own, values), answer)

const becomes = (put: Entry) => taken({ put, end: false })
const stays = taken({ put: null, end: false })
const ends = taken({ put: null, end: true })
const unfit = breaks('answer-does-not-fit')

describe('how a combined repayment divides', () => {
  const parts = [
    { account: 'huabei', amount: yuan('40'), month: null, settles: null },
    { account: 'js', amount: yuan('60'), month: null, settles: null },
  ]

  it('is said of a repayment alone', () => {
    expect(decide(undivided, { kind: 'split', parts })).toEqual(becomes({ ...undivided, split: parts }))
    expect(decide(bought, { kind: 'split', parts })).toEqual(unfit)
    expect(decide(null, { kind: 'split', parts })).toEqual(unfit)
  })
})

describe('which purchase a refund is of', () => {
  it('is said of a refund alone; of none that is known is an answer too', () => {
    expect(decide(back, { kind: 'refund-of', entry: 'p1' })).toEqual(becomes({ ...back, of: 'p1' }))
    expect(decide({ ...back, of: 'p1' }, { kind: 'refund-of', entry: null })).toEqual(becomes(back))
    expect(decide(bought, { kind: 'refund-of', entry: 'p1' })).toEqual(unfit)
    expect(decide(null, { kind: 'refund-of', entry: 'p1' })).toEqual(unfit)
  })
})

describe('how much of a purchase was on credit', () => {
  const own = (amount: string): ReviewAnswer => ({ kind: 'own-amount', account: 'js', amount: yuan(amount) })
  const asPurchase = { ...bought, postingAssumed: true }

  it.each<[says: string, own: Entry | null, amount: string, verdict: object]>([
    ['all of it', bought, '100', becomes({ ...bought, account: 'js' })],
    ['a part of it', bought, '30', becomes({ ...bought, account: 'js', amount: yuan('30') })],
    ['a part of a refund', back, '30', becomes({ ...back, account: 'js', amount: yuan('30') })],
    ['a part of a row that is no entry yet', null, '30', becomes({ ...asPurchase, account: 'js', amount: yuan('30') })],
    ['nothing: its entry ends', bought, '0', ends],
    ['nothing of a row that is no entry', null, '0', stays],
    ['more than it was', bought, '100.01', breaks('own-amount-too-large', { amount: '100.01', atMost: '100.00' })],
    ['is no question of a repayment', repaid, '30', unfit],
  ])('%s', (_, entry, amount, verdict) => {
    expect(decide(entry, own(amount))).toEqual(verdict)
  })
})

describe('what a row is', () => {
  const as = (
    what: 'purchase' | 'refund' | 'repayment' | 'unrelated',
    account: string | null = 'js',
  ): ReviewAnswer => ({
    kind: 'as',
    as: what,
    account,
  })
  const asPurchase: Entry = {
    kind: 'purchase',
    ...source,
    account: 'js',
    amount: yuan('100'),
    orderedOn: day('2026-07-05'),
    postedOn: day('2026-07-05'),
    postingAssumed: true,
    returnUntil: null,
    refundExpected: false,
  }
  const asRefund: Entry = {
    kind: 'refund',
    ...source,
    account: 'js',
    amount: yuan('100'),
    on: day('2026-07-05'),
    of: null,
    inFlight: false,
  }
  const asRepayment: Entry = {
    kind: 'repayment',
    ...source,
    amount: yuan('100'),
    on: day('2026-07-05'),
    split: [{ account: 'js', amount: yuan('100'), month: null, settles: null }],
    candidates: [],
    candidateMonth: null,
    paidFrom: '',
  }

  it.each<[says: string, own: Entry | null, answer: ReviewAnswer, verdict: object]>([
    ['a row that was none becomes a purchase, its posting day assumed', null, as('purchase'), becomes(asPurchase)],
    ['or a refund', null, as('refund'), becomes(asRefund)],
    ['or a repayment of one account', null, as('repayment'), becomes(asRepayment)],
    [
      'a purchase stays what it was, on the account that is said',
      bought,
      as('purchase'),
      becomes({ ...bought, account: 'js' }),
    ],
    [
      'so does a refund, with its purchase',
      { ...back, of: 'p1' },
      as('refund'),
      becomes({ ...back, of: 'p1', account: 'js' }),
    ],
    ['a purchase that was a refund is read again', bought, as('refund'), becomes(asRefund)],
    ['and a refund that was a purchase', back, as('purchase'), becomes(asPurchase)],
    ['a purchase that was a repayment', bought, as('repayment'), becomes(asRepayment)],
    ['without an account it keeps its own', bought, as('purchase', null), becomes(bought)],
    ['where it has none, one must be said', null, as('purchase', null), breaks('answer-needs-account')],
    ['a repayment has none of its own', repaid, as('purchase', null), breaks('answer-needs-account')],
    ['a row of something else ends its entry', bought, as('unrelated', null), ends],
    ['or stays without one', null, as('unrelated', null), stays],
  ])('%s', (_, own, answer, verdict) => {
    expect(decide(own, answer)).toEqual(verdict)
  })

  it('an amount or a day that is said is a new reading', () => {
    const amount = yuan('90')
    const on = day('2026-07-04')
    const purchased = { kind: 'as', as: 'purchase', account: 'js' } as const
    expect(decide(bought, { ...purchased, amount })).toEqual(becomes({ ...asPurchase, amount }))
    expect(decide(bought, { ...purchased, on })).toEqual(becomes({ ...asPurchase, orderedOn: on, postedOn: on }))
    expect(decide(back, { ...purchased, as: 'refund', amount, on })).toEqual(becomes({ ...asRefund, amount, on }))
  })

  it('of a row that could not be read both must be said, and not nothing', () => {
    const unread = { isRead: false }
    const said = { kind: 'as', as: 'purchase', account: 'js', amount: yuan('90'), on: day('2026-07-04') } as const
    const needed = breaks('answer-needs-amount')
    expect(decide(null, said, unread)).toMatchObject({ ok: true })
    expect(decide(null, { ...said, amount: undefined }, unread)).toEqual(needed)
    expect(decide(null, { ...said, on: undefined }, unread)).toEqual(needed)
    expect(decide(null, { ...said, amount: yuan('0') }, unread)).toEqual(needed)
    expect(decide(null, { ...said, amount: undefined, on: undefined }, unread)).toEqual(needed)
    expect(decide(null, as('unrelated'), unread)).toEqual(stays)
  })
})

describe('a row that takes the place of another entry', () => {
  const replaces = { kind: 'replaces' } as const
  const by = (entry: Entry, dependents: readonly string[] = []) => ({ other: { entry, dependents } })
  const hand = purchase('2026-07-05', '100', { ...source, id: 'p1' })

  it('ends that one, where there is one', () => {
    expect(decide(bought, replaces, by(hand))).toEqual(taken({ put: null, end: false, endOther: 'p1' }))
    expect(decide(bought, replaces)).toEqual(unfit)
  })

  it('leaves one that refunds or a plan name', () => {
    expect(decide(bought, replaces, by(hand, ['r1', 'i1']))).toEqual(
      breaks('entry-has-dependents', { count: 2, entry: 'r1' }),
    )
  })

  it('is divided as that one was, where nobody said how it is', () => {
    const split = [
      { account: 'huabei', amount: yuan('40'), month: null, settles: null },
      { account: 'js', amount: yuan('60'), month: null, settles: null },
    ]
    const divided = { ...undivided, id: 'q1', split }
    const put = { ...undivided, split }
    expect(decide(undivided, replaces, by(divided))).toEqual(taken({ put, end: false, endOther: 'q1' }))
    expect(decide(repaid, replaces, by(divided))).toEqual(taken({ put: null, end: false, endOther: 'q1' }))
  })
})

describe('a row that is left as it was read', () => {
  const closed = { ...bought, refundExpected: true }
  it.each<[says: string, own: Entry | null, verdict: object]>([
    ['is what it was', bought, stays],
    ['is none, where it was none', null, stays],
    ['waits no longer for a refund', closed, becomes(bought)],
    ['can be a repayment that is divided', repaid, stays],
    ['cannot be one that is not', undivided, unfit],
  ])('%s', (_, own, verdict) => {
    expect(decide(own, { kind: 'ignore' })).toEqual(verdict)
  })

  it('can be one that is not divided, where only whether it is there twice was asked', () => {
    const other = { entry: { ...undivided, id: 'q1' }, dependents: [] }
    expect(decide(undivided, { kind: 'ignore' }, { other })).toEqual(stays)
  })
})
