import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, day, dayText, month, monthText } from '#shared/kernel/day.ts'
import { type Fen, fen, yuanText } from '#shared/kernel/money.ts'
import type { Entry, Repayment } from '#shared/ledger/entry.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import type { PlanProgress, PlanProgressFigures } from '#shared/outlook/answers.ts'
import type { Plan } from '#shared/outlook/plan.ts'
import { planProgress } from '#shared/outlook/projection/plan-progress.ts'
import { startOf } from '#shared/outlook/projection/project.ts'
import { simulate } from '#shared/outlook/projection/simulate.ts'
import { account, bill, installments, ledger, purchase, refund, repay, yuan } from '../ledger/facts.ts'
import { runs } from '../runs.ts'
import { anyDebts, anyPlanFor } from './any-plan.ts'
import { plan } from './oracle-plans.ts'

const figures = ({ opening, spending, otherwise, paid, closing }: PlanProgressFigures): string =>
  [opening, spending, otherwise, paid, closing].map(yuanText).join(' ')
const table = ({ months }: PlanProgress): string[] =>
  months.flatMap((one) => [
    `${monthText(one.month)} plan ${figures(one.planned)}`,
    `${monthText(one.month)} real ${figures(one.actual)}`,
  ])

/** Two purchases of 1,000.00 in June: the bill of July (issued 1 July, due 10 July) holds both. */
const bought = [purchase('2026-06-05', '1000'), purchase('2026-06-20', '1000')]
const payInFull = (from: string): Plan =>
  plan({ name: '还清', money: { kind: 'monthly', amount: yuan('3000'), payOn: 'due-day' } }, day(from))

test('on its first day a plan has nothing behind it', () => {
  const of = ledger('2026-07-02', [account('huabei')], bought)
  expect(planProgress(of, payInFull('2026-07-02'))).toBeNull()
  expect(planProgress(of, payInFull('2026-07-03'))).toBeNull()
})

test('paid as planned: both sides are the same, and nothing is behind', () => {
  const of = ledger('2026-08-05', [account('huabei')], [...bought, repay('2026-07-10', '2000')])
  const progress = planProgress(of, payInFull('2026-07-02'))!
  expect(table(progress)).toEqual([
    '2026-07 plan 2000.00 0.00 0.00 2000.00 0.00',
    '2026-07 real 2000.00 0.00 0.00 2000.00 0.00',
    '2026-08 plan 0.00 0.00 0.00 0.00 0.00',
    '2026-08 real 0.00 0.00 0.00 0.00 0.00',
  ])
  expect(progress).toMatchObject({ plan: '还清', behind: 0, freeOn: { planned: day('2026-07-10') } })
})

// Paid 500 of 2,000, bought for 300 and got 50 back. The minimum of 200 is met, so 1,500 roll from 11 July at 0.05 % a
// day: 21 days to the end of July are 15.75. 2,000 + 250 + 15.75 − 500 = 1,765.75.
test('less paid and more bought than planned stands where it happened', () => {
  const facts: Entry[] = [...bought, repay('2026-07-10', '500'), purchase('2026-07-12', '300')]
  const of = ledger('2026-07-31', [account('huabei')], [...facts, refund('2026-07-15', '50', null)])
  const progress = planProgress(of, payInFull('2026-07-02'))!
  expect(table(progress)).toEqual([
    '2026-07 plan 2000.00 0.00 0.00 2000.00 0.00',
    '2026-07 real 2000.00 250.00 15.75 500.00 1765.75',
  ])
  expect(progress.behind).toBe(yuan('1765.75'))
  expect(progress.accounts).toEqual([{ id: 'huabei', planned: 0, actual: yuan('1765.75') }])
  // What rolled bears interest until it is paid on 10 August; that interest is billed on 1 September.
  expect(progress.freeOn).toEqual({ planned: day('2026-07-10'), now: day('2026-09-10') })
})

test('money that no debt needed is not counted as paid', () => {
  const of = ledger('2026-07-20', [account('huabei')], [...bought, repay('2026-07-10', '2600')])
  expect(table(planProgress(of, payInFull('2026-07-02'))!)[1]).toMatch(/ 2000\.00 0\.00$/)
})

// The plan begins on 2 July, today is 31 July: what was paid on 2 July is part of the start on both sides.
test.each([
  ['on the day of the start it is part of the start', repay('2026-07-02', '100'), '1900.00 0.00 0.00 0.00 1900.00'],
  ['the day after it counts', repay('2026-07-03', '100'), '2000.00 0.00 0.00 100.00 1900.00'],
  ['today it counts', repay('2026-07-31', '100'), '2000.00 0.00 0.00 100.00 1900.00'],
  ['tomorrow it does not', repay('2026-08-01', '100'), '2000.00 0.00 0.00 0.00 2000.00'],
  ['into another account it does not', repay('2026-07-03', '100', { account: 'js' }), '2000.00 0.00 0.00 0.00 2000.00'],
])('which repayments count: %s', (_name, repayment, expected) => {
  const due = { set: { statementDay: 1, dueDay: 31 } }
  const of = ledger('2026-07-31', [account('huabei', due), account('credit-purchase', { id: 'js' })], [...bought])
  const [, real] = table(planProgress({ ...of, entries: [...of.entries, repayment] }, payInFull('2026-07-02'))!)
  expect(real).toBe(`2026-07 real ${expected}`)
})

// 2,000.00 of July are paid with 2,600.00: 600.00 wait for what is posted next. 250.00 bought on 12 July take from them.
test('money paid early counts in no month as paid; what it covers is bought without a debt', () => {
  const of = ledger(
    '2026-08-31',
    [account('huabei')],
    [...bought, repay('2026-07-10', '2600'), purchase('2026-07-12', '250')],
  )
  expect(table(planProgress(of, payInFull('2026-07-02'))!).filter((line) => line.includes('real'))).toEqual([
    '2026-07 real 2000.00 250.00 -250.00 2000.00 0.00',
    '2026-08 real 0.00 0.00 0.00 0.00 0.00',
  ])
})

test('a purchase in installments is no debt before it was bought', () => {
  const phone = purchase('2026-07-15', '1200')
  const inParts = installments('1200', 12, '0%', { of: phone.id, firstBill: month('2026-08') })
  const of = ledger('2026-07-31', [account('huabei')], [...bought, repay('2026-07-10', '2000'), phone, inParts])
  expect(owedOn(of, day('2026-07-14')).total).toBe(yuan('0'))
  expect(owedOn(of, day('2026-07-15')).total).toBe(yuan('1200'))
  expect(table(planProgress(of, payInFull('2026-07-02'))!)[1]).toMatch(
    /2026-07 real 2000\.00 1200\.00 0\.00 2000\.00 1200\.00$/,
  )
})

test('what a copied bill holds beyond its rows was borrowed, not charged', () => {
  const of = ledger('2026-08-02', [account('huabei')], [...bought, repay('2026-07-10', '2000'), bill('2026-08', '640')])
  expect(table(planProgress(of, payInFull('2026-07-02'))!).at(-1)).toBe('2026-08 real 0.00 640.00 0.00 0.00 640.00')
})

test('a debt elsewhere whose balance was copied anew is left out on both sides', () => {
  const card = (balanceOn: string) =>
    account('other', {
      id: 'card',
      otherDebt: { balance: yuan('900'), balanceOn: day(balanceOn), interest: { model: 'none' } },
    })
  const progress = (balanceOn: string) =>
    planProgress(ledger('2026-07-31', [card(balanceOn)], []), payInFull('2026-07-02'))!
  const anew = progress('2026-07-03')
  expect([anew.leftOut, anew.accounts, anew.months[0]!.actual.closing]).toEqual([['card'], [], 0])
  expect([progress('2026-07-02').leftOut, progress('2026-07-02').months[0]!.actual.closing]).toEqual([[], yuan('900')])
})

/** The repayments that a plan makes, as facts. */
function followed(of: Ledger, made: Plan, through: Day): Ledger {
  const { events } = simulate({ ...startOf(of, made), withEvents: true, through })
  const paid = events.filter(({ what }) => what === 'repayment' || what === 'early-settlement')
  const entries = paid.map(
    (event, index): Repayment => ({
      ...repay(dayText(event.on), '1'),
      id: `planned-${index}`,
      amount: event.amount,
      split: [{ account: event.account, amount: event.amount, month: null, settles: event.settles }],
    }),
  )
  return { ...of, today: through, entries: [...of.entries, ...entries] }
}

/** A day after all facts that are made up: what happens later is only what the plan does. */
const AFTER_ALL = day('2026-09-20')

const anyFollowed = anyDebts
  .map((of) => ({ ...of, today: AFTER_ALL }))
  .chain((of) =>
    anyPlanFor(of).map((made): { of: Ledger; made: Plan } => ({
      of: { ...of, accounts: of.accounts.filter(({ kind }) => kind !== 'other') },
      // Whoever is short of money pays bills in an order of their own, which events do not tell.
      made: { ...made, from: of.today, money: { kind: 'enough' }, newSpending: [] },
    })),
  )

/** A plan from the middle of the facts. */
const anyLater = anyDebts.chain((of) =>
  anyPlanFor(of).map((made): { of: Ledger; made: Plan } => ({ of, made: { ...made, from: of.today } })),
)

test('both sides add up in every month, and each month opens with what the last one left', () => {
  fc.assert(
    fc.property(anyLater, fc.integer({ min: 1, max: 200 }), ({ of, made }, days) => {
      const progress = planProgress({ ...of, today: addDays(made.from, days) }, made)!
      let before: { planned: Fen; actual: Fen } | null = null
      for (const { planned, actual } of progress.months) {
        for (const { opening, spending, otherwise, paid, closing } of [planned, actual])
          expect(opening + spending + otherwise - paid).toBe(closing)
        if (before === null) expect(planned.opening).toBe(actual.opening)
        else expect([planned.opening, actual.opening]).toEqual([before.planned, before.actual])
        before = { planned: planned.closing, actual: actual.closing }
      }
      const last = progress.months.at(-1)!
      expect(progress.behind).toBe(last.actual.closing - last.planned.closing)
      expect(progress.accounts.reduce((sum, one) => sum + one.actual, 0)).toBe(last.actual.closing)
    }),
    runs(60),
  )
})

// Four installments of 600 (50 each a month, no fee) are left of twelve on 20 September. Closing soonest, the lump of 200
// settles them at once: as a plain repayment it would only wait for the bill of October.
test('what a plan settles early says which installments, and settled so in truth it comes true', () => {
  const phone = installments('600', 12, '0%', { account: 'js', firstBill: month('2026-02'), paidPeriods: 8 })
  const of = ledger('2026-09-20', [account('credit-purchase', { id: 'js' })], [phone])
  const soonest = plan(
    {
      money: { kind: 'enough' },
      strategy: { kind: 'soonest-closure', target: 'credit-purchase' },
      lumps: [{ on: day('2026-09-25'), amount: yuan('200') }],
    },
    of.today,
  )
  const through = day('2026-10-05')
  const { events } = simulate({ ...startOf(of, soonest), withEvents: true, through })
  expect(events.map(({ on, what, amount, settles }) => [dayText(on), what, yuanText(amount), settles])).toEqual([
    ['2026-09-25', 'early-settlement', '200.00', phone.id],
    ['2026-09-25', 'free', '0.00', null],
  ])
  const progress = planProgress(followed(of, soonest, through), soonest)!
  expect(table(progress)[1]).toBe('2026-09 real 200.00 0.00 0.00 200.00 0.00')
  expect(progress.behind).toBe(fen(0))
})

test('whoever pays as planned sees the plan come true', () => {
  fc.assert(
    fc.property(anyFollowed, fc.integer({ min: 1, max: 120 }), ({ of, made }, days) => {
      const through = addDays(made.from, days)
      const real = followed(of, made, through)
      const progress = planProgress(real, made)!
      expect(progress.months.map(({ actual }) => figures(actual))).toEqual(
        progress.months.map(({ planned }) => figures(planned)),
      )
      expect(progress.behind).toBe(fen(0))
    }),
    runs(60),
  )
})
