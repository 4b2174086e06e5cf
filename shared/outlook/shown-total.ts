import type { Fen } from '#shared/kernel/money.ts'
import type { Cells, Column, Row } from '#shared/ledger/cells.ts'

export type Place = { readonly row: Row; readonly column: Column }

/**
 * Alipay often shows one sum for paying off. Where it differs from the cells, the difference is in one of them: these can
 * hold it (none is ever negative), the likeliest first. That is what is charged there already and least proved, the fee of
 * settling early and interest that still runs; then principal, for a purchase or a repayment that is not recorded; then
 * cells that are empty.
 */
export function placesOf(cells: Cells, difference: Fen): readonly Place[] {
  const rank = ({ row, column }: Place): number => {
    if (cells[row][column] === 0) return 2
    return column === 'principal' ? 1 : 0
  }
  return LEAST_PROVED.filter(({ row, column }) => cells[row][column] + difference >= 0).sort(
    (a, b) => rank(a) - rank(b),
  )
}

const LEAST_PROVED: readonly Place[] = (
  ['fee', 'interest', 'penalty', 'principal'] as const satisfies Column[]
).flatMap((column) =>
  (['future', 'next', 'billed', 'overdue'] as const satisfies Row[]).map((row) => ({ row, column })),
)
