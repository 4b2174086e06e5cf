import { useEffect } from 'react'
import type { ReviewView } from '#shared/contract/review-view.ts'
import { dropDraft } from '../../state/use-kept.ts'

const OF_QUESTION = 'answer to '

/** The name of what is being typed into a field of the answer to a question. */
export const answerDraft = ({ id }: ReviewView, field: string): string => `${OF_QUESTION}${id}: ${field}`

/** A question that was answered, in whatever way, leaves nothing of what was typed for it. */
export function useOpenQuestions(reviews: readonly ReviewView[]): void {
  useEffect(() => {
    const open = reviews.map(({ id }) => `${OF_QUESTION}${id}: `)
    dropDraft((what) => what.startsWith(OF_QUESTION) && !open.some((question) => what.startsWith(question)))
  }, [reviews])
}
