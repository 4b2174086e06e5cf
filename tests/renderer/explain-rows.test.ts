import { expect, test } from 'vitest'
import type { DerivationLine } from '#shared/ledger/derivation.ts'
import { isOwnPlan, shownRows } from '../../renderer/pages/explain/explain-rows.ts'

const line = (lines: readonly DerivationLine[] = []): DerivationLine =>
  ({
    rule: 'r',
    values: {},
    amount: 0,
    certainty: 'shown',
    rounding: null,
    source: '',
    lines,
  }) as unknown as DerivationLine
const tree = (...widths: number[]): DerivationLine[] => {
  const [width = 0, ...deeper] = widths
  return Array.from({ length: width }, () => line(tree(...deeper)))
}

test('few lines are all shown, each after the one it makes up', () => {
  const { rows, hidden } = shownRows(tree(2, 2), false)
  expect([rows.map(({ depth, path }) => `${depth} ${path}`), hidden]).toEqual([
    ['0 0.', '1 0.0.', '1 0.1.', '0 1.', '1 1.0.', '1 1.1.'],
    0,
  ])
})

test('of too many the deepest levels are left out, and come with a press', () => {
  const many = tree(4, 20, 10)
  const { rows, hidden } = shownRows(many, false)
  expect([rows.length, hidden]).toEqual([4 + 80, 800])
  expect(shownRows(many, true)).toMatchObject({ hidden: 0, rows: { length: 884 } })
  expect(shownRows(tree(500, 2), false)).toMatchObject({ hidden: 1000, rows: { length: 500 } })
})

test.each([
  ['plan:cost@2026-11-26', true],
  ['month:closing:2026-12@2026-11-26', true],
  ['month:interest:2026-11@2026-11-26', true],
  ['month:interest:2026-10@2026-11-26', false],
  ['month:closing:credit-purchase:江苏银行:2026-12@2026-11-26', true],
  ['progress:actual:paid:2026-11@2026-11-26', true],
  ['schedule:e1:2:sum@2026-11-26', false],
  ['month:bills:2026-12@2026-11-26', false],
  ['month:installments:2026-12@2026-11-26', false],
  ['notice:n1@2026-11-26', true],
  ['relief:last:huabei@2026-11-26', true],
  ['settle:loan:pay@2026-11-26', false],
  ['quote:huabei@2026-11-26', false],
])('%s is of what the user only plans: %s; nobody in a service could check that', (figure, expected) => {
  expect(isOwnPlan(figure)).toBe(expected)
})
