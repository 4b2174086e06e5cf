import { describe, expect, it } from 'vitest'
import { day, dayText, month, monthText } from '#shared/kernel/day.ts'
import { fen, yuanText } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import { allocate, proposeSplit } from '#shared/ledger/allocation.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import { openBooks } from '#shared/ledger/book/ledger-book.ts'
import type { Deferral } from '#shared/ledger/entry.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { type MinimumParts, minimumOf, minimumSafeOf } from '#shared/ledger/minimum.ts'
import { cellsOfAccount, owedOn } from '#shared/ledger/owed-on.ts'
import { DEFAULT_TERMS } from '#shared/ledger/terms.ts'
import { account, bill, combined, installments, ledger, loan, purchase, refund, repay, yuan } from './facts.ts'

/** Corners of bills, minimum, dues and allocation, worked by hand. Statement day 1, due day 10 unless said otherwise. */

const huabei = account('huabei')
const js = account('credit-purchase', { id: 'js', lender: '江苏银行' })

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

describe('the state of a bill', () => {
  const states = (facts: Ledger, on?: string): string[] =>
    billsOf(facts, on ? day(on) : facts.today).map((one) => `${monthText(one.month)} ${one.status} ${one.proof.state}`)
  const moved = (principal: string) =>
    installments(principal, 3, '0%', { origin: 'bill', fromBill: month('2026-07'), firstBill: month('2026-08') })

  it('moved into installments as a whole, or the rest of it paid', () => {
    expect(states(ledger('2026-07-05', [huabei], [bill('2026-07', '1000'), moved('1000')]))[0]).toBe(
      '2026-07 in-installments total-only',
    )
    const paid = [bill('2026-07', '1000'), moved('600'), repay('2026-07-05', '400')]
    expect(states(ledger('2026-07-05', [huabei], paid))[0]).toBe('2026-07 paid total-only')
  })
  it('a copied bill of nothing is paid, not moved', () => {
    expect(states(ledger('2026-07-05', [huabei], [bill('2026-07', '0')]))).toEqual(['2026-07 paid proved'])
  })
  it('its minimum to the fen, and one fen less', () => {
    const paying = (amount: string): string | undefined =>
      states(ledger('2026-07-05', [huabei], [bill('2026-07', '1000'), repay('2026-07-05', amount)]))[0]
    expect([paying('99.99'), paying('100')]).toEqual([
      '2026-07 partly-paid total-only',
      '2026-07 minimum-paid total-only',
    ])
  })
  it('a total alone proves nothing, beside a plan neither; entries that cancel out, and too large a plan, do differ', () => {
    const shoes = purchase('2026-06-10', '100')
    expect(
      states(ledger('2026-07-05', [huabei], [bill('2026-07', '50'), shoes, refund('2026-06-12', '100', shoes)])),
    ).toEqual(['2026-07 issued differs'])
    const besidePlan = (total: string) =>
      states(ledger('2026-07-05', [huabei], [bill('2026-07', total), installments('100', 1, '0%')]))
    expect([...besidePlan('150'), ...besidePlan('50')]).toEqual(['2026-07 issued total-only', '2026-07 issued differs'])
  })
})

describe('the bill to come', () => {
  const coming = (facts: Ledger): string[] =>
    billsOf(facts)
      .filter((one) => one.status === 'upcoming')
      .map((one) => `${monthText(one.month)} ${dayText(one.dueOn)} ${yuanText(one.total)} − ${yuanText(one.paid)}`)

  it('holds purchases and what was deferred with its fee, less refunds', () => {
    const shoes = purchase('2026-07-03', '100')
    const facts = [
      bill('2026-07', '200'),
      deferral('2026-07', '50', '0.75', '2026-07-05'),
      shoes,
      refund('2026-07-04', '30', shoes),
    ]
    expect(coming(ledger('2026-07-06', [huabei], facts))).toEqual(['2026-08 2026-08-10 120.75 − 0.00'])
  })
  it('holds an installment in its month only', () => {
    const later = installments('300', 3, '0%', { firstBill: month('2026-10') })
    expect(coming(ledger('2026-07-06', [huabei], [later, purchase('2026-07-02', '5'), bill('2026-07', '1')]))).toEqual([
      '2026-08 2026-08-10 5.00 − 0.00',
    ])
    expect(coming(ledger('2026-07-06', [huabei], [later, bill('2026-07', '1')]))).toEqual([])
    const second = installments('300', 3, '0%', { firstBill: month('2026-07') })
    expect(coming(ledger('2026-07-06', [huabei], [second]))).toEqual(['2026-08 2026-08-10 100.00 − 0.00'])
  })
})

describe('the minimum', () => {
  const parts: MinimumParts = {
    newPrincipal: fen(100_000),
    rolledPrincipal: fen(5000),
    refunds: fen(1000),
    movedToInstallments: fen(2000),
    installmentsPosted: fen(300),
    deferralPosted: fen(40),
    fees: fen(7),
    interestAndPenalty: fen(3),
    overdueHistory: fen(11),
    total: fen(200_000),
  }
  const inRatio = DEFAULT_TERMS
  const inFull = { ...DEFAULT_TERMS, minRolledPrincipal: 'dueInFullNext' } as const

  it('10 % of 1,000.00 + 50.00 − 20.00 − 10.00, and 3.61 in full', () => {
    expect(minimumOf(parts, inRatio)).toBe(10_561)
  })
  it('with rolled principal in full: 10 % of 970.00, 3.61 and 50.00', () => {
    expect(minimumOf(parts, inFull)).toBe(15_061)
  })
  it('the safe one: 20 % of 970.00, 3.61 and 50.00; never below the estimate', () => {
    expect(minimumSafeOf(parts, inRatio)).toBe(24_761)
    expect(minimumSafeOf(parts, { ...inRatio, minRatio: rate('50%') })).toBe(51_361)
  })
  it('half a fen counts as one; the floor; never more than the total; refunds beyond the purchases are no discount', () => {
    const none = { ...parts, rolledPrincipal: fen(0), refunds: fen(0), movedToInstallments: fen(0) }
    const only = {
      ...none,
      installmentsPosted: fen(0),
      deferralPosted: fen(0),
      fees: fen(0),
      interestAndPenalty: fen(0),
    }
    const alone = { ...only, overdueHistory: fen(0) }
    expect(minimumOf({ ...alone, newPrincipal: fen(10_045) }, inRatio)).toBe(1005)
    expect(minimumOf({ ...alone, newPrincipal: fen(5000) }, inRatio)).toBe(1000)
    expect(minimumOf({ ...alone, newPrincipal: fen(900), total: fen(900) }, inRatio)).toBe(900)
    expect(minimumOf({ ...alone, newPrincipal: fen(0), total: fen(-5) }, inRatio)).toBe(0)
    expect(
      minimumOf({ ...parts, newPrincipal: fen(0), rolledPrincipal: fen(0), interestAndPenalty: fen(2000) }, inRatio),
    ).toBe(2358)
  })
})

describe('what is due next', () => {
  const dues = (facts: Ledger): string[] =>
    owedOn(facts).nextDue.map(
      (due) =>
        `${due.account} ${dayText(due.on)}${due.overdue ? ' overdue' : ''} ${yuanText(due.amount)} ${yuanText(due.minimum)} ${yuanText(due.minimumSafe)}`,
    )
  it('what is overdue stands first, then by the day', () => {
    const borrow = account('borrow')
    const facts = ledger(
      '2026-07-05',
      [borrow, huabei, js],
      [
        loan('300', '2026-05-20', { count: 2, repayDay: 20, dailyRate: rate('0%') }),
        purchase('2026-06-05', '200'),
        purchase('2026-05-05', '80', { account: 'js' }),
      ],
    )
    // 80.00 × 0.05 % × 25 days: 25 × 0.04 = 1.00. The first loan part was due on 20 June, without interest or charge.
    expect(dues(facts)).toEqual([
      'js 2026-06-10 overdue 81.00 81.00 81.00',
      'borrow 2026-06-20 overdue 150.00 150.00 150.00',
      'huabei 2026-07-10 200.00 20.00 40.00',
      'borrow 2026-07-20 150.00 150.00 150.00',
    ])
    expect(owedOn(facts).accounts.map((one) => one.nextDue && dayText(one.nextDue.on))).toEqual([
      '2026-07-20',
      '2026-07-10',
      null,
    ])
  })
  it('what was paid counts towards the minimum; on its due day nothing is overdue', () => {
    const paid = (amount: string): string[] =>
      dues(ledger('2026-07-10', [huabei], [bill('2026-07', '1000'), repay('2026-07-05', amount)]))
    expect(paid('30')).toEqual(['huabei 2026-07-10 970.00 70.00 170.00'])
    expect(paid('150')).toEqual(['huabei 2026-07-10 850.00 0.00 50.00'])
    expect(paid('990')).toEqual(['huabei 2026-07-10 10.00 0.00 0.00'])
  })
  it('parts of several loans on one day are one sum, paid parts are none, and a part is in time on its day', () => {
    const two = [
      loan('300', '2026-05-20', { count: 3, repayDay: 20, dailyRate: rate('0%'), paidParts: 1 }),
      loan('90', '2026-06-20', { count: 2, repayDay: 20, dailyRate: rate('0%') }),
      loan('10', '2026-06-25', { count: 1, repayDay: 15, dailyRate: rate('0%') }),
    ]
    expect(dues(ledger('2026-07-20', [account('borrow')], two))).toEqual([
      'borrow 2026-07-15 overdue 10.00 10.00 10.00',
      'borrow 2026-07-20 145.00 145.00 145.00',
      'borrow 2026-08-20 145.00 145.00 145.00',
    ])
  })
  it('an account that is not in the ledger is a fault, not a zero', () => {
    const facts = ledger('2026-07-05', [huabei], [])
    expect(() => cellsOfAccount(openBooks(facts, facts.today), 'jb')).toThrow('no account jb')
  })
})

it('refunds that are expected: in flight since its day, or promised for a purchase; one that came is not', () => {
  const shoes = purchase('2026-07-01', '100')
  const coat = purchase('2026-07-02', '40', { refundExpected: true })
  const facts = ledger(
    '2026-07-09',
    [huabei],
    [
      shoes,
      coat,
      refund('2026-07-03', '7', shoes),
      refund('2026-07-05', '20', shoes, { inFlight: true }),
      purchase('2026-07-01', '9', { account: 'js', refundExpected: true }),
    ],
  )
  const expected = (on: string): string => yuanText(owedOn(facts, day(on)).accounts[0]!.refundExpected)
  expect([expected('2026-07-04'), expected('2026-07-05')]).toEqual(['40.00', '60.00'])
})

describe('allocations', () => {
  const facts = ledger(
    '2026-07-12',
    [huabei, js],
    [purchase('2026-06-05', '100'), purchase('2026-06-05', '60', { account: 'js' })],
  )
  it('says whether it is an estimate, what was owed before, and what after', () => {
    const sum = combined('2026-07-10', '80', ['huabei', 'js'], '2026-07')
    const said = (recorded: boolean) => {
      const { certain, owedBefore, owedAfter } = allocate(
        recorded ? { ...facts, entries: [...facts.entries, sum] } : facts,
        sum,
      )
      return [certain, yuanText(owedBefore), yuanText(owedAfter)]
    }
    expect([said(false), said(true)]).toEqual([
      [false, '160.00', '80.00'],
      [false, '160.00', '80.00'],
    ])
    expect(allocate(facts, repay('2026-07-10', '80')).certain).toBe(true)
  })
  it('proposes the same split for a repayment that is recorded already', () => {
    const sum = combined('2026-07-10', '160', ['huabei', 'js'], '2026-07')
    const recorded = { ...facts, entries: [...facts.entries, sum] }
    expect(proposeSplit(recorded, sum)).toEqual(proposeSplit(facts, sum))
    expect(proposeSplit(facts, sum).parts.map((part) => `${part.account} ${yuanText(part.amount)}`)).toEqual([
      'huabei 100.00',
      'js 60.00',
    ])
  })
})
