import { type Fen, fen, ZERO } from '#shared/kernel/money.ts'

/** The sixteen cells in which Alipay itself quotes a debt: four rows by when, four columns by what (engine.md 7). */
export const ROWS = ['overdue', 'billed', 'next', 'future'] as const
export const COLUMNS = ['principal', 'interest', 'fee', 'penalty'] as const
export type Row = (typeof ROWS)[number]
export type Column = (typeof COLUMNS)[number]

export type ByColumn<T> = { readonly [C in Column]: T }
export type Grid<T> = { readonly [R in Row]: ByColumn<T> }
/** Amounts in fen; none is ever negative. */
export type Cells = Grid<Fen>

/** `shown` was copied from Alipay and wins; `derived` follows from facts and sourced rules; `assumed` rests on a default or an unanswered question. */
export type Certainty = 'shown' | 'derived' | 'assumed'

const WEAKNESS: Record<Certainty, number> = { shown: 0, derived: 1, assumed: 2 }

/** A sum is as certain as the weakest of its parts. */
export const weakest = (a: Certainty, b: Certainty): Certainty => (WEAKNESS[a] >= WEAKNESS[b] ? a : b)

/**
 * How certain the sum of all cells is: as the weakest that is not zero. A sum of nothing but zeros was not copied from
 * anywhere: it is derived at best, and assumed where one of its zeros is.
 */
export function certaintyOfSum(
  accounts: readonly { readonly cells: Cells; readonly certainty: Grid<Certainty> }[],
): Certainty {
  const parts = accounts.flatMap(({ cells, certainty }) =>
    ROWS.flatMap((row) => COLUMNS.map((column) => ({ amount: cells[row][column], certainty: certainty[row][column] }))),
  )
  const [first, ...others] = parts.filter(({ amount }) => amount !== 0)
  return first
    ? others.reduce((sum, part) => weakest(sum, part.certainty), first.certainty)
    : parts.reduce<Certainty>((sum, part) => weakest(sum, part.certainty), 'derived')
}

export function grid<T>(cell: (row: Row, column: Column) => T): Grid<T> {
  const byColumn = (row: Row): ByColumn<T> => ({
    principal: cell(row, 'principal'),
    interest: cell(row, 'interest'),
    fee: cell(row, 'fee'),
    penalty: cell(row, 'penalty'),
  })
  return {
    overdue: byColumn('overdue'),
    billed: byColumn('billed'),
    next: byColumn('next'),
    future: byColumn('future'),
  }
}

export const emptyCells = (): Cells => grid(() => ZERO)

export const totalOf = (cells: Cells): Fen => fen(ROWS.reduce((sum, row) => sum + rowTotal(cells, row), 0))
export const rowTotal = (cells: Cells, row: Row): Fen =>
  fen(COLUMNS.reduce((sum, column) => sum + cells[row][column], 0))
export const columnTotal = (cells: Cells, column: Column): Fen =>
  fen(ROWS.reduce((sum, row) => sum + cells[row][column], 0))

export const addCells = (a: Cells, b: Cells): Cells => grid((row, column) => fen(a[row][column] + b[row][column]))
