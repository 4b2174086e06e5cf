import { useId, useState } from 'react'
import type { ReviewView } from '#shared/contract/review-view.ts'
import { unrecordedAsk } from '#shared/contract/taken-as.ts'
import { shownText } from '#shared/contract/texts/shown-text.ts'
import { Amount } from '../../components/amount.tsx'
import { Button } from '../../components/button.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Section } from '../../components/section.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { Sentence } from '../../i18n/sentences.tsx'
import { Answered, FailureNote } from '../../state/answered.tsx'
import { useQuestionsSaid } from '../../state/questions-said.ts'
import { useAsk } from '../../state/use-ask.ts'
import { type Command, useCommand } from '../../state/use-command.ts'
import { useRowsInSight } from '../../state/use-rows-in-sight.ts'
import { isAsk } from './asks.ts'
import { importWords } from './import-words.ts'
import { OwnAmountAnswer, RefundAnswer } from './review-answers.tsx'
import { AsAnswer } from './review-as.tsx'
import { DaysAnswer } from './review-days.tsx'
import { DoubleAnswer } from './review-double.tsx'
import { useOpenQuestions } from './review-drafts.ts'
import { MendAnswer } from './review-mend.tsx'
import { SplitAnswer } from './review-split.tsx'

/** So many questions stand there at once; a damaged file may leave hundreds. */
const STEP = 50

/** Rows that only the user can answer, each with what can be proposed. */
export function ReviewQueue({ alone }: { readonly alone: boolean }) {
  const answer = useAsk('listReviews', {})
  return <Answered answer={answer}>{(reviews) => <Questions reviews={reviews} alone={alone} />}</Answered>
}

function Questions({ reviews, alone }: { readonly reviews: readonly ReviewView[]; readonly alone: boolean }) {
  const say = useWords(importWords)
  const questionsSaid = useQuestionsSaid()
  useOpenQuestions(reviews)
  if (reviews.length === 0) return alone ? <p className="second">{say('reviewsNone')}</p> : null
  return (
    <div className={alone ? undefined : 'reviews-below'}>
      <Section title={say('reviews')} aside={questionsSaid(reviews)}>
        <Reviews reviews={reviews} />
      </Section>
    </div>
  )
}

const ROWS = { above: 60, row: 84 }

function Reviews({ reviews }: { readonly reviews: readonly ReviewView[] }) {
  const say = useWords(importWords)
  const [limit, setLimit] = useState(STEP)
  const shown = reviews.slice(0, limit)
  const drawn = shown.slice(0, useRowsInSight(shown.length, ROWS))
  return (
    <>
      <ul className="reviews">
        {drawn.map((review) => (
          <ReviewItem key={review.id} review={review} alike={countAlike(reviews, review)} />
        ))}
      </ul>
      {reviews.length > limit ? (
        <button type="button" className="link note" onClick={() => setLimit(limit + STEP)}>
          {say('moreRows', { n: Math.min(STEP, reviews.length - limit) })}
        </button>
      ) : null}
    </>
  )
}

const countAlike = (reviews: readonly ReviewView[], { alike }: ReviewView): number =>
  alike === null ? 0 : reviews.filter((review) => review.alike === alike).length

function ReviewItem({ review, alike }: { readonly review: ReviewView; readonly alike: number }) {
  const say = useWords(importWords)
  const id = useId()
  const asked = review.guess === null ? unrecordedAsk(review.reason, review.accounts.length === 1) : review.reason
  const resolve = useCommand('resolveReview', {
    canUndo: true,
    done: ({ answered }) => (answered > 1 ? say('answeredMany', { n: answered }) : say('answered')),
  })
  return (
    <li className="review">
      <div className="review-head">
        <span className="second">
          <DayText day={review.on} form="column" />
        </span>
        <span>
          <b className="strong" id={id}>
            {shownText(review.label === '' ? review.description : review.label)}
          </b>
          {review.label === '' || review.description === '' ? null : (
            <span className="second"> {shownText(review.description)}</span>
          )}
          <small>
            {isAsk(asked) ? say(`ask.${asked}`) : <Sentence code={asked} room="review" />}
            {review.method === '' ? null : ` · ${say('method', { text: review.method })}`}
          </small>
        </span>
        {WITHOUT_AMOUNT.has(review.proposal.kind) ? null : <Amount value={review.amount} form="sentence" />}
      </div>
      {/* Several questions have the same words on their buttons: this says of which row. */}
      {/* biome-ignore lint/a11y/useSemanticElements: its name stands above, beside the amount */}
      <div className="review-answer" role="group" aria-labelledby={id}>
        <Proposal review={review} alike={alike} resolve={resolve} />
        <FailureNote failure={resolve.failure} />
      </div>
    </li>
  )
}

const WITHOUT_AMOUNT: ReadonlySet<string> = new Set(['mend', 'days'])

export type ReviewProps = {
  readonly review: ReviewView
  /** How many questions can be given the same answer, this one among them; 0 where it has figures of its own. */
  readonly alike: number
  readonly resolve: Command<'resolveReview'>
}

function Proposal(props: ReviewProps) {
  const { review } = props
  switch (review.proposal.kind) {
    case 'split':
      return <SplitAnswer {...props} proposal={review.proposal} />
    case 'refund-of':
      return <RefundAnswer {...props} proposal={review.proposal} />
    case 'own-amount':
      return <OwnAmountAnswer {...props} proposal={review.proposal} />
    case 'choose-kind':
      return <AsAnswer {...props} />
    case 'days':
      return <DaysAnswer proposal={review.proposal} />
    case 'mend':
      return <MendAnswer {...props} />
    case 'double':
      return <DoubleAnswer {...props} proposal={review.proposal} />
    case 'wait':
      return <WaitAnswer {...props} />
  }
}

function WaitAnswer({ review, resolve }: ReviewProps) {
  const say = useWords(importWords)
  return (
    <div className="row wide">
      <p className="note prose">{say('waitText')}</p>
      <Button small onPress={() => void resolve.run({ id: review.id, answer: { kind: 'ignore' } })}>
        {say('waitOver')}
      </Button>
    </div>
  )
}
