import { describe, expect, test } from 'vitest'
import { addDays, day, dayText, month } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import { annualRateOf } from '#shared/ledger/honest-rate.ts'
import { project } from '#shared/outlook/projection/project.ts'
import { payoffQuote } from '#shared/outlook/quote.ts'
import { account, bill, installments, ledger, loan, purchase, repay, yuan } from '../ledger/facts.ts'
import oracles from '../oracles/payoff.json' with { type: 'json' }
import { card, cards, monthly, plan, rowsOf, START } from './oracle-plans.ts'

const two = () => cards(card('A', '1000', '24%', '25'), card('B', '500', '12%', '25'))
const clearedOn = (projection: ReturnType<typeof project>) =>
  Object.fromEntries(
    projection.accounts.map(({ id, freeOn }) => [id, freeOn === null ? null : dayText(freeOn).slice(0, 7)]),
  )

describe('O2: two cards', () => {
  test('cleared in months 7 and 9, and 9 and 3', () => {
    expect(clearedOn(project(two(), monthly('200')))).toEqual({ A: '2026-07', B: '2026-09' })
    expect(clearedOn(project(two(), monthly('200', 'snowball')))).toEqual({ A: '2026-09', B: '2026-03' })
  })

  test('a lump of 200 in month 3', () => {
    const projection = project(
      two(),
      monthly('200', 'avalanche', { lumps: [{ on: day('2026-03-10'), amount: yuan('200') }] }),
    )
    const oracle = oracles.two_avalanche_lump200_m3
    expect(rowsOf(projection).map((row) => row[3])).toEqual(oracle.rows.map((row) => row[3]))
    expect([yuanText(projection.interest), yuanText(projection.totalPaid)]).toEqual([oracle.interest, oracle.paid])
    expect(clearedOn(projection)).toEqual({ A: '2026-05', B: '2026-07' })
  })

  test.each([
    ['avalanche', oracles.goal12.avalanche],
    ['snowball', oracles.goal12.snowball],
  ] as const)('by %s within twelve months takes %s, one fen less fails', (strategy, amount) => {
    const freeBy = day('2026-12-10')
    const goal = project(two(), monthly('200', strategy, { goal: { freeBy } })).goal
    expect(goal && [yuanText(goal.monthly ?? yuan('0')), goal.freeOn]).toEqual([amount, freeBy])
    const less = project(two(), monthly(yuanText((yuan(amount) - 1) as never), strategy))
    expect(less.freeOn).toBe(day('2027-01-10'))
  })

  test('50.50 covers both minimums, 50.49 is a shortfall', () => {
    const pair = cards(card('A', '1000', '24%', '25'), card('B', '500', '12%', '25.50'))
    expect(project(pair, monthly('50.50')).shortfalls).toEqual([])
    expect(project(pair, monthly('50.49')).shortfalls[0]).toMatchObject({
      on: day('2026-01-10'),
      required: yuan('50.50'),
      available: yuan('50.49'),
    })
  })
})

describe('O1: one card', () => {
  const one = () => cards(card('A', '1000', '12%'))
  test.each([
    ['2026-12-10', oracles.goal_single12],
    ['2026-01-10', '1010.00'],
  ])('free by %s takes %s', (freeBy, amount) => {
    const goal = project(one(), monthly('100', 'avalanche', { goal: { freeBy: day(freeBy) } })).goal
    expect(yuanText(goal?.monthly ?? yuan('0'))).toBe(amount)
  })

  test.each([
    ['1000', '13%', '10.83'],
    ['1000', '14%', '11.67'],
    ['1000', '0.006%', '0.01'],
  ])('the first month of %s at %s adds %s', (balance, rate, interest) => {
    expect(yuanText(project(cards(card('A', balance, rate)), monthly('100')).byMonth[0]!.interest)).toBe(interest)
  })

  test('a day before any money arrives is out of reach, and says so', () => {
    const goal = project(one(), monthly('100', 'avalanche', { goal: { freeBy: day('2026-01-09') } })).goal
    expect(goal).toEqual({
      freeBy: day('2026-01-09'),
      monthly: null,
      freeOn: null,
      reason: { code: 'goal-before-money', values: { freeBy: '2026-01-09' } },
    })
  })
})

describe('O3: ties', () => {
  test('avalanche takes the smaller balance first', () => {
    const projection = project(cards(card('X', '300', '20%', '10'), card('Y', '200', '20%', '10')), monthly('100'))
    expect(clearedOn(projection)).toEqual({ X: '2026-06', Y: '2026-03' })
    expect(oracles.ties_xy).toEqual([6, 3])
  })

  test('snowball takes the smaller balance at each payment', () => {
    const projection = project(
      cards(card('R', '1010', '0%', '25'), card('S', '1000', '12%', '25')),
      monthly('100', 'snowball'),
    )
    expect(clearedOn(projection)).toEqual({ R: '2027-09', S: '2027-03' })
    expect(oracles.ties_rs).toEqual([21, 15])
  })

  test.each(['avalanche', 'snowball'] as const)('then the order of entry (%s)', (strategy) => {
    const projection = project(
      cards(card('P', '100', '10%', '10'), card('Q', '100', '10%', '10')),
      monthly('60', strategy),
    )
    expect(clearedOn(projection)).toEqual({ P: '2026-03', Q: '2026-04' })
  })
})

describe('O4: never', () => {
  const big = () => cards(card('A', '10000', '24%'))
  test('150 a month stops after 600 months, with the reason and the least that ends', () => {
    const projection = project(big(), monthly('150'))
    expect([projection.outcome, projection.freeOn, projection.months]).toEqual(['never', null, 600])
    expect(yuanText(projection.totalPaid)).toBe('90000.00')
    expect(yuanText(projection.byMonth[0]!.interest)).toBe('200.00')
    expect(projection.reason?.code).toBe('never-interest-exceeds')
    expect(yuanText(projection.budgetToEnd ?? yuan('0'))).toBe('200.01')
  })

  test('what just pays the interest of its last month is no way out either', () => {
    expect(project(big(), monthly('200')).reason).toEqual({
      code: 'never-interest-exceeds',
      values: { month: '2075-12', added: '200.00', paid: '200.00' },
    })
  })

  test('charges for what is overdue count with the interest', () => {
    // 10,000.00 overdue bear 5.00 a day; 100.00 a month pay less than that.
    const late = ledger('2026-07-20', [account('huabei')], [bill('2026-06', '10000')])
    const { reason } = project(late, plan({ money: { kind: 'monthly', amount: yuan('100'), payOn: 25 } }, late.today))
    expect(reason).toMatchObject({ code: 'never-interest-exceeds', values: { paid: '100.00' } })
  })

  test('200.01 ends, 200.00 does not', () => {
    expect(project(big(), monthly('200.01')).outcome).toBe('free')
    expect(project(big(), monthly('200')).outcome).toBe('never')
  })

  test('0.1 and 0.2 are paid with 0.3 in one month', () => {
    const projection = project(cards(card('A', '0.1', '0%'), card('B', '0.2', '0%')), monthly('0.3'))
    expect([projection.months, yuanText(projection.totalPaid)]).toEqual([1, '0.30'])
  })

  test('without money the reason is that', () => {
    expect(project(big(), monthly('0')).reason).toEqual({ code: 'never-no-money', values: {} })
  })
})

describe('O12: what is carried forward', () => {
  test('previous − payment + purchases + interest, on two cards', () => {
    const story = cards(card('A', '1235.50', '31.81%', '50'), card('B', '2590', '0%', '90'))
    const newSpending = [
      { account: 'A', monthly: yuan('846.11'), through: month('2026-01') },
      { account: 'B', monthly: yuan('64'), through: month('2026-01') },
    ]
    const [first] = project(story, monthly('140', 'avalanche', { newSpending })).byMonth
    expect(first && [first.interest, first.paid, first.spending].map(yuanText)).toEqual(['32.75', '140.00', '910.11'])
    expect(first && yuanText(first.closing)).toBe(yuanText((yuan('2064.36') + yuan('2564.00')) as never))
  })

  test('a Huabei bill after paying the minimum: what rolls, what was bought, and interest to the statement', () => {
    const story = ledger(
      '2026-07-20',
      [account('huabei')],
      [
        bill('2026-07', '1235.50', { shownMinimum: yuan('50') }),
        repay('2026-07-09', '50', { month: '2026-07' }),
        purchase('2026-07-10', '846.11'),
      ],
    )
    const projection = project(story, plan({}, day('2026-07-20')))
    const due = projection.events
      .filter((event) => event.what === 'due')
      .map(({ on, amount }) => [dayText(on), yuanText(amount)])
    expect(due).toEqual([
      ['2026-08-10', '2044.06'],
      ['2026-09-10', '5.93'],
    ])
    expect(yuanText(projection.interest)).toBe('12.45')
  })
})

test('minimum-only is compared, and is never cheaper than the plan', () => {
  const projection = project(two(), monthly('200'))
  expect(projection.minimumOnly?.outcome).toBe('free')
  expect(projection.minimumOnly!.cost).toBeGreaterThan(projection.interest)
})

test('what is overdue has no minimum: minimum-only pays all of it at once, and says how much that is', () => {
  const story = ledger('2026-07-20', [account('huabei')], [bill('2026-07', '500')])
  const { minimumOnly } = project(story, plan({}, day('2026-07-20')))
  // 500.00 and ten days of 0.25: paid at once.
  expect(minimumOnly && { ...minimumOnly, freeOn: dayText(minimumOnly.freeOn!) }).toMatchObject({
    outcome: 'free',
    freeOn: '2026-07-20',
    overdue: yuan('502.50'),
    totalPaid: yuan('502.50'),
    months: 1,
  })
  expect(project(two(), monthly('200')).minimumOnly?.overdue).toBe(0)
})

test('settle now or wait, with what a yuan paid today saves', () => {
  const story = ledger(
    '2026-06-20',
    [account('huabei')],
    [installments('6000', 6, '4.5%', { firstBill: month('2026-06'), paidPeriods: 1 })],
  )
  const [one] = project(story, plan({}, day('2026-06-20'))).settleOrWait
  expect(one?.options.map(({ on, pay, costToEnd }) => [dayText(on), yuanText(pay), yuanText(costToEnd)])).toEqual([
    ['2026-06-20', '5090.00', '90.00'],
    ['2026-07-10', '5135.00', '135.00'],
    ['2026-11-10', '5225.00', '225.00'],
  ])
  expect(one?.savedPerYuan).toBe(265)
})

test('the single change that brings the date forward most comes first', () => {
  const { sensitivity, freeOn } = project(two(), monthly('200'))
  expect(sensitivity[0]?.change).toEqual({ code: 'change-once', values: { amount: '500.00', on: '2026-01-10' } })
  expect(sensitivity.map((one) => one.days)).toEqual([...sensitivity.map((one) => one.days)].sort((a, b) => b - a))
  expect(addDays(sensitivity[0]!.freeOn!, sensitivity[0]!.days)).toBe(freeOn)
})

test('a plan that pays less than the bill says that Alipay takes all of it', () => {
  const story = ledger('2026-07-05', [account('huabei')], [bill('2026-07', '1000')])
  const short = plan({ money: { kind: 'monthly', amount: yuan('300'), payOn: 6 } }, day('2026-07-05'))
  expect(project(story, short).notes).toContainEqual({
    code: 'plan-auto-repay-full',
    values: { account: 'huabei', on: '2026-07-10' },
  })
  const set = ledger('2026-07-05', [account('huabei', { autoRepay: 'minimum' })], [bill('2026-07', '1000')])
  expect(project(set, short).notes.map((note) => note.code)).not.toContain('plan-auto-repay-full')
})

test('chosen plans are settled as soon as the money covers one', () => {
  const early = installments('600', 6, '4.5%', { firstBill: month('2026-08') })
  const story = ledger('2026-07-05', [account('huabei')], [early])
  const values = { money: { kind: 'monthly', amount: yuan('400'), payOn: 6 }, settleEarly: [early.id] } as const
  const projection = project(story, plan(values, day('2026-07-05')))
  expect(
    projection.events
      .filter((event) => event.what === 'early-settlement')
      .map((event) => [dayText(event.on), yuanText(event.amount)]),
  ).toEqual([['2026-08-06', '509.00']])
  expect(yuanText(projection.fees)).toBe('13.50')
})

// 100.00 with 10.00 of charges, due 10 July, unpaid: 90.00 bear 0.05 % a day, which is 0.05 (0.045 rounded by the day).
// Paid on 1 August: 22 days are 1.10. The 10.00 are owed from the start: they are neither interest nor charged anew.
test('a charge that a bill was copied with is not charged again when the bill falls overdue', () => {
  const copied = bill('2026-07', '100', { parts: { principal: yuan('90'), penalty: yuan('10') } })
  const money = { kind: 'monthly', amount: yuan('200'), payOn: 1 } as const
  const projection = project(ledger('2026-07-05', [account('huabei')], [copied]), plan({ money }, day('2026-07-05')))
  expect([projection.interest, projection.penalties, projection.totalPaid].map(yuanText)).toEqual([
    '0.00',
    '1.10',
    '101.10',
  ])
})

test('short of money, as many minimums as possible are met', () => {
  const story = ledger(
    '2026-07-05',
    [account('huabei'), account('credit-purchase')],
    [
      bill('2026-07', '5000', { shownMinimum: yuan('500') }),
      bill('2026-07', '300', { account: 'credit-purchase', shownMinimum: yuan('30') }),
    ],
  )
  const money = { kind: 'monthly', amount: yuan('100'), payOn: 6 } as const
  const projection = project(story, plan({ money }, day('2026-07-05')))
  expect(projection.shortfalls[0]).toMatchObject({
    on: day('2026-07-10'),
    required: yuan('530'),
    available: yuan('100'),
  })
  const paid = projection.events.filter((event) => event.what === 'repayment' && event.on === day('2026-07-10'))
  expect(paid.map(({ account: id, amount }) => [id, yuanText(amount)])).toEqual([
    ['huabei', '70.00'],
    ['credit-purchase', '30.00'],
  ])
})

test('a plan from before today starts today', () => {
  const story = ledger('2026-07-05', [account('borrow')], [loan('6000', '2026-01-10', { paidParts: 5 })])
  const projection = project(story, plan({}, day(START)))
  expect(projection.byMonth.map((one) => one.month)).toEqual([month('2026-07')])
  expect(projection.notes[0]?.code).toBe('plan-starts-today')
})

describe('O15: flat-fee installments', () => {
  const flat = (principal: string, count: number, feeRate: string) =>
    ledger(
      START,
      [
        account('other', {
          id: 'flat',
          otherDebt: {
            balance: yuan(principal),
            balanceOn: day(START),
            interest: { model: 'flat-fee', count, feeRate: rate(feeRate), repayDay: 10 },
          },
        }),
      ],
      [],
    )

  test.each([
    ['12000', 12, '7.2%', '1072.00', '864.00'],
    ['1200', 12, '8.8%', '108.80', '105.60'],
    ['1200', 6, '4.5%', '209.00', '54.00'],
    ['1200', 3, '2.5%', '410.00', '30.00'],
  ])('%s over %i at %s: %s a month, %s of fees', (principal, count, feeRate, payment, fees) => {
    const projection = project(flat(principal, count, feeRate), plan())
    expect(projection.byMonth.map((one) => yuanText(one.paid))).toEqual(new Array(count).fill(payment))
    expect([projection.months, yuanText(projection.fees), yuanText(projection.interest)]).toEqual([count, fees, '0.00'])
  })

  test.each([
    ['waiveUnbilled', '8000.00'],
    ['chargeAll', '8576.00'],
  ] as const)('settled after four of twelve by %s: %s', (earlySettlementMode, total) => {
    const twelve = installments('12000', 12, '7.2%', { firstBill: month('2026-01'), paidPeriods: 4 })
    const story = ledger('2026-04-20', [account('huabei', { set: { earlySettlementMode } })], [twelve])
    expect(yuanText(payoffQuote(story, 'huabei').total)).toBe(total)
  })

  test.each([
    ['7.2%', 12, 13.0342],
    ['8.8%', 12, 15.8643],
    ['4.5%', 6, 15.2677],
    ['2.5%', 3, 14.9384],
  ] as const)('%s over %i months is %f %% a year', (feeRate, count, percent) => {
    expect(Number((annualRateOf(rate(feeRate), count) * 100).toFixed(4))).toBe(percent)
  })
})

test('equal principal with interest by actual days (W1)', () => {
  const weilidai = account('other', {
    id: 'weilidai',
    otherDebt: {
      balance: yuan('5000'),
      balanceOn: day('2026-05-01'),
      interest: { model: 'equal-principal', count: 5, dailyRate: rate('0.05%'), repayDay: 1 },
    },
  })
  const projection = project(ledger('2026-05-01', [weilidai], []), plan({}, day('2026-05-01')))
  const paid = projection.events.filter((event) => event.what === 'repayment').map((event) => yuanText(event.amount))
  expect(paid).toEqual(['1077.50', '1060.00', '1046.50', '1031.00', '1015.00'])
})

test('a plan that goes by an estimated minimum says what Alipay may ask for, until its minimum is copied', () => {
  const told = (monthly: string, minimum: Parameters<typeof bill>[2] = {}) => {
    const story = ledger('2026-07-05', [account('huabei')], [bill('2026-07', '1000', minimum)])
    const by = plan({ money: { kind: 'monthly', amount: yuan(monthly), payOn: 6 } }, day('2026-07-05'))
    return project(story, by).notes.filter(({ code }) => code === 'plan-minimum-estimated')
  }
  expect(told('150')).toEqual([
    { code: 'plan-minimum-estimated', values: { account: 'huabei', on: '2026-07-10', safe: '200.00' } },
  ])
  expect(told('150', { shownMinimum: yuan('100') }).filter(({ values }) => values.on === '2026-07-10')).toEqual([])
  expect(told('1000')).toEqual([])
})
