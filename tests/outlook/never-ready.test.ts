import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayText, month } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import type { ClosureTarget, Ledger } from '#shared/ledger/ledger.ts'
import { closureOf } from '#shared/outlook/closure/closure-of.ts'
import { bill, combined, installments, purchase, refund } from '../ledger/facts.ts'
import { runs } from '../runs.ts'
import { BREAKS, quietMonths } from './broken-ledgers.ts'
import { daysAgo, quotaCopy, review, settledLedger, TARGETS, TODAY } from './closing-stories.ts'

/** The worst error of this product is a false `ready` (engine.md 10). */

const anyLater = fc.integer({ min: 0, max: 40 })

/** The same ledger some days later, its records looked at again where they were current. */
const later = (ledger: Ledger, days: number): Ledger => {
  const today = addDays(TODAY, days)
  return { ...ledger, today, recordsCurrentOn: ledger.recordsCurrentOn === TODAY ? today : ledger.recordsCurrentOn }
}

const verdictOf = (ledger: Ledger, target: ClosureTarget) => closureOf(ledger, target).verdict

test('what the ways to break start from is ready, whatever came before it and on any day after', () => {
  fc.assert(
    fc.property(quietMonths, anyLater, fc.constantFrom(...TARGETS), (quiet, days, target) => {
      expect(verdictOf(later(settledLedger({}, quiet), days), target)).toBe('ready')
    }),
    runs(60),
  )
})

describe.each(BREAKS)('$name', ({ targets, broken }) => {
  test.each(targets)('never lets %s be ready', (target) => {
    fc.assert(
      fc.property(broken, anyLater, (ledger, days) => {
        expect(verdictOf(later(ledger, days), target)).not.toBe('ready')
      }),
      runs(100),
    )
  })
})

test('anything that is owed, waits or is old, in any mixture and on any day after, is never ready', () => {
  const anyPurchase = fc.record({ ago: fc.integer({ min: 0, max: 400 }), fen: fc.integer({ min: 1, max: 500_000 }) })
  const thing = fc.oneof(
    anyPurchase.map(
      ({ ago, fen }): Entry => purchase(dayText(daysAgo(ago)), yuanText(fen as never), { account: 'credit-purchase' }),
    ),
    anyPurchase.map(
      ({ ago, fen }): Entry =>
        purchase(dayText(daysAgo(ago)), yuanText(fen as never), { account: 'credit-purchase', postedOn: null }),
    ),
    anyPurchase.map(
      ({ fen }): Entry =>
        installments(yuanText(fen as never), 12, '7.5%', { account: 'credit-purchase', firstBill: month('2026-08') }),
    ),
    anyPurchase.map(
      ({ ago, fen }): Entry =>
        bill(dayText(daysAgo(ago + 20)).slice(0, 7), yuanText(fen as never), { account: 'credit-purchase' }),
    ),
    anyPurchase.map(
      ({ fen }): Entry => combined('2026-07-09', yuanText(fen as never), ['huabei', 'credit-purchase'], null),
    ),
    fc.constant<Entry>(review(['credit-purchase'])),
    fc.constant<Entry>(refund('2026-07-15', '3', null, { account: 'credit-purchase', inFlight: true })),
    fc.integer({ min: 1, max: 100 }).map((fen): Entry => quotaCopy('credit-purchase', yuanText(fen as never))),
  )
  fc.assert(
    fc.property(fc.array(thing, { minLength: 1, maxLength: 6 }), fc.integer({ min: 0, max: 40 }), (more, later) => {
      const today = addDays(TODAY, later)
      const whole = { ...settledLedger({}, more), today, recordsCurrentOn: today }
      for (const target of ['credit-purchase', 'huabei'] as const)
        expect(closureOf(whole, target).verdict).not.toBe('ready')
    }),
    runs(150),
  )
})
