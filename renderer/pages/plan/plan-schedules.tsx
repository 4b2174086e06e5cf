import { useState } from 'react'
import type { EntryRow } from '#shared/contract/views.ts'
import { dayText, monthText } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen } from '#shared/kernel/money.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import { annualRateText } from '#shared/ledger/honest-rate.ts'
import { installmentsOf } from '#shared/ledger/installment-plan.ts'
import { loanPartsOf } from '#shared/ledger/loan.ts'
import { termsOn } from '#shared/ledger/terms.ts'
import { Amount } from '../../components/amount.tsx'
import { AskedUnlessZero } from '../../components/ask.tsx'
import { Section } from '../../components/section.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useAccountName } from '../../state/account-names.ts'
import { Answered } from '../../state/answered.tsx'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { debtName } from './debt-name.ts'
import { planWords } from './plan-words.ts'

/** Installment plans and loans as they were agreed, period by period; each opens on demand. */
export function PlanSchedules() {
  const say = useWords(planWords)
  const installments = hereOrNull(useAsk('listEntries', { kind: 'installments' }))?.rows ?? []
  const loans = hereOrNull(useAsk('listEntries', { kind: 'loan' }))?.rows ?? []
  const rows = [...installments, ...loans]
  if (rows.length === 0) return null
  return (
    <Section title={say('schedules')} aside={say('schedulesNote')}>
      <ul className="schedules">
        {rows.map((row) => (
          <li key={row.id}>
            <Schedule row={row} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Schedule({ row }: { readonly row: EntryRow }) {
  const nameOf = useAccountName()
  const [open, setOpen] = useState(false)
  const account = row.account === null ? '' : nameOf(row.account)
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>{debtName(row.label, account)}</span>
        <Amount value={row.amount} />
      </summary>
      {open ? <Periods id={row.id} /> : null}
    </details>
  )
}

function Periods({ id }: { readonly id: string }) {
  const answer = useAsk('getEntry', { id })
  return <Answered answer={answer}>{({ entry }) => <PeriodTable entry={entry} />}</Answered>
}

type Period = { readonly number: number; readonly when: string; readonly principal: Fen; readonly charge: Fen }

const amountOf = ({ principal, charge }: Period, what: 'principal' | 'charge' | 'sum'): Fen =>
  what === 'sum' ? fen(principal + charge) : what === 'charge' ? charge : principal

function PeriodTable({ entry }: { readonly entry: Entry }) {
  const say = useWords(planWords)
  const today = useToday()
  const accounts = hereOrNull(useAsk('listAccounts', {})) ?? []
  if (entry.kind !== 'installments' && entry.kind !== 'loan') return null
  const terms = accounts.find(({ id }) => id === entry.account)?.terms ?? []
  const periods: readonly Period[] =
    entry.kind === 'installments'
      ? installmentsOf(entry, termsOn(terms, today).remainderPeriod).map((one) => ({
          number: one.number,
          when: monthText(one.billMonth),
          principal: one.principal,
          charge: one.fee,
        }))
      : loanPartsOf(entry, terms).map((one) => ({
          number: one.number,
          when: dayText(one.dueOn),
          principal: one.principal,
          charge: one.interest,
        }))
  const figure = ({ number }: Period, what: string): string =>
    `schedule:${entry.id}:${number}:${what}@${dayText(today)}`
  return (
    <>
      {entry.kind === 'installments' && entry.feeRate > 0 ? (
        <p className="note">{say('honestRate', { rate: annualRateText(entry.feeRate, entry.count) })}</p>
      ) : null}
      {entry.certain ? null : <p className="note">{say('scheduleAssumed')}</p>}
      <table className="grid-table dense">
        <thead>
          <tr>
            <th scope="col">{say('period')}</th>
            <th scope="col">{say(entry.kind === 'loan' ? 'periodDue' : 'periodBill')}</th>
            {(['periodPrincipal', 'periodCharge', 'periodSum'] as const).map((word) => (
              <th scope="col" className="number" key={word}>
                {say(word)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {periods.map((one) => (
            <tr key={one.number}>
              <th scope="row">{one.number}</th>
              <td>{one.when}</td>
              <td className="number">
                <AskedUnlessZero figure={figure(one, 'principal')} amount={one.principal} />
              </td>
              <td className="number">
                <AskedUnlessZero figure={figure(one, 'charge')} amount={one.charge} />
              </td>
              <td className="number">
                <AskedUnlessZero figure={figure(one, 'sum')} amount={fen(one.principal + one.charge)} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {say('periodsTotal')}
            </th>
            {(['principal', 'charge', 'sum'] as const).map((what) => (
              <td className="number" key={what}>
                <AskedUnlessZero
                  figure={`schedule:${entry.id}:all:${what}@${dayText(today)}`}
                  amount={sumFen(periods.map((one) => amountOf(one, what)))}
                />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </>
  )
}
