import { parseDay } from '#shared/kernel/day.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { Derivation, DerivationLine } from '#shared/ledger/derivation.ts'
import { byAccount, derivation, line, spoken } from '#shared/ledger/explain/line.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { explainQuote } from './explain-quote.ts'
import type { ShownQuote } from './shown-quote.ts'

/**
 * What settling takes where cells were copied from Alipay (engine.md 8, 11): those count, and say so; the others are as
 * they were worked out. `shown@DAY` of all accounts, `shown:ACCOUNT@DAY` of one, `shown:ACCOUNT:cells@DAY` its sixteen cells
 * alone. Null where nothing was copied.
 */
export function explainShown(ledger: Ledger, quotes: readonly ShownQuote[], figure: string): Derivation | null {
  const [, day] = /^shown@(\d{4}-\d{2}-\d{2})$/.exec(figure) ?? []
  if (day === undefined) return explainOne(ledger, quotes, figure)
  const copied = new Map(ledger.accounts.map(({ id }) => [id, explainOne(ledger, quotes, `shown:${id}@${day}`)]))
  if ([...copied.values()].every((one) => one === null)) return null
  const ofAccount = (id: AccountId) => (copied.get(id) ?? explainQuote(ledger, `quote:${id}@${day}`))?.lines ?? []
  return derivation(figure, byAccount(ledger.accounts, ofAccount))
}

function explainOne(ledger: Ledger, quotes: readonly ShownQuote[], figure: string): Derivation | null {
  const match = /^shown:(.+?)(:cells)?@(\d{4}-\d{2}-\d{2})$/.exec(figure)
  const [, account = '', cells = '', dayPart = ''] = match ?? []
  const on = parseDay(dayPart)
  const shown = on.ok && quotes.find((one) => one.account === account && one.on === on.value)
  if (!shown) return null
  const worked = explainQuote(ledger, `quote:${account}${cells}@${dayPart}`)
  if (worked === null) return null
  const ruleOf = ({ row, column }: ShownQuote['cells'][number]): string => `cell-${row}-${column}`
  const copied = new Set(shown.cells.map(ruleOf))
  return derivation(figure, [
    ...worked.lines.filter((one) => !copied.has(cellOf(one))),
    ...spoken(shown.cells.map((cell) => copiedLine(ruleOf(cell), cell.amount))),
  ])
}

/** Which cell a line of a quote is: one that settling changes has its name beneath it. */
const cellOf = ({ rule, lines }: DerivationLine): string => (rule === 'settled-cell' ? (lines[0]?.rule ?? '') : rule)

const copiedLine = (rule: string, amount: DerivationLine['amount']): DerivationLine =>
  line(rule, amount, { certainty: 'shown', lines: [line('quote-copied', amount, { certainty: 'shown' })] })
