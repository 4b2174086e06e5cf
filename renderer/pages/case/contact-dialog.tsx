import { type FormEvent, useState } from 'react'
import { dayText } from '#shared/kernel/day.ts'
import { CONTACT_CHANNELS, type Contact } from '#shared/ledger/case/case-fact.ts'
import { Button } from '../../components/button.tsx'
import { DayField } from '../../components/day-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { CheckField, SelectField } from '../../components/select-field.tsx'
import { TextArea } from '../../components/text-area.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { FailureNote } from '../../state/answered.tsx'
import { useCommand } from '../../state/use-command.ts'
import { AccountChoice } from './account-choice.tsx'
import { caseWords } from './case-words.ts'
import { dayInput, dayOrNull, idOrNull } from './inputs.ts'

type Props = { readonly contact?: Contact; readonly onClose: () => void }

/** A call, a chat or a letter, as soon as it is over: with a promise its timer starts, with a complaint its deadlines. */
export function ContactDialog({ contact, onClose }: Props) {
  const say = useWords(caseWords)
  return (
    <Dialog title={say(contact ? 'contactCorrect' : 'recordContact')} form="narrow" onClose={onClose}>
      <Form {...(contact ? { contact } : {})} onClose={onClose} />
    </Dialog>
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
  const [draft, setDraft] = useState(() => draftOf(contact, dayText(today)))
  const record = useCommand('recordContact', { canUndo: true, done: () => say('contactDone') })
  const change = (changes: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...changes }))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const { on, by, promise, account, followUpOn, ...plain } = draft
    const promised =
      promise.trim() === '' && by.trim() === '' ? null : { what: promise, by: dayInput(by, today, 'future') }
    const request = {
      ...plain,
      ...(contact ? { id: contact.id } : {}),
      on: dayInput(on, today, 'past'),
      account: idOrNull(account),
      promise: promised,
      followUpOn: dayOrNull(followUpOn, today, 'future'),
    }
    if ((await record.run(request)) !== null) onClose()
  }
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate>
      <div className="form-row">
        <DayField
          label={say('contactOn')}
          leaning="past"
          value={draft.on}
          refusal={record.fieldRefusal('on')}
          onChange={(on) => change({ on })}
        />
        <TextField
          label={say('contactTime')}
          placeholder="14:05"
          value={draft.time}
          refusal={record.fieldRefusal('time')}
          onChange={(time) => change({ time })}
        />
      </div>
      <div className="form-row">
        <SelectField
          label={say('contactChannel')}
          choices={CONTACT_CHANNELS.map((value) => ({ value, label: say(`channel.${value}`) }))}
          value={draft.channel}
          onChange={(channel) => change({ channel })}
        />
        <AccountChoice value={draft.account} onChange={(account) => change({ account })} />
      </div>
      <div className="form-row">
        <TextField label={say('contactAgent')} value={draft.agent} onChange={(agent) => change({ agent })} />
        <TextField label={say('contactTicket')} value={draft.ticket} onChange={(ticket) => change({ ticket })} />
      </div>
      <TextArea label={say('contactReason')} rows={2} value={draft.reason} onChange={(reason) => change({ reason })} />
      <TextArea label={say('contactSaid')} rows={4} value={draft.said} onChange={(said) => change({ said })} />
      <div className="form-row">
        <TextField
          label={say('promiseWhat')}
          placeholder={say('promisePlaceholder')}
          value={draft.promise}
          onChange={(promise) => change({ promise })}
        />
        <DayField
          label={say('promiseBy')}
          leaning="future"
          optional
          value={draft.by}
          refusal={record.fieldRefusal('promise.by')}
          onChange={(by) => change({ by })}
        />
      </div>
      <DayField
        label={say('followUpOn')}
        leaning="future"
        optional
        value={draft.followUpOn}
        refusal={record.fieldRefusal('followUpOn')}
        onChange={(followUpOn) => change({ followUpOn })}
      />
      <CheckField
        label={say('complaint')}
        note={say('complaintNote')}
        checked={draft.complaint}
        onChange={(complaint) => change({ complaint })}
      />
      <FailureNote failure={record.failure} />
      <div className="form-end">
        <Button kind="main" submit>
          {say('save')}
        </Button>
      </div>
    </form>
  )
}
