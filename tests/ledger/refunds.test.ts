import { describe, expect, it } from 'vitest'
import { day, month, monthText } from '#shared/kernel/day.ts'
import { sumFen, yuanText } from '#shared/kernel/money.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import { openBooks } from '#shared/ledger/book/ledger-book.ts'
import { unbilled, unbilledPrincipal } from '#shared/ledger/book/plan-book.ts'
import { COLUMNS, ROWS } from '#shared/ledger/cells.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { account, bill, installments, ledger, purchase, refund, repay, yuan } from './facts.ts'

/** Where a refund goes, step by step, by hand. Statement day 1, due day 10. */

const huabei = account('huabei')

function cells(on: string, ...entries: Entry[]): string {
  const owed = owedOn(ledger(on, [huabei], entries)).accounts[0]!
  const parts = ROWS.flatMap((row) =>
    COLUMNS.flatMap((column) =>
      owed.cells[row][column] === 0 ? [] : [`${row}.${column} ${yuanText(owed.cells[row][column])}`],
    ),
  )
  return parts.join(', ') || 'nothing'
}
const book = (on: string, ...entries: Entry[]) =>
  openBooks(ledger(on, [huabei], entries), day(on)).billed.get('huabei')!
const returned = (on: string, ...entries: Entry[]): string => yuanText(book(on, ...entries).returned)
const credits = (on: string, of: string, ...entries: Entry[]): string[] =>
  book(on, ...entries)
    .bills.find((one) => one.cycle.month === month(of))!
    .credits.map((credit) => `${credit.what} ${yuanText(credit.amount)}${credit.estimated ? ' estimated' : ''}`)

describe('its own bill first', () => {
  const june = purchase('2026-06-05', '100')
  const may = purchase('2026-05-05', '80')

  it('of an issued bill, even where an older one is open; the rest goes to the oldest', () => {
    expect(cells('2026-07-05', may, june, refund('2026-07-03', '40', june))).toBe(
      'overdue.principal 80.00, overdue.penalty 1.00, billed.principal 60.00',
    )
    expect(cells('2026-07-05', may, june, refund('2026-07-03', '130', june))).toBe(
      'overdue.principal 50.00, overdue.penalty 0.98',
    )
  })
  it('without a link the cycle of its day: what is not billed yet', () => {
    const july = purchase('2026-07-02', '30')
    expect(cells('2026-07-05', june, july, refund('2026-07-03', '20', null))).toBe(
      'billed.principal 100.00, next.principal 10.00',
    )
    expect(cells('2026-07-05', june, july, refund('2026-07-03', '50', null))).toBe('billed.principal 80.00')
  })
  it('of a purchase of an older month whose bill is paid: first what is open, then what is to come, month by month', () => {
    const paid = repay('2026-06-08', '80', { month: '2026-06' })
    const august = purchase('2026-07-20', '7')
    expect(cells('2026-07-25', may, paid, june, august, refund('2026-07-21', '103', may))).toBe(
      // The charge of 11 days on 100.00 that ran before the refund stays.
      'overdue.penalty 0.55, next.principal 4.00',
    )
    expect(returned('2026-07-25', may, paid, june, august, refund('2026-07-21', '110', may))).toBe('3.00')
  })
  it('money that is the user’s own adds up, from each of them', () => {
    expect(returned('2026-07-25', june, refund('2026-07-03', '103', june), refund('2026-07-04', '2', null))).toBe(
      '5.00',
    )
  })
  it('is a fact, not an estimate, and reduces the bill as a refund', () => {
    expect(credits('2026-07-05', '2026-07', june, refund('2026-07-03', '40', june))).toEqual(['refund 40.00'])
    expect(
      credits('2026-07-05', '2026-07', june, refund('2026-07-03', '0.01', june), repay('2026-07-04', '1')),
    ).toEqual(['refund 0.01', 'repayment 1.00'])
  })
  it('posted in a cycle before the statement, it is taken off the total, never below zero', () => {
    expect(cells('2026-07-01', june, refund('2026-06-20', '30', june), refund('2026-06-21', '50', june))).toBe(
      'billed.principal 20.00',
    )
    expect(cells('2026-06-25', june, refund('2026-06-20', '60', june), refund('2026-06-21', '60', june))).toBe(
      'nothing',
    )
    expect(returned('2026-06-25', june, refund('2026-06-20', '60', june), refund('2026-06-21', '60', june))).toBe(
      '20.00',
    )
  })
  it('goes to two bills to come in the order of their months', () => {
    const paidAhead = repay('2026-07-03', '5', { month: '2026-09' })
    const plain = [bill('2026-07', '0'), paidAhead, purchase('2026-07-04', '10'), purchase('2026-08-01', '20')]
    // On 1 August, before that day's statement, the purchase of the day belongs to September; August holds 10.00.
    expect(cells('2026-08-01', ...plain, refund('2026-08-01', '12', null))).toBe(
      'billed.principal 10.00, next.principal 3.00',
    )
  })
})

describe('what rolls', () => {
  // 1,000.00 of June, 100.00 paid: 900.00 roll from 11 June.
  const rolled = [bill('2026-06', '1000'), repay('2026-06-09', '100')]
  const bought = purchase('2026-05-10', '50')

  it('before it stands in a bill: interest that ran stays', () => {
    // 900.00 for 10 days: 4.50; then 850.00 for 5: 2.125; together 6.625 → 6.63.
    expect(cells('2026-06-25', ...rolled, refund('2026-06-20', '50', null))).toBe(
      'next.principal 850.00, next.interest 6.63',
    )
    expect(cells('2026-06-25', ...rolled, bought, refund('2026-06-20', '50', bought))).toBe(
      'next.principal 850.00, next.interest 6.63',
    )
  })
  it('standing in an issued bill: that bill falls, and interest runs on less', () => {
    // In July's bill: 900.00 and 20 days × 0.45 = 9.00. On 5 July 200.00 come back: 700.00. To 4 July 1.80, then 0.35 a day.
    expect(cells('2026-07-06', ...rolled, refund('2026-07-04', '200', null))).toBe(
      'billed.principal 700.00, billed.interest 9.00, next.interest 2.50',
    )
    expect(credits('2026-07-06', '2026-07', ...rolled, refund('2026-07-04', '200', null))).toEqual(['refund 200.00'])
  })
  it('new principal of that bill before what rolled into it', () => {
    const june = purchase('2026-06-12', '60')
    // Refund 100.00: 60.00 of the new principal, 40.00 of what rolled.
    expect(cells('2026-07-04', ...rolled, june, refund('2026-07-04', '100', june))).toBe(
      'billed.principal 860.00, billed.interest 9.00, next.interest 1.80',
    )
    expect(credits('2026-07-04', '2026-07', ...rolled, june, refund('2026-07-04', '100', june))).toEqual([
      'refund 100.00',
    ])
  })
  it('more than rolled goes on to what is to come', () => {
    const next = purchase('2026-06-12', '60')
    expect(cells('2026-06-20', ...rolled, next, refund('2026-06-20', '930', bought), bought)).toContain(
      'next.principal 30.00',
    )
  })
})

describe('a purchase that is paid in installments', () => {
  const tv = purchase('2026-06-10', '1200')
  const plan = installments('1200', 3, '2.3%', { id: 'plan', of: tv.id })
  const left = (on: string, ...entries: Entry[]): string[] => {
    const made = book(on, ...entries).plans[0]!
    expect(unbilledPrincipal(made)).toBe(sumFen(unbilled(made).map((one) => one.principal)))
    return made.installments.map((one) => `${monthText(one.billMonth)} ${yuanText(one.principal)} ${yuanText(one.fee)}`)
  }

  it('before anything is billed the plan shrinks, with its fees; the remainder stays where the terms say', () => {
    const last = ledger(
      '2026-06-20',
      [account('huabei', { set: { remainderPeriod: 'last' } })],
      [tv, plan, refund('2026-06-15', '1100', tv)],
    )
    const periods = openBooks(last, last.today).billed.get('huabei')!.plans[0]!.installments
    expect(periods.map(({ principal, fee }) => `${yuanText(principal)} ${yuanText(fee)}`)).toEqual([
      '33.33 0.76',
      '33.33 0.76',
      '33.34 0.78',
    ])
  })
  it('copied periods are worked out anew, and the fee that was copied shrinks with the principal', () => {
    // 600.00 left in 3: 200.00 and 4.60.
    expect(left('2026-06-20', tv, plan, refund('2026-06-15', '600', tv))).toEqual([
      '2026-07 200.00 4.60',
      '2026-08 200.00 4.60',
      '2026-09 200.00 4.60',
    ])
    // 9.00 and twice 9.20, half of it: 13.70, in three 4.56 and two fen more in the first.
    const shownPeriods = [{ number: 1, principal: yuan('500'), fee: yuan('9') }]
    expect(left('2026-06-20', tv, { ...plan, shownPeriods }, refund('2026-06-15', '600', tv))).toEqual([
      '2026-07 200.00 4.58',
      '2026-08 200.00 4.56',
      '2026-09 200.00 4.56',
    ])
    expect(left('2026-06-20', tv, plan, refund('2026-06-15', '1100', tv))[0]).toBe('2026-07 33.34 0.78')
    expect(returned('2026-06-20', tv, plan, refund('2026-06-15', '600', tv))).toBe('0.00')
  })
  it('more than the plan holds is the user’s own money', () => {
    expect(left('2026-06-20', tv, plan, refund('2026-06-15', '1250', tv))).toEqual([])
    expect(returned('2026-06-20', tv, plan, refund('2026-06-15', '1250', tv), refund('2026-06-16', '5', null))).toBe(
      '55.00',
    )
  })
  it('entered with paid periods it has been billed: other debt first, then its last installments', () => {
    const old = { ...plan, paidPeriods: 1, firstBill: month('2026-06') }
    expect(left('2026-06-20', tv, old, refund('2026-06-15', '500', tv))).toEqual([
      '2026-06 400.00 9.20',
      '2026-07 300.00 9.20',
      '2026-08 0.00 0.00',
    ])
    expect(returned('2026-06-20', tv, old, refund('2026-06-15', '500', tv))).toBe('0.00')
    expect(left('2026-06-20', tv, old, refund('2026-06-15', '1000', tv))).toEqual([
      '2026-06 400.00 9.20',
      '2026-07 0.00 0.00',
      '2026-08 0.00 0.00',
    ])
    expect(returned('2026-06-20', tv, old, refund('2026-06-15', '1000', tv))).toBe('200.00')
  })
  it('other debt takes it before the plan', () => {
    const paid = repay('2026-07-08', '409.20')
    expect(cells('2026-07-20', tv, plan, paid, purchase('2026-07-12', '450'), refund('2026-07-15', '500', tv))).toBe(
      'next.principal 400.00, next.fee 9.20, future.principal 350.00, future.fee 9.20',
    )
  })
  it('an open bill takes it too, and what its plan was billed stays', () => {
    expect(cells('2026-07-06', tv, plan, refund('2026-07-05', '100', tv))).toBe(
      'billed.principal 300.00, billed.fee 9.20, next.principal 400.00, next.fee 9.20, future.principal 400.00, future.fee 9.20',
    )
  })
  it('a refund of something else leaves the plan alone', () => {
    const other = purchase('2026-06-12', '50')
    expect(left('2026-06-20', tv, plan, other, refund('2026-06-15', '50', other))[0]).toBe('2026-07 400.00 9.20')
    expect(left('2026-06-20', tv, { ...plan, of: null }, refund('2026-06-15', '50', null))[0]).toBe(
      '2026-07 400.00 9.20',
    )
  })
})

describe('a purchase that awaits receipt', () => {
  const glass = purchase('2026-06-25', '128', { postedOn: null })
  const awaiting = (...entries: Entry[]): string =>
    yuanText(owedOn(ledger('2026-07-20', [huabei], entries)).accounts[0]!.awaitingReceipt)

  it('refunds in parts free its quota in parts, and reduce no bill', () => {
    const twice = [refund('2026-07-01', '28', glass), refund('2026-07-02', '40', glass)]
    expect([awaiting(glass), awaiting(glass, ...twice)]).toEqual(['128.00', '60.00'])
    expect(cells('2026-07-05', glass, purchase('2026-06-26', '10'), ...twice)).toBe('billed.principal 10.00')
    expect(awaiting(glass, ...twice, refund('2026-07-03', '60', glass))).toBe('0.00')
    expect(book('2026-07-20', glass, ...twice, refund('2026-07-03', '60', glass)).awaiting).toEqual([])
  })
  it('a refund in flight, and one of another purchase, do not', () => {
    const other = purchase('2026-06-20', '50')
    expect(awaiting(glass, refund('2026-07-01', '28', glass, { inFlight: true }))).toBe('128.00')
    expect(awaiting(glass, other, refund('2026-07-01', '28', other))).toBe('128.00')
    expect(awaiting(glass, purchase('2026-06-20', '50'), refund('2026-07-01', '28', null))).toBe('128.00')
  })
  it('paid in installments it is posted through the plan, and a refund of it shrinks the plan', () => {
    const plan = installments('128', 2, '0%', { of: glass.id })
    expect([awaiting(glass, plan), cells('2026-07-05', glass, plan)]).toEqual([
      '0.00',
      'billed.principal 64.00, next.principal 64.00',
    ])
    expect(cells('2026-06-30', glass, plan, refund('2026-06-28', '28', glass))).toBe(
      'next.principal 50.00, future.principal 50.00',
    )
  })
})

it('the bill of a month says what came back in it', () => {
  const shoes = purchase('2026-06-05', '100')
  const [july] = billsOf(ledger('2026-07-05', [huabei], [shoes, refund('2026-06-20', '30', shoes)]))
  expect([yuanText(july!.parts.newPurchases), yuanText(july!.parts.refunds)]).toEqual(['100.00', '30.00'])
})

describe('on a statement day, and with an older bill overdue', () => {
  // 1,000.00 bought in April, billed on 1 May; the minimum of 100.00 is paid: 900.00 roll from 10 May.
  const rolls = purchase('2026-04-05', '1000')
  const rolling = [rolls, repay('2026-05-08', '100', { month: '2026-05' })]

  it('takes no interest of that day into the bill', () => {
    const bought = purchase('2026-05-20', '50')
    // 900.00 × 0.05 % × 21 days (11–31 May) = 9.45, with a refund on 1 June as without it.
    expect(cells('2026-06-01', ...rolling, bought)).toBe(
      'billed.principal 950.00, billed.interest 9.45, next.interest 0.45',
    )
    expect(cells('2026-06-01', ...rolling, bought, refund('2026-06-01', '400', rolls))).toBe(
      'billed.principal 550.00, billed.interest 9.45, next.interest 0.25',
    )
  })
  it('paid ahead for a bill, what rolled into it bears interest on less from the statement day on', () => {
    // 9.45 of interest first, then 400.00 of the 900.00: 500.00 × 0.05 % on 1 June.
    expect(cells('2026-06-01', ...rolling, repay('2026-05-20', '409.45', { month: '2026-06' }))).toBe(
      'billed.principal 500.00, next.interest 0.25',
    )
  })
  it('of a bill that rolled on: what rolled first, then the oldest bill, not the new purchases beside it', () => {
    // March's bill of 30.00 is overdue since 10 March; June's holds 900.00 that rolled and 70.00 new.
    const old = purchase('2026-02-03', '30')
    const fresh = purchase('2026-05-20', '70')
    expect(cells('2026-06-02', old, ...rolling, fresh, refund('2026-06-02', '920', rolls))).toBe(
      // 30.00 × 0.05 % = 0.015, up to 0.02 a day, for 84 days.
      'overdue.principal 10.00, overdue.penalty 1.68, billed.principal 70.00, billed.interest 9.45, next.interest 0.90',
    )
  })
})

it('a repayment without a month pays the charges on every overdue bill before the principal of any', () => {
  // 100.00 overdue from 10 March: 0.05 × 41 days = 2.05; 200.00 from 10 April: 0.10 × 10 days = 1.00.
  const overdue = [purchase('2026-02-03', '100'), purchase('2026-03-03', '200')]
  expect(cells('2026-04-20', ...overdue)).toBe('overdue.principal 300.00, overdue.penalty 3.05')
  expect(cells('2026-04-20', ...overdue, repay('2026-04-20', '3.05'))).toBe('overdue.principal 300.00')
  expect(cells('2026-04-21', ...overdue, repay('2026-04-20', '103.05'))).toBe(
    'overdue.principal 200.00, overdue.penalty 0.10',
  )
})
