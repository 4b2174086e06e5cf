import { describe, expect, it } from 'vitest'
import { type Day, day, dayText, month, monthText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import type { Account, OtherInterest } from '#shared/ledger/account.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Plan } from '#shared/outlook/plan.ts'
import { startOf } from '#shared/outlook/projection/project.ts'
import { simulate } from '#shared/outlook/projection/simulate.ts'
import { account, installments, ledger, loan, purchase, repay, yuan } from '../ledger/facts.ts'
import { card, cards, plan } from './oracle-plans.ts'

/** Projections for which no published table exists, by hand. */

const run = (of: Ledger, made: Plan) => simulate({ ...startOf(of, made), withEvents: true })
const months = (of: Ledger, made: Plan): string[] =>
  run(of, made).byMonth.map(
    ({ month, opening, interest, penalties, paid, closing }) =>
      `${monthText(month)} ${[opening, interest, penalties, paid, closing].map(yuanText).join(' ')}`,
  )
const payments = (of: Ledger, made: Plan): string[] =>
  run(of, made).events.flatMap(({ on, account: id, what, amount }) =>
    what === 'repayment' || what === 'early-settlement' ? [`${dayText(on)} ${id} ${yuanText(amount)}`] : [],
  )
const each = (amount: string, payOn: number, from: Day, values: Partial<Plan> = {}): Plan =>
  plan({ money: { kind: 'monthly', amount: yuan(amount), payOn }, ...values }, from)
const other = (id: string, balance: string, on: string, interest: OtherInterest): Account =>
  account('other', { id, name: id, otherDebt: { balance: yuan(balance), balanceOn: day(on), interest } })

describe('interest belongs to the month in which it runs', () => {
  it('of a debt that bears it by the day', () => {
    // 1,000.00 at 0.05 %. To 20 July 10 days: 5.00; 500.00 leave 505.00. To 31 July 11 × 0.2525 = 2.7775 → 2.78.
    // To 20 August 31 × 0.2525 = 7.8275 → 7.83, of which 5.05 are August's; 500.00 leave 12.83; 11 days more: 0.07.
    // To 20 September 31 × 0.006415 = 0.20, of which 0.13 are September's: 13.03 end it.
    const of = ledger(
      '2026-07-10',
      [other('x', '1000', '2026-07-10', { model: 'daily-simple', dailyRate: rate('0.05%') })],
      [],
    )
    expect(months(of, each('500', 20, of.today))).toEqual([
      '2026-07 1000.00 7.78 0.00 500.00 507.78',
      '2026-08 507.78 5.12 0.00 500.00 12.90',
      '2026-09 12.90 0.13 0.00 13.03 0.00',
    ])
  })
  it('of a loan', () => {
    // 1,000.00 drawn on 10 June, one part on 10 July with 15.00. On 20 June 5.00 have run; 10 days are left of June.
    const of = ledger('2026-06-20', [account('borrow')], [loan('1000', '2026-06-10', { count: 1 })])
    expect(months(of, plan({}, of.today))).toEqual([
      '2026-06 1005.00 5.00 0.00 0.00 1010.00',
      '2026-07 1010.00 5.00 0.00 1015.00 0.00',
    ])
  })
  it('of what is overdue: the charge goes on from where it stood', () => {
    // 1,000.00 overdue since 10 July: 5.00 on the 20th, 10.50 on the 31st, 11.00 on 1 August.
    const of = ledger('2026-07-20', [account('huabei')], [purchase('2026-06-05', '1000')])
    expect(months(of, each('2000', 1, of.today))).toEqual([
      '2026-07 1005.00 0.00 5.50 0.00 1010.50',
      '2026-08 1010.50 0.00 0.50 1011.00 0.00',
    ])
  })
})

describe('the order that the user gave', () => {
  const three = cards(card('a', '100', '0%'), card('b', '100', '12%'), card('c', '100', '0%'))
  const freeIn = (order: string[]): string[] =>
    run(three, each('101', 10, three.today, { strategy: { kind: 'custom', order } }))
      .accounts.toSorted((x, y) => (x.freeOn ?? 0) - (y.freeOn ?? 0))
      .map(({ id }) => id)
  it('is kept, and what it does not name comes last, the dearest first', () => {
    expect(freeIn(['c', 'a', 'b'])).toEqual(['c', 'a', 'b'])
    expect(freeIn(['a'])).toEqual(['a', 'b', 'c'])
    expect(freeIn(['c'])).toEqual(['c', 'b', 'a'])
    expect(freeIn([])).toEqual(['b', 'a', 'c'])
  })
})

describe('what falls due before money comes again is set aside', () => {
  const flat = (repayDay: number) =>
    other('flat', '200', '2026-01-01', { model: 'flat-fee', count: 2, feeRate: rate('4%'), repayDay })
  const rest = card('rest', '150', '0%')
  it('a part on the 20th, with its fee: nothing is left for anything else on the 1st', () => {
    // 100.00 and 4.00 a month for two months; of 110.00 only 6.00 are spare.
    expect(payments(ledger('2026-01-01', [rest, flat(20)], []), each('110', 1, day('2026-01-01')))).toEqual([
      '2026-01-01 rest 6.00',
      '2026-01-20 flat 104.00',
      '2026-02-01 rest 6.00',
      '2026-02-20 flat 104.00',
      '2026-03-01 rest 110.00',
      '2026-04-01 rest 28.00',
    ])
  })
  it('a part on the day on which money comes is paid from that money', () => {
    expect(payments(ledger('2026-01-01', [rest, flat(1)], []), each('110', 1, day('2026-01-01')))).toEqual([
      '2026-01-01 rest 110.00',
      '2026-02-01 flat 104.00',
      '2026-02-01 rest 6.00',
      '2026-03-01 flat 104.00',
      '2026-03-01 rest 6.00',
      '2026-04-01 rest 28.00',
    ])
  })
  it('interest that runs by the day until then is set aside with it', () => {
    // 1,000.00 at 0.05 %, paid on its own due day, the 15th: 7.00 after 14 days, then 31 days a month.
    const daily = account('other', {
      ...{ id: 'daily', name: 'daily', set: { statementDay: 1, dueDay: 15 } },
      otherDebt: {
        balance: yuan('1000'),
        balanceOn: day('2026-01-01'),
        interest: { model: 'equal-principal', count: 2, dailyRate: rate('0.05%'), repayDay: 15 },
      },
    })
    const paid = payments(ledger('2026-01-01', [daily], []), each('600', 1, day('2026-01-01')))
    // 500.00 + 7.00 are kept of 600.00, 93.00 go ahead of time at once; then half of 907.00 and what ran on it.
    expect(paid[0]).toBe('2026-01-01 daily 93.00')
    expect(run(ledger('2026-01-01', [daily], []), each('600', 1, day('2026-01-01'))).shortfalls).toEqual([])
  })
})

describe('for a bill that was paid early nothing is set aside', () => {
  /** 495.00 at 0.05 % a day since 20 July, paid on the 25th, when 300.00 come. Of Huabei 100.00 are asked in August, 100.00 in September. */
  const owed = (paidEarly: string | null) =>
    ledger(
      '2026-07-20',
      [
        account('huabei'),
        account('other', {
          ...{ id: 'x', set: { statementDay: 1, dueDay: 25 } },
          otherDebt: {
            ...{ balance: yuan('495'), balanceOn: day('2026-07-20') },
            interest: { model: 'daily-simple', dailyRate: rate('0.05%') },
          },
        }),
      ],
      [
        installments('200', 2, '0%', { firstBill: month('2026-08') }),
        ...(paidEarly === null ? [] : [repay('2026-07-15', paidEarly, { month: '2026-08' })]),
      ],
    )
  const interest = (of: Ledger) => yuanText(run(of, each('300', 25, of.today)).interest)
  it('August is paid: everything goes to what bears interest, and what that leaves of the second money to September', () => {
    // 5 days: 1.24. 496.24 − 300.00 = 196.24. 31 days × 0.09812 = 3.04: 199.28 end it; 100.72 are left for September.
    const of = owed('100')
    expect(payments(of, each('300', 25, of.today))).toEqual([
      '2026-07-25 x 1.24',
      '2026-07-25 x 298.76',
      '2026-08-25 x 3.04',
      '2026-08-25 x 196.24',
      '2026-09-10 huabei 100.00',
    ])
    expect(interest(of)).toBe('4.28')
  })
  it('a part of August is paid: the other part is set aside', () => {
    // 60.00 kept: 496.24 − 240.00 = 256.24. 31 days × 0.12812 = 3.97: 260.21, for which 300.00 − 100.00 are spare.
    // 60.21 are left; 31 days × 0.030105 = 0.93: 61.14 end it.
    const of = owed('40')
    expect(payments(of, each('300', 25, of.today))).toEqual([
      '2026-07-25 x 1.24',
      '2026-07-25 x 238.76',
      '2026-08-10 huabei 60.00',
      '2026-08-25 x 3.97',
      '2026-08-25 x 196.03',
      '2026-09-10 huabei 100.00',
      '2026-09-25 x 0.93',
      '2026-09-25 x 60.21',
    ])
    expect(interest(of)).toBe('6.14')
  })
  it('more than August asks for was paid: no more than August can be left out, what is over comes back at its statement', () => {
    const of = owed('150')
    expect(payments(of, each('300', 25, of.today))).toEqual(payments(owed('100'), each('300', 25, of.today)))
  })
})

describe('what cannot be directed is said', () => {
  const rolled = ledger(
    '2026-07-20',
    [account('huabei', { name: '花呗' })],
    [purchase('2026-06-05', '1000'), repay('2026-07-08', '100')],
  )
  const codes = (of: Ledger, made: Plan) => run(of, made).notes.map(({ code, values }) => [code, values.account])
  /** Money comes twice a month, so that on 25 July the bill of August is not yet what it is kept for. */
  const twice = (amount: string): Plan =>
    plan(
      {
        money: {
          kind: 'income',
          income: [5, 25].map((payDay) => ({ day: payDay, amount: yuan(amount) })),
          ...{ expenses: yuan('0'), cushion: yuan('0') },
        },
      },
      rolled.today,
    )
  it('money for what rolls goes through the lender’s own order, and is said once', () => {
    expect(payments(rolled, twice('200'))[0]).toBe('2026-07-25 huabei 200.00')
    expect(codes(rolled, twice('200'))).toEqual([['plan-cannot-direct', '花呗']])
  })
  it('where it is cleared at once there is nothing to direct', () => {
    expect(codes(rolled, twice('2000'))).toEqual([])
  })
})
