import type { Day } from '#shared/kernel/day.ts'
import { dayText } from '#shared/kernel/day.ts'
import { type Fen, fen, maxFen, minFen, sumFen, ZERO } from '#shared/kernel/money.ts'
import type { Account, AccountId } from './account.ts'
import { type BilledBook, type IssuedBill, isOpen, unpaidOf } from './book/billed-book.ts'
import type { LedgerBook } from './book/books.ts'
import { booksOn } from './book/books-on.ts'
import { billedCells, lendingCells, otherCells, prepaidOf } from './book/cells-of.ts'
import { billedCertainty, lendingCertainty, otherCertainty } from './book/certainty-of.ts'
import { isOpenPart, type LendingBook, penaltyOf } from './book/lending-book.ts'
import { settlementFee } from './book/settle-plan.ts'
import { type Cells, type Certainty, columnTotal, type Grid, rowTotal, totalOf } from './cells.ts'
import { billTerms } from './cycle.ts'
import type { Ledger } from './ledger.ts'
import { minimumSafeOf } from './minimum.ts'
import type { AccountOwed, NextDue, Owed } from './owed.ts'
import { termsOn } from './terms.ts'

/** What is owed on a day, after all facts of it (engine.md 7). Future facts do not count. */
export function owedOn(ledger: Ledger, on: Day = ledger.today): Owed {
  return owedOfBooks(ledger, booksOn(ledger, on))
}

export function owedOfBooks(ledger: Ledger, books: LedgerBook): Owed {
  const accounts = ledger.accounts.map((account) => accountOwed(ledger, books, account))
  return {
    on: books.day,
    total: sumFen(accounts.map((account) => account.total)),
    accounts,
    nextDue: ledger.accounts
      .flatMap((account) => duesOf(books, account).map((due) => ({ ...due, account: account.id })))
      .sort(byUrgency),
  }
}

const byUrgency = (a: NextDue, b: NextDue): number => Number(b.overdue) - Number(a.overdue) || a.on - b.on

function accountOwed(ledger: Ledger, books: LedgerBook, account: Account): AccountOwed {
  const { cells, certainty } = cellsOfAccount(books, account.id)
  const billed = books.billed.get(account.id)
  const awaitingReceipt = sumFen(billed?.awaiting.map((purchase) => purchase.amount) ?? [])
  const usedQuota = fen(columnTotal(cells, 'principal') + awaitingReceipt)
  return {
    id: account.id,
    total: totalOf(cells),
    cells,
    certainty,
    awaitingReceipt,
    prepaid: billed ? prepaidOf(billed) : ZERO,
    refundExpected: refundExpectedOf(ledger, account.id, books.day),
    usedQuota,
    availableQuota: account.limit === null ? null : maxFen(fen(account.limit - usedQuota), ZERO),
    earlyRepayFee: billed ? earlyRepayFee(billed, books.day) : { before: ZERO, after: ZERO },
    nextDue: duesOf(books, account).filter((due) => !due.overdue)[0] ?? null,
    explain: `owed:${account.id}@${dayText(books.day)}`,
  }
}

export function cellsOfAccount(books: LedgerBook, id: AccountId): { cells: Cells; certainty: Grid<Certainty> } {
  const billed = books.billed.get(id)
  if (billed) return { cells: billedCells(billed), certainty: billedCertainty(billed, books.day) }
  const lending = books.lending.get(id)
  if (lending) return { cells: lendingCells(lending, books.day), certainty: lendingCertainty(lending, books.day) }
  const other = books.other.get(id)
  if (!other) throw new Error(`no account ${id}`)
  return { cells: otherCells(other), certainty: otherCertainty(other, books.day) }
}

function refundExpectedOf(ledger: Ledger, account: AccountId, on: Day): Fen {
  let sum = 0
  for (const entry of ledger.entries) {
    if (entry.kind !== 'refund' && entry.kind !== 'purchase') continue
    const isExpected = entry.kind === 'refund' ? entry.inFlight && entry.on <= on : entry.refundExpected
    if (isExpected && entry.account === account) sum += entry.amount
  }
  return fen(sum)
}

/** Fees that settling all plans today would still cost if none were waived, and by the account's mode (domain.md 4.13–4.18). */
function earlyRepayFee(book: BilledBook, on: Day): { before: Fen; after: Fen } {
  const mode = termsOn(book.account.terms, on).earlySettlementMode
  const fee = (wanted: typeof mode): Fen => sumFen(book.plans.map((plan) => settlementFee(plan, wanted)))
  return { before: fee('chargeAll'), after: fee(mode) }
}

function duesOf(books: LedgerBook, account: Account): readonly NextDue[] {
  const billed = books.billed.get(account.id)
  if (billed) return billDues(billed)
  const lending = books.lending.get(account.id)
  return lending ? partDues(lending, books.day) : []
}

function billDues(book: BilledBook): NextDue[] {
  const overdue = fen(rowTotal(billedCells(book), 'overdue'))
  return book.bills
    .filter((bill) => isOpen(book, bill))
    .map((bill) => {
      const amount = unpaidOf(book, bill)
      const past = bill.state === 'overdue'
      return {
        on: bill.cycle.dueOn,
        overdue: past,
        amount,
        minimum: past ? amount : minFen(stillTo(bill.minimum, bill), amount),
        minimumSafe: past ? amount : fen(minFen(stillTo(safeMinimum(book, bill), bill), amount) + overdue),
        bill: bill.cycle.month,
      }
    })
}

/** What is still to pay of a minimum. */
export const stillTo = (minimum: Fen, bill: IssuedBill): Fen => maxFen(fen(minimum - bill.credited), ZERO)

/** The copied minimum is what Alipay asks for; an estimate takes the safe reading (engine.md 3). */
export const safeMinimum = (book: BilledBook, bill: IssuedBill): Fen =>
  bill.shown?.shownMinimum != null
    ? bill.minimum
    : minimumSafeOf(bill.minimumParts, billTerms(book.account.terms, bill.cycle.month))

function partDues(book: LendingBook, on: Day): NextDue[] {
  const tenths = termsOn(book.account.terms, on).penaltyTenths
  const dues = book.loans.flatMap((loan) =>
    loan.parts.filter(isOpenPart).map((part) => ({
      on: part.dueOn,
      overdue: part.dueOn < on,
      amount: fen(part.principal + part.interest + penaltyOf(loan, part, tenths)),
    })),
  )
  const days = [...new Set(dues.map((due) => due.on))].sort((a, b) => a - b)
  return days.map((day) => {
    const amount = sumFen(dues.filter((due) => due.on === day).map((due) => due.amount))
    return { on: day, overdue: day < on, amount, minimum: amount, minimumSafe: amount, bill: null }
  })
}
