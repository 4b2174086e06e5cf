import { describe, expect, it } from 'vitest'
import { day, dayText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import { allocate } from '#shared/ledger/allocation.ts'
import { openBooks } from '#shared/ledger/book/ledger-book.ts'
import { accruedInterest, principalNotDue } from '#shared/ledger/book/lending-book.ts'
import type { Entry, Repayment } from '#shared/ledger/entry.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import type { DatedTerms } from '#shared/ledger/terms.ts'
import { payoffQuote } from '#shared/outlook/quote.ts'
import { account, ledger, loan, repay, yuan } from './facts.ts'

/** Loans in use: what a payment pays, what is left of the parts, and what a prepayment makes of them. By hand. */

const borrow = account('borrow')
const facts = (on: string, ...entries: Entry[]) => ledger(on, [borrow], entries)
const pay = (on: string, amount: string, settles?: string): Repayment =>
  repay(on, amount, { account: 'borrow', ...(settles === undefined ? {} : { settles }) })

/** Open parts of all loans: day, principal, interest. */
const parts = (on: string, ...entries: Entry[]): string[] => partsOf(facts(on, ...entries))

function partsOf(known: Ledger): string[] {
  const book = openBooks(known, known.today).lending.get('borrow')!
  return book.loans.flatMap((one) =>
    one.parts
      .filter((part) => part.principal > 0 || part.interest > 0)
      .map((part) => `${dayText(part.dueOn)} ${yuanText(part.principal)} ${yuanText(part.interest)}`),
  )
}

const placed = (entries: Entry[], payment: Repayment): string =>
  allocate(facts('2026-12-31', ...entries), payment)
    .parts.map((part) => `${part.what} ${yuanText(part.amount)}`)
    .join(', ')

const owed = (on: string, ...entries: Entry[]): string => yuanText(owedOn(facts(on, ...entries)).total)
const returned = (on: string, ...entries: Entry[]): string =>
  yuanText(openBooks(facts(on, ...entries), day(on)).lending.get('borrow')!.returned)

/** 300.00 in three parts without interest: 100.00 each on 10 July, August and September. */
const plain = (id: string, drawnOn = '2026-06-10') => loan('300', drawnOn, { id, count: 3, dailyRate: rate('0%') })

describe('which loan and which part', () => {
  it('before it is drawn there is no debt; on its day there is', () => {
    expect([owed('2026-06-09', plain('a')), owed('2026-06-10', plain('a'))]).toEqual(['0.00', '300.00'])
  })
  it('loans of another account stay out', () => {
    const two = ledger(
      '2026-06-20',
      [borrow, account('credit-loan')],
      [plain('a'), { ...plain('b'), account: 'credit-loan' }],
    )
    expect(owedOn(two).accounts.map((one) => yuanText(one.total))).toEqual(['300.00', '300.00'])
  })
  it('on the due day the parts of all loans are paid as scheduled, the older loan first', () => {
    const both = [plain('young', '2026-06-20'), plain('old', '2026-06-10')]
    expect(parts('2026-07-10', ...both, pay('2026-07-10', '150'))).toEqual([
      '2026-07-10 50.00 0.00',
      '2026-08-10 100.00 0.00',
      '2026-09-10 100.00 0.00',
      '2026-08-10 100.00 0.00',
      '2026-09-10 100.00 0.00',
    ])
  })
  it('a named loan is paid, the older one is not', () => {
    const both = [plain('young', '2026-06-20'), plain('old', '2026-06-10')]
    expect(parts('2026-07-10', ...both, pay('2026-07-10', '300', 'young'))).toEqual([
      '2026-07-10 100.00 0.00',
      '2026-08-10 100.00 0.00',
      '2026-09-10 100.00 0.00',
    ])
  })
  it('what is past due comes first, of every loan, then the part of the day', () => {
    const both = [plain('old', '2026-05-20'), plain('young', '2026-07-20')]
    // Of the old loan 10 June and 10 July are past, and without a rate bear no charge.
    expect(parts('2026-08-10', ...both, pay('2026-08-10', '210'))).toEqual([
      '2026-08-10 90.00 0.00',
      '2026-08-10 100.00 0.00',
      '2026-09-10 100.00 0.00',
      '2026-10-10 100.00 0.00',
    ])
  })
  it('more than all loans need is the user’s own money', () => {
    expect(placed([plain('a')], pay('2026-06-20', '310'))).toBe('principal 300.00, own-money 10.00')
    expect(returned('2026-06-20', plain('a'), pay('2026-06-20', '310'))).toBe('10.00')
    expect(returned('2026-06-21', plain('a'), pay('2026-06-20', '310'), pay('2026-06-21', '5'))).toBe('15.00')
  })
})

it('what is due next is the earliest part of all loans, whatever their order; parts of one day are one', () => {
  const early = { ...plain('b'), repayDay: 5, drawnOn: day('2026-06-12') }
  const next = (...entries: Entry[]) => {
    const { nextDue } = owedOn(facts('2026-06-20', ...entries)).accounts[0]!
    return nextDue && `${dayText(nextDue.on)} ${yuanText(nextDue.amount)}`
  }
  expect(next(plain('a'), early)).toBe('2026-07-05 100.00')
  expect(next(plain('a'), plain('c'))).toBe('2026-07-10 200.00')
})

describe('a part past due', () => {
  // 1,000.00 on 10 July at 0.05 %, drawn 30 days before: 15.00 of interest. A day's charge is 1,000.00 × 0.075 % = 0.75.
  const late = loan('1000', '2026-06-10', { id: 'late', count: 1 })

  it('is charged from the day after on, and not on its day', () => {
    expect([owed('2026-07-10', late), owed('2026-07-11', late), owed('2026-07-14', late)]).toEqual([
      '1015.00',
      '1015.75',
      '1018.00',
    ])
  })
  it('a payment pays charge, interest, principal; the charge goes on on what is left', () => {
    expect(placed([late], pay('2026-07-14', '518'))).toBe('penalty 3.00, interest 15.00, principal 500.00')
    // 4 days more on 500.00: 1.50.
    expect(owed('2026-07-18', late, pay('2026-07-14', '518'))).toBe('501.50')
    expect(owed('2026-07-14', late, pay('2026-07-14', '518'))).toBe('500.00')
    expect(placed([late], pay('2026-07-14', '2'))).toBe('penalty 2.00')
    expect(owed('2026-07-14', late, pay('2026-07-14', '2'))).toBe('1016.00')
    expect(owed('2026-07-14', late, pay('2026-07-12', '1'), pay('2026-07-14', '1'))).toBe('1016.00')
  })
  it('principal that is paid is charged no more, its interest stays', () => {
    const shown = [{ number: 1, dueOn: day('2026-07-10'), principal: yuan('0'), interest: yuan('15') }]
    expect(owed('2026-07-20', { ...late, shownParts: shown })).toBe('15.00')
  })
  it('half a fen of the charge counts as one', () => {
    // 20.00 × 0.01 % × 1.5 × 15 days = 4.5 fen.
    const small = loan('20', '2026-06-10', { count: 1, dailyRate: rate('0.01%') })
    expect(owed('2026-07-25', small)).toBe(yuanText(yuan('20.11')))
  })
})

describe('paying early', () => {
  // 6,000.00 at 0.05 % in six parts from 10 February: 963.15 and 90.00 first.
  const six = loan('6000', '2026-01-10', { id: 'six' })

  it('up to the coming part pays it as scheduled', () => {
    expect(placed([six], pay('2026-02-01', '1053.15'))).toBe('interest 90.00, principal 963.15')
    expect(parts('2026-02-01', six, pay('2026-02-01', '100'))[0]).toBe('2026-02-10 953.15 0.00')
  })
  it('a fen more is a prepayment: interest to the day, then principal, and the parts are made anew', () => {
    // 22 days × 3.00 = 66.00; 987.16 of principal; 5,012.84 are left. The first new part bears 9 days: 22.56 (22.55778).
    expect(placed([six], pay('2026-02-01', '1053.16'))).toBe('interest 66.00, principal 987.16')
    const left = parts('2026-02-01', six, pay('2026-02-01', '1053.16'))
    expect([left.length, left[0]?.split(' ')[2]]).toEqual([6, '22.56'])
    expect(yuanText(owedOn(facts('2026-02-01', six, pay('2026-02-01', '1053.16'))).accounts[0]!.usedQuota)).toBe(
      '5012.84',
    )
  })
  it('a named one is always a prepayment', () => {
    expect(placed([six], pay('2026-02-01', '100', 'six'))).toBe('interest 66.00, principal 34.00')
  })
  it('on the due day the part is paid as scheduled, also where the loan is named', () => {
    expect(placed([six], pay('2026-02-10', '1053.15', 'six'))).toBe('interest 90.00, principal 963.15')
  })
  it('what clears the loan is a prepayment, even if the part would take it', () => {
    // One part left: 1,037.59 and 15.56. On 1 July 21 days since 10 June: 10.894695 → 10.89; in all 1,048.48.
    const last = { ...six, paidParts: 5 }
    expect(placed([last], pay('2026-07-01', '1048.48'))).toBe('interest 10.89, principal 1037.59')
    expect(placed([last], pay('2026-07-01', '1048.47'))).toBe('interest 15.56, principal 1032.91')
    expect(owed('2026-07-01', last, pay('2026-07-01', '1048.48'))).toBe('0.00')
  })
  it('interest that a prepayment left stands in the first new part', () => {
    // 66.00 to the day, 6.00 are paid: 60.00 and 9 days × 3.00 stay.
    expect(parts('2026-02-01', six, pay('2026-02-01', '6', 'six'))[0]?.split(' ')[2]).toBe('87.00')
  })
  it('a second one counts from the first', () => {
    const first = pay('2026-01-20', '2000', 'six')
    // After 30.00 and 1,970.00: 4,030.00 for 11 days from 20 to 31 January: 22.165 → 22.17.
    expect(placed([six, first], pay('2026-01-31', '1000', 'six'))).toBe('interest 22.17, principal 977.83')
    // On the same day nothing more ran.
    expect(placed([six, first], pay('2026-01-20', '1000', 'six'))).toBe('principal 1000.00')
  })
  it('borrowed and repaid on one day is one day', () => {
    expect(placed([six], pay('2026-01-10', '6003'))).toBe('interest 3.00, principal 6000.00')
  })
  it('after a part was paid, interest runs from its due day; past parts are not asked again', () => {
    const paid = { ...six, paidParts: 2 }
    const book = openBooks(facts('2026-04-20', paid), day('2026-04-20')).lending.get('borrow')!
    // Part 3 (10 April, 992.26) is past: the rest is 4,059.25 − 992.26 = 3,066.99 for 10 days: 15.33495 → 15.33.
    expect([
      yuanText(principalNotDue(book.loans[0]!, day('2026-04-20'))),
      yuanText(accruedInterest(book.loans[0]!, day('2026-04-20'))),
      yuanText(principalNotDue(book.loans[0]!, day('2026-04-10'))),
      yuanText(accruedInterest(book.loans[0]!, day('2026-04-10'))),
      yuanText(accruedInterest(book.loans[0]!, day('2026-03-01'))),
    ]).toEqual(['3066.99', '15.33', '4059.25', '62.92', '0.00'])
  })
  it('a part paid ahead of its day: nothing runs until that day', () => {
    const ahead = pay('2026-02-01', '1053.15')
    // 5,036.85 from 10 February: on 5 February none, on 20 February 10 days × 2.518425 = 25.18.
    expect(placed([six, ahead], pay('2026-02-05', '500', 'six'))).toBe('principal 500.00')
    expect(placed([six, ahead], pay('2026-02-20', '500', 'six'))).toBe('interest 25.18, principal 474.82')
  })
})

describe('clearing a loan whose coming part was paid in part', () => {
  // 10,000.00 at 0.05 %, from 28 June, first due on 10 August: 5.00 a day, 22 days to 20 July are 110.00.
  const ten = loan('10000', '2026-06-28', { id: 'ten', count: 12 })
  const clears = (on: string, ...entries: Entry[]): string =>
    yuanText(payoffQuote(facts(on, ten, ...entries), 'borrow').total)

  it('interest that a prepayment left unpaid is still to pay', () => {
    const short = pay('2026-07-20', '1', 'ten')
    expect([clears('2026-07-20', short), clears('2026-07-21', short)]).toEqual(['10109.00', '10114.00'])
    // 109.00 and 21 days more.
    expect(placed([ten, short], pay('2026-08-09', '10209'))).toBe('interest 209.00, principal 10000.00')
    expect(owed('2026-08-09', ten, short, pay('2026-08-09', '10209', 'ten'))).toBe('0.00')
  })
  it('interest that was paid ahead of its day is not asked for again', () => {
    // 100.00 of the 150.00 that the part asks for: 10.00 to the day, and 5.00 a day.
    const ahead = pay('2026-07-20', '100')
    expect([clears('2026-07-20', ahead), clears('2026-07-21', ahead)]).toEqual(['10010.00', '10015.00'])
    // All of them, and more than ran so far: nothing comes back, nothing is asked for until it is used up.
    const more = pay('2026-07-20', '150')
    expect([clears('2026-07-20', more), clears('2026-07-29', more)]).toEqual(['10000.00', '10005.00'])
  })
})

describe('parts after a prepayment', () => {
  it('interest first: each part bears its days of what is left, the principal stays with the last part', () => {
    // 10,000.00 at 0.04 %, 124.00, 112.00, 124.00. On 20 January 40.00 ran; 4,000.00 are prepaid: 6,000.00 are left.
    const made = loan('10000', '2026-01-10', { id: 'm', method: 'interest-only', count: 3, dailyRate: rate('0.04%') })
    // 2.40 a day: 21 days, 28 days, 31 days.
    expect(parts('2026-01-20', made, pay('2026-01-20', '4040', 'm'))).toEqual([
      '2026-02-10 0.00 50.40',
      '2026-03-10 0.00 67.20',
      '2026-04-10 6000.00 74.40',
    ])
  })
  it('a second prepayment leaves no rounding of the first behind', () => {
    // 1,004.11 at 0.04 %: 2.01 ran to the 15th, 706.12 are left; 1.41 to the 20th, 407.53 are left.
    const made = loan('1004.11', '2026-01-10', { id: 'm', method: 'interest-only', count: 3, dailyRate: rate('0.04%') })
    const twice = [pay('2026-01-15', '300', 'm'), pay('2026-01-20', '300', 'm')]
    // 31 days of 407.53 are 5.0534. In proportion to 12.45, rounded twice, they were 5.06.
    expect(parts('2026-01-20', made, ...twice)).toEqual([
      '2026-02-10 0.00 3.42',
      '2026-03-10 0.00 4.56',
      '2026-04-10 407.53 5.05',
    ])
  })
  it('interest first, then equal: the equal parts are made anew of what is left, the last takes the rest', () => {
    // 3,000.00 at 0.05 %. On 20 January 15.00 ran; 1,000.00 go.
    const made = loan('3000', '2026-01-10', { id: 'm', method: 'interest-only-then-equal', count: 4 })
    // 2,000.00 left: 21 × 1.00, 28 × 1.00, then two parts of 2,000.00 × 1.5 % × 1.015² ÷ (1.015² − 1) = 1,022.56:
    // 30.00 and 992.56, and the rest 1,007.44 with 1.5 % of it, 15.1116 → 15.11.
    expect(parts('2026-01-20', made, pay('2026-01-20', '1015', 'm'))).toEqual([
      '2026-02-10 0.00 21.00',
      '2026-03-10 0.00 28.00',
      '2026-04-10 992.56 30.00',
      '2026-05-10 1007.44 15.11',
    ])
  })
  it('equal installments: equal parts of what is left, the first with the interest of its own days', () => {
    // 66.00 ran to 1 February; 5,012.84 are left in six parts of 879.88. To 10 February 9 days: 22.56.
    const six = loan('6000', '2026-01-10', { id: 'm' })
    expect(parts('2026-02-01', six, pay('2026-02-01', '1053.16', 'm'))).toEqual([
      '2026-02-10 804.69 22.56',
      '2026-03-10 816.76 63.12',
      '2026-04-10 829.01 50.87',
      '2026-05-10 841.44 38.44',
      '2026-06-10 854.07 25.81',
      '2026-07-10 866.87 13.00',
    ])
  })
  it('what is past due is paid before anything is prepaid, and is no part of what is made anew', () => {
    // 300.00 at 0.05 % in three: 98.51 and 4.50 of 10 July are unpaid on 20 July, charged 98.51 × 0.075 % × 10 = 0.74.
    const made = loan('300', '2026-06-10', { id: 'm', count: 3 })
    expect(parts('2026-07-20', made, pay('2026-07-20', '100', 'm'))).toEqual([
      '2026-07-10 3.75 0.00',
      '2026-08-10 99.99 3.02',
      '2026-09-10 101.50 1.52',
    ])
    // 103.75 pay July; 201.49 × 0.05 % × 10 = 1.01; 95.24 of principal: 106.25 in two parts of 54.32; 21 days: 1.12.
    expect(parts('2026-07-20', made, pay('2026-07-20', '200', 'm'))).toEqual([
      '2026-08-10 52.73 1.12',
      '2026-09-10 53.52 0.80',
    ])
  })
  it('a part paid ahead stays paid, and its days bear no interest again', () => {
    // February was paid whole on the 1st. 500.00 on the 5th are principal: 4,536.85 in five parts of 948.61.
    // March bears 28 days from 10 February, not 33 from the 5th: 63.52.
    const six = loan('6000', '2026-01-10', { id: 'm' })
    const early = [pay('2026-02-01', '1053.15'), pay('2026-02-05', '500', 'm')]
    expect(parts('2026-02-05', six, ...early).slice(0, 2)).toEqual([
      '2026-03-10 880.56 63.52',
      '2026-04-10 893.77 54.84',
    ])
    // A second prepayment before that day still finds nothing accrued.
    expect(placed([six, ...early], pay('2026-02-09', '100', 'm'))).toBe('principal 100.00')
  })
  it('an exact half of the scaled interest counts as one', () => {
    // 5 fen of interest on 1.00, of which 0.50 stay: 2.5 fen.
    const shownParts = [1, 2].map((number) => ({
      number,
      dueOn: day(number === 1 ? '2026-07-10' : '2026-08-10'),
      principal: yuan('0.50'),
      interest: yuan('0.05'),
    }))
    const made = loan('1', '2026-06-10', {
      id: 'm',
      method: 'interest-only',
      count: 2,
      dailyRate: rate('0%'),
      shownParts,
    })
    expect(parts('2026-06-20', made, pay('2026-06-20', '0.50', 'm'))).toEqual([
      '2026-07-10 0.25 0.00',
      '2026-08-10 0.25 0.03',
    ])
  })
})

it('a loan of millions is divided to the fen', () => {
  // 9,736,256.52 in two halves; 3,725,751.12 are left: 4,868,128.26 × 3,725,751.12 / 9,736,256.52 is 1,862,875.56 exactly.
  const shownParts = [1, 2].map((number) => ({
    number,
    dueOn: day(number === 1 ? '2026-07-10' : '2026-08-10'),
    principal: yuan('4868128.26'),
    interest: yuan('0'),
  }))
  const made = loan('9736256.52', '2026-06-10', {
    id: 'm',
    method: 'interest-only',
    count: 2,
    dailyRate: rate('0%'),
    shownParts,
  })
  expect(parts('2026-06-20', made, pay('2026-06-20', '6010505.40', 'm'))).toEqual([
    '2026-07-10 1862875.56 0.00',
    '2026-08-10 1862875.56 0.00',
  ])
})

describe('what the terms of the account decide', () => {
  const under = (terms: DatedTerms[], on: string, ...entries: Entry[]) =>
    ledger(on, [account('borrow', { terms })], entries)
  const terms = (from: string, set: DatedTerms['set']): DatedTerms => ({ from: day(from), source: 'user', set })
  const days = (known: Ledger) => partsOf(known).map((part) => part.split(' ')[0])

  it('a month’s amount is kept: the last parts fall away, and a part of the amount is the last one', () => {
    // 10 days × 3.00 ran to 20 January, 2,000.00 are prepaid: 4,000.00 are left, and 1,053.15 a month as before.
    // 60.00 + 993.15; 3,006.85: 45.10 + 1,008.05; 1,998.80: 29.98 + 1,023.17; 975.63: 14.63. The first bears 21 days: 42.00.
    const six = loan('6000', '2026-01-10', { id: 'six' })
    const prepaid = pay('2026-01-20', '2030', 'six')
    const kept = [terms('2026-01-01', { afterPartialPrepay: 'keepPart' })]
    expect(partsOf(under(kept, '2026-01-20', six, prepaid))).toEqual([
      '2026-02-10 993.15 42.00',
      '2026-03-10 1008.05 45.10',
      '2026-04-10 1023.17 29.98',
      '2026-05-10 975.63 14.63',
    ])
    expect(parts('2026-01-20', six, prepaid)).toHaveLength(6)
    // What Alipay shows as the amount of a month is the one that is kept, the first and the last part last.
    const shownPart = (number: number, dueOn: string, interest: string) => ({
      number,
      dueOn: day(dueOn),
      principal: yuan('2000'),
      interest: yuan(interest),
    })
    const shownParts = [
      shownPart(1, '2026-02-10', '90'),
      shownPart(2, '2026-03-10', '60'),
      shownPart(3, '2026-04-10', '30'),
    ]
    const keeping = (shown: typeof shownParts) =>
      partsOf(under(kept, '2026-01-20', { ...six, count: 3, shownParts: shown }, prepaid))
    expect(keeping(shownParts)).toEqual(['2026-02-10 2000.00 42.00', '2026-03-10 2000.00 30.00'])
    expect(keeping(shownParts.slice(0, 1))).toEqual(['2026-02-10 2030.00 42.00', '2026-03-10 1970.00 29.55'])
    // By the formula 2,060.30 a month (6,000.00 at 1.5 % in three): 2,000.30, then 1,999.70 with 29.9955 of interest.
    expect(keeping(shownParts.slice(2))).toEqual(['2026-02-10 2000.30 42.00', '2026-03-10 1999.70 30.00'])
  })

  it('a repay day that was changed after the drawdown moves the parts from the month after', () => {
    const moved = [terms('2026-01-01', {}), terms('2026-07-15', { repayDay: 25 })]
    expect(days(under(moved, '2026-07-20', plain('a')))).toEqual(['2026-07-10', '2026-08-25', '2026-09-25'])
    const inThatMonth = [terms('2026-07-01', { repayDay: 25 })]
    expect(days(under(inThatMonth, '2026-07-05', plain('a')))).toEqual(['2026-07-10', '2026-08-25', '2026-09-25'])
    const back = [...moved, terms('2026-08-03', { repayDay: 0 })]
    expect(days(under(back, '2026-08-05', plain('a')))).toEqual(['2026-07-10', '2026-08-25', '2026-09-10'])
  })

  it('what a loan says of its own day is newer than terms of before it was drawn', () => {
    const before = [terms('2026-06-10', { repayDay: 25 })]
    expect(days(under(before, '2026-06-20', plain('a')))).toEqual(['2026-07-10', '2026-08-10', '2026-09-10'])
  })

  it('interest by actual days follows the days that were moved', () => {
    // 10,000.00 × 0.04 % = 4.00 a day: 30 days, 46 to 25 August, 31.
    const made = loan('10000', '2026-06-10', { method: 'interest-only', count: 3, dailyRate: rate('0.04%') })
    expect(partsOf(under([terms('2026-07-15', { repayDay: 25 })], '2026-07-05', made))).toEqual([
      '2026-07-10 0.00 120.00',
      '2026-08-25 0.00 184.00',
      '2026-09-25 10000.00 124.00',
    ])
  })
})

it('how Alipay makes the parts after a prepayment is not known: they are assumed until the loan is paid', () => {
  const six = loan('6000', '2026-01-10', { id: 'six' })
  const certainty = (...entries: Entry[]) => owedOn(facts('2026-02-01', six, ...entries)).accounts[0]!.certainty.next
  expect(certainty().interest).toBe('derived')
  expect(certainty(pay('2026-02-01', '1053.15')).interest).toBe('derived')
  expect(certainty(pay('2026-02-01', '1053.16')).interest).toBe('assumed')
  expect(certainty(pay('2026-02-01', '6066')).interest).toBe('derived')
})
