import { describe, expect, it } from 'vitest'
import { addDays, type Day, parseDay } from '#shared/kernel/day.ts'
import { isQuiet, type Reminder, remindersDue } from '#shared/outlook/reminders.ts'

const today = (() => {
  const parsed = parseDay('2026-07-09')
  if (!parsed.ok) throw new Error('today')
  return parsed.value
})()
const reminder = (key: string, on: Day, from: number): Reminder => ({
  key,
  what: 'due',
  on,
  from,
  account: 'huabei',
  month: null,
  amount: null,
  text: '',
})
const at = (hour: number) => ({ day: today, minute: hour * 60 })
const NIGHT = { from: 22, until: 8 }

describe('a reminder', () => {
  const all = [
    reminder('morning', today, 540),
    reminder('evening', today, 1140),
    reminder('later', addDays(today, 1), 540),
  ]
  it.each([
    ['before its hour', 8, NIGHT, []],
    ['in the morning', 9, NIGHT, ['morning']],
    ['in the evening, with what was missed', 19, NIGHT, ['morning', 'evening']],
    ['in quiet hours', 22, NIGHT, []],
    ['without quiet hours', 23, { from: 0, until: 0 }, ['morning', 'evening']],
  ] as const)('%s', (_when, hour, quiet, expected) => {
    expect(remindersDue(all, at(hour), { quiet, shown: new Set() }).map(({ key }) => key)).toEqual(expected)
  })

  // Without it, whoever wants quiet from 18:00 would never hear that money is taken the next morning.
  it.each([
    ['an hour before quiet hours that last through the night', 17, { from: 18, until: 8 }, ['morning', 'evening']],
    ['not before that', 16, { from: 18, until: 8 }, ['morning']],
    ['in the only hours that are left', 8, { from: 9, until: 8 }, ['morning', 'evening']],
    ['when they begin at its very hour', 18, { from: 19, until: 7 }, ['morning', 'evening']],
    ['after quiet hours that end the same day, what came in them', 15, { from: 8, until: 15 }, ['morning']],
    ['after them, in the evening', 21, { from: 18, until: 21 }, ['morning', 'evening']],
    ['not before quiet hours that end the same day', 17, { from: 18, until: 21 }, ['morning']],
  ] as const)('of an hour that is quiet: %s', (_when, hour, quiet, expected) => {
    expect(remindersDue(all, at(hour), { quiet, shown: new Set() }).map(({ key }) => key)).toEqual(expected)
  })

  it('is shown once', () => {
    expect(remindersDue(all, at(20), { quiet: NIGHT, shown: new Set(['morning', 'evening']) })).toEqual([])
  })
})

it('quiet hours run over midnight or within a day', () => {
  const quiet = (hours: { readonly from: number; readonly until: number }) =>
    [0, 7, 8, 13, 21, 22].filter((hour) => isQuiet(hour * 60, hours))
  expect([quiet(NIGHT), quiet({ from: 8, until: 14 }), quiet({ from: 8, until: 8 })]).toEqual([[0, 7, 22], [8, 13], []])
})
