import { type Fen, sumFen } from '#shared/kernel/money.ts'
import { rowTotal } from '#shared/ledger/cells.ts'
import { cellsOfAccount } from '#shared/ledger/owed-on.ts'
import type { Simulation } from './simulate.ts'

/** What is overdue when a plan begins. */
export const arrearsOf = ({ ledger, books }: Pick<Simulation, 'ledger' | 'books'>): Fen =>
  sumFen(ledger.accounts.map(({ id }) => rowTotal(cellsOfAccount(books, id).cells, 'overdue')))
