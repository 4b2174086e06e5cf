import { type Day, dayText } from '#shared/kernel/day.ts'
import { type Fen, fen, yuanText, ZERO } from '#shared/kernel/money.ts'
import { type BilledBook, unpaidOf } from '#shared/ledger/book/billed-book.ts'
import { isOpenPart, type LendingBook, type LoanBook } from '#shared/ledger/book/lending-book.ts'
import { billUnpaidLines } from '#shared/ledger/explain/explain-bill.ts'
import { safeMinimum, stillTo } from '#shared/ledger/owed-on.ts'
import { warning } from '../warning.ts'
import { paid, tell } from './account-run.ts'
import { minimumLeft, payBilledRun } from './billed-run.ts'
import { partsDue, pastDue, payLoan } from './lending-run.ts'
import { noteShortfall } from './note-shortfall.ts'
import { otherDueLines, otherRequired, payOtherState } from './other-run.ts'
import type { AccountRun, Required, Run } from './run.ts'
import { setAside } from './set-aside.ts'
import { loanDueLines } from './why-paid.ts'

/** What is past due or falls due today, in the order in which it is paid: what is past due first. */
export function requiredOn(run: Run, day: Day): readonly Required[] {
  const overdue: Required[] = []
  const due: Required[] = []
  const ask = (one: Required): void => {
    if (one.full > 0) (one.overdue ? overdue : due).push(one)
  }
  for (const account of run.active) {
    if (account.balance !== 0 && account.touchedOn === day) askFor(run, account, day, ask)
  }
  return overdue.length === 0 ? due : [...overdue, ...due]
}

type Ask = (one: Required) => void

function askFor({ plan }: Run, account: AccountRun, day: Day, ask: Ask): void {
  const { state } = account
  if (state.kind === 'billed') askForBills(account, state.book, day, ask)
  else if (state.kind === 'lending') askForParts(account, state.book, day, ask)
  else if (state.book.dueOn === day) {
    const { book } = state
    const full = otherRequired(book, plan.money.kind === 'enough')
    ask({
      account,
      loan: null,
      on: day,
      full,
      minimum: full,
      given: ZERO,
      overdue: false,
      pay: (given) => payOtherState(book, day, given),
      made: () => otherDueLines(book, full),
    })
  }
}

function askForBills(account: AccountRun, book: BilledBook, day: Day, ask: Ask): void {
  for (const bill of book.bills) {
    const overdue = bill.state === 'overdue'
    if (!overdue && (bill.state !== 'open' || bill.cycle.dueOn !== day)) continue
    const full = unpaidOf(book, bill)
    const minimum = overdue ? full : minimumLeft(book, bill)
    const { month, dueOn } = bill.cycle
    ask({
      account,
      loan: null,
      on: dueOn,
      full,
      minimum,
      given: ZERO,
      overdue,
      safeLeft: () => stillTo(safeMinimum(book, bill), bill),
      // What is overdue is paid in the lender's own order, whatever the plan would like.
      pay: (amount) => payBilledRun(book, { on: day, amount, month: overdue ? null : month }),
      made: () => billUnpaidLines(book, bill),
    })
  }
}

function askForParts(account: AccountRun, book: LendingBook, day: Day, ask: Ask): void {
  const askForLoan = (loan: LoanBook, amount: Fen, overdue: boolean): void => {
    if (amount === 0) return
    ask({
      account,
      loan: loan.loan.id,
      on: loan.parts.find(isOpenPart)?.dueOn ?? day,
      full: amount,
      minimum: amount,
      given: ZERO,
      overdue,
      pay: (given) => payLoan(book, loan, { on: day, amount: given }),
      made: () => loanDueLines(loan, day),
    })
  }
  for (const loan of book.loans) askForLoan(loan, pastDue(book, loan, day), true)
  for (const loan of book.loans) askForLoan(loan, partsDue(loan, day, day), false)
}

/** Pays what is past due and what falls due today, as far as the money goes. */
export function payRequired(run: Run, day: Day): void {
  const required = requiredOn(run, day)
  if (required.length === 0) return
  if (run.plan.strategy.kind === 'minimum-only') payAll(run, day, required, 'minimum')
  else if (run.plan.money.kind === 'enough') payAll(run, day, required, 'full')
  else payWithin(run, day, required)
}

function payAll(run: Run, day: Day, required: readonly Required[], what: 'full' | 'minimum'): void {
  if (run.plan.money.kind !== 'enough') {
    const needed = required.reduce((sum, one) => sum + one[what], 0)
    if (needed > run.cash) {
      payWithin(run, day, required)
      return
    }
    run.cash -= needed
  }
  for (const one of required) payOne(run, day, one, one[what])
}

/** Minimums first, past due first of all; then in full, as far as no later minimum is left without money. */
function payWithin(run: Run, day: Day, required: readonly Required[]): void {
  const inFull = run.plan.strategy.kind !== 'minimum-only'
  const full = required.reduce((sum, one) => sum + one.full, 0)
  if (run.covered && full <= run.cash && inFull) {
    run.cash -= full
    for (const one of required) payOne(run, day, one, one.full)
    return
  }
  const { cash } = run
  giveMinimums(run, required)
  noteShortfall(run, day, smallestFirst(required), cash)
  if (inFull && run.cash > 0 && required.some((one) => one.full > one.minimum)) {
    const later = setAside(run, day).minimum
    for (const one of required) {
      const more = Math.min(one.full - one.given, Math.max(run.cash - later, 0))
      one.given = fen(one.given + more)
      run.cash -= more
    }
  }
  for (const one of required) payOne(run, day, one, one.given)
}

/** Each its minimum. Short of money, as many as possible are met: one account in arrears is better than two. */
function giveMinimums(run: Run, required: readonly Required[]): void {
  if (run.cash <= 0) return
  const needed = required.reduce((sum, one) => sum + one.minimum, 0)
  for (const one of needed > run.cash ? smallestFirst(required) : required) {
    one.given = fen(Math.min(one.minimum, run.cash))
    run.cash -= one.given
  }
}

/** What is overdue comes first, the oldest of it first, as the lender takes it. */
const smallestFirst = (required: readonly Required[]): readonly Required[] =>
  [...required].sort(
    (a, b) => Number(b.overdue) - Number(a.overdue) || (a.overdue ? a.on - b.on : a.minimum - b.minimum),
  )

function payOne(run: Run, day: Day, one: Required, amount: Fen): void {
  if (!one.overdue) tell(run, one.account, { on: day, what: 'due', amount: one.full, lines: run.lines && one.made() })
  if (amount === 0) return
  const parts = one.pay(amount)
  paid(run, one.account, {
    on: day,
    amount,
    what: 'repayment',
    settles: one.loan,
    parts,
    why: whyRequired(one, amount),
  })
  if (one.overdue || amount === one.full || one.account.state.kind !== 'billed') return
  noteAutoRepay(run, one)
  if (amount >= one.minimum) noteEstimate(run, one, amount)
}

function whyRequired({ overdue, full, minimum }: Required, amount: Fen): string {
  if (overdue) return 'projected-repaid-overdue'
  if (amount === full) return 'projected-repaid-full'
  return amount === minimum ? 'projected-repaid-minimum' : 'projected-repaid-part'
}

/** Alipay takes the whole bill by itself unless it was set to the minimum (engine.md 3). */
function noteAutoRepay(run: Run, one: Required): void {
  const { account } = one.account
  if (account.autoRepay === 'minimum' || run.notes.has(`auto-repay:${account.id}`)) return
  run.notes.set(
    `auto-repay:${account.id}`,
    warning('plan-auto-repay-full', { account: account.name, on: dayText(one.on) }),
  )
}

/** Until Alipay's minimum was copied, what a plan pays as the minimum may be less than Alipay asks for. */
function noteEstimate(run: Run, one: Required, amount: Fen): void {
  const { account } = one.account
  if (one.safeLeft === undefined || run.notes.has(`estimate:${account.id}`)) return
  const left = one.safeLeft()
  if (left === 0) return
  run.notes.set(
    `estimate:${account.id}`,
    warning('plan-minimum-estimated', {
      account: account.name,
      on: dayText(one.on),
      safe: yuanText(fen(amount + left)),
    }),
  )
}
