import { type FormEvent, useState } from 'react'
import type { AccountView, BillView } from '#shared/contract/views.ts'
import { dayText, monthText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { isBilled } from '#shared/ledger/account.ts'
import type { BillKey } from '#shared/ledger/ledger.ts'
import { Button } from '../../components/button.tsx'
import { DayField } from '../../components/day-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { MoneyField } from '../../components/money-field.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useNameOf } from '../../state/account-names.ts'
import { inOrder } from '../../state/account-places.ts'
import { FailureNote } from '../../state/answered.tsx'
import { useCommand } from '../../state/use-command.ts'
import { AllocationPreview } from './allocation-preview.tsx'
import { billsWords } from './bills-words.ts'
import { COMBINED, type RepaymentDraft, type RepaymentProblem, repaymentRequest } from './repayment-draft.ts'
import { RepaymentShares } from './repayment-shares.tsx'

type Props = {
  readonly accounts: readonly AccountView[]
  readonly bills: readonly BillView[]
  /** The bill it starts from; null where only a repayment was asked for. */
  readonly bill: BillKey | null
  readonly onClose: () => void
}

/** Records a repayment; below the fields stands what it will reduce, from the same books that record it. */
export function RepaymentDialog(props: Props) {
  const say = useWords(billsWords)
  return (
    <Dialog title={say('repayTitle')} onClose={props.onClose} form="narrow">
      {props.accounts.length === 0 ? <p className="second">{say('cannotRepay')}</p> : <Form {...props} />}
    </Dialog>
  )
}

function Form({ accounts, bills, bill, onClose }: Props) {
  const say = useWords(billsWords)
  const format = useFormat()
  const nameOf = useNameOf()
  const today = useToday()
  const [draft, setDraft] = useState(() => startOf(accounts, bills, { bill, today: dayText(today) }))
  const [wrong, setWrong] = useState<RepaymentProblem | null>(null)
  const record = useCommand('recordRepayment', {
    canUndo: true,
    done: ({ allocation }) => say('recorded', { amount: format.amount(allocation.amount) }),
  })
  const change = (changes: Partial<RepaymentDraft>) => {
    setDraft((before) => ({ ...before, ...changes }))
    setWrong(null)
  }
  const problem = (path: RepaymentProblem['path']) =>
    wrong?.path === path ? wrong.problem : record.fieldRefusal(path === 'from' ? 'paidFrom' : path)
  const request = repaymentRequest(draft, today)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!request.ok) setWrong(request.refusal)
    else if ((await record.run(request.value)) !== null) onClose()
  }
  const billed = inOrder(accounts.filter(isBilled))
  const targets = inOrder(accounts).map((account) => ({ value: account.id, label: nameOf(account) }))
  if (billed.length > 1) targets.push({ value: COMBINED, label: say('repayCombined') })
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate>
      <div className="form-row">
        <MoneyField
          label={say('repayAmount')}
          value={draft.amount}
          refusal={problem('amount')}
          focusFirst
          onChange={(amount) => change({ amount })}
        />
        <DayField
          label={say('repayOn')}
          value={draft.on}
          leaning="past"
          refusal={problem('on')}
          onChange={(on) => change({ on })}
        />
      </div>
      <div className="form-row">
        <SelectField
          label={say('repayTo')}
          choices={targets}
          value={draft.to}
          onChange={(to) => change({ to, month: '' })}
        />
        <MonthChoice draft={draft} bills={bills} onChange={(month) => change({ month })} />
      </div>
      {draft.to === COMBINED ? (
        <RepaymentShares accounts={billed} bills={bills} draft={draft} onChange={change} />
      ) : null}
      <TextField
        label={say('repayFrom')}
        note={say('repayFromNote')}
        value={draft.from}
        onChange={(from) => change({ from })}
      />
      <AllocationPreview request={request.ok ? request.value : null} />
      <FailureNote failure={record.failure} />
      <div className="form-end">
        <Button kind="main" submit>
          {say('record')}
        </Button>
      </div>
    </form>
  )
}

function MonthChoice(props: {
  readonly draft: RepaymentDraft
  readonly bills: readonly BillView[]
  readonly onChange: (month: string) => void
}) {
  const say = useWords(billsWords)
  const format = useFormat()
  const { to } = props.draft
  const own = props.bills.filter((bill) => (to === COMBINED || bill.account === to) && bill.unpaid > 0)
  const months = [...new Set(own.map((bill) => bill.month))].sort((a, b) => b - a)
  if (months.length === 0) return <div />
  return (
    <SelectField
      label={say('repayMonth')}
      choices={[
        { value: '', label: say('repayMonthAuto') },
        ...months.map((month) => ({ value: monthText(month), label: format.month(month) })),
      ]}
      value={props.draft.month}
      onChange={props.onChange}
    />
  )
}

type Start = { readonly bill: BillKey | null; readonly today: string }

/** From a bill: all that is unpaid of it, today. */
function startOf(accounts: readonly AccountView[], bills: readonly BillView[], { bill, today }: Start): RepaymentDraft {
  const due = [...bills]
    .filter((one) => one.unpaid > 0 && one.status !== 'upcoming')
    .sort((a, b) => a.dueOn - b.dueOn)[0]
  const from = bill === null ? due : bills.find((one) => one.account === bill.account && one.month === bill.month)
  return {
    amount: bill !== null && from !== undefined ? yuanText(from.unpaid) : '',
    on: today,
    to: from?.account ?? accounts[0]!.id,
    month: from === undefined || bill === null ? '' : monthText(from.month),
    from: '',
    shares: {},
  }
}
