import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen } from '#shared/kernel/money.ts'
import { unreachable } from '#shared/kernel/outcome.ts'
import { firstPart, splitByWeights, splitEvenly } from '#shared/kernel/split.ts'
import { runs } from '../runs.ts'

describe('by weights', () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [101, [1, 1, 1], [34, 34, 33]],
    [10, [6, 6, 7], [3, 3, 4]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [5, [0, 1], [0, 5]],
    [0, [1, 2], [0, 0]],
    [7, [1, 2, 4], [1, 2, 4]],
    [1, [1, 3], [0, 1]],
    // 50/7 leaves 1, 20/7 leaves 6: the fen goes to the smaller part.
    [10, [5, 2], [7, 3]],
  ])('%i over %j', (total, weights, parts) => expect(splitByWeights(fen(total), weights)).toEqual(parts))
  it('needs a weight', () => {
    expect(() => splitByWeights(fen(1), [])).toThrow('weight')
    expect(() => splitByWeights(fen(1), [0, 0])).toThrow('weight')
  })
  it('no part is a fen further from its share than one', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 1e9 }),
        fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 12 }),
        (total, weights) => {
          const sum = weights.reduce((a, b) => a + b, 0)
          fc.pre(sum > 0)
          splitByWeights(fen(total), weights).forEach((part, index) => {
            expect(Math.abs(part - (total * weights[index]!) / sum)).toBeLessThan(1)
          })
        },
      ),
      runs(100),
    )
  })
})

describe('evenly', () => {
  it.each([
    [100, 3, 'first', [34, 33, 33]],
    [100, 3, 'last', [33, 33, 34]],
    [100, 1, 'first', [100]],
    [-100, 3, 'first', [-34, -33, -33]],
    [2, 3, 'last', [0, 0, 2]],
  ])('%i in %i, remainder %s', (total, count, to, parts) =>
    expect(splitEvenly(fen(total), count, to as 'first')).toEqual(parts),
  )
  it.each([
    [100, 3, 34],
    [2, 3, 2],
    [-100, 3, -34],
  ])('the part of %i in %i that carries the remainder is %i', (total, count, part) => {
    expect(firstPart(fen(total), count)).toBe(part)
  })
  it.each([0, -1, 1.5])('%d parts are refused', (count) =>
    expect(() => splitEvenly(fen(1), count, 'first')).toThrow(`${count} parts`),
  )
})

it('a forgotten case is a fault that names it', () => {
  expect(() => unreachable('lost' as never)).toThrow('unreachable: "lost"')
})
