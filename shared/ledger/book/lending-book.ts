import { type Day, maxDay } from '#shared/kernel/day.ts'
import { type Fen, fen, minFen, ZERO } from '#shared/kernel/money.ts'
import { RATE_SCALE } from '#shared/kernel/rate.ts'
import { divide, multiply } from '#shared/kernel/rounding.ts'
import type { Account } from '../account.ts'
import type { EntryId, Loan } from '../entry.ts'
import { lengthen, type Segment, weightOf } from '../interest.ts'
import { type Accrual, annuity, interestDays, interestFor, type LoanPart, loanPartsOf, scheduleOf } from '../loan.ts'
import { type TermValues, termsOn } from '../terms.ts'

/**
 * The running state of a lending account (Borrow, Credit Loan). Each loan falls due in its parts; an overdue part
 * bears its principal × rate × 1.5 × days, rounded once, in place of normal interest (domain.md 7.11, engine.md 5).
 */
export type LendingBook = { readonly account: Account; readonly loans: LoanBook[]; returned: Fen }

export type LoanBook = {
  readonly loan: Loan
  parts: PartBook[]
  /** Interest is paid up to this day: the last due day settled, or the day of a prepayment. */
  paidThrough: Day
  /** The parts to come were made anew after a prepayment: how Alipay makes them is not known. */
  remade: boolean
}

export type PartBook = {
  readonly number: number
  readonly dueOn: Day
  readonly shown: boolean
  principal: Fen
  interest: Fen
  /** What its interest was asked for when the part was made; what is missing of it was paid since. */
  asked: AskedInterest
  /** Stretches past due; the charge is kept as charged − paid. */
  readonly overdue: Segment[]
  penaltyPaid: Fen
}

/** Interest as copied, by days on a balance (with what a prepayment left unpaid), or in proportion to what was left. */
export type AskedInterest =
  | { readonly by: 'copy'; readonly amount: Fen }
  | { readonly by: 'days'; readonly amount: Fen; readonly accrual: Accrual; readonly carried: Fen }
  | { readonly by: 'share'; readonly amount: Fen; readonly of: Fen; readonly left: Fen; readonly before: Fen }

const askedOf = ({ interest, accrual }: Pick<LoanPart, 'interest' | 'accrual'>): AskedInterest =>
  accrual === null ? { by: 'copy', amount: interest } : { by: 'days', amount: interest, accrual, carried: ZERO }

export function createLoanBook(loan: Loan, account: Pick<Account, 'terms'>): LoanBook {
  const parts = loanPartsOf(loan, account.terms)
  const lastPaid = parts[loan.paidParts - 1]
  return {
    loan,
    paidThrough: lastPaid?.dueOn ?? loan.drawnOn,
    remade: false,
    parts: parts.map((part, index) => ({
      number: part.number,
      dueOn: part.dueOn,
      shown: part.shown,
      principal: index < loan.paidParts ? ZERO : part.principal,
      interest: index < loan.paidParts ? ZERO : part.interest,
      asked: askedOf(part),
      overdue: [],
      penaltyPaid: ZERO,
    })),
  }
}

/** Lets overdue parts run through a day: from the day after the due day, the day itself charged. */
export function runOverdue(book: LendingBook, through: Day): void {
  for (const loan of book.loans) {
    for (const part of loan.parts) {
      if (part.dueOn >= through || part.principal === 0) continue
      const after = part.overdue.at(-1)?.through ?? part.dueOn
      if (through > after) lengthen(part.overdue, { after, through, balance: part.principal })
    }
  }
}

/** What an overdue part is charged so far, less what was paid of it. */
export function penaltyOf(loan: LoanBook, part: PartBook, penaltyTenths: number): Fen {
  if (part.overdue.length === 0) return ZERO
  const product = multiply(multiply(weightOf(part.overdue), loan.loan.dailyRate), penaltyTenths)
  return fen(divide(product, RATE_SCALE * 10, 'halfUp') - part.penaltyPaid)
}

export const isOpenPart = (part: PartBook): boolean => part.principal > 0 || part.interest > 0

/** Principal of a loan that is not past due on a day. */
export const principalNotDue = (loan: LoanBook, on: Day): Fen =>
  fen(loan.parts.reduce((sum, part) => sum + (part.dueOn < on ? 0 : part.principal), 0))

/** Interest to the day on what is not past due, as a prepayment would ask for it (J2). */
export function accruedInterest(loan: LoanBook, on: Day): Fen {
  const running = accrualOn(loan, on)
  return running === null ? ZERO : interestFor(running.balance, loan.loan.dailyRate, running.days)
}

/** The days that interest runs by on a day, from the given one on; null where none runs. */
export function accrualOn(loan: LoanBook, on: Day): (Accrual & { readonly from: Day }) | null {
  const balance = principalNotDue(loan, on)
  if (balance === 0 || on < loan.paidThrough) return null
  const from = latestPast(loan, on)
  const days = loan.paidThrough === loan.loan.drawnOn && from === loan.loan.drawnOn ? interestDays(from, on) : on - from
  return { balance, from, days }
}

/** Normal interest up to the last due day stands in that part; from there the rest runs anew. */
function latestPast(loan: LoanBook, on: Day): Day {
  return loan.parts.reduce(
    (latest, part) => (part.dueOn < on && part.dueOn > latest ? part.dueOn : latest),
    loan.paidThrough,
  )
}

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
  const named = book.loans.filter((loan) => payment.settles === null || loan.loan.id === payment.settles)
  for (const loan of byAge(named))
    for (const part of loan.parts) if (part.dueOn < on) left = payPart(book, { loan, part, on, left, paid })
  for (const loan of byAge(named)) {
    const part = loan.parts.find((candidate) => candidate.dueOn >= on && isOpenPart(candidate))
    if (part && left > 0 && isPartPayment(loan, part, { on, left, settles: payment.settles })) {
      left = payPart(book, { loan, part, on, left, paid })
    }
  }
  for (const loan of byAge(named)) left = prepay(book, { loan, on, left, paid })
  book.returned = fen(book.returned + left)
  return { paid, left }
}

const byAge = (loans: readonly LoanBook[]): LoanBook[] => [...loans].sort((a, b) => a.loan.drawnOn - b.loan.drawnOn)

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
 * The parts that are left after a prepayment: equal parts on the new balance, the first one with interest from the day
 * (assumed), or from the day of a part that was paid ahead: its interest is paid already.
 */
function remake(loan: LoanBook, on: Day, rest: Rest): void {
  const coming = loan.parts.filter((part) => part.dueOn >= on && isOpenPart(part))
  loan.paidThrough = maxDay(on, loan.paidThrough)
  loan.remade = true
  const amounts = newAmounts(loan, coming, rest)
  coming.forEach((part, index) => {
    const amount = amounts[index]
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
  if (loan.loan.method === 'equal-installment') {
    const days = coming.map((part) => part.dueOn)
    const { dailyRate } = loan.loan
    const payment =
      rest.keeps === 'keepPart' ? monthlyAmount(loan.loan) : annuity(rest.principal, dailyRate, days.length)
    const schedule = { from: loan.paidThrough, interestOnly: 0, payment, shownParts: [] }
    return scheduleOf(rest.principal, dailyRate, days, schedule).map((part) => ({
      principal: part.principal,
      asked: askedOf(part),
    }))
  }
  const before = fen(coming.reduce((sum, part) => sum + part.principal, 0))
  let left = rest.principal
  return coming.map((part, index) => {
    const share =
      index === coming.length - 1
        ? left
        : fen(divide(BigInt(part.principal) * BigInt(rest.principal), BigInt(before), 'down'))
    left = fen(left - share)
    return { principal: share, asked: scaled(part.interest, rest.principal, before) }
  })
}

/** What a month asks for by the contract: as Alipay shows it, else by the formula. Kept, the last parts fall away. */
function monthlyAmount({ principal, dailyRate, count, shownParts: [shown] }: Loan): Fen {
  return shown ? fen(shown.principal + shown.interest) : annuity(principal, dailyRate, count)
}

function scaled(of: Fen, left: Fen, before: Fen): AskedInterest {
  const amount = fen(divide(BigInt(of) * BigInt(left), BigInt(before), 'halfUp'))
  return { by: 'share', amount, of, left, before }
}
