import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, dayText, monthText } from '#shared/kernel/day.ts'
import { fen, sumFen, yuanText } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import type { OtherInterest } from '#shared/ledger/account.ts'
import { annualRateText } from '#shared/ledger/honest-rate.ts'
import { earlySettlement, installmentsOf } from '#shared/ledger/installment-plan.ts'
import { annuity, firstDueOn, interestFor, loanPartsOf, suggestedRepayDay } from '#shared/ledger/loan.ts'
import { isScheduled, minimumOfOther, monthlyInterest, otherParts, simpleInterest } from '#shared/ledger/other-debt.ts'
import { runs } from '../runs.ts'
import { installments, loan, yuan } from './facts.ts'

/** What falls due when, worked by hand: the days, the parts and what each rounding does on an exact half. */

describe('a loan', () => {
  const parts = (...made: Parameters<typeof loan>): string[] =>
    loanPartsOf(loan(...made)).map(
      (part) =>
        `${part.number} ${dayText(part.dueOn)} ${yuanText(part.principal)} ${yuanText(part.interest)}${part.shown ? ' shown' : ''}`,
    )

  it('interest first: each month by its days, the principal with the last part', () => {
    // 10,000.00 at 0.04 %: 4.00 a day. 31, 28 and 31 days.
    expect(parts('10000', '2026-01-10', { method: 'interest-only', count: 3, dailyRate: rate('0.04%') })).toEqual([
      '1 2026-02-10 0.00 124.00',
      '2 2026-03-10 0.00 112.00',
      '3 2026-04-10 10000.00 124.00',
    ])
  })
  it('interest for the first half, then equal installments of 30 days', () => {
    // 3,000.00 at 0.05 %: 1.50 a day for 31 and 28 days. Then 3000 × 0.015 × 1.015² ÷ (1.015² − 1) = 1533.83…, of it 45.00
    // are interest; the last part takes the 1,511.17 that are left, 22.66755 → 22.67 of interest.
    expect(parts('3000', '2026-01-10', { method: 'interest-only-then-equal', count: 4 })).toEqual([
      '1 2026-02-10 0.00 46.50',
      '2 2026-03-10 0.00 42.00',
      '3 2026-04-10 1488.83 45.00',
      '4 2026-05-10 1511.17 22.67',
    ])
  })
  it('what Alipay shows for a part stands in its place, the others take what it leaves of the loan', () => {
    // 90.00 of the 300.00 in part 2 leave 210.00 for part 3: 31 days × 0.105 = 3.255 → 3.26.
    const shownParts = [{ number: 2, dueOn: day('2026-03-11'), principal: yuan('90'), interest: yuan('1.23') }]
    expect(parts('300', '2026-01-10', { method: 'interest-only', count: 3, shownParts })).toEqual([
      '1 2026-02-10 0.00 4.65',
      '2 2026-03-11 90.00 1.23 shown',
      '3 2026-04-10 210.00 3.26',
    ])
  })
  it('a shown part of equal installments leaves less or more to the last part that is not shown', () => {
    // 300.00 at 0.05 % in three: 103.01 a month. Part 2 is shown with 120.00: part 1 is 98.51 and 4.50, part 3 the rest 81.49.
    const second = { number: 2, dueOn: day('2026-03-10'), principal: yuan('120'), interest: yuan('3') }
    expect(parts('300', '2026-01-10', { count: 3, shownParts: [second] })).toEqual([
      '1 2026-02-10 98.51 4.50',
      '2 2026-03-10 120.00 3.00 shown',
      '3 2026-04-10 81.49 1.22',
    ])
    // Part 3 is shown with 100.00: part 2 takes what is left before it, 101.49.
    const third = { number: 3, dueOn: day('2026-04-10'), principal: yuan('100'), interest: yuan('1.50') }
    expect(parts('300', '2026-01-10', { count: 3, shownParts: [third] })).toEqual([
      '1 2026-02-10 98.51 4.50',
      '2 2026-03-10 101.49 3.02',
      '3 2026-04-10 100.00 1.50 shown',
    ])
    // Parts 2 and 3 are shown with all of it: part 1 has none.
    const all = { ...second, principal: yuan('200') }
    expect(
      parts('300', '2026-01-10', { count: 3, shownParts: [all, third] }).map((part) => part.split(' ')[2]),
    ).toEqual(['0.00', '200.00', '100.00'])
  })
  it('whatever is copied of it, the parts sum to what was drawn: nothing is lost and nothing owed twice', () => {
    const anyLoan = fc.record({
      principal: fc.integer({ min: 1, max: 1_000_000 }),
      count: fc.integer({ min: 1, max: 24 }),
      method: fc.constantFrom('equal-installment', 'interest-only', 'interest-only-then-equal'),
      shares: fc.array(fc.option(fc.integer({ min: 0, max: 100 }), { freq: 3 }), { maxLength: 24 }),
    })
    fc.assert(
      fc.property(anyLoan, ({ principal, count, method, shares }) => {
        // One part at least is not copied, and the copied ones are no more than all.
        const shownParts = shares.slice(0, count - 1).flatMap((share, index) => {
          if (share === null) return []
          const copied = fen(Math.floor((principal * share) / 100 / count))
          return [{ number: index + 1, dueOn: day('2026-02-10'), principal: copied, interest: yuan('1') }]
        })
        const made = {
          ...loan('1', '2026-01-10', { count, method: method as 'interest-only', shownParts }),
          principal: fen(principal),
        }
        const parts = loanPartsOf(made)
        expect(parts.every((part) => part.principal >= 0 && part.interest >= 0)).toBe(true)
        expect(sumFen(parts.map((part) => part.principal))).toBe(principal)
      }),
      runs(300),
    )
  })
  it.each([
    ['2026-01-01', 20, '2026-01-20', '19 days are enough'],
    ['2026-01-05', 20, '2026-01-20', '15 days are just enough'],
    ['2026-01-06', 20, '2026-02-20', '14 days are too few'],
    ['2026-01-20', 20, '2026-02-20', 'the day itself is past'],
    ['2026-01-10', 31, '2026-01-31', 'the last day of its month'],
    ['2026-02-20', 31, '2026-03-31', '8 days to the end of February'],
  ])('drawn on %s with repay day %i falls due first on %s: %s', (drawnOn, repayDay, due) => {
    expect(dayText(firstDueOn(day(drawnOn), repayDay))).toBe(due)
  })
  it('a first drawdown on the last days of a month is repaid four days before', () => {
    expect([1, 27, 28, 29, 30, 31].map(suggestedRepayDay)).toEqual([1, 27, 28, 25, 26, 27])
  })
  it('halves are rounded up: interest, and equal parts without interest', () => {
    // 1.00 for 5 days at 0.1 % is half a fen; 5 fen in two parts are two and a half.
    expect(interestFor(yuan('1'), rate('0.1%'), 5)).toBe(1)
    expect(annuity(yuan('0.05'), rate('0%'), 2)).toBe(3)
    expect(annuity(yuan('100'), rate('0%'), 3)).toBe(3333)
  })
})

describe('a debt elsewhere', () => {
  const parts = (interest: OtherInterest, balance: string, on: string): string[] =>
    isScheduled(interest)
      ? otherParts(interest, yuan(balance), day(on)).map(
          (part) => `${dayText(part.dueOn)} ${yuanText(part.principal)} ${yuanText(part.charge)}`,
        )
      : []
  const flat: OtherInterest = { model: 'flat-fee', count: 3, feeRate: rate('2.5%'), repayDay: 20 }

  it('has a schedule with a flat fee or equal principal, and none by the month or the day', () => {
    expect(
      (
        [
          flat,
          { model: 'equal-principal', count: 1, dailyRate: rate('0%'), repayDay: 1 },
          { model: 'none' },
          { model: 'daily-simple', dailyRate: rate('0.05%') },
        ] as const
      ).map(isScheduled),
    ).toEqual([true, true, false, false])
  })
  it('flat fee: principal and fee in equal parts, the remainder first', () => {
    expect(parts(flat, '1000', '2026-07-15')).toEqual([
      '2026-07-20 333.34 8.34',
      '2026-08-20 333.33 8.33',
      '2026-09-20 333.33 8.33',
    ])
  })
  it('on its repay day the next one is a month later', () => {
    expect(parts({ ...flat, count: 1 }, '1', '2026-07-20')).toEqual(['2026-08-20 1.00 0.02'])
  })
  it('equal principal: interest on what is left, by the days since the part before', () => {
    // 5 days × 0.50; 31 days × 0.33333 = 10.33323; 31 days × 0.166665 = 5.166615.
    expect(
      parts({ model: 'equal-principal', count: 3, dailyRate: rate('0.05%'), repayDay: 20 }, '1000', '2026-07-15'),
    ).toEqual(['2026-07-20 333.34 2.50', '2026-08-20 333.33 10.33', '2026-09-20 333.33 5.17'])
  })
  it('without a balance has no parts', () => {
    expect(parts(flat, '0', '2026-07-15')).toEqual([])
  })
  it('a month is a twelfth of the year, days are counted; halves go up', () => {
    expect([monthlyInterest(yuan('1000'), rate('24%')), monthlyInterest(yuan('1'), rate('6%'))]).toEqual([2000, 1])
    expect([simpleInterest(yuan('1000'), rate('0.05%'), 30), simpleInterest(yuan('1'), rate('0.1%'), 5)]).toEqual([
      1500, 1,
    ])
  })
  it('the minimum: fixed, or a share with a floor, never more than balance and interest', () => {
    const share = { kind: 'percent', percent: rate('5%'), floor: yuan('50') } as const
    const least = { ...share, floor: yuan('0') }
    const fixed = { kind: 'fixed', amount: yuan('25') } as const
    const of = (minimum: Parameters<typeof minimumOfOther>[0], balance: string, interest = '0'): string =>
      yuanText(minimumOfOther(minimum, yuan(balance), yuan(interest)))
    expect([of(fixed, '1000', '20'), of(fixed, '10', '0.20')]).toEqual(['25.00', '10.20'])
    expect([of(share, '2000'), of(share, '500'), of(share, '30', '1')]).toEqual(['100.00', '50.00', '31.00'])
    // 5 % of 0.10 is half a fen.
    expect(of(least, '0.10')).toBe('0.01')
  })
})

describe('installments', () => {
  const periods = (...made: Parameters<typeof installments>): string[] =>
    installmentsOf(installments(...made), 'first').map(
      (one) =>
        `${one.number} ${monthText(one.billMonth)} ${yuanText(one.principal)} ${yuanText(one.fee)}${one.shown ? ' shown' : ''}`,
    )
  const shown = (number: number, principal: string, fee: string) => ({
    number,
    principal: yuan(principal),
    fee: yuan(fee),
  })

  it('a copied period is marked, and one beyond the count is no period', () => {
    expect(periods('90', 2, '0%', { shownPeriods: [shown(2, '40', '1'), shown(3, '7', '7')] })).toEqual([
      '1 2026-07 50.00 0.00',
      '2 2026-08 40.00 1.00 shown',
    ])
  })
  it('a period copied beyond the count leaves the others as they are', () => {
    expect(periods('90', 2, '0%', { shownPeriods: [shown(3, '7', '7')] })).toEqual([
      '1 2026-07 45.00 0.00',
      '2 2026-08 45.00 0.00',
    ])
  })
  it('all copied, nothing is computed; more copied than the principal leaves nothing', () => {
    expect(periods('90', 2, '0%', { shownPeriods: [shown(1, '46', '1'), shown(2, '44', '2')] })).toEqual([
      '1 2026-07 46.00 1.00 shown',
      '2 2026-08 44.00 2.00 shown',
    ])
    expect(periods('90', 2, '0%', { shownPeriods: [shown(1, '95', '0')] })).toEqual([
      '1 2026-07 95.00 0.00 shown',
      '2 2026-08 0.00 0.00',
    ])
  })
  it('the fee of an exact half goes to the even fen', () => {
    expect(periods('1', 1, '2.5%')).toEqual(['1 2026-07 1.00 0.02'])
  })
  it('settled early: principal, and the fees that the mode still asks for', () => {
    const all = installmentsOf(installments('1200', 3, '2.3%'), 'first')
    const modes = ['official2019', 'nextFeeOnly', 'waiveUnbilled', 'chargeAll'] as const
    const fees = (from: number) =>
      modes.map((mode) => {
        const { principal, fee } = earlySettlement(all.slice(from), mode)
        return `${yuanText(principal)} + ${yuanText(fee)}`
      })
    expect(fees(0)).toEqual(['1200.00 + 18.40', '1200.00 + 9.20', '1200.00 + 0.00', '1200.00 + 27.60'])
    expect(fees(2)).toEqual(['400.00 + 9.20', '400.00 + 9.20', '400.00 + 0.00', '400.00 + 9.20'])
    expect(fees(3)).toEqual(['0.00 + 0.00', '0.00 + 0.00', '0.00 + 0.00', '0.00 + 0.00'])
  })
  it('one more period’s fee is without the remainder, and as Alipay shows it where it does', () => {
    const fee = (
      remainderTo: 'first' | 'last',
      from: number,
      values: Parameters<typeof installments>[3] = {},
    ): string =>
      yuanText(
        earlySettlement(installmentsOf(installments('100', 3, '2.3%', values), remainderTo).slice(from), 'official2019')
          .fee,
      )
    // 2.30 in three: 0.76, and 0.78 with the remainder.
    expect([fee('first', 0), fee('first', 1), fee('first', 2)]).toEqual(['1.54', '1.52', '0.76'])
    expect([fee('last', 0), fee('last', 1), fee('last', 2)]).toEqual(['1.52', '1.52', '0.78'])
    const shownPeriods = [1, 2, 3].map((number) => ({ number, principal: yuan('33'), fee: yuan(`${number}`) }))
    expect([fee('first', 0, { shownPeriods }), fee('first', 1, { shownPeriods })]).toEqual(['3.00', '5.00'])
    expect(fee('first', 0, { shownPeriods: shownPeriods.slice(0, 1) })).toBe('1.76')
  })
})

it('the honest yearly rate of a fee of nothing is nothing, and more periods make the same fee cheaper', () => {
  expect([annualRateText(rate('0%'), 12), annualRateText(rate('7.5%'), 12), annualRateText(rate('7.5%'), 24)]).toEqual([
    '0.0%',
    '13.6%',
    '7.0%',
  ])
})
