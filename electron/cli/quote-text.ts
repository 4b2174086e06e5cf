import { date, dateOrNull } from '#shared/contract/json/leaves.ts'
import { cliText, cliTexts } from '#shared/contract/texts/cli-texts.ts'
import type { PayoffQuote } from '#shared/outlook/answers.ts'
import type { CountingQuote } from '#shared/outlook/shown-quote.ts'
import { cellsTable } from './owed-text.ts'
import { money, table } from './table.ts'
import type { Terminal } from './terminal.ts'
import { coded } from './words.ts'

/** What to pay on a day, what Alipay shows of it where that was copied, and what may still come after. */
export function quoteText(terminal: Terminal, quote: PayoffQuote, shown: CountingQuote | null = null): string {
  const { say } = terminal
  const lines = [say(cliTexts.payOn, { account: quote.account, on: date(quote.on), total: money(quote.total) })]
  if (shown !== null) lines.push(say(cliTexts.shownThatDay, { shown: money(shown.total) }))
  const { low, high } = (shown ?? quote).range
  if (low !== high) lines.push(say(cliTexts.payRange, { low: money(low), high: money(high) }))
  if (quote.earlyRepayFee > 0) lines.push(say(cliTexts.earlyRepayFee, { fee: money(quote.earlyRepayFee) }))
  lines.push('', cellsTable(terminal, quote.cells))
  if (quote.residue.length > 0) lines.push('', residueTable(terminal, quote))
  if (quote.safeAfter !== null) lines.push(say(cliTexts.safeAfter, { on: date(quote.safeAfter) }))
  return [...lines, ...quote.warnings.map((warning) => `! ${coded(terminal, 'outlook', warning)}`)].join('\n')
}

function residueTable({ say }: Terminal, { residue }: PayoffQuote): string {
  const columns = [
    { title: say(cliTexts.what) },
    { title: say(cliTexts.from) },
    { title: say(cliTexts.until) },
    { title: say(cliTexts.amount), align: 'right' as const },
  ]
  const rows = residue.map((one) => [
    say(cliText(`residue-${one.what}`)),
    date(one.from),
    dateOrNull(one.until) ?? say(cliTexts.unknown),
    money(one.amount),
  ])
  return table(columns, rows)
}
