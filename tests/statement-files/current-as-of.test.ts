import { describe, expect, test } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import { currentAsOf, type StatementCover } from '#shared/statement-files/current-as-of.ts'

const whole: StatementCover = {
  format: 'alipay-app-v3b',
  to: day('2026-07-05'),
  exportedOn: day('2026-07-06'),
  onlyTypes: null,
  announcedRows: 79,
  fileRows: 79,
  rejected: 0,
}

describe('a statement makes the ledger current', () => {
  test.each([
    ['up to the last day it covers', {}, '2026-07-05'],
    ['never beyond the day it was made', { to: day('2026-12-31') }, '2026-07-06'],
    ['up to the day it was made, where it names no days', { to: null }, '2026-07-06'],
    ['up to its last day, where it does not say when it was made', { exportedOn: null }, '2026-07-05'],
    ['also where it announces no count', { announcedRows: null }, '2026-07-05'],
  ])('%s', (_, values, on) => {
    expect(currentAsOf({ ...whole, ...values })).toBe(day(on))
  })

  test.each([
    ['it names no day at all', { to: null, exportedOn: null }],
    ['it holds some kinds of rows only', { onlyTypes: '支出' }],
    ['it was cut: a row is missing', { fileRows: 78 }],
    ['it was pasted together: it has more rows than it says', { fileRows: 80 }],
    ['a row could not be read', { rejected: 1 }],
    ['it is not of Alipay', { format: 'wechat-2025' }],
  ])('but not where %s', (_, values) => {
    expect(currentAsOf({ ...whole, ...values })).toBe(null)
  })
})
