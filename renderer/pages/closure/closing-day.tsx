import { type FormEvent, useState } from 'react'
import type { ClosingView } from '#shared/contract/outlook-views.ts'
import { shownText } from '#shared/contract/texts/shown-text.ts'
import type { ClosureTarget } from '#shared/ledger/ledger.ts'
import type { ClosureRequirement } from '#shared/outlook/answers.ts'
import { CLOSING_STEPS, type ClosingStep } from '#shared/outlook/closure/closing-day.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Section } from '../../components/section.tsx'
import { RequirementMark } from '../../components/state-marks.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { FailureNote } from '../../state/answered.tsx'
import { useCommand } from '../../state/use-command.ts'
import { closureWords } from './closure-words.ts'
import { RecordClosing, type Whose } from './record-closing.tsx'

/** The day of closing: each step ticked with its time and what proves it, then what Alipay answered. */
export function ClosingDay(props: {
  readonly target: ClosureTarget
  readonly owner: string | null
  readonly closing: ClosingView
  readonly isReady: boolean
  /** The requirements that are not met yet. */
  readonly open: readonly ClosureRequirement[]
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
      <RecordClosing whose={whose} state={closing.state} isReady={props.isReady} open={props.open} />
    </Section>
  )
}

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
