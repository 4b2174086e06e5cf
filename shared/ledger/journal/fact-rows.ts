import type { Day } from '#shared/kernel/day.ts'
import { type Fen, fen, ZERO } from '#shared/kernel/money.ts'
import { type AccountId, isBilled, isLending } from '../account.ts'
import type { AllocatedPart } from '../book/books.ts'
import { cycleOfMonth } from '../cycle.ts'
import type { Entry, EntryId, InstallmentPlan, Purchase, Repayment } from '../entry.ts'
import type { Ledger } from '../ledger.ts'
import type { JournalRow, Leg, LegAccount, RowWhat } from './journal-row.ts'

/** The rows of the facts themselves: each on its day, with the amount that it says. */
export type FactRow = JournalRow & {
  /** By how much the fact alone changes each debt. */
  readonly moves: ReadonlyMap<AccountId, number>
}

export type DatedFact = { readonly on: Day; readonly entry: Entry }

export const debt = (account: AccountId): LegAccount => ({ kind: 'debt', account })

/** Facts that move money by today, oldest first; those of one day in the order in which they came. */
export function datedFacts(ledger: Ledger): readonly DatedFact[] {
  const begun = planDays(ledger)
  const paying = new Set(
    ledger.entries.flatMap((entry) => (entry.kind === 'installments' && entry.of ? [entry.of] : [])),
  )
  const waiting = new Set(
    ledger.entries.flatMap((entry) =>
      entry.kind === 'purchase' && entry.postedOn === null && !paying.has(entry.id) ? [entry.id] : [],
    ),
  )
  const kinds = new Map(ledger.accounts.map((account) => [account.id, account]))
  const holds = (account: AccountId, test: typeof isBilled): boolean => {
    const one = kinds.get(account)
    return one !== undefined && test(one)
  }
  const dayOf = (entry: Entry): Day | null => {
    switch (entry.kind) {
      case 'purchase':
        if (!holds(entry.account, isBilled) || waiting.has(entry.id)) return null
        return entry.postedOn ?? entry.orderedOn
      case 'refund':
        return entry.inFlight || !holds(entry.account, isBilled) || waiting.has(entry.of ?? '') ? null : entry.on
      case 'repayment':
        return entry.on
      case 'loan':
        return holds(entry.account, isLending) ? entry.drawnOn : null
      case 'installments':
        return entry.origin === 'trade' && entry.of === null && holds(entry.account, isBilled)
          ? (begun.get(entry.id) ?? null)
          : null
      default:
        return null
    }
  }
  return ledger.entries
    .flatMap((entry) => {
      const on = dayOf(entry)
      return on === null || on > ledger.today ? [] : [{ on, entry }]
    })
    .sort((a, b) => a.on - b.on)
}

/**
 * The day from which a plan is owed: that of the purchase it pays, the day its bill was issued, else the first day of
 * the cycle of its first bill; never later than today, when every plan counts (engine.md 4).
 */
export function planDays({ accounts, entries, today }: Ledger): ReadonlyMap<EntryId, Day> {
  const bought = new Map<EntryId, Purchase>()
  for (const entry of entries) if (entry.kind === 'purchase') bought.set(entry.id, entry)
  const terms = new Map(accounts.map((account) => [account.id, account.terms]))
  const dayOf = ({ account, of, fromBill, firstBill }: InstallmentPlan): Day => {
    const purchase = of === null ? undefined : bought.get(of)
    if (purchase) return purchase.postedOn ?? purchase.orderedOn
    const dated = terms.get(account) ?? []
    return fromBill === null ? cycleOfMonth(dated, firstBill).from : cycleOfMonth(dated, fromBill).issuedOn
  }
  const plans = entries.filter((entry) => entry.kind === 'installments')
  return new Map(plans.map((plan) => [plan.id, Math.min(dayOf(plan), today) as Day]))
}

/** The row of a fact that the books have just seen. */
export function factRow({ on, entry }: DatedFact, allocated: readonly AllocatedPart[]): FactRow | null {
  switch (entry.kind) {
    case 'purchase':
      return simple(
        { on, entry, what: 'purchase' },
        { account: entry.account, amount: entry.amount, against: 'spending' },
      )
    case 'installments': {
      const amount = entry.principal
      return simple({ on, entry, what: 'purchase' }, { account: entry.account, amount, against: 'spending' })
    }
    case 'refund': {
      const amount = fen(-entry.amount)
      return simple({ on, entry, what: 'refund' }, { account: entry.account, amount, against: 'spending' })
    }
    case 'loan':
      return simple(
        { on, entry, what: 'loan' },
        { account: entry.account, amount: entry.principal, against: 'own-money' },
      )
    case 'repayment':
      return repaymentRow(on, entry, allocated)
    default:
      return null
  }
}

type Named = { readonly on: Day; readonly entry: Entry; readonly what: RowWhat }
type Change = { readonly account: AccountId; readonly amount: Fen; readonly against: 'spending' | 'own-money' }

const simple = (named: Named, { account, amount, against }: Change): FactRow => ({
  ...named,
  id: named.entry.id,
  unsure: named.entry.kind === 'loan' && !named.entry.certain,
  passing: false,
  legs: [
    { to: { kind: against }, amount },
    { to: debt(account), amount: fen(-amount) },
  ],
  moves: new Map([[account, amount]]),
})

/** What no debt needed stays the user's own money; it came from there, or from the card it was paid with. */
function repaymentRow(on: Day, entry: Repayment, allocated: readonly AllocatedPart[]): FactRow {
  const moves = new Map<AccountId, number>()
  let own: number = entry.amount
  for (const { account, what, amount } of allocated) {
    if (what === 'own-money' || what === 'beyond-records') continue
    moves.set(account, (moves.get(account) ?? 0) - amount)
    own -= amount
  }
  const from: LegAccount = entry.paidFrom === '' ? { kind: 'own-money' } : { kind: 'paid-from', name: entry.paidFrom }
  const legs: Leg[] = [...moves].map(([account, amount]) => ({ to: debt(account), amount: fen(-amount) }))
  if (own > 0) legs.push({ to: { kind: 'own-money' }, amount: fen(own) })
  legs.push({ to: from, amount: fen(-entry.amount) })
  return { on, entry, what: 'repayment', id: entry.id, unsure: entry.split === null, passing: false, legs, moves }
}

/** Charges that a repayment paid outside of any bill: on rolled principal, for settling a plan early, on loans. */
export function paidOutsideBills(parts: readonly AllocatedPart[], account: AccountId, lending: boolean) {
  const sum = (what: AllocatedPart['what']): Fen =>
    fen(
      parts.reduce(
        (total, part) =>
          total +
          (part.account === account && part.what === what && (lending || part.month === null) ? part.amount : 0),
        0,
      ),
    )
  return { interest: sum('interest'), fee: sum('fee'), penalty: sum('penalty') }
}

export const NO_CHARGES = { interest: ZERO, fee: ZERO, penalty: ZERO }
