import type { Day, Month } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { Account } from '#shared/ledger/account.ts'
import type { BilledBook } from '#shared/ledger/book/billed-book.ts'
import type { LendingBook } from '#shared/ledger/book/lending-book.ts'
import type { DerivationLine } from '#shared/ledger/derivation.ts'
import type { EntryId } from '#shared/ledger/entry.ts'
import type { ProjectedEvent, ProjectedMonth, Projection, Warning } from '../answers.ts'
import type { Plan } from '../plan.ts'
import type { OtherState } from './other-run.ts'
import type { Shortfall } from './shortfall.ts'
import type { PaidPart } from './why-paid.ts'

/** One account on its way through a projection: its book, and what has happened to it since the plan's start. */
export type AccountRun = {
  readonly account: Account
  /** Place in the ledger: the last tie-break of every order. */
  readonly index: number
  readonly state:
    | { readonly kind: 'billed'; readonly book: BilledBook }
    | { readonly kind: 'lending'; readonly book: LendingBook }
    | { readonly kind: 'other'; readonly book: OtherState }
  /** Principal plus what has accrued or posted, as last measured; never scheduled charges. */
  balance: number
  /** Overdue charges so far, paid or not, as last measured. */
  charged: number
  /** Money paid early that nothing needs so far, and what of it was given back, as last measured. */
  prepaid: number
  returned: number
  interest: number
  fees: number
  penalties: number
  paid: number
  spending: number
  freeOn: Day | null
  /** The day through which it was carried last. */
  touchedOn: Day
  /** The next day on which something happens by itself; `NEVER` when nothing does. */
  nextDay: Day
}

/** Something that must be paid: in full where the money covers it, else at least the minimum (engine.md 9). */
export type Required = {
  readonly account: AccountRun
  readonly loan: EntryId | null
  /** Its due day; of what is past due the earliest. */
  readonly on: Day
  readonly full: Fen
  readonly minimum: Fen
  /** What of the money in hand goes to it today. */
  given: Fen
  /** Of a bill, once it was paid: what is still to pay to be safe whatever minimum Alipay turns out to ask for. */
  readonly safeLeft?: () => Fen
  readonly overdue: boolean
  readonly pay: (amount: Fen) => readonly PaidPart[]
  /** What it is made of. */
  readonly made: () => readonly DerivationLine[]
}

export const NEVER = Number.MAX_SAFE_INTEGER as Day

/** The sums of one calendar month while it runs. */
export type MonthSums = { -readonly [K in keyof ProjectedMonth]: ProjectedMonth[K] extends Month ? Month : number }

export type Run = {
  readonly plan: Plan
  readonly start: Day
  readonly accounts: readonly AccountRun[]
  /** Those of which anything can still happen. */
  active: readonly AccountRun[]
  /** Money in hand. With `enough` money only what arrives beside it counts here. */
  cash: number
  /** Everything that must be paid until money comes again is in hand. */
  covered: boolean
  /** When the month's money goes out, with `due-day`. */
  surplusOn: Day | null
  /** The days on which money, a lump and new spending come next. */
  readonly next: { money: Day; lump: Day; spending: Day }
  /** Balances of a year ago or less, to see whether anything gets smaller. */
  stuckSince: { readonly month: Month; readonly balances: readonly number[] }
  month: MonthSums
  readonly months: ProjectedMonth[]
  /** The day on which what is overdue from the start is asked for; what falls overdue later was told on its due day. */
  readonly arrearsOn: Day
  readonly shortfalls: Shortfall[]
  /** null when nobody asked for events. */
  readonly events: ProjectedEvent[] | null
  /** The lines behind each figure of the events; null when nobody asked for one. */
  readonly lines: EventLines | null
  readonly notes: Map<string, Warning>
}

/** Events of one kind, account and day have one id: together they are the figure. */
export type EventLines = Map<string, DerivationLine[]>

/** What a run comes to. */
export type RunResult = Pick<
  Projection,
  | 'outcome'
  | 'freeOn'
  | 'months'
  | 'totalPaid'
  | 'interest'
  | 'fees'
  | 'penalties'
  | 'shortfalls'
  | 'accounts'
  | 'byMonth'
  | 'events'
  | 'notes'
>
