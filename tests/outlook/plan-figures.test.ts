import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balanceSeries } from '#shared/contract/balance-series.ts'
import { addDays, day, dayText, month, monthOf, monthText } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen } from '#shared/kernel/money.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import { openBooks } from '#shared/ledger/book/ledger-book.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { ProjectedAccount } from '#shared/outlook/answers.ts'
import { BILL_PARTS } from '#shared/outlook/bill-stack.ts'
import { changeName } from '#shared/outlook/change-name.ts'
import { explainFigure } from '#shared/outlook/explain-outlook.ts'
import { type Plan, planInFull } from '#shared/outlook/plan.ts'
import { balancesOn } from '#shared/outlook/projection/balances.ts'
import { goalOf } from '#shared/outlook/projection/goal.ts'
import { minimumOnlyOf, project, startOf } from '#shared/outlook/projection/project.ts'
import { sensitivityOf } from '#shared/outlook/projection/sensitivity.ts'
import { loanSettleOrWait, settleOrWait } from '#shared/outlook/projection/settle-or-wait.ts'
import { simulate } from '#shared/outlook/projection/simulate.ts'
import { loanPayoff } from '#shared/outlook/quote-parts.ts'
import { monthRows } from '../../renderer/charts/curve-points.ts'
import { billsByMonth, costByMonth, cumulative } from '../../renderer/charts/month-parts.ts'
import { account, bill, installments, ledger, yuan } from '../ledger/facts.ts'
import { runs } from '../runs.ts'
import { anyDebts, anyPlanFor } from './any-plan.ts'
import { anyUnderTerms } from './any-terms.ts'
import { card, cards, plan } from './oracle-plans.ts'
import { sumsUp, tree } from './trees.ts'

/** The headlines of a plan, of its goal and of settling early: each a tree whose lines sum to it (engine.md 11). */

type Figure = readonly [id: string, amount: Fen]

/** Debts and a plan for them; the ends of far away are told in the other tests. */
const anyCourse = (goalAfter: number | null) =>
  anyDebts.chain((facts) =>
    anyPlanFor(facts).map((plan) => ({
      facts,
      plan: goalAfter === null ? plan : { ...plan, goal: { freeBy: addDays(plan.from, goalAfter) } },
    })),
  )

function expectBy(facts: Ledger, plan: Plan, figures: readonly Figure[]): void {
  for (const [id, amount] of figures) {
    const derivation = explainFigure(facts, plan, id)
    const sum = sumFen(derivation?.lines.map((line) => line.amount) ?? [])
    expect([id, derivation?.amount, sum, derivation?.lines.every(sumsUp)]).toEqual([id, amount, amount, true])
  }
}

test('what a plan costs and pays in all and of each account, what is left when it ends, and only the minimums', () => {
  fc.assert(
    fc.property(anyCourse(null), ({ facts, plan }) => {
      const on = dayText(facts.today)
      const result = simulate(startOf(facts, plan))
      const least = minimumOnlyOf(startOf(facts, plan))
      const costOf = (of: Pick<ProjectedAccount, 'interest' | 'fees' | 'penalties'>) =>
        sumFen([of.interest, of.fees, of.penalties])
      expectBy(facts, plan, [
        [`plan:cost@${on}`, costOf(result)],
        [`plan:paid@${on}`, result.totalPaid],
        [`plan:free@${on}`, result.byMonth.at(-1)?.closing ?? fen(0)],
        [`plan:minimum-cost@${on}`, least.cost],
        [`plan:minimum-more@${on}`, fen(least.cost - costOf(result))],
        [`plan:overdue@${on}`, least.overdue],
        [`plan:minimum-paid@${on}`, least.totalPaid],
        ...result.accounts.flatMap((one): Figure[] => [
          [`plan:cost:${one.id}@${on}`, costOf(one)],
          [`plan:paid:${one.id}@${on}`, one.paid],
        ]),
        ...result.shortfalls.slice(0, 3).map((one): Figure => {
          return [`plan:short:${dayText(one.on)}@${on}`, fen(one.required - one.available)]
        }),
      ])
      const endOf = (of: string) => explainFigure(facts, plan, `plan:free${of}@${on}`)
      expect(endOf('')?.day).toBe(result.freeOn)
      for (const one of result.accounts) expect([null, undefined, one.freeOn]).toContain(endOf(`:${one.id}`)?.day)
      if (least.freeOn !== null) expectBy(facts, plan, [[`plan:minimum-free@${on}`, fen(0)]])
    }),
    runs(15),
  )
})

test('the least that ever ends, of a plan that does not: its even share and what a fen less lacks', () => {
  // 1,000.00 at 36.5 % a year: 30.00 a month is interest alone.
  const of = cards(card('A', '1000', '36.5%', '1'))
  const by = plan({ money: { kind: 'monthly', amount: yuan('30'), payOn: 10 } }, of.today)
  const { budgetToEnd } = project(of, by)
  expect(budgetToEnd).toBeGreaterThan(yuan('30'))
  const figure = `plan:least@${dayText(of.today)}`
  expectBy(of, by, [[figure, budgetToEnd!]])
  expect(tree(of, by, figure).map((one) => one.split(' ')[1])).toEqual(['goal-share', 'least-endless'])
  const ends = plan({ money: { kind: 'monthly', amount: yuan('100'), payOn: 10 } }, of.today)
  expect(tree(of, ends, figure)).toEqual(['no such figure'])
})

test('a bill of which Alipay shows less than its parts: the first of them is cut to what the total leaves', () => {
  const entries = [installments('600', 3, '0%', { firstBill: month('2026-07') }), bill('2026-07', '150')]
  const of = ledger('2026-07-05', [account('huabei')], entries)
  const part = (what: string) => tree(of, planInFull(of.today), `month:${what}:2026-07@2026-07-05`)
  expect(part('installments')).toEqual([
    '150.00 account-owed account=huabei',
    '  200.00 bill-installments',
    '  -50.00 bill-part-cut',
  ])
  expect(part('purchases')).toEqual([])
})

test('what a plan leaves after a day, of each account and of all, is what its last steps of that day leave', () => {
  fc.assert(
    fc.property(anyCourse(null), ({ facts, plan: made }) => {
      const plan = { ...made, from: facts.today }
      const on = dayText(facts.today)
      const { events } = simulate({ ...startOf(facts, plan), withEvents: true })
      const { points } = balanceSeries(facts, { events, from: plan.from })
      const moves = events.filter(({ what }) => what !== 'statement' && what !== 'due')
      const last = new Map(moves.slice(0, 25).map((one) => [`${one.account}:${dayText(one.on)}`, one]))
      for (const [id, { on: day, account: of }] of last) {
        const end = moves.findLast((one) => one.account === of && one.on === day)!
        expectBy(facts, plan, [[`plan:left:${id}@${on}`, end.balance]])
      }
      const ahead = points.filter(({ day: at, plan: owed }) => at > facts.today && owed !== null).slice(0, 5)
      expectBy(
        facts,
        plan,
        ahead.map(({ day: at, plan: owed }): Figure => [`plan:left:${dayText(at)}@${on}`, owed!]),
      )
    }),
    runs(15),
  )
})

test('the monthly amount of a goal: never less than an even share of what is paid', () => {
  fc.assert(
    fc.property(anyCourse(400), ({ facts, plan }) => {
      const simulation = startOf(facts, plan)
      const { monthly } = goalOf(simulation, simulate(simulation), plan.goal!.freeBy)
      const figure = `plan:goal@${dayText(facts.today)}`
      if (monthly === null) expect(explainFigure(facts, plan, figure)).toBeNull()
      else expectBy(facts, plan, [[figure, monthly]])
      const lines = explainFigure(facts, plan, figure)?.lines ?? []
      expect(lines.filter(({ amount }) => amount < 0)).toEqual([])
    }),
    runs(25),
  )
})

test('what the charts show of a month: its bills together, and its cost so far and to come', () => {
  fc.assert(
    fc.property(anyCourse(null), ({ facts, plan }) => {
      const on = dayText(facts.today)
      const bills = billsOf(facts)
      const { byMonth } = simulate(startOf(facts, plan))
      const months = [...new Set(bills.map((one) => one.month))]
      const totals = months.map((of): Figure => {
        const own = bills.filter((one) => one.month === of)
        return [`month:bills:${monthText(of)}@${on}`, sumFen(own.map(({ total }) => total))]
      })
      const stacked = billsByMonth(bills, months)
      const parts = months
        .slice(0, 6)
        .flatMap((of, at) =>
          BILL_PARTS.map((part, index): Figure => [`month:${part}:${monthText(of)}@${on}`, stacked[index]![at]!]),
        )
      expectBy(facts, plan, parts)
      const drawn = costByMonth(bills, byMonth)
      const costs = drawn.months.slice(0, 20).map((of, at): Figure => {
        return [`month:cost:${monthText(of)}@${on}`, sumFen(drawn.parts.map((part) => part[at]!))]
      })
      const sums = cumulative(drawn.parts)
      const cells = drawn.months
        .slice(0, 4)
        .flatMap((of, at): Figure[] => [
          ...(['interest', 'fees', 'penalties'] as const).map(
            (what, part): Figure => [`month:${what}:${monthText(of)}@${on}`, drawn.parts[part]![at]!],
          ),
          [`month:cost-so-far:${monthText(of)}@${on}`, sums[at]!],
        ])
      expectBy(facts, plan, [...totals, ...costs, ...cells])
    }),
    runs(15),
  )
})

test('the months of a plan: what is owed at their ends, what is paid in them, what one change brings', () => {
  fc.assert(
    fc.property(anyCourse(null), ({ facts, plan }) => {
      const on = dayText(facts.today)
      const simulation = startOf(facts, plan)
      const result = simulate(simulation)
      const months = result.byMonth.slice(0, 2)
      expectBy(facts, plan, [
        ...months.flatMap((one): Figure[] => [
          [`month:opening:${monthText(one.month)}@${on}`, one.opening],
          [`month:added:${monthText(one.month)}@${on}`, sumFen([one.interest, one.fees, one.penalties])],
          [`month:paid:${monthText(one.month)}@${on}`, one.paid],
          [`month:closing:${monthText(one.month)}@${on}`, one.closing],
        ]),
        ...sensitivityOf(simulation, result).map(
          ({ change, cost }): Figure => [`plan:change:${changeName(change)}@${on}`, cost],
        ),
      ])
      expect(explainFigure(facts, plan, `month:closing:1999-01@${on}`)).toBeNull()
      expect(explainFigure(facts, plan, `plan:change:change-nothing@${on}`)).toBeNull()
    }),
    runs(8),
  )
})

test('the curve: what was owed on its days, in all and of each account, and where each month of the plan ends', () => {
  fc.assert(
    fc.property(anyCourse(null), ({ facts, plan: made }) => {
      const { today } = facts
      const plan = { ...made, from: today }
      const course = simulate({ ...startOf(facts, plan), withEvents: true })
      const { points } = balanceSeries(facts, { ...course, from: plan.from })
      const rows = monthRows(points, today)
      const past = rows.filter(({ day }) => day <= today).slice(-2)
      const ahead = rows.filter(({ day }) => day > today)
      expectBy(facts, plan, [
        ...past.map(({ day, fact }): Figure => [`balance@${dayText(day)}`, fact!]),
        ...[...balancesOn(facts, today)].map(([id, of]): Figure => [`balance:${id}@${dayText(today)}`, of]),
        ...[...ahead.slice(0, 2), ...ahead.slice(-1)].map(({ day, plan: owed }): Figure => {
          return [`month:closing:${monthText(monthOf(day))}@${dayText(today)}`, owed!]
        }),
      ])
      const closings = new Map(course.byMonth.map(({ month, closing }) => [month, closing]))
      expect(ahead.filter(({ day, plan: owed }) => closings.get(monthOf(day)) !== owed)).toEqual([])
    }),
    runs(8),
  )
})

test('law: a loan settled today takes what its quote asks for', () => {
  fc.assert(
    fc.property(anyUnderTerms, (facts) => {
      const books = openBooks(facts, facts.today)
      for (const { loan, options } of loanSettleOrWait(books)) {
        const book = [...books.lending.values()].find(({ loans }) => loans.some((one) => one.loan.id === loan))!
        const one = book.loans.find((each) => each.loan.id === loan)!
        expect(options[0]!.pay).toBe(loanPayoff(book, one, facts.today))
      }
    }),
    runs(100),
  )
})

test('settle or wait: what each day takes, the fees in it, and what is saved', () => {
  fc.assert(
    fc.property(anyUnderTerms, (facts) => {
      const plan = planInFull(facts.today)
      const { books } = startOf(facts, plan)
      const plans = settleOrWait(books).map(({ plan: id, ...one }) => ({ id, ...one }))
      const loans = loanSettleOrWait(books).map(({ loan: id, ...one }) => ({ id, ...one }))
      for (const one of [...plans, ...loans]) {
        const end = one.options.at(-1)!.costToEnd
        const each = one.options.flatMap(({ on, pay, costToEnd }): Figure[] => [
          [`settle:${one.id}:pay@${dayText(on)}`, pay],
          [`settle:${one.id}:cost@${dayText(on)}`, costToEnd],
          [`settle:${one.id}:saved@${dayText(on)}`, fen(end - costToEnd)],
        ])
        expectBy(facts, plan, [...each, [`settle:${one.id}:per-100@${dayText(facts.today)}`, fen(one.savedPerYuan)]])
      }
    }),
    runs(100),
  )
})

// 1,000.00 of July; 400.00 arrive on the 10th, in August 800.00. 600.00 roll from 11 July at 0.05 %: 0.30 a day.
const rolls = ledger('2026-07-05', [account('huabei')], [bill('2026-07', '1000', { shownMinimum: yuan('100') })])
const short = plan(
  {
    money: { kind: 'monthly', amount: yuan('400'), payOn: 10 },
    recurring: [{ from: month('2026-08'), through: month('2026-08'), amount: yuan('400') }],
    goal: { freeBy: day('2026-09-30') },
  },
  day('2026-07-05'),
)

test('a plan tells its cost by account and by what it is, its end month by month, and a goal by its even share', () => {
  const interest = (on: string, amount: string, balance: string, days: string) => [
    `    ${amount} projected-interest on=${on} balance=${balance}`,
    `      ${amount} interest-stretch ${days} balance=600.00 rate=0.05%`,
  ]
  expect(tree(rolls, short, 'plan:cost@2026-07-05')).toEqual([
    '9.30 account-owed account=huabei',
    '  9.30 plan-interest',
    ...interest('2026-07-11', '0.30', '600.30', 'from=2026-07-11 through=2026-07-11 days=1'),
    ...interest('2026-07-31', '6.00', '606.30', 'from=2026-07-12 through=2026-07-31 days=20'),
    ...interest('2026-08-01', '0.30', '606.60', 'from=2026-08-01 through=2026-08-01 days=1'),
    ...interest('2026-08-10', '2.70', '609.30', 'from=2026-08-02 through=2026-08-10 days=9'),
  ])
  expect(tree(rolls, short, 'plan:free@2026-07-05').filter((line) => !line.startsWith('    '))).toEqual([
    '0.00 plan-ends account=huabei on=2026-09-10 last=3.00 month=2026-09',
    '  1000.00 plan-opening on=2026-07-05',
    '  9.30 plan-interest',
    '  -1009.30 plan-paid',
  ])
  expect(explainFigure(rolls, short, 'plan:free@2026-07-05')?.day).toBe(day('2026-09-10'))
  // Three times 303.17: a fen less leaves interest that ends on 10 October.
  expect(tree(rolls, short, 'plan:goal@2026-07-05')).toEqual([
    '203.60 goal-share on=2026-09-10 paid=1010.81 times=3 extra=400.00',
    '99.57 goal-late freeBy=2026-09-30',
  ])
})

test('a goal that a due day asks more for says what a fen less is short of', () => {
  // 900.00 of July are due on the 10th, then 100.00 a month: ten times 180.00 would do, were the first not due at once.
  const soon = ledger(
    '2026-07-05',
    [account('huabei')],
    [
      bill('2026-07', '900', { shownMinimum: yuan('900') }),
      installments('900', 9, '0%', { firstBill: month('2026-08') }),
    ],
  )
  const goal = plan(
    { money: { kind: 'monthly', amount: yuan('100'), payOn: 10 }, goal: { freeBy: day('2027-04-30') } },
    soon.today,
  )
  expect(tree(soon, goal, 'plan:goal@2026-07-05')).toEqual([
    '180.00 goal-share on=2027-04-10 paid=1800.00 times=10',
    '720.00 goal-short on=2026-07-10 required=900.00 available=899.99',
  ])
})

test('settling early tells principal and fees, and what is saved as the fees of the end less its own', () => {
  const months = ['2026-08', '2026-09', '2026-10'] as const
  const facts = ledger(
    '2026-07-05',
    [account('huabei')],
    [installments('300', 3, '0.5%', { firstBill: month('2026-08') })],
  )
  const figure = (what: string, on: string) => tree(facts, short, `settle:${facts.entries[0]!.id}:${what}@${on}`)
  expect(figure('pay', '2026-07-05')).toEqual([
    '300.00 settle-principal',
    ...months.map((of, index) => `  100.00 installment-principal number=${index + 1} month=${of}`),
    '1.00 settle-fees',
    '  0.50 installment-fee number=1 month=2026-08',
    '  0.50 one-more-fee periods=2',
  ])
  expect(figure('cost', '2026-08-10')).toEqual([
    '0.50 installment-fee number=1 month=2026-08',
    '0.50 installment-fee number=2 month=2026-09',
    '0.50 one-more-fee periods=1',
  ])
  expect(figure('saved', '2026-07-05')).toEqual([
    '1.50 settle-end-fees',
    ...months.map((of, index) => `  0.50 installment-fee number=${index + 1} month=${of}`),
    '-1.00 settle-fees',
    '  -0.50 installment-fee number=1 month=2026-08',
    '  -0.50 one-more-fee periods=2',
  ])
  expect(figure('per-100', '2026-07-05')).toEqual(['0.17 settle-per-hundred saved=0.50 paid=301.00'])
})
