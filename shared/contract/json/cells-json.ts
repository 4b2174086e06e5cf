import { type Cells, type Certainty, type Grid, grid } from '#shared/ledger/cells.ts'
import { yuan } from './leaves.ts'

/** The 4 × 4 in the order in which Alipay quotes it. */
export const cellsJson = (cells: Cells): Grid<string> => grid((row, column) => yuan(cells[row][column]))
export const certaintyJson = (certainty: Grid<Certainty>): Grid<Certainty> =>
  grid((row, column) => certainty[row][column])
