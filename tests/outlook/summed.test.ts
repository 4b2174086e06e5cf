import { describe, expect, it } from 'vitest'
import { type Day, day } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import type { DayPosting, Ledger } from '#shared/ledger/ledger.ts'
import { afterClosing } from '#shared/outlook/closure/after-closing.ts'
import { closureOf } from '#shared/outlook/closure/closure-of.ts'
import { planProgress } from '#shared/outlook/projection/plan-progress.ts'
import { project } from '#shared/outlook/projection/project.ts'
import { account, bill, ledger, loan, purchase, refund, repay, yuan } from '../ledger/facts.ts'
import { requirementsTold, risksTold, stepsTold } from './closing-told.ts'
import { plan } from './oracle-plans.ts'

/** The store adds up the purchases and refunds of a day: what is told of them is the same as of each alone (engine.md 11). */

const posting = (what: DayPosting['what'], of: string, on: string, amount: string): DayPosting => ({
  ...{ account: of, what, on: day(on), purchasePostedOn: null, amount: yuan(amount), count: 1, assumed: 0 },
})

/** On 20 July: bought before and after the plan began, and given back; another account beside it. */
const accounts = [account('huabei', { upgradedOn: day('2025-03-05') }), account('credit-purchase', { id: 'js' })]
const rest: Entry[] = [repay('2026-07-09', '200'), bill('2026-05', '0'), bill('2026-06', '0')]
const one = (today: string, entries: Entry[], postings: DayPosting[] = []): Ledger => ({
  ...ledger(today, accounts, [...rest, ...entries]),
  postings,
  recordsCurrentOn: day(today),
})
const SINGLE: Entry[] = [
  purchase('2026-06-05', '200'),
  purchase('2026-07-02', '31'),
  purchase('2026-07-03', '32'),
  purchase('2026-07-19', '33'),
  refund('2026-07-20', '4', null),
  purchase('2026-07-12', '70', { account: 'js' }),
  purchase('2026-07-13', '71', { account: 'js' }),
]
const SUMS: DayPosting[] = [
  posting('purchase', 'huabei', '2026-06-05', '200'),
  posting('purchase', 'huabei', '2026-07-02', '31'),
  posting('purchase', 'huabei', '2026-07-03', '32'),
  posting('purchase', 'huabei', '2026-07-19', '33'),
  posting('refund', 'huabei', '2026-07-20', '4'),
  posting('purchase', 'js', '2026-07-12', '70'),
  posting('purchase', 'js', '2026-07-13', '71'),
]
const both = (today: string): readonly [Ledger, Ledger] => [one(today, SINGLE), one(today, [], SUMS)]

describe('one by one or as a sum of the day', () => {
  it.each(['credit-purchase', 'huabei'] as const)('%s: the same is open, the same way leads there', (target) => {
    const [single, summed] = both('2026-07-20').map((of) => {
      const closure = closureOf(of, target)
      return [...requirementsTold(closure), ...stepsTold(closure), ...risksTold(closure)]
    })
    expect(summed).toEqual(single)
  })
  it('what a plan foresaw, and what happened since', () => {
    const made = plan({ money: { kind: 'monthly', amount: yuan('300'), payOn: 10 } }, day('2026-07-02'))
    const [single, summed] = both('2026-07-20').map((of) => planProgress(of, made))
    expect(summed).toEqual(single)
    // After 2 July: 32.00 and 33.00, less 4.00; with the other account 70.00 and 71.00.
    expect(single!.months[0]!.actual.spending).toBe(yuan('202'))
  })
  it('the course from there', () => {
    const [single, summed] = both('2026-07-20').map((of) => project(of, plan({}, of.today)))
    expect({ ...summed, notes: [] }).toEqual({ ...single, notes: [] })
  })
})

describe('the window of returns', () => {
  const open = (today: string) =>
    requirementsTold(closureOf(one(today, [], SUMS), 'credit-purchase')).filter((line) => line.includes('return'))
  it('ends seven days after the day of the sum', () => {
    expect(open('2026-07-20')).toEqual([
      'returns-over unmet - 2026-07-21 wait-for-returns on=2026-07-21',
      '  return-window label=credit-purchase until=2026-07-20 amount=71.00 [js 71.00]',
    ])
    expect(open('2026-07-21')).toEqual([])
  })
})

describe('what was borrowed since a plan began', () => {
  const made = plan({}, day('2026-07-02'))
  const spent = (entries: Entry[], postings: DayPosting[] = [], more: Partial<Ledger> = {}) =>
    planProgress({ ...one('2026-07-20', entries, postings), ...more }, made)!.months[0]!.actual.spending
  const awaited = purchase('2026-07-10', '50', { postedOn: null })
  it.each<[string, Entry[], string]>([
    ['a purchase of its first day was before it', [purchase('2026-07-02', '10')], '0'],
    ['one of the day after is not', [purchase('2026-07-03', '10')], '10'],
    ['one of today counts', [purchase('2026-07-20', '10')], '10'],
    ['one that is still to come does not', [purchase('2026-07-21', '10')], '0'],
    ['nor one that awaits its receipt', [awaited], '0'],
    ['nor what is given back of it', [awaited, refund('2026-07-12', '50', awaited)], '0'],
    ['what is given back of another reduces it', [purchase('2026-07-05', '10'), refund('2026-07-12', '4', null)], '6'],
    [
      'unless it is still on its way',
      [purchase('2026-07-05', '10'), refund('2026-07-12', '4', null, { inFlight: true })],
      '10',
    ],
  ])('%s', (_name, entries, amount) => {
    expect(spent(entries)).toBe(yuan(amount))
  })
  it('a loan that was drawn', () => {
    const borrowed = { accounts: [...accounts, account('borrow')] }
    expect(spent([loan('600', '2026-07-10')], [], borrowed)).toBe(yuan('600'))
    expect(spent([loan('600', '2026-07-02')], [], borrowed)).toBe(yuan('0'))
  })
})

it('after closing, a sum is a row that must not be there; a refund is none', () => {
  const closedOn: Day = day('2026-07-12')
  const closed = accounts.map((each) => ({ ...each, status: 'closed' as const, closedOn }))
  const of = { ...one('2026-07-20', [], SUMS), accounts: closed }
  const { rows } = afterClosing(of, { target: 'credit-purchase', owner: null })!
  expect(rows).toEqual([{ account: 'js', on: day('2026-07-13'), what: 'purchase', amount: fen(7100), entry: null }])
  expect(afterClosing(of, { target: 'huabei', owner: null })!.rows.map(({ amount }) => amount)).toEqual([7100, 3300])
})

it('before the upgrade a sum of its days counts as a purchase does', () => {
  const cut = one(
    '2025-03-20',
    [],
    [posting('purchase', 'huabei', '2025-03-04', '9'), posting('purchase', 'huabei', '2025-03-05', '8')],
  )
  const later = one('2025-03-20', [], [posting('purchase', 'huabei', '2025-03-05', '8')])
  const told = (of: Ledger) =>
    requirementsTold(closureOf({ ...of, entries: [] }, 'credit-purchase')).filter((line) => line.includes('upgrade'))
  expect(told(cut)).toEqual([
    'pre-upgrade-bill-settled unmet 17.00 2025-03-20 settle-pre-upgrade amount=17.00',
    '  pre-upgrade-unbilled amount=17.00 [huabei 17.00]',
  ])
  expect(told(later)).toEqual([])
})
