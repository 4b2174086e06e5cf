import { COLUMNS, type Column, columnTotal, ROWS, rowTotal } from '#shared/ledger/cells.ts'
import type { AccountOwed } from '#shared/ledger/owed.ts'
import { Amount } from '../../components/amount.tsx'
import { CertaintyMark } from '../../components/certainty.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { accountsWords } from './accounts-words.ts'

/** The sixteen cells in which Alipay itself quotes a debt. Columns that hold nothing leave; only what is assumed is marked. */
export function OwedCells({ owed }: { readonly owed: AccountOwed }) {
  const say = useWords(accountsWords)
  const columns = COLUMNS.filter((column) => column === 'principal' || columnTotal(owed.cells, column) !== 0)
  return (
    <table className="grid-table dense">
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{say('cells')}</span>
          </th>
          {columns.map((column) => (
            <th scope="col" key={column} className="number">
              {say(`column.${column}`)}
            </th>
          ))}
          <th scope="col" className="number">
            {say('total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {ROWS.map((row) => (
          <tr key={row}>
            <th scope="row">{say(`row.${row}`)}</th>
            {columns.map((column) => (
              <Cell key={column} owed={owed} row={row} column={column} />
            ))}
            <td className="number strong">
              <Amount value={rowTotal(owed.cells, row)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({
  owed,
  row,
  column,
}: {
  readonly owed: AccountOwed
  readonly row: (typeof ROWS)[number]
  readonly column: Column
}) {
  const amount = owed.cells[row][column]
  const assumed = amount !== 0 && owed.certainty[row][column] === 'assumed'
  return (
    <td className="number">
      {assumed ? <CertaintyMark value="assumed" /> : null} <Amount value={amount} />
    </td>
  )
}
