import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Fen, fen } from '#shared/kernel/money.ts'
import { type Cells, COLUMNS, type Column, grid, ROWS, type Row, totalOf } from '#shared/ledger/cells.ts'
import { withCell } from '#shared/outlook/shown-quote.ts'
import { placesOf } from '#shared/outlook/shown-total.ts'
import { runs } from '../runs.ts'

const cellsOf = (given: Partial<Record<`${Row}.${Column}`, number>>): Cells =>
  grid((row, column) => fen(given[`${row}.${column}`] ?? 0))
const told = (cells: Cells, difference: number, most = 3): readonly string[] =>
  placesOf(cells, fen(difference))
    .slice(0, most)
    .map(({ row, column }) => `${row}.${column}`)

describe('where the difference of one sum belongs', () => {
  const cells = cellsOf({
    'billed.principal': 100_000,
    'next.principal': 20_000,
    'next.fee': 450,
    'billed.interest': 120,
  })

  it('to a charge that is there and least proved, then to principal, then to what is empty', () => {
    expect(told(cells, 72, 6)).toEqual([
      'next.fee',
      'billed.interest',
      'next.principal',
      'billed.principal',
      'future.fee',
      'billed.fee',
    ])
  })

  it('to none that cannot hold it', () => {
    expect(told(cells, -300)).toEqual(['next.fee', 'next.principal', 'billed.principal'])
    expect(told(cells, -50_000)).toEqual(['billed.principal'])
    expect(told(cells, -100_001)).toEqual([])
  })

  it('and with it the cells add up to what Alipay shows, whichever is chosen', () => {
    const anyCells = fc
      .array(fc.nat(5000), { minLength: 16, maxLength: 16 })
      .map((all) => grid((row, column) => fen(all[ROWS.indexOf(row) * 4 + COLUMNS.indexOf(column)] ?? 0)))
    fc.assert(
      fc.property(anyCells, fc.nat(90_000), (some, shown) => {
        const difference = fen(shown - totalOf(some))
        for (const { row, column } of placesOf(some, difference)) {
          const amount: Fen = fen(some[row][column] + difference)
          expect(amount).toBeGreaterThanOrEqual(0)
          const [pinned] = withCell([], { row, column, amount })
          expect(totalOf(grid((r, c) => (r === row && c === column ? pinned!.amount : some[r][c])))).toBe(shown)
        }
        // Where a total is more, every cell can hold it.
        if (difference >= 0) expect(placesOf(some, difference)).toHaveLength(16)
      }),
      runs(200),
    )
  })
})
