import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { requirementWord } from '#shared/contract/texts/closure-texts.ts'
import type { Closure, ClosureRequirement, RequirementCode } from '#shared/outlook/answers.ts'
import { Amount } from '../../components/amount.tsx'
import { Ask } from '../../components/ask.tsx'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { Section } from '../../components/section.tsx'
import { RequirementMark } from '../../components/state-marks.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { Sentence } from '../../i18n/sentences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { repayPathOf } from '../../state/places.ts'
import { closureWords } from './closure-words.ts'
import { ConfirmRequirement } from './confirm-requirement.tsx'
import { CopyQuota } from './copy-quota.tsx'
import { FirstLines } from './first-lines.tsx'
import { ExportBills, MarkRecordsCurrent } from './record-actions.tsx'
import { isOpen } from './verdict.tsx'

/** What has to be so, each with its evidence and what to do about it; what is open comes first. */
export function Requirements({ closure }: { readonly closure: Closure }) {
  const say = useWords(closureWords)
  const { requirements } = closure
  const order = { unmet: 0, unknown: 1, confirmed: 2, met: 3 } as const
  const sorted = [...requirements].sort((a, b) => order[a.status] - order[b.status])
  const open = requirements.filter(isOpen).length
  return (
    <Section
      title={say('requirements', { n: requirements.length })}
      aside={say('requirementsNote', { met: requirements.length - open, open })}
    >
      <ul className="requirements">
        {sorted.map((one) => (
          <Requirement key={one.code} closure={closure} requirement={one} />
        ))}
      </ul>
    </Section>
  )
}

function Requirement({
  closure,
  requirement,
}: {
  readonly closure: Closure
  readonly requirement: ClosureRequirement
}) {
  const say = useWords(closureWords)
  const [isSeen, setSeen] = useState(false)
  const { code, status, amount } = requirement
  return (
    <li className={isOpen(requirement) ? `is-${status}` : 'is-met'}>
      <details data-requirement={code} onToggle={({ currentTarget }) => setSeen(currentTarget.open)}>
        <summary>
          <span className="requirement-mark">
            <RequirementMark status={status} />
          </span>
          <span>{say(`r.${requirementWord(code, closure.target)}`)}</span>
          <span className="number">{amount === null || amount === 0 ? null : <Amount value={amount} />}</span>
          <span className="requirement-open">
            <Icon name="next" size={12} />
          </span>
        </summary>
        {isSeen ? <Inside closure={closure} requirement={requirement} /> : null}
      </details>
    </li>
  )
}

/** Evidence and what to do: only of what was opened, for it may be long. */
function Inside({ closure, requirement }: { readonly closure: Closure; readonly requirement: ClosureRequirement }) {
  const say = useWords(closureWords)
  const format = useFormat()
  const today = useToday()
  const { evidence, action, earliestOn, amount, explain } = requirement
  const open = isOpen(requirement)
  return (
    <div className="requirement-inside">
      <div>
        <FirstLines
          all={evidence}
          line={(line) => (
            <p className="requirement-evidence" key={`${line.code}${line.entry}${JSON.stringify(line.values)}`}>
              <span>
                <Sentence {...line} room="closure" />
              </span>
              {line.amount === null ? null : <Amount value={line.amount} />}
            </p>
          )}
        />
        {amount === null || amount === 0 || explain === null ? null : (
          <p className="requirement-evidence ruled">
            <span>{say('lacksInAll')}</span>
            <Ask figure={explain}>
              <Amount value={amount} />
            </Ask>
          </p>
        )}
      </div>
      {!open || action === null ? null : (
        <p>
          <span className="note">{say('doThis')} </span>
          <Sentence {...action} room="closure" />
          {earliestOn === null || earliestOn === today ? null : (
            <span className="note"> {say('earliestDay', { day: format.dayNear(earliestOn) })}</span>
          )}
        </p>
      )}
      {open ? <Doing closure={closure} requirement={requirement} /> : null}
    </div>
  )
}

const PLACES: Partial<Record<RequirementCode, { readonly path: string; readonly word: 'goReviews' | 'goBills' }>> = {
  'reviews-answered': { path: '/import/reviews', word: 'goReviews' },
  'repayments-allocated': { path: '/import/reviews', word: 'goReviews' },
  'billed-zero': { path: '/bills', word: 'goBills' },
  'overdue-zero': { path: '/bills', word: 'goBills' },
}

/** What can be done about a requirement from here. */
function Doing({ closure, requirement }: { readonly closure: Closure; readonly requirement: ClosureRequirement }) {
  const say = useWords(closureWords)
  const [, navigate] = useLocation()
  const place = PLACES[requirement.code]
  // What is to be paid is recorded at the account that it is owed on.
  const account = place?.word === 'goBills' ? requirement.evidence.find((line) => line.account !== null)?.account : null
  const doings: ReactNode[] = []
  if (place) {
    doings.push(
      <Button key="go" small onPress={() => navigate(account ? repayPathOf(account) : place.path)}>
        {say(place.word)}
      </Button>,
    )
  }
  if (requirement.code === 'used-quota-zero') doings.push(<CopyQuota key="quota" closure={closure} />)
  if (requirement.code === 'records-current') doings.push(<MarkRecordsCurrent key="current" />)
  if (requirement.code === 'records-exported') doings.push(<ExportBills key="export" />)
  if (requirement.kind === 'confirm') {
    doings.push(<ConfirmRequirement key="confirm" closure={closure} code={requirement.code} />)
  }
  return doings.length === 0 ? null : <div className="row">{doings}</div>
}
