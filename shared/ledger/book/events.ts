import type { Day } from '#shared/kernel/day.ts'
import { type Fen, fen } from '#shared/kernel/money.ts'
import type { AccountId } from '../account.ts'
import { cycleOfMonth } from '../cycle.ts'
import type { Deferral, Entry, EntryId, Purchase, Refund, Repayment } from '../entry.ts'
import type { DayPosting, Ledger } from '../ledger.ts'
import { deferralDay } from './settle-plan.ts'

/** What happens to the books, in the order within a day: postings, refunds, [statement], deferrals, repayments (engine.md 1). */
export type LedgerEvent =
  /** What was posted or refunded on a day, as the store sums it; a purchase that is told by itself is a sum of one. */
  | DayPosting
  | { readonly what: 'awaiting'; readonly on: Day; readonly purchase: Purchase }
  | OneRefund
  | { readonly what: 'deferral'; readonly on: Day; readonly deferral: Deferral }
  | { readonly what: 'repayment'; readonly on: Day; readonly repayment: Repayment }

/** A refund that is told by itself, and the purchase that it is of. */
export type OneRefund = {
  readonly what: 'refund'
  readonly on: Day
  readonly account: AccountId
  readonly amount: Fen
  readonly purchasePostedOn: Day | null
  readonly entry: EntryId
  readonly of: EntryId | null
}

const RANK: Record<LedgerEvent['what'], number> = { purchase: 0, awaiting: 0, refund: 1, deferral: 2, repayment: 3 }

/**
 * What is known goes before what is estimated: a repayment that does not say where it went is divided among what the
 * others of its day leave open, whichever of them was recorded first.
 */
const rankOf = (event: LedgerEvent): number =>
  event.what === 'repayment' && event.repayment.split === null ? RANK.repayment + 1 : RANK[event.what]

export function eventsOf(ledger: Ledger): readonly LedgerEvent[] {
  const facts = factsOf(ledger)
  const events: LedgerEvent[] = [...ledger.postings]
  for (const entry of ledger.entries) {
    if (entry.kind === 'purchase') events.push(...purchaseEvents(entry, facts))
    else if (entry.kind === 'refund' && !entry.inFlight) events.push(...refundEvents(entry, facts))
    else if (entry.kind === 'deferral') events.push(deferralEvent(entry, ledger))
    else if (entry.kind === 'repayment') events.push({ what: 'repayment', on: entry.on, repayment: entry })
  }
  return inOrder(events)
}

/**
 * By day, by rank, and else as they came. Each place is one exact number, for a hundred thousand numbers are sorted
 * several times faster than as many facts are compared.
 */
function inOrder(events: readonly LedgerEvent[]): readonly LedgerEvent[] {
  const places = new Float64Array(events.length)
  events.forEach((event, index) => {
    places[index] = ((event.on + DAYS / 2) * RANKS + rankOf(event)) * PLACES + index
  })
  const ordered: LedgerEvent[] = []
  for (const place of places.sort()) ordered.push(events[place - Math.floor(place / PLACES) * PLACES] as LedgerEvent)
  return ordered
}

/** More than there are of each; the product is the largest number that is still exact. */
const DAYS = 2 ** 21
const RANKS = 2 ** 3
const PLACES = 2 ** 29

type Facts = {
  readonly purchases: ReadonlyMap<EntryId, Purchase>
  /** How much of a purchase plans pay: that is posted through their periods, and only the rest by itself. */
  readonly inPlans: ReadonlyMap<EntryId, number>
  readonly refunded: ReadonlyMap<EntryId, number>
}

function factsOf(ledger: Ledger): Facts {
  const purchases = new Map<EntryId, Purchase>()
  const inPlans = new Map<EntryId, number>()
  for (const entry of ledger.entries) {
    if (entry.kind === 'purchase') purchases.set(entry.id, entry)
    if (entry.kind === 'installments' && entry.of !== null)
      inPlans.set(entry.of, (inPlans.get(entry.of) ?? 0) + entry.principal)
  }
  return { purchases, inPlans, refunded: refundedOf(ledger.entries) }
}

/** What came back of each purchase that a refund names; what is on its way is not there yet. In fen. */
export function refundedOf(entries: readonly Entry[]): ReadonlyMap<EntryId, number> {
  const refunded = new Map<EntryId, number>()
  for (const entry of entries) {
    if (entry.kind !== 'refund' || entry.of === null || entry.inFlight) continue
    refunded.set(entry.of, (refunded.get(entry.of) ?? 0) + entry.amount)
  }
  return refunded
}

function purchaseEvents(purchase: Purchase, facts: Facts): LedgerEvent[] {
  const amount = fen(Math.max(purchase.amount - (facts.inPlans.get(purchase.id) ?? 0), 0))
  if (amount === 0) return []
  if (purchase.postedOn !== null) {
    return [
      {
        what: 'purchase',
        on: purchase.postedOn,
        account: purchase.account,
        purchasePostedOn: null,
        amount,
        count: 1,
        assumed: Number(purchase.postingAssumed),
      },
    ]
  }
  // While it awaits receipt a refund restores the quota, and nothing is ever billed (domain.md 5.1).
  const waiting = Math.max(amount - (facts.refunded.get(purchase.id) ?? 0), 0) as Fen
  return waiting > 0 ? [{ what: 'awaiting', on: purchase.orderedOn, purchase: { ...purchase, amount: waiting } }] : []
}

function refundEvents(refund: Refund, facts: Facts): LedgerEvent[] {
  const of = refund.of === null ? undefined : facts.purchases.get(refund.of)
  if (of && of.postedOn === null && !facts.inPlans.has(of.id)) return []
  const { on, account, amount } = refund
  return [
    {
      what: 'refund',
      on,
      account,
      amount,
      purchasePostedOn: of?.postedOn ?? null,
      entry: refund.id,
      of: of?.id ?? null,
    },
  ]
}

function deferralEvent(deferral: Deferral, ledger: Ledger): LedgerEvent {
  const terms = ledger.accounts.find((account) => account.id === deferral.account)?.terms ?? []
  return { what: 'deferral', on: deferralDay(deferral, cycleOfMonth(terms, deferral.month).issuedOn), deferral }
}
