import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import type { AccountView } from '#shared/contract/views.ts'
import { Button } from '../../components/button.tsx'
import { DayField } from '../../components/day-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { MoneyField } from '../../components/money-field.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useNameOf } from '../../state/account-names.ts'
import { inOrder } from '../../state/account-places.ts'
import { Answered, FailureNote } from '../../state/answered.tsx'
import { useAsk } from '../../state/use-ask.ts'
import { useCommand } from '../../state/use-command.ts'
import { AddEntryFields } from './add-entry-fields.tsx'
import { entriesWords } from './entries-words.ts'
import { type EntryDraft, entryRequest, kindsOf, pathOf, startDraft } from './entry-draft.ts'

type Props = { readonly account: string | null; readonly onClose: () => void }

/** One purchase, refund, installment plan, loan or deferral by hand: what no file has told. */
export function AddEntry({ account, onClose }: Props) {
  const say = useWords(entriesWords)
  const [, navigate] = useLocation()
  return (
    <Dialog title={say('addTitle')} form="narrow" onClose={onClose}>
      <Answered answer={useAsk('listAccounts', {})}>
        {(all) => {
          const accounts = inOrder(all).filter((one) => kindsOf(one).length > 0)
          const first = accounts.find(({ id }) => id === account) ?? accounts[0]
          return first === undefined ? (
            <>
              <p className="second">{say('addNoAccount')}</p>
              <Button kind="main" onPress={() => navigate('/accounts/new')}>
                {say('addAccount')}
              </Button>
            </>
          ) : (
            <Form accounts={accounts} first={first} onClose={onClose} />
          )
        }}
      </Answered>
    </Dialog>
  )
}

function Form(props: {
  readonly accounts: readonly AccountView[]
  readonly first: AccountView
  readonly onClose: () => void
}) {
  const say = useWords(entriesWords)
  const nameOf = useNameOf()
  const today = useToday()
  const [draft, setDraft] = useState(() => startDraft(props.first, today))
  const set = (changes: Partial<EntryDraft>) => setDraft((before) => ({ ...before, ...changes }))
  const account = props.accounts.find(({ id }) => id === draft.account) ?? props.first
  const kinds = kindsOf(account)
  const { method, input } = entryRequest(draft, today)
  const what = say(`kind.${draft.kind}`)
  const add = useCommand(method, { done: () => say('added', { what }), canUndo: true })
  const wrong = (field: keyof EntryDraft) => add.fieldRefusal(pathOf(draft, field, method))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if ((await add.run(input)) !== null) props.onClose()
  }
  /** What was typed stays where the other kind of account asks for it as well. */
  const choose = (id: string) => {
    const next = props.accounts.find((one) => one.id === id) ?? account
    set(
      kindsOf(next).includes(draft.kind)
        ? { account: id, of: null }
        : { ...startDraft(next, today), amount: draft.amount },
    )
    add.clear()
  }
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate>
      <SelectField
        label={say('account')}
        value={draft.account}
        onChange={choose}
        choices={props.accounts.map((one) => ({ value: one.id as string, label: nameOf(one) }))}
      />
      {kinds.length === 1 ? null : (
        <SelectField
          label={say('kind')}
          value={draft.kind}
          onChange={(kind) => {
            set({ kind })
            add.clear()
          }}
          choices={kinds.map((kind) => ({ value: kind, label: say(`kind.${kind}`) }))}
        />
      )}
      <MoneyField
        label={say(`add.amount.${draft.kind}`)}
        value={draft.amount}
        onChange={(amount) => set({ amount })}
        refusal={wrong('amount')}
        focusFirst
      />
      {draft.kind === 'installments' ? null : (
        <DayField
          label={say(`add.on.${draft.kind}`)}
          leaning="past"
          value={draft.on}
          onChange={(on) => set({ on })}
          refusal={wrong('on')}
        />
      )}
      <AddEntryFields draft={draft} set={set} wrong={wrong} />
      <TextField
        label={say('label')}
        value={draft.label}
        onChange={(label) => set({ label })}
        refusal={wrong('label')}
      />
      <FailureNote failure={add.failure} />
      <div className="form-end">
        <Button kind="main" submit>
          {say('addSave')}
        </Button>
        <Button kind="quiet" onPress={props.onClose}>
          {say('addCancel')}
        </Button>
      </div>
    </form>
  )
}
