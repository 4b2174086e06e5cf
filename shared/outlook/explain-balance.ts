import { type Day, parseDay } from '#shared/kernel/day.ts'
import { fen, sumFen, yuanText } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { LedgerBook } from '#shared/ledger/book/books.ts'
import { booksOn } from '#shared/ledger/book/books-on.ts'
import { laterInstallments, nextInstallments } from '#shared/ledger/book/cells-of.ts'
import { isOpenPart, type LoanBook } from '#shared/ledger/book/lending-book.ts'
import type { Derivation, DerivationLine } from '#shared/ledger/derivation.ts'
import { accruedLines, loanPartLine } from '#shared/ledger/explain/explain-loan.ts'
import { rowSums } from '#shared/ledger/explain/explain-owed.ts'
import { installmentLine } from '#shared/ledger/explain/explain-upcoming.ts'
import { byAccount, derivation, line, negated, spoken, sumLine } from '#shared/ledger/explain/line.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { runningInterest } from './projection/lending-run.ts'

/**
 * What the curve draws of a day (engine.md 9, 11): `balance@DAY`, account by account, and `balance:ACCOUNT@DAY`. It is what
 * is owed on that day without the fees and the interest that a schedule only has still to charge. Null for another figure.
 */
export function explainBalance(ledger: Ledger, figure: string): Derivation | null {
  const match = /^balance(?::(.+))?@(\d{4}-\d{2}-\d{2})$/.exec(figure)
  const on = match?.[2] ? parseDay(match[2]) : null
  if (!match || !on?.ok) return null
  const books = booksOn(ledger, on.value)
  const account = match[1]
  if (account === undefined) {
    return derivation(
      figure,
      byAccount(ledger.accounts, (id) => balanceLines(books, id)),
    )
  }
  return ledger.accounts.some(({ id }) => id === account) ? derivation(figure, balanceLines(books, account)) : null
}

export function balanceLines(books: LedgerBook, account: AccountId): readonly DerivationLine[] {
  const billed = books.billed.get(account)
  const loans = books.lending.get(account)?.loans ?? []
  const fees = billed
    ? [...nextInstallments(billed), ...laterInstallments(billed)].map((period) => installmentLine(period, 'fee'))
    : []
  const interest = loans.flatMap((loan) => interestToCome(loan, books.day))
  return spoken([
    ...rowSums(books, account),
    negated(sumLine('charges-to-come', spoken([...fees, ...interest]))),
    ...loans.flatMap((loan) => runningLines(loan, books.day)),
  ])
}

const interestToCome = (loan: LoanBook, on: Day): readonly DerivationLine[] =>
  loan.parts.filter((part) => isOpenPart(part) && part.dueOn > on).map((part) => loanPartLine(loan, part, 'interest'))

/** Interest of the coming part so far: to the day, and at most what the schedule asks for. On its day it stands in the part. */
function runningLines(loan: LoanBook, on: Day): readonly DerivationLine[] {
  const coming = loan.parts.find((part) => part.dueOn >= on && isOpenPart(part))
  if (coming === undefined || coming.dueOn === on) return []
  const ran = accruedLines(loan, on)
  const beyond = fen(runningInterest(loan, on) - sumFen(ran.map(({ amount }) => amount)))
  const values = { interest: yuanText(coming.interest) }
  return [...ran, ...spoken([line('loan-interest-capped', beyond, { values, source: '7.5', entries: [loan.loan.id] })])]
}
