import { describe, expect, it } from 'vitest'
import { type Day, day, month } from '#shared/kernel/day.ts'
import type { Account } from '#shared/ledger/account.ts'
import { openBooks } from '#shared/ledger/book/ledger-book.ts'
import type { Deferral, Entry } from '#shared/ledger/entry.ts'
import type { Plan } from '#shared/outlook/plan.ts'
import { notesOf } from '#shared/outlook/projection/notes.ts'
import { account, bill, ledger, purchase, repay, yuan } from '../ledger/facts.ts'
import { plan } from './oracle-plans.ts'

/** What a plan of 5 July leaves out or takes as given, said beside it (engine.md 9). */

const TODAY = '2026-07-05'
type Given = { accounts?: Account[]; entries?: Entry[]; by?: Partial<Plan>; from?: string; start?: Day }
function said({ accounts = [], entries = [], by = {}, from = TODAY, start = day(TODAY) }: Given): string[] {
  const of = ledger(TODAY, accounts, entries)
  return notesOf(of, openBooks(of, start), plan(by, day(from))).map(({ code, values }) =>
    [code, ...Object.entries(values).map(([name, value]) => `${name}=${value}`)].join(' '),
  )
}
const friend = (balanceOn: string): Account =>
  account('other', {
    ...{ id: 'friend', name: '小王' },
    otherDebt: { balance: yuan('5'), balanceOn: day(balanceOn), interest: { model: 'none' } },
  })
const spending = (id: string, through = '2026-09') => ({
  newSpending: [{ account: id, monthly: yuan('12'), through: month(through) }],
})
const deferral = (on: string): Deferral =>
  ({
    ...{ kind: 'deferral', id: 'd', label: '', orderNo: null, note: '', account: 'huabei', month: month('2026-07') },
    ...{ amount: yuan('5'), on: day(on) },
  }) as Deferral

const CASES: [string, Given, string[]][] = [
  ['a plan of today says nothing', {}, []],
  ['one from before starts today', { from: '2026-07-04' }, ['plan-starts-today from=2026-07-04']],
  ['one of tomorrow starts then', { from: '2026-07-06' }, ['plan-starts-later from=2026-07-06']],
  [
    'a balance of yesterday is old',
    { accounts: [friend('2026-07-04')] },
    ['plan-balance-old account=小王 on=2026-07-04'],
  ],
  ['one of today is not', { accounts: [friend('2026-07-05')] }, []],
  [
    'purchases that await their receipt, as one sum for each account',
    {
      accounts: [account('huabei', { name: '花呗' }), account('credit-purchase', { id: 'js' })],
      entries: [
        purchase('2026-07-01', '3', { postedOn: null }),
        purchase('2026-07-02', '4.50', { postedOn: null }),
        purchase('2026-07-02', '9'),
      ],
    },
    ['plan-awaiting-left-out account=花呗 amount=7.50'],
  ],
  [
    'new spending on a loan: there is none',
    {
      accounts: [account('borrow', { name: '借呗' }), account('credit-loan', { name: '信用贷' })],
      by: spending('borrow'),
    },
    ['plan-no-spending-on-loans account=借呗'],
  ],
  ['on Huabei there is', { accounts: [account('huabei'), account('borrow')], by: spending('huabei') }, []],
  [
    'what is over before the start: the day before and the month before, not the day and the month themselves',
    {
      accounts: [account('huabei')],
      by: {
        lumps: [
          { on: day('2026-07-04'), amount: yuan('1') },
          { on: day('2026-07-05'), amount: yuan('2') },
        ],
        recurring: [
          { from: month('2026-05'), through: month('2026-06'), amount: yuan('3') },
          { from: month('2026-05'), through: month('2026-07'), amount: yuan('4') },
        ],
        newSpending: [
          { account: 'huabei', monthly: yuan('5'), through: month('2026-06') },
          { account: 'huabei', monthly: yuan('6'), through: month('2026-07') },
        ],
      },
    },
    [
      'plan-lump-over on=2026-07-04 amount=1.00',
      'plan-recurring-over through=2026-06 amount=3.00',
      'plan-spending-over through=2026-06 amount=5.00',
    ],
  ],
]

it.each(CASES)('%s', (_name, given, expected) => {
  expect(said(given)).toEqual(expected)
})

describe('a fact of the day after the start is left out, with the day through which facts count', () => {
  const huabei = account('huabei')
  it.each<[string, Entry, string[]]>([
    ['a repayment of the day', repay('2026-07-05', '1'), []],
    ['one of the day after', repay('2026-07-06', '1'), ['plan-later-facts-left-out on=2026-07-05']],
    ['a deferral of the day', deferral('2026-07-05'), []],
    ['one of the day after', deferral('2026-07-06'), ['plan-later-facts-left-out on=2026-07-05']],
    ['a bill that is issued', bill('2026-07', '9'), []],
    ['the next one', bill('2026-08', '9'), ['plan-later-facts-left-out on=2026-07-05']],
    ['a bill of an account that is not there', bill('2026-08', '9', { account: 'gone' }), []],
  ])('%s', (_name, entry, expected) => {
    expect(said({ accounts: [huabei], entries: [bill('2026-06', '10'), entry] })).toEqual(expected)
  })
  it('one of many is enough, and is said once', () => {
    const entries = [repay('2026-07-06', '1'), repay('2026-07-07', '1'), repay('2026-07-05', '1')]
    expect(said({ accounts: [huabei], entries })).toEqual(['plan-later-facts-left-out on=2026-07-05'])
  })
  it('of a plan that starts later it is the day of that start', () => {
    const of = { accounts: [huabei], entries: [repay('2026-07-06', '1')] }
    expect(said({ ...of, from: '2026-07-06', start: day('2026-07-06') })).toEqual(['plan-starts-later from=2026-07-06'])
  })
})
