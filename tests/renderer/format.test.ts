import { describe, expect, test } from 'vitest'
import { countText, fill } from '#shared/contract/texts/text.ts'
import { day, month } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import {
  amountText,
  axisText,
  dayInWords,
  dayNear,
  dayShort,
  dayShortNear,
  dayWithYear,
  distanceText,
  instantParts,
  monthInWords,
  weekdayLong,
  weekdayShort,
} from '../../renderer/i18n/format.ts'
import { dictionary, sayIn } from '../../renderer/i18n/words.ts'

test('amounts have two decimals, commas and a true minus', () => {
  const amounts = [0, 5, 100, 123456, 2456693, -146470, 900719925474099].map((value) => amountText(fen(value)))
  expect(amounts).toEqual(['0.00', '0.05', '1.00', '1,234.56', '24,566.93', '−1,464.70', '9,007,199,254,740.99'])
  expect([7, 1000, 100000].map(countText)).toEqual(['7', '1,000', '100,000'])
})

test('large amounts on an axis are counted in what the language counts them in', () => {
  const axis = (language: 'zh-CN' | 'en') =>
    [
      [2500, 7500],
      [10_000, 30_000],
      [25_000, 75_000],
      [20_000_000, 30_000_000],
      [2_500_000_000, 7_500_000_000],
      [0, 30_000],
    ].map(([yuan, top]) => axisText(yuan!, top!, language))
  expect(axis('zh-CN')).toEqual(['2,500', '1万', '2.5万', '2000万', '25亿', '0'])
  expect(axis('en')).toEqual(['2,500', '10k', '25k', '20M', '2500M', '0'])
})

describe('days and months as they are read', () => {
  const friday = day('2026-07-10')
  test('in Chinese', () => {
    expect([
      dayInWords(friday, 'zh-CN'),
      dayWithYear(friday, 'zh-CN'),
      weekdayShort(friday, 'zh-CN'),
      weekdayLong(friday, 'zh-CN'),
      monthInWords(month('2026-07'), 'zh-CN'),
    ]).toEqual(['7月10日', '2026年7月10日', '周五', '星期五', '2026年07月'])
  })
  test('in English', () => {
    expect([
      dayInWords(friday, 'en'),
      dayShort(friday, 'en'),
      dayWithYear(friday, 'en'),
      weekdayShort(friday, 'en'),
      weekdayLong(friday, 'en'),
      monthInWords(month('2026-07'), 'en'),
    ]).toEqual(['10 July', '10 Jul', '10 July 2026', 'Fri', 'Friday', 'July 2026'])
  })
  test('with their distance from today', () => {
    const today = day('2026-07-05')
    const far = (text: string) => [distanceText(day(text), today, 'zh-CN'), distanceText(day(text), today, 'en')]
    expect(far('2026-07-10')).toEqual(['还有5天', 'in 5 days'])
    expect(far('2026-07-05')).toEqual(['今天', 'today'])
    expect(far('2026-07-04')).toEqual(['1天前', '1 day ago'])
    expect(far('2042-07-31')).toEqual(['还有5,870天', 'in 5,870 days'])
    expect(far('2010-06-09')).toEqual(['5,870天前', '5,870 days ago'])
  })
})

test('days in a sentence are read in thousands, as they are elsewhere', () => {
  const overdue = (days: number) => fill('{days} {days|day|days} overdue', { days })
  expect([1, 999, 5870].map(overdue)).toEqual(['1 day overdue', '999 days overdue', '5,870 days overdue'])
  expect(fill('{n} {n|day|days} of {year}', { n: 1000, year: 2026 })).toBe('1,000 days of 2026')
})

test('a day of another year says its year', () => {
  const today = day('2026-11-24')
  const near = (text: string) =>
    (['zh-CN', 'en'] as const).flatMap((language) => [
      dayNear(day(text), today, language),
      dayShortNear(day(text), today, language),
    ])
  expect(near('2026-12-31')).toEqual(['12月31日', '12月31日', '31 December', '31 Dec'])
  expect(near('2027-01-01')).toEqual(['2027年1月1日', '2027年1月1日', '1 January 2027', '1 Jan 2027'])
  expect(near('2025-12-31')).toEqual(['2025年12月31日', '2025年12月31日', '31 December 2025', '31 Dec 2025'])
})

test('an instant is read on the clock of Shanghai, wherever the computer stands', () => {
  expect(instantParts(Date.UTC(2026, 6, 4, 16, 12))).toEqual({ date: '2026-07-05', time: '00:12' })
  expect(instantParts(Date.UTC(2026, 6, 5, 15, 59))).toEqual({ date: '2026-07-05', time: '23:59' })
})

test('a text chooses its form by the number and takes values of any kind', () => {
  const words = dictionary({ left: '差{n}件事' }, { left: '{n} {n|thing|things} left' })
  expect([1, 3].map((n) => sayIn(words, 'en')('left', { n }))).toEqual(['1 thing left', '3 things left'])
  expect(sayIn(words, 'zh-CN')('left', { n: 1 })).toBe('差1件事')
  expect(sayIn(words, 'zh-CN').rich('left', { n: 3 })).toEqual(['差', 3, '件事'])
})
