import { dayText, parseDay } from '#shared/kernel/day.ts'
import { type Fen, fen, maxFen, minFen, sumFen, yuanText } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { LedgerBook } from '#shared/ledger/book/books.ts'
import { booksOn } from '#shared/ledger/book/books-on.ts'
import { unbilled } from '#shared/ledger/book/plan-book.ts'
import { settlementFee } from '#shared/ledger/book/settle-plan.ts'
import { COLUMNS, type Column, ROWS, type Row } from '#shared/ledger/cells.ts'
import type { Derivation, DerivationLine } from '#shared/ledger/derivation.ts'
import { interestTodayLines } from '#shared/ledger/explain/explain-loan.ts'
import { explainOwed } from '#shared/ledger/explain/explain-owed.ts'
import { settlementFeeLines } from '#shared/ledger/explain/explain-settlement.ts'
import { byAccount, derivation, line, negated, spoken, sumLine } from '#shared/ledger/explain/line.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { cellsOfAccount } from '#shared/ledger/owed-on.ts'
import { termsOn } from '#shared/ledger/terms.ts'
import { quoteOfBooks } from './quote.ts'
import { carriedLines } from './quote-other.ts'
import { EARLY_SETTLEMENT_MODES } from './quote-parts.ts'

/**
 * What settling takes, line by line (engine.md 8, 11): `quote@DAY` for all accounts, `quote:ACCOUNT@DAY` for one,
 * `quote:high@DAY` for the upper end of their range and `quote:less@DAY` for what it is less than keeping to the schedule,
 * `quote:ACCOUNT:low@DAY` and `:high` for the ends of the range of one,
 * `quote:ACCOUNT:ROW.COLUMN@DAY` for one cell, `quote:ACCOUNT:COLUMN@DAY` for a column of cells, `quote:ACCOUNT:cells@DAY`
 * for all sixteen, `quote:ACCOUNT:early@DAY` for the charge of settling early beside them. A cell that settling leaves as it is owed keeps its own lines. Null for any other figure, or one that does not exist.
 */
export function explainQuote(ledger: Ledger, figure: string): Derivation | null {
  const match = /^quote(?::(.+))?@(\d{4}-\d{2}-\d{2})$/.exec(figure)
  const on = match?.[2] ? parseDay(match[2]) : null
  if (!match || !on?.ok) return null
  const books = booksOn(ledger, on.value)
  const account = match[1]
  if (account === undefined) return derivation(figure, quoteSums(ledger, books, ledger.accounts))
  const known = (id: string) => ledger.accounts.some((one) => one.id === id)
  if (!known(account) && account === 'high') return derivation(figure, highSums(ledger, books))
  if (!known(account) && account === 'less') return derivation(figure, lessLines(ledger, books))
  if (known(account)) return derivation(figure, quoteLines(ledger, books, account))
  const [, id = '', part = ''] = /^(.+):([a-z.]+)$/.exec(account) ?? []
  if (!known(id)) return null
  const lines = partLines(ledger, books, { account: id, part })
  return lines && derivation(figure, lines)
}

/** The upper ends of all ranges together. */
const highSums = (ledger: Ledger, books: LedgerBook): readonly DerivationLine[] =>
  byAccount(ledger.accounts, (id) => partLines(ledger, books, { account: id, part: 'high' }) ?? [])

/** What keeping everything to its schedule takes more than settling it today. */
const lessLines = (ledger: Ledger, books: LedgerBook): readonly DerivationLine[] =>
  spoken([
    sumLine('settle-scheduled', explainOwed(ledger, `owed@${dayText(books.day)}`)?.lines ?? []),
    negated(sumLine('settle-all-today', quoteSums(ledger, books, ledger.accounts))),
  ])

type Part = { readonly account: AccountId; readonly part: string }

function partLines(ledger: Ledger, books: LedgerBook, { account, part }: Part): readonly DerivationLine[] | null {
  if (part === 'early') return earlyLines(books, account)
  if (part === 'cells') return quoteLines(ledger, books, account).filter(({ rule }) => rule !== 'early-settlement')
  if (part === 'low' || part === 'high') {
    const pick = part === 'low' ? minFen : maxFen
    return [...quoteLines(ledger, books, account), ...otherwiseLines(books, account, pick)]
  }
  const cell = cellsOfQuote(ledger, books, account)
  const column = COLUMNS.find((one) => one === part)
  if (column !== undefined) return spoken(ROWS.map((row) => cell(row, column)))
  const [row, of] = [ROWS.find((one) => part.startsWith(`${one}.`)), COLUMNS.find((one) => part.endsWith(`.${one}`))]
  if (row === undefined || of === undefined || part !== `${row}.${of}`) return null
  const own = cell(row, of)
  return own.rule === 'settled-cell' ? spoken([own]) : own.lines
}

/** Plan by plan what another mode of settling early would ask for less or more: which one holds nobody has proved. */
function otherwiseLines(
  books: LedgerBook,
  account: AccountId,
  pick: (a: Fen, b: Fen) => Fen,
): readonly DerivationLine[] {
  const book = books.billed.get(account)
  if (!book) return []
  const { earlySettlementMode: mode } = termsOn(book.account.terms, books.day)
  return spoken(
    book.plans.map((plan) => {
      const other = EARLY_SETTLEMENT_MODES.map((one) => settlementFee(plan, one)).reduce(pick)
      const values = { account: book.account.name, periods: unbilled(plan).length }
      return line('settled-otherwise', fen(other - settlementFee(plan, mode)), {
        values,
        certainty: 'assumed',
        source: '4.13',
        entries: [plan.plan.id],
      })
    }),
  )
}

/** One line for each account: what settling it takes. */
export const quoteSums = (
  ledger: Ledger,
  books: LedgerBook,
  accounts: readonly { readonly id: AccountId; readonly name: string }[],
): readonly DerivationLine[] => byAccount(accounts, (id) => quoteLines(ledger, books, id))

function quoteLines(ledger: Ledger, books: LedgerBook, account: AccountId): readonly DerivationLine[] {
  const cell = cellsOfQuote(ledger, books, account)
  const cells = ROWS.flatMap((row) => COLUMNS.map((column) => cell(row, column)))
  return spoken([
    ...cells,
    line('early-settlement', quoteOfBooks(ledger, books, account).earlyRepayFee, {
      source: '4.14',
      certainty: 'assumed',
      lines: earlyLines(books, account),
    }),
  ])
}

/** The line of each cell; a cell that settling leaves as it is owed has the line that it has there. */
function cellsOfQuote(
  ledger: Ledger,
  books: LedgerBook,
  account: AccountId,
): (row: Row, column: Column) => DerivationLine {
  const quote = quoteOfBooks(ledger, books, account)
  const { cells: scheduled, certainty } = cellsOfAccount(books, account)
  const owed = explainOwed(ledger, `owed:${account}@${dayText(books.day)}`)
  return (row, column) => {
    const rule = `cell-${row}-${column}`
    const amount = quote.cells[row][column]
    const known = owed?.lines.find((one) => one.rule === rule)
    if (known?.amount === amount) return known
    const values = { scheduled: yuanText(scheduled[row][column]) }
    const lines = amount === 0 ? [] : settledLines(books, account, { column, owed: known?.lines ?? [] })
    return line('settled-cell', amount, {
      values,
      certainty: certainty[row][column],
      lines: [line(rule, amount, { certainty: certainty[row][column], lines: whole(lines, amount) })],
    })
  }
}

/** What they leave open of the cell would be a fault of the explanation. */
function whole(lines: readonly DerivationLine[], amount: Fen): readonly DerivationLine[] {
  const sum = sumFen(lines.map((one) => one.amount))
  if (sum !== amount) throw new Error(`the lines of a settled cell sum to ${sum}, the figure is ${amount}`)
  return spoken(lines)
}

type ScheduledCell = { readonly column: Column; readonly owed: readonly DerivationLine[] }

/** A cell that settling changes: loans ask for interest to the day, a waived plan for no fee, another debt has run on. */
function settledLines(
  books: LedgerBook,
  account: AccountId,
  { column, owed }: ScheduledCell,
): readonly DerivationLine[] {
  const lending = books.lending.get(account)
  if (lending) return lending.loans.flatMap((loan) => interestTodayLines(loan, books.day))
  const other = books.other.get(account)
  if (other) return carriedLines(other, books.day)
  return column === 'fee' ? owed.filter(({ rule }) => rule !== 'installment-fee') : []
}

/** Plan by plan what settling it costs beyond the fee of its next period. */
function earlyLines(books: LedgerBook, account: AccountId): readonly DerivationLine[] {
  const book = books.billed.get(account)
  if (!book) return []
  const { earlySettlementMode: mode } = termsOn(book.account.terms, books.day)
  return spoken(
    book.plans.map((plan) => {
      const beyond = settlementFeeLines(plan, mode).filter(({ rule }) => rule !== 'installment-fee')
      return sumLine('settle-plan', beyond, { account: book.account.name, periods: unbilled(plan).length })
    }),
  )
}
