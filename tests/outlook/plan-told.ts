import { dayText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import type { DerivationLine } from '#shared/ledger/derivation.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { explainFigure } from '#shared/outlook/explain-outlook.ts'
import type { Plan } from '#shared/outlook/plan.ts'
import { startOf } from '#shared/outlook/projection/project.ts'
import type { EventLines } from '#shared/outlook/projection/run.ts'
import { simulate } from '#shared/outlook/projection/simulate.ts'

/**
 * The course of a plan as short lines: each event with the lines behind it, and figures with their trees. In brackets
 * stands what a line rests on: its certainty, the rule in domain.md, the rounding, how many entries.
 */

export const lineTold = (line: DerivationLine, depth = 0): string[] => {
  const values = Object.entries(line.values).map(([name, value]) => `${name}=${value}`)
  const { certainty, source, rounding, entries } = line
  const behind = [certainty, source, rounding, ...(entries.length > 0 ? [`entries:${entries.length}`] : [])]
  return [
    `${'  '.repeat(depth)}${yuanText(line.amount)} ${[line.rule, ...values].join(' ')} (${behind.filter(Boolean).join(' ')})`,
    ...line.lines.flatMap((inner) => lineTold(inner, depth + 1)),
  ]
}

/** `day account what amount → balance`, and what made it below; events of one kind and day share their lines. */
export function planTold(of: Ledger, by: Plan, months = 12): string[] {
  const lines: EventLines = new Map()
  const { events } = simulate({ ...startOf(of, by), withEvents: true, lines, months })
  const said = new Set<string>()
  return events.flatMap((event) => {
    const head = `${dayText(event.on)} ${event.account} ${event.what} ${yuanText(event.amount)} → ${yuanText(event.balance)}`
    const own = said.has(event.explain) ? [] : (lines.get(event.explain) ?? [])
    said.add(event.explain)
    return [head, ...own.flatMap((line) => line.lines.flatMap((inner) => lineTold(inner, 1)))]
  })
}

export const figureTold = (of: Ledger, by: Plan, figure: string): string[] =>
  explainFigure(of, by, figure)?.lines.flatMap((line) => lineTold(line)) ?? ['no such figure']
