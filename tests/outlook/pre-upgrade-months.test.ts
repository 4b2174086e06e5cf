import { expect, test } from 'vitest'
import { addMonths, day, type Month, month } from '#shared/kernel/day.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import { closureOf } from '#shared/outlook/closure/closure-of.ts'
import { account, bill, installments, ledger, purchase, repay } from '../ledger/facts.ts'
import { requirementsTold } from './closing-told.ts'

/**
 * What of Huabei is from before its upgrade must be settled before Credit Purchase can be closed alone (domain.md 6):
 * the upgrade of 15 May cuts the bill of June, and only what a bill takes over from there keeps a later one open.
 */
function earlier(today: string, ...entries: Entry[]): string[] {
  return earlierThan('2026-05-15', today, ...entries)
}

function earlierThan(upgradedOn: string, today: string, ...entries: Entry[]): string[] {
  const accounts = [account('huabei', { upgradedOn: day(upgradedOn) }), account('credit-purchase')]
  return requirementsTold(closureOf(ledger(today, accounts, entries), 'credit-purchase'))
    .filter((line) => line.includes('pre-upgrade'))
    .map((line) => line.trim().split(' ').slice(0, 3).join(' '))
}
const before = purchase('2026-05-10', '100', { id: 'before' })
const after = purchase('2026-06-05', '60', { id: 'after' })
const paidJune = repay('2026-06-10', '100', { month: '2026-06' })

test('a bill after one from before, which was paid, is not from before', () => {
  expect(earlier('2026-07-05', before, paidJune, after)).toEqual([])
})

test('a bill after one from before, whose rest it took over, is', () => {
  // 60.00 roll from 11 June on, 20 days through the 30th: 0.60.
  const part = repay('2026-06-10', '40', { month: '2026-06' })
  expect(earlier('2026-07-05', before, part, after)).toEqual([
    'pre-upgrade-bill-settled unmet 120.60',
    'pre-upgrade-bill month=2026-07 amount=120.60',
  ])
})

test('what rolls of a bill from after the upgrade is not from before, nor is the interest on it', () => {
  // Of 60.00 in the bill of July 10.00 are paid: 50.00 roll from 11 July on.
  const part = repay('2026-07-10', '10', { month: '2026-07' })
  expect(earlier('2026-07-20', before, paidJune, after, part)).toEqual([])
})

/** A plan of the purchase from before, in the bills of June and July; one of the purchase after it, in those from July on. */
const old = installments('100', 2, '0%', { of: 'before', firstBill: month('2026-06') })
const young = installments('60', 3, '0%', { of: 'after', firstBill: month('2026-07') })
const paidFirst = repay('2026-06-10', '50', { month: '2026-06' })

test('a bill with a period of a plan from before is, whatever plans stand beside it in the bill', () => {
  expect(earlier('2026-07-05', before, old, paidFirst, after, young)).toEqual([
    'pre-upgrade-bill-settled unmet 70.00',
    'pre-upgrade-bill month=2026-07 amount=70.00',
  ])
})

test('once such a plan has ended, a bill with periods of younger plans is not', () => {
  const paidSecond = repay('2026-07-10', '70', { month: '2026-07' })
  expect(earlier('2026-08-05', before, old, paidFirst, after, young, paidSecond)).toEqual([])
})

/** Two periods of 50.00 that no bill holds yet. */
const LEFT = ['pre-upgrade-bill-settled unmet 100.00', 'pre-upgrade-installments amount=100.00 [huabei']

test.each([
  ['bought the day before it: from before, though its first bill is of later days', '05-14', '05-14', '2026-08', LEFT],
  ['bought on its day: not, though its first bill begins before', '05-15', '05-15', '2026-06', []],
  ['ordered before and received after it: what counts is the receipt', '05-10', '05-20', '2026-06', []],
  ['ordered before it and not received yet: what counts is the order', '05-10', null, '2026-08', LEFT],
  ['ordered after it and not received yet: not', '05-20', null, '2026-06', []],
])('a plan is as old as its purchase: %s', (_name, ordered, posted, firstBill, expected) => {
  const phone = purchase(`2026-${ordered}`, '100', { postedOn: posted === null ? null : day(`2026-${posted}`) })
  const plan = installments('100', 2, '0%', { of: phone.id, firstBill: month(firstBill) })
  expect(earlier('2026-05-25', phone, plan)).toEqual(expected)
})

const LATE = ['pre-upgrade-bill-settled unmet 30.00', 'pre-upgrade-installments amount=30.00 [huabei']

// A bill has the days of the month before it: that of June begins on 1 May, that of July on 1 June.
test.each([
  ['the bill begins before: from before', '2026-05-25', '2026-06', LEFT],
  ['the bill begins after: not', '2026-07-05', '2026-07', []],
  ['a bill far ahead: it was made by today, in the days of the next one', '2026-05-25', '2026-09', LEFT],
  ['a bill far ahead, made at the latest in days after the upgrade: not', '2026-06-05', '2026-09', []],
])('a plan of which no purchase is known is as old as its first bill: %s', (_name, today, firstBill, expected) => {
  expect(earlier(today, installments('100', 2, '0%', { firstBill: month(firstBill) }))).toEqual(expected)
})

test('a bill that begins on the day of the upgrade holds nothing from before, one that begins a day earlier may', () => {
  const plan = installments('100', 2, '0%', { firstBill: month('2026-08') })
  expect(earlierThan('2026-07-01', '2026-07-20', plan)).toEqual([])
  expect(earlierThan('2026-07-02', '2026-07-20', plan)).toEqual(LEFT)
})

test('a plan of a bill is from before where that bill is, by what it took over as well', () => {
  const of = (month: Month) =>
    installments('50', 2, '0%', { origin: 'bill', fromBill: month, firstBill: addMonths(month, 1) })
  // 60.00 of June roll into July, 0.60 with them; 50.00 of the 60.60 are paid in parts from August on.
  const part = repay('2026-06-10', '40', { month: '2026-06' })
  expect(earlier('2026-07-05', before, part, of(month('2026-07')))).toEqual([
    'pre-upgrade-bill-settled unmet 60.60',
    'pre-upgrade-bill month=2026-07 amount=10.60',
    'pre-upgrade-installments amount=50.00 [huabei',
  ])
  expect(earlier('2026-07-05', before, paidJune, after, of(month('2026-07')))).toEqual([])
})

// The bill of June has days before the upgrade: 60.00 bought on the 20th of May, five days after it, are 30.00 in parts.
test.each([
  ['its copied total is the 60.00 of after the upgrade: not', '60', []],
  ['nobody copied its total: days before may lack entries', null, LATE],
  ['its copied total holds 40.00 that nothing tells of', '100', LATE],
])('a plan of a bill that the upgrade cuts: %s', (_name, total, expected) => {
  const later = purchase('2026-05-20', '60')
  const plan = installments('30', 2, '0%', {
    ...{ origin: 'bill', fromBill: month('2026-06'), firstBill: month('2026-07') },
  })
  const copied = total === null ? [] : [bill('2026-06', total)]
  const told = earlier('2026-06-20', later, ...copied, repay('2026-06-10', '70', { month: '2026-06' }), plan)
  expect(told).toEqual(expected)
})
