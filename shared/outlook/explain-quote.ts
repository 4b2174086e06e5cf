import { dayText, parseDay } from '#shared/kernel/day.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { LedgerBook } from '#shared/ledger/book/books.ts'
import { openBooks } from '#shared/ledger/book/ledger-book.ts'
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
  const books = openBooks(ledger, on.value)
  const account = match[1]
  if (account === undefined) {
    const lines = ledger.accounts.map(({ id, name }) =>
      sumLine('account-owed', quoteLines(ledger, books, id), { account: name }),
    )
    return derivation(figure, spoken(lines))
  }
  if (!ledger.accounts.some(({ id }) => id === account)) return null
  return derivation(figure, quoteLines(ledger, books, account))
}

function quoteLines(ledger: Ledger, books: LedgerBook, account: AccountId): readonly DerivationLine[] {
  const quote = quoteOfBooks(ledger, books, account)
  const { certainty } = cellsOfAccount(books, account)
  const owed = explainOwed(ledger, `owed:${account}@${dayText(books.day)}`)
  const cells = ROWS.flatMap((row) =>
    COLUMNS.map((column) => {
      const rule = `cell-${row}-${column}`
      const amount = quote.cells[row][column]
      const known = owed?.lines.find((one) => one.rule === rule && one.amount === amount)
      return known ?? line(rule, amount, { certainty: certainty[row][column] })
    }),
  )
  return spoken([...cells, line('early-settlement-fee', quote.earlyRepayFee, { source: '4.14' })])
}
