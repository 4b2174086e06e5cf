import { asksNow, type ReviewView } from '#shared/contract/review-view.ts'
import { partsWords } from '../components/parts-words.ts'
import { useWords } from '../i18n/preferences.tsx'

/** How many questions there are, said alike wherever they are listed: one that only waits for a refund is none yet. */
export function useQuestionsSaid(): (reviews: readonly ReviewView[]) => string {
  const say = useWords(partsWords)
  return (reviews) => {
    const n = reviews.filter(asksNow).length
    const waits = reviews.length - n
    if (n === 0) return say('questionsWait', { waits })
    return waits === 0 ? say('questions', { n }) : say('questionsAndWait', { n, waits })
  }
}
