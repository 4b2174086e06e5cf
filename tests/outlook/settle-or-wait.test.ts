import { expect, it } from 'vitest'
import { dayText, month } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { openBooks } from '#shared/ledger/book/ledger-book.ts'
import { closureOf } from '#shared/outlook/closure/closure-of.ts'
import { loanSettleOrWait, settleOrWait } from '#shared/outlook/projection/settle-or-wait.ts'
import { account, installments, ledger, loan } from '../ledger/facts.ts'

/** Settling installments today, with the next bill, or never: what each takes and what it costs to the end (domain.md 4.13–4.18). */
it.each<[string, number, string[]]>([
  // 300.00 in three with 3.00 a period. Settled: the next fee and one more.
  ['three periods are left', 0, ['2026-07-05 306.00 6.00', '2026-08-10 309.00 9.00', '2026-10-10 309.00 9.00']],
  ['two', 1, ['2026-07-05 206.00 6.00', '2026-08-10 206.00 6.00', '2026-09-10 206.00 6.00']],
  ['one: there is no bill between', 2, ['2026-07-05 103.00 3.00', '2026-08-10 103.00 3.00']],
])('%s', (_name, paidPeriods, expected) => {
  const first = ['2026-08', '2026-07', '2026-06'][paidPeriods]!
  const plan = installments('300', 3, '3%', { firstBill: month(first), paidPeriods })
  const of = ledger('2026-07-05', [account('huabei')], [plan])
  const options = settleOrWait(openBooks(of, of.today)).flatMap((one) => one.options)
  expect(options.map(({ on, pay, costToEnd }) => `${dayText(on)} ${yuanText(pay)} ${yuanText(costToEnd)}`)).toEqual(
    expected,
  )
})

// Each period has 3.00 of fees; settled today the next fee and one more are asked, 6.00 in all.
it.each<[string, number, number]>([
  ['12 periods: 30.00 saved for 1,206.00, 2.4876 % rounded', 12, 249],
  ['3 periods: 3.00 saved for 306.00, 0.9804 %', 3, 98],
  ['2 periods: nothing', 2, 0],
])('what each yuan of it saves: %s', (_name, count, expected) => {
  const plan = installments(`${count * 100}`, count, '3%', { firstBill: month('2026-08') })
  const of = ledger('2026-07-05', [account('huabei')], [plan])
  expect(settleOrWait(openBooks(of, of.today)).map(({ savedPerYuan }) => savedPerYuan)).toEqual([expected])
})

/**
 * J1 by hand: 6,000.00 in six at 0.05 % a day, 1,053.15 each. Interest 90.00, 75.55, 60.89, 46.00, 30.90, 15.56; left after
 * each part 5,036.85, 4,059.25, 3,066.99, 2,059.84, 1,037.59. Drawn on 10 January, due on every 10th.
 */
const lent = (today: string, paidParts: number) =>
  ledger(today, [account('borrow')], [loan('6000', '2026-01-10', { paidParts })])

it.each<[string, string, number, string[]]>([
  // J2: 5,036.85 × 0.05 % × 10 = 25.18. Kept: 75.55 on the next due day, 228.90 to the end.
  [
    'ten days after the first part',
    '2026-02-20',
    1,
    ['2026-02-20 5062.03 25.18', '2026-03-10 5112.40 75.55', '2026-07-10 5265.75 228.90'],
  ],
  // The part of today asks for its own interest; the rest has borne none since.
  [
    'on a due day',
    '2026-03-10',
    1,
    ['2026-03-10 5112.40 75.55', '2026-04-10 5173.29 136.44', '2026-07-10 5265.75 228.90'],
  ],
  // 75.55 and 977.60 × 0.05 % × 1.5 × 3 = 2.20 are due whichever it is; 4,059.25 × 0.05 % × 3 = 6.09.
  [
    'three days overdue',
    '2026-03-13',
    1,
    ['2026-03-13 5120.69 83.84', '2026-04-10 5175.49 138.64', '2026-07-10 5267.95 231.10'],
  ],
  // 1,037.59 × 0.05 % × 10 = 5.19.
  [
    'with one part left there is no day between',
    '2026-06-20',
    5,
    ['2026-06-20 1042.78 5.19', '2026-07-10 1053.15 15.56'],
  ],
])('a loan %s: interest of the days that are saved, and no fee', (_name, today, paidParts, expected) => {
  const of = lent(today, paidParts)
  const [one] = loanSettleOrWait(openBooks(of, of.today))
  expect(
    one!.options.map(({ on, pay, costToEnd }) => `${dayText(on)} ${yuanText(pay)} ${yuanText(costToEnd)}`),
  ).toEqual(expected)
})

it('what each yuan of a loan saves: 203.72 for 5,062.03; a loan that is paid has nothing to settle', () => {
  const rate = (of: ReturnType<typeof lent>) => loanSettleOrWait(openBooks(of, of.today)).map((one) => one.savedPerYuan)
  expect(rate(lent('2026-02-20', 1))).toEqual([402])
  expect(rate(lent('2026-02-20', 6))).toEqual([])
})

it('closing Borrow soonest counts the interest that has run, as settling does: both say the same is saved', () => {
  const { choice } = closureOf(lent('2026-02-20', 1), 'borrow')
  expect([choice!.soonest.cost, choice!.bySchedule.cost].map(yuanText)).toEqual(['25.18', '228.90'])
})
