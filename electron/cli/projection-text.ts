import { date } from '#shared/contract/json/leaves.ts'
import { cliTexts } from '#shared/contract/texts/cli-texts.ts'
import { monthText } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import type { Projection } from '#shared/outlook/answers.ts'
import { money, table } from './table.ts'
import type { Terminal } from './terminal.ts'
import { coded } from './words.ts'

/** When it ends and what it costs, month by month. */
export function projectionText(terminal: Terminal, projection: Projection): string {
  const { say } = terminal
  const { freeOn, reason, budgetToEnd, totalPaid, interest, fees, penalties } = projection
  const lines = [freeOn === null ? say(cliTexts.neverFree) : say(cliTexts.freeOn, { on: date(freeOn) })]
  if (reason) lines.push(coded(terminal, reason))
  if (budgetToEnd !== null) lines.push(say(cliTexts.budgetToEnd, { amount: money(budgetToEnd) }))
  const cost = { paid: money(totalPaid), interest: money(interest), fees: money(fees), penalties: money(penalties) }
  lines.push(say(cliTexts.projectedCost, cost))
  for (const { on, required, available } of projection.shortfalls) {
    const missing = money(fen(required - available))
    lines.push(
      `! ${say(cliTexts.shortfall, { on: date(on), missing, required: money(required), available: money(available) })}`,
    )
  }
  return [
    ...lines,
    ...projection.notes.map((note) => `! ${coded(terminal, note)}`),
    '',
    monthsTable(terminal, projection),
  ].join('\n')
}

function monthsTable({ say }: Terminal, { byMonth }: Projection): string {
  const right = (title: string) => ({ title, align: 'right' as const })
  const columns = [
    { title: say(cliTexts.month) },
    ...[cliTexts.opening, cliTexts.spending, cliTexts.interest, cliTexts.fees, cliTexts.penalties].map((text) =>
      right(say(text)),
    ),
    ...[cliTexts.refunds, cliTexts.paid, cliTexts.closing].map((text) => right(say(text))),
  ]
  const rows = byMonth.map((one) => [
    monthText(one.month),
    ...[one.opening, one.spending, one.interest, one.fees, one.penalties, one.refunds, one.paid, one.closing].map(
      money,
    ),
  ])
  return table(columns, rows)
}
