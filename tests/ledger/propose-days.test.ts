import { expect, it } from 'vitest'
import { day, monthOf } from '#shared/kernel/day.ts'
import type { Entry, Repayment } from '#shared/ledger/entry.ts'
import { proposeDays } from '#shared/ledger/propose-days.ts'
import { account, purchase, repay } from './facts.ts'

/** An account of which nobody stated the days, and automatic repayments as the files write them. */
const unknown = account('huabei', {
  terms: [{ from: day('2020-01-01'), source: 'default', set: { statementDay: 1, dueDay: 10 } }],
})
const automatic = (on: string, values: Partial<Repayment> = {}): Repayment => {
  const plain = repay(on, '100')
  const split = plain.split!.map((part) => ({ ...part, month: monthOf(day(on)) }))
  return { ...plain, split, note: '花呗自动还款', ...values }
}
const days = (entries: Entry[], of = unknown) => proposeDays(of, entries)

it('three months on one day name the pair of that due day', () => {
  const three = [automatic('2026-05-20'), automatic('2026-06-20'), automatic('2026-07-20')]
  expect(days(three)).toEqual({ account: 'huabei', statementDay: 10, dueDay: 20 })
  expect(days(three.toReversed())).toEqual({ account: 'huabei', statementDay: 10, dueDay: 20 })
  expect(days([automatic('2026-05-15'), automatic('2026-06-15'), automatic('2026-07-15')])?.statementDay).toBe(5)
})

it('two agree with nobody, and a day that is offered nowhere is none', () => {
  expect(days([automatic('2026-06-20'), automatic('2026-07-20')])).toBeNull()
  expect(days([automatic('2026-05-13'), automatic('2026-06-13'), automatic('2026-07-13')])).toBeNull()
  expect(days([])).toBeNull()
})

it('only the newest three count: days that moved long ago say nothing', () => {
  const moved = [automatic('2026-03-10'), automatic('2026-04-10')]
  const now = [automatic('2026-05-20'), automatic('2026-06-20'), automatic('2026-07-20')]
  expect(days([...now, ...moved])?.dueDay).toBe(20)
  expect(days([...now.slice(1), ...moved])).toBeNull()
})

it('a repayment by hand, of a month that is not its own, of another account, or a purchase counts for nothing', () => {
  const two = [automatic('2026-06-20'), automatic('2026-07-20')]
  const other = automatic('2026-05-20')
  expect(days([...two, { ...other, note: '花呗主动还款' }])).toBeNull()
  expect(days([...two, { ...other, split: [{ ...other.split![0]!, month: monthOf(day('2026-04-01')) }] }])).toBeNull()
  expect(days([...two, { ...other, split: [{ ...other.split![0]!, account: 'js' }] }])).toBeNull()
  expect(days([...two, { ...other, split: null }])).toBeNull()
  expect(days([...two, purchase('2026-05-20', '100', { note: '自动还款' })])).toBeNull()
})

it('nothing is proposed against what the user stated', () => {
  const three = [automatic('2026-05-20'), automatic('2026-06-20'), automatic('2026-07-20')]
  expect(days(three, account('huabei'))).toBeNull()
  const half = account('huabei', { terms: [{ from: day('2020-01-01'), source: 'user', set: { dueDay: 10 } as never }] })
  expect(days(three, { ...half, terms: [{ from: day('2020-01-01'), source: 'user', set: { dueDay: 10 } }] })).toBeNull()
})
