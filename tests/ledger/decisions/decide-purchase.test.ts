import { describe, expect, it } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import {
  decidePurchase,
  decideReceipt,
  decideRefund,
  type PurchaseFacts,
  type RefundFacts,
} from '#shared/ledger/decisions/decide-purchase.ts'
import type { Purchase, Refund } from '#shared/ledger/entry.ts'
import { account, installments, purchase, refund, yuan } from '../facts.ts'
import { breaks, taken } from './verdict.ts'

const huabei = account('huabei')

describe('a purchase', () => {
  const bought = purchase('2026-06-03', '120', { id: 'p1', orderNo: '77' })
  const facts: PurchaseFacts = {
    ...{ account: huabei, today: day('2026-06-09'), sameOrder: null },
    ...{ refunded: yuan('0'), inPlans: yuan('0') },
  }
  const closed = account('huabei', { closedOn: day('2026-06-03') })

  it.each<[says: string, facts: PurchaseFacts, draft: Purchase]>([
    ['posted on the day it was ordered', facts, bought],
    ['posted later', facts, { ...bought, postedOn: day('2026-06-09') }],
    ['awaiting receipt', facts, { ...bought, postedOn: null }],
    ['on the last day of an account that was closed', { ...facts, account: closed }, bought],
    ['with its own order number, entered again', { ...facts, sameOrder: 'p1' }, bought],
    ['without an order number, whoever else has none', { ...facts, sameOrder: 'p0' }, { ...bought, orderNo: null }],
    ['refunded in full', { ...facts, refunded: yuan('120') }, bought],
    ['paid in installments in full', { ...facts, inPlans: yuan('120') }, bought],
  ])('%s is taken', (_, known, draft) => {
    expect(decidePurchase(known, draft)).toEqual(taken(draft))
  })

  it.each<[says: string, facts: PurchaseFacts, draft: Purchase, verdict: object]>([
    ['on Borrow', { ...facts, account: account('borrow') }, bought, breaks('account-not-billed', { id: 'borrow' })],
    [
      'on an account that was closed the day before',
      { ...facts, account: account('huabei', { closedOn: day('2026-06-02') }) },
      bought,
      breaks('account-closed', { id: 'huabei', account: 'huabei', on: '2026-06-02', orderedOn: '2026-06-03' }),
    ],
    [
      'ordered tomorrow',
      { ...facts, today: day('2026-06-02') },
      { ...bought, postedOn: null },
      breaks('day-in-future', { on: '2026-06-03' }),
    ],
    [
      'posted tomorrow: it awaits receipt until then',
      { ...facts, today: day('2026-06-08') },
      { ...bought, postedOn: day('2026-06-09') },
      breaks('day-in-future', { on: '2026-06-09' }),
    ],
    [
      'posted before it was ordered',
      facts,
      { ...bought, postedOn: day('2026-06-02') },
      breaks('posted-before-ordered', { postedOn: '2026-06-02', orderedOn: '2026-06-03' }),
    ],
    [
      'with the order number of another',
      { ...facts, sameOrder: 'p0' },
      bought,
      breaks('duplicate-order', { orderNo: '77', entry: 'p0' }),
    ],
    [
      'made smaller than what was refunded of it',
      { ...facts, refunded: yuan('120.01') },
      bought,
      breaks('purchase-has-refunds', { refunded: '120.01' }),
    ],
    [
      'made smaller than what installments pay of it',
      { ...facts, inPlans: yuan('120.01') },
      bought,
      breaks('purchase-has-plan', { principal: '120.01' }),
    ],
  ])('%s is refused', (_, known, draft, verdict) => {
    expect(decidePurchase(known, draft)).toEqual(verdict)
  })
})

describe('a receipt', () => {
  const [same, later] = [day('2026-06-03'), day('2026-06-20')]
  const waiting = purchase('2026-06-03', '120', { id: 'p1', postedOn: null, postingAssumed: true })

  it('posts the purchase on its day, which nobody has to assume any more', () => {
    expect(decideReceipt(waiting, same, same)).toEqual(taken({ ...waiting, postedOn: same, postingAssumed: false }))
    expect(decideReceipt(waiting, later, later)).toEqual(taken({ ...waiting, postedOn: later, postingAssumed: false }))
  })

  it('is of a purchase that waits for it, and not before it was ordered', () => {
    expect(decideReceipt(refund('2026-06-03', '1', null, { id: 'r1' }), later, later)).toEqual(
      breaks('entry-not-a-purchase', { id: 'r1' }),
    )
    expect(decideReceipt(purchase('2026-06-03', '120'), later, later)).toEqual(
      breaks('receipt-confirmed-already', { on: '2026-06-03' }),
    )
    expect(decideReceipt(waiting, later, day('2026-06-19'))).toEqual(breaks('day-in-future', { on: '2026-06-20' }))
    expect(decideReceipt(waiting, day('2026-06-02'), later)).toEqual(
      breaks('posted-before-ordered', { postedOn: '2026-06-02', orderedOn: '2026-06-03' }),
    )
  })
})

describe('a refund', () => {
  const bought = purchase('2026-06-03', '120', { id: 'p1' })
  const back = refund('2026-06-03', '100', bought)
  const facts: RefundFacts = {
    account: huabei,
    today: day('2026-06-03'),
    purchase: bought,
    refunded: yuan('20'),
    isLinkedBefore: false,
  }

  it.each<[says: string, facts: RefundFacts, draft: Refund]>([
    ['all that is left of its purchase, on the same day', facts, back],
    ['what is announced for tomorrow', facts, { ...back, on: day('2026-06-04'), inFlight: true }],
    ['of no purchase that is known', { ...facts, purchase: null, refunded: yuan('0') }, { ...back, of: null }],
    ['of a purchase that stands in another file, as it was', { ...facts, purchase: null, isLinkedBefore: true }, back],
  ])('of %s is taken', (_, known, draft) => {
    expect(decideRefund(known, draft)).toEqual(taken(draft))
  })

  it.each<[says: string, facts: RefundFacts, draft: Refund, verdict: object]>([
    ['to Borrow', { ...facts, account: account('borrow') }, back, breaks('account-not-billed', { id: 'borrow' })],
    ['that arrives tomorrow', facts, { ...back, on: day('2026-06-04') }, breaks('day-in-future', { on: '2026-06-04' })],
    ['of a purchase that is not there', { ...facts, purchase: null }, back, breaks('entry-not-found', { id: 'p1' })],
    [
      'of installments',
      { ...facts, purchase: installments('120', 3, '0%') },
      back,
      breaks('entry-not-a-purchase', { id: 'p1' }),
    ],
    [
      'to an account that did not pay it',
      facts,
      { ...back, account: 'js' },
      breaks('refund-account-differs', { account: 'js', purchaseAccount: 'huabei' }),
    ],
    [
      'before it was bought',
      facts,
      { ...back, on: day('2026-06-02') },
      breaks('refund-before-purchase', { on: '2026-06-02', orderedOn: '2026-06-03' }),
    ],
    [
      'of more than is left of it',
      { ...facts, refunded: yuan('20.01') },
      back,
      breaks('refund-above-purchase', { amount: '100.00', left: '99.99' }),
    ],
  ])('%s is refused', (_, known, draft, verdict) => {
    expect(decideRefund(known, draft)).toEqual(verdict)
  })
})
