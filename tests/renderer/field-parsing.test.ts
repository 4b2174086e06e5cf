import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, dayText, monthText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import {
  hasArithmetic,
  type Leaning,
  parseDayField,
  parseMoneyField,
  parseMonthField,
} from '../../renderer/components/field-parsing.ts'
import { runs } from '../runs.ts'

const money = (text: string) => {
  const outcome = parseMoneyField(text)
  return outcome.ok ? yuanText(outcome.value) : outcome.refusal.kind
}

describe('an amount field', () => {
  test.each([
    ['1280', '1280.00'],
    ['1,280.5', '1280.50'],
    ['￥１２８０．５０', '1280.50'],
    ['12。5', '12.50'],
    ['1，280.00元', '1280.00'],
    ['12.5+3*4', '24.50'],
    ['１２．５＋３＊４', '24.50'],
    ['1,280+66.5', '1346.50'],
    ['100-0.01', '99.99'],
    ['100−0.01', '99.99'],
    ['(30+20)/2', '25.00'],
    ['（30+20）÷2', '25.00'],
    ['100/3*3', '100.00'],
    ['2*-5', '-10.00'],
    ['0.1+0.2', '0.30'],
  ])('%s is %s', (text, yuan) => {
    expect(money(text)).toBe(yuan)
  })

  test.each([
    ['', 'amount-empty'],
    ['abc', 'amount-not-a-number'],
    ['300.005', 'amount-too-many-decimals'],
    ['100/3', 'amount-too-many-decimals'],
    ['1.005+1', 'amount-too-many-decimals'],
    ['1/0', 'amount-not-a-number'],
    ['12+', 'amount-not-a-number'],
    ['(1+2', 'amount-not-a-number'],
    ['1+2)', 'amount-not-a-number'],
    ['1 2 + x', 'amount-not-a-number'],
    ['9e3', 'amount-has-exponent'],
    ['90071992547409.92*10', 'amount-too-large'],
  ])('%s is refused: %s', (text, kind) => {
    expect(money(text)).toBe(kind)
  })

  test('a sum of amounts is exact, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99_999_999 }), { minLength: 2, maxLength: 12 }), (all) => {
        const text = all.map((one) => `${Math.floor(one / 100)}.${String(one % 100).padStart(2, '0')}`).join('+')
        const sum = all.reduce((a, b) => a + b, 0)
        expect(parseMoneyField(text)).toEqual({ ok: true, value: sum })
      }),
      runs(100),
    )
  })

  test('only a sum shows its result', () => {
    expect(['12.5+3', '2*3', '5-1', '(2)'].map(hasArithmetic)).toEqual([true, true, true, true])
    expect(['12.5', '-3', '1,280', '￥12'].map(hasArithmetic)).toEqual([false, false, false, false])
  })
})

const TODAY = day('2026-07-05')
const typedDay = (text: string, leaning?: Leaning) => {
  const outcome = parseDayField(text, TODAY, leaning)
  return outcome.ok ? dayText(outcome.value) : outcome.refusal.kind
}

describe('a day field on 2026-07-05', () => {
  test.each([
    ['2026-07-10', '2026-07-10'],
    ['2026/7/1', '2026-07-01'],
    ['2026年7月1日', '2026-07-01'],
    ['20260701', '2026-07-01'],
    ['２０２６－０７－０１', '2026-07-01'],
    ['7-10', '2026-07-10'],
    ['12-30', '2025-12-30', 'past'],
    ['3月10日', '2026-03-10'],
    ['三月十日', '2026-03-10'],
    ['七月三日', '2026-07-03'],
    ['7月3日', '2026-07-03'],
    ['十二月二十五号', '2025-12-25', 'past'],
    ['二〇二六年十一月廿八日', '2026-11-28'],
    ['二十号', '2026-07-20', 'future'],
    ['10', '2026-07-10'],
    ['10号', '2026-07-10'],
    ['10', '2026-06-10', 'past'],
    ['1', '2026-08-01', 'future'],
    // June has none; the one of July is closer than the one of May.
    ['31', '2026-07-31'],
    ['明天', '2026-07-06'],
    ['昨天', '2026-07-04'],
    ['Tomorrow', '2026-07-06'],
    ['Mar 10', '2026-03-10'],
    ['10 March', '2026-03-10'],
    ['10th of March, 2025', '2025-03-10'],
    ['March 10th, 2027', '2027-03-10'],
    ['1-Sept-2026', '2026-09-01'],
    ['Dec. 30', '2025-12-30', 'past'],
    ['３１ ＤＥＣ', '2026-12-31', 'future'],
    ['+3', '2026-07-08'],
    ['-2', '2026-07-03'],
  ] as const)('%s', (text, expected, leaning: Leaning = 'near') => {
    expect(typedDay(text, leaning)).toBe(expected)
  })

  test.each([
    ['', 'field-missing'],
    ['someday', 'date-not-readable'],
    ['10 Ma', 'date-not-readable'],
    ['10 Smarch', 'date-not-readable'],
    ['March', 'date-not-readable'],
    ['30 Feb', 'date-does-not-exist'],
    ['七月', 'date-not-readable'],
    ['三百日', 'date-not-readable'],
    ['2026-02-30', 'date-does-not-exist'],
    ['13-1', 'date-does-not-exist'],
    ['32', 'date-does-not-exist'],
    ['0', 'date-does-not-exist'],
    ['1850-01-01', 'date-out-of-range'],
  ])('%s is refused: %s', (text, kind) => {
    expect(typedDay(text)).toBe(kind)
  })
})

describe('a month field on 2026-07-05', () => {
  test.each([
    ['2026-07', '2026-07'],
    ['2026年07月账单', '2026-07'],
    ['202607', '2026-07'],
    ['7', '2026-07'],
    ['8', '2026-08'],
    ['9', '2025-09'],
    ['12月', '2025-12'],
    ['六月', '2026-06'],
    ['二〇二六年七月', '2026-07'],
    ['十二月份账单', '2025-12'],
    ['July', '2026-07'],
    ['sep', '2025-09'],
    ['Mar 2024', '2024-03'],
    ['2024 March', '2024-03'],
    ['2024 March 2025', 'month-not-readable'],
    ['一月二', 'month-not-readable'],
    ['１', '2026-01'],
    ['13', 'month-not-readable'],
    ['', 'field-missing'],
    ['x', 'month-not-readable'],
  ])('%s is %s', (text, expected) => {
    const outcome = parseMonthField(text, TODAY)
    expect(outcome.ok ? monthText(outcome.value) : outcome.refusal.kind).toBe(expected)
  })
})
