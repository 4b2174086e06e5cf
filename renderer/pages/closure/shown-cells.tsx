import type { FormEvent } from 'react'
import { dayText } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { COLUMNS, type Column, columnTotal, ROWS, type Row } from '#shared/ledger/cells.ts'
import type { PayoffQuote } from '#shared/outlook/answers.ts'
import { compared, type ShownCell, type ShownQuote, withCell } from '#shared/outlook/shown-quote.ts'
import { Amount } from '../../components/amount.tsx'
import { Ask } from '../../components/ask.tsx'
import { Button } from '../../components/button.tsx'
import { CellsTable, useCellName } from '../../components/cells-table.tsx'
import { CertaintyMark } from '../../components/certainty.tsx'
import { parseMoneyField } from '../../components/field-parsing.ts'
import { Icon } from '../../components/icon.tsx'
import { usePreferences, useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { FailureNote } from '../../state/answered.tsx'
import { useCommand } from '../../state/use-command.ts'
import { dropDraft, useDraft } from '../../state/use-kept.ts'
import { closureWords } from './closure-words.ts'
import { type ShownSum, ShownTotal, useShownSum } from './shown-total.tsx'

const at = (row: Row, column: Column): string => `${row}.${column}`

/** What was worked out; a cell that Alipay shows otherwise is struck through. */
export function DerivedCells(props: {
  readonly quote: PayoffQuote
  readonly differing: readonly ShownCell[]
  readonly label: string
}) {
  const say = useWords(closureWords)
  const lost = new Set(props.differing.map(({ row, column }) => at(row, column)))
  const { cells, account, on } = props.quote
  const figure = (part: string) => `quote:${account}:${part}@${dayText(on)}`
  return (
    <CellsTable
      className="quote-cells"
      label={props.label}
      caption={
        <>
          {say('derivedHere')} <CertaintyMark value="derived" />
        </>
      }
      cell={(row, column) => {
        const amount = <Cell amount={cells[row][column]} figure={figure(`${row}.${column}`)} />
        return lost.has(at(row, column)) ? <s className="second">{amount}</s> : amount
      }}
      columnTotal={(column) => <Cell amount={columnTotal(cells, column)} figure={figure(column)} />}
    />
  )
}

function Cell({ amount, figure }: { readonly amount: Fen; readonly figure: string }) {
  if (amount === 0) return <Amount value={amount} />
  return (
    <Ask figure={figure}>
      <Amount value={amount} />
    </Ask>
  )
}

/** Fields for what Alipay shows, and one press that makes it count. */
export function ShownCells(props: {
  readonly quote: PayoffQuote
  readonly shown: ShownQuote | null
  readonly name: string
}) {
  const say = useWords(closureWords)
  const format = useFormat()
  const cellName = useCellName()
  const { hideAmounts } = usePreferences()
  const { quote, shown, name } = props
  const saved = Object.fromEntries(
    (shown?.cells ?? []).map((cell) => [at(cell.row, cell.column), yuanText(cell.amount)]),
  )
  const what = `cells of ${quote.account} on ${quote.on}`
  const [texts, setTexts] = useDraft<Readonly<Record<string, string>>>(what, saved)
  const copy = useCommand('copyQuote', { canUndo: true, done: () => say('shownDone', { name }) })
  const typed = typedCells(texts)
  const compare = (cells: readonly ShownCell[]) =>
    compared(quote, { account: quote.account, on: quote.on, at: 0, cells })
  const sum = useShownSum(compare(typed.cells))
  const cells = sum.cell === null ? typed.cells : withCell(typed.cells, sum.cell)
  const both = compare(cells)
  const differs = new Set(both.differing.map(({ row, column }) => at(row, column)))
  const changed = JSON.stringify(texts) !== JSON.stringify(saved) || sum.difference !== null
  const cannot = typed.wrong !== null ? 'shownWrong' : (sum.wrong ?? (changed ? null : 'shownNothing'))
  const save = async (cells: readonly ShownCell[]) => {
    const request = {
      account: quote.account,
      on: dayText(quote.on),
      cells: cells.map((cell) => ({ ...cell, amount: yuanText(cell.amount) })),
    }
    if ((await copy.run(request)) !== null) dropDraft((one) => one === what)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // One sum that is what was worked out says so of every cell.
    if (cannot === null) void save(cells.length === 0 && sum.difference === 0 ? allDerived(quote) : cells)
  }
  return (
    <form onSubmit={submit} noValidate>
      <CellsTable
        className="quote-cells"
        label={say('shownOf', { name })}
        caption={
          <>
            {say('shownHere')} <CertaintyMark value="shown" />
            {shown === null ? null : <span className="note"> {say('shownAt', { at: format.instant(shown.at) })}</span>}
          </>
        }
        cell={(row, column) => (
          <span className={differs.has(at(row, column)) ? 'shown-cell is-pinned' : 'shown-cell'}>
            {differs.has(at(row, column)) ? (
              <i className="shown-pin">
                <Icon name="pin" size={12} />
              </i>
            ) : null}
            <input
              type={hideAmounts ? 'password' : 'text'}
              inputMode="decimal"
              autoComplete="off"
              aria-label={cellName(row, column)}
              aria-invalid={typed.wrong === at(row, column) || undefined}
              // Blank: a figure here would look like one that was copied. That there is one tells the style an empty cell.
              placeholder=" "
              value={texts[at(row, column)] || pinnedIn(sum, row, column)}
              onChange={(event) => setTexts({ ...texts, [at(row, column)]: event.target.value })}
            />
          </span>
        )}
        // A sum of what was only worked out would pass for one that Alipay shows.
        {...(cells.length === 0
          ? {}
          : {
              columnTotal: (column) =>
                cells.some((one) => one.column === column) ? <Amount value={columnTotal(both.cells, column)} /> : null,
            })}
      />
      <ShownTotal sum={sum} />
      <Difference both={both} />
      <FailureNote failure={copy.failure} />
      <div className="row shown-end">
        <Button small submit cannot={cannot === null ? null : say(cannot)}>
          {say('shownSave')}
        </Button>
        {both.copied > 0 || shown !== null ? null : (
          <Button small kind="quiet" onPress={() => void save(allDerived(quote))}>
            {say('shownSame')}
          </Button>
        )}
        {shown === null ? null : (
          <Button small kind="quiet" onPress={() => void save([])}>
            {say('shownRemove')}
          </Button>
        )}
      </div>
    </form>
  )
}

function Difference({ both }: { readonly both: ReturnType<typeof compared> }) {
  const say = useWords(closureWords)
  if (both.differing.length === 0) return null
  return (
    <p className="note shown-differs" role="status">
      <Icon name="pin" size={12} />
      <span>
        {say.rich('shownDiffers', {
          n: both.differing.length,
          amount: <Amount key="amount" value={both.difference} form="sentence" />,
        })}
      </span>
    </p>
  )
}

/** What the difference of one sum makes of a cell in which nothing is typed. */
const pinnedIn = ({ cell }: ShownSum, row: Row, column: Column): string =>
  cell?.row === row && cell.column === column ? yuanText(cell.amount) : ''

/** The cells whose text is an amount; `wrong` is the first that is none. */
function typedCells(texts: Readonly<Record<string, string>>) {
  let cells: readonly ShownCell[] = []
  let wrong: string | null = null
  for (const row of ROWS) {
    for (const column of COLUMNS) {
      const text = texts[at(row, column)] ?? ''
      if (text.trim() === '') continue
      const amount = parseMoneyField(text)
      if (amount.ok && amount.value >= 0) cells = withCell(cells, { row, column, amount: amount.value })
      else wrong ??= at(row, column)
    }
  }
  return { cells, wrong }
}

/** Every cell just as it was worked out: what Alipay shows is the same. */
const allDerived = ({ cells }: PayoffQuote): readonly ShownCell[] =>
  ROWS.flatMap((row) => COLUMNS.map((column) => ({ row, column, amount: cells[row][column] })))
