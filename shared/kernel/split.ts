import { type Fen, fen } from './money.ts'

/**
 * Divides an amount by weights without losing a fen: each part is rounded down, and what remains goes one fen each
 * to the parts with the largest remainders (the earlier part first where they tie). Weights are whole numbers ≥ 0.
 */
export function splitByWeights(total: Fen, weights: readonly number[]): Fen[] {
  const sum = weights.reduce((a, b) => a + BigInt(b), 0n)
  if (sum === 0n) throw new RangeError('a split needs a weight above zero')
  const shares = weights.map((weight) => {
    const product = BigInt(total) * BigInt(weight)
    return { part: product / sum, remainder: abs(product % sum) }
  })
  const placed = shares.reduce((a, share) => a + share.part, 0n)
  const left = Number(abs(BigInt(total) - placed))
  const unit = total < 0 ? -1n : 1n
  // Sorting is stable: where remainders tie the earlier part stays first.
  const lucky = [...shares].sort((a, b) => Number(b.remainder - a.remainder)).slice(0, left)
  for (const share of lucky) share.part += unit
  return shares.map((share) => fen(Number(share.part)))
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value)

/** `count` equal parts rounded down; the whole remainder goes to the first or the last one (domain.md 4.3). */
export function splitEvenly(total: Fen, count: number, remainderTo: 'first' | 'last'): Fen[] {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`cannot split into ${count} parts`)
  const parts = new Array<Fen>(count).fill(fen(Math.trunc(total / count)))
  parts[remainderTo === 'first' ? 0 : count - 1] = firstPart(total, count)
  return parts
}

/** The one of `count` equal parts that carries the whole remainder. */
export const firstPart = (total: Fen, count: number): Fen => fen(total - Math.trunc(total / count) * (count - 1))
