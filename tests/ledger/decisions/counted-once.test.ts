import { describe, expect, it } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import { fen, yuanText } from '#shared/kernel/money.ts'
import { countedOnce, isEnteredAsPaid } from '#shared/ledger/decisions/counted-once.ts'
import { enteredAsPaid, paidBeside } from '#shared/ledger/decisions/entered-as-paid.ts'
import type { Entry, ShownBill } from '#shared/ledger/entry.ts'
import { account, bill, combined, ledger, purchase, refund, repay, yuan } from '../facts.ts'

/** Statement day 1, due day 10; asked on 20 July. */
const books = (...entries: Entry[]) => ledger('2026-07-20', [account('huabei'), account('borrow')], entries)
const july = bill('2026-07', '500', { paid: yuan('500') })
const june = bill('2026-06', '200', { paid: yuan('200') })

describe('what was entered as paid, when repayments of it come later', () => {
  const said = (on: string, ...bills: ShownBill[]) => new Map(bills.map(({ id }) => [id, day(on)]))
  const once = (before: Entry[], more: Entry[], on = '2026-07-20') => {
    const after = books(...before, ...more)
    const bills = after.entries.filter((entry): entry is ShownBill => entry.kind === 'bill')
    return countedOnce(books(...before), after, said(on, ...bills)).map(
      (one) => `${one.id === july.id ? 'July' : 'June'} ${yuanText(one.paid)}`,
    )
  }

  it.each<[says: string, before: Entry[], more: Entry[], verdict: string[]]>([
    ['gives way to them', [july], [repay('2026-07-09', '300')], ['July 200.00']],
    ['to nothing, where they pay it all', [july], [repay('2026-07-09', '500')], ['July 0.00']],
    ['not to less than nothing', [july], [repay('2026-07-09', '600')], ['July 0.00']],
    ['where they were late as well, less five days of 0.25', [july], [repay('2026-07-15', '300')], ['July 201.25']],
    ['where they name it', [july], [repay('2026-07-02', '300', { month: '2026-07' })], ['July 200.00']],
    ['stays where nothing was repaid', [july], [purchase('2026-07-03', '5')], []],
    ['stays where another account was repaid', [july], [repay('2026-07-09', '300', { account: 'borrow' })], []],
    [
      'less by what is new of them alone',
      [{ ...july, paid: yuan('400') }, repay('2026-07-08', '100')],
      [repay('2026-07-09', '300')],
      ['July 100.00'],
    ],
    [
      'less by what a refund leaves no room for',
      [
        july,
        purchase('2026-06-05', '500', { id: 'p1' }),
        refund('2026-07-04', '150', purchase('2026-06-05', '500', { id: 'p1' })),
      ],
      [repay('2026-07-09', '300')],
      ['July 50.00'],
    ],
    ['a part gives way as well', [{ ...july, paid: yuan('300') }], [repay('2026-07-09', '100')], ['July 200.00']],
    [
      'stays where a refund alone leaves less room',
      [
        july,
        purchase('2026-06-05', '500', { id: 'p1' }),
        refund('2026-07-04', '150', purchase('2026-06-05', '500', { id: 'p1' })),
      ],
      [repay('2026-07-09', '300', { account: 'borrow' })],
      [],
    ],
    ['stays where the repayment was known', [july, repay('2026-07-09', '300')], [], []],
    ['stays where it is zero', [{ ...july, paid: yuan('0') }], [repay('2026-07-09', '300')], []],
    ['the earliest bill first', [july, june], [repay('2026-06-09', '200')], ['June 0.00']],
    [
      'what one bill no longer needs is there for the next',
      [july, june],
      [repay('2026-06-09', '200'), repay('2026-07-09', '500')],
      ['June 0.00', 'July 0.00'],
    ],
  ])('%s', (_, before, more, verdict) => {
    expect(once(before, more)).toEqual(verdict)
  })

  it('is not meant by what was repaid after it was said', () => {
    expect(once([july], [repay('2026-07-10', '300')], '2026-07-09')).toEqual([])
    expect(once([july], [repay('2026-07-09', '300')], '2026-07-09')).toEqual(['July 200.00'])
  })

  it('is left alone where nobody knows when it was said', () => {
    const after = books(july, repay('2026-07-09', '300'))
    expect(countedOnce(books(july), after, new Map())).toEqual([])
  })

  it('is more than nothing, and of a bill', () => {
    expect([july, { ...july, paid: yuan('0') }, repay('2026-07-09', '300')].map(isEnteredAsPaid)).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('what is paid of a bill beside what was entered', () => {
  /** To the bill of July, and a fen more to Borrow. */
  const inParts = (on: string, amount: string) => {
    const named = repay(on, amount, { month: '2026-07' })
    const elsewhere = { account: 'borrow', amount: yuan('0.01'), month: null, settles: null }
    return { ...named, amount: fen(named.amount + 1), split: [...named.split!, elsewhere] }
  }
  const beside = (...more: Entry[]) => {
    const { repaid, room } = paidBeside(books(july, ...more), july)
    return `${yuanText(repaid)} repaid, room for ${yuanText(room)}`
  }

  it.each<[says: string, more: Entry[], verdict: string]>([
    ['nothing', [], '0.00 repaid, room for 500.00'],
    ['in time', [repay('2026-07-10', '300')], '300.00 repaid, room for 200.00'],
    ['late, by no name', [repay('2026-07-11', '300')], '0.00 repaid, room for 500.00'],
    [
      'late, by its name, less the charge',
      [repay('2026-07-12', '300', { month: '2026-07' })],
      '299.50 repaid, room for 200.50',
    ],
    ['for another month, late', [repay('2026-07-12', '300', { month: '2026-08' })], '0.00 repaid, room for 500.00'],
    ['late, in parts of which one names it', [inParts('2026-07-12', '300')], '299.50 repaid, room for 200.50'],
    [
      'late, nobody has said for what',
      [combined('2026-07-12', '300', ['huabei'], null)],
      '0.00 repaid, room for 500.00',
    ],
    ['more than it is', [repay('2026-07-10', '600')], '500.00 repaid, room for 0.00'],
  ])('%s', (_, more, verdict) => {
    expect(beside(...more)).toBe(verdict)
  })

  it('a refund leaves less room, and is no repayment', () => {
    const bought = purchase('2026-06-05', '500')
    expect(beside(bought, refund('2026-07-04', '120', bought))).toBe('0.00 repaid, room for 380.00')
  })

  it('through the day that is given', () => {
    const known = books(july, repay('2026-07-15', '300'))
    expect(paidBeside(known, july, day('2026-07-14')).repaid).toBe(0)
    expect(paidBeside(known, july, day('2026-07-15')).repaid).toBeGreaterThan(0)
  })

  it('of a bill that no book holds there is room for its total', () => {
    expect(paidBeside(books(), { ...july, account: 'borrow' })).toEqual({ repaid: 0, room: yuan('500') })
    expect(paidBeside(books(), { ...july, account: 'borrow', shown: null })).toEqual({ repaid: 0, room: 0 })
  })

  it('what is entered is what was said less what was repaid, at most what there is room for', () => {
    const said = (given: string, repaid: string, room: string) =>
      yuanText(enteredAsPaid(yuan(given), { repaid: yuan(repaid), room: yuan(room) }))
    expect(said('500', '300', '200')).toBe('200.00')
    expect(said('250', '300', '200')).toBe('0.00')
    expect(said('500', '0', '380')).toBe('380.00')
  })
})
