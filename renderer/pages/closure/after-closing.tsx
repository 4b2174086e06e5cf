import type { Closure } from '#shared/outlook/answers.ts'
import { Icon } from '../../components/icon.tsx'
import { Section } from '../../components/section.tsx'
import { RequirementMark } from '../../components/state-marks.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { Sentence } from '../../i18n/sentences.tsx'
import { closureWords } from './closure-words.ts'
import { ConfirmRequirement } from './confirm-requirement.tsx'
import { FirstLines } from './first-lines.tsx'

/** What follows from closing, to be read before it, and confirmed. */
export function Consequences({ closure }: { readonly closure: Closure }) {
  const say = useWords(closureWords)
  const read = closure.requirements.find((one) => one.code === 'consequences-read')
  return (
    <Section title={say('after')} aside={read?.status === 'confirmed' ? say('afterConfirmed') : say('afterNote')}>
      <ul className="consequences">
        {closure.consequences.map((one) => (
          <li key={one.code}>
            <Sentence {...one} room="closure" />
          </li>
        ))}
      </ul>
      {read === undefined || read.status === 'confirmed' ? null : (
        <div className="row consequences-end">
          <span className="label">{say('afterConfirm')}</span>
          <ConfirmRequirement closure={closure} code="consequences-read" />
        </div>
      )}
    </Section>
  )
}

/** For which reasons Alipay may close or freeze it without being asked. */
export function SystemRisks({ risks }: { readonly risks: Closure['systemRisks'] }) {
  const say = useWords(closureWords)
  if (risks.length === 0) return null
  return (
    <Section title={say('risks')} aside={say('risksNote')}>
      <ul className="risks">
        {risks.map((risk) => (
          <li key={risk.code}>
            <RequirementMark
              status={risk.status === 'present' ? 'unmet' : risk.status === 'absent' ? 'met' : 'unknown'}
            />
            <span>
              <Sentence code={risk.code} room="closure" />
              <FirstLines
                all={risk.evidence}
                line={(line) => (
                  <small key={`${line.code}${JSON.stringify(line.values)}`}>
                    <Sentence {...line} room="closure" />
                  </small>
                )}
              />
            </span>
            <span className="note">{say(`risk.${risk.status}`)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Nobody calls to close it for you. */
export function ScamWarning() {
  const say = useWords(closureWords)
  return (
    <aside className="call scam" aria-label={say('scamTitle')}>
      <Icon name="warn" />
      <p className="strong">{say('scamTitle')}</p>
      <p className="prose">{say('scamText')}</p>
    </aside>
  )
}
