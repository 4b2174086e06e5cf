import type { Day } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen } from '#shared/kernel/money.ts'
import { divide } from '#shared/kernel/rounding.ts'
import type { BilledBook } from '#shared/ledger/book/billed-book.ts'
import type { LedgerBook } from '#shared/ledger/book/books.ts'
import {
  comingParts,
  isOpenPart,
  type LendingBook,
  type LoanBook,
  penaltyOf,
} from '#shared/ledger/book/lending-book.ts'
import { type PlanBook, unbilled } from '#shared/ledger/book/plan-book.ts'
import { cycleOfMonth } from '#shared/ledger/cycle.ts'
import { earlySettlement, type Installment } from '#shared/ledger/installment-plan.ts'
import { termsOn } from '#shared/ledger/terms.ts'
import type { LoanSettleOrWait, SettleOrWait } from '../answers.ts'
import { interestToday } from '../quote-parts.ts'

/** For each open plan: what it costs to settle today, on the next due day, or at the end (engine.md 4). */
export function settleOrWait(books: LedgerBook): readonly SettleOrWait[] {
  return [...books.billed.values()].flatMap((book) =>
    book.plans.filter((plan) => unbilled(plan).length > 0).map((plan) => optionsOf(books, book, plan)),
  )
}

type Option = SettleOrWait['options'][number]

function optionsOf(books: LedgerBook, book: BilledBook, plan: PlanBook): SettleOrWait {
  const left = unbilled(plan)
  const mode = termsOn(book.account.terms, books.day).earlySettlementMode
  const settling = (periods: readonly Installment[]): Fen => earlySettlement(periods, mode).fee
  const principal = sumFen(left.map((period) => period.principal))
  const option = (on: Day, cost: number): Option => ({ on, pay: fen(principal + cost), costToEnd: fen(cost) })
  const dueOf = (period: Installment): Day => cycleOfMonth(book.account.terms, period.billMonth).dueOn
  const [next, ...rest] = left
  const last = left.at(-1)
  const today = option(books.day, settling(left))
  const options = [today]
  if (next && rest.length > 0) options.push(option(dueOf(next), next.fee + settling(rest)))
  if (last) options.push(option(dueOf(last), sumFen(left.map((period) => period.fee))))
  return { plan: plan.plan.id, options, savedPerYuan: savedPerYuan(options) }
}

/** What settling today costs less than keeping it to the end, for every yuan paid today, in hundredths of a percent. */
function savedPerYuan(options: readonly Option[]): number {
  const [today, end] = [options[0], options.at(-1)]
  if (!today || !end || today.pay === 0) return 0
  return divide((end.costToEnd - today.costToEnd) * 10_000, today.pay, 'halfUp')
}

/**
 * For each open loan of Borrow and Credit Loan the same three days: paying it all off asks for the interest of the days it
 * ran and for no fee (domain.md 7.10; J2), so that every day sooner is a day of interest less. What is overdue
 * has to be paid whichever it is, with its charge to today: it is in all three alike.
 */
export function loanSettleOrWait(books: LedgerBook): readonly LoanSettleOrWait[] {
  return [...books.lending.values()].flatMap((book) =>
    book.loans.flatMap((loan) => {
      const options = loanOptions(book, loan, books.day)
      return options.length === 0 ? [] : [{ loan: loan.loan.id, options, savedPerYuan: savedPerYuan(options) }]
    }),
  )
}

function loanOptions(book: LendingBook, loan: LoanBook, today: Day): readonly Option[] {
  const coming = comingParts(loan, today)
  const tenths = termsOn(book.account.terms, today).penaltyTenths
  const past = loan.parts.filter((part) => part.dueOn < today && isOpenPart(part))
  const principal = sumFen([...past, ...coming].map((part) => part.principal))
  const charged = sumFen(past.flatMap((part) => [part.interest, penaltyOf(loan, part, tenths)]))
  // On a due day its part asks for its own interest, and nothing has run on the rest since.
  const byParts = (on: Day): Fen => sumFen(coming.filter(({ dueOn }) => dueOn <= on).map(({ interest }) => interest))
  return settlingDays(loan, today).map((on) => {
    const costToEnd = fen(charged + (on === today ? interestToday(loan, on) : byParts(on)))
    return { on, pay: fen(principal + costToEnd), costToEnd }
  })
}

/** Today, the next due day after it, and the last; none where no part is to come. */
export function settlingDays(loan: LoanBook, today: Day): readonly Day[] {
  const days = comingParts(loan, today).map(({ dueOn }) => dueOn)
  const next = days.find((on) => on > today)
  return days.length === 0 ? [] : [...new Set([today, next ?? today, days.at(-1) ?? today])]
}
