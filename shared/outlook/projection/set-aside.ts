import { type Day, dayInMonth, monthOf } from '#shared/kernel/day.ts'
import { type BilledBook, unpaidOf } from '#shared/ledger/book/billed-book.ts'
import { expectedBill, minimumLeft } from './billed-run.ts'
import { partsDue } from './lending-run.ts'
import { SPENDING_DAY } from './money.ts'
import { otherExpected } from './other-run.ts'
import type { AccountRun, Run } from './run.ts'

/** What falls due after today and before money arrives again, or another day: set aside before anything else is paid. */
export function setAside(run: Run, after: Day, until = run.next.money): Kept {
  const kept = { full: 0, minimum: 0 }
  if (run.plan.money.kind === 'enough') return kept
  for (const account of run.active) keepFor(run, account, { after, until }, kept)
  return kept
}

export type Kept = { readonly full: number; readonly minimum: number }

export function setAsideFor(run: Run, account: AccountRun, day: Day): Kept {
  const kept = { full: 0, minimum: 0 }
  keepFor(run, account, { after: day, until: run.next.money }, kept)
  return kept
}

type Keeping = { full: number; minimum: number }

/** The days between, neither of them included. */
type Between = { readonly after: Day; readonly until: Day }

function keepFor(run: Run, account: AccountRun, between: Between, kept: Keeping): void {
  if (account.balance === 0 && run.plan.newSpending.length === 0) return
  const { state } = account
  const { after, until } = between
  if (state.kind === 'billed') {
    keepForBills(state.book, between, kept)
    const next = expectedBill(state.book, (issuedOn) => spendingBetween(run, account, after, issuedOn))
    if (next.dueOn > after && next.dueOn < until) keep(kept, next.amount, next.amount)
  } else if (state.kind === 'lending') {
    for (const loan of state.book.loans) {
      const amount = partsDue(loan, (after + 1) as Day, (until - 1) as Day)
      keep(kept, amount, amount)
    }
  } else if (state.book.dueOn > after && state.book.dueOn < until) {
    const amount = otherExpected(state.book)
    keep(kept, amount, amount)
  }
}

function keepForBills(book: BilledBook, { after, until }: Between, kept: Keeping): void {
  for (const bill of book.bills) {
    if (bill.cycle.dueOn <= after || bill.cycle.dueOn >= until) continue
    keep(kept, unpaidOf(book, bill), minimumLeft(book, bill))
  }
}

function keep(kept: Keeping, full: number, minimum: number): void {
  kept.full += full
  kept.minimum += minimum
}

/** New spending that the plan posts to an account after a day and before another. */
function spendingBetween(run: Run, account: AccountRun, after: Day, before: Day): number {
  let amount = 0
  if (run.next.spending >= before) return 0
  for (const one of run.plan.newSpending) {
    if (one.account !== account.account.id) continue
    for (let month = monthOf(after); month <= one.through; month++) {
      const on = dayInMonth(month as typeof one.through, SPENDING_DAY)
      if (on >= before) break
      if (on > after) amount += one.monthly
    }
  }
  return amount
}
