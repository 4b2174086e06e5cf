import { expect, test } from 'vitest'
import { day, month } from '#shared/kernel/day.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import { closureOf } from '#shared/outlook/closure/closure-of.ts'
import { account, installments, ledger, purchase, repay } from '../ledger/facts.ts'
import { requirementsTold } from './closing-told.ts'

/**
 * What of Huabei is from before its upgrade must be settled before Credit Purchase can be closed alone (domain.md 6):
 * the upgrade of 15 May cuts the bill of June, and only what a bill takes over from there keeps a later one open.
 */
function earlier(today: string, ...entries: Entry[]): string[] {
  const accounts = [account('huabei', { upgradedOn: day('2026-05-15') }), account('credit-purchase')]
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
