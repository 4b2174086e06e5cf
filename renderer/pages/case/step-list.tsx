import { Link } from 'wouter'
import type { CaseStep, CaseStepCode } from '#shared/outlook/case/case-steps.ts'
import { Icon } from '../../components/icon.tsx'
import { Section } from '../../components/section.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { Sentence } from '../../i18n/sentences.tsx'
import { caseWords, useStepName } from './case-words.ts'

/** The six steps with their state, and under each what the ledger knows of it. */
export function StepList({ steps, current }: { readonly steps: readonly CaseStep[]; readonly current: CaseStepCode }) {
  const say = useWords(caseWords)
  const stepName = useStepName()
  const done = steps.filter(({ state }) => state === 'done').length
  return (
    <Section title={say('steps')} aside={say('stepsDone', { n: done })}>
      <ol className="case-steps">
        {steps.map((step, index) => (
          <li key={step.code}>
            <Link
              href={`/case/${step.code}`}
              className={`case-step is-${step.state}`}
              aria-current={step.code === current ? 'step' : undefined}
            >
              <span className="case-step-number">
                {step.state === 'done' ? <Icon name="check" size={14} /> : index + 1}
              </span>
              <span>
                {stepName(step.code)}
                <span className="unseen">
                  <Sentence code={`step-is-${step.state}`} room="case" />
                </span>
                {step.evidence.slice(0, 4).map((line) => (
                  <small key={`${line.code}${JSON.stringify(line.values)}`}>
                    <Sentence {...line} room="case" />
                  </small>
                ))}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </Section>
  )
}
