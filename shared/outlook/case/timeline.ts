import { type Day, dayText, monthText } from '#shared/kernel/day.ts'
import { type Fen, sumFen, yuanText } from '#shared/kernel/money.ts'
import { type Account, type AccountId, isBilled } from '#shared/ledger/account.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import { COMPLAINT_DAYS } from '#shared/ledger/case/case-due.ts'
import type { CaseFact, Contact, Notice } from '#shared/ledger/case/case-fact.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Warning } from '../answers.ts'
import { warning } from '../warning.ts'

/**
 * Everything of the case in the order in which it happened, the newest first: contacts, promises, notices, bills,
 * repayments, closings, and what was bought on credit that is closed (product.md F, G).
 */
export type CaseEvent = {
  /** Names the event, not the fact: a contact and its promise are two events of one fact. */
  readonly key: string
  readonly on: Day
  readonly time: string
  readonly group: 'talk' | 'notice' | 'money' | 'closing' | 'alarm'
  readonly what: Warning
  /** The user's own words, where there are some. */
  readonly text: string
  readonly amount: Fen | null
  readonly account: AccountId | null
}

export function timelineOf(ledger: Ledger, facts: readonly CaseFact[]): readonly CaseEvent[] {
  const last = lastTimeline.get(ledger)
  if (last?.facts === facts) return last.events
  const events = eventsOf(ledger, facts)
  lastTimeline.set(ledger, { facts, events })
  return events
}

/** Every page of a timeline asks for all of it: it is put together once of the same ledger and the same facts. */
type Timeline = { readonly facts: readonly CaseFact[]; readonly events: readonly CaseEvent[] }
const lastTimeline = new WeakMap<Ledger, Timeline>()

function eventsOf(ledger: Ledger, facts: readonly CaseFact[]): readonly CaseEvent[] {
  const events = [
    ...facts.flatMap((fact) => eventsOfFact(fact, ledger.today)),
    ...billEvents(ledger),
    ...repaymentEvents(ledger),
    ...ledger.accounts.flatMap(closedEvents),
    ...relapseEvents(ledger),
  ]
  return events.filter(({ on }) => on <= ledger.today).sort(newestFirst)
}

const newestFirst = (a: CaseEvent, b: CaseEvent): number =>
  b.on - a.on || compare(b.time, a.time) || compare(b.key, a.key)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

type Told = Partial<Omit<CaseEvent, 'key' | 'on' | 'group' | 'what'>>

const event = (key: string, on: Day, group: CaseEvent['group'], what: Warning, more: Told = {}): CaseEvent => ({
  key,
  on,
  group,
  what,
  time: '',
  text: '',
  amount: null,
  account: null,
  ...more,
})

/** What a fact of the case tells; its own event is the first, what came of it follows. */
export function eventsOfFact(fact: CaseFact, today: Day): readonly CaseEvent[] {
  switch (fact.kind) {
    case 'contact':
      return contactEvents(fact, today)
    case 'notice':
      return noticeEvents(fact)
    case 'comparison': {
      const count = fact.differences.length
      const code = count === 0 ? 'event-comparison-same' : 'event-comparison'
      const what = warning(code, { account: fact.account, count })
      return [event(fact.id, fact.on, 'money', what, { account: fact.account, text: fact.note })]
    }
    case 'system-closing': {
      const what = warning(`event-system-${fact.state}`, { account: fact.account })
      return [event(fact.id, fact.on, 'closing', what, { account: fact.account, text: fact.said })]
    }
    case 'attachment':
      return [event(fact.id, fact.on, 'talk', warning('event-attachment', { file: fact.name }))]
    case 'channel':
      return [event(fact.id, fact.on, 'money', warning(`event-channel-${fact.way}`, { label: fact.label }))]
    case 'way-to-pay':
      return [event(fact.id, fact.on, 'money', warning('event-way-to-pay', { label: fact.label, use: fact.use }))]
  }
}

function contactEvents(contact: Contact, today: Day): readonly CaseEvent[] {
  const { id, on, time, account, promise, complaint, ticket } = contact
  const text = [contact.reason, contact.said].filter((words) => words !== '').join(' · ')
  const code = `${complaint === null ? 'event-contact' : 'event-complaint'}-${contact.channel}`
  const events = [event(id, on, 'talk', warning(code, { ticket }), { time, account, text })]
  if (promise) {
    const said = { account, text: promise.what }
    if (promise.settled) {
      const what = warning(promise.settled.kept ? 'event-promise-kept' : 'event-promise-broken', { ticket })
      events.push(event(`${id}#promise`, promise.settled.on, 'talk', what, said))
    } else if (promise.by < today) {
      events.push(event(`${id}#promise`, promise.by, 'talk', warning('event-promise-lapsed', { ticket }), said))
    }
  }
  if (complaint?.answeredOn != null) {
    events.push(event(`${id}#answer`, complaint.answeredOn, 'talk', warning('event-answered', { ticket }), { account }))
  } else if (complaint) {
    for (const days of COMPLAINT_DAYS) {
      events.push(event(`${id}#${days}`, (on + days) as Day, 'talk', warning('event-complaint-day', { days, ticket })))
    }
  }
  return events
}

function noticeEvents(notice: Notice): readonly CaseEvent[] {
  const { id, on, account, from } = notice
  const text = [notice.source, notice.text].filter((words) => words !== '').join(' · ')
  const events = [event(id, on, 'notice', warning('event-notice'), { account, text })]
  if (from !== null)
    events.push(event(`${id}#from`, from, 'notice', warning('event-terms', { on: dayText(on) }), { account }))
  return events
}

function billEvents(ledger: Ledger): readonly CaseEvent[] {
  return billsOf(ledger).flatMap((bill) => {
    const { account, issuedOn, dueOn, month } = bill
    const values = { account, bill: monthText(month) }
    const key = `bill ${account} ${month}`
    const issued = event(key, issuedOn, 'money', warning('event-bill', values), { account, amount: bill.total })
    if (bill.status !== 'overdue') return [issued]
    const what = warning('event-bill-overdue', values)
    return [issued, event(`${key}#due`, dueOn, 'money', what, { account, amount: bill.unpaid })]
  })
}

function repaymentEvents({ entries }: Ledger): readonly CaseEvent[] {
  return entries.flatMap((entry) => {
    if (entry.kind !== 'repayment') return []
    const accounts = entry.split?.map(({ account }) => account) ?? entry.candidates
    const account = accounts.length === 1 ? (accounts[0] ?? null) : null
    return [
      event(entry.id, entry.on, 'money', warning('event-repayment'), {
        account,
        amount: entry.amount,
        text: entry.label,
      }),
    ]
  })
}

function closedEvents({ id, status, closedOn }: Account): readonly CaseEvent[] {
  if (status !== 'closed' || closedOn === null) return []
  return [event(`closed ${id}`, closedOn, 'closing', warning('event-closed', { account: id }), { account: id })]
}

/** A purchase on credit that was closed before it: something still pays with it (product.md F). */
function relapseEvents(ledger: Ledger): readonly CaseEvent[] {
  return ledger.accounts.filter(isBilled).flatMap(({ id, status, closedOn }) => {
    if (closedOn === null || (status !== 'closed' && status !== 'closing-requested')) return []
    const days = new Map<Day, Fen[]>()
    const add = (on: Day, amount: Fen) => days.set(on, [...(days.get(on) ?? []), amount])
    for (const entry of ledger.entries) {
      if (entry.kind === 'purchase' && entry.account === id && entry.orderedOn > closedOn)
        add(entry.orderedOn, entry.amount)
    }
    for (const posting of ledger.postings) {
      if (posting.what === 'purchase' && posting.account === id && posting.on > closedOn)
        add(posting.on, posting.amount)
    }
    return [...days].map(([on, amounts]) => {
      const amount = sumFen(amounts)
      const what = warning('event-relapse', { account: id, count: amounts.length, amount: yuanText(amount) })
      return event(`relapse ${id} ${on}`, on, 'alarm', what, { account: id, amount })
    })
  })
}
