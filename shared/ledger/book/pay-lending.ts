import { type Day, maxDay } from '#shared/kernel/day.ts'
import { type Fen, fen, minFen, ZERO } from '#shared/kernel/money.ts'
import { divide, multiply } from '#shared/kernel/rounding.ts'
import type { EntryId, Loan } from '../entry.ts'
import { annuity, interestFor, interestOnlyParts, scheduleOf } from '../loan.ts'
import { type TermValues, termsOn } from '../terms.ts'
import {
  type AskedInterest,
  accruedInterest,
  askedOf,
  comingPart,
  comingParts,
  isOpenPart,
  type LendingBook,
  type LoanBook,
  type PartBook,
  penaltyOf,
  principalNotDue,
  runOverdue,
} from './lending-book.ts'

/**
 * Where a repayment of a lending account goes: what is overdue, the part that is due, then prepayment, interest to the
 * day before principal and without a fee; the parts that are left are made anew (domain.md 7.10, engine.md 5).
 */
export type LoanPaid = {
  readonly what: 'penalty' | 'interest' | 'principal'
  readonly loan: EntryId
  readonly amount: Fen
}

/** Spends a repayment: overdue parts oldest first, the part that is due, then prepayment of the named or the oldest loan. Returns what is left. */
export function payLending(
  book: LendingBook,
  on: Day,
  payment: { amount: Fen; settles: EntryId | null },
): { paid: LoanPaid[]; left: Fen } {
  runOverdue(book, on)
  const paid: LoanPaid[] = []
  let left = payment.amount
  const loans = byAge(book.loans.filter((loan) => payment.settles === null || loan.loan.id === payment.settles))
  for (const loan of loans)
    for (const part of loan.parts) if (part.dueOn < on) left = payPart(book, { loan, part, on, left, paid })
  for (const loan of loans) {
    const part = comingPart(loan, on)
    if (part && left > 0 && isPartPayment(loan, part, { on, left, settles: payment.settles })) {
      left = payPart(book, { loan, part, on, left, paid })
    }
  }
  for (const loan of loans) left = prepay(book, { loan, on, left, paid })
  book.returned = fen(book.returned + left)
  return { paid, left }
}

const byAge = (loans: LoanBook[]): readonly LoanBook[] => loans.sort((a, b) => a.loan.drawnOn - b.loan.drawnOn)

/** On its due day, or for just its amount or less, money pays the coming part as scheduled; else, or where it clears the loan, it prepays. */
function isPartPayment(
  loan: LoanBook,
  part: PartBook,
  payment: { on: Day; left: Fen; settles: EntryId | null },
): boolean {
  if (part.dueOn === payment.on) return true
  const clears = payment.left >= principalNotDue(loan, payment.on) + accruedInterest(loan, payment.on)
  return payment.settles === null && !clears && payment.left <= part.principal + part.interest
}

type Spending = { readonly loan: LoanBook; readonly on: Day; readonly left: Fen; readonly paid: LoanPaid[] }

function payPart(book: LendingBook, spending: Spending & { part: PartBook }): Fen {
  const { loan, part } = spending
  let left = spending.left
  const take = (what: LoanPaid['what'], owed: Fen): Fen => {
    const amount = minFen(owed, left)
    left = fen(left - amount)
    if (amount > 0) spending.paid.push({ what, loan: loan.loan.id, amount })
    return amount
  }
  const tenths = termsOn(book.account.terms, spending.on).penaltyTenths
  part.penaltyPaid = fen(part.penaltyPaid + take('penalty', penaltyOf(loan, part, tenths)))
  part.interest = fen(part.interest - take('interest', part.interest))
  part.principal = fen(part.principal - take('principal', part.principal))
  if (!isOpenPart(part) && part.dueOn > loan.paidThrough) loan.paidThrough = part.dueOn
  return left
}

/** Interest to the day first, then principal, without a fee; the count stays and the remaining parts are made anew (domain.md 7.10). */
function prepay(book: LendingBook, spending: Spending): Fen {
  const { loan, on } = spending
  const principal = principalNotDue(loan, on)
  if (spending.left === 0 || principal === 0) return spending.left
  const interest = accruedInterest(loan, on)
  const toInterest = minFen(interest, spending.left)
  const toPrincipal = minFen(principal, fen(spending.left - toInterest))
  if (toInterest > 0) spending.paid.push({ what: 'interest', loan: loan.loan.id, amount: toInterest })
  if (toPrincipal > 0) spending.paid.push({ what: 'principal', loan: loan.loan.id, amount: toPrincipal })
  const rest = { principal: fen(principal - toPrincipal), unpaidInterest: fen(interest - toInterest) }
  remake(loan, on, { ...rest, keeps: termsOn(book.account.terms, on).afterPartialPrepay })
  return fen(spending.left - toInterest - toPrincipal)
}

type Rest = {
  readonly principal: Fen
  readonly unpaidInterest: Fen
  readonly keeps: TermValues['afterPartialPrepay']
}

/**
 * The parts that are left after a prepayment: by the loan's own method on the new balance, the first one with interest
 * from the day (assumed), or from the day of a part that was paid ahead: its interest is paid already.
 */
function remake(loan: LoanBook, on: Day, rest: Rest): void {
  const coming = comingParts(loan, on)
  loan.paidThrough = maxDay(on, loan.paidThrough)
  const amounts = newAmounts(loan, coming, rest)
  coming.forEach((part, index) => {
    const amount = amounts[index]
    part.remade = true
    part.principal = amount?.principal ?? ZERO
    ask(part, amount?.asked ?? { by: 'copy', amount: ZERO })
  })
  const first = coming[0]
  if (first) ask(first, firstAsked(loan, first, rest))
}

function ask(part: PartBook, asked: AskedInterest): void {
  part.asked = asked
  part.interest = asked.amount
}

function firstAsked(loan: LoanBook, first: PartBook, { principal, unpaidInterest: carried }: Rest): AskedInterest {
  const accrual = { balance: principal, days: first.dueOn - loan.paidThrough }
  const amount = fen(interestFor(accrual.balance, loan.loan.dailyRate, accrual.days) + carried)
  return { by: 'days', amount, accrual, carried }
}

type NewAmount = { readonly principal: Fen; readonly asked: AskedInterest }

function newAmounts(loan: LoanBook, coming: readonly PartBook[], rest: Rest): readonly NewAmount[] {
  const { method, dailyRate } = loan.loan
  if (method !== 'equal-installment' && coming.some(({ shown }) => shown)) return inProportion(coming, rest.principal)
  const waiting = interestOnlyParts(loan.loan)
  const interestOnly = coming.filter(({ number }) => number <= waiting).length
  const equal = coming.length - interestOnly
  const keepsPart = method === 'equal-installment' && rest.keeps === 'keepPart'
  const made = equal === 0 ? ZERO : annuity(rest.principal, dailyRate, equal)
  const payment = keepsPart ? monthlyAmount(loan.loan) : made
  const days = coming.map((part) => part.dueOn)
  const schedule = { from: loan.paidThrough, interestOnly, payment, shownParts: [] }
  return scheduleOf(rest.principal, dailyRate, days, schedule).map((part) => ({
    principal: part.principal,
    asked: askedOf(part),
  }))
}

/** Copied parts keep their shape: what the contract asks for beside the formula is not known. */
function inProportion(coming: readonly PartBook[], principal: Fen): readonly NewAmount[] {
  const before = fen(coming.reduce((sum, part) => sum + part.principal, 0))
  let left = principal
  return coming.map((part, index) => {
    const isLast = index === coming.length - 1
    const share = isLast ? left : fen(divide(multiply(part.principal, principal), before, 'down'))
    left = fen(left - share)
    return { principal: share, asked: scaled(part.interest, principal, before) }
  })
}

/**
 * What a month asks for by the contract: as Alipay shows it, else by the formula. Kept, the last parts fall away. The
 * first part may bear a longer period and the last one takes what rounding left, so one between them tells it best.
 */
function monthlyAmount({ principal, dailyRate, count, shownParts }: Loan): Fen {
  const shown =
    shownParts.find(({ number }) => number > 1 && number < count) ?? shownParts.find(({ number }) => number === 1)
  return shown ? fen(shown.principal + shown.interest) : annuity(principal, dailyRate, count)
}

function scaled(of: Fen, left: Fen, before: Fen): AskedInterest {
  const amount = fen(divide(multiply(of, left), before, 'halfUp'))
  return { by: 'share', amount, of, left, before }
}
