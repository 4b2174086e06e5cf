import { expect, test } from 'vitest'
import { day, month } from '#shared/kernel/day.ts'
import type { Account } from '#shared/ledger/account.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import type { ClosureTarget, Ledger } from '#shared/ledger/ledger.ts'
import { closureOf } from '#shared/outlook/closure/closure-of.ts'
import { type Plan, planInFull } from '#shared/outlook/plan.ts'
import { project } from '#shared/outlook/projection/project.ts'
import { account, bill, combined, installments, ledger, loan, purchase, refund, repay, yuan } from '../ledger/facts.ts'
import { quotaCopy, review, TODAY } from './closing-stories.ts'
import { requirementsTold, risksTold, stepsTold } from './closing-told.ts'

/** Whole closings, by hand: every line of evidence with its figures, the steps with their days, the risks (engine.md 10). */

const huabei = account('huabei', { name: '花呗', upgradedOn: day('2025-03-05') })
const js = account('credit-purchase', { id: 'js', name: '江苏', lender: '江苏银行' })
const borrow = account('borrow', { name: '借呗' })

const closing = (of: Ledger, target: ClosureTarget, by?: Plan) =>
  closureOf(of, target, by ? { projection: project(of, by) } : {})
const of = (accounts: Account[], entries: Entry[], values: Partial<Ledger> = {}): Ledger => ({
  ...ledger(TODAY, accounts, entries),
  ...values,
})
/** Only the lines of some requirements: from one of these codes up to the next code. */
const only = (lines: readonly string[], ...codes: string[]): string[] => {
  let kept = false
  return lines.filter((line) => {
    if (!line.startsWith(' ')) kept = codes.some((code) => line.startsWith(`${code} `))
    return kept
  })
}

/** Everything that can be open is: 720.00 roll since 11 July at 36 fen a day, 10.00 combined went to what is overdue. */
const book = purchase('2026-07-16', '30', { account: 'js', label: '书店' })
const open = of(
  [huabei, js, borrow],
  [
    bill('2026-07', '500'),
    bill('2026-07', '800', { account: 'js' }),
    repay('2026-07-09', '80', { account: 'js', month: '2026-07' }),
    book,
    purchase('2026-07-18', '44', { account: 'js', postedOn: null, label: '鞋店' }),
    refund('2026-07-19', '5', book, { inFlight: true }),
    purchase('2026-07-01', '7', { account: 'js', refundExpected: true }),
    installments('1200', 12, '4.5%', { account: 'js', firstBill: month('2026-08'), certain: false }),
    combined('2026-07-19', '10', ['huabei', 'js'], null),
    review(['js']),
    quotaCopy('huabei', '500', day('2026-07-01')),
    quotaCopy('js', '12'),
  ],
  { recordsCurrentOn: day('2026-07-15'), newestEntryOn: { huabei: day('2026-07-19'), js: day('2026-07-19') } },
)

test('each requirement says what is open, how much of it, of which account, and what to do', () => {
  expect(requirementsTold(closing(open, 'huabei'))).toEqual([
    'billed-zero unmet 1212.50 2026-07-20 pay-what-is-billed',
    '  bill-overdue account=花呗 month=2026-07 amount=492.50 [huabei 492.50]',
    '  bill-minimum-paid account=江苏 amount=720.00 [js 720.00]',
    'unbilled-zero unmet 37.00 2026-07-20 pay-what-is-unbilled',
    '  posted-unbilled account=江苏 amount=37.00 [js 37.00]',
    'receipts-confirmed unmet 44.00 ? confirm-receipts',
    '  awaiting-receipt label=鞋店 orderedOn=2026-07-18 amount=44.00 [js 44.00]',
    'installments-settled unmet 1200.00 2026-07-20 settle-installments',
    '  installments-open account=江苏 periods=12 amount=1200.00 [js 1200.00]',
    'overdue-zero unmet 1216.10 2026-07-20 pay-overdue',
    '  overdue-amount account=花呗 amount=492.50 [huabei 492.50]',
    '  rolled-principal account=江苏 amount=720.00 [js 720.00]',
    '  accrued-interest account=江苏 amount=3.60 [js 3.60]',
    'used-quota-zero unmet 12.00 2026-07-20 copy-used-quota',
    '  quota-outdated account=花呗 on=2026-07-01 amount=500.00 changedOn=2026-07-19 [huabei 500.00]',
    '  quota-used account=江苏 on=2026-07-20 amount=12.00 [js 12.00]',
    'repayments-allocated unmet 10.00 2026-07-20 allocate-repayments',
    '  repayment-unallocated on=2026-07-19 amount=10.00 [10.00]',
    'reviews-answered unmet 10.00 2026-07-20 answer-reviews',
    '  review-open on=2026-07-20 amount=10.00 label= [10.00]',
    'refunds-final unmet 12.00 ? wait-for-refunds',
    '  refund-in-flight on=2026-07-19 amount=5.00 label=江苏 [js 5.00]',
    '  refund-expected on=2026-07-01 amount=7.00 label=江苏 [js 7.00]',
    'residue-watched unmet - 2026-08-01 look-again on=2026-08-01',
    '  interest-may-follow account=花呗 until=2026-08-01 [huabei]',
    '  interest-may-follow account=江苏 until=2026-08-01 [js]',
    'records-current unmet - 2026-07-20 update-records',
    '  records-of on=2026-07-15 days=5 []',
    'returns-over unmet - 2026-07-24 wait-for-returns on=2026-07-24',
    '  return-window label=书店 until=2026-07-23 amount=30.00 [js 30.00]',
    'deposits-released unknown - 2026-07-20 confirm-deposits-released',
    'auto-debits-moved unknown - 2026-07-20 confirm-auto-debits-moved',
    'alternative-ready unknown - 2026-07-20 confirm-alternative-ready',
    'records-exported unknown - 2026-07-20 confirm-records-exported',
    'consequences-read unknown - 2026-07-20 confirm-consequences-read',
  ])
})

test('the steps of a plan follow its days, and what was confirmed before the last payment is confirmed again', () => {
  expect(stepsTold(closing(open, 'huabei'))).toEqual([
    '1 2026-07-20 step-pay-overdue account=花呗 amount=492.50 from-repay-page',
    '2 2026-07-20 update-records from-bill-export',
    '3 2026-07-20 answer-reviews',
    '4 2026-07-20 allocate-repayments',
    '5 2026-07-20 confirm-auto-debits-moved',
    '6 2026-07-20 confirm-deposits-released',
    '7 2026-07-20 confirm-alternative-ready',
    '8 ? confirm-receipts from-orders',
    '9 ? wait-for-refunds',
    '10 2026-07-20 step-pay-range account=江苏 amount=1969.60 low=1960.60 high=2014.60 from-repay-page',
    '11 2026-07-24 wait-for-returns on=2026-07-24',
    '12 2026-08-01 look-again on=2026-08-01',
    '13 ? confirm-again',
    '14 ? copy-used-quota from-quota-page',
    '15 ? confirm-records-exported from-export-page',
    '16 ? confirm-consequences-read',
    '17 ? step-close-huabei menu-huabei',
    '18 ? step-record-closing',
    '19 ? step-watch-next-bill',
  ])
  const by: Plan = { ...planInFull(TODAY), money: { kind: 'monthly', amount: yuan('900'), payOn: 25 } }
  expect(stepsTold(closing(open, 'huabei', by))).toEqual([
    '1 2026-07-20 step-pay-overdue account=花呗 amount=492.50 from-repay-page',
    '2 2026-07-20 update-records from-bill-export',
    '3 2026-07-20 answer-reviews',
    '4 2026-07-20 allocate-repayments',
    '5 2026-07-20 confirm-auto-debits-moved',
    '6 2026-07-20 confirm-deposits-released',
    '7 2026-07-20 confirm-alternative-ready',
    '8 ? confirm-receipts from-orders',
    '9 ? wait-for-refunds',
    '10 2026-07-24 wait-for-returns on=2026-07-24',
    '11 2026-08-01 look-again on=2026-08-01',
    '12 2027-07-10 step-pay-by-plan account=江苏 from-repay-page',
    '13 ? confirm-again',
    '14 ? copy-used-quota from-quota-page',
    '15 ? confirm-records-exported from-export-page',
    '16 ? confirm-consequences-read',
    '17 ? step-close-huabei menu-huabei',
    '18 ? step-record-closing',
    '19 ? step-watch-next-bill',
  ])
})

test('a Borrow loan of which two parts are past due, and its twin', () => {
  const told = closing(
    of(
      [borrow, account('credit-loan', { name: '信用贷' })],
      [
        loan('1200', '2026-05-10', { count: 3, method: 'interest-only' }),
        loan('600', '2026-07-01', { account: 'credit-loan', count: 2, certain: false }),
      ],
    ),
    'borrow',
  )
  expect(
    only(
      requirementsTold(told),
      'billed-zero',
      'unbilled-zero',
      'loans-settled',
      'overdue-zero',
      'used-quota-zero',
      'records-current',
    ),
  ).toEqual([
    'billed-zero unmet 36.60 2026-07-20 pay-what-is-billed',
    '  parts-overdue account=借呗 amount=36.60 [borrow 36.60]',
    'unbilled-zero unmet 1525.37 2026-07-20 pay-next-parts',
    '  loan-parts-next account=借呗 amount=1218.60 [borrow 1218.60]',
    '  loan-parts-next account=信用贷 amount=306.77 [credit-loan 306.77]',
    'loans-settled unmet 1800.00 2026-07-20 settle-loans',
    '  loan-open account=借呗 drawnOn=2026-05-10 parts=3 amount=1200.00 [borrow 1200.00]',
    '  loan-open account=信用贷 drawnOn=2026-07-01 parts=2 amount=600.00 [credit-loan 600.00]',
    'overdue-zero unmet 36.60 2026-07-20 pay-overdue',
    '  overdue-amount account=借呗 amount=36.60 [borrow 36.60]',
    'used-quota-zero unknown - 2026-07-20 copy-used-quota',
    '  quota-never-copied account=借呗 [borrow]',
    '  quota-never-copied account=信用贷 [credit-loan]',
    'records-current unknown - 2026-07-20 update-records',
    '  records-never-compared  []',
  ])
  expect(stepsTold(told)).toEqual([
    '1 2026-07-20 step-pay-overdue account=借呗 amount=36.60 from-repay-page',
    '2 2026-07-20 update-records from-bill-export',
    '3 2026-07-20 confirm-auto-debits-moved',
    '4 2026-07-20 confirm-deposits-released',
    '5 2026-07-20 confirm-alternative-ready',
    '6 2026-07-20 step-pay account=借呗 amount=1206.00 low=1206.00 high=1206.00 from-repay-page',
    '7 2026-07-20 step-pay account=信用贷 amount=605.70 low=605.70 high=605.70 from-repay-page',
    '8 2026-07-20 copy-used-quota from-borrow-page',
    '9 2026-07-20 confirm-records-exported from-export-page',
    '10 2026-07-20 confirm-consequences-read',
    '11 2026-07-20 step-close-borrow menu-borrow',
    '12 2026-07-20 step-record-closing',
    '13 2026-08-20 step-watch until=2026-08-20',
  ])
  expect(risksTold(told)).toEqual([
    'risk-overdue present',
    '  risk-overdue-beyond-30 account=借呗 days=40 since=2026-06-10 amount=18.60 [borrow 18.60]',
    '  risk-overdue-beyond-7 account=借呗 days=10 since=2026-07-10 amount=18.00 [borrow 18.00]',
    'risk-cash-out not-known',
    '  risk-cash-out-warning  []',
    'risk-unused absent',
    '  risk-last-used on=2026-07-01 days=19 []',
    'risk-identity-expired not-known',
    '  risk-identity-check  []',
  ])
})

test('a rate that was guessed leaves even a loan that is paid off unsure', () => {
  const told = closing(
    of([borrow], [loan('600', '2026-01-01', { count: 2, certain: false, paidParts: 2 })], { recordsCurrentOn: TODAY }),
    'borrow',
  )
  expect(only(requirementsTold(told), 'billed-zero', 'loans-settled', 'used-quota-zero')).toEqual([
    'loans-settled unknown - 2026-07-20 confirm-guesses',
    '  loan-unconfirmed account=借呗 drawnOn=2026-01-01 amount=600.00 [borrow]',
    'used-quota-zero unknown - 2026-07-20 copy-used-quota',
    '  quota-never-copied account=借呗 [borrow]',
  ])
  expect(stepsTold(told)).toEqual([
    '1 2026-07-20 confirm-guesses',
    '2 2026-07-20 confirm-auto-debits-moved',
    '3 2026-07-20 confirm-deposits-released',
    '4 2026-07-20 confirm-alternative-ready',
    '5 2026-07-20 copy-used-quota from-borrow-page',
    '6 2026-07-20 confirm-records-exported from-export-page',
    '7 2026-07-20 confirm-consequences-read',
    '8 2026-07-20 step-close-borrow menu-borrow',
    '9 2026-07-20 step-record-closing',
    '10 2026-08-20 step-watch until=2026-08-20',
  ])
})

test('without any account it is asked for once, before anything else', () => {
  const told = closing(of([huabei], []), 'borrow')
  expect(only(requirementsTold(told), 'billed-zero', 'records-current')).toEqual([
    'billed-zero unknown - ? add-the-account',
    'records-current unknown - 2026-07-20 update-records',
    '  records-never-compared  []',
    '  records-no-account  []',
  ])
  expect(stepsTold(told)).toEqual([
    '1 ? add-the-account',
    '2 2026-07-20 update-records from-bill-export',
    '3 2026-07-20 confirm-auto-debits-moved',
    '4 2026-07-20 confirm-deposits-released',
    '5 2026-07-20 confirm-alternative-ready',
    '6 2026-07-20 confirm-records-exported from-export-page',
    '7 2026-07-20 confirm-consequences-read',
    '8 ? step-close-borrow menu-borrow',
    '9 ? step-record-closing',
    '10 ? step-watch-next-bill',
  ])
  expect(risksTold(told)).toEqual([
    'risk-overdue absent',
    'risk-cash-out not-known',
    '  risk-cash-out-warning  []',
    'risk-unused not-known',
    'risk-identity-expired not-known',
    '  risk-identity-check  []',
  ])
})

test('before the upgrade: bills, what was bought, and each period of a plan from then', () => {
  const told = closing(
    of(
      [huabei, js],
      [
        bill('2025-02', '300'),
        purchase('2025-03-02', '40'),
        installments('1200', 24, '4.5%', { firstBill: month('2025-02'), paidPeriods: 16 }),
        purchase('2024-01-01', '1', { account: 'js' }),
      ],
    ),
    'credit-purchase',
  )
  expect(
    only(requirementsTold(told), 'pre-upgrade-bill-settled', 'billed-zero', 'overdue-zero', 'residue-watched'),
  ).toEqual([
    'pre-upgrade-bill-settled unmet 838.57 2026-07-20 settle-pre-upgrade amount=838.57',
    '  pre-upgrade-bill month=2025-02 amount=378.75 [huabei 378.75]',
    '  pre-upgrade-bill month=2025-04 amount=49.32 [huabei 49.32]',
    '  pre-upgrade-bill month=2026-06 amount=53.45 [huabei 53.45]',
    '  pre-upgrade-bill month=2026-07 amount=52.55 [huabei 52.55]',
    '  pre-upgrade-installments amount=300.00 [huabei 300.00]',
    '  pre-upgrade-installment-fees amount=4.50 [huabei 4.50]',
    'billed-zero unmet 1.00 2026-07-20 pay-what-is-billed',
    '  bill-overdue account=江苏 month=2024-02 amount=1.00 [js 1.00]',
    'overdue-zero unmet 1.00 2026-07-20 pay-overdue',
    '  overdue-amount account=江苏 amount=1.00 [js 1.00]',
    'residue-watched unmet - 2026-08-01 look-again on=2026-08-01',
    '  interest-may-follow account=江苏 until=2026-08-01 [js]',
  ])
  expect(stepsTold(told)).toEqual([
    '1 2026-07-20 step-pay-overdue account=江苏 amount=1.00 from-repay-page',
    '2 2026-07-20 settle-pre-upgrade amount=838.57 from-repay-page',
    '3 2026-07-20 update-records from-bill-export',
    '4 2026-07-20 confirm-auto-debits-moved',
    '5 2026-07-20 confirm-deposits-released',
    '6 2026-07-20 confirm-alternative-ready',
    '7 2026-08-01 look-again on=2026-08-01',
    '8 2026-08-01 copy-used-quota from-quota-page',
    '9 2026-08-01 confirm-records-exported from-export-page',
    '10 2026-08-01 confirm-consequences-read',
    '11 2026-08-01 step-close-credit-purchase menu-credit-purchase',
    '12 2026-08-01 step-record-closing',
    '13 2026-09-01 step-watch until=2026-09-01',
  ])
  expect(risksTold(told)).toEqual([
    'risk-overdue present',
    '  risk-overdue-beyond-90 account=江苏 days=891 since=2024-02-10 amount=1.00 [js 1.00]',
    'risk-cash-out not-known',
    '  risk-cash-out-warning  []',
    'risk-unused present',
    '  risk-last-used on=2024-01-01 days=931 []',
    'risk-identity-expired not-known',
    '  risk-identity-check  []',
  ])
})

test('months without a bill, bills that hold less than their rows, and one that is still to come', () => {
  const told = closing(
    of(
      [huabei, js],
      [bill('2026-03', '100'), bill('2026-06', '50'), purchase('2026-05-10', '80'), bill('2026-09', '20')],
      { recordsCurrentOn: TODAY },
    ),
    'huabei',
  )
  expect(only(requirementsTold(told), 'billed-zero', 'records-current')).toEqual([
    'billed-zero unmet 157.80 2026-07-20 pay-what-is-billed',
    '  bill-overdue account=花呗 month=2026-03 amount=106.60 [huabei 106.60]',
    '  bill-overdue account=花呗 month=2026-06 amount=51.20 [huabei 51.20]',
    'records-current unknown - 2026-07-20 update-records',
    '  records-of-today on=2026-07-20 days=0 []',
    '  records-gap account=花呗 month=2026-04 [huabei]',
    '  records-gap account=花呗 month=2026-05 [huabei]',
    '  records-contradict account=花呗 amount=30.00 [huabei 30.00]',
    '  records-later-bill account=花呗 month=2026-09 amount=20.00 [huabei 20.00]',
  ])
  expect(risksTold(told)).toEqual([
    'risk-overdue present',
    '  risk-overdue-beyond-90 account=花呗 days=132 since=2026-03-10 amount=106.60 [huabei 106.60]',
    '  risk-overdue-beyond-30 account=花呗 days=40 since=2026-06-10 amount=51.20 [huabei 51.20]',
    'risk-cash-out not-known',
    '  risk-cash-out-warning  []',
    'risk-unused absent',
    '  risk-last-used on=2026-05-10 days=71 []',
    'risk-identity-expired not-known',
    '  risk-identity-check  []',
  ])
})

test('what is overdue with 10,000 is large whatever its age; the others by their days', () => {
  const told = closing(
    of([huabei], [bill('2026-04', '9960'), bill('2026-05', '9'), bill('2026-06', '8'), bill('2026-07', '7')]),
    'huabei',
  )
  expect(only(requirementsTold(told), 'records-current')).toEqual([
    'records-current unknown - 2026-07-20 update-records',
    '  records-never-compared  []',
    '  records-lender-missing  []',
  ])
  expect(risksTold(told)).toEqual([
    'risk-overdue present',
    '  risk-overdue-large account=花呗 days=101 since=2026-04-10 amount=10462.98 [huabei 10462.98]',
    '  risk-overdue-beyond-30 account=花呗 days=71 since=2026-05-10 amount=9.00 [huabei 9.00]',
    '  risk-overdue-beyond-30 account=花呗 days=40 since=2026-06-10 amount=8.00 [huabei 8.00]',
    '  risk-overdue-beyond-7 account=花呗 days=10 since=2026-07-10 amount=7.00 [huabei 7.00]',
    'risk-cash-out not-known',
    '  risk-cash-out-warning  []',
    'risk-unused not-known',
    'risk-identity-expired not-known',
    '  risk-identity-check  []',
  ])
})

test('what is overdue with a fen less is not large', () => {
  const told = closing(of([huabei], [bill('2026-04', '9519'), bill('2026-07', '7')]), 'huabei')
  expect(only(requirementsTold(told), 'overdue-zero')).toEqual([
    'overdue-zero unmet 10006.76 2026-07-20 pay-overdue',
    '  overdue-amount account=花呗 amount=10006.76 [huabei 10006.76]',
  ])
  expect(risksTold(told)).toEqual([
    'risk-overdue present',
    '  risk-overdue-beyond-90 account=花呗 days=101 since=2026-04-10 amount=9999.76 [huabei 9999.76]',
    '  risk-overdue-beyond-7 account=花呗 days=10 since=2026-07-10 amount=7.00 [huabei 7.00]',
    'risk-cash-out not-known',
    '  risk-cash-out-warning  []',
    'risk-unused not-known',
    'risk-identity-expired not-known',
    '  risk-identity-check  []',
  ])
})

test('a closed account needs no copied quota, and unused for more than a year is a risk', () => {
  const told = closing(
    of(
      [{ ...js, status: 'closed', closedOn: day('2026-07-01') }],
      [purchase('2025-06-08', '80', { account: 'js' }), repay('2025-07-01', '80', { account: 'js' })],
      { newestEntryOn: { js: day('2026-07-01') }, recordsCurrentOn: TODAY },
    ),
    'credit-purchase',
  )
  expect(only(requirementsTold(told), 'pre-upgrade-bill-settled', 'used-quota-zero')).toEqual([
    'pre-upgrade-bill-settled unknown - 2026-07-20 enter-upgrade-day',
  ])
  expect(stepsTold(told)).toEqual([
    '1 2026-07-20 confirm-auto-debits-moved',
    '2 2026-07-20 confirm-deposits-released',
    '3 2026-07-20 confirm-alternative-ready',
    '4 2026-07-20 enter-upgrade-day',
    '5 2026-07-20 confirm-records-exported from-export-page',
    '6 2026-07-20 confirm-consequences-read',
    '7 2026-07-20 step-close-credit-purchase menu-credit-purchase',
    '8 2026-07-20 step-record-closing',
    '9 2026-08-01 step-watch until=2026-08-01',
  ])
  expect(risksTold(told)).toEqual([
    'risk-overdue absent',
    'risk-cash-out not-known',
    '  risk-cash-out-warning  []',
    'risk-unused present',
    '  risk-last-used on=2025-06-08 days=407 []',
    'risk-identity-expired not-known',
    '  risk-identity-check  []',
  ])
})

test('the day of the upgrade, or that there was none', () => {
  const told = (accounts: Account[], target: ClosureTarget) => {
    const { requirements } = closing(of(accounts, []), target)
    const { status, action, evidence } = requirements.find(({ code }) => code === 'pre-upgrade-bill-settled')!
    return [status, action?.code ?? '-', ...evidence.map(({ code }) => code)].join(' ')
  }
  const never = account('huabei')
  expect(told([never], 'huabei')).toBe('met - never-upgraded by-records-undated')
  expect(told([never, js], 'huabei')).toBe('unknown enter-upgrade-day')
  expect(told([never], 'credit-purchase')).toBe('unknown enter-upgrade-day')
  expect(told([{ ...js, upgradedOn: day('2025-03-05') }], 'credit-purchase')).toBe('unknown add-huabei')
  expect(told([huabei, js], 'credit-purchase')).toBe('met - upgraded-on by-records-undated')
})

test('what a plan never pays comes after what has a day', () => {
  const by: Plan = { ...planInFull(TODAY), money: { kind: 'monthly', amount: yuan('1'), payOn: 25 } }
  expect(stepsTold(closing(open, 'credit-purchase', by)).filter((line) => /look-again|pay-by-plan/.test(line))).toEqual(
    ['10 2026-08-01 look-again on=2026-08-01', '11 ? step-pay-by-plan account=江苏 from-repay-page'],
  )
})

test('an order that awaits its receipt was used on the day of the order', () => {
  const ordered = purchase('2026-07-02', '30', { account: 'js', postedOn: null })
  expect(risksTold(closing(of([huabei, js], [ordered]), 'credit-purchase'))).toContain(
    '  risk-last-used on=2026-07-02 days=18 []',
  )
})
