import { type Day, dayText } from '#shared/kernel/day.ts'
import { type Fen, fen } from '#shared/kernel/money.ts'
import { type Account, type AccountId, isBilled } from '../account.ts'
import type { LedgerBook } from '../book/books.ts'
import { eventsOf, type LedgerEvent } from '../book/events.ts'
import { emptyBooks, happen, runAccount } from '../book/ledger-book.ts'
import type { EntryId } from '../entry.ts'
import type { Ledger } from '../ledger.ts'
import { type BookedDebt, bookedDebt, type Charges, NOTHING_BOOKED } from './booked-debt.ts'
import { datedFacts, debt, type FactRow, factRow, NO_CHARGES, paidOutsideBills, planDays } from './fact-rows.ts'
import type { JournalRow, LegAccount, RowWhat } from './journal-row.ts'
import { balanceDay, stopsOf } from './journal-stops.ts'

/**
 * The journal of a ledger through today, oldest first. The facts are taken as they are; what the rules make of them
 * (interest, fees, charges, what a copied bill holds beyond its entries) is read off the same books that answer every
 * other question, so that the balance of each debt equals them to the fen (engine.md 2–7, `BookedDebt`).
 */
export function* journalOf(ledger: Ledger): Generator<JournalRow> {
  if (ledger.postings.length > 0) throw new Error('a journal states purchases one by one')
  const books = emptyBooks(ledger, ledger.today)
  const begunOn = planDays(ledger)
  const stops = stopsOf(ledger, books, begunOn)
  const walk: Walk = { ledger, books, begunOn, booked: new Map(), moved: new Map(), outside: new Map() }
  const facts = byDay(datedFacts(ledger))
  const events = byDay(eventsOf(ledger).filter(({ on }) => on <= ledger.today))
  const days = new Set([...facts.keys(), ...events.keys(), ...stops.keys(), ledger.today])
  for (const on of [...days].sort((a, b) => a - b)) {
    const touched = new Set(stops.get(on))
    for (const event of events.get(on) ?? []) touch(walk, event, touched)
    for (const fact of facts.get(on) ?? []) {
      const row = factRow(fact, books.allocations.get(fact.entry.id) ?? [])
      if (row === null) continue
      remember(walk, row)
      if (row.legs.some(({ amount }) => amount !== 0)) yield row
    }
    if (touched.size > 0 || on === ledger.today) yield* posted(walk, on, touched)
  }
}

type Walk = {
  readonly ledger: Ledger
  readonly books: LedgerBook
  readonly begunOn: ReadonlyMap<EntryId, Day>
  /** What each debt was when it was last looked at, and what the facts have moved since. */
  readonly booked: Map<AccountId, BookedDebt>
  readonly moved: Map<AccountId, number>
  readonly outside: Map<AccountId, Charges>
}

function byDay<T extends { readonly on: Day }>(things: readonly T[]): ReadonlyMap<Day, readonly T[]> {
  const days = new Map<Day, T[]>()
  for (const thing of things) {
    const there = days.get(thing.on)
    if (there) there.push(thing)
    else days.set(thing.on, [thing])
  }
  return days
}

/** Lets a fact happen in the books, and notes whose charges it may have settled. */
function touch(walk: Walk, event: LedgerEvent, touched: Set<AccountId>): void {
  happen(walk.books, event)
  if (event.what === 'refund') touched.add(event.account)
  if (event.what === 'deferral') touched.add(event.deferral.account)
  if (event.what !== 'repayment') return
  const parts = walk.books.allocations.get(event.repayment.id) ?? []
  for (const account of new Set(parts.map((part) => part.account))) {
    touched.add(account)
    const paid = paidOutsideBills(parts, account, walk.books.lending.has(account))
    const before = walk.outside.get(account) ?? NO_CHARGES
    walk.outside.set(account, {
      interest: fen(before.interest + paid.interest),
      fee: fen(before.fee + paid.fee),
      penalty: fen(before.penalty + paid.penalty),
    })
  }
}

function remember(walk: Walk, { moves }: FactRow): void {
  for (const [account, amount] of moves) walk.moved.set(account, (walk.moved.get(account) ?? 0) + amount)
}

function* posted(walk: Walk, on: Day, touched: ReadonlySet<AccountId>): Generator<JournalRow> {
  const { ledger, books } = walk
  for (const account of ledger.accounts) {
    if (!touched.has(account.id) && on !== ledger.today) continue
    runAccount(books, account.id, on)
    const known = balanceDay(account, ledger.today)
    if (known === null || known <= on) yield* postedFor(walk, account, { on, passing: !touched.has(account.id) })
  }
}

type Posting = { readonly on: Day; readonly passing: boolean }

/** What has changed a debt beyond its facts since it was last looked at, one row for each cause. */
function* postedFor(walk: Walk, account: Account, posting: Posting): Generator<JournalRow> {
  const { id } = account
  const before = walk.booked.get(id) ?? NOTHING_BOOKED
  const now = bookedDebt(walk.books, id, {
    on: posting.on,
    begun: ({ plan }) => (walk.begunOn.get(plan.id) ?? posting.on) <= posting.on,
    paidOutsideBills: walk.outside.get(id) ?? NO_CHARGES,
  })
  const ran = (charge: keyof Charges): number => now[charge] + now.paid[charge] - before[charge] - before.paid[charge]
  const causes = {
    interest: ran('interest'),
    fee: ran('fee'),
    penalty: ran('penalty'),
    returned: now.returned - before.returned,
    'paid-before': before.paidBefore - now.paidBefore,
  }
  const named = Object.values(causes).reduce((sum, amount) => sum + amount, 0)
  const rest = now.balance - before.balance - (walk.moved.get(id) ?? 0) - named
  walk.booked.set(id, now)
  walk.moved.set(id, 0)
  for (const [what, amount] of Object.entries({ ...causes, [unnamed(account)]: rest }))
    if (amount !== 0) yield ruleRow(account, what as keyof typeof AGAINST, { ...posting, amount: fen(amount) })
}

/** What no entry explains: of a bill it is the difference to what was copied, elsewhere what was there before. */
const unnamed = (account: Account): RowWhat => (isBilled(account) ? 'difference' : 'opening')

const AGAINST = {
  interest: 'interest',
  fee: 'fee',
  penalty: 'penalty',
  returned: 'own-money',
  'paid-before': 'own-money',
  difference: 'difference',
  opening: 'opening',
} as const satisfies Partial<Record<RowWhat, Exclude<LegAccount['kind'], 'debt' | 'paid-from'>>>

function ruleRow(
  { id }: Account,
  what: keyof typeof AGAINST,
  { on, passing, amount }: Posting & { readonly amount: Fen },
): JournalRow {
  return {
    on,
    what,
    id: `${what}:${id}@${dayText(on)}`,
    entry: null,
    unsure: false,
    passing: passing && (what === 'interest' || what === 'penalty'),
    legs: [
      { to: { kind: AGAINST[what] }, amount },
      { to: debt(id), amount: fen(-amount) },
    ],
  }
}
