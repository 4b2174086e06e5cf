import { describe, expect, it } from 'vitest'
import { day, dayText, month } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import type { OtherInterest } from '#shared/ledger/account.ts'
import { openBooks } from '#shared/ledger/book/ledger-book.ts'
import { otherDues, payFirst } from '#shared/outlook/case/pay-first.ts'
import { account, ledger, loan, yuan } from '../ledger/facts.ts'
import { plan } from './oracle-plans.ts'

/**
 * 5 July. What is overdue costs 0.06 % a day at Huabei and 0.02 % at the lender of Credit Purchase; what rolls costs
 * 0.04 % and 0.01 %. Of the Borrow loans the dearest bears 0.05 %, overdue 1.5 times that.
 */
const rates = (overdue: string, rolled: string) => ({
  set: { overdueDailyRate: rate(overdue), revolvingDailyRate: rate(rolled) },
})
const of = ledger(
  '2026-07-05',
  [
    account('huabei', rates('0.06%', '0.04%')),
    account('credit-purchase', { id: 'js', ...rates('0.02%', '0.01%') }),
    account('borrow'),
    account('credit-loan', { id: 'twin', set: { penaltyTenths: 20 } }),
    account('other', { id: 'card' }),
  ],
  [
    loan('1000', '2026-06-01', { id: 'cheap', dailyRate: rate('0.03%') }),
    loan('1000', '2026-06-02', { id: 'dear', dailyRate: rate('0.05%') }),
    loan('1000', '2026-06-03', { id: 'mid', dailyRate: rate('0.04%') }),
    loan('1000', '2026-06-04', { account: 'twin', dailyRate: rate('0.09%') }),
  ],
)

type Due = Parameters<typeof payFirst>[1][number]
const due = (id: string, on: string, amount: string, more: Partial<Due> = {}): Due => ({
  ...{ account: id, on: day(on), amount: yuan(amount), minimumSafe: yuan(amount), overdue: false, bill: null },
  ...more,
})
const bill = (id: string, on: string, amount: string, minimum: string): Due =>
  due(id, on, amount, { minimumSafe: yuan(minimum), bill: month('2026-07') })
const overdue = (id: string, amount: string, on = '2026-06-10'): Due => due(id, on, amount, { overdue: true })

const first = (money: string, dues: readonly Due[]) => payFirst(of, dues, yuan(money))
/** `account paid of due`, in the order in which it is advised. */
const paid = (money: string, dues: readonly Due[]): string =>
  first(money, dues)
    .map((one) => `${one.account} ${yuanText(one.pay)} of ${yuanText(one.due)}`)
    .join(', ')
const spoken = ({ code, values }: { code: string; values: object }): string =>
  [code, ...Object.values(values)].join(' ')

describe('where the money goes', () => {
  it('what falls due within 31 days is to be chosen between, nothing later', () => {
    const three = [due('borrow', '2026-08-06', '10'), due('twin', '2026-08-05', '10'), due('card', '2026-07-05', '10')]
    expect(paid('100', three)).toBe('card 10.00 of 10.00, twin 10.00 of 10.00')
  })
  it('what is overdue comes before what is due, the oldest of it first, as a plan pays it', () => {
    const late = [
      overdue('borrow', '100', '2026-06-20'),
      overdue('js', '800', '2026-06-10'),
      overdue('huabei', '300', '2026-05-10'),
    ]
    const asked = [due('card', '2026-07-06', '50'), ...late]
    expect(paid('1000', asked)).toBe(
      'huabei 300.00 of 300.00, js 700.00 of 800.00, borrow 0.00 of 100.00, card 0.00 of 50.00',
    )
    expect(paid('1220', asked)).toBe(
      'huabei 300.00 of 300.00, js 800.00 of 800.00, borrow 100.00 of 100.00, card 20.00 of 50.00',
    )
  })
  it('then the smallest least amounts, whatever their days; what is over goes to the earliest day', () => {
    const asked = [
      bill('huabei', '2026-07-10', '500', '100'),
      bill('js', '2026-07-20', '400', '40'),
      due('card', '2026-07-08', '60'),
    ]
    expect(paid('0', asked)).toBe('card 0.00 of 60.00, huabei 0.00 of 500.00, js 0.00 of 400.00')
    expect(paid('90', asked)).toBe('card 50.00 of 60.00, huabei 0.00 of 500.00, js 40.00 of 400.00')
    expect(paid('200', asked)).toBe('card 60.00 of 60.00, huabei 100.00 of 500.00, js 40.00 of 400.00')
    expect(paid('650', asked)).toBe('card 60.00 of 60.00, huabei 500.00 of 500.00, js 90.00 of 400.00')
    expect(paid('2000', asked)).toBe('card 60.00 of 60.00, huabei 500.00 of 500.00, js 400.00 of 400.00')
  })
  it('a least amount is never more than what is due', () => {
    // A minimum with what is overdue beside it counts as the bill itself: 30.00 are less than 35.00.
    const asked = [bill('huabei', '2026-07-10', '35', '20'), bill('js', '2026-07-20', '10', '90')]
    expect(paid('10', asked)).toBe('huabei 0.00 of 35.00, js 10.00 of 10.00')
  })
})

describe('why, and what becomes of the rest', () => {
  const told = (money: string, one: Due): (string | null)[] =>
    first(money, [one]).map(({ why, rest }) => `${spoken(why)} | ${rest ? spoken(rest) : 'nothing left'}`)
  it.each<[string, string, Due, string]>([
    [
      'a bill with its minimum paid rolls, at the rate of what rolls: 400.00 × 0.04 %',
      '100',
      bill('huabei', '2026-07-10', '500', '100'),
      'relief-bill 2026-07 2026-07-10 100.00 | relief-then-rolls 400.00 0.16 2026-07-10',
    ],
    [
      'with a fen less it becomes overdue, at the rate of what is overdue: 400.01 × 0.06 %',
      '99.99',
      bill('huabei', '2026-07-10', '500', '100'),
      'relief-bill 2026-07 2026-07-10 100.00 | relief-then-overdue 400.01 0.24 2026-07-10',
    ],
    [
      'paid in full it leaves nothing',
      '500',
      bill('huabei', '2026-07-10', '500', '100'),
      'relief-bill 2026-07 2026-07-10 100.00 | nothing left',
    ],
    [
      'an overdue bill stays overdue, however much of it is paid: 100.00 × 0.06 %',
      '400',
      { ...bill('huabei', '2026-06-10', '500', '100'), overdue: true },
      'relief-overdue-first 2026-07 2026-06-10 100.00 | relief-stays-overdue 100.00 0.06 2026-06-10',
    ],
    [
      'a loan part becomes overdue at 1.5 times the dearest loan: 500.00 × 0.075 %',
      '100',
      due('borrow', '2026-07-10', '600'),
      'relief-part  2026-07-10 600.00 | relief-then-overdue 500.00 0.38 2026-07-10',
    ],
    [
      'the loans of each account count for themselves, times its own penalty: 500.00 × 0.18 %',
      '100',
      due('twin', '2026-07-10', '600'),
      'relief-part  2026-07-10 600.00 | relief-then-overdue 500.00 0.90 2026-07-10',
    ],
    [
      'what becomes of another debt is in its own contract',
      '100',
      due('card', '2026-07-10', '600'),
      'relief-other  2026-07-10 600.00 | relief-other-short 500.00 2026-07-10',
    ],
  ])('%s', (_name, money, one, expected) => {
    expect(told(money, one)).toEqual([expected])
  })
})

it('another debt asks for its least on its next pay day, one by the day for its interest, a friend for nothing', () => {
  const other = (id: string, interest: OtherInterest, balance = '1000') =>
    account('other', {
      ...{ id, set: { dueDay: 20 } },
      otherDebt: { balance: yuan(balance), balanceOn: day('2026-07-01'), interest },
    })
  const apr: OtherInterest = {
    ...{ model: 'monthly-apr', annualRate: rate('12%') },
    minimum: { kind: 'fixed', amount: yuan('25') },
  }
  const debts = ledger(
    '2026-07-05',
    [
      other('card', apr),
      other('paid', apr, '0'),
      other('parts', { model: 'flat-fee', count: 4, feeRate: rate('8%'), repayDay: 12 }),
      other('cousin', { model: 'none' }),
      other('shark', { model: 'daily-simple', dailyRate: rate('0.1%') }),
      // A tenth of the balance before interest; at least 150.00; never more than is left with its interest.
      other('tenth', { ...apr, minimum: { kind: 'percent', percent: rate('10%'), floor: yuan('20') } }),
      other('floor', { ...apr, minimum: { kind: 'percent', percent: rate('10%'), floor: yuan('150') } }),
      other('little', apr, '24'),
      account('huabei'),
    ],
    [],
  )
  const dues = otherDues(openBooks(debts, debts.today), plan({}, debts.today))
  expect(
    dues.map(({ account: id, on, overdue: isLate, amount, minimumSafe, bill: month }) =>
      [id, dayText(on), isLate, yuanText(amount), yuanText(minimumSafe), month].join(' '),
    ),
  ).toEqual([
    'card 2026-07-20 false 25.00 25.00 ',
    // 1,000.00 and 80.00 of fee in four parts.
    'parts 2026-07-12 false 270.00 270.00 ',
    // 15 days at 0.1 %.
    'shark 2026-07-20 false 15.00 15.00 ',
    'tenth 2026-07-20 false 100.00 100.00 ',
    'floor 2026-07-20 false 150.00 150.00 ',
    'little 2026-07-20 false 24.24 24.24 ',
  ])
})
