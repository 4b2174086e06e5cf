import { useState } from 'react'
import type { ReviewView } from '#shared/contract/review-view.ts'
import { Amount } from '../../components/amount.tsx'
import { Button } from '../../components/button.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Section } from '../../components/section.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { Sentence } from '../../i18n/sentences.tsx'
import { Answered, FailureNote } from '../../state/answered.tsx'
import { useAsk } from '../../state/use-ask.ts'
import { type Command, useCommand } from '../../state/use-command.ts'
import { isAsk } from './asks.ts'
import { importWords } from './import-words.ts'
import { AsAnswer, OwnAmountAnswer, RefundAnswer } from './review-answers.tsx'
import { DaysAnswer } from './review-days.tsx'
import { DoubleAnswer } from './review-double.tsx'
import { MendAnswer } from './review-mend.tsx'
import { SplitAnswer } from './review-split.tsx'

/** So many questions stand there at once; a damaged file may leave hundreds. */
const STEP = 50

/** Rows that only the user can answer, each with what can be proposed. */
export function ReviewQueue({ alone }: { readonly alone: boolean }) {
  const say = useWords(importWords)
  const answer = useAsk('listReviews', {})
  const [limit, setLimit] = useState(STEP)
  return (
    <Answered answer={answer}>
      {(reviews) =>
        reviews.length === 0 ? (
          alone ? (
            <p className="second">{say('reviewsNone')}</p>
          ) : null
        ) : (
          <div className={alone ? undefined : 'reviews-below'}>
            <Section title={say('reviews')} aside={say('reviewsNote', { n: reviews.length })}>
              <ul className="reviews">
                {reviews.slice(0, limit).map((review) => (
                  <ReviewItem key={review.id} review={review} />
                ))}
              </ul>
              {reviews.length > limit ? (
                <button type="button" className="link note" onClick={() => setLimit(limit + STEP)}>
                  {say('moreRows', { n: Math.min(STEP, reviews.length - limit) })}
                </button>
              ) : null}
            </Section>
          </div>
        )
      }
    </Answered>
  )
}

function ReviewItem({ review }: { readonly review: ReviewView }) {
  const say = useWords(importWords)
  const resolve = useCommand('resolveReview', { canUndo: true, done: () => say('answered') })
  return (
    <li className="review">
      <div className="review-head">
        <span className="second">
          <DayText day={review.on} form="column" />
        </span>
        <span>
          <b className="strong">{review.label === '' ? review.description : review.label}</b>
          {review.label === '' || review.description === '' ? null : (
            <span className="second"> {review.description}</span>
          )}
          <small>
            {isAsk(review.reason) ? say(`ask.${review.reason}`) : <Sentence code={review.reason} room="review" />}
            {review.method === '' ? null : ` · ${say('method', { text: review.method })}`}
          </small>
        </span>
        {WITHOUT_AMOUNT.has(review.proposal.kind) ? null : <Amount value={review.amount} form="sentence" />}
      </div>
      <div className="review-answer">
        <Proposal review={review} resolve={resolve} />
        <FailureNote failure={resolve.failure} />
      </div>
    </li>
  )
}

const WITHOUT_AMOUNT: ReadonlySet<string> = new Set(['mend', 'days'])

export type ReviewProps = { readonly review: ReviewView; readonly resolve: Command<'resolveReview'> }

function Proposal({ review, resolve }: ReviewProps) {
  switch (review.proposal.kind) {
    case 'split':
      return <SplitAnswer review={review} proposal={review.proposal} resolve={resolve} />
    case 'refund-of':
      return <RefundAnswer review={review} proposal={review.proposal} resolve={resolve} />
    case 'own-amount':
      return <OwnAmountAnswer review={review} proposal={review.proposal} resolve={resolve} />
    case 'choose-kind':
      return <AsAnswer review={review} resolve={resolve} />
    case 'days':
      return <DaysAnswer proposal={review.proposal} />
    case 'mend':
      return <MendAnswer review={review} resolve={resolve} />
    case 'double':
      return <DoubleAnswer review={review} proposal={review.proposal} resolve={resolve} />
    case 'wait':
      return <WaitAnswer review={review} resolve={resolve} />
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
