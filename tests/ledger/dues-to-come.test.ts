import { describe, expect, it } from 'vitest'
import { day, dayText, month, monthText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import type { Account } from '#shared/ledger/account.ts'
import { duesToCome } from '#shared/ledger/dues-to-come.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import { account, installments, ledger, loan, purchase, repay, yuan } from './facts.ts'

/** The days of the calendar file, by hand: statement day 1, due day 10. */
const dues = (today: string, accounts: Account[], entries: Entry[]): string[] =>
  duesToCome(ledger(today, accounts, entries)).map(
    ({ account: id, on, what, state, month: of, amount, minimumSafe }) =>
      `${dayText(on)} ${id} ${what} ${state} ${of === null ? '-' : monthText(of)} ${yuanText(amount)} ${yuanText(minimumSafe)}`,
  )

const huabei = [account('huabei')]

describe('bills', () => {
  it('three due days ahead without a fact: nothing is known of them', () => {
    expect(dues('2026-07-05', huabei, [])).toEqual([
      '2026-08-10 huabei to-come open 2026-08 0.00 0.00',
      '2026-09-10 huabei to-come open 2026-09 0.00 0.00',
      '2026-10-10 huabei to-come open 2026-10 0.00 0.00',
    ])
  })
  it('what is issued is open with its safe minimum, what is posted stands in the bill to come', () => {
    // 1,000.00 of June: the safe minimum is 20 %, 200.00. 300.00 of July are in the bill of August.
    const facts = [purchase('2026-06-05', '1000'), purchase('2026-07-02', '300')]
    expect(dues('2026-07-05', huabei, facts).slice(0, 2)).toEqual([
      '2026-07-10 huabei bill open 2026-07 1000.00 200.00',
      '2026-08-10 huabei to-come open 2026-08 300.00 0.00',
    ])
  })
  it('what rolled stands in the bill to come, with its interest so far', () => {
    // 900.00 from 11 to 25 July: 15 days × 0.45 = 6.75. Nothing else is posted, and the account may be closed.
    const facts = [purchase('2026-06-05', '1000'), repay('2026-07-09', '100')]
    const rolled = '2026-08-10 huabei to-come open 2026-08 906.75 0.00'
    expect(dues('2026-07-25', huabei, facts)[1]).toBe(rolled)
    const closed = [account('huabei', { status: 'closed', closedOn: day('2026-07-20') })]
    expect(dues('2026-07-25', closed, facts)[1]).toBe(rolled)
    // In the bill of August the principal stands there; the 10 days since stand in the one after it.
    expect(
      dues('2026-08-10', huabei, facts)
        .slice(0, 3)
        .map((one) => one.split(' ').slice(0, 6).join(' ')),
    ).toEqual([
      '2026-07-10 huabei bill settled 2026-07 0.00',
      '2026-08-10 huabei bill open 2026-08 909.45',
      '2026-09-10 huabei to-come open 2026-09 4.50',
    ])
  })
  it('an unpaid bill past its day is overdue with its charge, all of it', () => {
    // 5 days × round(1,000.00 × 0.05 %) = 2.50.
    expect(dues('2026-07-15', huabei, [purchase('2026-06-05', '1000')])[0]).toBe(
      '2026-07-10 huabei bill overdue 2026-07 1002.50 1002.50',
    )
  })
  it('a paid bill is told as settled for forty days', () => {
    const paid = [purchase('2026-06-05', '1000'), repay('2026-07-08', '1000')]
    const settled = '2026-07-10 huabei bill settled 2026-07 0.00 0.00'
    expect([dues('2026-08-19', huabei, paid)[0], dues('2026-08-20', huabei, paid).includes(settled)]).toEqual([
      settled,
      false,
    ])
    expect(dues('2026-07-09', huabei, paid)[0]).toBe(settled)
  })
  it('installments are told for as long as they run, each with what it posts', () => {
    // 1,200.00 over 6 at 4.5 %: 54.00 of fees; 200.00 and 9.00 a month from July through December.
    const plan = installments('1200', 6, '4.5%', { firstBill: month('2026-07') })
    expect(dues('2026-07-05', huabei, [plan]).map((one) => one.split(' ').slice(0, 6).join(' '))).toEqual([
      '2026-07-10 huabei bill open 2026-07 209.00',
      ...['08', '09', '10', '11', '12'].map((n) => `2026-${n}-10 huabei to-come open 2026-${n} 209.00`),
    ])
  })
  it('a closed account has no bare due days, only what is still known', () => {
    const closed = [account('huabei', { status: 'closed', closedOn: day('2026-07-01') })]
    expect(dues('2026-07-05', closed, [])).toEqual([])
    const plan = installments('300', 3, '0%', { firstBill: month('2026-07') })
    expect(dues('2026-07-05', closed, [plan]).map((one) => one.slice(0, 10))).toEqual([
      '2026-07-10',
      '2026-08-10',
      '2026-09-10',
    ])
  })
  it('days of one date stand in the order of the accounts', () => {
    const two = [account('credit-purchase', { id: 'js' }), account('huabei')]
    expect(
      dues('2026-07-05', two, [])
        .slice(0, 2)
        .map((one) => one.slice(0, 13)),
    ).toEqual(['2026-08-10 js', '2026-08-10 hu'])
  })
})

describe('loans and other debts', () => {
  /** 300.00 in three parts without interest from 10 July. */
  const plain = loan('300', '2026-06-10', { count: 3, dailyRate: rate('0%') })
  it('the coming part is open; a part paid ahead or lately is settled', () => {
    expect(dues('2026-07-05', [account('borrow')], [plain])[0]).toBe('2026-07-10 borrow part open - 100.00 100.00')
    const paid = repay('2026-07-06', '100', { account: 'borrow' })
    expect(dues('2026-07-07', [account('borrow')], [plain, paid])[0]).toBe('2026-07-10 borrow part settled - 0.00 0.00')
    expect(dues('2026-08-19', [account('borrow')], [plain, paid]).some((one) => one.includes('settled'))).toBe(true)
    expect(dues('2026-08-20', [account('borrow')], [plain, paid]).some((one) => one.includes('settled'))).toBe(false)
  })
  it('the schedule of another debt, as far as the balance needs it', () => {
    // 1,000.00 in four parts of 250.00, 4 % in all: 10.00 with each. After 600.00 the balance fills July and 150.00 of August.
    const flat = account('other', {
      id: 'flat',
      otherDebt: {
        balance: yuan('1000'),
        balanceOn: day('2026-07-01'),
        interest: { model: 'flat-fee', count: 4, feeRate: rate('4%'), repayDay: 15 },
      },
    })
    expect(dues('2026-07-05', [flat], [])).toEqual(
      ['07', '08', '09', '10'].map((n) => `2026-${n}-15 flat part open - 260.00 260.00`),
    )
    expect(dues('2026-07-05', [flat], [repay('2026-07-02', '600', { account: 'flat' })])).toEqual([
      '2026-07-15 flat part open - 260.00 260.00',
      '2026-08-15 flat part open - 160.00 160.00',
    ])
  })
  it('a debt without a schedule has no days beyond the one that is due next', () => {
    const card = account('other', {
      id: 'card',
      otherDebt: { balance: yuan('900'), balanceOn: day('2026-07-01'), interest: { model: 'none' } },
    })
    expect(dues('2026-07-05', [card], [])).toEqual([])
  })
})
