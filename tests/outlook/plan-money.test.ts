import { expect, test } from 'vitest'
import { addDays, day, dayText, month } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import type { OtherInterest } from '#shared/ledger/account.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Plan } from '#shared/outlook/plan.ts'
import {
  arriving,
  firstMoneyOn,
  lumpOn,
  nextLumpDay,
  nextMoneyDay,
  nextSpendingDay,
} from '#shared/outlook/projection/money.ts'
import { project } from '#shared/outlook/projection/project.ts'
import { NEVER } from '#shared/outlook/projection/run.ts'
import { account, bill, ledger, purchase, repay, yuan } from '../ledger/facts.ts'
import { card, cards, plan } from './oracle-plans.ts'

/** When a plan's money arrives, what is set aside, and when the rest goes out (engine.md 9). */

const spending = (of: string, each: string, through: string): Plan['newSpending'][number] => ({
  ...{ account: of, monthly: yuan(each), through: month(through) },
})
const paidIn = (of: Ledger, by: Partial<Plan>, from = of.today): (readonly [string, string, string])[] =>
  project(of, plan(by, from))
    .events.filter((event) => event.what === 'repayment')
    .map((event) => [dayText(event.on), event.account, yuanText(event.amount)])

test('income less expenses and cushion, kept from the first pay day of the month', () => {
  const money = {
    kind: 'income',
    income: [
      { day: 5, amount: yuan('3000') },
      { day: 20, amount: yuan('2000') },
    ],
    expenses: yuan('3000'),
    cushion: yuan('500'),
  } as const
  expect(paidIn(cards(card('A', '4000', '0%')), { money })).toEqual([
    ['2026-01-20', 'A', '1500.00'],
    ['2026-02-20', 'A', '1500.00'],
    ['2026-03-20', 'A', '1000.00'],
  ])
})

test('on the first due day of the month, from money that is there since the 1st', () => {
  const late = account('credit-purchase', { set: { statementDay: 10, dueDay: 20 } })
  const of = ledger(
    '2026-07-05',
    [account('huabei'), late],
    [bill('2026-07', '100'), purchase('2026-07-02', '700', { account: 'credit-purchase' })],
  )
  const money = { kind: 'monthly', amount: yuan('400'), payOn: 'due-day' } as const
  expect(paidIn(of, { money })).toEqual([
    ['2026-07-10', 'huabei', '100.00'],
    ['2026-07-20', 'credit-purchase', '300.00'],
    // Huabei is clear: the first due day is now the 20th. What rolled since July costs its days.
    ['2026-08-20', 'credit-purchase', '400.00'],
    ['2026-09-20', 'credit-purchase', '6.24'],
    ['2026-10-20', 'credit-purchase', '0.02'],
  ])
})

// Huabei is due on the 10th and owes nothing, a card of 700.00 on the 20th. 400.00 are there on 5 July.
test.each<[string, Plan['newSpending'], string]>([
  ['on which something is bought', [spending('huabei', '100', '2026-12')], '2026-07-10'],
  ['on which the last of it is bought this month', [spending('huabei', '100', '2026-07')], '2026-07-10'],
  ['on which the last was bought a month ago', [spending('huabei', '100', '2026-06')], '2026-07-20'],
  ['on which nothing is bought for no money', [spending('huabei', '0', '2026-12')], '2026-07-20'],
  ['while something is bought on another', [], '2026-07-20'],
])('the first due day counts that of an account without debt %s', (_name, newSpending, expected) => {
  const late = { ...card('A', '700', '24%'), terms: account('other', { set: { dueDay: 20 } }).terms }
  const of = ledger('2026-07-05', [account('huabei'), late], [])
  const money = { kind: 'monthly', amount: yuan('400'), payOn: 'due-day' } as const
  const every = [...newSpending, spending('A', '10', '2026-12')]
  expect(paidIn(of, { money, newSpending: every })[0]).toEqual([expected, 'A', '400.00'])
})

test('what must be paid before money comes again is set aside first', () => {
  const of = ledger('2026-07-05', [account('huabei'), card('A', '5000', '24%', '50')], [bill('2026-07', '800')])
  const money = { kind: 'monthly', amount: yuan('1000'), payOn: 6 } as const
  expect(paidIn(of, { money }).slice(0, 3)).toEqual([
    ['2026-07-06', 'A', '50.00'],
    ['2026-07-06', 'A', '150.00'],
    ['2026-07-10', 'huabei', '800.00'],
  ])
})

// A card of 1,000.00 at 12 %, at least 25.00 a month. 100.00 are there on the 28th: without a due day they are all of it.
test.each<[string, number | null, (readonly [string, string, string])[]]>([
  [
    'on the day on which somebody said that it is due, and its minimum is kept for that day',
    18,
    [
      ['2026-01-28', 'A', '75.00'],
      ['2026-02-18', 'A', '25.00'],
      ['2026-02-28', 'A', '75.00'],
    ],
  ],
  [
    'on the plan’s own day where nobody said when it is due',
    null,
    [
      ['2026-01-28', 'A', '25.00'],
      ['2026-01-28', 'A', '75.00'],
      ['2026-02-28', 'A', '25.00'],
    ],
  ],
])('a debt elsewhere is paid %s', (_name, dueDay, expected) => {
  const set = dueDay === null ? {} : { dueDay }
  const of = cards({ ...card('A', '1000', '12%', '25'), terms: account('other', { set }).terms })
  const money = { kind: 'monthly', amount: yuan('100'), payOn: 28 } as const
  expect(paidIn(of, { money }).slice(0, 3)).toEqual(expected)
})

test('recurring extras come with the month, new spending is posted on the 15th', () => {
  const of = ledger('2026-07-05', [account('huabei')], [])
  const projection = project(
    of,
    plan(
      {
        money: { kind: 'monthly', amount: yuan('100'), payOn: 20 },
        recurring: [{ from: month('2026-08'), through: month('2026-08'), amount: yuan('50') }],
        newSpending: [{ account: 'huabei', monthly: yuan('120'), through: month('2026-08') }],
      },
      day('2026-07-05'),
    ),
  )
  expect(projection.events.map(({ on, what, amount }) => [dayText(on), what, yuanText(amount)])).toEqual([
    ['2026-07-15', 'spending', '120.00'],
    ['2026-08-10', 'due', '120.00'],
    ['2026-08-10', 'repayment', '100.00'],
    ['2026-08-11', 'interest', '0.01'],
    ['2026-08-15', 'interest', '0.04'],
    ['2026-08-15', 'spending', '120.00'],
    ['2026-08-20', 'interest', '0.05'],
    ['2026-08-20', 'repayment', '20.10'],
    ['2026-08-20', 'repayment', '9.90'],
    ['2026-09-10', 'due', '110.10'],
    ['2026-09-10', 'repayment', '110.10'],
    ['2026-09-10', 'free', '0.00'],
  ])
})

// 520.00 come on the 8th: the bill of the 10th could be paid whole, and nothing would be left for the minimum of the 20th.
test('a bill is paid in full only as far as the minimum of a later one stays in hand', () => {
  const late = account('credit-purchase', { set: { dueDay: 20 } })
  const both = [
    bill('2026-07', '500', { shownMinimum: yuan('50') }),
    bill('2026-07', '500', { account: 'credit-purchase', shownMinimum: yuan('50') }),
  ]
  const of = ledger('2026-07-05', [account('huabei'), late], both)
  const first = (amount: string) =>
    paidIn(of, { money: { kind: 'monthly', amount: yuan(amount), payOn: 8 } }).slice(0, 2)
  expect(first('520')).toEqual([
    ['2026-07-10', 'huabei', '470.00'],
    ['2026-07-20', 'credit-purchase', '50.00'],
  ])
  expect(first('1000')).toEqual([
    ['2026-07-10', 'huabei', '500.00'],
    ['2026-07-20', 'credit-purchase', '500.00'],
  ])
  expect(first('999.99')).toEqual([
    ['2026-07-10', 'huabei', '500.00'],
    ['2026-07-20', 'credit-purchase', '499.99'],
  ])
})

// On the day itself money comes again, and the part of the 20th has to come from it as well.
test('that last month everything was in hand says nothing of the money that comes on a due day', () => {
  const interest: OtherInterest = { model: 'equal-principal', count: 10, dailyRate: rate('0%'), repayDay: 20 }
  const app = account('other', {
    id: 'app',
    otherDebt: { balance: yuan('1000'), balanceOn: day('2026-07-05'), interest },
  })
  const of = ledger('2026-07-05', [account('huabei'), app], [bill('2026-07', '420'), purchase('2026-07-02', '500')])
  // In July 420.00 and a part of 100.00 take all of it. In August the bill of 500.00 leaves too little for the next part.
  expect(paidIn(of, { money: { kind: 'monthly', amount: yuan('520'), payOn: 10 } }).slice(0, 4)).toEqual([
    ['2026-07-10', 'huabei', '420.00'],
    ['2026-07-20', 'app', '100.00'],
    ['2026-08-10', 'huabei', '420.00'],
    ['2026-08-20', 'app', '100.00'],
  ])
})

test('who pays what is asked for pays what is overdue today, also where an extra only comes later', () => {
  const of = ledger('2026-07-20', [account('huabei')], [bill('2026-07', '500')])
  const recurring = [{ from: month('2026-08'), through: month('2026-08'), amount: yuan('5') }]
  expect(paidIn(of, { recurring })).toEqual([['2026-07-20', 'huabei', '502.50']])
})

const window = { from: month('2026-08'), through: month('2026-10'), amount: yuan('5') }
const moneys: readonly [string, Plan['money'], readonly string[]][] = [
  [
    'of its own it has none, and extras come on the 1st',
    { kind: 'enough' },
    ['2026-08-01 5', '2026-09-01 5', '2026-10-01 5'],
  ],
  [
    'a monthly amount comes on its day, from the start on, with the extras of its months',
    { kind: 'monthly', amount: yuan('100'), payOn: 31 },
    ['2026-07-31 100', '2026-08-31 105', '2026-09-30 105', '2026-10-31 105', '2026-11-30 100'],
  ],
  [
    'with the due days it comes on the 1st, at first on the start',
    { kind: 'monthly', amount: yuan('100'), payOn: 'due-day' },
    ['2026-07-15 100', '2026-08-01 105', '2026-09-01 105', '2026-10-01 105', '2026-11-01 100'],
  ],
  [
    'income comes on its days less what is kept, extras with the first of them',
    {
      kind: 'income',
      income: [
        { day: 25, amount: yuan('300') },
        { day: 16, amount: yuan('100') },
        { day: 25, amount: yuan('1') },
        { day: 3, amount: yuan('200') },
      ],
      expenses: yuan('230'),
      cushion: yuan('20'),
    },
    [
      // Of 200.00 on the 3rd and 100.00 on the 16th 250.00 are kept, in July as well.
      '2026-07-16 50',
      '2026-07-25 301',
      '2026-08-03 5',
      '2026-08-16 50',
      '2026-08-25 301',
      '2026-09-03 5',
      '2026-09-16 50',
      '2026-09-25 301',
      '2026-10-03 5',
      '2026-10-16 50',
      '2026-10-25 301',
      '2026-11-03 0',
      '2026-11-16 50',
      '2026-11-25 301',
    ],
  ],
]
test.each(moneys)('when money arrives, and how much: %s', (_name, money, days) => {
  const start = day('2026-07-15')
  const run = { plan: plan({ money, recurring: [window] }, start), start }
  const told: string[] = []
  for (let on = nextMoneyDay(run, addDays(start, -1)); on < day('2026-12-01'); on = nextMoneyDay(run, on))
    told.push(`${dayText(on)} ${arriving(run, on) / 100}`)
  expect(told).toEqual(days)
  expect(arriving(run, day('2026-08-02'))).toBe(0)
})

const extra = (from: string) => ({
  money: { kind: 'enough' as const },
  recurring: [{ from: month(from), through: month('2027-01'), amount: yuan('5') }],
})
const monthly = (amount: string, payOn: number | 'due-day') => ({
  money: { kind: 'monthly' as const, amount: yuan(amount), payOn },
})
const income = (expenses: string) => ({
  money: {
    kind: 'income' as const,
    income: [
      { day: 20, amount: yuan('100') },
      { day: 25, amount: yuan('200') },
    ],
    expenses: yuan(expenses),
    cushion: yuan('0'),
  },
})
test.each<[string, string, Partial<Plan>, string]>([
  ['its day', '2026-07-15', monthly('10', 20), '2026-07-20'],
  ['the start itself, if it is that day', '2026-07-15', monthly('10', 15), '2026-07-15'],
  ['that day of the next month', '2026-07-16', monthly('10', 15), '2026-08-15'],
  ['with the due days the start', '2026-07-16', monthly('10', 'due-day'), '2026-07-16'],
  ['of no money the start', '2026-07-16', monthly('0', 20), '2026-07-16'],
  ['the first income', '2026-07-15', income('99.99'), '2026-07-20'],
  ['the second, if the first is spent', '2026-07-15', income('100'), '2026-07-25'],
  ['the start, if all of it is spent', '2026-07-15', income('300'), '2026-07-15'],
  ['an extra 31 days from now', '2026-07-01', extra('2026-08'), '2026-08-01'],
  ['the start, if it comes later', '2026-07-01', extra('2026-09'), '2026-07-01'],
  ['the start, if nothing ever comes', '2026-07-15', { money: { kind: 'enough' } }, '2026-07-15'],
])('the first money is there on %s', (_name, from, by, expected) => {
  const start = day(from)
  expect(dayText(firstMoneyOn({ plan: plan(by, start), start }))).toBe(expected)
})

// Nothing but extras: those of October are not forgotten in July, nor those of 2027 between the two.
test('extras alone come in whatever month they begin', () => {
  const start = day('2026-07-01')
  const window = (from: string, through: string) => ({ from: month(from), through: month(through), amount: yuan('5') })
  const recurring = [window('2027-01', '2027-01'), window('2026-10', '2026-11')]
  const run = { plan: plan({ money: { kind: 'enough' }, recurring }, start), start }
  const next = ['2026-06-30', '2026-10-01', '2026-11-01'].map((after) => dayText(nextMoneyDay(run, day(after))))
  expect(next).toEqual(['2026-10-01', '2026-11-01', '2027-01-01'])
  expect(nextMoneyDay(run, day('2027-01-01'))).toBe(NEVER)
  // 25.00 of the card must be paid each month; April has 5.00 more.
  const byCard = project(cards(card('A', '1000', '0%', '25')), plan({ recurring: [window('2026-04', '2026-04')] }))
  const paid = byCard.events.filter(({ what, on }) => what === 'repayment' && on < day('2026-05-01'))
  expect(paid.map(({ on, amount }) => `${dayText(on)} ${yuanText(amount)}`)).toEqual([
    ...['2026-01-10 25.00', '2026-02-10 25.00', '2026-03-10 25.00', '2026-04-01 5.00', '2026-04-10 25.00'],
  ])
})

test('an extra of one month comes in that month alone, be it the first or the last', () => {
  const start = day('2026-07-01')
  const once = { from: month('2026-08'), through: month('2026-08'), amount: yuan('5') }
  for (const money of [{ kind: 'enough' } as const, monthly('10', 1).money]) {
    const run = { plan: plan({ money, recurring: [once] }, start), start }
    const own = money.kind === 'enough' ? 0 : yuan('10')
    expect(['2026-07-01', '2026-08-01', '2026-09-01'].map((on) => arriving(run, day(on)) - own)).toEqual([
      ...[0, yuan('5'), 0],
    ])
  }
})

test('lumps of one day are one sum; none comes twice', () => {
  const lump = (on: string, amount: string) => ({ on: day(on), amount: yuan(amount) })
  const by = plan(
    { lumps: [lump('2026-09-01', '7'), lump('2026-08-01', '5'), lump('2026-09-01', '8')] },
    day('2026-07-15'),
  )
  expect([lumpOn(by, day('2026-09-01')), lumpOn(by, day('2026-08-02'))]).toEqual([yuan('15'), 0])
  expect([nextLumpDay(by, day('2026-07-31')), nextLumpDay(by, day('2026-08-01'))]).toEqual([
    day('2026-08-01'),
    day('2026-09-01'),
  ])
  expect(nextLumpDay(by, day('2026-09-01'))).toBe(NEVER)
})

test('new spending comes on the 15th, through the last month of any', () => {
  const spending = (through: string) => ({ account: 'huabei', monthly: yuan('1'), through: month(through) })
  const by = plan({ newSpending: [spending('2026-08'), spending('2026-09'), spending('2026-07')] })
  expect([nextSpendingDay(by, day('2026-08-14')), nextSpendingDay(by, day('2026-08-15'))].map(dayText)).toEqual([
    '2026-08-15',
    '2026-09-15',
  ])
  expect([nextSpendingDay(by, day('2026-09-15')), nextSpendingDay(plan(), day('2026-08-14'))]).toEqual([NEVER, NEVER])
})

test('what was spent stands with its account, and an account in which money was left stays free', () => {
  const of = ledger(
    '2026-07-05',
    [account('huabei'), account('credit-purchase', { id: 'js' })],
    [repay('2026-07-04', '500')],
  )
  const spending = (id: string, amount: string) => ({ account: id, monthly: yuan(amount), through: month('2026-08') })
  const { accounts, freeOn } = project(
    of,
    plan({ newSpending: [spending('huabei', '100'), spending('js', '30')] }, of.today),
  )
  expect(accounts.map(({ id, spending: spent, freeOn: on }) => [id, yuanText(spent), on && dayText(on)])).toEqual([
    ['huabei', '200.00', '2026-09-10'],
    ['js', '60.00', '2026-09-10'],
  ])
  expect(freeOn && dayText(freeOn)).toBe('2026-09-10')
})

/** 1,000.00 in four equal parts of principal due on the 25th, 0.04 % a day since 10 July; a friend is paid what is over. */
test('interest that is still to run is set aside with its part, what was left unpaid of it as well', () => {
  const other = (id: string, balance: string, interest: OtherInterest) =>
    account('other', { id, otherDebt: { balance: yuan(balance), balanceOn: day('2026-07-10'), interest } })
  const parts = other('parts', '1000', { model: 'equal-principal', dailyRate: rate('0.04%'), count: 4, repayDay: 25 })
  const of = ledger('2026-07-10', [parts, other('friend', '5000', { model: 'none' })], [])
  const strategy = { kind: 'custom', order: ['friend'] } as const
  const until = (on: string, by: Partial<Plan>) => paidIn(of, { strategy, ...by }).filter(([paidOn]) => paidOn <= on)
  // 250.00 + 15 days = 6.00; then 250.00 + 31 days of 750.00 = 9.30.
  expect(until('2026-08-25', monthly('400', 15))).toEqual([
    ['2026-07-15', 'friend', '144.00'],
    ['2026-07-25', 'parts', '256.00'],
    ['2026-08-15', 'friend', '140.70'],
    ['2026-08-25', 'parts', '259.30'],
  ])
  // 5.00 of the 6.00 are paid: a third of 1,000.00, 1.00 and 31 days = 12.40 are kept of 1,005.00 in August.
  const lumps = [{ on: day('2026-08-15'), amount: yuan('1000') }]
  expect(until('2026-08-25', { ...monthly('5', 15), lumps })).toEqual([
    ['2026-07-25', 'parts', '5.00'],
    ['2026-08-15', 'friend', '658.26'],
    ['2026-08-25', 'parts', '346.74'],
  ])
})

// 500.00 are there today; the bill of 500.00 is due on the 10th.
test('what is due on the day on which money comes is left to that money; the day before, it is kept for', () => {
  const friend = account('other', {
    ...{ id: 'friend', name: 'friend' },
    otherDebt: { balance: yuan('900'), balanceOn: day('2026-07-05'), interest: { model: 'none' } },
  })
  const of = ledger('2026-07-05', [account('huabei'), friend], [bill('2026-07', '500')])
  const lumps = [{ on: of.today, amount: yuan('500') }]
  const strategy = { kind: 'custom', order: ['friend'] } as const
  const first = (payOn: number) => paidIn(of, { ...monthly('1000', payOn), lumps, strategy })[0]
  expect([first(10), first(11), first(9)]).toEqual([
    ['2026-07-05', 'friend', '500.00'],
    ['2026-07-10', 'huabei', '500.00'],
    ['2026-07-05', 'friend', '500.00'],
  ])
})

// 1,000.00 come on the 11th, after the bills of the 10th. What is bought on 15 July is due on 10 August, before money comes.
test.each<[string, readonly Plan['newSpending'][number][], string]>([
  ['of the account itself', [spending('huabei', '100', '2026-07')], '900.00'],
  ['of each account once', [spending('huabei', '100', '2026-07'), spending('js', '200', '2026-07')], '700.00'],
  ['not of a month whose bill is due after the next money', [spending('huabei', '100', '2026-09')], '900.00'],
  ['nothing where nothing is bought any more', [spending('huabei', '100', '2026-06')], '1000.00'],
])('what will be bought is set aside for its bill: %s', (_name, newSpending, expected) => {
  const friend = account('other', {
    ...{ id: 'friend', name: 'friend' },
    otherDebt: { balance: yuan('5000'), balanceOn: day('2026-07-05'), interest: { model: 'none' } },
  })
  const of = ledger('2026-07-05', [account('huabei'), account('credit-purchase', { id: 'js' }), friend], [])
  const strategy = { kind: 'custom', order: ['friend'] } as const
  expect(paidIn(of, { ...monthly('1000', 11), newSpending, strategy })[0]).toEqual(['2026-07-11', 'friend', expected])
})

// Every bill is paid anyway; 100.00 more come on 1 August, when nothing is owed, and 50.00 are bought on the 15th.
test('an extra that finds nothing to pay is there for what is bought later', () => {
  const newSpending = [{ account: 'huabei', monthly: yuan('50'), through: month('2026-08') }]
  const recurring = [{ from: month('2026-08'), through: month('2026-08'), amount: yuan('100') }]
  const of = ledger('2026-07-20', [account('huabei')], [])
  expect(paidIn(of, { newSpending, recurring })).toEqual([['2026-08-15', 'huabei', '50.00']])
})

// The minimum of 500.00 is 100.00. 60.00 of it were paid on the 3rd: 40.00 are left to pay on the 10th.
test('what was paid of a bill before its due day counts for its minimum', () => {
  const facts = [bill('2026-07', '500', { shownMinimum: yuan('100') }), repay('2026-07-03', '60', { month: '2026-07' })]
  const of = ledger('2026-07-05', [account('huabei')], facts)
  expect(paidIn(of, { strategy: { kind: 'minimum-only' } })[0]).toEqual(['2026-07-10', 'huabei', '40.00'])
})

// 300.00 in three parts with 3.00 each, due on 10 October, November and December: what is left is in the parts to come.
test.each([
  ['the day before one is due it is paid the day after', '2025-11-09', ['2025-11-10 153.00', '2025-12-10 153.00']],
  ['on the day on which one is due it is paid that day', '2025-11-10', ['2025-11-10 153.00', '2025-12-10 153.00']],
  ['the day after that it was settled', '2025-11-11', ['2025-12-10 303.00']],
  ['on the day of the last', '2025-12-10', ['2025-12-10 303.00']],
  ['after the last what is left is paid on the next pay day', '2025-12-11', ['2026-01-10 303.00']],
  ['and on that day itself, months later', '2026-03-10', ['2026-03-10 303.00']],
])('parts of a debt elsewhere: %s', (_name, start, expected) => {
  const interest = { model: 'flat-fee', count: 3, feeRate: rate('3%'), repayDay: 10 } as const
  const parts = account('other', {
    id: 'A',
    otherDebt: { balance: yuan('300'), balanceOn: day('2025-09-20'), interest },
  })
  expect(paidIn(ledger(start, [parts], []), {}).map(([on, , amount]) => `${on} ${amount}`)).toEqual(expected)
})

// 300.00 at 0.05 % a day: the last part bears interest since 10 November, the pay day before it, 0.15 a day.
test.each([
  ['2025-12-10', '2025-12-10 304.50'],
  ['2025-12-20', '2026-01-10 309.15'],
  ['2026-01-10', '2026-01-10 309.15'],
])('the last part of a debt elsewhere bears interest until it is paid: from %s', (start, expected) => {
  const interest = { model: 'equal-principal', count: 3, dailyRate: rate('0.05%'), repayDay: 10 } as const
  const parts = account('other', {
    id: 'A',
    otherDebt: { balance: yuan('300'), balanceOn: day('2025-09-20'), interest },
  })
  expect(paidIn(ledger(start, [parts], []), {}).map(([on, , amount]) => `${on} ${amount}`)).toEqual([expected])
})

test('an account elsewhere of which no debt is stated owes nothing, and keeps no plan from its end', () => {
  const of = cards(card('A', '100', '0%'), account('other', { id: 'empty' }))
  const { accounts, freeOn } = project(of, plan({ money: { kind: 'monthly', amount: yuan('100'), payOn: 10 } }))
  expect(freeOn && dayText(freeOn)).toBe('2026-01-10')
  expect(accounts.map(({ id, paid }) => [id, yuanText(paid)])).toEqual([
    ['A', '100.00'],
    ['empty', '0.00'],
  ])
})
