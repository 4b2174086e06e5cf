import type { Day } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen, ZERO } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import { type Cells, COLUMNS, type Column, grid, ROWS, type Row, totalOf } from '#shared/ledger/cells.ts'
import type { PayoffQuote } from './answers.ts'

/**
 * What Alipay itself shows when it quotes a repayment, copied cell by cell: it wins over what was worked out, and the
 * difference stays in sight (engine.md, opening rule).
 */
export type ShownQuote = {
  readonly account: AccountId
  readonly on: Day
  /** An instant in milliseconds: Alipay's figures hold for the moment at which they were seen. */
  readonly at: number
  readonly cells: readonly ShownCell[]
}

export type ShownCell = { readonly row: Row; readonly column: Column; readonly amount: Fen }

export type ComparedQuote = {
  readonly cells: Cells
  /** The cells in which Alipay shows something else than was worked out. */
  readonly differing: readonly (ShownCell & { readonly derived: Fen })[]
  /** Cells that were copied, differing or not. */
  readonly copied: number
  /** The sum of the cells where Alipay's figures count, and the charge for settling early beside it. */
  readonly total: Fen
  /** What Alipay shows less what was worked out. */
  readonly difference: Fen
  /** Of it the interest and fees of what is not billed yet: what settling now costs more, or less, than was worked out. */
  readonly charges: Fen
}

/** A quote as it counts for what is to be paid: `isShown` where Alipay's own figures of its day were copied. */
export type CountingQuote = PayoffQuote & {
  readonly isShown: boolean
  /** The total that was worked out. */
  readonly derived: Fen
  /** What Alipay asks for settling more, or less, than was worked out. */
  readonly charges: Fen
}

/**
 * Alipay's figures win. What settling costs is what is not sure of a quote: where Alipay shows it, nothing is; else it
 * stays as unsure as it was.
 */
export function counting(quote: PayoffQuote, shown: readonly ShownQuote[]): CountingQuote {
  const own = shown.find(({ account, on }) => account === quote.account && on === quote.on)
  if (!own || own.cells.length === 0) return { ...quote, isShown: false, derived: quote.total, charges: ZERO }
  const { total, difference, charges } = compared(quote, own)
  const { low, high } = own.cells.some(isCharge) ? { low: quote.total, high: quote.total } : quote.range
  const range = { low: fen(low + difference), high: fen(high + difference) }
  return { ...quote, total, range, isShown: true, derived: quote.total, charges }
}

/** What settling all of them takes; `derived` is what was worked out, where anything of it was copied from Alipay. */
export type CountingTotal = {
  readonly total: Fen
  readonly range: PayoffQuote['range']
  readonly derived: Fen | null
}

export const countingTotal = (quotes: readonly CountingQuote[]): CountingTotal => ({
  total: sumFen(quotes.map(({ total }) => total)),
  range: {
    low: sumFen(quotes.map(({ range }) => range.low)),
    high: sumFen(quotes.map(({ range }) => range.high)),
  },
  derived: quotes.some(({ isShown }) => isShown) ? sumFen(quotes.map(({ derived }) => derived)) : null,
})

/** Interest and fees of what is not billed yet. */
const isCharge = ({ row, column }: ShownCell): boolean => (row === 'next' || row === 'future') && column !== 'principal'

export function compared(quote: PayoffQuote, shown: ShownQuote | null): ComparedQuote {
  const all = shown?.cells ?? []
  const shownIn = (row: Row, column: Column) => all.find((cell) => cell.row === row && cell.column === column)
  const cells = grid((row, column) => shownIn(row, column)?.amount ?? quote.cells[row][column])
  const differing = ROWS.flatMap((row) =>
    COLUMNS.flatMap((column) => {
      const cell = shownIn(row, column)
      const derived = quote.cells[row][column]
      return cell === undefined || cell.amount === derived ? [] : [{ ...cell, derived }]
    }),
  )
  return {
    cells,
    differing,
    copied: all.length,
    total: fen(totalOf(cells) + quote.earlyRepayFee),
    difference: fen(totalOf(cells) - totalOf(quote.cells)),
    charges: sumFen(differing.filter(isCharge).map(({ amount, derived }) => fen(amount - derived))),
  }
}

/** With a cell put in, or taken out where `amount` is null; a cell that stands there is replaced. */
export function withCell(
  cells: readonly ShownCell[],
  cell: { readonly row: Row; readonly column: Column; readonly amount: Fen | null },
): readonly ShownCell[] {
  const others = cells.filter(({ row, column }) => row !== cell.row || column !== cell.column)
  return cell.amount === null ? others : [...others, { ...cell, amount: cell.amount }]
}
