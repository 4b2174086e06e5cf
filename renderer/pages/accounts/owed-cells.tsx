import { COLUMNS, type Column, columnTotal, type Row, rowTotal } from '#shared/ledger/cells.ts'
import type { AccountOwed } from '#shared/ledger/owed.ts'
import { AskedUnlessZero } from '../../components/ask.tsx'
import { CellsTable } from '../../components/cells-table.tsx'
import { CertaintyMark } from '../../components/certainty.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { owedFigure } from '../../state/owed-figure.ts'
import { accountsWords } from './accounts-words.ts'

/** What is owed in its sixteen cells. Columns that hold nothing leave; only what is assumed is marked. */
export function OwedCells({ owed }: { readonly owed: AccountOwed }) {
  const say = useWords(accountsWords)
  const today = useToday()
  return (
    <CellsTable
      label={say('cells')}
      columns={COLUMNS.filter((column) => column === 'principal' || columnTotal(owed.cells, column) !== 0)}
      cell={(row, column) => <Cell owed={owed} row={row} column={column} />}
      rowTotal={(row) => (
        <AskedUnlessZero figure={owedFigure(owed.id, row, today)} amount={rowTotal(owed.cells, row)} />
      )}
    />
  )
}

function Cell({ owed, row, column }: { readonly owed: AccountOwed; readonly row: Row; readonly column: Column }) {
  const today = useToday()
  const amount = owed.cells[row][column]
  const assumed = amount !== 0 && owed.certainty[row][column] === 'assumed'
  return (
    <>
      {assumed ? <CertaintyMark value="assumed" /> : null}{' '}
      <AskedUnlessZero figure={owedFigure(owed.id, `${row}.${column}`, today)} amount={amount} />
    </>
  )
}
