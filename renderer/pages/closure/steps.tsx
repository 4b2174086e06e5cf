import type { Closure } from '#shared/outlook/answers.ts'
import { AskedUnlessZero } from '../../components/ask.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Section } from '../../components/section.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { Sentence } from '../../i18n/sentences.tsx'
import { closureWords } from './closure-words.ts'

/** The way to closing in the order in which it is walked: day, what, where to press, how much. */
export function Steps({ steps }: { readonly steps: Closure['steps'] }) {
  const say = useWords(closureWords)
  const today = useToday()
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
        {steps.map((step) => (
          <li key={step.n} className={step.on === today ? 'is-now' : undefined}>
            <span className="steps-number">{step.n}</span>
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
              <Sentence {...step.do} room="closure" />
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
