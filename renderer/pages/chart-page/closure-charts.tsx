import { requirementWord } from '#shared/contract/texts/closure-texts.ts'
import type { ClosureTarget } from '#shared/ledger/ledger.ts'
import { ClosureTimeline } from '../../charts/closure-timeline.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { closureRequirementWords } from '../../i18n/requirement-words.ts'
import { Answered } from '../../state/answered.tsx'
import { closureQuestion } from '../../state/closure-question.ts'
import { useAsk } from '../../state/use-ask.ts'
import { chartPageWords } from './chart-page-words.ts'

const TARGETS = ['credit-purchase', 'huabei', 'borrow'] as const

/** For each target that has an account here: what is still open, and from which day it can be so. */
export function ClosureCharts() {
  return TARGETS.map((target) => <ClosureChart key={target} target={target} />)
}

function ClosureChart({ target }: { readonly target: ClosureTarget }) {
  const say = useWords(chartPageWords)
  const requirement = useWords(closureRequirementWords)
  const today = useToday()
  return (
    <Answered answer={useAsk('getClosure', closureQuestion(target))}>
      {(closure) =>
        closure.payNow.accounts.length === 0 || closure.verdict === 'ready' ? null : (
          <ClosureTimeline
            title={say('closure', { target: say(`target.${closure.closes}`) })}
            today={today}
            earliestOn={closure.safeOn}
            points={closure.requirements.map((one) => ({
              name: requirement(`r.${requirementWord(one.code, target)}`),
              on: one.earliestOn,
              done: one.status === 'met' || one.status === 'confirmed',
            }))}
          />
        )
      }
    </Answered>
  )
}
