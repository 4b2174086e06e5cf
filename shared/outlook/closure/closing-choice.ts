import { type Day, dayText } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen, ZERO } from '#shared/kernel/money.ts'
import type { BilledBook } from '#shared/ledger/book/billed-book.ts'
import type { LoanBook } from '#shared/ledger/book/lending-book.ts'
import { type PlanBook, unbilled } from '#shared/ledger/book/plan-book.ts'
import { cycleOfMonth } from '#shared/ledger/cycle.ts'
import type { DerivationLine } from '#shared/ledger/derivation.ts'
import { interestTodayLines, loanPartLine } from '#shared/ledger/explain/explain-loan.ts'
import { periodFeeLines, settlementFeeLines } from '#shared/ledger/explain/explain-settlement.ts'
import { spoken, sumLine } from '#shared/ledger/explain/line.ts'
import { termsOn } from '#shared/ledger/terms.ts'
import type { Closure } from '../answers.ts'
import type { ClosingCost } from './closing-figures.ts'
import { billedIn, figureOf, lendingIn, type Scope } from './scope.ts'

/**
 * Closing soonest against closing cheapest: everything settled today, or kept to its schedule; what each still costs in
 * fees and interest from today on (engine.md 10). Loans paid off today ask for the interest that has run and for none that was
 * to come; it is in the next part as well, so that both ways count it.
 * null where nothing runs on. Each cost is the sum of the lines that explain it; `charges` is what Alipay shows of settling
 * today beside that: it can turn which of both is the cheapest.
 */
export function closingChoice(scope: Scope, charges: Fen = ZERO): Closure['choice'] {
  if (openPlans(scope).length === 0 && openLoans(scope).length === 0) return null
  const cost = (code: string, on: Day, lines: readonly DerivationLine[]): ClosingCost => ({
    on,
    cost: sumFen(lines.map(({ amount }) => amount)),
    derived: null,
    explain: figureOf(scope, `:${code}`),
  })
  const soonest = withCharges(cost('soonest', scope.today, soonestLines(scope)), charges)
  const bySchedule = cost('by-schedule', scheduleEnd(scope), scheduleLines(scope))
  const cheapest = bySchedule.cost < soonest.cost ? bySchedule : soonest
  return { soonest, bySchedule, cheapest }
}

const withCharges = (one: ClosingCost, charges: Fen): ClosingCost =>
  charges === 0 ? one : { ...one, cost: fen(one.cost + charges), derived: one.cost }

/** The lines of a cost; null where there is no such choice. */
export function explainChoice(scope: Scope, code: string): readonly DerivationLine[] | null {
  if (closingChoice(scope) === null) return null
  if (code === 'soonest') return soonestLines(scope)
  return code === 'by-schedule' ? scheduleLines(scope) : null
}

type OpenPlan = { readonly book: BilledBook; readonly plan: PlanBook }

const openPlans = (scope: Scope): readonly OpenPlan[] =>
  billedIn(scope).flatMap((book) =>
    book.plans.filter((plan) => unbilled(plan).length > 0).map((plan) => ({ book, plan })),
  )

type OpenLoan = { readonly account: string; readonly loan: LoanBook }

const openLoans = (scope: Scope): readonly OpenLoan[] =>
  lendingIn(scope)
    .flatMap((book) => book.loans.map((loan) => ({ account: book.account.name, loan })))
    .filter(({ loan }) => partsToCome(scope, loan).length > 0)

const partsToCome = ({ today }: Scope, loan: LoanBook) =>
  loan.parts.filter((part) => part.dueOn >= today && part.interest > 0)

function soonestLines(scope: Scope): readonly DerivationLine[] {
  const plans = openPlans(scope).map(({ book, plan }) => {
    const mode = termsOn(book.account.terms, scope.today).earlySettlementMode
    return sumLine('settle-plan', settlementFeeLines(plan, mode), namesOf(book, plan))
  })
  const loans = openLoans(scope).map(({ account, loan }) =>
    sumLine('settle-loan', interestTodayLines(loan, scope.today), { account, drawnOn: dayText(loan.loan.drawnOn) }),
  )
  return [...plans, ...spoken(loans)]
}

const namesOf = (book: BilledBook, plan: PlanBook) => ({ account: book.account.name, periods: unbilled(plan).length })

function scheduleLines(scope: Scope): readonly DerivationLine[] {
  const plans = openPlans(scope).map(({ book, plan }) =>
    sumLine('keep-plan', periodFeeLines(plan), namesOf(book, plan)),
  )
  const loans = openLoans(scope).map(({ account, loan }) => {
    const parts = partsToCome(scope, loan).map((part) => loanPartLine(loan, part, 'interest'))
    return sumLine('keep-loan', parts, { account, drawnOn: dayText(loan.loan.drawnOn) })
  })
  return [...plans, ...loans]
}

/** The last due day of what runs on. */
function scheduleEnd(scope: Scope): Day {
  const ofPlans = openPlans(scope).flatMap(({ book, plan }) =>
    unbilled(plan).map((period) => cycleOfMonth(book.account.terms, period.billMonth).dueOn),
  )
  const ofLoans = openLoans(scope).flatMap(({ loan }) => partsToCome(scope, loan).map((part) => part.dueOn))
  return Math.max(scope.today, ...ofPlans, ...ofLoans) as Day
}
