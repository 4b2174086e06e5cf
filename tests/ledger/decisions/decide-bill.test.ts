import { describe, expect, it } from 'vitest'
import { day, month } from '#shared/kernel/day.ts'
import { decideBill, decideDeferral } from '#shared/ledger/decisions/decide-bill.ts'
import type { Deferral, ShownBill } from '#shared/ledger/entry.ts'
import { account, bill, yuan } from '../facts.ts'
import { breaks, taken } from './verdict.ts'

/** Statement day 1, due day 10, opened in the middle of May 2025. */
const huabei = account('huabei', { openedOn: day('2025-05-20') })
const on = (today: string, others: { id: string; month: ShownBill['month'] }[] = []) => ({ others, today: day(today) })

describe('which bill can be copied', () => {
  const july = bill('2026-07', '500', { id: 'july' })

  it('one that is issued, from its statement day on', () => {
    expect(decideBill(huabei, on('2026-07-01'), july)).toEqual(taken(july))
    expect(decideBill(huabei, on('2026-06-30'), july)).toEqual(
      breaks('bill-not-issued', { month: '2026-07', issuedOn: '2026-07-01' }),
    )
  })

  it('one of Huabei or Credit Purchase', () => {
    const asked = on('2026-07-05')
    expect(decideBill(account('credit-purchase'), asked, july)).toEqual(taken(july))
    expect(decideBill(account('borrow'), asked, july)).toEqual(breaks('account-not-billed', { id: 'borrow' }))
    expect(decideBill(account('other'), asked, july)).toEqual(breaks('account-not-billed', { id: 'other' }))
  })

  it('one that is not there yet; entered again it replaces itself', () => {
    const other = { id: 'first', month: month('2026-07') }
    expect(decideBill(huabei, on('2026-07-05', [{ id: 'june', month: month('2026-06') }]), july)).toEqual(taken(july))
    expect(decideBill(huabei, on('2026-07-05', [{ ...other, id: 'july' }]), july)).toEqual(taken(july))
    expect(decideBill(huabei, on('2026-07-05', [other]), july)).toEqual(
      breaks('bill-exists', { month: '2026-07', entry: 'first' }),
    )
  })

  it('none of a month before the account was opened', () => {
    const asked = on('2026-07-05')
    expect(decideBill(huabei, asked, bill('2025-05', '1'))).toMatchObject({ ok: true })
    expect(decideBill(huabei, asked, bill('2025-04', '1'))).toEqual(
      breaks('bill-before-opening', { month: '2025-04', openedOn: '2025-05-20' }),
    )
    expect(decideBill(account('huabei'), asked, bill('2025-04', '1'))).toMatchObject({ ok: true })
  })
})

describe('whether its figures fit each other', () => {
  const parts = { principal: yuan('90'), fee: yuan('10') }
  it.each<[says: string, shown: string | null, values: Partial<ShownBill>, verdict: object]>([
    ['a total', '100', {}, { ok: true }],
    ['parts alone', null, { parts }, { ok: true }],
    ['a minimum alone', null, { shownMinimum: yuan('10') }, { ok: true }],
    ['nothing at all', null, {}, breaks('bill-empty')],
    ['parts that make up the total', '100', { parts }, { ok: true }],
    [
      'parts that make up less',
      '100.01',
      { parts },
      breaks('bill-parts-do-not-sum', { sum: '100.00', total: '100.01' }),
    ],
    ['parts that make up more', '99.99', { parts }, breaks('bill-parts-do-not-sum', { sum: '100.00', total: '99.99' })],
    ['all of it is the minimum', '100', { shownMinimum: yuan('100') }, { ok: true }],
    [
      'a minimum above the total',
      '100',
      { shownMinimum: yuan('100.01') },
      breaks('bill-minimum-above-total', { minimum: '100.01', total: '100.00' }),
    ],
    [
      'a minimum above what the parts make up',
      null,
      { parts, shownMinimum: yuan('100.01') },
      breaks('bill-minimum-above-total', { minimum: '100.01', total: '100.00' }),
    ],
    ['all of it paid', '100', { paid: yuan('100') }, { ok: true }],
    [
      'more paid than its total',
      '100',
      { paid: yuan('100.01') },
      breaks('bill-paid-above-total', { paid: '100.01', total: '100.00' }),
    ],
    [
      'more paid than its parts make up',
      null,
      { parts, paid: yuan('100.01') },
      breaks('bill-paid-above-total', { paid: '100.01', total: '100.00' }),
    ],
    ['paid, where only the minimum is known', null, { shownMinimum: yuan('10'), paid: yuan('60') }, { ok: true }],
  ])('%s', (_, shown, values, verdict) => {
    expect(decideBill(huabei, on('2026-07-05'), bill('2026-07', shown, values))).toMatchObject(verdict)
  })
})

describe('which part of a bill can be deferred', () => {
  const draft: Deferral = {
    kind: 'deferral',
    id: 'd1',
    label: '',
    orderNo: null,
    note: '',
    account: 'huabei',
    month: month('2026-07'),
    amount: yuan('300'),
    fee: yuan('4.50'),
    on: day('2026-07-10'),
  }
  const standing = { unpaid: yuan('300'), dueOn: day('2026-07-10') }

  it('all that is unpaid of it, through its due day', () => {
    expect(decideDeferral(huabei, standing, draft)).toEqual(taken(draft))
  })

  it.each<[says: string, verdict: object, ...Parameters<typeof decideDeferral>]>([
    ['a bill of Borrow', breaks('account-not-billed', { id: 'borrow' }), account('borrow'), standing, draft],
    [
      'a bill that is not there',
      breaks('bill-not-found', { account: 'huabei', month: '2026-07' }),
      huabei,
      null,
      draft,
    ],
    [
      'after its due day',
      breaks('deferred-after-due', { on: '2026-07-11', dueOn: '2026-07-10' }),
      huabei,
      standing,
      { ...draft, on: day('2026-07-11') },
    ],
    [
      'more than is unpaid of it',
      breaks('bill-too-small', { month: '2026-07', left: '299.99', amount: '300.00' }),
      huabei,
      { ...standing, unpaid: yuan('299.99') },
      draft,
    ],
  ])('not: %s', (_, verdict, ...facts) => {
    expect(decideDeferral(...facts)).toEqual(verdict)
  })
})
