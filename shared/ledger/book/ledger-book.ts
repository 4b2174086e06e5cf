import type { Day } from '#shared/kernel/day.ts'
import { type Fen, fen } from '#shared/kernel/money.ts'
import { type Account, type AccountId, isBilled, isLending } from '../account.ts'
import type { DayPosting, Ledger } from '../ledger.ts'
import { accrueRolled, type BilledBook, post } from './billed-book.ts'
import type { AllocatedPart, LedgerBook } from './books.ts'
import { allocateCombined, candidatesOf } from './combined.ts'
import { openDay } from './due-day.ts'
import { eventsOf, type LedgerEvent, type OneRefund } from './events.ts'
import { createLoanBook, runOverdue } from './lending-book.ts'
import { firstDaysOf, makeBilledBook } from './make-billed-book.ts'
import { payOther } from './other-book.ts'
import { chargeOverdue, type Paid, payBilled } from './pay-billed.ts'
import { payLending } from './pay-lending.ts'
import { refundBilled, refundPlan } from './refund-billed.ts'
import { defer, settlePlan } from './settle-plan.ts'

/** Folds all facts up to and including a day, in the order within a day of engine.md 1. */
export function openBooks(ledger: Ledger, on: Day): LedgerBook {
  const books = emptyBooks(ledger, on)
  for (const event of eventsOf(ledger)) {
    if (event.on > on) break
    happen(books, event)
  }
  runThrough(books, on)
  return books
}

/** The books before their first fact, to be carried to a day. */
export function emptyBooks(ledger: Ledger, on: Day): LedgerBook {
  const by = <B>(wanted: (account: Account) => boolean, make: (account: Account) => B): Map<AccountId, B> =>
    new Map(ledger.accounts.filter(wanted).map((account) => [account.id, make(account)]))
  const first = firstDaysOf(ledger)
  const loans = ledger.entries.filter((entry) => entry.kind === 'loan')
  return {
    day: on,
    billed: by(isBilled, (account) => makeBilledBook(account, ledger, { first, on })),
    lending: by(isLending, (account) => ({
      account,
      loans: loans
        .filter((loan) => loan.account === account.id && loan.drawnOn <= on)
        .map((loan) => createLoanBook(loan, account)),
      returned: fen(0),
    })),
    other: by(
      (account) => account.kind === 'other',
      (account) => ({
        account,
        debt: account.otherDebt,
        balance: account.otherDebt?.balance ?? fen(0),
        returned: fen(0),
      }),
    ),
    allocations: new Map(),
  }
}

/** Carries every account to a day: statements and ended due days in their order, then interest and charges through the day. */
export function runThrough(books: LedgerBook, day: Day): void {
  books.day = day
  for (const account of books.billed.keys()) runAccount(books, account, day)
  for (const account of books.lending.keys()) runAccount(books, account, day)
}

/** The same for one account alone: what it is on a day asks nothing of the others. */
export function runAccount(books: LedgerBook, account: AccountId, day: Day): void {
  const billed = books.billed.get(account)
  if (billed) {
    openDay(billed, day, true)
    accrueRolled(billed.rolled, day)
    for (const bill of billed.bills) chargeOverdue(bill, day)
  }
  const lending = books.lending.get(account)
  if (lending) runOverdue(lending, day)
}

/** Moves the books by one fact; facts come in the order of `eventsOf`. */
export function happen(books: LedgerBook, event: LedgerEvent): void {
  switch (event.what) {
    case 'purchase':
      purchase(books, event)
      break
    case 'awaiting':
      withBilled(books, event.purchase.account, (book) => {
        book.awaiting.push(event.purchase)
      })
      break
    case 'refund':
      refund(books, event)
      break
    case 'deferral':
      withBilled(books, event.deferral.account, (book) => {
        openDay(book, event.on, true)
        defer(book, event.deferral)
      })
      break
    case 'repayment':
      repay(books, event)
  }
}

function purchase(books: LedgerBook, event: DayPosting): void {
  const book = books.billed.get(event.account)
  if (!book) return
  openDay(book, event.on, false)
  post(book, event)
}

function refund(books: LedgerBook, event: DayPosting | OneRefund): void {
  const book = books.billed.get(event.account)
  if (!book) return
  openDay(book, event.on, false)
  const of = 'of' in event ? event.of : null
  const plan = of === null ? undefined : book.plans.find((candidate) => candidate.plan.of === of)
  if (plan) refundPlan(book, plan, event)
  else refundBilled(book, event)
}

function withBilled(books: LedgerBook, account: AccountId, change: (book: BilledBook) => void): void {
  const book = books.billed.get(account)
  if (book) change(book)
}

function repay(books: LedgerBook, event: Extract<LedgerEvent, { what: 'repayment' }>): void {
  const { repayment, on } = event
  const estimated = repayment.split === null
  if (estimated) runCandidates(books, candidatesOf(books, repayment), on)
  const parts = repayment.split ?? allocateCombined(books, repayment).parts
  const placed: AllocatedPart[] = []
  for (const part of parts) placed.push(...payAccount(books, on, { ...part, entry: repayment.id, estimated }))
  let used = 0
  for (const part of placed) used += part.amount
  const own = fen(repayment.amount - used)
  if (own > 0) placed.push({ account: parts[0]?.account ?? '', what: 'own-money', month: null, amount: own, estimated })
  books.allocations.set(repayment.id, placed)
}

/** What is overdue is what is asked for on the day, charge included: an estimate must not leave a few fen of it. */
function runCandidates(books: LedgerBook, candidates: readonly AccountId[], on: Day): void {
  for (const id of candidates) {
    withBilled(books, id, (book) => {
      openDay(book, on, true)
      for (const bill of book.bills) chargeOverdue(bill, on)
    })
  }
}

export type AccountPayment = {
  readonly account: AccountId
  readonly amount: Fen
  readonly month: number | null
  readonly settles: string | null
  readonly entry: string | null
  readonly estimated: boolean
}

/** Pays one account on a day. What no debt needs is not in the answer: it is the user's own money. */
export function payAccount(books: LedgerBook, on: Day, payment: AccountPayment): AllocatedPart[] {
  const { account, amount, estimated } = payment
  const tell = (what: Paid['what'], paid: Fen, month: number | null): AllocatedPart => ({
    account,
    what,
    month,
    amount: paid,
    estimated,
  })
  const billed = books.billed.get(account)
  if (billed) {
    openDay(billed, on, true)
    const credit = { what: 'repayment', on, amount, entry: payment.entry, estimated } as const
    const month = payment.month as Parameters<typeof payBilled>[2]
    const paid = payment.settles ? settlePlan(billed, payment.settles, credit) : payBilled(billed, credit, month)
    const told: AllocatedPart[] = []
    for (const part of paid) told.push(tell(part.what, part.amount, part.month))
    return told
  }
  const lending = books.lending.get(account)
  if (lending)
    return payLending(lending, on, { amount, settles: payment.settles }).paid.map((part) =>
      tell(part.what, part.amount, null),
    )
  const other = books.other.get(account)
  return other ? [tell('principal', payOther(other, on, amount), null)] : []
}
