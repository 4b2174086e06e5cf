import { expect, it } from 'vitest'
import { type Day, day, dayText, month } from '#shared/kernel/day.ts'
import { fen, yuanText } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import type { InstallmentPlan } from '#shared/ledger/entry.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Warning } from '#shared/outlook/answers.ts'
import type { Plan, PlanMoney } from '#shared/outlook/plan.ts'
import { project } from '#shared/outlook/projection/project.ts'
import { account, bill, installments, ledger, purchase, refund, repay, yuan } from '../ledger/facts.ts'
import { card, cards, monthly, plan } from './oracle-plans.ts'

/** What stands beside a plan, by hand: the reason, the goal, the minimum, what would help, settling or waiting, the notes. */

const on = (day: Day | null): string => (day === null ? 'never' : dayText(day))
const said = ({ code, values }: Warning): string =>
  [code, ...Object.entries(values).map(([name, value]) => `${name}=${value}`)].join(' ')

function told(of: Ledger, by: Plan): string[] {
  const { outcome, freeOn, months, interest, fees, penalties, ...beside } = project(of, by)
  const { reason, budgetToEnd, goal, minimumOnly, sensitivity, settleOrWait, notes } = beside
  return [
    `${outcome} ${on(freeOn)} ${months} months, costs ${yuanText(fen(interest + fees + penalties))}`,
    ...(reason ? [`because ${said(reason)}`] : []),
    ...(budgetToEnd === null ? [] : [`ends with ${yuanText(budgetToEnd)}`]),
    ...(goal
      ? [
          [
            `goal ${goal.monthly === null ? '-' : yuanText(goal.monthly)} ${on(goal.freeOn)}`,
            ...(goal.reason ? [said(goal.reason)] : []),
          ].join(' '),
        ]
      : []),
    `minimum ${minimumOnly!.outcome} ${on(minimumOnly!.freeOn)} ${yuanText(minimumOnly!.cost)} overdue ${yuanText(minimumOnly!.overdue)}`,
    ...sensitivity.map(
      (one) => `change ${said(one.change)} → ${on(one.freeOn)} ${one.days} days ${yuanText(one.cost)}`,
    ),
    ...settleOrWait.map(({ plan: id, options, savedPerYuan }) => {
      const each = options.map((one) => `${dayText(one.on)} ${yuanText(one.pay)} costs ${yuanText(one.costToEnd)}`)
      return `settle ${id}: ${each.join(', ')}; ${savedPerYuan}`
    }),
    ...notes.map((note) => `! ${said(note)}`),
  ]
}

const each = (amount: string, payOn: number): PlanMoney => ({ kind: 'monthly', amount: yuan(amount), payOn })
const named = (id: string, values: Partial<InstallmentPlan> = {}): InstallmentPlan => ({
  ...installments('1200', 12, '6%', { firstBill: month('2026-08'), ...values }),
  id,
})

const PLANS: [string, Ledger, Plan, string[]][] = [
  [
    'installments: more money, a lump, no spending, settling what has fees and is not settled; never what costs nothing',
    ledger(
      '2026-07-05',
      [account('huabei', { name: '花呗' }), account('borrow', { name: '借呗' })],
      [
        named('phone', { label: '手机' }),
        named('bed', { count: 6 }),
        named('free', { feeRate: rate('0%') }),
        purchase('2026-07-02', '44', { postedOn: null }),
      ],
    ),
    plan(
      {
        money: each('400', 20),
        strategy: { kind: 'snowball' },
        newSpending: [
          { account: 'huabei', monthly: yuan('50'), through: month('2026-10') },
          { account: 'borrow', monthly: yuan('50'), through: month('2026-10') },
        ],
        settleEarly: ['bed'],
      },
      day('2026-07-01'),
    ),
    [
      'free 2027-07-10 13 months, costs 151.10',
      'minimum free 2028-04-10 165.44 overdue 0.00',
      'change change-more-monthly amount=100.00 → 2027-07-10 0 days -7.10',
      'change change-once amount=500.00 on=2026-07-20 → 2027-07-10 0 days -7.10',
      'change change-settle-early plan=phone name=手机 fees=72.00 → 2027-07-10 0 days -6.00',
      'change change-no-new-spending → 2027-07-10 0 days -5.10',
      'settle phone: 2026-07-05 1212.00 costs 12.00, 2026-08-10 1218.00 costs 18.00, 2027-07-10 1272.00 costs 72.00; 495',
      'settle bed: 2026-07-05 1224.00 costs 24.00, 2026-08-10 1236.00 costs 36.00, 2027-01-10 1272.00 costs 72.00; 392',
      'settle free: 2026-07-05 1200.00 costs 0.00, 2026-08-10 1200.00 costs 0.00, 2027-07-10 1200.00 costs 0.00; 0',
      '! plan-auto-repay-full account=花呗 on=2026-08-10',
      '! plan-starts-today from=2026-07-01',
      '! plan-awaiting-left-out account=花呗 amount=44.00',
      '! plan-no-spending-on-loans account=借呗',
    ],
  ],

  [
    'facts of later days are left out, and it is said',
    ledger(
      '2026-07-05',
      [account('huabei', { name: '花呗' })],
      [bill('2026-07', '500'), bill('2026-09', '70'), repay('2026-07-20', '10'), refund('2026-07-21', '1', null)],
    ),
    plan({}, day('2026-07-06')),
    [
      'free 2026-07-10 1 months, costs 0.00',
      'minimum free 2028-09-10 62.46 overdue 0.00',
      'change change-once amount=500.00 on=2026-07-06 → 2026-07-06 4 days 0.00',
      '! plan-starts-later from=2026-07-06',
      '! plan-later-facts-left-out on=2026-07-06',
    ],
  ],

  [
    'of an income the first pay day brings more, a lump comes with the first money',
    ledger(
      '2026-07-05',
      [account('huabei', { name: '花呗' })],
      [bill('2026-07', '5000', { shownMinimum: yuan('500') })],
    ),
    plan(
      {
        money: {
          kind: 'income',
          income: [
            { day: 25, amount: yuan('1000') },
            { day: 8, amount: yuan('4000') },
          ],
          expenses: yuan('4100'),
          cushion: yuan('100'),
        },
      },
      day('2026-07-05'),
    ),
    [
      'free 2027-01-25 7 months, costs 254.99',
      'minimum free 2030-07-10 680.29 overdue 0.00',
      'change change-once amount=500.00 on=2026-07-08 → 2026-12-25 31 days -51.00',
      'change change-more-monthly amount=100.00 → 2026-12-25 31 days -29.98',
    ],
  ],

  [
    'a balance from before is said to be old',
    ledger('2026-02-05', [card('A', '1000', '24%', '25')], []),
    plan({ money: each('30', 10), goal: { freeBy: day('2027-02-28') } }, day('2026-02-05')),
    [
      'free 2030-09-10 56 months, costs 664.43',
      'goal 88.12 2027-02-10',
      'minimum free 2032-11-10 1031.95 overdue 0.00',
      'change change-more-monthly amount=100.00 → 2026-10-10 1431 days -567.44',
      'change change-once amount=500.00 on=2026-02-10 → 2027-10-10 1066 days -535.24',
      '! plan-balance-old account=A on=2026-01-01',
    ],
  ],

  [
    'nothing is owed: nothing to change, and the goal takes nothing',
    ledger('2026-02-05', [account('huabei')], []),
    plan({ goal: { freeBy: day('2027-02-28') } }, day('2026-02-05')),
    ['free 2026-02-05 0 months, costs 0.00', 'goal 0.00 2026-02-05', 'minimum free 2026-02-05 0.00 overdue 0.00'],
  ],

  [
    'minimums never end what has none, and why',
    cards(
      card('A', '300', '0%', '100'),
      account('other', {
        id: 'friend',
        otherDebt: { balance: yuan('50'), balanceOn: day('2026-01-01'), interest: { model: 'none' } },
      }),
    ),
    monthly('400', 'minimum-only'),
    [
      'never never 600 months, costs 0.00',
      'because never-no-minimum',
      'ends with 0.59',
      'minimum free 2026-03-10 0.00 overdue 0.00',
      'change change-avalanche → 2026-01-10 0 days 0.00',
    ],
  ],

  [
    'minimums that are less than their interest never end, and why',
    cards(card('A', '10000', '36%', '100')),
    monthly('400', 'minimum-only'),
    [
      'never never 560 months, costs 102980481605.63',
      'because never-minimum-too-small month=2072-08 added=2999430166.18 paid=100.00',
      'ends with 300.01',
      'minimum never never 102980481605.63 overdue 0.00',
      'change change-avalanche → 2029-11-10 0 days -102980472845.31',
      'change change-more-monthly amount=100.00 → never 0 days -102980472320.35',
      'change change-once amount=500.00 on=2026-01-10 → never 0 days -102980472320.35',
    ],
  ],

  [
    'what ends after more than 600 months never does',
    cards(card('A', '100000', '0%')),
    monthly('100'),
    [
      'never never 600 months, costs 0.00',
      'because never-too-slow months=600',
      'ends with 166.67',
      'minimum never never 0.00 overdue 0.00',
      'change change-more-monthly amount=100.00 → 2067-08-10 0 days 0.00',
    ],
  ],

  [
    'who pays all of it on its day has nothing to change',
    ledger('2026-07-05', [account('huabei', { name: '花呗' })], [bill('2026-07', '500')]),
    plan({ recurring: [{ from: month('2026-08'), through: month('2026-08'), amount: yuan('1') }] }, day('2026-07-05')),
    ['free 2026-07-10 1 months, costs 0.00', 'minimum free 2028-09-10 62.46 overdue 0.00'],
  ],

  [
    'no amount is free while spending goes on',
    ledger('2026-07-05', [account('huabei')], [bill('2026-07', '500')]),
    plan(
      {
        money: each('600', 8),
        newSpending: [{ account: 'huabei', monthly: yuan('50'), through: month('2026-10') }],
        goal: { freeBy: day('2026-10-15') },
      },
      day('2026-07-05'),
    ),
    [
      'free 2026-11-08 5 months, costs 0.00',
      'goal - never goal-spending-goes-on freeBy=2026-10-15',
      'minimum free 2029-01-10 89.84 overdue 0.00',
      'change change-no-new-spending → 2026-07-10 121 days 0.00',
    ],
  ],

  [
    'nor before installments end that nobody settles',
    ledger('2026-07-05', [account('huabei')], [named('phone')]),
    plan({ money: each('600', 8), goal: { freeBy: day('2026-10-15') } }, day('2026-07-05')),
    [
      'free 2027-07-08 13 months, costs 72.00',
      'goal - never goal-installments-run-on freeBy=2026-10-15 until=2027-07-10',
      'minimum free 2027-07-10 72.00 overdue 0.00',
      'change change-settle-early plan=phone name=huabei fees=72.00 → 2026-09-08 303 days -48.00',
      'settle phone: 2026-07-05 1212.00 costs 12.00, 2026-08-10 1218.00 costs 18.00, 2027-07-10 1272.00 costs 72.00; 495',
    ],
  ],

  [
    'settled, they are no obstacle',
    ledger('2026-07-05', [account('huabei')], [named('phone')]),
    plan({ money: each('600', 8), settleEarly: ['phone'], goal: { freeBy: day('2026-10-15') } }, day('2026-07-05')),
    [
      'free 2026-09-08 3 months, costs 24.00',
      'goal 307.50 2026-10-10',
      'minimum free 2027-07-10 72.00 overdue 0.00',
      'change change-more-monthly amount=100.00 → 2026-08-08 31 days -6.00',
      'change change-once amount=500.00 on=2026-07-08 → 2026-08-08 31 days -6.00',
      'settle phone: 2026-07-05 1212.00 costs 12.00, 2026-08-10 1218.00 costs 18.00, 2027-07-10 1272.00 costs 72.00; 495',
    ],
  ],

  [
    'nor where something is due before any money comes',
    ledger('2026-07-05', [account('huabei')], [bill('2026-07', '500')]),
    plan({ money: each('600', 12), goal: { freeBy: day('2026-10-15') } }, day('2026-07-05')),
    [
      'free 2026-07-12 1 months, costs 0.50',
      'goal - never goal-short-before-money on=2026-07-10 required=50.00',
      'minimum free 2028-09-10 62.46 overdue 0.00',
    ],
  ],

  [
    'what is over before the plan starts is left out, and it is said',
    ledger('2026-07-05', [account('huabei', { name: '花呗' })], [bill('2026-07', '100')]),
    plan(
      {
        money: each('200', 8),
        lumps: [
          { on: day('2026-07-04'), amount: yuan('9') },
          { on: day('2026-07-05'), amount: yuan('8') },
        ],
        recurring: [
          { from: month('2026-01'), through: month('2026-06'), amount: yuan('7') },
          { from: month('2026-01'), through: month('2026-07'), amount: yuan('6') },
        ],
        newSpending: [{ account: 'huabei', monthly: yuan('5'), through: month('2026-06') }],
      },
      day('2026-07-05'),
    ),
    [
      'free 2026-07-08 1 months, costs 0.00',
      'minimum free 2027-06-10 7.55 overdue 0.00',
      '! plan-lump-over on=2026-07-04 amount=9.00',
      '! plan-recurring-over through=2026-06 amount=7.00',
      '! plan-spending-over through=2026-06 amount=5.00',
    ],
  ],

  [
    'spending that goes on for more than 600 months never ends',
    ledger('2026-07-05', [account('huabei', { name: '花呗' })], []),
    plan({ newSpending: [{ account: 'huabei', monthly: yuan('5'), through: month('2100-06') }] }, day('2026-07-05')),
    [
      'never never 600 months, costs 0.00',
      'because never-spending-goes-on through=2100-06',
      'minimum never never 0.00 overdue 0.00',
      'change change-no-new-spending → 2026-07-05 0 days 0.00',
    ],
  ],
]
it.each(PLANS)('%s', (_name, of, by, lines) => {
  expect(told(of, by)).toEqual(lines)
})
