import type { Derivation, DerivationLine } from '#shared/ledger/derivation.ts'
import { dateOrNull, yuan } from './leaves.ts'

/** `huaqing explain`: the tree whose lines sum to the figure. `text` is the rule's sentence, made by the caller. */
export type LineText = (line: DerivationLine) => string

export const derivationJson = (derivation: Derivation, text: LineText) => ({
  schema: 'huaqing/explain@1',
  ...derivationTree(derivation, text),
})

export const derivationTree = ({ figure, amount, certainty, lines, day }: Derivation, text: LineText) => ({
  figure,
  ...(day === undefined ? {} : { day: dateOrNull(day) }),
  amount: yuan(amount),
  certainty,
  lines: lines.map((line) => lineJson(line, text)),
})

type LineJson = {
  readonly rule: string
  readonly text: string
  readonly amount: string
  readonly certainty: string
  readonly source: string
  readonly rounding: string | null
  readonly values: DerivationLine['values']
  readonly entries: readonly string[]
  readonly lines: readonly LineJson[]
}

const lineJson = (line: DerivationLine, text: LineText): LineJson => ({
  rule: line.rule,
  text: text(line),
  amount: yuan(line.amount),
  certainty: line.certainty,
  source: line.source,
  rounding: line.rounding,
  values: line.values,
  entries: line.entries,
  lines: line.lines.map((inner) => lineJson(inner, text)),
})
