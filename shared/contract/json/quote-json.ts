import type { PayoffQuote, Warning } from '#shared/outlook/answers.ts'
import { cellsJson } from './cells-json.ts'
import { date, dateOrNull, type ExplainJson, explainId, yuan } from './leaves.ts'

/** `huaqing/quote@1` (cli.md). */
export const quoteJson = (quote: PayoffQuote, explain: ExplainJson = explainId) => ({
  schema: 'huaqing/quote@1',
  account: quote.account,
  on: date(quote.on),
  total: yuan(quote.total),
  range: { low: yuan(quote.range.low), high: yuan(quote.range.high) },
  cells: cellsJson(quote.cells),
  earlyRepayFee: yuan(quote.earlyRepayFee),
  residue: quote.residue.map((one) => ({
    what: one.what,
    from: date(one.from),
    amount: yuan(one.amount),
    until: dateOrNull(one.until),
    explain: explain(one.explain),
  })),
  safeAfter: dateOrNull(quote.safeAfter),
  warnings: quote.warnings.map(warningJson),
  explain: explain(quote.explain),
})

export const warningJson = ({ code, values }: Warning) => ({ code, values })
