import { dayText, monthText } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen, yuanText } from '#shared/kernel/money.ts'
import { type BilledBook, isOpen, looseInterest, unpaidOf } from '#shared/ledger/book/billed-book.ts'
import { unbilledPostings } from '#shared/ledger/book/cells-of.ts'
import { isOpenPart, type LendingBook } from '#shared/ledger/book/lending-book.ts'
import { unbilled } from '#shared/ledger/book/plan-book.ts'
import { rowTotal } from '#shared/ledger/cells.ts'
import type { Loan } from '#shared/ledger/entry.ts'
import { loanPartsOf } from '#shared/ledger/loan.ts'
import { termsOn } from '#shared/ledger/terms.ts'
import type { Evidence } from '../answers.ts'
import { evidence, warning } from '../warning.ts'
import {
  billedIn,
  type ClosureCheck,
  cellsIn,
  type Finding,
  lendingIn,
  mustBeZero,
  payableOn,
  type Scope,
} from './scope.ts'
import { ALL_TARGETS, BILLED_TARGETS } from './targets.ts'

/** Requirements that an amount derived from the books is zero (domain.md 6.16, engine.md 10). */

export const billedZero: ClosureCheck = {
  code: 'billed-zero',
  kind: 'block',
  targets: ALL_TARGETS,
  check: (scope) =>
    mustBeZero(
      scope,
      [
        ...billedIn(scope).flatMap(openBills),
        ...lendingIn(scope).flatMap((book) => overdueRow(scope, book.account.id)),
      ],
      {
        code: 'pay-what-is-billed',
        earliestOn: payableOn(scope),
      },
    ),
}

/** A bill of which only the minimum was paid is unpaid: its principal rolls on. */
function openBills(book: BilledBook): Evidence[] {
  const account = book.account.id
  const open = book.bills
    .filter((bill) => isOpen(book, bill))
    .map((bill) => {
      const amount = unpaidOf(book, bill)
      const values = { account: book.account.name, month: monthText(bill.cycle.month), amount: yuanText(amount) }
      return evidence(bill.state === 'overdue' ? 'bill-overdue' : 'bill-unpaid', values, { account, amount })
    })
  const rolled = book.rolled.bill === null ? book.rolled.principal : fen(0)
  if (rolled === 0) return open
  const values = { account: book.account.name, amount: yuanText(rolled) }
  return [...open, evidence('bill-minimum-paid', values, { account, amount: rolled })]
}

function overdueRow(scope: Scope, account: string): Evidence[] {
  const amount = rowTotal(cellsIn(scope, account), 'overdue')
  const name = scope.accounts.find((one) => one.id === account)?.name ?? account
  return amount > 0 ? [evidence('parts-overdue', { account: name, amount: yuanText(amount) }, { account, amount })] : []
}

export const unbilledZero: ClosureCheck = {
  code: 'unbilled-zero',
  kind: 'block',
  targets: ALL_TARGETS,
  check: (scope) => {
    const lines = [
      ...billedIn(scope).map((book) => ({
        code: 'posted-unbilled',
        account: book.account,
        amount: postedUnbilled(book),
      })),
      ...lendingIn(scope).map((book) => ({
        code: 'loan-parts-next',
        account: book.account,
        amount: rowTotal(cellsIn(scope, book.account.id), 'next'),
      })),
    ]
    const open = lines
      .filter(({ amount }) => amount > 0)
      .map(({ code, account, amount }) =>
        evidence(code, { account: account.name, amount: yuanText(amount) }, { account: account.id, amount }),
      )
    // A loan has parts and days, no bills.
    const code = scope.target === 'borrow' ? 'pay-next-parts' : 'pay-what-is-unbilled'
    return mustBeZero(scope, open, { code, earliestOn: payableOn(scope) })
  },
}

/** Postings, deferrals and fees that wait for the next bill; installments and rolled principal have rules of their own. */
const postedUnbilled = (book: BilledBook): Fen =>
  fen(
    book.carriedFee +
      [...book.upcoming.values()].reduce((sum, cycle) => sum + unbilledPostings(cycle) + cycle.deferralFee, 0),
  )

export const installmentsSettled: ClosureCheck = {
  code: 'installments-settled',
  kind: 'block',
  targets: BILLED_TARGETS,
  check: (scope) => {
    const open = billedIn(scope).flatMap(openPlans)
    if (open.length === 0) return guessed(scope, billedIn(scope).flatMap(guessedPlans))
    return mustBeZero(scope, open, { code: 'settle-installments', earliestOn: payableOn(scope) })
  },
}

/** A plan is open while a period of it is in no bill; billed periods are paid through their bill. */
function openPlans(book: BilledBook): Evidence[] {
  return book.plans.flatMap((plan) => {
    const left = unbilled(plan)
    if (left.length === 0) return []
    const amount = sumFen(left.map((period) => period.principal))
    const values = { account: book.account.name, periods: left.length, amount: yuanText(amount) }
    return [evidence('installments-open', values, { account: book.account.id, entry: plan.plan.id, amount })]
  })
}

export const loansSettled: ClosureCheck = {
  code: 'loans-settled',
  kind: 'block',
  targets: ['borrow'],
  check: (scope) => {
    const open = lendingIn(scope).flatMap((book) => [
      ...book.loans.flatMap(({ loan, parts }) => openLoan(book, loan, parts.filter(isOpenPart))),
      // No book holds a loan before it is drawn.
      ...loansToCome(scope, book).flatMap((loan) => openLoan(book, loan, loanPartsOf(loan, book.account.terms))),
    ])
    if (open.length === 0) return guessed(scope, lendingIn(scope).flatMap(guessedLoans))
    return mustBeZero(scope, open, { code: 'settle-loans', earliestOn: payableOn(scope) })
  },
}

function openLoan(book: LendingBook, loan: Loan, parts: readonly { readonly principal: Fen }[]): Evidence[] {
  if (parts.length === 0) return []
  const amount = sumFen(parts.map((part) => part.principal))
  const values = {
    account: book.account.name,
    drawnOn: dayText(loan.drawnOn),
    parts: parts.length,
    amount: yuanText(amount),
  }
  return [evidence('loan-open', values, { account: book.account.id, entry: loan.id, amount })]
}

const loansToCome = ({ ledger, today }: Scope, { account }: LendingBook): readonly Loan[] =>
  ledger.entries.filter(
    (entry): entry is Loan => entry.kind === 'loan' && entry.account === account.id && entry.drawnOn > today,
  )

/** A zero that rests on a guessed fee, rate or count proves nothing: whoever says what Alipay shows makes it one. */
function guessed(scope: Scope, guesses: readonly Evidence[]): Finding {
  if (guesses.length === 0) return mustBeZero(scope, [], { code: '', earliestOn: null })
  return { status: 'unknown', evidence: guesses, action: warning('confirm-guesses'), earliestOn: scope.today }
}

function guessedPlans(book: BilledBook): Evidence[] {
  return book.plans.flatMap(({ plan }) => {
    if (plan.certain) return []
    const values = { account: book.account.name, amount: yuanText(plan.principal) }
    return [evidence('installments-unconfirmed', values, { account: book.account.id, entry: plan.id })]
  })
}

function guessedLoans(book: LendingBook): Evidence[] {
  return book.loans.flatMap(({ loan }) => {
    if (loan.certain) return []
    const values = { account: book.account.name, drawnOn: dayText(loan.drawnOn), amount: yuanText(loan.principal) }
    return [evidence('loan-unconfirmed', values, { account: book.account.id, entry: loan.id })]
  })
}

export const overdueZero: ClosureCheck = {
  code: 'overdue-zero',
  kind: 'block',
  targets: ALL_TARGETS,
  check: (scope) => {
    const open = scope.accounts.flatMap((account): Evidence[] => {
      const book = scope.books.billed.get(account.id)
      const lines = [
        { code: 'overdue-amount', amount: rowTotal(cellsIn(scope, account.id), 'overdue') },
        { code: 'rolled-principal', amount: book?.rolled.principal ?? fen(0) },
        { code: 'accrued-interest', amount: book ? looseInterest(book, termsOn(account.terms, scope.today)) : fen(0) },
      ]
      return lines
        .filter(({ amount }) => amount > 0)
        .map(({ code, amount }) =>
          evidence(code, { account: account.name, amount: yuanText(amount) }, { account: account.id, amount }),
        )
    })
    return mustBeZero(scope, open, { code: 'pay-overdue', earliestOn: payableOn(scope) })
  },
}
