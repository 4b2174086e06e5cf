import type { EntryPage, EntryRow } from '#shared/contract/views.ts'
import { fen } from '#shared/kernel/money.ts'
import type { Bill, BillParts, ProofExplanation } from '#shared/ledger/bill.ts'
import { Amount } from '../../components/amount.tsx'
import { AskedUnlessZero } from '../../components/ask.tsx'
import { CertaintyMark } from '../../components/certainty.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Icon } from '../../components/icon.tsx'
import { Section } from '../../components/section.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { billFigure } from '../../state/bill-figure.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { billsWords } from './bills-words.ts'

const REDUCING: readonly (keyof BillParts)[] = ['refunds', 'deferredOut', 'movedToInstallments']

/** The parts of a bill, line by line, down to its total; and where Alipay's figure differs, why that may be. */
export function BillMadeOf({ bill, entries }: { readonly bill: Bill; readonly entries: EntryPage }) {
  const say = useWords(billsWords)
  const parts = (Object.keys(bill.parts) as (keyof BillParts)[]).filter(
    (name) => name !== 'unexplained' && name !== 'overdueCharges' && bill.parts[name] !== 0,
  )
  const today = useToday()
  const differs = bill.proof.state === 'differs'
  return (
    <Section title={say('made')} aside={say('yuan')}>
      <dl className="facts bill-facts">
        {parts.map((name) => (
          <Line key={name} name={say(`part.${name}`)}>
            <Amount value={REDUCING.includes(name) ? fen(-bill.parts[name]) : bill.parts[name]} />
          </Line>
        ))}
        {!differs && bill.parts.unexplained !== 0 ? (
          <Line name={say('part.unexplained')}>
            <Amount value={bill.parts.unexplained} />
          </Line>
        ) : null}
        {differs ? (
          <>
            <dt className="ruled">
              {say('added')} <CertaintyMark value="derived" />
            </dt>
            <dd className="ruled">
              <AskedUnlessZero figure={billFigure(bill, today, 'derived')} amount={bill.derived} />
            </dd>
          </>
        ) : null}
        <dt className={differs ? 'strong' : 'strong ruled'}>
          {say(bill.shown === null ? 'total' : 'shownTotal')}{' '}
          <CertaintyMark value={bill.shown === null ? bill.certainty : 'shown'} />
        </dt>
        <dd className={differs ? 'strong' : 'strong ruled'}>
          <AskedUnlessZero figure={billFigure(bill, today, 'total')} amount={bill.total} />
        </dd>
        {/* They come after the bill and are no part of its total: above it they would not add up to it. */}
        {bill.parts.overdueCharges === 0 ? null : (
          <Line name={say('part.overdueCharges')}>
            <Amount value={bill.parts.overdueCharges} />
          </Line>
        )}
        {bill.proof.state === 'differs' ? (
          <>
            <dt className="is-attention">{say('difference')}</dt>
            <dd className="strong is-attention">
              <AskedUnlessZero figure={billFigure(bill, today, 'differs')} amount={bill.proof.difference} />
            </dd>
          </>
        ) : null}
      </dl>
      {bill.proof.state === 'differs' ? <Differs bill={bill} proof={bill.proof} entries={entries} /> : null}
    </Section>
  )
}

function Line({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Differs(props: {
  readonly bill: Bill
  readonly proof: Extract<Bill['proof'], { state: 'differs' }>
  readonly entries: EntryPage
}) {
  const say = useWords(billsWords)
  const format = useFormat()
  const amount = format.amount(fen(Math.abs(props.proof.difference)))
  return (
    <div className="call">
      <Icon name="warn" />
      <p className="strong">{say('differsTitle', { amount })}</p>
      <p>{say('differsText', { shown: format.amount(props.bill.total) })}</p>
      {props.proof.explanations.map((one) => (
        <Explanation key={one.rows.join()} explanation={one} entries={props.entries} />
      ))}
    </div>
  )
}

/** A set of rows that would make the figures agree: offered, never applied. */
function Explanation(props: { readonly explanation: ProofExplanation; readonly entries: EntryPage }) {
  const say = useWords(billsWords)
  const format = useFormat()
  const { rows, take, amount } = props.explanation
  return (
    <div>
      <p>{say('differsFits', { n: rows.length, amount: format.amount(amount) })}</p>
      <ul>
        {rows.map((id) => (
          <ProofRow key={id} id={id} known={props.entries.rows.find((row) => row.id === id) ?? null} />
        ))}
      </ul>
      <p className="second">{say(take === 'in' ? 'takeIn' : 'takeOut')}</p>
    </div>
  )
}

function ProofRow({ id, known }: { readonly id: string; readonly known: EntryRow | null }) {
  const found = hereOrNull(useAsk('getEntry', { id }, { enabled: known === null }))
  const entry = found?.entry
  const on = known?.on ?? (entry?.kind === 'purchase' ? entry.orderedOn : entry?.kind === 'refund' ? entry.on : null)
  const amount = known?.amount ?? (entry !== undefined && 'amount' in entry ? entry.amount : null)
  return (
    <li>
      {on === null ? null : <DayText day={on} form="short" />} {known?.label ?? entry?.label ?? id}{' '}
      {amount === null ? null : <Amount value={amount} form="sentence" />}
    </li>
  )
}
