import type { FormEvent } from 'react'
import { monthText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import type { Bill } from '#shared/ledger/bill.ts'
import type { EntryId } from '#shared/ledger/entry.ts'
import { Button } from '../../components/button.tsx'
import { MoneyField } from '../../components/money-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { Answered, FailureNote } from '../../state/answered.tsx'
import { useAsk } from '../../state/use-ask.ts'
import { type BillDraft, draftOf, emptyDraft } from './bill-draft.ts'
import { BillDetails } from './bill-fields.tsx'
import { billsWords } from './bills-words.ts'
import { useBillForm } from './use-bill-form.ts'
import { useEnterBill } from './use-enter-bill.ts'
import { useZeroBill, ZeroBillNote } from './zero-bill.tsx'

/** A bill corrected: what was entered before is superseded and stays in the history. */
export function CorrectBill(props: {
  readonly bill: Bill
  /** The entry in which the bill was copied; null while it is only worked out. */
  readonly entry: EntryId | null
  readonly onDone: () => void
}) {
  const { bill, entry, onDone } = props
  const answer = useAsk('getEntry', { id: entry ?? '-' }, { enabled: entry !== null })
  const derived = { ...emptyDraft(bill.account, monthText(bill.month)), amount: yuanText(bill.total) }
  if (entry === null) return <Form bill={bill} start={derived} entry={null} onClose={onDone} />
  return (
    <Answered answer={answer}>
      {(view) => (
        <Form
          bill={bill}
          start={view.entry.kind === 'bill' ? draftOf(view.entry) : derived}
          entry={entry}
          onClose={onDone}
        />
      )}
    </Answered>
  )
}

type FormProps = {
  readonly bill: Bill
  readonly start: BillDraft
  readonly entry: EntryId | null
  readonly onClose: () => void
}

function Form({ bill, start, entry, onClose }: FormProps) {
  const say = useWords(billsWords)
  const enter = useEnterBill()
  const form = useBillForm(start, enter)
  const zero = useZeroBill(bill)
  const correct = async () => {
    zero.clear()
    if (await form.send(entry)) onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!zero.ask(form.draft.amount)) void correct()
  }
  return (
    <form className="form" onSubmit={submit} noValidate>
      <MoneyField
        label={say('amount')}
        value={form.draft.amount}
        refusal={form.problemOf('amount')}
        focusFirst
        onChange={(amount) => form.change({ amount })}
      />
      <BillDetails draft={form.draft} dueOn={bill.dueOn} onChange={form.change} problemOf={form.problemOf} />
      {zero.isAsked ? <ZeroBillNote bill={bill} onPaid={onClose} onReplace={() => void correct()} /> : null}
      <FailureNote failure={enter.failure} />
      <div className="form-end">
        <Button kind="main" submit>
          {say('correctSave')}
        </Button>
      </div>
    </form>
  )
}
