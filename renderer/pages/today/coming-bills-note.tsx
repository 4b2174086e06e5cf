import { Fragment } from 'react'
import { type Day, dayText } from '#shared/kernel/day.ts'
import { sumFen } from '#shared/kernel/money.ts'
import { AskedUnlessZero } from '../../components/ask.tsx'
import { DayText } from '../../components/day-text.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useAccountName } from '../../state/account-names.ts'
import { useAccountPlaces } from '../../state/account-places.ts'
import { billFigure } from '../../state/bill-figure.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { comingBills, heldBy } from './coming-bills.ts'
import { todayWords } from './today-words.ts'

/** Money that falls due first, though no bill says so yet: whoever reads only the issued ones would spend it. */
export function ComingBillsNote({ nextDue }: { readonly nextDue: Day | null }) {
  const say = useWords(todayWords)
  const nameOf = useAccountName()
  const placeOf = useAccountPlaces()
  const today = useToday()
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
        <AskedUnlessZero
          figure={`bills:coming:${dayText(coming.dueOn)}@${dayText(today)}`}
          amount={sumFen(bills.map(heldBy))}
        />
      </dd>
      {bills.length < 2
        ? null
        : bills.map((bill) => (
            <Fragment key={bill.account}>
              <dt className="in">{nameOf(bill.account)}</dt>
              <dd className="in">
                <AskedUnlessZero figure={billFigure(bill, today)} amount={heldBy(bill)} />
              </dd>
            </Fragment>
          ))}
    </dl>
  )
}
