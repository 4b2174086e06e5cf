import { expect, it } from 'vitest'
import { fen } from '#shared/kernel/money.ts'
import { grid } from '#shared/ledger/cells.ts'
import type { PayoffQuote } from '#shared/outlook/answers.ts'
import { compared, counting, type ShownQuote, withCell } from '#shared/outlook/shown-quote.ts'

const QUOTE: PayoffQuote = {
  account: 'js',
  on: 20_644 as PayoffQuote['on'],
  total: fen(3_312_66),
  range: { low: fen(3_312_66), high: fen(3_312_66) },
  cells: grid((row, column) => fen(row === 'next' && column === 'interest' ? 166 : row === 'billed' ? 80_000 : 0)),
  earlyRepayFee: fen(11_100),
  residue: [],
  safeAfter: null,
  warnings: [],
  explain: 'quote:js@2026-07-10',
}
const shown = (...cells: ShownQuote['cells']): ShownQuote => ({ account: 'js', on: QUOTE.on, at: 0, cells })

it('what Alipay shows wins cell by cell, and the difference stays', () => {
  const same = { row: 'billed', column: 'fee', amount: fen(80_000) } as const
  const other = { row: 'next', column: 'interest', amount: fen(0) } as const
  const result = compared(QUOTE, shown(same, other))
  expect({ ...result, cells: [result.cells.billed.fee, result.cells.next.interest] }).toEqual({
    cells: [80_000, 0],
    differing: [{ ...other, derived: 166 }],
    copied: 2,
    total: 4 * 80_000 + 11_100,
    difference: -166,
    charges: -166,
  })
})

it('without a copied cell the quote is as it was worked out', () => {
  expect(compared(QUOTE, null)).toEqual({
    cells: QUOTE.cells,
    differing: [],
    copied: 0,
    total: 4 * 80_000 + 166 + 11_100,
    difference: 0,
    charges: 0,
  })
})

it('what Alipay asks for settling is the interest and fees of what is not billed yet; the rest is owed either way', () => {
  const result = compared(
    QUOTE,
    shown(
      { row: 'future', column: 'fee', amount: fen(7_200) },
      { row: 'next', column: 'interest', amount: fen(200) },
      { row: 'future', column: 'principal', amount: fen(5_000) },
      { row: 'billed', column: 'fee', amount: fen(90_000) },
      { row: 'overdue', column: 'penalty', amount: fen(12) },
    ),
  )
  expect([result.charges, result.difference]).toEqual([7_200 + 34, 7_200 + 34 + 5_000 + 10_000 + 12])
})

it('beside a cell those of its row and of its column stay', () => {
  const cell = (row: 'next' | 'billed', column: 'interest' | 'fee') => ({ row, column, amount: fen(1) })
  const others = [cell('next', 'fee'), cell('billed', 'interest'), cell('billed', 'fee')]
  expect(withCell([...others, cell('next', 'interest')], { ...cell('next', 'interest'), amount: null })).toEqual(others)
})

it('a cell is put in once, replaced, and taken out', () => {
  const at = { row: 'next', column: 'interest' } as const
  const once = withCell([], { ...at, amount: fen(5) })
  const twice = withCell(once, { ...at, amount: fen(0) })
  expect([once, twice, withCell(twice, { ...at, amount: null })]).toEqual([
    [{ ...at, amount: 5 }],
    [{ ...at, amount: 0 }],
    [],
  ])
})

it('what is to be paid moves with what Alipay shows of that account and day, and stays as unsure as it was', () => {
  const quote = { ...QUOTE, range: { low: QUOTE.total, high: fen(QUOTE.total + 900) } }
  const cell = { row: 'future', column: 'fee', amount: fen(7_200) } as const
  const told = (...all: ShownQuote[]) => {
    const { total, range, isShown } = counting(quote, all)
    return [total - QUOTE.total, range.low - QUOTE.total, range.high - QUOTE.total, isShown]
  }
  const late = { row: 'overdue', column: 'penalty', amount: fen(12) } as const
  expect(told(shown(late))).toEqual([12, 12, 912, true])
  // The charge for settling is what was not sure.
  expect(told(shown(cell))).toEqual([7_200, 7_200, 7_200, true])
  expect(told(shown(cell, late))).toEqual([7_212, 7_212, 7_212, true])
  expect(told()).toEqual([0, 0, 900, false])
  expect(told(shown())).toEqual([0, 0, 900, false])
  expect(told({ ...shown(cell), account: 'nb' })).toEqual([0, 0, 900, false])
  expect(told({ ...shown(cell), on: (QUOTE.on + 1) as ShownQuote['on'] })).toEqual([0, 0, 900, false])
})
