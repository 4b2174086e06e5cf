import { describe, expect, it } from 'vitest'
import { day, month, monthText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { allocate, unplaced } from '#shared/ledger/allocation.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import { COLUMNS, ROWS } from '#shared/ledger/cells.ts'
import type { Deferral, Repayment } from '#shared/ledger/entry.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { account, bill, installments, ledger, loan, purchase, refund, repay, yuan } from './facts.ts'

/** More cases worked by hand: the corners where two rules meet. Statement day 1, due day 10 unless said otherwise. */

function cells(facts: Ledger, on: string, id = 'huabei'): string {
  const owed = owedOn(facts, day(on)).accounts.find((candidate) => candidate.id === id)!
  const parts = ROWS.flatMap((row) =>
    COLUMNS.flatMap((column) =>
      owed.cells[row][column] === 0 ? [] : [`${row}.${column} ${yuanText(owed.cells[row][column])}`],
    ),
  )
  return parts.join(', ') || 'nothing'
}

const placed = (facts: Ledger, repayment: Repayment): string =>
  allocate(facts, repayment)
    .parts.map(
      (part) =>
        `${part.what}${part.month === null ? '' : ` ${monthText(part.month as never)}`} ${yuanText(part.amount)}`,
    )
    .join(', ')

const huabei = account('huabei')
const deferral = (of: string, amount: string, fee: string, on: string): Deferral => ({
  id: `d${of}`,
  label: '',
  orderNo: null,
  note: '',
  kind: 'deferral',
  account: 'huabei',
  month: month(of),
  amount: yuan(amount),
  fee: yuan(fee),
  on: day(on),
})

it('a charge in the bill that was paid in time is not asked for again once the rest is overdue', () => {
  const shown = bill('2026-06', '100', { shownMinimum: yuan('50'), parts: { penalty: yuan('10') } })
  const facts = ledger('2026-06-12', [huabei], [shown, repay('2026-06-05', '20')])
  expect(['2026-06-04', '2026-06-05', '2026-06-12'].map((on) => cells(facts, on))).toEqual([
    'billed.principal 90.00, billed.penalty 10.00',
    'billed.principal 80.00',
    'overdue.principal 80.00, overdue.penalty 0.08',
  ])
})

describe('repayments on what rolls', () => {
  // 1,000.00 of May, 100.00 paid: 900.00 roll from 11 May.
  const facts = ledger('2026-07-20', [huabei], [bill('2026-05', '1000'), repay('2026-05-09', '100')])

  it('40: named or not, interest first: 10 days × 0.45 = 4.50', () => {
    expect(placed(facts, repay('2026-05-20', '100', { month: '2026-05' }))).toBe('interest 4.50, principal 95.50')
    expect(placed(facts, repay('2026-05-20', '100'))).toBe('interest 4.50, principal 95.50')
    expect(placed(facts, repay('2026-05-20', '3'))).toBe('interest 3.00')
  })
  it('41: more than it is for what comes', () => {
    expect(placed(facts, repay('2026-05-20', '910'))).toBe('interest 4.50, principal 900.00, prepaid 2026-06 5.50')
  })
  it('42: once it stands in the June bill, its old month names that bill no more: by the usual order', () => {
    expect(placed(facts, repay('2026-06-05', '20', { month: '2026-05' }))).toBe(
      'interest 2026-06 9.45, principal 2026-06 10.55',
    )
  })
  it('43: paying the June bill in full leaves the interest that ran beside it, which money for July meets', () => {
    const paid = ledger(
      '2026-07-20',
      [huabei],
      [...facts.entries, repay('2026-06-10', '909.45'), repay('2026-06-20', '10')],
    )
    expect(cells(paid, '2026-06-10')).toBe('next.interest 4.50')
    expect(cells(paid, '2026-07-01')).toBe('nothing')
  })
})

describe('a copied minimum below the fees', () => {
  // 500.00 with 15.00 of fees, 5.00 of interest and 2.00 of charges; Alipay asks for 10.00, 10.00 are paid: charges 2.00, interest 5.00, fees 3.00.
  const parts = { fee: yuan('15'), interest: yuan('5'), penalty: yuan('2') }
  const facts = ledger(
    '2026-07-20',
    [huabei],
    [bill('2026-07', '500', { parts, shownMinimum: yuan('10') }), repay('2026-07-08', '10')],
  )
  it('44: what is left of the fees enters the next bill, the principal rolls', () => {
    expect(cells(facts, '2026-07-10')).toBe('billed.principal 478.00, billed.fee 12.00')
    // One day: 478.00 × 0.05 % = 0.239 → 0.24.
    expect(cells(facts, '2026-07-11')).toBe('next.principal 478.00, next.interest 0.24, next.fee 12.00')
    // 21 days to the end of July: 5.019 → 5.02; the first of August 0.239 → 0.24.
    expect(cells(facts, '2026-08-01')).toBe(
      'billed.principal 478.00, billed.interest 5.02, billed.fee 12.00, next.interest 0.24',
    )
  })
  it('45: with less paid, interest and charges go along too', () => {
    const less = ledger(
      '2026-07-20',
      [huabei],
      [bill('2026-07', '500', { parts, shownMinimum: yuan('1') }), repay('2026-07-08', '1')],
    )
    // 1.00 of the charges is paid: 1.00 + 5.00 stay, and 0.24 runs in a day.
    expect(cells(less, '2026-07-11')).toBe('next.principal 478.00, next.interest 6.24, next.fee 15.00')
  })
  it('46: copied charges of an overdue bill stay beside what runs', () => {
    // Unpaid: base 478.00 + 15.00 = 493.00 → 0.25 a day (0.2465). 5 days: 1.25 + 2.00. 3.00 are paid; 5 days more: 1.25.
    const overdue = ledger('2026-07-25', [huabei], [bill('2026-07', '500', { parts }), repay('2026-07-15', '3')])
    expect(cells(overdue, '2026-07-14')).toBe(
      'overdue.principal 478.00, overdue.interest 5.00, overdue.fee 15.00, overdue.penalty 3.00',
    )
    expect(cells(overdue, '2026-07-20')).toBe(
      'overdue.principal 478.00, overdue.interest 5.00, overdue.fee 15.00, overdue.penalty 1.50',
    )
  })
})

describe('paid before the bill', () => {
  it('47: against what is posted so far, refunds taken off and deferrals added', () => {
    const shoes = purchase('2026-07-03', '100')
    const facts = ledger(
      '2026-07-20',
      [huabei],
      [
        bill('2026-07', '200'),
        deferral('2026-07', '50', '0.75', '2026-07-05'),
        repay('2026-07-09', '150'),
        shoes,
        refund('2026-07-04', '30', shoes),
        repay('2026-07-12', '20'),
      ],
    )
    // Posted 100.00 − 30.00 + 50.00 deferred, 20.00 paid already: room for 100.00.
    expect(placed(facts, repay('2026-07-15', '130'))).toBe('principal 2026-08 100.00, prepaid 2026-08 30.00')
    expect(placed(facts, repay('2026-07-15', '100'))).toBe('principal 2026-08 100.00')
  })
  it('48: for a month further on', () => {
    const facts = ledger('2026-07-20', [huabei], [purchase('2026-07-03', '100')])
    expect(placed(facts, repay('2026-07-15', '40', { month: '2026-09' }))).toBe('prepaid 2026-09 40.00')
  })
})

describe('bills', () => {
  it('49: proved by its entries', () => {
    const facts = ledger('2026-07-05', [huabei], [purchase('2026-06-10', '100'), bill('2026-07', '100')])
    expect(billsOf(facts)[0]!.proof).toEqual({ state: 'proved' })
  })
  it('50: two bills to come on a statement day before it is issued, in order', () => {
    const plan = installments('300', 3, '0%', { firstBill: month('2026-08') })
    const facts = ledger('2026-07-05', [huabei], [plan, repay('2026-07-03', '10', { month: '2026-09' })])
    expect(
      billsOf(facts).map((one) => `${monthText(one.month)} ${one.status} ${yuanText(one.total)} ${yuanText(one.paid)}`),
    ).toEqual(['2026-08 upcoming 100.00 0.00', '2026-09 upcoming 100.00 10.00'])
  })
  it('51: a settled plan is in no bill to come', () => {
    const plan = installments('300', 3, '0%', { firstBill: month('2026-08') })
    const facts = ledger(
      '2026-07-05',
      [huabei],
      [plan, purchase('2026-07-02', '5'), repay('2026-07-03', '300', { settles: plan.id })],
    )
    expect(billsOf(facts).map((one) => yuanText(one.total))).toEqual(['5.00'])
  })
  it('52: less than its principal settles no plan', () => {
    const plan = installments('300', 3, '2.5%', { firstBill: month('2026-08') })
    const facts = ledger('2026-07-05', [huabei], [plan])
    expect(placed(facts, repay('2026-07-03', '299.99', { settles: plan.id }))).toBe('prepaid 2026-08 299.99')
    expect(placed(facts, repay('2026-07-03', '305', { settles: plan.id }))).toBe('fee 5.00, principal 300.00')
  })
  it('52a: settling pays at most the fees that were to come; what is more goes on as any repayment', () => {
    // 300.00 + 7.50 of fees, 100.00 in the July bill, and 2.50 that no debt needs yet.
    const plan = installments('300', 3, '2.5%', { firstBill: month('2026-08') })
    const facts = ledger('2026-07-05', [huabei], [plan, bill('2026-07', '100')])
    expect(placed(facts, repay('2026-07-03', '410', { settles: plan.id }))).toBe(
      'fee 7.50, principal 300.00, principal 2026-07 100.00, prepaid 2026-08 2.50',
    )
    expect(placed(facts, repay('2026-07-03', '307.50', { settles: plan.id }))).toBe('fee 7.50, principal 300.00')
  })
  it('53: a deferral of more than is left moves what is left', () => {
    const facts = ledger(
      '2026-07-20',
      [huabei],
      [bill('2026-07', '80'), deferral('2026-07', '100', '1.50', '2026-06-20')],
    )
    expect(cells(facts, '2026-07-01')).toBe('next.principal 80.00, next.fee 1.50')
  })
  it('54: one of a bill that is past is nothing', () => {
    const facts = ledger(
      '2026-07-20',
      [huabei],
      [bill('2026-07', '80'), deferral('2026-07', '50', '1.50', '2026-07-12')],
    )
    expect(cells(facts, '2026-07-12')).toBe('overdue.principal 80.00, overdue.penalty 0.08')
  })
})

it('a minimum is never more than what a deferral leaves of the bill, estimated or copied', () => {
  // 3.68 of installments, in full the minimum; 0.01 of them deferred.
  const plan = installments('11.00', 3, '0%', { firstBill: month('2026-07') })
  const moved = deferral('2026-07', '0.01', '0', '2026-07-02')
  const bills = (...facts: Parameters<typeof ledger>[2]) =>
    billsOf(ledger('2026-07-03', [huabei], facts))
      .filter((one) => one.month === month('2026-07'))
      .map(({ total, minimum, minimumSafe }) => [total, minimum, minimumSafe].map(yuanText))
  expect(bills(plan, moved)).toEqual([['3.67', '3.67', '3.67']])
  const copied = bill('2026-07', '80', { shownMinimum: yuan('30') })
  expect(bills(copied, deferral('2026-07', '60', '0', '2026-07-02'))).toEqual([['20.00', '20.00', '20.00']])
})

it('a plan moves no more out of a bill than the ledger knows to be in it: its installments are owed in any case', () => {
  // 90.00 moved out of the bill of June, of which only 20.00 are known: of the 30.00 that are posted back nothing is lost.
  const moved = installments('90', 3, '0%', { origin: 'bill', fromBill: month('2026-06'), firstBill: month('2026-06') })
  const facts = ledger('2026-06-02', [huabei], [moved, purchase('2026-05-20', '20')])
  expect(cells(facts, '2026-06-02')).toBe('billed.principal 30.00, next.principal 30.00, future.principal 30.00')
  expect(
    billsOf(facts).map(({ total, parts }) => [yuanText(total), yuanText(parts.movedToInstallments)]),
  ).toContainEqual(['30.00', '20.00'])
})

describe('loans', () => {
  const borrow = account('borrow')
  it('55: paid on its day as scheduled, early for just its amount too', () => {
    const made = loan('6000', '2026-01-10')
    const facts = ledger('2026-03-01', [borrow], [made])
    expect(placed(facts, repay('2026-02-10', '1053.15', { account: 'borrow' }))).toBe(
      'interest 90.00, principal 963.15',
    )
    expect(placed(facts, repay('2026-02-05', '1053.15', { account: 'borrow' }))).toBe(
      'interest 90.00, principal 963.15',
    )
    expect(placed(facts, repay('2026-02-05', '50', { account: 'borrow' }))).toBe('interest 50.00')
  })
  it('56: a late part: its charge, its interest, its principal', () => {
    // 5 days × 963.15 × 0.075 % = 3.6118… → 3.61.
    const facts = ledger('2026-03-01', [borrow], [loan('6000', '2026-01-10')])
    expect(placed(facts, repay('2026-02-15', '1056.76', { account: 'borrow' }))).toBe(
      'penalty 3.61, interest 90.00, principal 963.15',
    )
  })
  it('57: the older loan first, and what no loan needs is own money', () => {
    const facts = ledger(
      '2026-03-01',
      [borrow],
      [loan('200', '2026-01-12', { count: 1, repayDay: 10 }), loan('100', '2026-01-10', { count: 1, repayDay: 10 })],
    )
    // On the due day 10 February: 30 days at 0.05 %: 1.50 and 3.00 by the 30-day rule.
    expect(placed(facts, repay('2026-02-10', '310', { account: 'borrow' }))).toBe(
      'interest 1.50, principal 100.00, interest 3.00, principal 200.00, own-money 5.50',
    )
  })
})

it('58: what a split still has to place', () => {
  expect([unplaced(yuan('10'), [{ amount: yuan('4') }, { amount: yuan('7') }]), unplaced(yuan('10'), [])]).toEqual([
    -100, 1000,
  ])
})
