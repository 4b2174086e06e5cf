import { type Day, dayText } from '#shared/kernel/day.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import { type Cells, COLUMNS, columnTotal, ROWS, totalOf } from '#shared/ledger/cells.ts'
import type { PayoffQuote } from '#shared/outlook/answers.ts'
import { Amount } from '../../components/amount.tsx'
import { Ask } from '../../components/ask.tsx'
import { Section } from '../../components/section.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { Sentence } from '../../i18n/sentences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useAccountName } from '../../state/account-names.ts'
import { Answered } from '../../state/answered.tsx'
import { useAsk } from '../../state/use-ask.ts'
import { closureWords } from './closure-words.ts'

/** What paying an account off takes on a day: sixteen cells, fees, and what may still come. */
export function Quote({ account, on }: { readonly account: AccountId; readonly on: Day }) {
  const answer = useAsk('getQuote', { account, on: dayText(on) }, { keepLast: true })
  return <Answered answer={answer}>{(quote) => <QuoteSection quote={quote} />}</Answered>
}

function QuoteSection({ quote }: { readonly quote: PayoffQuote }) {
  const say = useWords(closureWords)
  const format = useFormat()
  const today = useToday()
  const name = useAccountName()(quote.account)
  const title =
    quote.on === today ? say('quoteTitle', { name }) : say('quoteTitleOn', { name, day: format.dayNear(quote.on) })
  return (
    <Section title={title} aside={say('quoteNote')}>
      <div className="quote">
        <CellTable cells={quote.cells} label={say('cells', { name })} />
        <div>
          <QuoteSum quote={quote} />
          {quote.warnings.map((one) => (
            <p className="note" key={`${one.code}${JSON.stringify(one.values)}`}>
              <Sentence {...one} room="outlook" />
            </p>
          ))}
          <Residues quote={quote} />
        </div>
      </div>
    </Section>
  )
}

function CellTable({ cells, label }: { readonly cells: Cells; readonly label: string }) {
  const say = useWords(closureWords)
  return (
    <table className="grid-table dense quote-cells" aria-label={label}>
      <thead>
        <tr>
          <td />
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className="number">
              {say(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ROWS.map((row) => (
          <tr key={row}>
            <th scope="row">{say(`row.${row}`)}</th>
            {COLUMNS.map((column) => (
              <td key={column} className="number">
                <Amount value={cells[row][column]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{say('cellsTotal')}</th>
          {COLUMNS.map((column) => (
            <td key={column} className="number">
              <Amount value={columnTotal(cells, column)} />
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  )
}

function QuoteSum({ quote }: { readonly quote: PayoffQuote }) {
  const say = useWords(closureWords)
  const { low, high } = quote.range
  return (
    <dl className="facts quote-sum">
      <dt>{say('cellsSum')}</dt>
      <dd>
        <Amount value={totalOf(quote.cells)} />
      </dd>
      {quote.earlyRepayFee === 0 ? null : (
        <>
          <dt>{say('earlyFee')}</dt>
          <dd>
            <Amount value={quote.earlyRepayFee} />
          </dd>
        </>
      )}
      <dt className="strong ruled">
        {say('quoteTotal')}
        {high === low ? null : (
          <small>{say.rich('quoteRange', { high: <Amount key="high" value={high} form="sentence" /> })}</small>
        )}
      </dt>
      <dd className="strong ruled total">
        <Ask figure={quote.explain}>
          <Amount value={quote.total} />
        </Ask>
      </dd>
    </dl>
  )
}

function Residues({ quote }: { readonly quote: PayoffQuote }) {
  const say = useWords(closureWords)
  const format = useFormat()
  if (quote.residue.length === 0 && (quote.safeAfter === null || quote.safeAfter <= quote.on)) return null
  return (
    <dl className="facts quote-sum">
      {quote.residue.length === 0 ? null : <dt className="note">{say('residue')}</dt>}
      <dd />
      {quote.residue.map((one) => (
        <div className="quote-line" key={`${one.what}${one.from}${one.amount}`}>
          <dt>
            {say(`residue.${one.what}`)}
            {one.until === null ? null : <small>{say('residueUntil', { day: format.dayNear(one.until) })}</small>}
          </dt>
          <dd>
            <Amount value={one.amount} />
          </dd>
        </div>
      ))}
      {quote.safeAfter === null ? null : (
        <>
          <dt className="note">{say('safeAfter', { day: format.dayNear(quote.safeAfter) })}</dt>
          <dd />
        </>
      )}
    </dl>
  )
}
