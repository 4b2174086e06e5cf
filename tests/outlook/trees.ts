import { sumFen, yuanText } from '#shared/kernel/money.ts'
import type { DerivationLine } from '#shared/ledger/derivation.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { explainFigure } from '#shared/outlook/explain-outlook.ts'
import type { Plan } from '#shared/outlook/plan.ts'

/** Whether what stands beneath a line adds up to it, all the way down. */
export const sumsUp = ({ amount, lines }: DerivationLine): boolean =>
  lines.length === 0 || (sumFen(lines.map((line) => line.amount)) === amount && lines.every(sumsUp))

const shown = (line: DerivationLine, depth = 0): string[] => {
  const values = Object.entries(line.values).map(([name, value]) => `${name}=${value}`)
  return [
    `${'  '.repeat(depth)}${yuanText(line.amount)} ${line.rule} ${values.join(' ')}`.trimEnd(),
    ...line.lines.flatMap((inner) => shown(inner, depth + 1)),
  ]
}

/** The tree of a figure as text, a line each. */
export const tree = (of: Ledger, by: Plan, figure: string): string[] =>
  explainFigure(of, by, figure)?.lines.flatMap((line) => shown(line)) ?? ['no such figure']
