import type { ReactNode } from 'react'
import { COLUMNS, type Column, ROWS, type Row } from '#shared/ledger/cells.ts'
import { useWords } from '../i18n/preferences.tsx'
import { partsWords } from './parts-words.ts'

/** The name of one cell: its row and its column. */
export function useCellName(): (row: Row, column: Column) => string {
  const say = useWords(partsWords)
  return (row, column) => `${say(`row.${row}`)} ${say(`column.${column}`)}`
}

/** The sixteen cells in which Alipay quotes a debt, with totals at the end of the rows, under the columns, or both. */
export function CellsTable(props: {
  readonly label: string
  readonly caption?: ReactNode
  readonly className?: string
  readonly columns?: readonly Column[]
  readonly cell: (row: Row, column: Column) => ReactNode
  readonly rowTotal?: (row: Row) => ReactNode
  readonly columnTotal?: (column: Column) => ReactNode
}) {
  const say = useWords(partsWords)
  const { columns = COLUMNS, rowTotal, columnTotal } = props
  return (
    <table className={`grid-table dense ${props.className ?? ''}`} aria-label={props.label}>
      {props.caption === undefined ? null : <caption>{props.caption}</caption>}
      <thead>
        <tr>
          <td />
          {columns.map((column) => (
            <th key={column} scope="col" className="number">
              {say(`column.${column}`)}
            </th>
          ))}
          {rowTotal === undefined ? null : (
            <th scope="col" className="number">
              {say('cellsTotal')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {ROWS.map((row) => (
          <tr key={row}>
            <th scope="row">{say(`row.${row}`)}</th>
            {columns.map((column) => (
              <td key={column} className="number">
                {props.cell(row, column)}
              </td>
            ))}
            {rowTotal === undefined ? null : <td className="number strong">{rowTotal(row)}</td>}
          </tr>
        ))}
      </tbody>
      {columnTotal === undefined ? null : (
        <tfoot>
          <tr>
            <th scope="row">{say('cellsTotal')}</th>
            {columns.map((column) => (
              <td key={column} className="number">
                {columnTotal(column)}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  )
}
