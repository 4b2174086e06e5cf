import type { ReactNode } from 'react'
import { unreachable } from '#shared/kernel/outcome.ts'
import { percentText } from '#shared/kernel/rate.ts'
import type { Entry, Repayment } from '#shared/ledger/entry.ts'
import { annualRateText } from '#shared/ledger/honest-rate.ts'
import { Amount } from '../../components/amount.tsx'
import { DayText } from '../../components/day-text.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useAccountName } from '../../state/account-names.ts'
import { EachPeriod } from './each-period.tsx'
import { entriesWords } from './entries-words.ts'

/** What an entry states beside its day, account and amount. */
export function EntryFacts({ entry }: { readonly entry: Entry }) {
  const say = useWords(entriesWords)
  const format = useFormat()
  switch (entry.kind) {
    case 'purchase':
      return (
        <Fact
          name={say('postedOn')}
          note={entry.postedOn !== null && entry.postingAssumed ? say('postingAssumed') : null}
        >
          {entry.postedOn === null ? say('notPosted') : <DayText day={entry.postedOn} form="column" />}
        </Fact>
      )
    case 'bill':
      return (
        <>
          {entry.shown === null ? null : (
            <Fact name={say('shownTotal')}>
              <Amount value={entry.shown} />
            </Fact>
          )}
          {entry.shownMinimum === null ? null : (
            <Fact name={say('shownMinimum')}>
              <Amount value={entry.shownMinimum} />
            </Fact>
          )}
          {entry.paid === 0 ? null : (
            <Fact name={say('paidBefore')}>
              <Amount value={entry.paid} />
            </Fact>
          )}
        </>
      )
    case 'repayment':
      return <SplitFacts repayment={entry} />
    case 'installments':
      return (
        <>
          <Fact
            name={say('periods', { n: entry.count, paid: entry.paidPeriods })}
            {...(entry.certain ? {} : { note: say('planFeeAssumed') })}
          >
            {say('feeRate', { rate: percentText(entry.feeRate), yearly: annualRateText(entry.feeRate, entry.count) })}
          </Fact>
          <EachPeriod entry={entry} />
        </>
      )
    case 'loan':
      return (
        <>
          <Fact
            name={say('periods', { n: entry.count, paid: entry.paidParts })}
            {...(entry.certain ? {} : { note: say('termsAssumed') })}
          >
            {say('dailyRate', { rate: percentText(entry.dailyRate) })}
          </Fact>
          <EachPeriod entry={entry} />
        </>
      )
    case 'deferral':
      return (
        <Fact
          name={say('fee')}
          note={entry.certain === false ? say('feeAssumed') : say('billMonth', { month: format.month(entry.month) })}
        >
          <Amount value={entry.fee} />
        </Fact>
      )
    case 'refund':
    case 'quota':
    case 'review':
      return null
    default:
      return unreachable(entry)
  }
}

function SplitFacts({ repayment }: { readonly repayment: Repayment }) {
  const say = useWords(entriesWords)
  const format = useFormat()
  const nameOf = useAccountName()
  if (repayment.split === null) return <Fact name={say('split')}>{say('splitNone')}</Fact>
  return repayment.split.map((part) => (
    <Fact
      key={`${part.account}-${part.month}-${part.settles}`}
      name={say('splitLine', {
        account: nameOf(part.account),
        month: part.month === null ? '' : format.month(part.month),
      })}
    >
      <Amount value={part.amount} />
    </Fact>
  ))
}

function Fact(props: { readonly name: string; readonly note?: string | null; readonly children: ReactNode }) {
  return (
    <>
      <dt>
        {props.name}
        {props.note ? <small>{props.note}</small> : null}
      </dt>
      <dd>{props.children}</dd>
    </>
  )
}
