import { expect, test } from 'vitest'
import { day, month } from '#shared/kernel/day.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { account, bill, installments, ledger, loan, yuan } from '../ledger/facts.ts'
import { plan } from './oracle-plans.ts'
import { tree } from './trees.ts'

/** The trees of what a plan foresees and of what closing costs, by hand. Statement day 1, due day 10. */

// 1,000.00 of July; 400.00 arrive on the 10th, in August 800.00. 600.00 roll from 11 July at 0.05 %: 0.30 a day.
const rolls = ledger('2026-07-05', [account('huabei')], [bill('2026-07', '1000', { shownMinimum: yuan('100') })])
const short = plan(
  {
    money: { kind: 'monthly', amount: yuan('400'), payOn: 10 },
    recurring: [{ from: month('2026-08'), through: month('2026-08'), amount: yuan('400') }],
  },
  day('2026-07-05'),
)

test('a due day tells what the bill is made of, the payment where it goes and why no more', () => {
  expect(tree(rolls, short, 'projection:huabei:due@2026-07-10')).toEqual([
    '1000.00 projected-due on=2026-07-10 balance=1000.00',
    '  1000.00 bill-shown-all',
  ])
  expect(tree(rolls, short, 'projection:huabei:repayment@2026-07-10')).toEqual([
    '400.00 projected-repaid-part on=2026-07-10 balance=600.00',
    '  400.00 paid-principal-of-bill month=2026-07',
  ])
})

test('interest tells its days, balance and rate', () => {
  expect(tree(rolls, short, 'projection:huabei:interest@2026-07-31')).toEqual([
    '6.00 projected-interest on=2026-07-31 balance=606.30',
    '  6.00 interest-stretch from=2026-07-12 through=2026-07-31 days=20 balance=600.00 rate=0.05%',
  ])
  expect(tree(rolls, short, 'projection:huabei:repayment@2026-08-10')).toEqual([
    '606.30 projected-repaid-full on=2026-08-10 balance=3.00',
    '  6.30 paid-interest-of-bill month=2026-08',
    '  600.00 paid-principal-of-bill month=2026-08',
  ])
})

// 600.00 in six at 4.5 %: 27.00 in all, 4.50 a period. Settled: 4.50 + 4.50; kept: 27.00. The loan: 100 × 0.05 % × 31 days.
const open = ledger(
  '2026-07-05',
  [account('credit-purchase', { name: '信用购' }), account('borrow', { name: '借呗' })],
  [
    installments('600', 6, '4.5%', { account: 'credit-purchase', firstBill: month('2026-08') }),
    loan('100', '2026-06-10', { count: 3, method: 'interest-only', paidParts: 1 }),
  ],
)
const none = plan({}, day('2026-07-05'))

test('settling early tells principal and both fees; closing costs tell the same fees', () => {
  const settling = plan(
    {
      money: { kind: 'monthly', amount: yuan('700'), payOn: 6 },
      strategy: { kind: 'soonest-closure', target: 'credit-purchase' },
    },
    day('2026-07-05'),
  )
  expect(tree(open, settling, 'projection:credit-purchase:fee@2026-07-06')).toEqual([
    '9.00 projected-fee on=2026-07-06 balance=600.00',
    '  4.50 installment-fee number=1 month=2026-08',
    '  4.50 one-more-fee periods=5',
  ])
  expect(tree(open, settling, 'projection:credit-purchase:early-settlement@2026-07-06')).toEqual([
    '609.00 projected-early-settlement on=2026-07-06 balance=0.00',
    '  9.00 paid-fee',
    '  600.00 paid-principal',
  ])
  expect(tree(open, none, 'closure:credit-purchase:soonest@2026-07-05')).toEqual([
    '9.00 settle-plan account=信用购 periods=6',
    '  4.50 installment-fee number=1 month=2026-08',
    '  4.50 one-more-fee periods=5',
  ])
  expect(tree(open, none, 'closure:credit-purchase:by-schedule@2026-07-05')).toEqual([
    '27.00 keep-plan account=信用购 periods=6',
    ...['2026-08', '2026-09', '2026-10', '2026-11', '2026-12', '2027-01'].map(
      (of, index) => `  4.50 installment-fee number=${index + 1} month=${of}`,
    ),
  ])
  expect(tree(open, none, 'closure:borrow:soonest@2026-07-05')).toEqual([])
  expect(tree(open, none, 'closure:borrow:by-schedule@2026-07-05')).toEqual([
    '3.10 keep-loan account=借呗 drawnOn=2026-06-10',
    '  1.55 loan-interest number=2 due=2026-08-10',
    '    1.55 loan-interest-days balance=100.00 days=31 rate=0.05%',
    '  1.55 loan-interest number=3 due=2026-09-10',
    '    1.55 loan-interest-days balance=100.00 days=31 rate=0.05%',
  ])
})

// 300.00 in three since May: the bill of July has the last of them, so that nothing of it is left to settle or to keep.
test('installments that are all in bills cost nothing more, whichever way it is closed', () => {
  const billed = installments('300', 3, '3%', { account: 'credit-purchase', firstBill: month('2026-05') })
  const both = { ...open, entries: [...open.entries, billed] }
  const heads = (code: string) =>
    tree(both, none, `closure:credit-purchase:${code}@2026-07-05`).filter((line) => !line.startsWith(' '))
  expect([heads('soonest'), heads('by-schedule')]).toEqual([
    ['9.00 settle-plan account=信用购 periods=6'],
    ['27.00 keep-plan account=信用购 periods=6'],
  ])
  const alone = { ...open, entries: [billed] }
  expect(tree(alone, none, 'closure:credit-purchase:soonest@2026-07-05')).toEqual(['no such figure'])
})

// Huabei shows 500.00 used; what Credit Purchase showed is older than its last change, and counts for nothing.
test('the used quota is the sum of what was copied after the last change, and of nothing else', () => {
  const quota = (id: string, on: string, used: string): Entry => ({
    ...{ kind: 'quota', id: `quota-${id}-${on}`, label: '', orderNo: null, note: '', account: id },
    ...{ used: yuan(used), on: day(on) },
  })
  const used: Ledger = {
    ...ledger(
      '2026-07-05',
      [account('huabei', { name: '花呗' }), account('credit-purchase', { name: '信用购' })],
      [
        quota('huabei', '2026-07-03', '700'),
        quota('huabei', '2026-07-04', '500'),
        quota('credit-purchase', '2026-06-01', '30'),
      ],
    ),
    newestEntryOn: { 'credit-purchase': day('2026-06-02') },
  }
  expect(tree(used, none, 'closure:huabei:used-quota-zero@2026-07-05')).toEqual([
    '500.00 quota-used account=花呗 on=2026-07-04 amount=500.00',
  ])
  // Of Credit Purchase alone nobody knows: there is no figure.
  expect(tree(used, none, 'closure:credit-purchase:used-quota-zero@2026-07-05')).toEqual(['no such figure'])
})
