import { expect, it } from 'vitest'
import { type Day, day, dayText, month } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import type { Account, OtherInterest } from '#shared/ledger/account.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { payoffQuote } from '#shared/outlook/quote.ts'
import { account, bill, installments, ledger, loan, purchase, repay, yuan } from '../ledger/facts.ts'
import { plan } from './oracle-plans.ts'
import { figureTold } from './plan-told.ts'

/** Whole quotes, by hand: the sum, its range, what is left beside, what must be said, and every line of it (engine.md 8, 11). */

const other = (id: string, balance: string, interest: OtherInterest): Account =>
  account('other', { id, name: id, otherDebt: { balance: yuan(balance), balanceOn: day('2026-07-01'), interest } })

const text = (on: Day | null): string => (on === null ? '?' : dayText(on))
function quoteTold(of: Ledger, id: string, on: Day): string[] {
  const { total, range, safeAfter, residue, warnings, explain } = payoffQuote(of, id, on)
  return [
    `${yuanText(total)} from ${yuanText(range.low)} to ${yuanText(range.high)}, safe ${text(safeAfter)}`,
    ...residue.map((one) => `left ${one.what} ${yuanText(one.amount)} ${text(one.from)} ${text(one.until)}`),
    ...warnings.map(({ code, values }) =>
      ['!', code, ...Object.entries(values).map(([name, value]) => `${name}=${value}`)].join(' '),
    ),
    ...figureTold(of, plan({}, of.today), explain),
  ]
}

const QUOTES: [string, Ledger, string, string, string[]][] = [
  [
    'overdue, posted and in installments: each cell with its lines, the second fee, what may follow',
    ledger(
      '2026-07-20',
      [account('huabei')],
      [
        bill('2026-07', '500'),
        purchase('2026-07-12', '30'),
        installments('600', 6, '4.5%', { firstBill: month('2026-08') }),
      ],
    ),
    'huabei',
    '2026-07-20',
    [
      '1141.50 from 1132.50 to 1159.50, safe 2026-08-01',
      'left trailing-interest 2.50 2026-07-21 2026-08-01',
      '! quote-settle-overdue-first',
      '! quote-range low=1132.50 high=1159.50',
      '500.00 cell-overdue-principal (derived)',
      '  500.00 bill-left month=2026-07 (derived)',
      '    500.00 bill-shown-all (derived)',
      '2.50 cell-overdue-penalty (derived)',
      '  2.50 bill-left month=2026-07 (derived)',
      '    2.50 charge-daily from=2026-07-11 through=2026-07-20 days=10 balance=500.00 rate=0.05% daily=0.25 (derived 3.2 halfUp)',
      '130.00 cell-next-principal (derived)',
      '  30.00 posted-unbilled month=2026-08 count=1 (derived 1.7)',
      '  100.00 installment-principal number=1 month=2026-08 (derived 4.3)',
      '4.50 cell-next-fee (derived)',
      '  4.50 installment-fee number=1 month=2026-08 (derived 4.3)',
      '500.00 cell-future-principal (derived)',
      '  100.00 installment-principal number=2 month=2026-09 (derived 4.3)',
      '  100.00 installment-principal number=3 month=2026-10 (derived 4.3)',
      '  100.00 installment-principal number=4 month=2026-11 (derived 4.3)',
      '  100.00 installment-principal number=5 month=2026-12 (derived 4.3)',
      '  100.00 installment-principal number=6 month=2027-01 (derived 4.3)',
      '4.50 early-settlement (assumed 4.14)',
      '  4.50 settle-plan account=huabei periods=6 (assumed)',
      '    4.50 one-more-fee periods=5 (assumed 4.14 entries:1)',
    ],
  ],

  [
    'a day after the due day of which the minimum is paid: what rolls, and that it does',
    ledger(
      '2026-07-05',
      [account('huabei')],
      [bill('2026-07', '500', { shownMinimum: yuan('50') }), repay('2026-07-04', '60', { month: '2026-07' })],
    ),
    'huabei',
    '2026-07-15',
    [
      '441.10 from 441.10 to 441.10, safe 2026-08-01',
      'left trailing-interest 1.10 2026-07-16 2026-08-01',
      '! quote-bill-rolls bill=2026-07 dueOn=2026-07-10 charge=0.00',
      '440.00 cell-next-principal (derived)',
      '  440.00 rolled-principal (derived 2.5)',
      '1.10 cell-next-interest (derived)',
      '  1.10 interest-stretch from=2026-07-11 through=2026-07-15 days=5 balance=440.00 rate=0.05% (derived 2.5 halfUp)',
    ],
  ],

  [
    'a day after an unpaid due day: the charge is in it, and it is said',
    ledger('2026-07-05', [account('huabei')], [bill('2026-07', '500')]),
    'huabei',
    '2026-07-15',
    [
      '501.25 from 501.25 to 501.25, safe 2026-08-01',
      'left trailing-interest 1.25 2026-07-16 2026-08-01',
      '! quote-due-day-passes bill=2026-07 dueOn=2026-07-10 charge=1.25',
      '500.00 cell-overdue-principal (derived)',
      '  500.00 bill-left month=2026-07 (derived)',
      '    500.00 bill-shown-all (derived)',
      '1.25 cell-overdue-penalty (derived)',
      '  1.25 bill-left month=2026-07 (derived)',
      '    1.25 charge-daily from=2026-07-11 through=2026-07-15 days=5 balance=500.00 rate=0.05% daily=0.25 (derived 3.2 halfUp)',
    ],
  ],

  [
    'the due day itself is still in time: the day after is not',
    ledger('2026-07-10', [account('huabei')], [bill('2026-07', '500')]),
    'huabei',
    '2026-07-11',
    [
      '500.25 from 500.25 to 500.25, safe 2026-08-01',
      'left trailing-interest 0.25 2026-07-12 2026-08-01',
      '! quote-due-day-passes bill=2026-07 dueOn=2026-07-10 charge=0.25',
      '500.00 cell-overdue-principal (derived)',
      '  500.00 bill-left month=2026-07 (derived)',
      '    500.00 bill-shown-all (derived)',
      '0.25 cell-overdue-penalty (derived)',
      '  0.25 bill-left month=2026-07 (derived)',
      '    0.25 charge-daily from=2026-07-11 through=2026-07-11 days=1 balance=500.00 rate=0.05% daily=0.25 (derived 3.2 halfUp)',
    ],
  ],

  [
    'a plan that is waived asks for no fee, and may still cost the whole',
    ledger(
      '2026-07-05',
      [account('huabei', { set: { earlySettlementMode: 'waiveUnbilled' } })],
      [installments('600', 6, '4.5%', { firstBill: month('2026-08') })],
    ),
    'huabei',
    '2026-07-05',
    [
      '600.00 from 600.00 to 627.00, safe 2026-07-05',
      '! quote-range low=600.00 high=627.00',
      '100.00 cell-next-principal (derived)',
      '  100.00 installment-principal number=1 month=2026-08 (derived 4.3)',
      '500.00 cell-future-principal (derived)',
      '  100.00 installment-principal number=2 month=2026-09 (derived 4.3)',
      '  100.00 installment-principal number=3 month=2026-10 (derived 4.3)',
      '  100.00 installment-principal number=4 month=2026-11 (derived 4.3)',
      '  100.00 installment-principal number=5 month=2026-12 (derived 4.3)',
      '  100.00 installment-principal number=6 month=2027-01 (derived 4.3)',
    ],
  ],

  [
    'a loan before its due day: interest to the day in place of the part’s own',
    ledger('2026-07-05', [account('borrow')], [loan('1200', '2026-06-10', { count: 3, repayDay: 10 })]),
    'borrow',
    '2026-07-08',
    [
      '1216.80 from 1216.80 to 1216.80, safe 2026-07-08',
      '394.06 cell-next-principal (derived)',
      '  394.06 loan-principal number=1 due=2026-07-10 (derived 7.5 entries:1)',
      '16.80 settled-cell scheduled=18.00 (derived)',
      '  16.80 cell-next-interest (derived)',
      '    16.80 loan-interest-to-day from=2026-06-10 through=2026-07-07 days=28 balance=1200.00 rate=0.05% (derived 7.6 halfUp entries:1)',
      '805.94 cell-future-principal (derived)',
      '  399.97 loan-principal number=2 due=2026-08-10 (derived 7.5 entries:1)',
      '  405.97 loan-principal number=3 due=2026-09-10 (derived 7.5 entries:1)',
    ],
  ],

  [
    'a loan on its due day: as scheduled',
    ledger('2026-07-10', [account('borrow')], [loan('1200', '2026-06-10', { count: 3, repayDay: 10 })]),
    'borrow',
    '2026-07-10',
    [
      '1218.00 from 1218.00 to 1218.00, safe 2026-07-10',
      '394.06 cell-next-principal (derived)',
      '  394.06 loan-principal number=1 due=2026-07-10 (derived 7.5 entries:1)',
      '18.00 cell-next-interest (derived)',
      '  18.00 loan-interest number=1 due=2026-07-10 (derived 7.5 entries:1)',
      '    18.00 loan-interest-days balance=1200.00 days=30 rate=0.05% (derived 7.5 halfUp)',
      '805.94 cell-future-principal (derived)',
      '  399.97 loan-principal number=2 due=2026-08-10 (derived 7.5 entries:1)',
      '  405.97 loan-principal number=3 due=2026-09-10 (derived 7.5 entries:1)',
    ],
  ],

  [
    'a loan after its due day: interest past due, and what has run since',
    ledger(
      '2026-07-05',
      [account('borrow')],
      [loan('1200', '2026-06-10', { count: 3, repayDay: 10, method: 'interest-only-then-equal' })],
    ),
    'borrow',
    '2026-07-15',
    [
      '1221.00 from 1221.00 to 1221.00, safe 2026-07-15',
      '! quote-part-passes dueOn=2026-07-10 charge=0.00',
      '18.00 cell-overdue-interest (derived)',
      '  18.00 loan-interest number=1 due=2026-07-10 (derived 7.5 entries:1)',
      '    18.00 loan-interest-days balance=1200.00 days=30 rate=0.05% (derived 7.5 halfUp)',
      '595.53 cell-next-principal (derived)',
      '  595.53 loan-principal number=2 due=2026-08-10 (derived 7.5 entries:1)',
      '3.00 settled-cell scheduled=18.00 (derived)',
      '  3.00 cell-next-interest (derived)',
      '    3.00 loan-interest-to-day from=2026-07-10 through=2026-07-14 days=5 balance=1200.00 rate=0.05% (derived 7.6 halfUp entries:1)',
      '604.47 cell-future-principal (derived)',
      '  604.47 loan-principal number=3 due=2026-09-10 (derived 7.5 entries:1)',
    ],
  ],

  [
    'a card: a month of interest on each due day since the balance was copied',
    ledger(
      '2026-07-20',
      [
        other('card', '1000', {
          model: 'monthly-apr',
          annualRate: rate('24%'),
          minimum: { kind: 'fixed', amount: yuan('25') },
        }),
      ],
      [],
    ),
    'card',
    '2026-09-10',
    [
      '1061.21 from 1061.21 to 1061.21, safe 2026-09-10',
      '! quote-balance-carried from=2026-07-01',
      '! quote-assumed',
      '1000.00 cell-next-principal (assumed)',
      '  1000.00 balance-left balance=1000.00 (assumed)',
      '61.21 settled-cell scheduled=0.00 (assumed)',
      '  61.21 cell-next-interest (assumed)',
      '    20.00 monthly-interest balance=1000.00 rate=24% (derived 9.6 halfUp)',
      '    20.40 monthly-interest balance=1020.00 rate=24% (derived 9.6 halfUp)',
      '    20.81 monthly-interest balance=1040.40 rate=24% (derived 9.6 halfUp)',
    ],
  ],

  [
    'a flat fee: all of it, whenever it is settled',
    ledger(
      '2026-07-20',
      [other('flat', '1000', { model: 'flat-fee', count: 3, feeRate: rate('4%'), repayDay: 31 })],
      [],
    ),
    'flat',
    '2026-07-20',
    [
      '1040.00 from 1040.00 to 1040.00, safe 2026-07-20',
      '! quote-balance-carried from=2026-07-01',
      '! quote-assumed',
      '1000.00 cell-next-principal (assumed)',
      '  1000.00 balance-left balance=1000.00 (assumed)',
      '40.00 settled-cell scheduled=0.00 (assumed)',
      '  40.00 cell-next-fee (assumed)',
      '    13.34 flat-fee-part (derived 9.6)',
      '    13.33 flat-fee-part (derived 9.6)',
      '    13.33 flat-fee-part (derived 9.6)',
    ],
  ],

  [
    'interest by the day since the balance was copied',
    ledger('2026-07-20', [other('daily', '1000', { model: 'daily-simple', dailyRate: rate('0.05%') })], []),
    'daily',
    '2026-07-20',
    [
      '1009.50 from 1009.50 to 1009.50, safe 2026-07-20',
      '! quote-balance-carried from=2026-07-01',
      '! quote-assumed',
      '1000.00 cell-next-principal (assumed)',
      '  1000.00 balance-left balance=1000.00 (assumed)',
      '9.50 settled-cell scheduled=0.00 (assumed)',
      '  9.50 cell-next-interest (assumed)',
      '    9.50 daily-interest from=2026-07-01 through=2026-07-19 days=19 balance=1000.00 rate=0.05% (derived 9.6 halfUp)',
    ],
  ],

  [
    'no interest: the balance, as old as it is',
    ledger('2026-07-20', [other('friend', '1000', { model: 'none' })], []),
    'friend',
    '2026-07-20',
    [
      '1000.00 from 1000.00 to 1000.00, safe 2026-07-20',
      '! quote-balance-carried from=2026-07-01',
      '! quote-assumed',
      '1000.00 cell-next-principal (assumed)',
      '  1000.00 balance-left balance=1000.00 (assumed)',
    ],
  ],

  [
    'a balance of the same day is no estimate',
    ledger('2026-07-01', [other('daily', '1000', { model: 'daily-simple', dailyRate: rate('0.05%') })], []),
    'daily',
    '2026-07-01',
    [
      '1000.00 from 1000.00 to 1000.00, safe 2026-07-01',
      '1000.00 cell-next-principal (derived)',
      '  1000.00 balance-left balance=1000.00 (derived)',
    ],
  ],
]
it.each(QUOTES)('%s', (_name, of, id, on, told) => {
  expect(quoteTold(of, id, day(on))).toEqual(told)
})

it('of all accounts one line each, with what settling it takes', () => {
  const of = ledger(
    '2026-07-20',
    [account('huabei', { name: '花呗' }), other('friend', '70', { model: 'none' })],
    [purchase('2026-07-12', '30')],
  )
  expect(figureTold(of, plan({}, of.today), 'quote@2026-07-20').filter((line) => !line.startsWith(' '))).toEqual([
    '30.00 account-owed account=花呗 (derived)',
    '70.00 account-owed account=friend (assumed)',
  ])
})

it('a refund that is expected counts for its own account only, and only while it is', () => {
  const of = ledger(
    '2026-07-20',
    [account('huabei'), account('credit-purchase', { id: 'js' })],
    [
      purchase('2026-07-12', '30', { refundExpected: true }),
      purchase('2026-07-13', '40'),
      purchase('2026-07-14', '50', { account: 'js' }),
      purchase('2026-07-15', '60', { account: 'js', refundExpected: true }),
    ],
  )
  const left = (id: string) => payoffQuote(of, id, of.today).residue.map(({ what, amount }) => `${what} ${amount}`)
  expect([left('huabei'), left('js')]).toEqual([['refund-expected 3000'], ['refund-expected 6000']])
})
