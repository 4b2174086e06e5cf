import { contract } from '#shared/contract/contract.ts'
import { date, dateOrNull, yuan } from '#shared/contract/json/leaves.ts'
import { quoteJson } from '#shared/contract/json/quote-json.ts'
import { cliText, cliTexts } from '#shared/contract/texts/cli-texts.ts'
import type { PayoffQuote } from '#shared/outlook/answers.ts'
import { quoteHandlers } from '../handlers/quote-handlers.ts'
import { explainHint } from './explain-hint.ts'
import { withLedger } from './ledger-session.ts'
import { cellsTable } from './owed-commands.ts'
import { requestOf } from './request.ts'
import { grouped, table } from './table.ts'
import type { Terminal } from './terminal.ts'
import { coded } from './words.ts'

export const showQuote = (terminal: Terminal, account: string, options: { on?: string }): Promise<void> =>
  withLedger(terminal, { access: 'read' }, async (session) => {
    const typed = { account, on: options.on ?? date(session.today) }
    const quote = await session.ask(quoteHandlers.getQuote, requestOf(contract.getQuote.request, typed))
    terminal.answer(quoteJson(quote), () => {
      const figures = [quote.explain, ...new Set(quote.residue.map(({ explain }) => explain))]
      return quoteText(terminal, quote) + explainHint(terminal, figures)
    })
  })

export function quoteText(terminal: Terminal, quote: PayoffQuote): string {
  const { say } = terminal
  const money = (amount: PayoffQuote['total']): string => grouped(yuan(amount))
  const lines = [say(cliTexts.payOn, { account: quote.account, on: date(quote.on), total: money(quote.total) })]
  const { low, high } = quote.range
  if (low !== high) lines.push(say(cliTexts.payRange, { low: money(low), high: money(high) }))
  if (quote.earlyRepayFee > 0) lines.push(say(cliTexts.earlyRepayFee, { fee: money(quote.earlyRepayFee) }))
  lines.push('', cellsTable(terminal, quote.cells))
  if (quote.residue.length > 0) lines.push('', residueTable(terminal, quote))
  if (quote.safeAfter !== null) lines.push(say(cliTexts.safeAfter, { on: date(quote.safeAfter) }))
  return [...lines, ...quote.warnings.map((warning) => `! ${coded(terminal, warning)}`)].join('\n')
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
    grouped(yuan(one.amount)),
  ])
  return table(columns, rows)
}
