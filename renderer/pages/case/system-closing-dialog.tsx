import { dayText } from '#shared/kernel/day.ts'
import { CLOSING_REASONS } from '#shared/ledger/case/case-fact.ts'
import { DayField } from '../../components/day-field.tsx'
import { dayInput } from '../../components/field-inputs.ts'
import { Segmented } from '../../components/segmented.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextArea } from '../../components/text-area.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useCommand } from '../../state/use-command.ts'
import { AccountChoice } from './account-choice.tsx'
import { caseWords } from './case-words.ts'
import { FactDialog, FactForm, useFactDraft } from './fact-form.tsx'

type Props = { readonly onClose: () => void }

/** Alipay froze or closed it by itself: what goes on is said before it is recorded. */
export function SystemClosingDialog(props: Props) {
  const say = useWords(caseWords)
  return (
    <FactDialog title={say('lenderClosed')} onClose={props.onClose}>
      <Form {...props} />
    </FactDialog>
  )
}

const STATES = ['closed', 'frozen'] as const

const draftOn = (today: string) => ({
  account: '',
  on: today,
  state: 'closed' as (typeof STATES)[number],
  reason: 'not-said' as (typeof CLOSING_REASONS)[number],
  said: '',
})

function Form({ onClose }: Props) {
  const say = useWords(caseWords)
  const today = useToday()
  const record = useCommand('recordSystemClosing', { canUndo: true, done: () => say('lenderClosedDone') })
  const { draft, at } = useFactDraft(() => draftOn(dayText(today)), record)
  const request = () => ({ ...draft, on: dayInput(draft.on, today, 'past'), said: draft.said.trim() })
  const cannot = draft.account === '' ? say('chooseAccount') : null
  return (
    <FactForm record={record} request={request} cannot={cannot} onClose={onClose}>
      <AccountChoice {...at('account')} needed only={(one) => one.kind !== 'other'} />
      <Segmented
        label={say('lenderState')}
        choices={STATES.map((value) => ({ value, label: say(`lenderState.${value}`) }))}
        {...at('state')}
      />
      <DayField label={say('lenderOn')} leaning="past" {...at('on')} />
      <SelectField
        label={say('lenderReason')}
        choices={CLOSING_REASONS.map((value) => ({ value, label: say(`reason.${value}`) }))}
        {...at('reason')}
      />
      <TextArea label={say('lenderSaid')} rows={3} {...at('said')} />
      <div className="stack">
        <p className="strong">{say('goesOn')}</p>
        <ul className="case-points">
          {(['goesOn.debt', 'goesOn.deduct', 'goesOn.plan', 'goesOn.spend'] as const).map((key) => (
            <li key={key}>{say(key)}</li>
          ))}
        </ul>
      </div>
    </FactForm>
  )
}
