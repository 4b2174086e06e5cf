import { addMonths, type Day, type Month } from '#shared/kernel/day.ts'
import { type Fen, fen, minFen, ZERO } from '#shared/kernel/money.ts'
import type { ByColumn } from '../cells.ts'
import { billTerms } from '../cycle.ts'
import { dailyCharge, lengthen, overdueCharge } from '../interest.ts'
import type { TermValues } from '../terms.ts'
import {
  accrueRolled,
  type BilledBook,
  type Credit,
  fixInterest,
  type IssuedBill,
  isOpen,
  issuedBillOf,
  type OverdueRun,
  rolledIn,
  upcomingOfMonth,
} from './billed-book.ts'

/**
 * Where a repayment goes: a named bill first; else the charges on all that is overdue, the bills oldest first (what is
 * overdue is always the oldest), what rolls, and what is not billed yet. Inside a bill charges, interest and fees come
 * before principal (domain.md 3.11, engine.md 6). The order is data, so that a better source changes a line and not the
 * code. What a named bill did not need pays no later one while the ledger may lack a part of that bill.
 */
export const ALLOCATION_ORDER = ['named-bill', 'overdue-charges', 'issued-bills', 'rolled', 'unbilled'] as const
export const BILL_ORDER = ['penalty', 'interest', 'fee', 'rolled', 'principal'] as const

export type Paid = {
  readonly what: 'penalty' | 'interest' | 'fee' | 'principal' | 'prepaid' | 'beyond-records'
  readonly month: Month | null
  readonly amount: Fen
}

/** Spends a repayment on the account, on a day whose statement and interest are done. Says where each fen went. */
export function payBilled(book: BilledBook, credit: Credit, named: Month | null): Paid[] {
  const paid: Paid[] = []
  let left = credit.amount
  for (const step of ALLOCATION_ORDER) {
    if (left === 0) break
    const rest = left === credit.amount ? credit : { ...credit, amount: left }
    switch (step) {
      case 'named-bill':
        if (named !== null) left = payNamed(book, rest, { month: named, paid })
        break
      case 'overdue-charges':
        left = payCharges(book, rest, paid)
        break
      case 'issued-bills':
        left = payBills(book, rest, paid)
        break
      case 'rolled':
        if (book.rolled.bill === null) left = payRolled(book, rest, paid)
        break
      case 'unbilled':
        if (named !== null && mayLackEntries(book, named))
          paid.push({ what: 'beyond-records', month: named, amount: left })
        else prepay(book, rest, { month: book.nextMonth, paid })
    }
  }
  return paid
}

/** Only with two bills overdue: the charge of the newer one comes before the principal of the older one. */
function payCharges(book: BilledBook, credit: Credit, paid: Paid[]): Fen {
  const overdue = book.bills.filter((bill) => bill.state === 'overdue' && isOpen(book, bill))
  if (overdue.length < 2) return credit.amount
  let left = credit.amount
  for (const bill of overdue) {
    if (left > 0)
      left = creditBill(book, bill, { ...credit, amount: left }, { on: credit.on, paid, parts: ['penalty'] })
  }
  return left
}

/** Open bills oldest first, as far as the money goes. What it does not reach runs on and is charged when it is next asked. */
function payBills(book: BilledBook, credit: Credit, paid: Paid[]): Fen {
  let left = credit.amount
  for (const bill of book.bills) {
    if (left === 0) break
    if (isOpen(book, bill)) left = creditBill(book, bill, { ...credit, amount: left }, { on: credit.on, paid })
  }
  return left
}

type Naming = { readonly month: Month; readonly paid: Paid[] }

/** A month named by the user or the file: its bill, what rolled out of it, or the bill still to come. Returns what is left. */
function payNamed(book: BilledBook, credit: Credit, { month, paid }: Naming): Fen {
  if (month >= book.nextMonth) {
    prepay(book, credit, { month, paid })
    return ZERO
  }
  const bill = issuedBillOf(book, month)
  if (!bill) return credit.amount
  if (bill.state === 'rolled') return book.rolled.bill === null ? payRolled(book, credit, paid) : credit.amount
  return creditBill(book, bill, credit, { on: credit.on, paid })
}

/**
 * Records begin somewhere in the middle: of the first bill after months without any, the ledger may know only the last
 * days, and a repayment that names it paid the others too. Were the rest of the money taken as paid ahead, each bill
 * would be paid by the one before it, and what is owed today would be missing.
 */
function mayLackEntries(book: BilledBook, named: Month): boolean {
  const bill = issuedBillOf(book, named)
  if (!bill) return true
  const { openedOn } = book.account
  const isNew = openedOn !== null && openedOn >= bill.cycle.from
  return bill.shown?.shown == null && !isNew && issuedBillOf(book, addMonths(named, -1)) === undefined
}

/** Money for a bill that is not issued yet (B13). */
function prepay(book: BilledBook, credit: Credit, { month, paid }: Naming): void {
  const upcoming = upcomingOfMonth(book, month)
  const room = fen(Math.max(upcoming.purchases + upcoming.deferredIn - upcoming.refunds - upcoming.credited, 0))
  upcoming.credited = fen(upcoming.credited + credit.amount)
  upcoming.credits.push(credit)
  const covered = minFen(room, credit.amount)
  if (covered > 0) paid.push({ what: 'principal', month, amount: covered })
  if (credit.amount > covered) paid.push({ what: 'prepaid', month, amount: fen(credit.amount - covered) })
}

/** Rolled principal in no bill yet: the interest that ran on it first, then the principal (M4). Returns what is left. */
function payRolled(book: BilledBook, credit: Credit, paid: Paid[]): Fen {
  const pool = book.rolled
  const terms = billTerms(book.account.terms, book.nextMonth)
  accrueRolled(pool, credit.on)
  fixInterest(book, terms)
  const interest = minFen(pool.fixed, credit.amount)
  const principal = minFen(pool.principal, fen(credit.amount - interest))
  pool.fixed = fen(pool.fixed - interest)
  pool.principal = fen(pool.principal - principal)
  if (interest > 0) paid.push({ what: 'interest', month: null, amount: interest })
  if (principal > 0) paid.push({ what: 'principal', month: null, amount: principal })
  return fen(credit.amount - interest - principal)
}

type Crediting = { readonly on: Day; readonly paid?: Paid[]; readonly parts?: readonly BillPart[] }

/** Pays one issued bill in the order of its parts. Returns what it did not need. */
export function creditBill(
  book: BilledBook,
  bill: IssuedBill,
  credit: Credit,
  { on, paid = [], parts = BILL_ORDER }: Crediting,
): Fen {
  chargeOverdue(bill, on)
  let asked = 0
  for (const part of parts) asked += partOf(book, bill, part)
  const taken = minFen(credit.amount, fen(asked))
  if (taken === 0) return credit.amount
  let left: number = taken
  const to = { principal: ZERO, interest: ZERO, fee: ZERO, penalty: ZERO }
  for (const part of parts) {
    const amount = fen(Math.min(left, partOf(book, bill, part)))
    if (amount === 0) continue
    reducePart(book, bill, { part, amount, on })
    left -= amount
    const what = part === 'rolled' ? 'principal' : part
    addTo(to, what, amount)
    paid.push({ what, month: bill.cycle.month, amount })
  }
  recordCredit(bill, { ...credit, amount: taken, to })
  // What is paid of the charge stays paid, so that the rest is charged − paid.
  if (bill.overdue.since !== null) bill.overdue.paid = fen(bill.overdue.paid + to.penalty)
  return fen(credit.amount - taken)
}

/** Keeps what reduced a bill, for the test of its minimum and for its explanation. */
export function recordCredit(bill: IssuedBill, credit: Credit): void {
  bill.credited = fen(bill.credited + credit.amount)
  bill.credits.push(credit)
  if (credit.estimated) bill.assumed = true
}

type BillPart = (typeof BILL_ORDER)[number]

/** Named one by one: asked for by a name that varies, a field is looked up anew each time, and this is asked most. */
function partOf(book: BilledBook, bill: IssuedBill, part: BillPart): Fen {
  switch (part) {
    case 'penalty':
      return bill.penalty
    case 'interest':
      return bill.interest
    case 'fee':
      return bill.fee
    case 'principal':
      return bill.principal
    case 'rolled':
      return rolledIn(book, bill)
  }
}

export function reducePart(book: BilledBook, bill: IssuedBill, change: { part: BillPart; amount: Fen; on: Day }): void {
  if (change.part !== 'rolled') {
    addTo(bill, change.part, -change.amount)
    return
  }
  accrueRolled(book.rolled, change.on)
  book.rolled.principal = fen(book.rolled.principal - change.amount)
}

type Columns = { -readonly [C in keyof ByColumn<Fen>]: Fen }

/** Named one by one, like above. */
function addTo(columns: Columns, column: keyof Columns, amount: number): void {
  switch (column) {
    case 'penalty':
      columns.penalty = fen(columns.penalty + amount)
      break
    case 'interest':
      columns.interest = fen(columns.interest + amount)
      break
    case 'fee':
      columns.fee = fen(columns.fee + amount)
      break
    case 'principal':
      columns.principal = fen(columns.principal + amount)
  }
}

/** Writes the charge that ran through the day into the bill's `penalty`; what was paid of it stays paid. */
export function chargeOverdue(bill: IssuedBill, through: Day): void {
  const run = bill.overdue
  if (run.since === null) return
  const balance = overdueBase(bill)
  const last = run.segments.at(-1)
  const after = last?.through ?? run.since
  if (through > after && balance > 0) {
    const ended = lengthen(run.segments, { after, through, balance })
    if (ended) run.ended = fen(run.ended + dailyCharge(ended, bill.terms.overdueDailyRate))
  }
  bill.penalty = fen(chargeOf(run, bill.terms) - run.paid + shownPenalty(bill))
}

/** As `overdueCharge` of all stretches; what is paid in hundreds of parts is not summed up anew for each of them. */
function chargeOf({ segments, ended }: OverdueRun, { overdueDailyRate, overdueRounding }: TermValues): Fen {
  if (overdueRounding !== 'dailyHalfUpThenMultiply') return overdueCharge(segments, overdueDailyRate, overdueRounding)
  const last = segments.at(-1)
  return last ? fen(ended + dailyCharge(last, overdueDailyRate)) : ZERO
}

/** Principal and fees bear the charge; interest and charges do not (engine.md 3). */
export const overdueBase = (bill: IssuedBill): Fen => fen(bill.principal + bill.fee)

/** The charge with which the bill was issued. */
export const shownPenalty = (bill: IssuedBill): Fen => bill.shown?.parts?.penalty ?? ZERO
