import { expect, it } from 'vitest'
import { dayText, month } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { openBooks } from '#shared/ledger/book/ledger-book.ts'
import { settleOrWait } from '#shared/outlook/projection/settle-or-wait.ts'
import { account, installments, ledger } from '../ledger/facts.ts'

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
