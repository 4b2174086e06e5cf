import { type Month, monthText, parseDay, parseMonth } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen, yuanText } from '#shared/kernel/money.ts'
import type { AccountId } from '../account.ts'
import { upcomingMonths } from '../bills-of.ts'
import { type BilledBook, isOpen, issuedBillOf, unpaidOf } from '../book/billed-book.ts'
import type { LedgerBook } from '../book/books.ts'
import { booksOn } from '../book/books-on.ts'
import { coveredCharges, laterInstallments, nextInstallments } from '../book/cells-of.ts'
import { isOpenPart } from '../book/lending-book.ts'
import { type Certainty, COLUMNS, type Column, ROWS, type Row } from '../cells.ts'
import type { Derivation, DerivationLine } from '../derivation.ts'
import type { Ledger } from '../ledger.ts'
import { cellsOfAccount } from '../owed-on.ts'
import { termsOn } from '../terms.ts'
import { besideLines } from './explain-beside.ts'
import {
  billColumnLines,
  billDerivedLines,
  billDiffersLines,
  billPaidLines,
  billTotalLines,
  billUnpaidLines,
  isShown,
} from './explain-bill.ts'
import { loanPartLine, loanPenaltyLine } from './explain-loan.ts'
import {
  deferralFeeLine,
  installmentLine,
  paidEarlyLine,
  postedLines,
  runningInterestLines,
  upcomingPaidLines,
  upcomingTotalLines,
  upcomingUnpaidLines,
} from './explain-upcoming.ts'
import { byAccount, derivation, line, negated, spoken, sumLine } from './line.ts'

/**
 * Figures of this room that can be asked: `owed@DAY`, `owed:ACCOUNT@DAY`, `owed:ACCOUNT:ROW.COLUMN@DAY`,
 * `owed:ACCOUNT:ROW@DAY` or `owed:ACCOUNT:ROW+ROW@DAY` for rows of cells together,
 * `owed:ACCOUNT:usedQuota@DAY` and what else stands beside the cells, `bill:ACCOUNT:MONTH@DAY` for what is unpaid of a
 * bill, `bill:ACCOUNT:MONTH:total@DAY`, `derived` what its entries add up to, `differs` what Alipay shows
 * beyond that, `bill:ACCOUNT:MONTH:paid@DAY` and `bill:ACCOUNT:MONTH:left@DAY`, the total less what is
 * paid. Answers null for any other figure, or one that does not exist.
 */
export function explainOwed(ledger: Ledger, figure: string): Derivation | null {
  const match = /^(owed|bill)(?::(.+))?@(\d{4}-\d{2}-\d{2})$/.exec(figure)
  const on = match?.[3] ? parseDay(match[3]) : null
  if (!match || !on?.ok) return null
  const [, what, asked] = match
  const books = booksOn(ledger, on.value)
  if (asked === undefined) return what === 'owed' ? derivation(figure, accountSums(ledger, books)) : null
  const account = accountIn(ledger, asked)
  if (account === undefined) return null
  const part = asked === account ? undefined : asked.slice(account.length + 1)
  if (what === 'bill') return explainBill(books, figure, { account, month: part ?? '' })
  if (part === undefined) return derivation(figure, rowSums(books, account))
  const principal = () => rowSums(books, account).filter(({ rule }) => rule.endsWith('-principal'))
  const beside = besideLines(part, { ledger, books, account, principal })
  if (beside !== null) return derivation(figure, beside)
  const rows = part.split('+') as Row[]
  if (rows.every((row) => ROWS.includes(row))) return derivation(figure, sumsOf(rows, rowSums(books, account)))
  const [row, column] = part.split('.') as [Row, Column]
  if (!ROWS.includes(row) || !COLUMNS.includes(column)) return null
  return derivation(figure, cellLines(books, account, { row, column }))
}

/**
 * An account's own id may hold a colon (`credit-purchase:江苏银行`), so it is looked for, not cut out; the longest one,
 * since another account may be called `credit-purchase`.
 */
const accountIn = ({ accounts }: Ledger, asked: string): AccountId | undefined =>
  accounts
    .map(({ id }) => id)
    .filter((id) => `${asked}:`.startsWith(`${id}:`))
    .reduce<AccountId | undefined>((longest, id) => (id.length > (longest?.length ?? -1) ? id : longest), undefined)

const accountSums = (ledger: Ledger, books: LedgerBook): readonly DerivationLine[] =>
  byAccount(ledger.accounts, (id) => rowSums(books, id))

/** The cells of an account that are not zero, each with its lines: they sum to what it owes. */
export const rowSums = (books: LedgerBook, account: AccountId): readonly DerivationLine[] =>
  spoken(
    ROWS.flatMap((row) =>
      COLUMNS.map((column) => sumLine(`cell-${row}-${column}`, cellLines(books, account, { row, column }))),
    ),
  )

const sumsOf = (rows: readonly Row[], sums: readonly DerivationLine[]): readonly DerivationLine[] =>
  sums.filter(({ rule }) => rows.some((row) => rule.startsWith(`cell-${row}-`)))

type Cell = { readonly row: Row; readonly column: Column }

/** The lines of one cell. What they leave open of the cell would be a fault of the explanation: it is thrown, not hidden. */
function cellLines(books: LedgerBook, account: string, cell: Cell): readonly DerivationLine[] {
  const { cells, certainty } = cellsOfAccount(books, account)
  const amount = cells[cell.row][cell.column]
  const billed = books.billed.get(account)
  const lines = billed ? billedLines(billed, cell) : looseLines(books, account, cell)
  const sum = sumFen(lines.map((part) => part.amount))
  if (sum !== amount)
    throw new Error(`the lines of ${account} ${cell.row}.${cell.column} sum to ${sum}, the figure is ${amount}`)
  return atMost(certainty[cell.row][cell.column], spoken(lines))
}

function billedLines(book: BilledBook, { row, column }: Cell): readonly DerivationLine[] {
  if (row === 'overdue' || row === 'billed') {
    const state = row === 'overdue' ? 'overdue' : 'open'
    const bills = book.bills.filter((bill) => bill.state === state && isOpen(book, bill))
    return bills.map((bill) =>
      sumLine('bill-left', billColumnLines(book, bill, column), { month: monthText(bill.cycle.month) }),
    )
  }
  const periods = row === 'next' ? nextInstallments(book) : laterInstallments(book)
  const plans = periods.map((period) => installmentLine(period, column === 'fee' ? 'fee' : 'principal'))
  if (row === 'future') return column === 'principal' || column === 'fee' ? plans : []
  return nextLines(book, column, plans)
}

function nextLines(book: BilledBook, column: Column, plans: readonly DerivationLine[]): readonly DerivationLine[] {
  const covered = coveredCharges(book)
  const paidFor = { month: monthText(book.nextMonth), count: 0 }
  switch (column) {
    case 'principal':
      return [...postingLines(book), rolledLine(book), ...plans]
    case 'fee':
      return [
        line('fee-carried', book.carriedFee),
        ...[...book.upcoming.values()].map(deferralFeeLine),
        line('paid-early', fen(-covered.fee), { values: paidFor, source: '3.11' }),
        ...plans,
      ]
    case 'interest':
      return [
        ...runningInterestLines(book),
        line('paid-early', fen(-covered.interest), { values: paidFor, source: '3.11' }),
      ]
    case 'penalty':
      return []
  }
}

const postingLines = (book: BilledBook): readonly DerivationLine[] =>
  [...book.upcoming.values()].flatMap((cycle) => {
    const posted = postedLines(cycle)
    return [...posted, paidEarlyLine(cycle, sumFen(posted.map(({ amount }) => amount)))]
  })

const rolledLine = (book: BilledBook): DerivationLine =>
  line('rolled-principal', book.rolled.bill === null ? book.rolled.principal : fen(0), { source: '2.5' })

/** Loans part by part; any other debt as its copied balance less what was repaid since. */
function looseLines(books: LedgerBook, account: string, { row, column }: Cell): readonly DerivationLine[] {
  const other = books.other.get(account)
  if (other)
    return row === 'next' && column === 'principal'
      ? [line('balance-left', other.balance, { values: { balance: yuanText(other.debt?.balance ?? fen(0)) } })]
      : []
  const lending = books.lending.get(account)
  if (!lending || column === 'fee' || row === 'billed') return []
  const tenths = termsOn(lending.account.terms, books.day).penaltyTenths
  return lending.loans.flatMap((loan) => {
    const open = loan.parts.filter(isOpenPart)
    const past = open.filter((part) => part.dueOn < books.day)
    const coming = open.filter((part) => part.dueOn >= books.day)
    const parts = row === 'overdue' ? past : row === 'next' ? coming.slice(0, 1) : coming.slice(1)
    return parts.map((part) =>
      column === 'penalty' ? loanPenaltyLine(loan, part, tenths) : loanPartLine(loan, part, column),
    )
  })
}

function explainBill(books: LedgerBook, figure: string, asked: { account: string; month: string }): Derivation | null {
  const book = books.billed.get(asked.account)
  const [, monthPart = '', part] = /^(\d{4}-\d{2})(?::(total|derived|differs|paid|left))?$/.exec(asked.month) ?? []
  const month = parseMonth(monthPart)
  if (!book || !month.ok) return null
  const bill = issuedBillOf(book, month.value)
  if (!bill) return explainUpcoming(books, figure, { book, month: month.value, part })
  if (part === 'total') return derivation(figure, billTotalLines(book, bill))
  if (part === 'derived') return derivation(figure, billDerivedLines(book, bill))
  if (part === 'differs') return isShown(bill) ? derivation(figure, billDiffersLines(book, bill)) : null
  if (part === 'paid') return derivation(figure, billPaidLines(bill))
  if (part === 'left') return derivation(figure, [...billTotalLines(book, bill), ...billPaidLines(bill).map(negated)])
  const lines = billUnpaidLines(book, bill)
  const unpaid: Fen = unpaidOf(book, bill)
  const rolled = fen(unpaid - sumFen(lines.map((part) => part.amount)))
  return derivation(figure, spoken([...lines, line('bill-rolled-out', rolled, { source: '2.5' })]))
}

/** A bill that is not issued yet, once anything is known of it; as certain as what comes next is on the whole. */
function explainUpcoming(
  books: LedgerBook,
  figure: string,
  { book, month, part }: { readonly book: BilledBook; readonly month: Month; readonly part: string | undefined },
): Derivation | null {
  if (!upcomingMonths(book).includes(month)) return null
  const { certainty } = cellsOfAccount(books, book.account.id)
  const lines = part === 'total' ? upcomingTotalLines : part === 'paid' ? upcomingPaidLines : upcomingUnpaidLines
  return derivation(figure, atMost(certainty.next.principal, lines(book, month)))
}

/** Lines of a sum that is assumed are told as assumed. */
const atMost = (certainty: Certainty, lines: readonly DerivationLine[]): readonly DerivationLine[] =>
  certainty === 'assumed' ? lines.map((part) => ({ ...part, certainty })) : lines
