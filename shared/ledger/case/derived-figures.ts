import { type Fen, fen } from '#shared/kernel/money.ts'
import { rowTotal } from '../cells.ts'
import type { AccountOwed } from '../owed.ts'
import type { ComparedFigure } from './case-fact.ts'

/** The four figures that Alipay shows of an account, as the ledger has them (engine.md 7). */
export function derivedFigures(owed: AccountOwed): { readonly [figure in ComparedFigure]: Fen } {
  return {
    billed: fen(rowTotal(owed.cells, 'overdue') + rowTotal(owed.cells, 'billed')),
    unbilled: rowTotal(owed.cells, 'next'),
    installments: rowTotal(owed.cells, 'future'),
    usedQuota: owed.usedQuota,
  }
}
