import { describe, expect, it } from 'vitest'
import { day, dayText, month } from '#shared/kernel/day.ts'
import { fen, yuanText } from '#shared/kernel/money.ts'
import type { Account } from '#shared/ledger/account.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import type { ClosureTarget } from '#shared/ledger/ledger.ts'
import { afterClosing } from '#shared/outlook/closure/after-closing.ts'
import { accountClosing, CLOSING_STEPS, closingState } from '#shared/outlook/closure/closing-day.ts'
import { account, bill, installments, ledger, loan, purchase, refund, repay, yuan } from '../ledger/facts.ts'

const closed = (kind: Account['kind'], on: string, values: Partial<Account> = {}): Account =>
  account(kind, { status: 'closed', closedOn: day(on), ...values })
const huabei = closed('huabei', '2026-07-12')
const js = closed('credit-purchase', '2026-07-14', { id: 'js' })

const watch = (
  today: string,
  accounts: Account[],
  entries: Entry[],
  target: ClosureTarget = 'huabei',
  owner: string | null = null,
) => afterClosing(ledger(today, accounts, entries), { target, owner })
const rows = (accounts: Account[], entries: Entry[], target: ClosureTarget = 'huabei') =>
  watch('2026-09-01', accounts, entries, target)?.rows.map(
    ({ account: id, on, what, amount }) => `${dayText(on)} ${id} ${what} ${yuanText(amount)}`,
  )

describe('the watch after a closing', () => {
  it('begins when every account of the target is closed', () => {
    expect(watch('2026-07-20', [account('huabei'), js], [])).toBeNull()
    expect(watch('2026-07-20', [huabei, account('credit-purchase', { id: 'js' })], [])).toBeNull()
    expect(watch('2026-07-20', [account('borrow')], [])).toBeNull()
    expect(watch('2026-07-20', [{ ...huabei, closedOn: null }], [])).toBeNull()
    expect(watch('2026-07-20', [huabei, js], [])).not.toBeNull()
  })
  it('credit purchase alone is watched without Huabei, and each owner apart', () => {
    expect(watch('2026-07-20', [account('huabei'), js], [], 'credit-purchase')?.closedOn).toBe(day('2026-07-14'))
    const hers = account('huabei', { id: 'hers', owner: 'her' })
    expect(watch('2026-07-20', [huabei, hers], [])).toBeNull()
    expect(watch('2026-07-20', [{ ...huabei, owner: 'me' }, hers], [], 'huabei', 'me')).not.toBeNull()
  })
  it('counts from the last closing to the last statement that could show something', () => {
    // Closed on 12 and 14 July with statement day 1: 1 August. With statement day 20 it is 20 July.
    const { closedOn, watchUntil, cleanDays } = watch('2026-07-20', [huabei, js], [])!
    expect([dayText(closedOn), dayText(watchUntil), cleanDays]).toEqual(['2026-07-14', '2026-08-01', 6])
    const other = closed('huabei', '2026-07-12', {
      terms: [{ from: day('2020-01-01'), source: 'user', set: { statementDay: 20, dueDay: 28 } }],
    })
    expect(dayText(watch('2026-07-20', [other], [])!.watchUntil)).toBe('2026-07-20')
    expect(dayText(watch('2026-07-20', [closed('borrow', '2026-07-12')], [], 'borrow')!.watchUntil)).toBe('2026-08-12')
  })
  it('clean days start anew with each row, and are never negative', () => {
    expect(watch('2026-07-20', [huabei, js], [purchase('2026-07-18', '5')])?.cleanDays).toBe(2)
    expect(watch('2026-07-10', [huabei, js], [])?.cleanDays).toBe(0)
  })
})

describe('what must not be there any more', () => {
  it('whatever is charged after the day of closing, oldest first, with its kind', () => {
    const facts = [
      purchase('2026-08-02', '20', { account: 'js' }),
      purchase('2026-07-13', '10'),
      bill('2026-08', '30'),
      installments('40', 3, '0%', { firstBill: month('2026-09') }),
      {
        ...{ id: 'q', label: '', orderNo: null, note: '' },
        kind: 'quota',
        account: 'huabei',
        used: yuan('7'),
        on: day('2026-08-03'),
      } as Entry,
    ]
    expect(rows([huabei, js], facts)).toEqual([
      '2026-07-13 huabei purchase 10.00',
      '2026-08-01 huabei bill 30.00',
      '2026-08-01 huabei installments 40.00',
      '2026-08-02 js purchase 20.00',
      '2026-08-03 huabei quota 7.00',
    ])
    expect(rows([closed('borrow', '2026-07-12')], [loan('100', '2026-07-13')], 'borrow')).toEqual([
      '2026-07-13 borrow loan 100.00',
    ])
  })
  it('not on the day itself, not before, not nothing, not money that comes back, not other accounts', () => {
    const facts = [
      purchase('2026-07-12', '10'),
      purchase('2026-06-12', '10'),
      bill('2026-08', '0'),
      bill('2026-09', null),
      refund('2026-07-20', '5', null),
      repay('2026-07-20', '5'),
      purchase('2026-07-20', '5', { account: 'elsewhere' }),
    ]
    expect(rows([huabei], facts)).toEqual([])
  })
  it('purchases kept as one sum of a day count, refunds of a day do not', () => {
    const sums = {
      ...ledger('2026-09-01', [huabei], []),
      postings: (['purchase', 'refund'] as const).map((what) => ({
        account: 'huabei',
        what,
        on: day('2026-08-05'),
        purchasePostedOn: null,
        amount: fen(900),
        count: 2,
        assumed: 0,
      })),
    }
    const found = afterClosing(sums, { target: 'huabei', owner: null })!.rows
    expect(found.map(({ what, amount, entry }) => [what, amount, entry])).toEqual([['purchase', 900, null]])
    const elsewhere = { ...sums, postings: sums.postings.map((one) => ({ ...one, account: 'gone' })) }
    expect(afterClosing(elsewhere, { target: 'huabei', owner: null })!.rows).toEqual([])
  })
})

describe('the day of closing', () => {
  const state = (...all: Account['status'][]) => closingState(all.map((status) => ({ status })))
  it('is over when every account is closed, and under way when one was asked for', () => {
    expect([
      state(),
      state('open'),
      state('open', 'closing-requested'),
      state('closed', 'open'),
      state('closed', 'closed'),
    ]).toEqual(['open', 'open', 'requested', 'open', 'closed'])
    expect(state('closed', 'closing-requested')).toBe('requested')
    expect(CLOSING_STEPS).toEqual(['paid', 'quota-zero', 'pressed-close', 'answer-kept'])
  })
  it('asks, then closes on its day; what is closed stays as it was', () => {
    const open = account('huabei')
    const on = day('2026-07-12')
    expect(accountClosing(open, 'requested', on)).toEqual({ ...open, status: 'closing-requested' })
    expect(accountClosing(open, 'closed', on)).toEqual({ ...open, status: 'closed', closedOn: on })
    expect(accountClosing(js, 'closed', on)).toBe(js)
    expect(accountClosing(js, 'requested', on)).toBe(js)
  })
})
