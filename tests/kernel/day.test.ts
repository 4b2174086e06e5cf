import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  civil,
  type Day,
  day,
  dayInMonth,
  dayOf,
  daysInMonth,
  dayText,
  FIRST_DAY,
  firstOf,
  LAST_DAY,
  maxDay,
  minDay,
  month,
  monthNumber,
  monthOf,
  monthText,
  parseDay,
  parseMonth,
  weekday,
} from '#shared/kernel/day.ts'
import { runs } from '../runs.ts'

const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY }).map((value) => value as Day)
const temporal = (value: Day): Temporal.PlainDate => Temporal.PlainDate.from('1970-01-01').add({ days: value })

describe('days are calendar dates', () => {
  it('as Temporal counts them', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (value, months) => {
        const expected = temporal(value)
        expect(dayText(value)).toBe(expected.toString())
        expect(civil(value)).toEqual({ year: expected.year, month: expected.month, day: expected.day })
        expect(dayOf(expected.year, expected.month, expected.day)).toBe(value)
        expect(weekday(value)).toBe(expected.dayOfWeek % 7)
        expect(daysInMonth(monthOf(value))).toBe(expected.daysInMonth)
        const moved = expected.toPlainYearMonth().add({ months })
        expect(monthText(addMonths(monthOf(value), months))).toBe(moved.toString())
        expect(dayText(dayInMonth(addMonths(monthOf(value), months), expected.day))).toBe(
          expected.add({ months }).toString(),
        )
      }),
      runs(100),
    )
  })
  it('31 January and a month is the end of February, never 3 March', () => {
    expect([dayText(dayInMonth(month('2026-02'), 31)), dayText(dayInMonth(month('2024-02'), 31))]).toEqual([
      '2026-02-28',
      '2024-02-29',
    ])
  })
  it('first, earlier, later, moved', () => {
    const [a, b] = [day('2026-07-05'), day('2026-07-10')]
    expect([minDay(a, b), minDay(b, a), maxDay(a, b), maxDay(b, a), addDays(a, 5), firstOf(month('2026-07'))]).toEqual([
      a,
      a,
      b,
      b,
      b,
      a - 4,
    ])
    expect(monthNumber(2026, 7)).toBe(month('2026-07'))
  })
})

describe('days from text', () => {
  it.each([
    ['2026-7-5', 'date-not-readable'],
    ['2026-07-05T00:00', 'date-not-readable'],
    ['x2026-07-05', 'date-not-readable'],
    ['', 'date-not-readable'],
    ['2026-02-30', 'date-does-not-exist'],
    ['2026-02-29', 'date-does-not-exist'],
    ['2026-13-01', 'date-does-not-exist'],
    ['2026-00-01', 'date-does-not-exist'],
    ['2026-01-00', 'date-does-not-exist'],
    ['1899-12-31', 'date-out-of-range'],
    ['2200-01-01', 'date-out-of-range'],
  ])('%s is refused', (text, kind) => expect(parseDay(text)).toEqual({ ok: false, refusal: { kind, text } }))

  it('the first and the last day', () => {
    expect([
      parseDay('1900-01-01'),
      parseDay('2199-12-31'),
      parseDay('2024-02-29').ok,
      parseDay('2026-12-31').ok,
    ]).toEqual([{ ok: true, value: FIRST_DAY }, { ok: true, value: LAST_DAY }, true, true])
  })
  it('months', () => {
    expect(parseMonth('2026-07')).toEqual({ ok: true, value: 2026 * 12 + 6 })
    expect(parseMonth('2026-13')).toEqual({ ok: false, refusal: { kind: 'month-not-readable', text: '2026-13' } })
    for (const text of ['2026-07-01', '2026-7', 'x2026-07', ''])
      expect(parseMonth(text)).toEqual({ ok: false, refusal: { kind: 'month-not-readable', text } })
  })
  it('one in the code that is wrong is a fault', () => {
    expect(() => day('someday')).toThrow('someday')
    expect(() => month('some month')).toThrow('some month')
  })
})
