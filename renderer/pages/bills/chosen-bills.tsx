import { type FormEvent, useState } from 'react'
import type { BillView } from '#shared/contract/views.ts'
import { type Day, dayText, monthText } from '#shared/kernel/day.ts'
import { sumFen } from '#shared/kernel/money.ts'
import { decidePaidBill, paidOnOf } from '#shared/ledger/decisions/decide-paid-bills.ts'
import { Amount } from '../../components/amount.tsx'
import { Button } from '../../components/button.tsx'
import { DayField } from '../../components/day-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { parseDayField } from '../../components/field-parsing.ts'
import { Segmented } from '../../components/segmented.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { FailureNote } from '../../state/answered.tsx'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { useCommand } from '../../state/use-command.ts'
import { billsWords } from './bills-words.ts'

/** What can be done with several bills at once; each is one action that one undo takes back. */
export function ChosenBills({ bills, onDone }: { readonly bills: readonly BillView[]; readonly onDone: () => void }) {
  const say = useWords(billsWords)
  const today = useToday()
  const [paying, setPaying] = useState(false)
  const copied = hereOrNull(useAsk('listEntries', { kind: 'bill', limit: 500 }))
  const ids = bills.flatMap(
    (bill) => copied?.rows.find((row) => row.account === bill.account && row.month === bill.month)?.id ?? [],
  )
  const remove = useCommand('changeEntries', {
    done: ({ changed }) => say('removedChosen', { n: changed }),
    canUndo: true,
  })
  const removeNow = async () => {
    if ((await remove.run({ ids, change: { kind: 'delete' } })) !== null) onDone()
  }
  const unpaid = sumFen(bills.filter((bill) => bill.status !== 'upcoming').map((bill) => bill.unpaid))
  return (
    <section className="chosen" aria-label={say('chosenName')}>
      <p role="status">
        {say.rich('chosen', { n: bills.length, total: <Amount key="total" value={unpaid} form="sentence" /> })}
      </p>
      <Button
        small
        kind="main"
        onPress={() => setPaying(true)}
        cannot={countPayable(bills, null, today) === 0 ? say('payNothing') : null}
      >
        {say('payChosen')}
      </Button>
      <Button small onPress={() => void removeNow()} cannot={ids.length === 0 ? say('removeNothing') : null}>
        {say('removeChosen')}
      </Button>
      <Button small kind="quiet" onPress={onDone}>
        {say('unchoose')}
      </Button>
      <FailureNote failure={remove.failure} />
      {paying ? <PayChosen bills={bills} onClose={() => setPaying(false)} onDone={onDone} /> : null}
    </section>
  )
}

/** Bills of the chosen ones that lack something on that day, by the rule that records it. */
const countPayable = (bills: readonly BillView[], on: Day | null, today: Day): number =>
  bills.filter((bill) => decidePaidBill(bill, { id: '', on: paidOnOf(bill, on, today), today }).ok).length

function PayChosen(props: {
  readonly bills: readonly BillView[]
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const say = useWords(billsWords)
  const format = useFormat()
  const today = useToday()
  const [when, setWhen] = useState<'due' | 'day'>('due')
  const [day, setDay] = useState(dayText(today))
  const parsed = parseDayField(day, today, 'past')
  const named = when === 'day' && parsed.ok ? parsed.value : null
  const payable = countPayable(props.bills, named, today)
  const pay = useCommand('payBills', {
    done: ({ paid, total, left }) => {
      const said = say('paidDone', { n: paid, total: format.amount(total) })
      return left.length === 0 ? said : `${said} · ${say('leftTitle', { n: left.length })}`
    },
    canUndo: true,
  })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const on = when === 'due' ? null : parsed.ok ? dayText(parsed.value) : day
    const bills = props.bills.map(({ account, month }) => ({ account, month: monthText(month) }))
    if ((await pay.run({ bills, on })) === null) return
    props.onClose()
    props.onDone()
  }
  return (
    <Dialog title={say('payTitle', { n: payable })} form="narrow" onClose={props.onClose}>
      <form className="form" onSubmit={(event) => void submit(event)}>
        <p className="label">{say('payText')}</p>
        {payable === props.bills.length ? null : (
          <p className="note">{say('payLeft', { n: props.bills.length - payable })}</p>
        )}
        <div className="field">
          <span className="field-name">{say('payOn')}</span>
          <Segmented
            label={say('payOn')}
            choices={[
              { value: 'due', label: say('payOnDue') },
              { value: 'day', label: say('payOnDay') },
            ]}
            value={when}
            onChange={setWhen}
          />
        </div>
        {when === 'day' ? (
          <DayField
            label={say('repayOn')}
            leaning="past"
            value={day}
            onChange={setDay}
            refusal={pay.fieldRefusal('on')}
          />
        ) : null}
        <FailureNote failure={pay.failure} />
        <div className="form-end">
          <Button kind="main" submit>
            {say('payDo')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
