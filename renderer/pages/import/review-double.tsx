import type { ReviewView } from '#shared/contract/review-view.ts'
import { shownText } from '#shared/contract/texts/shown-text.ts'
import { Amount } from '../../components/amount.tsx'
import { Button } from '../../components/button.tsx'
import { DayText } from '../../components/day-text.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { importWords } from './import-words.ts'
import type { ReviewProps } from './review-queue.tsx'

type DoubleProposal = Extract<ReviewView['proposal'], { kind: 'double' }>

/** Two entries that may be one: both stay, or one of them does. */
export function DoubleAnswer({ review, proposal, resolve }: ReviewProps & { readonly proposal: DoubleProposal }) {
  const say = useWords(importWords)
  const { other } = proposal
  return (
    <div className="review-form">
      <p className="note row">
        {say('doubleOther')} <DayText day={other.on} form="column" /> {shownText(other.label)}{' '}
        <Amount value={other.amount} form="sentence" />
      </p>
      <div className="row">
        <Button small onPress={() => void resolve.run({ id: review.id, answer: { kind: 'ignore' } })}>
          {say('doubleBoth')}
        </Button>
        <Button
          small
          onPress={() => void resolve.run({ id: review.id, answer: { kind: 'as', as: 'unrelated', account: null } })}
        >
          {say('doubleKeepOther')}
        </Button>
        <Button small onPress={() => void resolve.run({ id: review.id, answer: { kind: 'replaces' } })}>
          {say('doubleKeepThis')}
        </Button>
      </div>
    </div>
  )
}
