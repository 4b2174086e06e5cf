import { describe, expect, it } from 'vitest'
import { dayText } from '#shared/kernel/day.ts'
import { dayAt, minuteAt, momentText } from '#shared/kernel/moment.ts'

const at = (iso: string): number => Date.parse(iso)

describe('a moment', () => {
  it.each([
    ['2026-07-04T15:59:59.999Z', '2026-07-04 23:59', 1439],
    ['2026-07-04T16:00:00Z', '2026-07-05 00:00', 0],
    ['2026-12-31T16:00:00Z', '2027-01-01 00:00', 0],
    ['2024-02-28T17:05:00Z', '2024-02-29 01:05', 65],
    ['1969-12-31T15:59:00Z', '1969-12-31 23:59', 1439],
  ])('%s is %s in Shanghai', (iso, text, minute) => {
    expect([momentText(at(iso)), dayText(dayAt(at(iso))), minuteAt(at(iso))]).toEqual([text, text.slice(0, 10), minute])
  })

  it('beyond what a date can hold, as a damaged file may say, is no fault', () => {
    expect(() => momentText(Number.MAX_SAFE_INTEGER)).not.toThrow()
  })
})
