import { useState } from 'react'
import type { ClosingView } from '#shared/contract/outlook-views.ts'
import { requirementWord } from '#shared/contract/texts/closure-texts.ts'
import { dayText } from '#shared/kernel/day.ts'
import type { ClosureTarget } from '#shared/ledger/ledger.ts'
import type { ClosureRequirement } from '#shared/outlook/answers.ts'
import { Amount } from '../../components/amount.tsx'
import { Button } from '../../components/button.tsx'
import { DayField } from '../../components/day-field.tsx'
import { parseDayField } from '../../components/field-parsing.ts'
import { Icon } from '../../components/icon.tsx'
import { RequirementMark } from '../../components/state-marks.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { FailureNote } from '../../state/answered.tsx'
import { useCommand } from '../../state/use-command.ts'
import { closureWords } from './closure-words.ts'
import { FirstLines } from './first-lines.tsx'

/** Which closing, and whose where two people's accounts are kept here. */
export type Whose = { readonly target: ClosureTarget; readonly owner?: string }

type RecordProps = {
  readonly whose: Whose
  readonly state: ClosingView['state']
  readonly isReady: boolean
  readonly open: readonly ClosureRequirement[]
}

/** What Alipay answered. Closed although something is open by the ledger: what is open is said first, and Alipay counts. */
export function RecordClosing(props: RecordProps) {
  const say = useWords(closureWords)
  const today = useToday()
  const { whose, state, isReady, open } = props
  const [text, setText] = useState(dayText(today))
  const [isAsked, setAsked] = useState(false)
  const on = parseDayField(text, today, 'past')
  const record = useCommand('recordClosing', { canUndo: true, done: () => say('closingRecorded') })
  const send = (to: 'requested' | 'closed') => {
    if (on.ok) void record.run({ ...whose, to, on: dayText(on.value) })
  }
  return (
    <div className="closing-record">
      <p>{say(state === 'requested' ? 'closingRequested' : 'closingAnswer')}</p>
      <div className="row">
        <DayField label={say('closingOn')} value={text} leaning="past" onChange={setText} />
        {state === 'requested' ? null : (
          <Button small onPress={() => send('requested')}>
            {say('closingRequest')}
          </Button>
        )}
        <Button
          small
          kind={isReady || state === 'requested' ? 'main' : 'plain'}
          onPress={() => (open.length === 0 ? send('closed') : setAsked(true))}
        >
          {say('closingClosed')}
        </Button>
      </div>
      {isAsked && open.length > 0 ? (
        <StillOpen target={whose.target} open={open} onClosed={() => send('closed')} onBack={() => setAsked(false)} />
      ) : null}
      <FailureNote failure={record.failure} />
    </div>
  )
}

function StillOpen(props: {
  readonly target: ClosureTarget
  readonly open: readonly ClosureRequirement[]
  readonly onClosed: () => void
  readonly onBack: () => void
}) {
  const say = useWords(closureWords)
  const { target, open } = props
  return (
    <div className="call" role="alert">
      <Icon name="warn" />
      <p className="strong">{say('closedThoughOpen', { n: open.length })}</p>
      <div>
        <FirstLines
          all={open}
          line={({ code, amount, status }) => (
            <p className="requirement-evidence" key={code}>
              <span>
                <RequirementMark status={status} /> {say(`r.${requirementWord(code, target)}`)}
              </span>
              {amount === null || amount === 0 ? null : <Amount value={amount} />}
            </p>
          )}
        />
      </div>
      <p>{say('closedThoughOpenNote')}</p>
      <div className="row">
        <Button small onPress={props.onClosed}>
          {say('closedThough')}
        </Button>
        <Button small kind="quiet" onPress={props.onBack}>
          {say('closedNotYet')}
        </Button>
      </div>
    </div>
  )
}
