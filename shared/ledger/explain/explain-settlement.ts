import { type Day, monthText } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import { comingParts, isOpenPart, type LoanBook } from '../book/lending-book.ts'
import { type PlanBook, unbilled } from '../book/plan-book.ts'
import { settlementFee } from '../book/settle-plan.ts'
import type { DerivationLine } from '../derivation.ts'
import { oneMoreFee } from '../installment-plan.ts'
import type { EarlySettlementMode } from '../terms.ts'
import { interestTodayLines, loanPartLine, loanPenaltyLine } from './explain-loan.ts'
import { line, spoken } from './line.ts'

/** What a plan still asks for when it is kept to its end, period by period. */
const periodLines = (plan: PlanBook, what: 'principal' | 'fee'): readonly DerivationLine[] =>
  spoken(
    unbilled(plan).map((period) =>
      line(`installment-${what}`, period[what], {
        values: { number: period.number, month: monthText(period.billMonth) },
        certainty: period.shown ? 'shown' : 'derived',
        source: '4.3',
        entries: [plan.plan.id],
      }),
    ),
  )

export const periodFeeLines = (plan: PlanBook): readonly DerivationLine[] => periodLines(plan, 'fee')
export const periodPrincipalLines = (plan: PlanBook): readonly DerivationLine[] => periodLines(plan, 'principal')

/** The fee of settling a plan early, by the mode of its account (domain.md 4.14). */
export function settlementFeeLines(plan: PlanBook, mode: EarlySettlementMode): readonly DerivationLine[] {
  const [next, ...later] = unbilled(plan)
  if (!next) return []
  const behind = { certainty: 'assumed' as const, source: '4.14', entries: [plan.plan.id] }
  const values = { number: next.number, month: monthText(next.billMonth) }
  if (mode === 'waiveUnbilled') return []
  const first = line('installment-fee', next.fee, { ...behind, values })
  const rest = fen(settlementFee(plan, mode) - next.fee)
  const oneMore = mode === 'official2019' && rest === oneMoreFee(unbilled(plan))
  return spoken([
    first,
    line(oneMore ? 'one-more-fee' : 'later-fees', rest, { ...behind, values: { periods: later.length } }),
  ])
}

/** The principal of a loan that is still to pay, part by part, past due or not. */
export const loanPrincipalLines = (loan: LoanBook): readonly DerivationLine[] =>
  spoken(loan.parts.map((part) => loanPartLine(loan, part, 'principal')))

type SettledLoan = { readonly loan: LoanBook; readonly today: Day; readonly tenths: number }

/**
 * What settling a loan on a day costs from today on: what is past due with its charge, then the interest to that day: by
 * days where nothing falls due on it, else that of the parts until then (domain.md 7.10, J2).
 */
export function loanCostLines({ loan, today, tenths }: SettledLoan, on: Day): readonly DerivationLine[] {
  const past = loan.parts.filter((part) => part.dueOn < today && isOpenPart(part))
  return spoken([
    ...past.flatMap((part) => [loanPartLine(loan, part, 'interest'), loanPenaltyLine(loan, part, tenths)]),
    ...(on === today
      ? interestTodayLines(loan, on)
      : comingParts(loan, today)
          .filter(({ dueOn }) => dueOn <= on)
          .map((part) => loanPartLine(loan, part, 'interest'))),
  ])
}
