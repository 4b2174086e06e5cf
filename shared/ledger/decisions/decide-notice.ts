import { type Day, dayText } from '#shared/kernel/day.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { Notice } from '../case/case-fact.ts'
import type { Refuses } from './refusal-figures.ts'

/**
 * A notice is read on or after its own day. One that changes terms names the account and the day from which they hold,
 * and that day is not before the notice: terms that change backwards in time would move bills that are already issued.
 */
export type NoticeRefusal =
  | Refuses<'day-in-future', 'on'>
  | Refuses<'notice-empty'>
  | Refuses<'notice-terms-without-account'>
  | Refuses<'notice-terms-without-day'>
  | Refuses<'notice-terms-backwards', 'from' | 'on'>
  | Refuses<'review-before-notice', 'reviewOn' | 'on'>
  | Refuses<'notice-reviewed-already', 'id'>

export const changesTerms = ({ set }: Pick<Notice, 'set'>): boolean => Object.keys(set).length > 0

export function decideNotice(today: Day, draft: Notice): Outcome<Notice, NoticeRefusal> {
  const on = dayText(draft.on)
  const { from, reviewOn } = draft
  if (draft.on > today) return refused({ kind: 'day-in-future', values: { on } })
  if (draft.text.trim() === '' && draft.link.trim() === '' && !changesTerms(draft)) {
    return refused({ kind: 'notice-empty', values: {} })
  }
  if (reviewOn !== null && reviewOn < draft.on) {
    return refused({ kind: 'review-before-notice', values: { reviewOn: dayText(reviewOn), on } })
  }
  if (!changesTerms(draft)) return done({ ...draft, from: null })
  if (draft.account === null) return refused({ kind: 'notice-terms-without-account', values: {} })
  if (from === null) return refused({ kind: 'notice-terms-without-day', values: {} })
  if (from < draft.on) return refused({ kind: 'notice-terms-backwards', values: { from: dayText(from), on } })
  return done(draft)
}

export function decideReview(notice: Notice, today: Day): Outcome<Notice, NoticeRefusal> {
  if (notice.reviewedOn !== null) return refused({ kind: 'notice-reviewed-already', values: { id: notice.id } })
  return done({ ...notice, reviewedOn: today })
}
