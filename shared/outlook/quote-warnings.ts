import { type Day, dayText, monthText } from '#shared/kernel/day.ts'
import { type Fen, yuanText } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import { type BilledBook, isOpen } from '#shared/ledger/book/billed-book.ts'
import type { LedgerBook } from '#shared/ledger/book/books.ts'
import { isOpenPart, type LendingBook, penaltyOf } from '#shared/ledger/book/lending-book.ts'
import { unbilled } from '#shared/ledger/book/plan-book.ts'
import { ROWS } from '#shared/ledger/cells.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { cellsOfAccount } from '#shared/ledger/owed-on.ts'
import { termsOn } from '#shared/ledger/terms.ts'
import type { Warning } from './answers.ts'
import { warning } from './warning.ts'

/** What a quote must not be read without: a due day that would pass, a range, an estimate (engine.md 8). */
export function quoteWarnings(
  ledger: Ledger,
  books: LedgerBook,
  quoted: { readonly account: AccountId; readonly low: Fen; readonly high: Fen },
): readonly Warning[] {
  const { account, low, high } = quoted
  const billed = books.billed.get(account)
  const lending = books.lending.get(account)
  const warnings = [
    ...(billed ? passedBills(billed, ledger.today) : []),
    ...(lending ? passedParts(lending, ledger.today, books.day) : []),
  ]
  if (billed && settlesWhileOverdue(billed)) warnings.push(warning('quote-settle-overdue-first'))
  if (high > low) warnings.push(warning('quote-range', { low: yuanText(low), high: yuanText(high) }))
  const other = books.other.get(account)
  if (other?.debt && other.debt.balanceOn < books.day && other.balance > 0) {
    warnings.push(warning('quote-balance-carried', { from: dayText(other.debt.balanceOn) }))
  }
  if (hasAssumedCell(books, account)) warnings.push(warning('quote-assumed'))
  return warnings
}

/** The charge is included, yet paying by the due day is the normal advice. */
function passedBills(book: BilledBook, today: Day): Warning[] {
  return book.bills
    .filter((bill) => bill.cycle.dueOn >= today && bill.state !== 'open')
    .filter((bill) => bill.state === 'rolled' || isOpen(book, bill))
    .map((bill) =>
      warning(bill.state === 'rolled' ? 'quote-bill-rolls' : 'quote-due-day-passes', {
        bill: monthText(bill.cycle.month),
        dueOn: dayText(bill.cycle.dueOn),
        charge: yuanText(bill.penalty),
      }),
    )
}

function passedParts(book: LendingBook, today: Day, on: Day): Warning[] {
  const tenths = termsOn(book.account.terms, on).penaltyTenths
  return book.loans.flatMap((loan) =>
    loan.parts
      .filter((part) => isOpenPart(part) && part.dueOn >= today && part.dueOn < on)
      .map((part) =>
        warning('quote-part-passes', {
          dueOn: dayText(part.dueOn),
          charge: yuanText(penaltyOf(loan, part, tenths)),
        }),
      ),
  )
}

/** Alipay refuses to settle installments while anything is overdue (domain.md 4.20). */
const settlesWhileOverdue = (book: BilledBook): boolean =>
  book.plans.some((plan) => unbilled(plan).length > 0) &&
  book.bills.some((bill) => bill.state === 'overdue' && isOpen(book, bill))

function hasAssumedCell(books: LedgerBook, account: AccountId): boolean {
  const { cells, certainty } = cellsOfAccount(books, account)
  return ROWS.some((row) => cells[row].principal > 0 && certainty[row].principal === 'assumed')
}
