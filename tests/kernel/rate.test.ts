import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen, MAX_FEN } from '#shared/kernel/money.ts'
import { applyRate, parseRate, percentText, RATE_SCALE, type Rate, rate } from '#shared/kernel/rate.ts'
import { divide, multiply } from '#shared/kernel/rounding.ts'
import { runs } from '../runs.ts'

describe('rates from text', () => {
  it.each([
    ['0.05%', 500_000],
    ['0.0005', 500_000],
    ['8.8%', 88_000_000],
    ['18.25%', 182_500_000],
    ['0%', 0],
    ['0.0000001%', 1],
    ['0.050%', 500_000],
    ['0.05000000000%', 500_000],
    ['1000%', 10 * RATE_SCALE],
    ['2.3％', 23_000_000],
    [' 1% ', 10_000_000],
    ['1', RATE_SCALE],
  ])('%s', (text, scaled) => expect(parseRate(text)).toEqual({ ok: true, value: scaled }))

  it.each([
    ['', 'rate-not-a-number'],
    ['-1%', 'rate-not-a-number'],
    ['1%%', 'rate-not-a-number'],
    ['x1%', 'rate-not-a-number'],
    ['.5%', 'rate-not-a-number'],
    ['0.00000001%', 'rate-too-precise'],
    ['0.0000000001', 'rate-too-precise'],
    ['1000.1%', 'rate-too-large'],
  ])('%s is refused', (text, kind) => expect(parseRate(text)).toEqual({ ok: false, refusal: { kind, text } }))

  it('one in the code that is wrong is a fault', () => {
    expect(() => rate('much')).toThrow('much')
    expect(rate('0.05%')).toBe(500_000)
  })
  it.each(['0%', '0.05%', '8.8%', '100%', '0.0000001%', '18.25%'])('%s is written as it was read', (text) =>
    expect(percentText(rate(text))).toBe(text),
  )
})

describe('applied', () => {
  it('multiplies before it divides, and rounds once as named', () => {
    const half = fen(1000)
    expect([
      applyRate(half, rate('0.05%'), 'halfUp'),
      applyRate(half, rate('0.05%'), 'halfEven'),
      applyRate(half, rate('0.05%'), 'down'),
    ]).toEqual([1, 0, 0])
    expect(applyRate(fen(12_345), rate('0.05%'), 'halfUp', 33)).toBe(204)
    expect(applyRate(fen(100_000), rate('24%'), 'halfUp', 1, 12)).toBe(2000)
  })
  it('is exact beyond the range of doubles', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: Math.floor(MAX_FEN / 40) }),
        fc.nat({ max: RATE_SCALE }),
        fc.integer({ min: 1, max: 40 }),
        (amount, scaled, days) => {
          const exact = (BigInt(amount) * BigInt(scaled) * BigInt(days)) / BigInt(RATE_SCALE)
          expect(BigInt(applyRate(fen(amount), scaled as Rate, 'down', days))).toBe(exact)
        },
      ),
      runs(100),
    )
  })
})

describe('division', () => {
  it.each([
    [5, 2, 3, 2, 2],
    [7, 2, 4, 4, 3],
    [-5, 2, -3, -2, -2],
    [-7, 2, -4, -4, -3],
    [5, -2, -3, -2, -2],
    [1, 3, 0, 0, 0],
    [2, 3, 1, 1, 0],
    [-2, 3, -1, -1, 0],
    [6, 3, 2, 2, 2],
    [0, 3, 0, 0, 0],
  ])('%i ÷ %i', (numerator, denominator, halfUp, halfEven, down) => {
    const all = (a: number | bigint, b: number | bigint) =>
      [divide(a, b, 'halfUp'), divide(a, b, 'halfEven'), divide(a, b, 'down')].map((value) => value + 0)
    expect(all(numerator, denominator)).toEqual([halfUp, halfEven, down])
    expect(all(BigInt(numerator), BigInt(denominator))).toEqual([halfUp, halfEven, down])
  })
  it('says when a result does not fit', () => {
    expect(() => divide(10n ** 30n, 1n, 'down')).toThrow('does not fit')
  })
  it('agrees with itself on both paths', () => {
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.constantFrom('halfUp', 'halfEven', 'down'),
        (a, b, rounding) => {
          expect(divide(a, b, rounding as 'down') + 0).toBe(divide(BigInt(a), BigInt(b), rounding as 'down') + 0)
        },
      ),
      runs(100),
    )
  })
})

describe('a product', () => {
  it.each([
    [3, 5, 15],
    [MAX_FEN, 1, MAX_FEN],
    [MAX_FEN, 2, 18014398509481982n],
    [18014398509481982n, 500_000, 9007199254740991000000n],
    [2n, 3, 6n],
  ])('%s × %s is %s, exact at any size', (a, b, product) => {
    expect(multiply(a, b)).toBe(product)
  })
})
