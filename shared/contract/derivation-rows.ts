import type { Fen } from '#shared/kernel/money.ts'
import type { Derivation, DerivationLine } from '#shared/ledger/derivation.ts'

/** A derivation as rows of text, the same on the command line and in what the window copies: what, how much, source. */
export type RowWords = {
  readonly text: (line: DerivationLine) => string
  readonly amount: (amount: Fen) => string
}

export const derivationRows = ({ lines }: Pick<Derivation, 'lines'>, words: RowWords): readonly string[][] =>
  lines.flatMap((line) => rowsOf(line, words, 0))

/** A line and what stands under it, indented. */
function rowsOf(line: DerivationLine, words: RowWords, depth: number): readonly string[][] {
  const own = [`${'  '.repeat(depth)}${words.text(line)}`, words.amount(line.amount), line.source]
  return [own, ...line.lines.flatMap((inner) => rowsOf(inner, words, depth + 1))]
}
