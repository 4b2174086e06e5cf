import { dayText, parseDay } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import type { BilledBook } from '#shared/ledger/book/billed-book.ts'
import { booksOn } from '#shared/ledger/book/books-on.ts'
import { billTerms } from '#shared/ledger/cycle.ts'
import type { Derivation, DerivationLine } from '#shared/ledger/derivation.ts'
import { billColumnLines } from '#shared/ledger/explain/explain-bill.ts'
import { interestLines } from '#shared/ledger/explain/explain-interest.ts'
import { derivation, line, spoken } from '#shared/ledger/explain/line.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Residue } from './answers.ts'
import { residueOf } from './residue.ts'

/** What a payment in full may leave behind, by `residue:ACCOUNT:WHAT@DAY` (engine.md 8, 11). Null where nothing is. */
export function explainResidue(ledger: Ledger, figure: string): Derivation | null {
  const match = /^residue:(.+):([a-z-]+)@(\d{4}-\d{2}-\d{2})$/.exec(figure)
  const [, account = '', what, dayPart = ''] = match ?? []
  const on = parseDay(dayPart)
  if (!on.ok || !ledger.accounts.some(({ id }) => id === account)) return null
  const books = booksOn(ledger, on.value)
  const asked = residueOf(ledger, books, account).filter((one) => one.what === what)
  if (asked.length === 0) return null
  const book = books.billed.get(account)
  const lines = what === 'trailing-interest' && book ? trailingLines(book) : asked.map(plainLine)
  const sum = derivation(figure, spoken(lines))
  const amount = asked.reduce((total, one) => total + one.amount, 0)
  if (sum.amount !== amount) throw new Error(`the lines of ${figure} sum to ${sum.amount}, the figure is ${amount}`)
  return sum
}

/** Interest of the pool that is in no bill yet, and what is unpaid of the charges on overdue bills. */
function trailingLines(book: BilledBook): readonly DerivationLine[] {
  const terms = billTerms(book.account.terms, book.nextMonth)
  const overdue = book.bills.filter((bill) => bill.state === 'overdue')
  return [
    line('interest-fixed-before', book.rolled.fixed),
    ...interestLines(book.rolled.segments, terms.revolvingDailyRate),
    ...overdue.flatMap((bill) => billColumnLines(book, bill, 'penalty')),
  ]
}

const plainLine = (one: Residue): DerivationLine =>
  line(`residue-${one.what}`, one.amount, { values: { from: dayText(one.from), amount: yuanText(one.amount) } })
