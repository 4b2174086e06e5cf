import type { Reply } from '#shared/contract/reply.ts'
import type { TodayView } from '#shared/contract/views.ts'
import { askAhead } from './ask-ahead.ts'
import { closureQuestion } from './closure-question.ts'
import { queryClient } from './query-client.ts'
import { PAGE_ROWS } from './use-entry-pages.ts'

/** What the other pages ask first and what takes longest to answer, one after another, in the order of the rail. */
export const LATER_QUESTIONS: readonly (() => Promise<void>)[] = [
  () => askAhead('listBills', {}),
  () => askAhead('listEntries', { offset: 0, limit: PAGE_ROWS }),
  () => askAhead('getOwed', {}),
  () => askAhead('listReviews', {}),
  explainTheFirstFigure,
  () => askAhead('getProjection', {}),
  () => askAhead('getClosure', closureQuestion('credit-purchase')),
  () => askAhead('getClosing', { target: 'credit-purchase' }),
  () => askAhead('getClosure', closureQuestion('huabei')),
  () => askAhead('getClosure', closureQuestion('borrow')),
  () => askAhead('listPlans', {}),
  () => askAhead('getPlan', {}),
  () => askAhead('getPlanProgress', {}),
  () => askAhead('listShownQuotes', {}),
  () => askAhead('listEntries', { kind: 'installments' }),
  () => askAhead('listEntries', { kind: 'loan' }),
  () => askAhead('getCase', {}),
  () => askAhead('listBackups', {}),
]

/** The one figure that everybody sees first is the one that is asked about first. */
function explainTheFirstFigure(): Promise<void> {
  const today = queryClient.getQueryData<Reply<TodayView>>(['getToday', {}])
  return today?.ok ? askAhead('explain', { figure: today.value.settleToday.explain }) : Promise.resolve()
}
