import { addMonths, type Day, type Month } from '#shared/kernel/day.ts'
import { type Fen, fen, ZERO } from '#shared/kernel/money.ts'
import type { Account } from '../account.ts'
import type { ByColumn } from '../cells.ts'
import { billMonthOf, type Cycle, cycleOfMonth } from '../cycle.ts'
import type { EntryId, Purchase, ShownBill } from '../entry.ts'
import { interestOfWeight, type Segment } from '../interest.ts'
import type { DayPosting } from '../ledger.ts'
import type { MinimumParts } from '../minimum.ts'
import type { TermValues } from '../terms.ts'
import type { PlanBook } from './plan-book.ts'

/**
 * The running state of one billed account (Huabei, or one lender's Credit Purchase) as its days go by. The fold over
 * facts and the projection move the same book; it is changed in place and never leaves this folder and `outlook`.
 */
export type BilledBook = {
  readonly account: Account
  /** The month whose bill is issued next, with its days; everything before it is issued. */
  nextMonth: Month
  nextCycle: Cycle
  /** Postings of cycles whose bill is not issued yet. */
  readonly upcoming: Map<Month, Upcoming>
  /** Issued bills in order; paid ones stay, for their history. */
  readonly bills: IssuedBill[]
  /** Principal that rolls after a minimum was paid, and its interest. */
  readonly rolled: RolledPool
  readonly plans: PlanBook[]
  readonly awaiting: Purchase[]
  /** Fees of a minimum-paid bill that Alipay's own minimum left open: they enter the next bill. */
  carriedFee: Fen
  /** Refunds and overpayments that went to the user's own money. */
  returned: Fen
  readonly shownBills: ReadonlyMap<Month, ShownBill>
}

export type Upcoming = {
  readonly month: Month
  purchases: Fen
  refunds: Fen
  /** Paid before the bill is issued (B13). */
  credited: Fen
  readonly credits: Credit[]
  deferredIn: Fen
  deferralFee: Fen
  /** A fee in it rests on the usual rate: nobody said what Alipay took. */
  feeAssumed: boolean
  count: number
  /** Some posting day near the statement day is unproved. */
  assumed: boolean
}

export type IssuedBill = {
  readonly cycle: Cycle
  readonly terms: TermValues
  readonly shown: ShownBill | null
  /** Total before any repayment, and what the entries alone would make of it. */
  total: Fen
  readonly derived: Fen
  readonly parts: IssuedParts
  /** What is left. `principal` is without the rolled principal of the pool. */
  principal: Fen
  interest: Fen
  fee: Fen
  penalty: Fen
  /** The columns of the total when it was issued, rolled principal within principal. */
  readonly issued: ByColumn<Fen>
  minimum: Fen
  minimumParts: MinimumParts
  credited: Fen
  readonly credits: Credit[]
  state: 'open' | 'rolled' | 'overdue'
  /** Stretches of days past due and the balance that is charged; the last one is still open. */
  readonly overdue: OverdueRun
  assumed: boolean
  readonly entryCount: number
}

export type IssuedParts = {
  newPurchases: Fen
  refunds: Fen
  installmentPrincipal: Fen
  installmentFees: Fen
  rolledPrincipal: Fen
  revolvingInterest: Fen
  deferredIn: Fen
  deferralFees: Fen
  deferredOut: Fen
  movedToInstallments: Fen
  unexplained: Fen
  /** How the posted interest came about. */
  readonly interestSegments: readonly Segment[]
}

export type OverdueRun = {
  readonly segments: Segment[]
  since: Day | null
  paid: Fen
  /** What all stretches but the last one are charged, each day's charge rounded: they never change again. */
  ended: Fen
}

export type RolledPool = {
  principal: Fen
  /** Fen × days since the interest was last posted or paid, through `through`. */
  weight: bigint
  through: Day
  readonly segments: Segment[]
  /** Interest that is already rounded and unpaid, and not yet in a bill. */
  fixed: Fen
  /** The issued bill that holds the rolled principal; null until one does. */
  bill: Month | null
  /** It rolled because what was paid reached a minimum that nobody copied, or was paid on a day that nobody gave. */
  byEstimate: boolean
}

/** Something that reduced a bill: which fact, how much, and whether its allocation is an estimate. */
export type Credit = {
  readonly what: 'repayment' | 'refund' | 'entered-as-paid' | 'deferred'
  readonly on: Day
  readonly amount: Fen
  readonly entry: EntryId | null
  readonly estimated: boolean
  /** Which columns of the bill it reduced; known once it has reduced one. */
  readonly to?: ByColumn<Fen>
}

export function createBilledBook(account: Account, facts: BilledFacts): BilledBook {
  return {
    account,
    nextMonth: facts.firstMonth,
    nextCycle: cycleOfMonth(account.terms, facts.firstMonth),
    upcoming: new Map(),
    bills: [],
    rolled: {
      principal: ZERO,
      weight: 0n,
      through: 0 as Day,
      segments: [],
      fixed: ZERO,
      bill: null,
      byEstimate: false,
    },
    plans: facts.plans,
    awaiting: [],
    carriedFee: ZERO,
    returned: ZERO,
    shownBills: facts.shownBills,
  }
}

export type BilledFacts = {
  readonly firstMonth: Month
  readonly plans: PlanBook[]
  readonly shownBills: ReadonlyMap<Month, ShownBill>
}

/** The bill of the next month is issued: the one after it is the next. */
export function beginNextMonth(book: BilledBook): void {
  book.nextMonth = addMonths(book.nextMonth, 1)
  book.nextCycle = cycleOfMonth(book.account.terms, book.nextMonth)
}

/** The cycle that a posting of this day enters; never one that is already issued. */
export function upcomingOf(book: BilledBook, on: Day): Upcoming {
  // What comes before its statement day enters the next bill: so do nearly all, and no month is looked for.
  if (on < book.nextCycle.issuedOn) return upcomingOfMonth(book, book.nextMonth)
  return upcomingOfMonth(book, billMonthOf(book.account.terms, on))
}

/** The month of the bill that a posting of this day enters or entered: of the newest two it is known already. */
export function postedMonth(book: BilledBook, on: Day): Month {
  const cycle = [book.nextCycle, book.bills.at(-1)?.cycle].find((one) => one && one.from <= on && on < one.issuedOn)
  return cycle?.month ?? billMonthOf(book.account.terms, on)
}

export function upcomingOfMonth(book: BilledBook, month: Month): Upcoming {
  const known = book.upcoming.get(month)
  if (known) return known
  const fresh: Upcoming = {
    month,
    purchases: ZERO,
    refunds: ZERO,
    credited: ZERO,
    credits: [],
    deferredIn: ZERO,
    deferralFee: ZERO,
    feeAssumed: false,
    count: 0,
    assumed: false,
  }
  book.upcoming.set(month, fresh)
  return fresh
}

/** A posting within ten days of the statement day may belong to the next bill: Taobao posts on confirmation (engine.md 7). */
export const NEAR_STATEMENT_DAYS = 10

type Posting = Pick<DayPosting, 'on' | 'amount' | 'count' | 'assumed'>

export function post(book: BilledBook, posting: Posting): void {
  const upcoming = upcomingOf(book, posting.on)
  upcoming.purchases = fen(upcoming.purchases + posting.amount)
  upcoming.count += posting.count
  const end = cycleOfMonth(book.account.terms, upcoming.month).issuedOn
  if (posting.assumed > 0 && end - posting.on <= NEAR_STATEMENT_DAYS) upcoming.assumed = true
}

/** Interest runs through a day; the pool remembers the stretch, and the terms of the bill it is posted to say its rate. */
export function accrueRolled(pool: RolledPool, through: Day): void {
  if (through <= pool.through) return
  if (pool.principal > 0) {
    pool.weight += BigInt(pool.principal) * BigInt(through - pool.through)
    pool.segments.push({ after: pool.through, through, balance: pool.principal })
  }
  pool.through = through
}

/** Interest of the pool that is in no bill yet, as if paid on the day up to which it ran. */
export const looseInterest = (book: BilledBook, terms: TermValues): Fen =>
  book.rolled.weight === 0n
    ? book.rolled.fixed
    : fen(book.rolled.fixed + interestOfWeight(book.rolled.weight, terms.revolvingDailyRate))

/** Whether anything of the pool is left, principal or interest. */
export const isRolling = ({ principal, fixed, weight }: RolledPool): boolean =>
  principal > 0 || fixed > 0 || weight > 0n

/** Rounds what ran so far and starts anew: when it is posted to a bill, or paid. */
export function fixInterest(book: BilledBook, terms: TermValues): void {
  book.rolled.fixed = looseInterest(book, terms)
  book.rolled.weight = 0n
  if (book.rolled.segments.length > 0) book.rolled.segments.length = 0
}

/** The issued bill of a month. Bills stand in the order of their months, and most questions are about the newest. */
export function issuedBillOf(book: BilledBook, month: Month): IssuedBill | undefined {
  if (month >= book.nextMonth) return undefined
  for (let index = book.bills.length - 1; index >= 0; index--) {
    const bill = book.bills[index]
    if (!bill || bill.cycle.month < month) return undefined
    if (bill.cycle.month === month) return bill
  }
  return undefined
}

/** The rolled principal that stands in this issued bill. */
export const rolledIn = (book: BilledBook, bill: IssuedBill): Fen =>
  book.rolled.bill === bill.cycle.month ? book.rolled.principal : ZERO

/** Nothing once it has rolled: what was left of it stands in the pool then. */
export const unpaidOf = (book: BilledBook, bill: IssuedBill): Fen =>
  fen(bill.principal + rolledIn(book, bill) + bill.interest + bill.fee + bill.penalty)

export const isOpen = (book: BilledBook, bill: IssuedBill): boolean => unpaidOf(book, bill) > 0

export const firstMonthOf = (account: Account, earliest: Day, months: readonly Month[]): Month =>
  months.reduce((a, b) => (b < a ? b : a), billMonthOf(account.terms, earliest))
