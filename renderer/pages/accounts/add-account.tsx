import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { toldApart } from '#shared/contract/accounts-from-fields.ts'
import { OFFERED_DAY_PAIRS } from '#shared/ledger/terms.ts'
import { Button } from '../../components/button.tsx'
import { DayField } from '../../components/day-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { MoneyField } from '../../components/money-field.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useNameOf } from '../../state/account-names.ts'
import { FailureNote } from '../../state/answered.tsx'
import { startBillEntry } from '../../state/bill-entry-start.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { type Command, useCommand } from '../../state/use-command.ts'
import { type AccountDraft, accountInput, NEW_ACCOUNT } from './account-draft.ts'
import { accountsWords } from './accounts-words.ts'

type Part = {
  readonly draft: AccountDraft
  readonly set: (changes: Partial<AccountDraft>) => void
  readonly add: Command<'addAccount'>
}

/** A new account: kind first, and only the fields that this kind has. */
export function AddAccount({ onClose }: { readonly onClose: () => void }) {
  const say = useWords(accountsWords)
  const today = useToday()
  const nameOf = useNameOf()
  const [, navigate] = useLocation()
  const [draft, setDraft] = useState(NEW_ACCOUNT)
  const set = (changes: Partial<AccountDraft>) => setDraft((before) => ({ ...before, ...changes }))
  const known = hereOrNull(useAsk('listAccounts', {})) ?? []
  const { kind, owner } = draft
  const said = { id: '', kind, name: draft.name.trim(), lender: draft.lender.trim() || null, owner: owner.trim() }
  const name = nameOf(toldApart(said, known))
  const add = useCommand('addAccount', { done: () => say('added', { name }), canUndo: true })
  const billed = draft.kind === 'huabei' || draft.kind === 'credit-purchase'
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const added = await add.run(accountInput(draft, today))
    if (added === null) return
    if (billed) startBillEntry(added.id)
    navigate(billed ? '/bills' : `/accounts/${encodeURIComponent(added.id)}`)
  }
  const part = { draft, set, add }
  return (
    <Dialog title={say('add')} form="narrow" onClose={onClose}>
      <form className="form" onSubmit={(event) => void submit(event)}>
        <SelectField
          label={say('kind')}
          value={draft.kind}
          onChange={(kind) => set({ kind })}
          choices={(['huabei', 'credit-purchase', 'borrow', 'credit-loan', 'other'] as const).map((kind) => ({
            value: kind,
            label: say(`kind.${kind}`),
          }))}
        />
        {draft.kind === 'huabei' || draft.kind === 'borrow' ? null : (
          <TextField
            label={say('lender')}
            note={draft.kind === 'other' ? undefined : say('lenderNote')}
            value={draft.lender}
            onChange={(lender) => set({ lender })}
            refusal={add.fieldRefusal('lender')}
          />
        )}
        {billed ? <BilledFields {...part} /> : null}
        {draft.kind === 'other' ? <OtherFields {...part} /> : null}
        <CommonFields {...part} shownName={name} />
        <FailureNote failure={add.failure} />
        <div className="form-end">
          <Button kind="main" submit>
            {say(billed ? 'saveThenBill' : 'save')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {say('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function BilledFields({ draft, set, add }: Part) {
  const say = useWords(accountsWords)
  const pairs = OFFERED_DAY_PAIRS.map(({ statementDay, dueDay }) => ({
    value: `${statementDay}-${dueDay}`,
    label: say('pairChoice', { statement: statementDay, due: dueDay }),
  }))
  return (
    <>
      <SelectField
        label={say('dayPairField')}
        value={draft.pair}
        onChange={(pair) => set({ pair })}
        choices={[
          { value: 'unknown', label: say('pair.unknown') },
          ...pairs,
          { value: 'other', label: say('pair.other') },
        ]}
      />
      {draft.pair === 'other' ? (
        <div className="form-row">
          <TextField
            label={say('statementDay')}
            inputMode="numeric"
            value={draft.statementDay}
            onChange={(statementDay) => set({ statementDay })}
            refusal={add.fieldRefusal('terms.statementDay')}
          />
          <TextField
            label={say('dueDay')}
            inputMode="numeric"
            value={draft.dueDay}
            onChange={(dueDay) => set({ dueDay })}
            refusal={add.fieldRefusal('terms.dueDay')}
          />
        </div>
      ) : null}
      {draft.kind === 'credit-purchase' ? (
        <DayField
          label={say('upgradedOn')}
          note={draft.upgradedOn === '' ? say('upgradedNote') : undefined}
          leaning="past"
          value={draft.upgradedOn}
          onChange={(upgradedOn) => set({ upgradedOn })}
          refusal={add.fieldRefusal('upgradedOn')}
        />
      ) : null}
    </>
  )
}

function OtherFields({ draft, set, add }: Part) {
  const say = useWords(accountsWords)
  return (
    <>
      <MoneyField
        label={say('balance')}
        value={draft.balance}
        onChange={(balance) => set({ balance })}
        refusal={add.fieldRefusal('balance')}
      />
      <SelectField
        label={say('interest')}
        value={draft.interest}
        onChange={(interest) => set({ interest })}
        choices={(['none', 'monthly-apr', 'daily-simple'] as const).map((model) => ({
          value: model,
          label: say(`interest.${model}`),
        }))}
      />
      {draft.interest === 'none' ? null : (
        <div className="form-row">
          <TextField
            label={say(draft.interest === 'daily-simple' ? 'dailyRate' : 'annualRate')}
            inputMode="decimal"
            after="%"
            value={draft.rate}
            onChange={(rate) => set({ rate })}
            refusal={add.fieldRefusal(draft.interest === 'daily-simple' ? 'interest.dailyRate' : 'interest.annualRate')}
          />
          {draft.interest === 'monthly-apr' ? (
            <MoneyField
              label={say('minimumField')}
              value={draft.minimum}
              onChange={(minimum) => set({ minimum })}
              refusal={add.fieldRefusal('interest.minimum')}
            />
          ) : null}
        </div>
      )}
    </>
  )
}

function CommonFields({ draft, set, add, shownName }: Part & { readonly shownName: string }) {
  const say = useWords(accountsWords)
  return (
    <>
      {draft.kind === 'other' ? null : (
        <MoneyField
          label={say('limit')}
          note={say('limitNote')}
          value={draft.limit}
          onChange={(limit) => set({ limit })}
          refusal={add.fieldRefusal('limit')}
        />
      )}
      <div className="form-row">
        <TextField
          label={say('ownName')}
          note={draft.name === '' ? say('ownNameNote', { name: shownName }) : undefined}
          value={draft.name}
          onChange={(name) => set({ name })}
          refusal={add.fieldRefusal('name')}
        />
        <TextField
          label={say('ownerField')}
          note={say('ownerNote')}
          value={draft.owner}
          onChange={(owner) => set({ owner })}
          refusal={add.fieldRefusal('owner')}
        />
      </div>
    </>
  )
}
