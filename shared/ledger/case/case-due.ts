import { addDays, type Day } from '#shared/kernel/day.ts'
import type { CaseFact, CaseFactId, Contact } from './case-fact.ts'

/**
 * What of the case is due: promises that lapse, complaints that must be decided within 15 days, 30 where they are
 * complex and 60 at the most (domain.md 10.6, 11 `complaintReminders`), notices to read, follow-ups.
 */
export const COMPLAINT_DAYS = [15, 30, 60] as const

export type CaseDue = {
  readonly what: 'promise' | 'complaint' | 'notice' | 'follow-up'
  readonly on: Day
  readonly of: CaseFactId
  /** Which of the three days of a complaint; null elsewhere. */
  readonly days: (typeof COMPLAINT_DAYS)[number] | null
  /** Its day is past and nothing came. */
  readonly lapsed: boolean
  /** What was promised, or where the notice stands. */
  readonly text: string
}

/** The earliest first. */
export function caseDue(facts: readonly CaseFact[], today: Day): readonly CaseDue[] {
  const latest = latestContacts(facts)
  return facts
    .flatMap((fact): readonly CaseDue[] => {
      if (fact.kind === 'notice') {
        if (fact.reviewedOn !== null) return []
        const on = fact.reviewOn ?? fact.on
        return [{ what: 'notice', on, of: fact.id, days: null, lapsed: on < today, text: fact.source || fact.text }]
      }
      if (fact.kind !== 'contact') return []
      return [...promiseDue(fact, today), ...complaintDue(fact, today), ...followUpDue(fact, latest, today)]
    })
    .sort((a, b) => a.on - b.on)
}

function promiseDue({ id, promise }: Contact, today: Day): readonly CaseDue[] {
  if (promise === null || promise.settled !== null) return []
  const { by: on, what: text } = promise
  return [{ what: 'promise', on, of: id, days: null, lapsed: on < today, text }]
}

/** The last day that passed without a decision, for that is what to ask about, and the next one to come. */
function complaintDue(contact: Contact, today: Day): readonly CaseDue[] {
  if (contact.complaint === null || contact.complaint.answeredOn !== null) return []
  const stages = COMPLAINT_DAYS.map((days) => ({ days, on: addDays(contact.on, days) }))
  const passed = stages.filter(({ on }) => on < today).slice(-1)
  const ahead = stages.filter(({ on }) => on >= today).slice(0, 1)
  return [...passed, ...ahead].map(({ days, on }) => ({
    what: 'complaint' as const,
    on,
    of: contact.id,
    days,
    lapsed: on < today,
    text: contact.ticket,
  }))
}

/** The last two, for a contact does not settle its own follow-up: the other of them is the last that may. */
const latestContacts = (facts: readonly CaseFact[]): readonly Contact[] =>
  facts
    .filter((fact) => fact.kind === 'contact')
    .sort((a, b) => b.on - a.on)
    .slice(0, 2)

function followUpDue(contact: Contact, latest: readonly Contact[], today: Day): readonly CaseDue[] {
  const on = contact.followUpOn
  if (on === null || latest.some((later) => later.id !== contact.id && later.on >= on)) return []
  return [{ what: 'follow-up', on, of: contact.id, days: null, lapsed: on < today, text: contact.said }]
}
