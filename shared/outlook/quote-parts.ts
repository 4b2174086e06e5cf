import type { Day } from '#shared/kernel/day.ts'
import { type Fen, fen, maxFen, minFen, sumFen, ZERO } from '#shared/kernel/money.ts'
import type { BilledBook } from '#shared/ledger/book/billed-book.ts'
import type { LedgerBook } from '#shared/ledger/book/books.ts'
import { billedCells, lendingCells } from '#shared/ledger/book/cells-of.ts'
import {
  accruedInterest,
  isOpenPart,
  type LendingBook,
  type LoanBook,
  penaltyOf,
  principalNotDue,
} from '#shared/ledger/book/lending-book.ts'
import { unbilled, unbilledPrincipal } from '#shared/ledger/book/plan-book.ts'
import { settlementFee } from '#shared/ledger/book/settle-plan.ts'
import { type Cells, emptyCells, totalOf } from '#shared/ledger/cells.ts'
import type { RepaymentPart } from '#shared/ledger/entry.ts'
import { type EarlySettlementMode, termsOn } from '#shared/ledger/terms.ts'
import { carriedBalance } from './quote-other.ts'

/** What clears an account on the day of its books, cell by cell and payment by payment (engine.md 8). */
export type Settled = {
  readonly cells: Cells
  /** What settling early costs beyond the next installment's own fee. */
  readonly earlyRepayFee: Fen
  readonly low: Fen
  readonly high: Fen
  /** The payments that make it so: the account first, then each plan or loan by its name. */
  readonly payments: readonly RepaymentPart[]
}

export const EARLY_SETTLEMENT_MODES: readonly EarlySettlementMode[] = [
  'official2019',
  'nextFeeOnly',
  'waiveUnbilled',
  'chargeAll',
]

export function settled(books: LedgerBook, account: string): Settled {
  const billed = books.billed.get(account)
  if (billed) return settledBilled(billed, books.day)
  const lending = books.lending.get(account)
  if (lending) return settledLending(lending, books.day)
  const other = books.other.get(account)
  if (!other) throw new Error(`no account ${account}`)
  const cells = { ...emptyCells(), next: { ...emptyCells().next, ...carriedBalance(other, books.day) } }
  return whole(account, cells)
}

function whole(account: string, cells: Cells): Settled {
  const total = totalOf(cells)
  return { cells, earlyRepayFee: ZERO, low: total, high: total, payments: [payment(account, total, null)] }
}

const payment = (account: string, amount: Fen, settles: string | null): RepaymentPart => ({
  account,
  amount,
  month: null,
  settles,
})

function settledBilled(book: BilledBook, on: Day): Settled {
  const account = book.account.id
  const mode = termsOn(book.account.terms, on).earlySettlementMode
  const plans = book.plans.filter((plan) => unbilled(plan).length > 0)
  const owed = billedCells(book)
  const scheduledNext = sumFen(plans.map((plan) => unbilled(plan)[0]?.fee ?? ZERO))
  const fee = sumFen(plans.map((plan) => settlementFee(plan, mode)))
  const next = minFen(fee, mode === 'waiveUnbilled' ? ZERO : scheduledNext)
  const cells: Cells = {
    ...owed,
    next: { ...owed.next, fee: fen(owed.next.fee - scheduledNext + next) },
    future: { ...owed.future, fee: ZERO },
  }
  const earlyRepayFee = fen(fee - next)
  const total = fen(totalOf(cells) + earlyRepayFee)
  const settlements = plans.map((plan) =>
    payment(account, fen(unbilledPrincipal(plan) + settlementFee(plan, mode)), plan.plan.id),
  )
  const rest = fen(total - sumFen(settlements.map((part) => part.amount)))
  const byMode = (pick: (a: Fen, b: Fen) => Fen): Fen =>
    sumFen(plans.map((plan) => EARLY_SETTLEMENT_MODES.map((one) => settlementFee(plan, one)).reduce(pick)))
  return {
    cells,
    earlyRepayFee,
    low: fen(total - fee + byMode(minFen)),
    high: fen(total - fee + byMode(maxFen)),
    payments: [...(rest > 0 ? [payment(account, rest, null)] : []), ...settlements].filter((part) => part.amount > 0),
  }
}

/** Interest to the day in place of what the schedule holds for later; a part that falls due today is paid as scheduled (J2). */
function settledLending(book: LendingBook, on: Day): Settled {
  const owed = lendingCells(book, on)
  const interest = sumFen(book.loans.map((loan) => interestToday(loan, on)))
  const cells: Cells = {
    ...owed,
    next: { ...owed.next, interest },
    future: { ...owed.future, interest: ZERO },
  }
  const total = totalOf(cells)
  const payments = book.loans.map((loan) => payment(book.account.id, loanPayoff(book, loan, on), loan.loan.id))
  return { cells, earlyRepayFee: ZERO, low: total, high: total, payments: payments.filter((part) => part.amount > 0) }
}

/** A part due today asks for its scheduled interest, and nothing has run on the rest since; else interest to the day. */
export function interestToday(loan: LoanBook, on: Day): Fen {
  const due = loan.parts.find((part) => part.dueOn === on && isOpenPart(part))
  return due ? due.interest : accruedInterest(loan, on)
}

/** Clears one loan on a day, what is past due of it included. */
export function loanPayoff(book: LendingBook, loan: LoanBook, on: Day): Fen {
  const tenths = termsOn(book.account.terms, on).penaltyTenths
  const past = loan.parts
    .filter((part) => part.dueOn < on && isOpenPart(part))
    .reduce((sum, part) => sum + part.principal + part.interest + penaltyOf(loan, part, tenths), 0)
  return fen(past + principalNotDue(loan, on) + interestToday(loan, on))
}
