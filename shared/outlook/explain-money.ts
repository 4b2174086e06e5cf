import { fen, sumFen } from '#shared/kernel/money.ts'
import type { DerivationLine } from '#shared/ledger/derivation.ts'
import { line, spoken } from '#shared/ledger/explain/line.ts'
import type { Plan } from './plan.ts'

/** What a month leaves for debt (engine.md 9, 11): what comes in, less what is needed and kept. Null where it is just said. */
export function moneyLines({ money }: Plan): readonly DerivationLine[] | null {
  if (money.kind !== 'income') return null
  const lines = [
    ...money.income.map(({ day, amount }) => line('money-income', amount, { values: { day }, certainty: 'assumed' })),
    line('money-expenses', fen(-money.expenses), { certainty: 'assumed' }),
    line('money-cushion', fen(-money.cushion), { certainty: 'assumed' }),
  ]
  const short = fen(Math.max(-sumFen(lines.map(({ amount }) => amount)), 0))
  return spoken([...lines, line('money-none', short, { certainty: 'assumed' })])
}
