import { type FormEvent, useState } from 'react'
import type { ClosingView } from '#shared/contract/outlook-views.ts'
import { shownText } from '#shared/contract/texts/shown-text.ts'
import { dayText } from '#shared/kernel/day.ts'
import type { ClosureTarget } from '#shared/ledger/ledger.ts'
import { CLOSING_STEPS, type ClosingStep } from '#shared/outlook/closure/closing-day.ts'
import { Button } from '../../components/button.tsx'
import { DayField } from '../../components/day-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { parseDayField } from '../../components/field-parsing.ts'
import { Section } from '../../components/section.tsx'
import { RequirementMark } from '../../components/state-marks.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { FailureNote } from '../../state/answered.tsx'
import { useCommand } from '../../state/use-command.ts'
import { closureWords } from './closure-words.ts'

/** The day of closing: each step ticked with its time and what proves it, then what Alipay answered. */
export function ClosingDay(props: {
  readonly target: ClosureTarget
  readonly owner: string | null
  readonly closing: ClosingView
  readonly isReady: boolean
}) {
  const say = useWords(closureWords)
  const format = useFormat()
  const { closing } = props
  const whose = { target: props.target, ...(props.owner === null ? {} : { owner: props.owner }) }
  return (
    <Section title={say('closingDay')} aside={say('closingDayNote')}>
      {props.isReady || closing.state === 'requested' ? null : <p className="second">{say('closingNotReady')}</p>}
      <ul className="closing-day">
        {CLOSING_STEPS.map((step) => {
          const done = closing.steps.find((one) => one.step === step)
          return (
            <li key={step}>
              <RequirementMark status={done ? 'confirmed' : 'unmet'} />
              <span>
                {say(`closingStep.${step}`)}
                {done ? (
                  <small>
                    {format.instant(done.at)}
                    {done.note === '' ? null : ` · ${shownText(done.note)}`}
                  </small>
                ) : null}
              </span>
              <TickStep whose={whose} step={step} again={done !== undefined} />
            </li>
          )
        })}
      </ul>
      <RecordClosing whose={whose} state={closing.state} isReady={props.isReady} />
    </Section>
  )
}

/** Which closing, and whose where two people's accounts are kept here. */
type Whose = { readonly target: ClosureTarget; readonly owner?: string }

function TickStep(props: { readonly whose: Whose; readonly step: ClosingStep; readonly again: boolean }) {
  const say = useWords(closureWords)
  const { whose, step } = props
  const [open, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const name = say(`closingStep.${step}`)
  const tick = useCommand('recordClosingStep', { canUndo: true, done: () => say('closingStepDone', { name }) })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if ((await tick.run({ ...whose, step, note: note.trim() })) !== null) setOpen(false)
  }
  return (
    <>
      <Button small kind={props.again ? 'quiet' : 'plain'} onPress={() => setOpen(true)}>
        {say(props.again ? 'closingAgain' : 'closingTick')}
        <span className="unseen">{name}</span>
      </Button>
      {open ? (
        <Dialog title={name} form="narrow" onClose={() => setOpen(false)}>
          <form className="form" onSubmit={(event) => void submit(event)}>
            <TextField
              label={say('closingEvidence')}
              placeholder={say(`closingEvidence.${step}`)}
              value={note}
              focusFirst
              onChange={setNote}
            />
            <p className="note prose">{say('closingTimed')}</p>
            <FailureNote failure={tick.failure} />
            <div className="form-end">
              <Button kind="main" submit>
                {say('closingTick')}
              </Button>
            </div>
          </form>
        </Dialog>
      ) : null}
    </>
  )
}

function RecordClosing(props: {
  readonly whose: Whose
  readonly state: ClosingView['state']
  readonly isReady: boolean
}) {
  const say = useWords(closureWords)
  const today = useToday()
  const { whose, state } = props
  const [text, setText] = useState(dayText(today))
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
        <Button small kind={props.isReady || state === 'requested' ? 'main' : 'plain'} onPress={() => send('closed')}>
          {say('closingClosed')}
        </Button>
      </div>
      <FailureNote failure={record.failure} />
    </div>
  )
}
