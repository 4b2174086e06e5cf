import { type ReactNode, useState } from 'react'
import type { EntryPage } from '#shared/contract/views.ts'
import type { Bill } from '#shared/ledger/bill.ts'
import type { BillKey } from '#shared/ledger/ledger.ts'
import { leftRolling } from '#shared/ledger/rolling.ts'
import { Amount } from '../../components/amount.tsx'
import { Ask, AskWords } from '../../components/ask.tsx'
import { Button } from '../../components/button.tsx'
import { CertaintyMark } from '../../components/certainty.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Side } from '../../components/page.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useAccountName } from '../../state/account-names.ts'
import { Answered, FailureNote } from '../../state/answered.tsx'
import { billFigure, minimumFigure } from '../../state/bill-figure.ts'
import { useAsk } from '../../state/use-ask.ts'
import { useCommand } from '../../state/use-command.ts'
import { BillCredits, BillEntries } from './bill-entries.tsx'
import { billQuestion } from './bill-item.ts'
import { BillMadeOf } from './bill-made-of.tsx'
import { billsWords } from './bills-words.ts'
import { CorrectBill } from './correct-bill.tsx'

/** One bill, opened beside the list: what is still to pay, what it is made of, what was paid, what to do. */
export function BillSide(props: {
  readonly item: BillKey
  readonly onClose: () => void
  readonly onRepay: (key: BillKey) => void
}) {
  const say = useWords(billsWords)
  const format = useFormat()
  const nameOf = useAccountName()
  const { account, month } = props.item
  const answer = useAsk('getBill', billQuestion(props.item), { keepLast: true })
  return (
    <Side
      title={say.rich('billOf', {
        name: nameOf(account),
        month: <time key="month">{format.month(month)}</time>,
      })}
      onClose={props.onClose}
    >
      <Answered answer={answer}>
        {({ bill, entries }) => (
          <div className="column bill-side">
            <Lead bill={bill} />
            <Doings bill={bill} onRepay={() => props.onRepay(bill)} />
            <BillMadeOf bill={bill} entries={entries} />
            <BillCredits bill={bill} />
            <BillEntries page={entries} />
          </div>
        )}
      </Answered>
    </Side>
  )
}

function Lead({ bill }: { readonly bill: Bill }) {
  const say = useWords(billsWords)
  const format = useFormat()
  const today = useToday()
  const rolling = leftRolling(bill)
  const label = (): ReactNode => {
    switch (bill.status) {
      case 'upcoming':
        return say('willBe', { day: format.dayAndWeekday(bill.issuedOn) })
      case 'paid':
        return say('paidOff')
      case 'minimum-paid':
        return rolling === null
          ? say.rich('minimumMet', { day: <DayText key="day" day={bill.dueOn} weekday /> })
          : say('rolledOff')
      case 'in-installments':
        return say('movedOff')
      case 'overdue':
        return say('overdueSince', { day: format.dayNear(bill.dueOn), n: today - bill.dueOn })
      default:
        return say.rich('stillToPay', { day: <DayText key="day" day={bill.dueOn} weekday /> })
    }
  }
  return (
    <div>
      <p className={bill.status === 'overdue' ? 'label is-attention' : 'label'}>{label()}</p>
      <p className="row wide">
        <Amount value={bill.status === 'upcoming' ? bill.total : (rolling ?? bill.unpaid)} form="answer" />
        <span className="state">
          <CertaintyMark value={bill.certainty} />
          <AskWords figure={billFigure(bill, today, bill.status === 'upcoming' ? 'total' : rolling && 'left')} />
        </span>
      </p>
      <Minimum bill={bill} />
    </div>
  )
}

/**
 * Beside an estimated minimum always stands the safe one: an estimate is never offered as enough. Once the due day is over
 * no minimum is: what is overdue stays so until all of it is paid.
 */
function Minimum({ bill }: { readonly bill: Bill }) {
  const say = useWords(billsWords)
  const today = useToday()
  if (bill.unpaid === 0 || bill.status === 'upcoming' || bill.status === 'overdue') return null
  if (bill.minimum === bill.unpaid) return null
  const minimum = (
    <Ask key="minimum" figure={minimumFigure('minimum', bill, today)}>
      <Amount value={bill.minimum} form="sentence" />
    </Ask>
  )
  if (bill.minimumCertainty === 'shown') {
    return <p className="label">{say.rich('minimumStill', { amount: minimum })}</p>
  }
  const safe = (
    <Ask figure={minimumFigure('minimum-safe', bill, today)}>
      <Amount value={bill.minimumSafe} form="sentence" />
    </Ask>
  )
  return (
    <>
      <p className="label">
        {say.rich('minimumEstimated', {
          amount: minimum,
          safe: <b key="safe">{safe}</b>,
        })}
      </p>
      <p className="note">
        {say.rich('minimumWhy', { safe: <Amount key="safe" value={bill.minimumSafe} form="sentence" /> })}
      </p>
    </>
  )
}

function Doings({ bill, onRepay }: { readonly bill: Bill; readonly onRepay: () => void }) {
  const say = useWords(billsWords)
  const format = useFormat()
  const nameOf = useAccountName()
  const [correcting, setCorrecting] = useState(false)
  const title = say('correctTitle', { name: nameOf(bill.account), month: format.month(bill.month) })
  const copied = useAsk('listEntries', { account: bill.account, kind: 'bill', limit: 500 })
  const entryIn = ({ rows }: EntryPage) => rows.find((row) => row.month === bill.month)?.id ?? null
  const entry = copied.state === 'here' ? entryIn(copied.value) : null
  const remove = useCommand('deleteEntry', {
    done: () => say('removed', { month: format.month(bill.month) }),
    canUndo: true,
  })
  return (
    <div className="stack">
      <div className="row">
        {bill.unpaid > 0 ? (
          <Button kind="main" onPress={onRepay}>
            {say('repay')}
          </Button>
        ) : null}
        <Button onPress={() => setCorrecting(true)}>{say('correct')}</Button>
        {entry === null ? null : (
          <Button kind="quiet" onPress={() => void remove.run({ id: entry })}>
            {say('remove')}
          </Button>
        )}
      </div>
      <FailureNote failure={remove.failure} />
      {correcting ? (
        <Dialog title={title} onClose={() => setCorrecting(false)} form="narrow">
          {/* Before it is known whether the bill was copied there is no form: what was typed in it would go. */}
          <Answered answer={copied}>
            {(page) => <CorrectBill bill={bill} entry={entryIn(page)} onDone={() => setCorrecting(false)} />}
          </Answered>
        </Dialog>
      ) : null}
    </div>
  )
}
