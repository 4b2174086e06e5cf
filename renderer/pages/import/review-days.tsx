import type { ReviewView } from '#shared/contract/review-view.ts'
import { dayText, FIRST_DAY } from '#shared/kernel/day.ts'
import { Button } from '../../components/button.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { FailureNote } from '../../state/answered.tsx'
import { useCommand } from '../../state/use-command.ts'
import { importWords } from './import-words.ts'

type DaysProposal = Extract<ReviewView['proposal'], { kind: 'days' }>

/** The days on which three automatic repayments agree: taken over with one press, or stated otherwise on the account. */
export function DaysAnswer({ proposal }: { readonly proposal: DaysProposal }) {
  const say = useWords(importWords)
  const { account, statementDay, dueDay } = proposal
  const change = useCommand('changeTerms', { canUndo: true, done: () => say('answered') })
  const request = { account, from: dayText(FIRST_DAY), set: { statementDay, dueDay } }
  return (
    <div className="review-form">
      <p className="note">{say('daysElse')}</p>
      <div className="row">
        <Button small onPress={() => void change.run(request)}>
          {say('daysTake', { statement: statementDay, due: dueDay })}
        </Button>
      </div>
      <FailureNote failure={change.failure} />
    </div>
  )
}
