import { type Day, dayText } from '#shared/kernel/day.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { Contact } from '../case/case-fact.ts'
import type { Refuses } from './refusal-figures.ts'

/** A contact is past and says something; what it promises and when to ask again come after it (domain.md 10.5, 10.6). */
export type ContactRefusal =
  | Refuses<'day-in-future', 'on'>
  | Refuses<'contact-empty'>
  | Refuses<'promise-without-words'>
  | Refuses<'promise-before-contact', 'by' | 'on'>
  | Refuses<'follow-up-before-contact', 'followUpOn' | 'on'>
  | Refuses<'answered-before-contact', 'answeredOn' | 'on'>
  | Refuses<'settled-before-contact', 'settledOn' | 'on'>
  | Refuses<'promise-not-open', 'id'>
  | Refuses<'complaint-not-open', 'id'>

export function decideContact(today: Day, draft: Contact): Outcome<Contact, ContactRefusal> {
  const on = dayText(draft.on)
  if (draft.on > today) return refused({ kind: 'day-in-future', values: { on } })
  const { promise, complaint, followUpOn } = draft
  const isSilent = draft.said.trim() === '' && draft.reason.trim() === '' && draft.ticket.trim() === ''
  if (isSilent && promise === null && complaint === null) return refused({ kind: 'contact-empty', values: {} })
  if (promise && promise.what.trim() === '') return refused({ kind: 'promise-without-words', values: {} })
  if (promise && promise.by < draft.on) {
    return refused({ kind: 'promise-before-contact', values: { by: dayText(promise.by), on } })
  }
  if (followUpOn !== null && followUpOn < draft.on) {
    return refused({ kind: 'follow-up-before-contact', values: { followUpOn: dayText(followUpOn), on } })
  }
  return done(draft)
}

/** It was kept, or it was not: either way its timer stops, and the day stays on record. */
export function decidePromise(
  contact: Contact,
  settled: { readonly on: Day; readonly kept: boolean },
  today: Day,
): Outcome<Contact, ContactRefusal> {
  const { promise } = contact
  if (promise === null || promise.settled !== null) {
    return refused({ kind: 'promise-not-open', values: { id: contact.id } })
  }
  if (settled.on > today) return refused({ kind: 'day-in-future', values: { on: dayText(settled.on) } })
  if (settled.on < contact.on) {
    const values = { settledOn: dayText(settled.on), on: dayText(contact.on) }
    return refused({ kind: 'settled-before-contact', values })
  }
  return done({ ...contact, promise: { ...promise, settled } })
}

export function decideAnswer(contact: Contact, answeredOn: Day, today: Day): Outcome<Contact, ContactRefusal> {
  if (contact.complaint === null || contact.complaint.answeredOn !== null) {
    return refused({ kind: 'complaint-not-open', values: { id: contact.id } })
  }
  if (answeredOn > today) return refused({ kind: 'day-in-future', values: { on: dayText(answeredOn) } })
  if (answeredOn < contact.on) {
    const values = { answeredOn: dayText(answeredOn), on: dayText(contact.on) }
    return refused({ kind: 'answered-before-contact', values })
  }
  return done({ ...contact, complaint: { answeredOn } })
}
