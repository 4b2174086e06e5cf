import { describe, expect, it } from 'vitest'
import { fen } from '#shared/kernel/money.ts'
import { explanationsOf, type ProofRow } from '#shared/ledger/proof.ts'

/** Which rows would explain the difference between the shown and the derived total of a bill. */

const rows = (...effects: number[]): ProofRow[] =>
  effects.map((effect, index) => ({ id: `r${index}`, effect: fen(effect) }))
const inside = (difference: number, ...effects: number[]): string[] =>
  explanationsOf(fen(difference), { inside: rows(...effects), outside: [] }).map(said)
const outside = (difference: number, ...effects: number[]): string[] =>
  explanationsOf(fen(difference), { inside: [], outside: rows(...effects) }).map(said)
const said = (one: ReturnType<typeof explanationsOf>[number]): string =>
  `${one.take} ${one.rows.join('+')} ${one.amount}`

describe('the rows that would explain a difference', () => {
  it('none for none, and none where nothing fits', () => {
    expect(inside(0, 0, 5, -5)).toEqual([])
    expect(outside(0, 0)).toEqual([])
    expect(outside(100, 1, 2, 3)).toEqual([])
    expect(outside(100)).toEqual([])
  })
  it('one row is preferred to two, two to three; each side is tried', () => {
    expect(outside(30, 10, 20, 30)).toEqual(['in r2 30'])
    expect(outside(30, 10, 20, 31)).toEqual(['in r0+r1 30'])
    expect(inside(-30, 10, 20, 31)).toEqual(['out r0+r1 30'])
    expect(outside(60, 10, 20, 30)).toEqual(['in r0+r1+r2 60'])
    expect(outside(100, 10, 20, 30, 40)).toEqual([])
    expect(explanationsOf(fen(7), { inside: rows(-7), outside: rows(7) }).map(said)).toEqual(['in r0 7', 'out r0 -7'])
  })
  it('refunds count against purchases', () => {
    expect(outside(70, 100, -30, 5)).toEqual(['in r0+r1 70'])
    expect(outside(65, 100, -30, -5)).toEqual(['in r0+r1+r2 65'])
  })
  it('a row is in a set once', () => {
    expect(outside(20, 10, 7)).toEqual([])
    expect(outside(30, 10, 7)).toEqual([])
    expect(outside(20, 10, 10)).toEqual(['in r0+r1 20'])
    expect(outside(30, 10, 10, 10)).toEqual(['in r0+r1+r2 30'])
  })
  it('several that fit stand side by side, five at most', () => {
    expect(outside(30, 10, 20, 25, 5)).toEqual(['in r0+r1 30', 'in r2+r3 30'])
    expect(outside(60, 10, 20, 30, 25, 5)).toEqual(['in r0+r1+r2 60', 'in r2+r3+r4 60'])
    expect(outside(5, 5, 5, 5, 5, 5, 5)).toEqual(['in r0 5', 'in r1 5', 'in r2 5', 'in r3 5', 'in r4 5'])
    expect(outside(5, 1, 4, 4, 4, 4, 4, 4)).toHaveLength(5)
    expect(outside(6, 1, 2, 3, 3, 3, 3, 3, 3)).toHaveLength(5)
    expect(explanationsOf(fen(5), { inside: rows(-5, -5, -5), outside: rows(5, 5, 5) })).toHaveLength(5)
  })
  it('finds three among hundreds', () => {
    const many = Array.from({ length: 400 }, (_, index) => 1000 + 2 * index)
    many[17] = 1
    many[203] = 10
    many[399] = 100
    expect(outside(111, ...many)).toEqual(['in r17+r203+r399 111'])
  })
})
