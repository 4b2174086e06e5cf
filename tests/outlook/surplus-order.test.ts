import { describe, expect, it } from 'vitest'
import { day, month } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import type { Account, OtherInterest } from '#shared/ledger/account.ts'
import type { Plan, Strategy } from '#shared/outlook/plan.ts'
import { startOf } from '#shared/outlook/projection/project.ts'
import { simulate } from '#shared/outlook/projection/simulate.ts'
import { account, bill, installments, ledger, loan, purchase, repay, yuan } from '../ledger/facts.ts'
import { plan } from './oracle-plans.ts'

/** Where one pay day's money goes: what must be paid, what rolls, then by the strategy, through to the last debt (engine.md 9). */

const other = (id: string, balance: string, interest: OtherInterest): Account =>
  account('other', { id, otherDebt: { balance: yuan(balance), balanceOn: day('2026-07-20'), interest } })
const card = (id: string, balance: string): Account =>
  other(id, balance, {
    model: 'monthly-apr',
    annualRate: rate('24%'),
    minimum: { kind: 'fixed', amount: yuan('25') },
  })

/** 500.00 of Huabei roll (18.25 % a year), two cards bear 24 %, two loans 21.9 % and 14.6 %, a friend and what is unbilled nothing. */
const of = ledger(
  '2026-07-20',
  [
    account('huabei'),
    account('credit-purchase', { id: 'js' }),
    account('borrow'),
    card('card', '800'),
    card('old', '300'),
    other('friend', '250', { model: 'none' }),
    other('flat', '600', { model: 'flat-fee', count: 6, feeRate: rate('4%'), repayDay: 28 }),
  ],
  [
    bill('2026-07', '600', { shownMinimum: yuan('60') }),
    repay('2026-07-09', '100', { month: '2026-07' }),
    purchase('2026-07-12', '40'),
    purchase('2026-07-13', '50', { account: 'js' }),
    installments('120', 6, '6%', { id: 'phone', account: 'js', firstBill: month('2026-08') }),
    loan('1000', '2026-07-01', { id: 'dear', count: 3, dailyRate: rate('0.06%') }),
    loan('400', '2026-07-02', { id: 'cheap', count: 3, dailyRate: rate('0.04%') }),
  ],
)

function paid(strategy: Strategy, amount: string, more: Partial<Plan> = {}): string {
  const by = plan({ money: { kind: 'monthly', amount: yuan(amount), payOn: 25 }, strategy, ...more }, of.today)
  const { events } = simulate({ ...startOf(of, by), withEvents: true, through: day('2026-07-25') })
  return events
    .filter(({ what }) => what === 'repayment' || what === 'early-settlement')
    .map((one) => `${one.settles ?? one.account} ${yuanText(one.amount)}`)
    .join(', ')
}

const FIRST = 'card 25.00, old 25.00, huabei 503.75'
const CARDS = 'old 281.00, card 791.00'
const LOANS = 'dear 1014.40, cheap 403.68'

describe('with money for all', () => {
  it.each<[string, Strategy, string]>([
    [
      'the dearest first, of two the smaller',
      { kind: 'avalanche' },
      `${FIRST}, ${CARDS}, ${LOANS}, huabei 40.00, js 50.00, friend 250.00`,
    ],
    [
      'the smallest account first, in it the dearer loan',
      { kind: 'snowball' },
      `${FIRST}, huabei 40.00, js 50.00, friend 250.00, ${CARDS}, ${LOANS}`,
    ],
    ['only the minimum', { kind: 'minimum-only' }, 'card 25.00, old 25.00'],
    [
      'what is to be closed first',
      { kind: 'soonest-closure', target: 'borrow' },
      `${FIRST}, ${LOANS}, ${CARDS}, huabei 40.00, js 50.00, friend 250.00`,
    ],
    [
      'with its installments',
      { kind: 'soonest-closure', target: 'credit-purchase' },
      `${FIRST}, phone 122.40, js 50.00, ${CARDS}, ${LOANS}, huabei 40.00, friend 250.00`,
    ],
    [
      'Huabei with Credit Purchase',
      { kind: 'soonest-closure', target: 'huabei' },
      `${FIRST}, phone 122.40, huabei 40.00, js 50.00, ${CARDS}, ${LOANS}, friend 250.00`,
    ],
    [
      'as the user says, then the dearest',
      { kind: 'custom', order: ['friend', 'js', 'huabei'] },
      `${FIRST}, friend 250.00, js 50.00, huabei 40.00, ${CARDS}, ${LOANS}`,
    ],
  ])('%s', (_name, strategy, expected) => {
    expect(paid(strategy, '9000')).toBe(expected)
  })
  it('installments that were chosen come before anything that is paid ahead', () => {
    expect(paid({ kind: 'avalanche' }, '9000', { settleEarly: ['phone'] })).toBe(
      `${FIRST}, phone 122.40, ${CARDS}, ${LOANS}, huabei 40.00, js 50.00, friend 250.00`,
    )
  })
})

// Of 1,700.00 are left 1,146.25; 697.15 of them are due before 25 August: the flat part, three bills and two loan parts.
describe('with less, the last in turn gets what is left, and what is due before more comes stays in hand', () => {
  it.each<[Strategy, string]>([
    [{ kind: 'avalanche' }, `${FIRST}, old 281.00, card 168.10`],
    [{ kind: 'snowball' }, `${FIRST}, huabei 40.00, js 50.00, friend 250.00, old 109.10`],
    [{ kind: 'soonest-closure', target: 'borrow' }, `${FIRST}, dear 449.10`],
    [{ kind: 'soonest-closure', target: 'credit-purchase' }, `${FIRST}, phone 122.40, js 50.00, old 276.70`],
  ])('%o', (strategy, expected) => {
    expect(paid(strategy, '1700')).toBe(expected)
  })
  it('money is kept for installments of what is to be closed that it does not cover yet', () => {
    expect(paid({ kind: 'soonest-closure', target: 'credit-purchase' }, '1373.30')).toBe(`${FIRST}, phone 122.40`)
    expect(paid({ kind: 'soonest-closure', target: 'credit-purchase' }, '1373.29')).toBe(`${FIRST}, js 50.00`)
  })
})
