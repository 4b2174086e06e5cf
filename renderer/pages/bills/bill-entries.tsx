import { useLocation } from 'wouter'
import { shownText } from '#shared/contract/texts/shown-text.ts'
import type { EntryPage, EntryRow } from '#shared/contract/views.ts'
import { fen, sumFen } from '#shared/kernel/money.ts'
import type { Bill } from '#shared/ledger/bill.ts'
import { Amount } from '../../components/amount.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Section } from '../../components/section.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { Sentence } from '../../i18n/sentences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { billFigure } from '../../state/bill-figure.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { billsWords } from './bills-words.ts'

/** What reduced the bill, from the bill's own derivation: the lines add up to what was paid. */
export function BillCredits({ bill }: { readonly bill: Bill }) {
  const say = useWords(billsWords)
  const format = useFormat()
  const today = useToday()
  const derivation = hereOrNull(useAsk('explain', { figure: billFigure(bill, today) }, { enabled: bill.paid !== 0 }))
  const lines = derivation?.lines.filter((line) => line.rule.startsWith('credit-')) ?? []
  const charged = derivation?.lines.filter((line) => line.rule === 'charge-daily').map((line) => line.amount) ?? []
  const onCharges = fen(sumFen(charged) - bill.parts.overdueCharges)
  const paid = lines.length === 0 ? bill.paid : fen(-sumFen(lines.map((line) => line.amount)))
  return (
    <Section title={say('payments')} aside={paid === 0 ? undefined : format.amount(paid)}>
      {paid === 0 ? (
        <p className="second">{say('noPayments')}</p>
      ) : (
        <dl className="facts bill-facts">
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of one figure in their own fixed order
            <div className="facts-line" key={index}>
              <dt>
                <Sentence code={line.rule} values={line.values} room="rule" />
              </dt>
              <dd>
                <Amount value={fen(-line.amount)} />
              </dd>
            </div>
          ))}
          {/* Without it what was paid and what is left would be more than the bill. */}
          {onCharges > 0 ? (
            <div className="facts-line">
              <dt>{say('ofWhichCharges')}</dt>
              <dd>
                <Amount value={onCharges} />
              </dd>
            </div>
          ) : null}
        </dl>
      )}
    </Section>
  )
}

const SHOWN = 8

/** The entries of the bill's window, the newest first. */
export function BillEntries({ page }: { readonly page: EntryPage }) {
  const say = useWords(billsWords)
  const [, navigate] = useLocation()
  const rows = [...page.rows].reverse().slice(0, SHOWN)
  const left = page.total - rows.length
  return (
    <Section title={say('entries')} aside={page.total === 0 ? undefined : String(page.total)}>
      {page.total === 0 ? <p className="note">{say('entriesNone')}</p> : null}
      <dl className="facts bill-facts">
        {rows.map((row) => (
          <EntryLine key={row.id} row={row} />
        ))}
      </dl>
      {left > 0 ? (
        <button type="button" className="link note" onClick={() => navigate('/entries')}>
          {say('entriesMore', { n: left })}
        </button>
      ) : null}
    </Section>
  )
}

function EntryLine({ row }: { readonly row: EntryRow }) {
  const reduces = row.kind === 'refund' || row.kind === 'deferral'
  return (
    <div className="facts-line">
      <dt>
        <span className="second">
          <DayText day={row.on} form="short" />
        </span>{' '}
        {shownText(row.label)}
      </dt>
      <dd>
        <Amount value={reduces ? fen(-row.amount) : row.amount} />
      </dd>
    </div>
  )
}
