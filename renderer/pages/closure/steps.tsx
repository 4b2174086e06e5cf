import type { Closure, RequirementCode } from '#shared/outlook/answers.ts'
import { AskedUnlessZero } from '../../components/ask.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Section } from '../../components/section.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { Sentence } from '../../i18n/sentences.tsx'
import { closureWords } from './closure-words.ts'

/** The way to closing in the order in which it is walked: day, what, where to press, how much. */
export function Steps(props: Pick<Closure, 'steps' | 'requirements'> & { readonly isRequested: boolean }) {
  const { requirements, isRequested } = props
  const say = useWords(closureWords)
  const today = useToday()
  // Closing that was asked for is not asked for once more.
  const steps = props.steps.filter(({ do: { code } }) => !isRequested || !code.startsWith('step-close-'))
  if (steps.length === 0) {
    return (
      <Section title={say('steps')}>
        <p className="second">{say('stepsNone')}</p>
      </Section>
    )
  }
  return (
    <Section title={say('steps')} aside={say('stepsNote')}>
      <ol className="steps">
        {steps.map((step, index) => (
          <li key={step.n} className={step.on === today ? 'is-now' : undefined}>
            <span className="steps-number">{index + 1}</span>
            <span className="steps-day">
              {step.on === null ? (
                <span className="note">{say('whenever')}</span>
              ) : step.on === today ? (
                say('today')
              ) : (
                <DayText day={step.on} form="short" />
              )}
            </span>
            <span>
              <StepDo step={step} requirements={requirements} />
              {step.from === null ? null : (
                <small>
                  <Sentence {...step.from} room="closure" />
                </small>
              )}
            </span>
            <span className="number">
              {step.amount === null ? null : <AskedUnlessZero figure={step.explain ?? null} amount={step.amount} />}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** What to do; where a requirement asks for the same, a press opens it: there is what can be done from here. */
function StepDo({ step, requirements }: Pick<Closure, 'requirements'> & { readonly step: Closure['steps'][number] }) {
  const what = <Sentence {...step.do} room="closure" />
  const asked = requirementOfStep(step.do.code, requirements)
  if (asked === null) return what
  return (
    <button type="button" className="steps-do" onClick={() => openRequirement(asked)}>
      {what}
    </button>
  )
}

const PAID: readonly RequirementCode[] = ['overdue-zero', 'billed-zero', 'unbilled-zero', 'loans-settled']

function requirementOfStep(code: string, requirements: Closure['requirements']): RequirementCode | null {
  const open = requirements.filter(({ status }) => status === 'unmet' || status === 'unknown')
  const asked = open.find(({ action }) => action?.code === code)
  const paid = code.startsWith('step-pay') ? PAID.find((one) => open.some((some) => some.code === one)) : undefined
  return asked?.code ?? paid ?? null
}

function openRequirement(code: RequirementCode): void {
  const details = document.querySelector<HTMLDetailsElement>(`[data-requirement="${code}"]`)
  if (details === null) return
  details.open = true
  details.scrollIntoView({ block: 'nearest' })
  details.querySelector('summary')?.focus()
}
