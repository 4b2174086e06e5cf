import { type Day, parseDay } from '#shared/kernel/day.ts'
import type { DerivationLine } from '#shared/ledger/derivation.ts'

/** Days on which one balance bore interest or charges, both ends counted. */
export type Stretch = { readonly from: Day; readonly through: Day; readonly days: number }

/** More cells than these say nothing in the width of the panel. */
const MOST_DAYS = 92

/** The stretches that a derivation counts by the day, in order; none where they overlap or are too many to be seen. */
export function stretchesOf(lines: readonly DerivationLine[]): readonly Stretch[] {
  const found: Stretch[] = []
  let total = 0
  for (const stretch of stretches(lines)) {
    found.push(stretch)
    total += stretch.days
    if (total > MOST_DAYS) return []
  }
  found.sort((a, b) => a.from - b.from)
  const overlap = found.some((one, index) => index > 0 && one.from <= found[index - 1]!.through)
  return overlap ? [] : found
}

function* stretches(lines: readonly DerivationLine[]): Generator<Stretch> {
  for (const line of lines) {
    const stretch = stretchOf(line)
    if (stretch === null) yield* stretches(line.lines)
    else yield stretch
  }
}

function stretchOf({ values }: DerivationLine): Stretch | null {
  const { from, through, days } = values
  if (typeof from !== 'string' || typeof through !== 'string' || days === undefined) return null
  const [first, last] = [parseDay(from), parseDay(through)]
  if (!first.ok || !last.ok || last.value < first.value) return null
  return { from: first.value, through: last.value, days: last.value - first.value + 1 }
}
