import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen, MAX_FEN, maxFen, minFen, parseYuan, sumFen, yuanText } from '#shared/kernel/money.ts'
import { runs } from '../runs.ts'

const read = (text: string): number | string => {
  const outcome = parseYuan(text)
  return outcome.ok ? outcome.value : outcome.refusal.kind
}

describe('amounts from text', () => {
  it.each([
    ['1280', 128_000],
    ['1,280.00', 128_000],
    ['1,234,567.89', 123_456_789],
    ['12,345.00', 1_234_500],
    ['123,456', 12_345_600],
    ['￥1280', 128_000],
    ['¥1,280.5', 128_050],
    ['-¥3.20', -320],
    ['−3.2', -320],
    ['+3.2', 320],
    ['１２．５０', 1250],
    ['1，280。5', 128_050],
    ['12元', 1200],
    ['.5', 50],
    ['5.', 500],
    [' 1 280 ', 128_000],
    ['\ufeff7\u00a0', 700],
    ['0', 0],
    ['-0', 0],
    ['90071992547409.91', MAX_FEN],
  ])('%s', (text, amount) => expect(read(text)).toBe(amount))

  it.each([
    ['', 'amount-empty'],
    ['  ', 'amount-empty'],
    ['¥', 'amount-empty'],
    ['1.234', 'amount-too-many-decimals'],
    ['1e5', 'amount-has-exponent'],
    ['2.02E+27', 'amount-has-exponent'],
    ['twelve', 'amount-not-a-number'],
    ['1,28', 'amount-not-a-number'],
    ['12,34,567', 'amount-not-a-number'],
    ['1.2.3', 'amount-not-a-number'],
    ['.', 'amount-not-a-number'],
    ['-', 'amount-not-a-number'],
    ['--1', 'amount-not-a-number'],
    ['1-', 'amount-not-a-number'],
    ['x1', 'amount-not-a-number'],
    ['1x', 'amount-not-a-number'],
    ['元', 'amount-empty'],
    ['1元2', 'amount-not-a-number'],
    ['1¥2', 'amount-not-a-number'],
    ['90071992547409.92', 'amount-too-large'],
  ])('%s is refused', (text, kind) => expect(read(text)).toBe(kind))

  it('a refusal says what stood there', () => {
    expect(parseYuan('1.234')).toEqual({ ok: false, refusal: { kind: 'amount-too-many-decimals', text: '1.234' } })
  })
})

describe('amounts to text', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [99, '0.99'],
    [100, '1.00'],
    [-123_456, '-1234.56'],
    [MAX_FEN, '90071992547409.91'],
  ])('%i', (amount, text) => expect(yuanText(fen(amount))).toBe(text))

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (amount) => {
        expect(read(yuanText(fen(amount)))).toBe(amount)
      }),
      runs(100),
    )
  })
})

describe('arithmetic', () => {
  it('takes whole, exact fen only', () => {
    for (const value of [0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER + 1])
      expect(() => fen(value)).toThrow(String(value))
    expect(Object.is(fen(-0), 0)).toBe(true)
  })
  it('sums, smaller, larger', () => {
    expect([
      sumFen([]),
      sumFen([fen(1), fen(-3)]),
      minFen(fen(1), fen(2)),
      minFen(fen(2), fen(1)),
      maxFen(fen(1), fen(2)),
      maxFen(fen(2), fen(1)),
    ]).toEqual([0, -2, 1, 1, 2, 2])
  })
})
