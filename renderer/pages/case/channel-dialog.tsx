import { type FormEvent, useState } from 'react'
import { yuanText } from '#shared/kernel/money.ts'
import { type Channel, REPAYMENT_WAYS } from '#shared/ledger/case/case-fact.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { MoneyField } from '../../components/money-field.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { FailureNote } from '../../state/answered.tsx'
import { useCommand } from '../../state/use-command.ts'
import { caseWords } from './case-words.ts'
import { moneyOrNull } from './inputs.ts'

type Props = { readonly channel?: Channel; readonly onClose: () => void }

export function ChannelDialog(props: Props) {
  const say = useWords(caseWords)
  return (
    <Dialog title={say('addChannel')} form="narrow" onClose={props.onClose}>
      <Form {...props} />
    </Dialog>
  )
}

const money = (amount: Channel['available'] | undefined): string => (amount == null ? '' : yuanText(amount))

function Form({ channel, onClose }: Props) {
  const say = useWords(caseWords)
  const [draft, setDraft] = useState({
    way: channel?.way ?? ('debit-card' as const),
    label: channel?.label ?? '',
    place: channel?.place == null ? '' : String(channel.place),
    available: money(channel?.available),
    perPayment: money(channel?.perPayment),
    perYear: money(channel?.perYear),
    usedThisYear: money(channel?.usedThisYear),
  })
  const record = useCommand('recordChannel', { canUndo: true, done: () => say('channelDone') })
  const change = (changes: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...changes }))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const request = {
      ...(channel ? { id: channel.id } : {}),
      way: draft.way,
      label: draft.label.trim(),
      place: draft.place.trim() === '' ? null : Number(draft.place),
      available: moneyOrNull(draft.available),
      perPayment: moneyOrNull(draft.perPayment),
      perYear: moneyOrNull(draft.perYear),
      ...(draft.usedThisYear.trim() === '' ? {} : { usedThisYear: moneyOrNull(draft.usedThisYear) ?? '0' }),
    }
    if ((await record.run(request)) !== null) onClose()
  }
  const amount = (key: 'available' | 'perPayment' | 'perYear' | 'usedThisYear') => (
    <MoneyField
      label={say(`channel.${key}`)}
      value={draft[key]}
      refusal={record.fieldRefusal(key)}
      onChange={(text) => change({ [key]: text })}
    />
  )
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate>
      <div className="form-row">
        <SelectField
          label={say('channel.way')}
          choices={REPAYMENT_WAYS.map((value) => ({ value, label: say(`way.${value}`) }))}
          value={draft.way}
          onChange={(way) => change({ way })}
        />
        <TextField
          label={say('channel.label')}
          placeholder={say('channel.labelPlaceholder')}
          value={draft.label}
          onChange={(label) => change({ label })}
        />
      </div>
      <div className="form-row">
        <TextField
          label={say('channel.place')}
          note={say('channel.placeNote')}
          inputMode="numeric"
          value={draft.place}
          refusal={record.fieldRefusal('place')}
          onChange={(place) => change({ place })}
        />
        {amount('available')}
      </div>
      {amount('perPayment')}
      {draft.way === 'balance' ? (
        <>
          <div className="form-row">
            {amount('perYear')}
            {amount('usedThisYear')}
          </div>
          <p className="note">{say('channel.capNote')}</p>
        </>
      ) : null}
      <FailureNote failure={record.failure} />
      <div className="form-end">
        <Button kind="main" submit>
          {say('save')}
        </Button>
      </div>
    </form>
  )
}
