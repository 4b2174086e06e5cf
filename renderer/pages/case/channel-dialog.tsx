import { yuanText } from '#shared/kernel/money.ts'
import { type Channel, REPAYMENT_WAYS } from '#shared/ledger/case/case-fact.ts'
import { moneyOrNull, wholeInput } from '../../components/field-inputs.ts'
import { MoneyField } from '../../components/money-field.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useCommand } from '../../state/use-command.ts'
import { caseWords } from './case-words.ts'
import { FactDialog, FactForm, useFactDraft } from './fact-form.tsx'

type Props = { readonly channel?: Channel; readonly onClose: () => void }

export function ChannelDialog(props: Props) {
  const say = useWords(caseWords)
  return (
    <FactDialog title={say('addChannel')} onClose={props.onClose}>
      <Form {...props} />
    </FactDialog>
  )
}

const money = (amount: Channel['available'] | undefined): string => (amount == null ? '' : yuanText(amount))

const draftOf = (channel: Channel | undefined) => ({
  way: channel?.way ?? ('debit-card' as const),
  label: channel?.label ?? '',
  place: channel?.place == null ? '' : String(channel.place),
  available: money(channel?.available),
  perPayment: money(channel?.perPayment),
  perYear: money(channel?.perYear),
  usedThisYear: money(channel?.usedThisYear),
})

function Form({ channel, onClose }: Props) {
  const say = useWords(caseWords)
  const record = useCommand('recordChannel', { canUndo: true, done: () => say('channelDone') })
  const { draft, at } = useFactDraft(() => draftOf(channel), record)
  const request = () => ({
    ...(channel ? { id: channel.id } : {}),
    way: draft.way,
    label: draft.label.trim(),
    place: draft.place.trim() === '' ? null : wholeInput(draft.place),
    available: moneyOrNull(draft.available),
    perPayment: moneyOrNull(draft.perPayment),
    perYear: moneyOrNull(draft.perYear),
    ...(draft.usedThisYear.trim() === '' ? {} : { usedThisYear: moneyOrNull(draft.usedThisYear) ?? '0' }),
  })
  return (
    <FactForm record={record} request={request} onClose={onClose}>
      <div className="form-row">
        <SelectField
          label={say('channel.way')}
          choices={REPAYMENT_WAYS.map((value) => ({ value, label: say(`way.${value}`) }))}
          {...at('way')}
        />
        <TextField label={say('channel.label')} placeholder={say('channel.labelPlaceholder')} {...at('label')} />
      </div>
      <div className="form-row">
        <TextField label={say('channel.place')} note={say('channel.placeNote')} inputMode="numeric" {...at('place')} />
        <MoneyField label={say('channel.available')} {...at('available')} />
      </div>
      <MoneyField label={say('channel.perPayment')} {...at('perPayment')} />
      {draft.way === 'balance' ? (
        <>
          <div className="form-row">
            <MoneyField label={say('channel.perYear')} {...at('perYear')} />
            <MoneyField label={say('channel.usedThisYear')} {...at('usedThisYear')} />
          </div>
          <p className="note">{say('channel.capNote')}</p>
        </>
      ) : null}
    </FactForm>
  )
}
