import { type Day, parseDay } from '#shared/kernel/day.ts'
import type { DerivationLine } from '#shared/ledger/derivation.ts'

/** Days on which one balance bore interest or charges, both ends counted. */
export type Stretch = { readonly from: Day; readonly through: Day; readonly days: number }

/** More cells than these say nothing in the width of the panel. */
const MOST_DAYS = 92

/** The stretches that a derivation counts by the day, in order; none where they overlap or are too many to be seen. */
export function stretchesOf(lines: readonly DerivationLine[]): readonly Stretch[] {
  const found = lines.flatMap(stretchOf).sort((a, b) => a.from - b.from)
  const total = found.reduce((sum, one) => sum + one.days, 0)
  const overlap = found.some((one, index) => index > 0 && one.from <= found[index - 1]!.through)
  return overlap || total > MOST_DAYS ? [] : found
}

function stretchOf(line: DerivationLine): Stretch[] {
  const { from, through, days } = line.values
  const inside = line.lines.flatMap(stretchOf)
  if (typeof from !== 'string' || typeof through !== 'string' || days === undefined) return inside
  const [first, last] = [parseDay(from), parseDay(through)]
  if (!first.ok || !last.ok || last.value < first.value) return inside
  return [{ from: first.value, through: last.value, days: last.value - first.value + 1 }]
}
