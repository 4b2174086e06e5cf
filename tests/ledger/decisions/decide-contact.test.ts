import { describe, expect, it } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import type { Contact } from '#shared/ledger/case/case-fact.ts'
import { decideAnswer, decideContact, decidePromise } from '#shared/ledger/decisions/decide-contact.ts'
import { breaks, taken } from './verdict.ts'

const called: Contact = {
  kind: 'contact',
  id: 'c1',
  on: day('2026-07-05'),
  time: '10:30',
  channel: '95188',
  agent: '',
  ticket: '',
  account: null,
  reason: '',
  said: 'no reason is given',
  promise: null,
  complaint: null,
  followUpOn: null,
}
const silent: Contact = { ...called, said: ' ' }
const [before, same, after] = [day('2026-07-04'), day('2026-07-05'), day('2026-07-06')]
const promise = { what: 'a call', by: same, settled: null }

describe('a contact is written down', () => {
  it.each<[says: string, draft: Contact]>([
    ['with what was said', called],
    ['with the reason alone', { ...silent, reason: 'risk' }],
    ['with the ticket alone', { ...silent, ticket: '881' }],
    ['with a promise alone, for the same day', { ...silent, promise }],
    ['with a complaint alone', { ...silent, complaint: { answeredOn: null } }],
    ['to be asked again on the same day', { ...called, followUpOn: same }],
  ])('%s', (_, draft) => {
    expect(decideContact(same, draft)).toEqual(taken(draft))
  })

  it.each<[says: string, draft: Contact, verdict: object]>([
    ['not of tomorrow', { ...called, on: after }, breaks('day-in-future', { on: '2026-07-06' })],
    ['not without a word', { ...silent, reason: '\n', ticket: '\t' }, breaks('contact-empty')],
    [
      'not with a promise of nothing',
      { ...called, promise: { ...promise, what: ' ' } },
      breaks('promise-without-words'),
    ],
    [
      'not with a promise for the day before',
      { ...called, promise: { ...promise, by: before } },
      breaks('promise-before-contact', { by: '2026-07-04', on: '2026-07-05' }),
    ],
    [
      'not to be asked again the day before',
      { ...called, followUpOn: before },
      breaks('follow-up-before-contact', { followUpOn: '2026-07-04', on: '2026-07-05' }),
    ],
  ])('%s', (_, draft, verdict) => {
    expect(decideContact(same, draft)).toEqual(verdict)
  })
})

describe('a promise was kept or broken', () => {
  const promised: Contact = { ...called, promise }

  it.each([true, false])('once, from the day it was given through today (kept: %s)', (kept) => {
    const settled = { on: same, kept }
    expect(decidePromise(promised, settled, same)).toEqual(taken({ ...promised, promise: { ...promise, settled } }))
    const again = { ...promised, promise: { ...promise, settled } }
    expect(decidePromise(again, settled, same)).toEqual(breaks('promise-not-open', { id: 'c1' }))
  })

  it.each<[says: string, contact: Contact, on: typeof same, verdict: object]>([
    ['where none was given', called, same, breaks('promise-not-open', { id: 'c1' })],
    ['tomorrow', promised, after, breaks('day-in-future', { on: '2026-07-06' })],
    [
      'before it was given',
      promised,
      before,
      breaks('settled-before-contact', { settledOn: '2026-07-04', on: '2026-07-05' }),
    ],
  ])('not %s', (_, contact, on, verdict) => {
    expect(decidePromise(contact, { on, kept: true }, same)).toEqual(verdict)
  })
})

describe('a complaint was answered', () => {
  const complained: Contact = { ...called, complaint: { answeredOn: null } }

  it('once, from the day it was handed in through today', () => {
    const answered = { ...complained, complaint: { answeredOn: same } }
    expect(decideAnswer(complained, same, same)).toEqual(taken(answered))
    expect(decideAnswer(answered, same, same)).toEqual(breaks('complaint-not-open', { id: 'c1' }))
  })

  it.each<[says: string, contact: Contact, on: typeof same, verdict: object]>([
    ['where there was none', called, same, breaks('complaint-not-open', { id: 'c1' })],
    ['tomorrow', complained, after, breaks('day-in-future', { on: '2026-07-06' })],
    [
      'before it was handed in',
      complained,
      before,
      breaks('answered-before-contact', { answeredOn: '2026-07-04', on: '2026-07-05' }),
    ],
  ])('not %s', (_, contact, on, verdict) => {
    expect(decideAnswer(contact, on, same)).toEqual(verdict)
  })
})
