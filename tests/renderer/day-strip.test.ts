import { expect, test } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import type { DerivationLine } from '#shared/ledger/derivation.ts'
import { stretchesOf } from '../../renderer/pages/explain/day-strip.ts'

const line = (values: DerivationLine['values'], lines: readonly DerivationLine[] = []): DerivationLine => ({
  rule: 'interest-stretch',
  values,
  amount: fen(332),
  certainty: 'derived',
  source: '2.5',
  rounding: 'halfUp',
  entries: [],
  lines,
})
const june = line({ from: '2026-06-11', through: '2026-06-30', days: 20 })
const july = line({ from: '2026-07-01', through: '2026-07-10', days: 10 })

test('the stretches of a derivation stand in order, wherever in the tree they are', () => {
  expect(stretchesOf([line({}, [july]), june])).toEqual([
    { from: day('2026-06-11'), through: day('2026-06-30'), days: 20 },
    { from: day('2026-07-01'), through: day('2026-07-10'), days: 10 },
  ])
})

test('two balances over the same days have no strip, nor has a year', () => {
  expect(stretchesOf([june, line({ from: '2026-06-30', through: '2026-07-02', days: 3 })])).toEqual([])
  expect(stretchesOf([line({ from: '2025-07-01', through: '2026-06-30', days: 365 })])).toEqual([])
})

test('purchases of a window are no stretch of interest', () => {
  expect(stretchesOf([line({ from: '2026-06-01', through: '2026-06-30', count: 2 })])).toEqual([])
})
