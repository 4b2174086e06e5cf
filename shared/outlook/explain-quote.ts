import { dayText, parseDay } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { LedgerBook } from '#shared/ledger/book/books.ts'
import { booksOn } from '#shared/ledger/book/books-on.ts'
import { COLUMNS, ROWS } from '#shared/ledger/cells.ts'
import type { Derivation, DerivationLine } from '#shared/ledger/derivation.ts'
import { explainOwed } from '#shared/ledger/explain/explain-owed.ts'
import { derivation, line, spoken, sumLine } from '#shared/ledger/explain/line.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { cellsOfAccount } from '#shared/ledger/owed-on.ts'
import { quoteOfBooks } from './quote.ts'

/**
 * What settling takes, line by line (engine.md 8, 11): `quote@DAY` for all accounts, `quote:ACCOUNT@DAY` for one. A cell
 * that settling leaves as it is owed keeps its own lines. Null for any other figure, or one that does not exist.
 */
export function explainQuote(ledger: Ledger, figure: string): Derivation | null {
  const match = /^quote(?::(.+))?@(\d{4}-\d{2}-\d{2})$/.exec(figure)
  const on = match?.[2] ? parseDay(match[2]) : null
  if (!match || !on?.ok) return null
  const books = booksOn(ledger, on.value)
  const account = match[1]
  if (account === undefined) return derivation(figure, quoteSums(ledger, books, ledger.accounts))
  if (!ledger.accounts.some(({ id }) => id === account)) return null
  return derivation(figure, quoteLines(ledger, books, account))
}

/** One line for each account: what settling it takes. */
export const quoteSums = (
  ledger: Ledger,
  books: LedgerBook,
  accounts: readonly { readonly id: AccountId; readonly name: string }[],
): readonly DerivationLine[] =>
  spoken(accounts.map(({ id, name }) => sumLine('account-owed', quoteLines(ledger, books, id), { account: name })))

function quoteLines(ledger: Ledger, books: LedgerBook, account: AccountId): readonly DerivationLine[] {
  const quote = quoteOfBooks(ledger, books, account)
  const { cells: scheduled, certainty } = cellsOfAccount(books, account)
  const owed = explainOwed(ledger, `owed:${account}@${dayText(books.day)}`)
  const cells = ROWS.flatMap((row) =>
    COLUMNS.map((column) => {
      const rule = `cell-${row}-${column}`
      const amount = quote.cells[row][column]
      const known = owed?.lines.find((one) => one.rule === rule && one.amount === amount)
      if (known) return known
      const values = { scheduled: yuanText(scheduled[row][column]) }
      return line('settled-cell', amount, {
        values,
        certainty: certainty[row][column],
        lines: [line(rule, amount, { certainty: certainty[row][column] })],
      })
    }),
  )
  return spoken([...cells, line('early-settlement', quote.earlyRepayFee, { source: '4.14', certainty: 'assumed' })])
}
