import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { day, month } from '#shared/kernel/day.ts'
import { isOpen } from '#shared/ledger/book/billed-book.ts'
import { openBooks } from '#shared/ledger/book/ledger-book.ts'
import { cloneBooks } from '#shared/outlook/clone-books.ts'
import type { Plan } from '#shared/outlook/plan.ts'
import { balancesIn } from '#shared/outlook/projection/balances.ts'
import { simulate } from '#shared/outlook/projection/simulate.ts'
import { account, bill, installments, ledger, loan, purchase, refund, repay, yuan } from '../ledger/facts.ts'
import { runs } from '../runs.ts'
import { anyDebts, anyPlanFor } from './any-plan.ts'
import { plan } from './oracle-plans.ts'

/** A projection moves books of its own: those it set out from are what they were, for the next one. */

/** Something of everything: overdue with its days, rolled with its days, to come, installments, loans, a card. */
const of = ledger(
  '2026-07-20',
  [
    account('huabei'),
    account('credit-purchase', { id: 'js' }),
    account('borrow'),
    account('other', {
      id: 'card',
      otherDebt: { balance: yuan('700'), balanceOn: day('2026-07-10'), interest: { model: 'none' } },
    }),
  ],
  [
    bill('2026-06', '300'),
    bill('2026-07', '900', { shownMinimum: yuan('90') }),
    repay('2026-07-09', '100', { month: '2026-07' }),
    purchase('2026-07-12', '40'),
    purchase('2026-07-14', '30', { postedOn: null }),
    refund('2026-07-15', '10', null),
    repay('2026-07-16', '500'),
    bill('2026-07', '400', { account: 'js', shownMinimum: yuan('40') }),
    repay('2026-07-10', '100', { account: 'js' }),
    bill('2026-08', '60', { account: 'js' }),
    installments('600', 6, '4.5%', { id: 'phone', account: 'js', firstBill: month('2026-08') }),
    installments('120', 3, '3%', { id: 'gone', account: 'js', firstBill: month('2026-08') }),
    repay('2026-07-11', '121.20', { account: 'js', settles: 'gone' }),
    loan('1000', '2026-05-02', { id: 'late', count: 4, repayDay: 12 }),
    loan('500', '2026-07-02', { id: 'new', count: 4, repayDay: 12 }),
  ],
)
const plans: [string, Partial<Plan>][] = [
  ['enough', {}],
  ['too little', { money: { kind: 'monthly', amount: yuan('60'), payOn: 25 } }],
  [
    'everything at once, bought anew',
    {
      lumps: [{ on: day('2026-07-20'), amount: yuan('9000') }],
      newSpending: [
        { account: 'huabei', monthly: yuan('50'), through: month('2026-12') },
        { account: 'card', monthly: yuan('20'), through: month('2026-12') },
      ],
      settleEarly: ['phone'],
    },
  ],
]

it.each(plans)('%s', (_name, by) => {
  const books = openBooks(of, of.today)
  const before = structuredClone(books)
  const first = simulate({ ledger: of, books, plan: plan(by, of.today), withEvents: true, lines: new Map() })
  expect(books).toEqual(before)
  expect(balancesIn(of, books)).toEqual(balancesIn(of, before))
  expect(simulate({ ledger: of, books, plan: plan(by, of.today), withEvents: true, lines: new Map() })).toEqual(first)
})

test('of any ledger and any plan', () => {
  const any = anyDebts.chain((made) => anyPlanFor(made).map((by) => ({ made, by })))
  fc.assert(
    fc.property(any, ({ made, by }) => {
      const books = openBooks(made, made.today)
      const before = structuredClone(books)
      simulate({ ledger: made, books, plan: { ...by, from: made.today }, months: 24 })
      expect(books).toEqual(before)
    }),
    runs(40),
  )
})

test('what can change no more is not carried along: paid bills, settled installments, who paid what, bills to come', () => {
  const books = openBooks(of, of.today)
  const copy = cloneBooks(books)
  const js = copy.billed.get('js')!
  expect([copy.day, copy.allocations.size, js.shownBills.size]).toEqual([of.today, 0, 0])
  expect([books.billed.get('js')!.plans.length, js.plans.map((one) => one.plan.id)]).toEqual([2, ['phone']])
  for (const [id, book] of books.billed) {
    const kept = book.bills.filter((one) => isOpen(book, one))
    expect(copy.billed.get(id)!.bills).toEqual(kept)
  }
  const bills = copy.billed.get('huabei')!.bills
  expect(bills.map((one) => one.credits.length + one.overdue.segments.length)).not.toContain(0)
  expect(copy.billed.get('huabei')).toMatchObject({ awaiting: [{ amount: yuan('30') }] })
  expect(copy.lending).toEqual(books.lending)
  expect(copy.other).toEqual(books.other)
})
