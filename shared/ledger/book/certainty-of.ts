import type { Day } from '#shared/kernel/day.ts'
import type { Account } from '../account.ts'
import { type Certainty, type Column, type Grid, grid, type Row, weakest } from '../cells.ts'
import { isTermKnown } from '../terms.ts'
import { type BilledBook, type IssuedBill, isOpen, isRolling } from './billed-book.ts'
import { comingParts, isOpenPart, type LendingBook, type LoanBook, type PartBook } from './lending-book.ts'
import type { OtherBook } from './other-book.ts'
import { unbilled } from './plan-book.ts'

/**
 * How certain each cell is: `shown` where an unpaid bill stands as the user copied it, `assumed` where a default term,
 * an unconfirmed plan, an unproved posting day or an unanswered combined repayment decides, else `derived`. What an
 * estimate paid is no longer open; the row where it would stand is assumed all the same (engine.md 6).
 */
export function billedCertainty(book: BilledBook, on: Day): Grid<Certainty> {
  const open = book.bills.filter((bill) => isOpen(book, bill))
  const days = daysCertainty(book.account)
  const plans = book.plans.some((plan) => unbilled(plan).length > 0 && plan.guessed) ? 'assumed' : 'derived'
  const upcoming = [...book.upcoming.values()].some(
    (cycle) => cycle.assumed || cycle.credits.some((credit) => credit.estimated),
  )
  const estimated = book.bills.filter((bill) => bill.credits.some((credit) => credit.estimated))
  const issued = (state: IssuedBill['state'], isLate: boolean): Certainty => {
    const standing = open.filter((bill) => bill.state === state)
    const isEstimated = estimated.some((bill) => bill.cycle.dueOn < on === isLate)
    return weakest(billRow(book, standing, days), isEstimated ? 'assumed' : 'shown')
  }
  const rows: Record<Row, Certainty> = {
    overdue: issued('overdue', true),
    billed: issued('open', false),
    next: weakest(weakest(days, plans), upcoming || rolledAssumed(book) ? 'assumed' : 'derived'),
    future: plans,
  }
  return grid((row) => rows[row])
}

/** Statement and due day decide what stands where; until someone said them they are assumptions. */
const daysCertainty = ({ terms }: Account): Certainty =>
  isTermKnown(terms, 'statementDay') && isTermKnown(terms, 'dueDay') ? 'derived' : 'assumed'

function billRow(book: BilledBook, bills: readonly IssuedBill[], days: Certainty): Certainty {
  if (bills.length === 0) return days
  return bills.map((bill) => billCertainty(book, bill, days)).reduce(weakest)
}

export function billCertainty(book: BilledBook, bill: IssuedBill, days = daysCertainty(book.account)): Certainty {
  if (bill.assumed) return 'assumed'
  const isCopied = bill.shown?.shown != null
  if (isCopied && bill.state !== 'overdue') return 'shown'
  return weakest(days, isCopied ? 'derived' : planCertainty(book))
}

const planCertainty = (book: BilledBook): Certainty => (book.plans.some((plan) => plan.guessed) ? 'assumed' : 'derived')

/** What rolled, and the interest on it, rest on the minimum; an estimated minimum makes them an assumption (engine.md 3). */
const rolledAssumed = ({ rolled }: BilledBook): boolean => rolled.byEstimate && isRolling(rolled)

export function lendingCertainty(book: LendingBook, on: Day): Grid<Certainty> {
  const open = book.loans.flatMap((loan) => loan.parts.filter(isOpenPart).map((part) => ({ loan, part })))
  const whole = open.map(({ loan, part }) => certaintyOfPart(loan, part, 'principal')).reduce(weakest, 'shown')
  const parts: Record<Row, typeof open> = {
    overdue: open.filter(({ part }) => part.dueOn < on),
    billed: [],
    next: book.loans.flatMap((loan) =>
      comingParts(loan, on)
        .slice(0, 1)
        .map((part) => ({ loan, part })),
    ),
    future: book.loans.flatMap((loan) =>
      comingParts(loan, on)
        .slice(1)
        .map((part) => ({ loan, part })),
    ),
  }
  return grid((row, column) => {
    if (open.length === 0) return 'derived'
    if (parts[row].length === 0) return whole
    return parts[row].map(({ loan, part }) => certaintyOfPart(loan, part, column)).reduce(weakest)
  })
}

/** Copied from Alipay, or worked out; a guess where the loan is one, or how Alipay makes just this part is not known. */
export function certaintyOfPart({ loan }: LoanBook, part: PartBook, column: Column): Certainty {
  if (!loan.certain || part.remade || (part.longPeriod && column === 'interest')) return 'assumed'
  // A part is copied, its charge never is.
  return part.shown && column !== 'penalty' ? 'shown' : 'derived'
}

export function otherCertainty(book: OtherBook, on: Day): Grid<Certainty> {
  const current = book.debt === null || book.debt.balanceOn >= on
  return grid((row) => (row === 'next' ? (current ? 'shown' : 'assumed') : 'derived'))
}
