import { type Fen, fen } from '#shared/kernel/money.ts'
import type { ProofExplanation } from './bill.ts'
import type { EntryId } from './entry.ts'

/**
 * A shown total against the entries of its window: the smallest sets of up to three rows that would explain the
 * difference, taken out of the bill or taken in from its neighbors, several side by side. Offered, never applied
 * (engine.md 2, 7).
 */
export type ProofRow = {
  readonly id: EntryId
  /** What the row adds to the bill: purchases positive, refunds negative. */
  readonly effect: Fen
}

/** More than this many sets of one size explain nothing. */
const MOST = 5

/** `difference` is shown − derived; `inside` are the rows counted in the bill, `outside` those just before and after its window. */
export function explanationsOf(
  difference: Fen,
  rows: { inside: readonly ProofRow[]; outside: readonly ProofRow[] },
): readonly ProofExplanation[] {
  if (difference === 0) return []
  for (const size of [1, 2, 3] as const) {
    const found = [
      ...setsOf(rows.outside, difference, size).map((ids) => ({ take: 'in' as const, rows: ids, amount: difference })),
      ...setsOf(rows.inside, fen(-difference), size).map((ids) => ({
        take: 'out' as const,
        rows: ids,
        amount: fen(-difference),
      })),
    ]
    if (found.length > 0) return found.slice(0, MOST)
  }
  return []
}

/** All sets of a size whose effects sum to the target, at most a few. */
function setsOf(rows: readonly ProofRow[], target: Fen, size: 1 | 2 | 3): EntryId[][] {
  if (size === 1)
    return rows
      .filter((row) => row.effect === target)
      .map((row) => [row.id])
      .slice(0, MOST)
  const sets: EntryId[][] = []
  for (const [index, row] of rows.entries()) {
    if (sets.length >= MOST) break
    const rest = rows.slice(index + 1)
    const left = fen(target - row.effect)
    const tails = size === 2 ? setsOf(rest, left, 1) : pairsOf(rest, left)
    for (const tail of tails) sets.push([row.id, ...tail])
  }
  return sets.slice(0, MOST)
}

/** Two rows that sum to the target, by a table of what was seen: a bill may have hundreds of rows. */
function pairsOf(rows: readonly ProofRow[], target: Fen): EntryId[][] {
  const seen = new Map<number, EntryId>()
  const pairs: EntryId[][] = []
  for (const row of rows) {
    const partner = seen.get(target - row.effect)
    if (partner !== undefined) pairs.push([partner, row.id])
    if (!seen.has(row.effect)) seen.set(row.effect, row.id)
    if (pairs.length >= MOST) break
  }
  return pairs
}
