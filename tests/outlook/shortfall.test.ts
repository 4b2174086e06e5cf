import { describe, expect, it, test } from 'vitest'
import { day, dayText, month } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import type { Plan, PlanMoney } from '#shared/outlook/plan.ts'
import { project, startOf } from '#shared/outlook/projection/project.ts'
import type { Shortfall } from '#shared/outlook/projection/shortfall.ts'
import { simulate } from '#shared/outlook/projection/simulate.ts'
import { account, bill, installments, ledger, loan, purchase, repay, yuan } from '../ledger/facts.ts'
import { card, cards, monthly, plan } from './oracle-plans.ts'
import { tree } from './trees.ts'

/** Money that is missing is told on its day, with what becomes of each debt that asked for it (engine.md 9). */

const told = ({ on, required, available, debts }: Shortfall): string =>
  [
    `${dayText(on)} ${yuanText(required)} of ${yuanText(available)}`,
    ...debts.map(({ account: id, required: asked, paid, becomes }) =>
      [id, yuanText(asked), yuanText(paid), becomes].join(' '),
    ),
  ].join(', ')
const short = (of: Ledger, values: Partial<Plan>, from = of.today): readonly string[] =>
  simulate({ ...startOf(of, plan(values, from)), months: 4, withEvents: true }).shortfalls.map(told)
const each = (amount: string, payOn: number | 'due-day'): PlanMoney => ({
  kind: 'monthly',
  amount: yuan(amount),
  payOn,
})

describe('what is overdue when the plan begins', () => {
  // 1,000.00 are overdue since 10 July: 5.00 of charges on the 20th, 50 cents a day.
  const of = ledger('2026-07-20', [account('huabei')], [purchase('2026-06-05', '1000')])
  const first = (values: Partial<Plan>): string | undefined => short(of, values)[0]
  it.each<[string, Partial<Plan>, string | undefined]>([
    [
      'is asked for once the first money is there',
      { money: each('300', 25) },
      '2026-07-25 1007.50 of 300.00, huabei 1007.50 300.00 stays-overdue',
    ],
    ['and not before: what covers it then is enough', { money: each('1007.50', 25) }, undefined],
    [
      'a fen less is not',
      { money: each('1007.49', 25) },
      '2026-07-25 1007.50 of 1007.49, huabei 1007.50 1007.49 stays-overdue',
    ],
    [
      'at once where the money is there at once',
      { money: each('300', 'due-day') },
      '2026-07-20 1005.00 of 300.00, huabei 1005.00 300.00 stays-overdue',
    ],
    [
      'at once where no money ever comes',
      { money: each('0', 25) },
      '2026-07-20 1005.00 of 0.00, huabei 1005.00 0.00 stays-overdue',
    ],
    [
      'at once where the first money is more than a month away',
      {
        money: each('0', 25),
        recurring: [{ from: month('2026-09'), through: month('2026-12'), amount: yuan('2000') }],
      },
      '2026-07-20 1005.00 of 0.00, huabei 1005.00 0.00 stays-overdue',
    ],
    [
      'on the first pay day of which anything is left',
      {
        money: {
          kind: 'income',
          income: [
            { day: 22, amount: yuan('3000') },
            { day: 28, amount: yuan('500') },
          ],
          expenses: yuan('3000'),
          cushion: yuan('0'),
        },
      },
      '2026-07-28 1009.00 of 500.00, huabei 1009.00 500.00 stays-overdue',
    ],
    [
      'a lump before pays of it',
      { money: each('300', 25), lumps: [{ on: day('2026-07-22'), amount: yuan('706.45') }] },
      undefined,
    ],
    ['whoever has enough is never short', {}, undefined],
  ])('%s', (_name, values, expected) => {
    expect(first(values)).toBe(expected)
  })
  it('is told once, not with each payment', () => {
    expect(short(of, { money: each('300', 25) }).length).toBe(1)
  })
  it('is told with what falls due on the same day, and takes the money first', () => {
    const due = card('card', '1000', '24%', '50')
    const both = ledger('2026-07-20', [account('huabei'), due], [purchase('2026-06-05', '1000')])
    expect(short(both, { money: each('1030', 25) })[0]).toBe(
      '2026-07-25 1057.50 of 1030.00, huabei 1007.50 1007.50 paid, card 50.00 22.50 goes-on',
    )
  })
  it('of a loan as well', () => {
    // The part of 10 July: 1,000.00 and 30.00 of interest; 10 days at 0.075 % are 7.50.
    const late = ledger('2026-07-20', [account('borrow')], [loan('1000', '2026-05-10', { count: 1, repayDay: 10 })])
    expect(short(late, { money: each('100', 20) })[0]).toMatch(
      /^2026-07-20 [\d.]+ of 100.00, borrow [\d.]+ 100.00 stays-overdue$/,
    )
  })
})

describe('what becomes of what falls due', () => {
  const due: [string, Entry[], string][] = [
    [
      'a bill of which the minimum is not met is overdue from the next day',
      [bill('2026-07', '500', { shownMinimum: yuan('200') })],
      '2026-07-10 200.00 of 100.00, huabei 200.00 100.00 falls-overdue',
    ],
    [
      'of two, the one whose minimum is met rolls',
      [
        bill('2026-07', '500', { shownMinimum: yuan('200') }),
        bill('2026-07', '300', { account: 'js', shownMinimum: yuan('60') }),
      ],
      '2026-07-10 260.00 of 100.00, js 60.00 60.00 rolls, huabei 200.00 40.00 falls-overdue',
    ],
    [
      'of two, the one that is paid whole is paid',
      [
        bill('2026-07', '500', { shownMinimum: yuan('200') }),
        bill('2026-07', '50', { account: 'js', shownMinimum: yuan('50') }),
      ],
      '2026-07-10 250.00 of 100.00, js 50.00 50.00 paid, huabei 200.00 50.00 falls-overdue',
    ],
    [
      'a part of a loan is overdue from the next day',
      [loan('1000', '2026-06-10', { count: 1 })],
      '2026-07-10 1015.00 of 100.00, borrow 1015.00 100.00 falls-overdue',
    ],
  ]
  it.each(due)('%s', (_name, entries, expected) => {
    const accounts = [account('huabei'), account('credit-purchase', { id: 'js' }), account('borrow')]
    expect(short(ledger('2026-07-05', accounts, entries), { money: each('100', 6) })[0]).toBe(expected)
  })
  it('later, what stayed overdue takes the money before it', () => {
    // 500.00 fall overdue on 10 July; in August they and their charge take all the money that comes.
    const of = ledger(
      '2026-07-05',
      [account('huabei'), card('card', '1000', '24%', '50')],
      [bill('2026-07', '500', { shownMinimum: yuan('200') })],
    )
    expect(short(of, { money: each('100', 6) }).slice(0, 3)).toEqual([
      '2026-07-10 200.00 of 50.00, huabei 200.00 50.00 falls-overdue',
      '2026-08-06 50.00 of 0.00, card 50.00 0.00 goes-on',
      '2026-09-06 50.00 of 0.00, card 50.00 0.00 goes-on',
    ])
  })
})

it('what falls overdue before the first money is told once, on its due day', () => {
  const of = ledger(
    '2026-07-05',
    [account('huabei')],
    [bill('2026-06', '1000'), bill('2026-07', '800', { shownMinimum: yuan('80') })],
  )
  // 1,000.00 overdue since 10 June, 0.50 a day for 40 days on 20 July; 80.00 due on 10 July, before money comes.
  expect(short(of, { money: each('100', 20) }).slice(0, 2)).toEqual([
    '2026-07-10 80.00 of 0.00, huabei 80.00 0.00 falls-overdue',
    '2026-07-20 1020.00 of 100.00, huabei 1020.00 100.00 stays-overdue',
  ])
})

it('what is missing is told in the order in which it is paid: the oldest that is overdue, then the smallest minimum', () => {
  const accounts = [account('huabei'), account('credit-purchase', { id: 'js' })]
  const of = ledger('2026-07-05', accounts, [
    bill('2026-06', '100', { account: 'js' }),
    bill('2026-05', '200'),
    bill('2026-07', '900', { shownMinimum: yuan('90') }),
    bill('2026-07', '700', { account: 'js', shownMinimum: yuan('70') }),
  ])
  const by = plan({ money: each('380', 10) }, of.today)
  // Overdue on 10 July: 200.00 and 6.10 of charges since 10 May, 100.00 and 1.50 since 10 June; 72.40 are left.
  const [first] = simulate({ ...startOf(of, by), withEvents: true }).shortfalls
  expect(first?.debts.map(({ account: id, on, paid }) => [id, dayText(on), yuanText(paid)])).toEqual([
    ['huabei', '2026-05-10', '206.10'],
    ['js', '2026-06-10', '101.50'],
    ['js', '2026-07-10', '70.00'],
    ['huabei', '2026-07-10', '2.40'],
  ])
  expect(tree(of, by, 'plan:short:2026-07-10@2026-07-05')).toEqual([
    '206.10 short-overdue account=huabei on=2026-05-10 paid=206.10',
    '101.50 short-overdue account=credit-purchase on=2026-06-10 paid=101.50',
    '70.00 short-minimum account=credit-purchase on=2026-07-10 paid=70.00',
    '90.00 short-minimum account=huabei on=2026-07-10 paid=2.40',
    '-380.00 short-in-hand on=2026-07-10',
  ])
  expect(tree(of, by, 'plan:short:2026-07-11@2026-07-05')).toEqual(['no such figure'])
})

it('what is overdue is paid in the lender’s own order, as a repayment without a month is', () => {
  const bills = [bill('2026-06', '1000'), bill('2026-07', '800')]
  const of = ledger('2026-08-15', [account('huabei')], bills)
  const { events } = simulate({ ...startOf(of, plan({ money: each('300', 20) }, of.today)), withEvents: true })
  const paid = ledger('2026-08-31', [account('huabei')], [...bills, repay('2026-08-20', '300')])
  // Charges of both first, then the bill of June: what is charged from then on is less than with July's bill paid first.
  expect(events!.findLast(({ on }) => on <= day('2026-08-31'))?.balance).toBe(owedOn(paid).total)
})

describe('the goal of who is overdue', () => {
  const of = ledger(
    '2026-07-20',
    [account('huabei')],
    [purchase('2026-06-05', '1000'), installments('1200', 12, '0%', { firstBill: month('2026-08') })],
  )
  const goal = (freeBy: string, from: Ledger = of) =>
    project(from, plan({ money: each('100', 25), goal: { freeBy: day(freeBy) } }, from.today)).goal
  const alone = ledger('2026-07-20', [account('huabei')], [purchase('2026-06-05', '1000')])

  it('covers what is overdue at once, and says what is enough bit by bit', () => {
    const found = goal('2027-12-31', alone)
    expect(yuanText(found!.monthly!)).toBe('1007.50')
    expect(found!.reason).toMatchObject({
      code: 'goal-overdue-bit-by-bit',
      values: { overdue: '1005.00', freeBy: '2027-12-31' },
    })
    const enough = found!.reason!.values.monthly as string
    const by = (amount: string) => simulate(startOf(alone, plan({ money: each(amount, 25) }, alone.today)))
    expect(by(enough).freeOn).toBeLessThanOrEqual(day('2027-12-31'))
    expect(by(enough).shortfalls.flatMap(({ debts }) => debts.map(({ becomes }) => becomes))).toEqual(['stays-overdue'])
    // In steps of 10.00, for 1,007.50 a month.
    expect(by(String(Number(enough) - 10)).freeOn).toBeGreaterThan(day('2027-12-31'))
  })
  it('never calls enough what lets something else fall overdue', () => {
    // The installment of August is due before money comes again: what is overdue and it are asked for together.
    expect(goal('2027-12-31')).toMatchObject({ monthly: yuan('1107.50'), reason: null })
  })
  it('says nothing of it where the day itself asks for as much', () => {
    expect(goal('2026-07-25', alone)).toMatchObject({ monthly: yuan('1007.50'), reason: null })
  })
  it('nor where nothing is overdue', () => {
    expect(
      project(cards(card('A', '1000', '12%')), monthly('100', 'avalanche', { goal: { freeBy: day('2026-12-10') } }))
        .goal?.reason,
    ).toBe(null)
  })
})

test('what other debts ask for on a day without interest is no shortfall where there is nothing to pay', () => {
  const free = account('other', {
    id: 'friend',
    otherDebt: { balance: yuan('500'), balanceOn: day('2026-07-05'), interest: { model: 'none' } },
  })
  const daily = account('other', {
    id: 'daily',
    otherDebt: {
      balance: yuan('500'),
      balanceOn: day('2026-07-05'),
      interest: { model: 'daily-simple', dailyRate: rate('0.04%') },
    },
  })
  expect(short(ledger('2026-07-05', [free], []), { money: each('0', 6) })).toEqual([])
  // 20 cents a day: what has run by the pay day is asked for.
  expect(short(ledger('2026-07-05', [daily], []), { money: each('0', 6) })[0]).toBe(
    '2026-07-06 0.20 of 0.00, daily 0.20 0.00 goes-on',
  )
})
