import { monthText } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import { type PlanBook, unbilled } from '../book/billed-book.ts'
import { settlementFee } from '../book/settle-plan.ts'
import type { DerivationLine } from '../derivation.ts'
import { oneMoreFee } from '../installment-plan.ts'
import type { EarlySettlementMode } from '../terms.ts'
import { line, spoken } from './line.ts'

/** The fees that a plan still asks for when it is kept to its end, period by period. */
export const periodFeeLines = (plan: PlanBook): readonly DerivationLine[] =>
  spoken(
    unbilled(plan).map(({ number, billMonth, fee, shown }) =>
      line('installment-fee', fee, {
        values: { number, month: monthText(billMonth) },
        certainty: shown ? 'shown' : 'derived',
        source: '4.3',
        entries: [plan.plan.id],
      }),
    ),
  )

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
