import { type FormEvent, useEffect, useState } from 'react'
import type { AccountView, BillView } from '#shared/contract/views.ts'
import { dayText, monthText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { isBilled } from '#shared/ledger/account.ts'
import type { BillKey } from '#shared/ledger/ledger.ts'
import type { Owed } from '#shared/ledger/owed.ts'
import { Button } from '../../components/button.tsx'
import { DayField } from '../../components/day-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { MoneyField } from '../../components/money-field.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { LoadingPanel } from '../../components/waiting.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useNameOf } from '../../state/account-names.ts'
import { inOrder } from '../../state/account-places.ts'
import { Answered, FailureNote } from '../../state/answered.tsx'
import { type Answer, useAsk } from '../../state/use-ask.ts'
import { useCommand } from '../../state/use-command.ts'
import { AllocationPreview, overOf } from './allocation-preview.tsx'
import { billsWords } from './bills-words.ts'
import { COMBINED, type RepaymentDraft, type RepaymentProblem, repaymentRequest } from './repayment-draft.ts'
import { RepaymentShares } from './repayment-shares.tsx'
import { useAskedAmount } from './use-asked-amount.ts'

type Asked = {
  /** The bill it starts from; null where only a repayment was asked for. */
  readonly bill: BillKey | null
  /** The account whose next amount it starts with; null where none was named. */
  readonly account: string | null
  readonly onClose: () => void
  readonly onRecorded: () => void
}
type Props = Asked & {
  readonly accounts: readonly AccountView[]
  readonly bills: readonly BillView[]
  readonly owed: Owed
}

/** Records a repayment; below the fields stands what it will reduce, from the same books that record it. */
export function RepaymentDialog(props: Asked) {
  const say = useWords(billsWords)
  const accounts = useAsk('listAccounts', {})
  const bills = useAsk('listBills', {})
  const owed = useAsk('getOwed', {})
  const isFresh = useOnceFresh([accounts, bills, owed])
  return (
    <Dialog title={say('repayTitle')} onClose={props.onClose} form="narrow">
      {isFresh ? (
        <Answered answer={accounts}>
          {(list) =>
            list.length === 0 ? (
              <p className="second">{say('cannotRepay')}</p>
            ) : (
              <Answered answer={bills}>
                {(views) => (
                  <Answered answer={owed}>
                    {(sums) => <Form {...props} accounts={list} bills={views} owed={sums} />}
                  </Answered>
                )}
              </Answered>
            )
          }
        </Answered>
      ) : (
        <LoadingPanel />
      )}
    </Dialog>
  )
}

/** What the form begins with is read once, so it waits for answers that are of now; later ones leave it alone. */
function useOnceFresh(answers: readonly Answer<unknown>[]): boolean {
  const [once, setOnce] = useState(false)
  const isFresh = answers.every((answer) => answer.state !== 'waiting' && !(answer.state === 'here' && answer.stale))
  if (isFresh && !once) setOnce(true)
  return once || isFresh
}

function Form(props: Props) {
  const { accounts, bills, onRecorded } = props
  const say = useWords(billsWords)
  const format = useFormat()
  const nameOf = useNameOf()
  const today = useToday()
  const [draft, setDraft] = useState(() => startOf(props, dayText(today)))
  const [wrong, setWrong] = useState<RepaymentProblem | null>(null)
  const record = useCommand('recordRepayment', {
    canUndo: true,
    done: ({ allocation }) => {
      const over = overOf(allocation)
      const amount = format.amount(allocation.amount)
      return over === null
        ? say('recorded', { amount })
        : say('recordedOver', { amount, over: format.amount(over.amount) })
    },
  })
  const change = (changes: Partial<RepaymentDraft>) => {
    setDraft((before) => ({ ...before, ...changes }))
    setWrong(null)
  }
  const problem = (path: RepaymentProblem['path']) =>
    wrong?.path === path ? wrong.problem : record.fieldRefusal(path === 'from' ? 'paidFrom' : path)
  const named = bills.find((one) => one.account === draft.to && monthText(one.month) === draft.month)
  const { amount: asked, isOnItsWay } = useAskedAmount(draft, named)
  useEffect(() => {
    if (asked !== null) setDraft((now) => (now.asksBill ? { ...now, amount: yuanText(asked) } : now))
  }, [asked])
  const request = repaymentRequest(draft, today)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    // The amount of the day that was typed is not there yet: what stands in the field is that of another day.
    if (draft.asksBill && isOnItsWay) return
    if (!request.ok) setWrong(request.refusal)
    else if ((await record.run(request.value)) !== null) onRecorded()
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
          onChange={(amount) => change({ amount, asksBill: false })}
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
          onChange={(to) => change({ to, month: '', asksBill: false })}
        />
        <MonthChoice draft={draft} bills={bills} onChange={(month) => change({ month, asksBill: false })} />
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
      <AllocationPreview
        request={request.ok ? request.value : null}
        onAmount={draft.to === COMBINED ? null : (amount) => change({ amount: yuanText(amount), asksBill: false })}
      />
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

/** From a bill: all that is unpaid of it, today; else what is overdue, or comes next, of the account that was named. */
function startOf({ accounts, bills, bill, account, owed }: Props, today: string): RepaymentDraft {
  const named = bill && bills.find((one) => one.account === bill.account && one.month === bill.month)
  const due = owed.nextDue.find((one) => (account === null ? one.overdue : one.account === account))
  const [to, month, amount] = named
    ? [named.account, named.month, named.unpaid]
    : [
        due?.account ?? account ?? owed.nextDue[0]?.account ?? inOrder(accounts)[0]!.id,
        due?.bill ?? null,
        due?.amount ?? null,
      ]
  return {
    amount: amount === null ? '' : yuanText(amount),
    asksBill:
      amount !== null && bills.some((one) => one.account === to && one.month === month && one.unpaid === amount),
    on: today,
    to,
    month: month === null ? '' : monthText(month),
    from: '',
    shares: {},
  }
}
