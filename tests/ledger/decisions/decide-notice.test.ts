import { describe, expect, it } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import type { Notice } from '#shared/ledger/case/case-fact.ts'
import { changesTerms, decideNotice, decideReview } from '#shared/ledger/decisions/decide-notice.ts'
import { breaks, taken } from './verdict.ts'

const read: Notice = {
  kind: 'notice',
  id: 'n1',
  on: day('2026-07-05'),
  source: 'Alipay',
  link: '',
  text: 'the due day moves',
  account: null,
  from: null,
  set: {},
  reviewOn: null,
  reviewedOn: null,
}
const [before, same, after] = [day('2026-07-04'), day('2026-07-05'), day('2026-07-06')]
const changing: Notice = { ...read, account: 'huabei', from: same, set: { dueDay: 20 } }

describe('a notice', () => {
  it.each<[says: string, draft: Notice]>([
    ['with words', read],
    ['with a link alone', { ...read, text: ' ', link: 'https://example.org' }],
    ['with terms alone, from its own day', { ...changing, text: '' }],
    ['with terms from a later day', { ...changing, from: after }],
    ['to be read again on its own day', { ...read, reviewOn: same }],
  ])('%s is taken', (_, draft) => {
    expect(decideNotice(same, draft)).toEqual(taken(draft))
  })

  it('that sets no terms has no day from which they hold', () => {
    expect(decideNotice(same, { ...read, from: after })).toEqual(taken(read))
  })

  it.each<[says: string, draft: Notice, verdict: object]>([
    ['of tomorrow', { ...read, on: after }, breaks('day-in-future', { on: '2026-07-06' })],
    ['that says nothing', { ...read, text: ' ', link: '\t' }, breaks('notice-empty')],
    [
      'to be read again the day before',
      { ...read, reviewOn: before },
      breaks('review-before-notice', { reviewOn: '2026-07-04', on: '2026-07-05' }),
    ],
    ['with terms of no account', { ...changing, account: null }, breaks('notice-terms-without-account')],
    ['with terms from no day', { ...changing, from: null }, breaks('notice-terms-without-day')],
    [
      'with terms from the day before',
      { ...changing, from: before },
      breaks('notice-terms-backwards', { from: '2026-07-04', on: '2026-07-05' }),
    ],
  ])('%s is refused', (_, draft, verdict) => {
    expect(decideNotice(same, draft)).toEqual(verdict)
  })

  it('changes terms where it sets one', () => {
    expect([changesTerms(read), changesTerms(changing)]).toEqual([false, true])
  })

  it('is read again once', () => {
    const again = { ...read, reviewedOn: after }
    expect(decideReview(read, after)).toEqual(taken(again))
    expect(decideReview(again, after)).toEqual(breaks('notice-reviewed-already', { id: 'n1' }))
  })
})
