import { Fragment } from 'react'
import type { Day } from '#shared/kernel/day.ts'
import { sumFen } from '#shared/kernel/money.ts'
import { Amount } from '../../components/amount.tsx'
import { DayText } from '../../components/day-text.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useAccountName } from '../../state/account-names.ts'
import { useAccountPlaces } from '../../state/account-places.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { comingBills, heldBy } from './coming-bills.ts'
import { todayWords } from './today-words.ts'

/** Money that falls due first, though no bill says so yet: whoever reads only the issued ones would spend it. */
export function ComingBillsNote({ nextDue }: { readonly nextDue: Day | null }) {
  const say = useWords(todayWords)
  const nameOf = useAccountName()
  const placeOf = useAccountPlaces()
  const coming = comingBills(hereOrNull(useAsk('listBills', {})) ?? [], nextDue)
  if (coming === null) return null
  const bills = [...coming.bills].sort((a, b) => placeOf(a.account) - placeOf(b.account))
  return (
    <dl className="facts">
      <dt>
        {say.rich('comingDue', { day: <DayText key="day" day={coming.dueOn} form="short" /> })}
        <small>{say.rich('comingIssued', { day: <DayText key="day" day={coming.issuedOn} form="short" /> })}</small>
      </dt>
      <dd className="strong">
        <Amount value={sumFen(bills.map(heldBy))} />
      </dd>
      {bills.length < 2
        ? null
        : bills.map((bill) => (
            <Fragment key={bill.account}>
              <dt className="in">{nameOf(bill.account)}</dt>
              <dd className="in">
                <Amount value={heldBy(bill)} />
              </dd>
            </Fragment>
          ))}
    </dl>
  )
}
