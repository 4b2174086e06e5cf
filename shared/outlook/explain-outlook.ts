import { type Day, dayText, parseDay } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { COLUMNS, type Column, ROWS, type Row } from '#shared/ledger/cells.ts'
import type { Derivation, DerivationLine } from '#shared/ledger/derivation.ts'
import { explainOwed } from '#shared/ledger/explain/explain-owed.ts'
import { derivation, line, spoken, sumLine } from '#shared/ledger/explain/line.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { PayoffQuote } from './answers.ts'
import type { Plan } from './plan.ts'
import { project } from './projection/project.ts'
import { payoffQuotes } from './quote.ts'

/**
 * Any figure by the id beside it (engine.md 11): `quote@DAY`, `quote:ACCOUNT@DAY`, `projection:ACCOUNT:WHAT@DAY`, and
 * all that the ledger itself explains. Answers null for a figure that does not exist.
 * @param plan what the projected events follow
 */
export function explainFigure(ledger: Ledger, plan: Plan, figure: string): Derivation | null {
  const match = /^(quote|projection)(?::(.+))?@(\d{4}-\d{2}-\d{2})$/.exec(figure)
  if (!match) return explainOwed(ledger, figure)
  const [, what, subject, dayPart = ''] = match
  const on = parseDay(dayPart)
  if (!on.ok) return null
  if (what === 'projection') return explainEvents(ledger, plan, figure)
  return explainQuotes(ledger, figure, { account: subject ?? null, on: on.value })
}

type Quoted = { readonly account: string | null; readonly on: Day }

function explainQuotes(ledger: Ledger, figure: string, { account, on }: Quoted): Derivation | null {
  const quotes = payoffQuotes(ledger, on).filter((quote) => account === null || quote.account === account)
  const [only] = quotes
  if (account !== null) return only ? derivation(figure, quoteLines(ledger, only)) : null
  const name = (id: string): string => ledger.accounts.find((one) => one.id === id)?.name ?? id
  const sums = quotes.map((quote) =>
    sumLine('account-owed', quoteLines(ledger, quote), { account: name(quote.account) }),
  )
  return derivation(figure, spoken(sums))
}

/** The cells as they are owed on the day, but for what settling early changes, and the fee of settling early. */
function quoteLines(ledger: Ledger, quote: PayoffQuote): readonly DerivationLine[] {
  const cells = ROWS.flatMap((row) => COLUMNS.map((column) => cellLine(ledger, quote, { row, column })))
  return spoken([...cells, line('early-settlement', quote.earlyRepayFee, { source: '4.14', certainty: 'assumed' })])
}

function cellLine(ledger: Ledger, quote: PayoffQuote, { row, column }: { row: Row; column: Column }): DerivationLine {
  const amount = quote.cells[row][column]
  const rule = `cell-${row}-${column}`
  const owed = explainOwed(ledger, `owed:${quote.account}:${row}.${column}@${dayText(quote.on)}`)
  if (owed && owed.amount === amount) return sumLine(rule, owed.lines)
  const scheduled = owed?.amount ?? amount
  return line('settled-cell', amount, { values: { scheduled: yuanText(scheduled) }, lines: [line(rule, amount)] })
}

/** Events of one kind, account and day have one id: together they are the figure. */
function explainEvents(ledger: Ledger, plan: Plan, figure: string): Derivation | null {
  const events = project(ledger, plan).events.filter((event) => event.explain === figure)
  if (events.length === 0) return null
  const lines = events.map((event) =>
    line(`projected-${event.what}`, event.amount, {
      values: { on: dayText(event.on), balance: yuanText(event.balance) },
      certainty: 'assumed',
    }),
  )
  return derivation(figure, lines)
}
