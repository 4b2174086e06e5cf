import { dayText } from '#shared/kernel/day.ts'
import { CONTACT_CHANNELS, type Contact } from '#shared/ledger/case/case-fact.ts'
import { DayField } from '../../components/day-field.tsx'
import { dayInput, dayOrNull, idOrNull } from '../../components/field-inputs.ts'
import { CheckField, SelectField } from '../../components/select-field.tsx'
import { TextArea } from '../../components/text-area.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useCommand } from '../../state/use-command.ts'
import { AccountChoice } from './account-choice.tsx'
import { caseWords } from './case-words.ts'
import { FactDialog, FactForm, useFactDraft } from './fact-form.tsx'

type Props = { readonly contact?: Contact; readonly onClose: () => void }

/** A call, a chat or a letter, as soon as it is over: with a promise its timer starts, with a complaint its deadlines. */
export function ContactDialog(props: Props) {
  const say = useWords(caseWords)
  return (
    <FactDialog title={say(props.contact ? 'contactCorrect' : 'recordContact')} onClose={props.onClose}>
      <Form {...props} />
    </FactDialog>
  )
}

const draftOf = (contact: Contact | undefined, today: string) => ({
  on: contact ? dayText(contact.on) : today,
  time: contact?.time ?? '',
  channel: contact?.channel ?? ('95188' as const),
  account: contact?.account ?? '',
  agent: contact?.agent ?? '',
  ticket: contact?.ticket ?? '',
  reason: contact?.reason ?? '',
  said: contact?.said ?? '',
  promise: contact?.promise?.what ?? '',
  by: contact?.promise ? dayText(contact.promise.by) : '',
  complaint: contact ? contact.complaint !== null : false,
  followUpOn: contact?.followUpOn == null ? '' : dayText(contact.followUpOn),
})

function Form({ contact, onClose }: Props) {
  const say = useWords(caseWords)
  const today = useToday()
  const record = useCommand('recordContact', { canUndo: true, done: () => say('contactDone') })
  const { draft, at } = useFactDraft(() => draftOf(contact, dayText(today)), record)
  const request = () => {
    const { on, by, promise, account, followUpOn, ...plain } = draft
    const promised =
      promise.trim() === '' && by.trim() === '' ? null : { what: promise, by: dayInput(by, today, 'future') }
    return {
      ...plain,
      ...(contact ? { id: contact.id } : {}),
      on: dayInput(on, today, 'past'),
      account: idOrNull(account),
      promise: promised,
      followUpOn: dayOrNull(followUpOn, today, 'future'),
    }
  }
  return (
    <FactForm record={record} request={request} onClose={onClose}>
      <div className="form-row">
        <DayField label={say('contactOn')} leaning="past" {...at('on')} />
        <TextField label={say('contactTime')} placeholder="14:05" {...at('time')} />
      </div>
      <div className="form-row">
        <SelectField
          label={say('contactChannel')}
          choices={CONTACT_CHANNELS.map((value) => ({ value, label: say(`channel.${value}`) }))}
          {...at('channel')}
        />
        <AccountChoice {...at('account')} />
      </div>
      <div className="form-row">
        <TextField label={say('contactAgent')} {...at('agent')} />
        <TextField label={say('contactTicket')} {...at('ticket')} />
      </div>
      <TextArea label={say('contactReason')} rows={2} {...at('reason')} />
      <TextArea label={say('contactSaid')} rows={4} {...at('said')} />
      <div className="form-row">
        <TextField
          label={say('promiseWhat')}
          placeholder={say('promisePlaceholder')}
          {...at('promise', 'promise.what')}
        />
        <DayField label={say('promiseBy')} leaning="future" optional {...at('by', 'promise.by')} />
      </div>
      <DayField label={say('followUpOn')} leaning="future" optional {...at('followUpOn')} />
      <CheckField
        label={say('complaint')}
        note={say('complaintNote')}
        checked={draft.complaint}
        onChange={at('complaint').onChange}
      />
    </FactForm>
  )
}
