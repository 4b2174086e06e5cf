import { describe, expect, it } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import type { OtherInterest } from '#shared/ledger/account.ts'
import { openBooks } from '#shared/ledger/book/ledger-book.ts'
import { carriedBalance, carriedLines } from '#shared/outlook/quote-other.ts'
import { account, ledger, repay, yuan } from '../ledger/facts.ts'
import { lineTold } from './plan-told.ts'

/** What another debt of 1,000.00, copied on 10 July, has become on a later day (engine.md 5, 8; domain.md 9.6). */

const bookOf = (interest: OtherInterest, paid = '0', dueDay = 12) => {
  const debt = account('other', {
    ...{ id: 'card', set: { dueDay } },
    otherDebt: { balance: yuan('1000'), balanceOn: day('2026-07-10'), interest },
  })
  const of = ledger('2026-07-20', [debt], paid === '0' ? [] : [repay('2026-07-15', paid, { account: 'card' })])
  return openBooks(of, of.today).other.get('card')!
}
const apr: OtherInterest = {
  ...{ model: 'monthly-apr', annualRate: rate('12%') },
  minimum: { kind: 'fixed', amount: yuan('25') },
}
const daily: OtherInterest = { model: 'daily-simple', dailyRate: rate('0.05%') }
const parts: OtherInterest = { model: 'equal-principal', dailyRate: rate('0.04%'), count: 4, repayDay: 25 }
const flat: OtherInterest = { model: 'flat-fee', count: 3, feeRate: rate('5%'), repayDay: 25 }

describe('as principal, interest and fee', () => {
  it.each<[string, OtherInterest, string, string]>([
    ['nothing runs on the day of the balance', daily, '2026-07-10', '1000.00 0.00 0.00'],
    ['nor before it', daily, '2026-07-01', '1000.00 0.00 0.00'],
    ['a day of interest the day after', daily, '2026-07-11', '1000.00 0.50 0.00'],
    ['of 30 days it is multiplied once', daily, '2026-08-09', '1000.00 15.00 0.00'],
    ['equal principal likewise: 30 × 0.04 %', parts, '2026-08-09', '1000.00 12.00 0.00'],
    ['a friend asks for none', { model: 'none' }, '2027-07-10', '1000.00 0.00 0.00'],
    ['a flat fee is owed whole from the first day', flat, '2026-07-11', '1000.00 0.00 50.00'],
    ['a card bears nothing before its pay day', apr, '2026-07-11', '1000.00 0.00 0.00'],
    ['a twelfth of the year on it', apr, '2026-07-12', '1000.00 10.00 0.00'],
    ['another one, on both, a month later', apr, '2026-08-12', '1000.00 20.10 0.00'],
    ['over the end of a year as well', apr, '2027-01-11', '1000.00 61.52 0.00'],
  ])('%s', (_name, interest, on, expected) => {
    const { principal, interest: charge, fee } = carriedBalance(bookOf(interest), day(on))
    expect([principal, charge, fee].map(yuanText).join(' ')).toBe(expected)
  })
  it('a pay day that is the day of the balance was before it', () => {
    expect(yuanText(carriedBalance(bookOf(apr, '0', 10), day('2026-08-09')).interest)).toBe('0.00')
    expect(yuanText(carriedBalance(bookOf(apr, '0', 10), day('2026-08-10')).interest)).toBe('10.00')
  })
  it('what was repaid since bears nothing, and of nothing nothing runs', () => {
    const { principal, interest } = carriedBalance(bookOf(daily, '400'), day('2026-07-20'))
    expect([principal, interest].map(yuanText)).toEqual(['600.00', '3.00'])
    expect(carriedLines(bookOf(flat, '1000'), day('2026-07-20'))).toEqual([])
    expect(carriedLines({ ...bookOf(daily), debt: null }, day('2026-07-20'))).toEqual([])
  })
})

describe('line by line', () => {
  it.each<[string, OtherInterest, string, string[]]>([
    [
      'interest by the day: from the day of the balance through the day before',
      daily,
      '2026-07-20',
      [
        '5.00 daily-interest from=2026-07-10 through=2026-07-19 days=10 balance=1000.00 rate=0.05% (derived 9.6 halfUp)',
      ],
    ],
    [
      'a card: each month on what the ones before made of it',
      apr,
      '2026-09-11',
      [
        '10.00 monthly-interest balance=1000.00 rate=12% (derived 9.6 halfUp)',
        '10.10 monthly-interest balance=1010.00 rate=12% (derived 9.6 halfUp)',
      ],
    ],
    [
      'a flat fee: each part, the remainder in the first',
      flat,
      '2026-07-11',
      ['16.68 flat-fee-part (derived 9.6)', '16.66 flat-fee-part (derived 9.6)', '16.66 flat-fee-part (derived 9.6)'],
    ],
  ])('%s', (_name, interest, on, expected) => {
    expect(carriedLines(bookOf(interest), day(on)).flatMap((line) => lineTold(line))).toEqual(expected)
  })
})
