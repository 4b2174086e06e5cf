import { date } from '#shared/contract/json/leaves.ts'
import { cliText, cliTexts } from '#shared/contract/texts/cli-texts.ts'
import { monthOf, monthText } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import type { Account, AccountId } from '#shared/ledger/account.ts'
import type { Projection } from '#shared/outlook/answers.ts'
import { costOf } from '#shared/outlook/projection/sensitivity.ts'
import { money, table } from './table.ts'
import type { Terminal } from './terminal.ts'
import { coded } from './words.ts'

/**
 * When it ends and what it costs, what it cannot cover, what its goal takes and what would help, month by month.
 * @param accounts those of the ledger, for their names
 */
export function projectionText(terminal: Terminal, projection: Projection, accounts: readonly Account[]): string {
  const { say } = terminal
  const { freeOn, reason, budgetToEnd, totalPaid, interest, fees, penalties } = projection
  const lines = [freeOn === null ? say(cliTexts.neverFree) : say(cliTexts.freeOn, { on: date(freeOn) })]
  if (reason) lines.push(coded(terminal, 'outlook', reason))
  if (budgetToEnd !== null) lines.push(say(cliTexts.budgetToEnd, { amount: money(budgetToEnd) }))
  const cost = { paid: money(totalPaid), interest: money(interest), fees: money(fees), penalties: money(penalties) }
  const last = freeOn === null ? projection.byMonth.at(-1) : undefined
  lines.push(
    last
      ? say(cliTexts.costSoFar, { ...cost, month: monthText(last.month), left: money(last.closing) })
      : say(cliTexts.projectedCost, cost),
  )
  return [
    ...lines,
    ...goalLines(terminal, projection),
    ...shortfallLines(terminal, projection, accounts),
    ...minimumLines(terminal, projection),
    ...helpLines(terminal, projection),
    ...projection.notes.map((note) => `! ${coded(terminal, 'outlook', note)}`),
    '',
    monthsTable(terminal, projection),
  ].join('\n')
}

/** Of many only the first are told one by one: the answer above must stay in sight. */
const MOST_SHORTFALLS = 6

function shortfallLines(
  { say, called }: Terminal,
  { shortfalls }: Projection,
  accounts: readonly Account[],
): readonly string[] {
  const nameOf = (id: AccountId): string => called(accounts.find((one) => one.id === id)?.name ?? id)
  const lines = shortfalls.slice(0, MOST_SHORTFALLS).flatMap(({ on, required, available, debts }) => {
    const missing = money(fen(required - available))
    return [
      `! ${say(cliTexts.shortfall, { on: date(on), missing, required: money(required), available: money(available) })}`,
      `    ${say(cliTexts.shortOrder)}`,
      ...debts.map(({ account, required: asked, paid, becomes }, at) => {
        return `    ${at + 1}. ${say(cliText(`short-${becomes}`), { account: nameOf(account), required: money(asked), paid: money(paid) })}`
      }),
    ]
  })
  const last = shortfalls.at(-1)
  const count = shortfalls.length - MOST_SHORTFALLS
  return last && count > 0 ? [...lines, `! ${say(cliTexts.shortfallsMore, { count, on: date(last.on) })}`] : lines
}

function goalLines(terminal: Terminal, { goal }: Projection): readonly string[] {
  if (goal === null) return []
  const { say } = terminal
  const { monthly, freeOn, reason } = goal
  const freeBy = date(goal.freeBy)
  const why = reason === null ? '' : coded(terminal, 'outlook', reason)
  if (monthly === null || freeOn === null) return [say(cliTexts.goalImpossible, { freeBy, why })]
  const needs = say(cliTexts.goalNeeds, { freeBy, monthly: money(monthly), freeOn: date(freeOn) })
  return why === '' ? [needs] : [needs, `  ${why}`]
}

/** What only the minimum would cost more, where the plan does better. */
function minimumLines({ say }: Terminal, projection: Projection): readonly string[] {
  const { minimumOnly, freeOn } = projection
  if (minimumOnly === null || freeOn === null) return []
  if (minimumOnly.freeOn === null) return [say(cliTexts.minimumNever)]
  const more = minimumOnly.cost - costOf(projection)
  if (more <= 0) return []
  const months = Math.max(monthOf(minimumOnly.freeOn) - monthOf(freeOn), 0)
  const costs = say(cliTexts.minimumCosts, { more: money(fen(more)), freeOn: date(minimumOnly.freeOn), months })
  const { overdue } = minimumOnly
  return overdue === 0 ? [costs] : [costs, `  ${say(cliTexts.minimumOverdue, { overdue: money(overdue) })}`]
}

const MOST_HELPS = 3

function helpLines(terminal: Terminal, { freeOn, sensitivity }: Projection): readonly string[] {
  const { say } = terminal
  const better = sensitivity.filter((one) => (freeOn === null ? one.freeOn !== null : one.days > 0 || one.cost < 0))
  if (better.length === 0) return []
  const lines = better.slice(0, MOST_HELPS).map(({ change, freeOn: on, days, cost }) => {
    const what = { change: coded(terminal, 'outlook', change), days, cost: money(fen(Math.abs(cost))) }
    if (freeOn === null && on !== null) return say(cliText('help-ends'), { ...what, on: date(on) })
    if (days <= 0) return say(cliText('help-cheaper'), what)
    return say(cliText(cost === 0 ? 'help-earlier-same' : cost > 0 ? 'help-earlier-dearer' : 'help-earlier'), what)
  })
  return [say(cliTexts.helps), ...lines.map((line) => `  ${line}`)]
}

/** A course without an end has six hundred months: the first ones tell it, and the answer above stays in sight. */
const MOST_MONTHS = 120

function monthsTable({ say }: Terminal, { byMonth }: Projection): string {
  const right = (title: string) => ({ title, align: 'right' as const })
  const columns = [
    { title: say(cliTexts.calendarMonth) },
    ...[cliTexts.opening, cliTexts.spending, cliTexts.interest, cliTexts.fees, cliTexts.penalties].map((text) =>
      right(say(text)),
    ),
    ...[cliTexts.refunds, cliTexts.paid, cliTexts.closing].map((text) => right(say(text))),
  ]
  const rows = byMonth
    .slice(0, MOST_MONTHS)
    .map((one) => [
      monthText(one.month),
      ...[one.opening, one.spending, one.interest, one.fees, one.penalties, one.refunds, one.paid, one.closing].map(
        money,
      ),
    ])
  const more = byMonth.length - rows.length
  const shown = table(columns, rows)
  return more > 0 ? `${shown}\n${say(cliTexts.monthsMore, { count: more })}` : shown
}
