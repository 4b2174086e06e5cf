import { describe, expect, it } from 'vitest'
import { day, month } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import type { Account } from '#shared/ledger/account.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import { certaintyOfSum, emptyCells, grid, ROWS } from '#shared/ledger/cells.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { NO_TERMS } from '#shared/ledger/terms.ts'
import { account, bill, combined, installments, ledger, loan, purchase, refund, repay, yuan } from './facts.ts'

/** How certain each row of the sixteen cells is: overdue, billed, next, future. */
function rows(on: string, entries: Entry[], one: Account = account('huabei')): string {
  const owed = owedOn(ledger(on, [one, account('credit-purchase', { id: 'js' })], entries)).accounts[0]!
  return ROWS.map((row) => owed.certainty[row].principal).join(' ')
}

describe('a billed account', () => {
  it('rests on its statement day: until someone said it, all but plans is assumed', () => {
    const unsaid = account('huabei', { terms: NO_TERMS })
    expect(rows('2026-07-05', [purchase('2026-06-05', '5')], unsaid)).toBe('assumed assumed assumed derived')
    expect(rows('2026-07-05', [purchase('2026-06-05', '5')])).toBe('derived derived derived derived')
    // With the statement day alone nobody knows whether the due day is the 8th, the 9th or the 10th.
    const half = account('huabei', { terms: [{ from: day('2020-01-01'), source: 'user', set: { statementDay: 1 } }] })
    expect(rows('2026-07-09', [purchase('2026-06-05', '5')], half)).toBe('assumed assumed assumed derived')
  })
  it('a copied bill is shown as long as it is open, whoever said the days; overdue, its charges are worked out', () => {
    expect(rows('2026-07-05', [bill('2026-07', '5')])).toBe('derived shown derived derived')
    expect(rows('2026-07-05', [bill('2026-07', '5')], account('huabei', { terms: NO_TERMS }))).toBe(
      'assumed shown assumed derived',
    )
    expect(rows('2026-07-15', [bill('2026-07', '5')])).toBe('derived derived derived derived')
    expect(rows('2026-07-15', [bill('2026-07', '5')], account('huabei', { terms: NO_TERMS }))).toBe(
      'assumed assumed assumed derived',
    )
    expect(rows('2026-07-05', [bill('2026-07', '5'), repay('2026-07-02', '5')])).toBe('derived derived derived derived')
    expect(rows('2026-07-05', [bill('2026-07', null, { shownMinimum: yuan('1') }), purchase('2026-06-05', '5')])).toBe(
      'derived derived derived derived',
    )
  })
  it('what an unanswered combined repayment paid stays assumed, although nothing is open any more', () => {
    const bought = purchase('2026-06-05', '5')
    const estimate = combined('2026-07-02', '5', ['huabei', 'js'], '2026-07')
    expect(rows('2026-07-05', [bought, repay('2026-07-02', '5')])).toBe('derived derived derived derived')
    expect(rows('2026-07-05', [bought, estimate])).toBe('derived assumed derived derived')
    expect(rows('2026-08-20', [bought, estimate])).toBe('assumed derived derived derived')
  })
  it('a plan that nobody confirmed makes its bills and what comes of it assumed', () => {
    const guessed = installments('90', 3, '0%', { certain: false })
    const sure = installments('60', 3, '0%')
    expect(rows('2026-06-20', [guessed])).toBe('derived derived assumed assumed')
    expect(rows('2026-07-05', [sure, guessed])).toBe('derived assumed assumed assumed')
    expect(rows('2026-07-05', [sure])).toBe('derived derived derived derived')
    // The last one is billed: nothing of it is to come, its bill is still a guess.
    expect(rows('2026-09-05', [installments('90', 3, '0%', { certain: false, paidPeriods: 2 })])).toBe(
      'derived assumed derived derived',
    )
    expect(rows('2026-07-05', [sure, guessed, bill('2026-07', '50')])).toBe('derived shown assumed assumed')
    // Past due it is no less a guess than before, unless its total was copied.
    expect(rows('2026-07-15', [guessed])).toBe('assumed derived assumed assumed')
    expect(rows('2026-07-15', [guessed, bill('2026-07', '30')])).toBe('derived derived assumed assumed')
  })
  it('a plan that a refund made anew is a guess: how Alipay does that is not known', () => {
    const tv = purchase('2026-06-05', '90')
    const plan = installments('90', 3, '2.3%', { of: tv.id })
    expect(rows('2026-06-20', [tv, plan, refund('2026-06-12', '30', tv)])).toBe('derived derived assumed assumed')
    expect(rows('2026-06-20', [tv, plan, refund('2026-06-12', '90', tv)])).toBe('derived derived derived derived')
    // Billed once: the rest of the refund comes off its last installments.
    const paid = repay('2026-07-08', '30.69')
    expect(rows('2026-07-20', [tv, plan, paid, refund('2026-07-12', '40', tv)])).toBe('derived derived assumed assumed')
  })
  it('a posting day within ten days before the statement day is a guess unless it was said', () => {
    const near = (on: string, postingAssumed: boolean) => [purchase(on, '5', { postingAssumed })]
    expect(rows('2026-06-30', near('2026-06-21', true))).toBe('derived derived assumed derived')
    expect(rows('2026-06-30', near('2026-06-20', true))).toBe('derived derived derived derived')
    expect(rows('2026-06-30', near('2026-06-21', false))).toBe('derived derived derived derived')
    expect(rows('2026-07-01', near('2026-06-30', true))).toBe('derived assumed derived derived')
    expect(rows('2026-07-01', [...near('2026-06-30', true), bill('2026-07', '5')])).toBe(
      'derived shown derived derived',
    )
    expect(rows('2026-07-02', [...near('2026-06-30', true), repay('2026-07-02', '5')])).toBe(
      'derived derived derived derived',
    )
    expect(rows('2026-07-15', near('2026-06-30', true))).toBe('assumed derived derived derived')
  })
  it('a combined repayment that waits for its answer makes what it paid assumed', () => {
    const early = combined('2026-06-20', '3', ['huabei'], '2026-07')
    const bought = purchase('2026-06-05', '50')
    const named = repay('2026-06-21', '2', { month: '2026-07' })
    expect(rows('2026-06-25', [bought, early, named])).toBe('derived derived assumed derived')
    expect(rows('2026-06-25', [bought, named])).toBe('derived derived derived derived')
    expect(rows('2026-07-05', [bought, early])).toBe('derived assumed derived derived')
    expect(rows('2026-07-05', [bought, combined('2026-07-03', '3', ['huabei', 'js'], '2026-07')])).toBe(
      'derived assumed derived derived',
    )
  })
  it('what rolls rests on the minimum: copied or estimated', () => {
    const paid = repay('2026-06-09', '100')
    expect(rows('2026-06-15', [bill('2026-06', '1000'), paid])).toBe('derived derived assumed derived')
    const copied = bill('2026-06', '1000', { shownMinimum: yuan('100') })
    expect(rows('2026-06-15', [copied, paid])).toBe('derived derived derived derived')
    // A bill of another state that has no copied minimum is no reason.
    expect(rows('2026-06-15', [bill('2026-05', '30'), repay('2026-05-09', '30'), copied, paid])).toBe(
      'derived derived derived derived',
    )
    // The next bill holds it, and is assumed with it, unless that bill was copied.
    const next = [bill('2026-06', '1000'), paid, purchase('2026-06-12', '5')]
    expect(rows('2026-07-05', next)).toBe('derived assumed assumed derived')
    expect(rows('2026-07-05', [...next, bill('2026-07', '914.45')])).toBe('derived shown assumed derived')
    expect(rows('2026-07-05', [copied, paid, purchase('2026-06-12', '5')])).toBe('derived derived derived derived')
    // A later bill of which the minimum was copied takes over what an estimate rolled.
    const again = [...next, bill('2026-07', null, { shownMinimum: yuan('50') }), repay('2026-07-09', '50')]
    expect(rows('2026-07-15', again)).toBe('derived derived assumed derived')
    // Rolled once, long paid.
    expect(rows('2026-06-20', [bill('2026-06', '1000'), paid, repay('2026-06-16', '1000')])).toBe(
      'derived derived derived derived',
    )
  })
})

it('past due after a part was paid: whether that reached the minimum rests on the minimum', () => {
  const paid = repay('2026-06-09', '50')
  expect(rows('2026-06-15', [bill('2026-06', '1000'), paid])).toBe('assumed derived derived derived')
  expect(rows('2026-06-15', [bill('2026-06', '1000')])).toBe('derived derived derived derived')
  expect(rows('2026-06-15', [bill('2026-06', '1000', { shownMinimum: yuan('100') }), paid])).toBe(
    'derived derived derived derived',
  )
  // Paid after the day it changes nothing of that.
  expect(rows('2026-06-15', [bill('2026-06', '1000'), repay('2026-06-11', '50')])).toBe(
    'derived derived derived derived',
  )
})

it('a bill says how certain it is itself: as its row, the bill to come as what comes next', () => {
  const bills = (entries: Entry[], one: Account = account('huabei')): string =>
    billsOf(ledger('2026-07-05', [one], entries))
      .map(({ certainty }) => certainty)
      .join(' ')
  const [june, july] = [purchase('2026-06-05', '5'), purchase('2026-07-02', '7')]
  expect(bills([june, july])).toBe('derived derived')
  expect(bills([june, july, bill('2026-07', '5')])).toBe('shown derived')
  expect(bills([june, july], account('huabei', { terms: NO_TERMS }))).toBe('assumed assumed')
  expect(bills([june, july, installments('90', 3, '0%', { certain: false, firstBill: month('2026-08') })])).toBe(
    'assumed assumed',
  )
})

describe('a lending account', () => {
  const borrow = account('borrow')
  const shown = (number: number) => ({ number, dueOn: day('2026-08-10'), principal: yuan('50'), interest: yuan('1') })
  const two = (values: Parameters<typeof loan>[2]) => loan('100', '2026-06-20', { count: 2, ...values })

  it('is derived from its terms, shown where every open part was copied, assumed while a loan is a guess', () => {
    const of = (...loans: Entry[]): string => rows('2026-07-05', loans, borrow).split(' ')[2]!
    expect(of()).toBe('derived')
    expect(of(two({}))).toBe('derived')
    expect(of(two({ shownParts: [shown(1), shown(2)] }))).toBe('shown')
    expect(of(two({ shownParts: [shown(1)] }))).toBe('shown')
    expect(of(two({ shownParts: [shown(2)] }))).toBe('derived')
    expect(of(two({ shownParts: [shown(2)], paidParts: 1 }))).toBe('shown')
    expect(of(two({ certain: false, shownParts: [shown(1), shown(2)] }))).toBe('assumed')
    expect(of(two({ shownParts: [shown(1), shown(2)] }), two({}))).toBe('derived')
    expect(of(two({}), two({ certain: false }))).toBe('assumed')
  })
  it('a part made anew after a prepayment is a guess, one that was past due by then is not', () => {
    const two = loan('100', '2026-06-20', { id: 'two', count: 3 })
    const early = repay('2026-07-20', '60', { account: 'borrow', settles: 'two' })
    expect(rows('2026-07-20', [two], borrow)).toBe('derived derived derived derived')
    // The first part of 33.50 and its charge are paid, the rest goes on the parts to come.
    expect(rows('2026-07-20', [two, early], borrow)).toBe('assumed assumed assumed assumed')
    const young = loan('90', '2026-07-20', { id: 'young', count: 2 })
    const other = repay('2026-07-25', '50', { account: 'borrow', settles: 'young' })
    expect(rows('2026-07-25', [two, young, other], borrow)).toBe('derived assumed assumed assumed')
  })
  it('a first period longer than a month makes the interest of the first equal part a guess', () => {
    const columns = (on: string, values: Parameters<typeof loan>[2]): string => {
      const next = owedOn(ledger(on, [borrow], [loan('100', '2026-06-28', { count: 3, ...values })])).accounts[0]!
      return `${next.certainty.next.principal} ${next.certainty.next.interest} ${next.certainty.future.interest}`
    }
    // 28 June to 10 August are 43 days: thirty of them are asked for.
    expect(columns('2026-07-05', {})).toBe('derived assumed derived')
    expect(columns('2026-07-05', { paidParts: 1 })).toBe('derived derived derived')
    expect(columns('2026-07-05', { method: 'interest-only' })).toBe('derived derived derived')
    expect(columns('2026-07-05', { shownParts: [shown(1)] })).toBe('shown shown derived')
    // 28 June to 29 July are 31 days.
    expect(columns('2026-07-05', { repayDay: 29 })).toBe('derived derived derived')
    expect(columns('2026-07-05', { repayDay: 30 })).toBe('derived assumed derived')
  })
  it('what is paid off has no say', () => {
    const of = (...loans: Entry[]): string => rows('2026-07-05', loans, borrow).split(' ')[2]!
    expect(of(two({ certain: false, paidParts: 2 }))).toBe('derived')
    expect(of(two({ certain: false, paidParts: 2 }), two({ shownParts: [shown(1), shown(2)] }))).toBe('shown')
    expect(of(two({ certain: false, paidParts: 1 }))).toBe('assumed')
  })
})

describe('any other debt', () => {
  const card = (balanceOn: string | null) =>
    account('other', {
      id: 'card',
      otherDebt:
        balanceOn === null ? null : { balance: yuan('10'), balanceOn: day(balanceOn), interest: { model: 'none' } },
    })
  it('is shown on the day of its balance, and an assumption after it', () => {
    expect(rows('2026-07-05', [], card('2026-07-05'))).toBe('derived derived shown derived')
    expect(rows('2026-07-06', [], card('2026-07-05'))).toBe('derived derived assumed derived')
    expect(rows('2026-07-06', [], card(null))).toBe('derived derived shown derived')
  })
})

describe('the sum of all cells', () => {
  const of = (cells: [amount: number, certainty: 'shown' | 'derived' | 'assumed'][]) =>
    certaintyOfSum([
      {
        cells: grid((row, column) => (column === 'principal' ? fen(cells[ROWS.indexOf(row)]?.[0] ?? 0) : fen(0))),
        certainty: grid((row) => cells[ROWS.indexOf(row)]?.[1] ?? 'derived'),
      },
    ])
  it.each([
    [
      'shown' as const,
      'what is not zero was copied',
      of([
        [500, 'shown'],
        [0, 'assumed'],
      ]),
    ],
    [
      'assumed' as const,
      'one part is assumed',
      of([
        [500, 'shown'],
        [1, 'assumed'],
      ]),
    ],
    [
      'assumed' as const,
      'nothing but zeros, one of them assumed',
      of([
        [0, 'derived'],
        [0, 'assumed'],
      ]),
    ],
    [
      'derived' as const,
      'nothing but zeros, for no zero is copied',
      of([
        [0, 'shown'],
        [0, 'shown'],
      ]),
    ],
    ['derived' as const, 'no account at all', certaintyOfSum([])],
    [
      'derived' as const,
      'an account without facts',
      certaintyOfSum([{ cells: emptyCells(), certainty: grid(() => 'derived') }]),
    ],
  ])('is %s where %s', (expected, _why, found) => expect(found).toBe(expected))
})
