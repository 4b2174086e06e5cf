import { type FormEvent, useState } from 'react'
import type { AccountView } from '#shared/contract/views.ts'
import { dayText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import type { AccountStatus, AutoRepay } from '#shared/ledger/account.ts'
import { Button } from '../../components/button.tsx'
import { DayField } from '../../components/day-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { dayInput, moneyInput } from '../../components/field-inputs.ts'
import { MoneyField } from '../../components/money-field.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useNameOf } from '../../state/account-names.ts'
import { FailureNote } from '../../state/answered.tsx'
import { useCommand } from '../../state/use-command.ts'
import { accountsWords } from './accounts-words.ts'

const STATUSES: readonly AccountStatus[] = ['open', 'frozen', 'closed-by-lender', 'closing-requested', 'closed']
const DEDUCTIONS: readonly AutoRepay[] = ['full', 'minimum', 'unknown']

/** What is known about an account, apart from its terms. */
export function ChangeAccount({ account, onClose }: { readonly account: AccountView; readonly onClose: () => void }) {
  const say = useWords(accountsWords)
  const today = useToday()
  const nameOf = useNameOf()
  const [draft, setDraft] = useState({
    name: account.name,
    owner: account.owner,
    limit: account.limit === null ? '' : yuanText(account.limit),
    status: account.status,
    closedOn: account.closedOn === null ? '' : dayText(account.closedOn),
    upgradedOn: account.upgradedOn === null ? '' : dayText(account.upgradedOn),
    autoRepay: account.autoRepay,
  })
  const set = (changes: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...changes }))
  const update = useCommand('updateAccount', { done: () => say('changed', { name: nameOf(account) }), canUndo: true })
  const dayOrNull = (text: string) => (text.trim() === '' ? null : dayInput(text, today, 'past'))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const changes = {
      name: draft.name.trim(),
      owner: draft.owner.trim(),
      limit: draft.limit.trim() === '' ? null : moneyInput(draft.limit),
      status: draft.status,
      closedOn: draft.status === 'closed' ? dayOrNull(draft.closedOn) : null,
      upgradedOn: dayOrNull(draft.upgradedOn),
      autoRepay: draft.autoRepay,
    }
    if ((await update.run({ id: account.id, changes })) !== null) onClose()
  }
  const wrong = (field: string) => update.fieldRefusal(`changes.${field}`)
  return (
    <Dialog title={say('changeTitle', { name: nameOf(account) })} form="narrow" onClose={onClose}>
      <form className="form" onSubmit={(event) => void submit(event)}>
        <div className="form-row">
          <TextField
            label={say('ownName')}
            value={draft.name}
            onChange={(name) => set({ name })}
            refusal={wrong('name')}
          />
          <TextField
            label={say('ownerField')}
            value={draft.owner}
            onChange={(owner) => set({ owner })}
            refusal={wrong('owner')}
          />
        </div>
        {account.kind === 'other' ? null : (
          <MoneyField
            label={say('limit')}
            note={say('limitNote')}
            value={draft.limit}
            onChange={(limit) => set({ limit })}
            refusal={wrong('limit')}
          />
        )}
        {account.kind === 'credit-purchase' ? (
          <DayField
            label={say('upgradedOn')}
            leaning="past"
            optional
            value={draft.upgradedOn}
            onChange={(upgradedOn) => set({ upgradedOn })}
            refusal={wrong('upgradedOn')}
          />
        ) : null}
        <SelectField
          label={say('statusField')}
          value={draft.status}
          onChange={(status) => set({ status })}
          choices={STATUSES.map((status) => ({ value: status, label: say(`status.${status}`) }))}
        />
        {draft.status === 'closed' ? (
          <DayField
            label={say('closedOn')}
            leaning="past"
            value={draft.closedOn}
            onChange={(closedOn) => set({ closedOn })}
            refusal={wrong('closedOn')}
          />
        ) : null}
        {account.kind === 'other' ? null : (
          <SelectField
            label={say('autoRepay')}
            note={say('autoRepayNote')}
            value={draft.autoRepay}
            onChange={(autoRepay) => set({ autoRepay })}
            choices={DEDUCTIONS.map((what) => ({ value: what, label: say(`auto.${what}`) }))}
          />
        )}
        <FailureNote failure={update.failure} />
        <div className="form-end">
          <Button kind="main" submit>
            {say('changeDo')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
