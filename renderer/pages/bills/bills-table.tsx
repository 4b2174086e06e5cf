import { memo, useState } from 'react'
import type { BillView } from '#shared/contract/views.ts'
import { dayText, monthText } from '#shared/kernel/day.ts'
import { fen, sumFen } from '#shared/kernel/money.ts'
import type { BillKey } from '#shared/ledger/ledger.ts'
import { leftRolling } from '#shared/ledger/rolling.ts'
import { Amount } from '../../components/amount.tsx'
import { AskedUnlessZero } from '../../components/ask.tsx'
import { Icon } from '../../components/icon.tsx'
import { BillState, PaidPie } from '../../components/state-marks.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useAccountName } from '../../state/account-names.ts'
import { useAccountPlaces } from '../../state/account-places.ts'
import { askAhead } from '../../state/ask-ahead.ts'
import { useRowsInSight } from '../../state/use-rows-in-sight.ts'
import { billQuestion } from './bill-item.ts'
import { billsWords } from './bills-words.ts'

/** Older bills than these wait behind a press: what is open, and a year and a half of history, is what people look at. */
const SHOWN_ROWS = 40

const ROWS = { above: 260, row: 30 }

type Props = {
  readonly bills: readonly BillView[]
  /** No filter hides any: only then is their sum a figure of the ledger, and can be asked. */
  readonly isAll: boolean
  readonly open: BillKey | null
  readonly onOpen: (key: BillKey) => void
  readonly isChosen: (key: BillKey) => boolean
  /** Several at once from the box in the head. */
  readonly onChoose: (keys: readonly BillKey[], chosen: boolean) => void
}

/** Bills by month, the newest first, one line for each account. */
export function BillsTable(props: Props) {
  const say = useWords(billsWords)
  const format = useFormat()
  const [all, setAll] = useState(false)
  const placeOf = useAccountPlaces()
  const today = useToday()
  const sorted = [...props.bills].sort((a, b) => b.month - a.month || placeOf(a.account) - placeOf(b.account))
  const shown = all ? sorted : sorted.slice(0, SHOWN_ROWS)
  const drawn = shown.slice(0, useRowsInSight(shown.length, ROWS))
  const unpaid = sumFen(sorted.filter((bill) => bill.status !== 'upcoming').map((bill) => bill.unpaid))
  const months = sorted.map((bill) => bill.month)
  return (
    <>
      <table className="grid-table bills">
        <thead>
          <tr>
            <th scope="col" className="bills-choose">
              <input
                type="checkbox"
                aria-label={say('chooseAll')}
                checked={shown.every(props.isChosen)}
                onChange={(event) => props.onChoose(shown, event.target.checked)}
              />
            </th>
            <th scope="col">{say('colMonth')}</th>
            <th scope="col">{say('colAccount')}</th>
            <th scope="col" className="number">
              {say('colTotal')}
            </th>
            <th scope="col" className="number bills-paid">
              {say('colPaid')}
            </th>
            <th scope="col" className="number">
              {say('colUnpaid')}
            </th>
            <th scope="col">{say('colState')}</th>
            <th scope="col" className="bills-proof">
              {say('colProof')}
            </th>
          </tr>
        </thead>
        <tbody>
          {drawn.map((bill, index) => (
            <BillRow
              key={`${bill.account}-${bill.month}`}
              bill={bill}
              first={shown[index - 1]?.month !== bill.month}
              last={shown[index + 1]?.month !== bill.month}
              open={props.open?.account === bill.account && props.open.month === bill.month}
              onOpen={props.onOpen}
              chosen={props.isChosen(bill)}
              onChoose={props.onChoose}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {months[0] === months.at(-1)
                ? say.rich('footOneMonth', {
                    n: sorted.length,
                    month: <time key="month">{format.month(months[0]!)}</time>,
                  })
                : say.rich('foot', {
                    n: sorted.length,
                    from: <time key="from">{format.month(months.at(-1)!)}</time>,
                    to: <time key="to">{format.month(months[0]!)}</time>,
                  })}
            </th>
            <td />
            <td className="bills-paid" />
            <td className="number total">
              <AskedUnlessZero figure={props.isAll ? `bills:unpaid@${dayText(today)}` : null} amount={unpaid} />
            </td>
            <td />
            <td className="bills-proof" />
          </tr>
        </tfoot>
      </table>
      {shown.length < sorted.length ? (
        <button type="button" className="link note" onClick={() => setAll(true)}>
          {say('showAll', { n: sorted.length - shown.length })}
        </button>
      ) : null}
    </>
  )
}

/** Drawn anew only where something of it has changed: opening one bill leaves the others as they are. */
const BillRow = memo(function BillRow(props: {
  readonly bill: BillView
  readonly first: boolean
  readonly last: boolean
  readonly open: boolean
  readonly onOpen: (key: BillKey) => void
  readonly chosen: boolean
  readonly onChoose: Props['onChoose']
}) {
  const say = useWords(billsWords)
  const format = useFormat()
  const nameOf = useAccountName()
  const { bill } = props
  const rolled = leftRolling(bill)
  return (
    <tr className={props.last ? 'bills-last' : undefined} aria-selected={props.open || undefined}>
      <td className="bills-choose">
        <input
          type="checkbox"
          aria-label={say('choose', { name: nameOf(bill.account), month: format.month(bill.month) })}
          checked={props.chosen}
          onChange={(event) => props.onChoose([bill], event.target.checked)}
        />
      </td>
      <td>{props.first ? monthText(bill.month) : null}</td>
      <td>
        <button
          type="button"
          className="bills-name"
          aria-label={say('open', { name: nameOf(bill.account), month: format.month(bill.month) })}
          onPointerEnter={() => void askAhead('getBill', billQuestion(bill))}
          onClick={() => props.onOpen(bill)}
        >
          {nameOf(bill.account)}
        </button>
      </td>
      <td className="number">
        <Amount value={bill.total} />
      </td>
      <td className="number bills-paid">
        <Amount value={bill.paid} />
      </td>
      <td className={bill.unpaid > 0 ? 'number strong' : 'number'}>
        {bill.status === 'upcoming' || rolled !== null ? null : <Amount value={bill.unpaid} />}
      </td>
      <td>
        {rolled !== null ? (
          <span className="state second">
            <PaidPie status={bill.status} part={0} />
            {say('rolled', { amount: format.amount(rolled) })}
          </span>
        ) : (
          <BillState status={bill.status} part={bill.total === 0 ? 0 : bill.paid / bill.total} />
        )}
      </td>
      <td className="bills-proof">
        <Proof bill={bill} />
      </td>
    </tr>
  )
})

function Proof({ bill }: { readonly bill: BillView }) {
  const say = useWords(billsWords)
  const format = useFormat()
  switch (bill.proof.state) {
    case 'proved':
      return <span className="quiet">{say('proofProved')}</span>
    case 'total-only':
      return <span className="quiet">{say('proofTotalOnly')}</span>
    case 'derived-only':
      return <span className="quiet">{say('proofDerived')}</span>
    case 'differs':
      return (
        <span className="state is-attention">
          <Icon name="warn" size={14} />
          {say('proofDiffers', { amount: format.amount(fen(Math.abs(bill.proof.difference))) })}
        </span>
      )
  }
}
