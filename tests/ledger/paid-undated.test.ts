import { describe, expect, it } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { COLUMNS, ROWS } from '#shared/ledger/cells.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import { explainOwed } from '#shared/ledger/explain/explain-owed.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { account, bill, ledger, repay, yuan } from './facts.ts'

/** A bill entered as paid without a day was paid in time, at the latest on its due day: interest is counted through it. */

const huabei = account('huabei')

/** 1,000.00 of May, 100.00 paid: 900.00 roll from 11 May, 9.45 of interest stand in the June bill; due day 10. */
const withJune = (...june: Entry[]) =>
  ledger('2026-07-20', [huabei], [bill('2026-05', '1000'), repay('2026-05-09', '100'), ...june])

const undated = (paid: string) => withJune(bill('2026-06', '909.45', { paid: yuan(paid) }))
const dated = (paid: string, on: string) => withJune(bill('2026-06', '909.45'), repay(on, paid, { month: '2026-06' }))

function cells(facts: ReturnType<typeof withJune>, on: string): string {
  const { cells } = owedOn(facts, day(on)).accounts[0]!
  return ROWS.flatMap((row) =>
    COLUMNS.flatMap((column) => (cells[row][column] === 0 ? [] : [`${row}.${column} ${yuanText(cells[row][column])}`])),
  ).join(', ')
}

describe('a bill with interest that is entered as paid without a day', () => {
  it('in full: 10 days × 0.45 of June come after it, as had it been paid on the due day', () => {
    expect(cells(undated('909.45'), '2026-06-20')).toBe('next.interest 4.50')
    expect(cells(dated('909.45', '2026-06-10'), '2026-06-20')).toBe('next.interest 4.50')
    expect(cells(dated('909.45', '2026-06-03'), '2026-06-20')).toBe('next.interest 1.35')
  })

  it('on no day after it is less owed than had it been paid on the due day, whatever was paid', () => {
    for (const paid of ['909.45', '500', '95.10', '9.45', '3']) {
      for (const on of ['2026-06-11', '2026-06-20', '2026-07-01', '2026-07-20']) {
        expect([paid, on, cells(undated(paid), on)]).toEqual([paid, on, cells(dated(paid, '2026-06-10'), on)])
      }
    }
  })

  it('the interest is an estimate, and says that no day was given', () => {
    const { amount, certainty, lines } = explainOwed(undated('909.45'), 'owed:huabei@2026-06-20')!
    const stretches = lines.flatMap((line) => line.lines).map((line) => [line.rule, line.values])
    expect([yuanText(amount), certainty, stretches]).toEqual([
      '4.50',
      'assumed',
      [
        ['interest-stretch', { from: '2026-06-01', through: '2026-06-01', days: 1, balance: '900.00', rate: '0.05%' }],
        [
          'interest-stretch-undated',
          { from: '2026-06-02', through: '2026-06-10', days: 9, balance: '900.00', rate: '0.05%' },
        ],
      ],
    ])
  })
})
