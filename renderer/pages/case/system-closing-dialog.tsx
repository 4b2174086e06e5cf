import { type FormEvent, useState } from 'react'
import { dayText } from '#shared/kernel/day.ts'
import { CLOSING_REASONS } from '#shared/ledger/case/case-fact.ts'
import { Button } from '../../components/button.tsx'
import { DayField } from '../../components/day-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextArea } from '../../components/text-area.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { FailureNote } from '../../state/answered.tsx'
import { useCommand } from '../../state/use-command.ts'
import { AccountChoice } from './account-choice.tsx'
import { caseWords } from './case-words.ts'
import { dayInput } from './inputs.ts'

/** Alipay froze or closed it by itself: what goes on is said before it is recorded. */
export function SystemClosingDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useWords(caseWords)
  return (
    <Dialog title={say('lenderClosed')} form="narrow" onClose={onClose}>
      <Form onClose={onClose} />
    </Dialog>
  )
}

function Form({ onClose }: { readonly onClose: () => void }) {
  const say = useWords(caseWords)
  const today = useToday()
  const [account, setAccount] = useState('')
  const [on, setOn] = useState(dayText(today))
  const [state, setState] = useState<'frozen' | 'closed'>('closed')
  const [reason, setReason] = useState<(typeof CLOSING_REASONS)[number]>('not-said')
  const [said, setSaid] = useState('')
  const record = useCommand('recordSystemClosing', { canUndo: true, done: () => say('lenderClosedDone') })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const request = { account, on: dayInput(on, today, 'past'), state, reason, said: said.trim() }
    if ((await record.run(request)) !== null) onClose()
  }
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate>
      <AccountChoice value={account} onChange={setAccount} needed only={(one) => one.kind !== 'other'} />
      <Segmented
        label={say('lenderState')}
        choices={(['closed', 'frozen'] as const).map((value) => ({ value, label: say(`lenderState.${value}`) }))}
        value={state}
        onChange={setState}
      />
      <DayField
        label={say('lenderOn')}
        leaning="past"
        value={on}
        refusal={record.fieldRefusal('on')}
        onChange={setOn}
      />
      <SelectField
        label={say('lenderReason')}
        choices={CLOSING_REASONS.map((value) => ({ value, label: say(`reason.${value}`) }))}
        value={reason}
        onChange={setReason}
      />
      <TextArea label={say('lenderSaid')} rows={3} value={said} onChange={setSaid} />
      <div className="stack">
        <p className="strong">{say('goesOn')}</p>
        <ul className="case-points">
          {(['goesOn.debt', 'goesOn.deduct', 'goesOn.plan', 'goesOn.spend'] as const).map((key) => (
            <li key={key}>{say(key)}</li>
          ))}
        </ul>
      </div>
      <FailureNote failure={record.failure} />
      <div className="form-end">
        <Button kind="main" submit cannot={account === '' ? say('chooseAccount') : null}>
          {say('save')}
        </Button>
      </div>
    </form>
  )
}
