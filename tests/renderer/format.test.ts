import { describe, expect, test } from 'vitest'
import { day, month } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import {
  amountText,
  countText,
  dayInWords,
  dayShort,
  dayWithYear,
  distanceText,
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
  })
})

test('a text chooses its form by the number and takes values of any kind', () => {
  const words = dictionary({ left: '差{n}件事' }, { left: '{n} {n|thing|things} left' })
  expect([1, 3].map((n) => sayIn(words, 'en')('left', { n }))).toEqual(['1 thing left', '3 things left'])
  expect(sayIn(words, 'zh-CN')('left', { n: 1 })).toBe('差1件事')
  expect(sayIn(words, 'zh-CN').rich('left', { n: 3 })).toEqual(['差', 3, '件事'])
})
