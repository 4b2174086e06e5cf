import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayText, monthText } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen } from '#shared/kernel/money.ts'
import { RATE_SCALE, rate } from '#shared/kernel/rate.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import { COLUMNS, columnTotal, ROWS, rowTotal, totalOf } from '#shared/ledger/cells.ts'
import type { DerivationLine } from '#shared/ledger/derivation.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { rollingOf } from '#shared/ledger/rolling.ts'
import { closureOf } from '#shared/outlook/closure/closure-of.ts'
import { explainFigure } from '#shared/outlook/explain-outlook.ts'
import { explainShown } from '#shared/outlook/explain-shown.ts'
import { minimumCost } from '#shared/outlook/minimum-cost.ts'
import { planInFull } from '#shared/outlook/plan.ts'
import { project, startOf } from '#shared/outlook/projection/project.ts'
import type { EventLines } from '#shared/outlook/projection/run.ts'
import { simulate } from '#shared/outlook/projection/simulate.ts'
import { payoffQuotes } from '#shared/outlook/quote.ts'
import { compared, counting } from '#shared/outlook/shown-quote.ts'
import { yuan } from '../ledger/facts.ts'
import { anyLedger } from '../ledger/generate.ts'
import { runs } from '../runs.ts'
import { anyDebts, anyPlanFor } from './any-plan.ts'
import { anyUnderTerms } from './any-terms.ts'
import { TARGETS } from './closing-stories.ts'
import { sumsUp } from './trees.ts'

/** Nothing that is shown stands unexplained: each id beside a figure leads to a tree whose lines sum to it (engine.md 11). */

type Figure = readonly [id: string, amount: Fen]

/** Lines that say balance × rate × days (at a multiple of the rate) and were rounded alone are that, half up; or are taken off. */
const ALONE = ['loan-interest-days', 'loan-interest-to-day']
/** One rounding for several of them: each is less than a fen off. */
const TOGETHER = ['interest-stretch', 'charge-stretch', 'loan-charge-stretch', 'daily-interest']
function isReckoned({ rule, amount, values, lines }: DerivationLine): boolean {
  if (!lines.every(isReckoned)) return false
  if (![...ALONE, ...TOGETHER].includes(rule)) return true
  const { balance, rate: daily, days, times = 1 } = values
  const exact = (yuan(String(balance)) * rate(String(daily)) * Number(days) * Number(times)) / RATE_SCALE
  const size = Math.abs(amount)
  return ALONE.includes(rule) ? size === Math.floor(exact + 0.5 + 1e-9) : Math.abs(size - exact) < 1
}

/** Interest of a loan and a cell that settling changes are never just stated. */
const isMute = ({ rule, amount, certainty, lines }: DerivationLine): boolean =>
  lines.length === 0
    ? amount !== 0 &&
      certainty !== 'shown' &&
      ['loan-interest', 'loan-penalty', 'settled-cell', 'early-settlement'].includes(rule)
    : lines.some(isMute)

/** Several figures of one id are one figure: two receipts, two charges of a day. */
function together(figures: readonly Figure[]): readonly Figure[] {
  const sums = new Map<string, Fen>()
  for (const [id, amount] of figures) sums.set(id, fen((sums.get(id) ?? 0) + amount))
  return [...sums]
}

function expectExplained(facts: Ledger, figures: readonly Figure[]): void {
  for (const [id, amount] of together(figures)) {
    const derivation = explainFigure(facts, planInFull(facts.today), id)
    const sum = sumFen(derivation?.lines.map((line) => line.amount) ?? [])
    expect([id, derivation?.amount, sum, derivation?.lines.every(sumsUp)]).toEqual([id, amount, amount, true])
    expect([id, derivation?.lines.filter((one) => !isReckoned(one) || isMute(one))]).toEqual([id, []])
  }
}

const holds = (figuresOf: (facts: Ledger) => readonly Figure[], count: number): void =>
  fc.assert(
    fc.property(anyUnderTerms, (facts) => expectExplained(facts, figuresOf(facts))),
    runs(count),
  )

test('what is owed: in all, of each account, in each row of its cells and in each of the sixteen', () => {
  holds((facts) => {
    const { accounts, total } = owedOn(facts)
    const on = dayText(facts.today)
    const cells = accounts.flatMap(({ id, cells }) =>
      ROWS.flatMap((row) => COLUMNS.map((column): Figure => [`owed:${id}:${row}.${column}@${on}`, cells[row][column]])),
    )
    const rows = accounts.flatMap(({ id, cells }): Figure[] => [
      ...ROWS.map((row): Figure => [`owed:${id}:${row}@${on}`, rowTotal(cells, row)]),
      [`owed:${id}:overdue+billed@${on}`, fen(rowTotal(cells, 'overdue') + rowTotal(cells, 'billed'))],
    ])
    return [[`owed@${on}`, total], ...accounts.map((one): Figure => [one.explain, one.total]), ...rows, ...cells]
  }, 100)
})

test('what stands beside the cells', () => {
  holds((facts) => {
    return owedOn(facts).accounts.flatMap((one): Figure[] => {
      const figures = {
        usedQuota: one.usedQuota,
        awaitingReceipt: one.awaitingReceipt,
        refundExpected: one.refundExpected,
        prepaid: one.prepaid,
        'earlyRepayFee.before': one.earlyRepayFee.before,
        'earlyRepayFee.after': one.earlyRepayFee.after,
      }
      return Object.entries(figures).map(([name, amount]) => [`owed:${one.id}:${name}@${dayText(facts.today)}`, amount])
    })
  }, 100)
})

test('what is left of a limit', () => {
  fc.assert(
    fc.property(anyUnderTerms, (facts) => {
      const limited = { ...facts, accounts: facts.accounts.map((one) => ({ ...one, limit: yuan('800') })) }
      const figures = owedOn(limited).accounts.map(
        ({ id, availableQuota }): Figure => [`owed:${id}:availableQuota@${dayText(facts.today)}`, availableQuota!],
      )
      expectExplained(limited, figures)
      expect(explainFigure(facts, planInFull(facts.today), figures[0]![0])).toBeNull()
    }),
    runs(50),
  )
})

test('the total of a bill and what is paid of it', () => {
  holds((facts) => {
    return billsOf(facts).flatMap(({ account: id, month, status, total, paid }): Figure[] => [
      [`bill:${id}:${monthText(month)}:total@${dayText(facts.today)}`, total],
      [`bill:${id}:${monthText(month)}:paid@${dayText(facts.today)}`, paid],
      ...(status === 'upcoming'
        ? []
        : [[`bill:${id}:${monthText(month)}:left@${dayText(facts.today)}`, fen(total - paid)] as const]),
    ])
  }, 100)
})

test('sums of bills: unpaid, rolling, and what a day to come will ask for; what entries add up to, and by how much not', () => {
  holds((facts) => {
    const bills = billsOf(facts)
    const on = dayText(facts.today)
    const [issued, upcoming] = [
      bills.filter((one) => one.status !== 'upcoming'),
      bills.filter((one) => one.status === 'upcoming'),
    ]
    const coming = new Map<string, Fen>()
    for (const { dueOn, unpaid } of upcoming) {
      coming.set(dayText(dueOn), fen((coming.get(dayText(dueOn)) ?? 0) + unpaid))
    }
    return [
      [`bills:unpaid@${on}`, sumFen(issued.map(({ unpaid }) => unpaid))],
      [`bills:rolling@${on}`, rollingOf(bills)],
      ...[...coming].map(([due, amount]): Figure => [`bills:coming:${due}@${on}`, amount]),
      ...issued.flatMap(({ account, month, derived, proof }): Figure[] => {
        const of = `bill:${account}:${monthText(month)}`
        const differs: Figure[] = proof.state === 'differs' ? [[`${of}:differs@${on}`, proof.difference]] : []
        return [[`${of}:derived@${on}`, derived], ...differs]
      }),
    ]
  }, 150)
})

test('what is unpaid of a bill, its minimum and the minimum that is safe', () => {
  holds((facts) => {
    return billsOf(facts).flatMap(({ account, month, status, unpaid, minimum, minimumSafe }): Figure[] => {
      const of = `${account}:${monthText(month)}@${dayText(facts.today)}`
      const left: Figure = [`bill:${of}`, unpaid]
      return status === 'upcoming' ? [left] : [left, [`minimum:${of}`, minimum], [`minimum-safe:${of}`, minimumSafe]]
    })
  }, 150)
})

test('what is due next, of the bill and of the day that ask for it: in full, its minimum and what that costs', () => {
  holds((facts) => {
    const { nextDue } = owedOn(facts)
    const on = dayText(facts.today)
    const bills = nextDue.flatMap(({ account, bill, amount }): Figure[] =>
      bill === null ? [] : [[`bill:${account}:${monthText(bill)}@${on}`, amount]],
    )
    const days = nextDue.flatMap((due): Figure[] =>
      (
        [
          ['full', due.amount],
          ['minimum', due.minimum],
          ['safe', due.minimumSafe],
        ] as const
      ).flatMap(([what, amount]): Figure[] => [
        [`due:${what}:${due.account}:${dayText(due.on)}@${on}`, amount],
        [`due:${what}:${dayText(due.on)}@${on}`, amount],
      ]),
    )
    const coming = nextDue.find(({ overdue }) => !overdue)
    const cost = minimumCost(facts.accounts, { nextDue })
    const rolls: Figure[] = coming && cost ? [[`due:cost:${dayText(coming.on)}@${on}`, cost.amount]] : []
    return [...bills, ...days, ...rolls]
  }, 150)
})

test('what settling takes today and in twenty days, and what it may leave behind', () => {
  holds((facts) => {
    const days = [facts.today, addDays(facts.today, 20)]
    const quotes = days.flatMap((on) => payoffQuotes(facts, on))
    const together = days.flatMap((day): Figure[] => {
      const own = quotes.filter(({ on }) => on === day)
      const less = fen(owedOn(facts, day).total - sumFen(own.map(({ total }) => total)))
      return [
        [`quote:high@${dayText(day)}`, sumFen(own.map(({ range }) => range.high))],
        [`quote:less@${dayText(day)}`, less],
      ]
    })
    const each = quotes.flatMap(({ account: id, on, explain, total, range, residue }): Figure[] => [
      [explain, total],
      [`quote:${id}:low@${dayText(on)}`, range.low],
      [`quote:${id}:high@${dayText(on)}`, range.high],
      ...residue.map((one): Figure => [one.explain, one.amount]),
    ])
    return [...together, ...each]
  }, 150)
})

test('each cell of a quote, its columns and the charge of settling early', () => {
  holds((facts) => {
    return payoffQuotes(facts, addDays(facts.today, 9)).flatMap(({ account: id, on, cells, earlyRepayFee }) => {
      const figure = (part: string, amount: Fen): Figure => [`quote:${id}:${part}@${dayText(on)}`, amount]
      return [
        figure('early', earlyRepayFee),
        figure('cells', totalOf(cells)),
        ...COLUMNS.map((column) => figure(column, columnTotal(cells, column))),
        ...ROWS.flatMap((row) => COLUMNS.map((column) => figure(`${row}.${column}`, cells[row][column]))),
      ]
    })
  }, 40)
})

test('a quote of which cells were copied from Alipay: those count, and the sum is theirs', () => {
  fc.assert(
    fc.property(anyUnderTerms, fc.nat(15), fc.nat(100_000), (facts, at, amount) => {
      for (const quote of payoffQuotes(facts)) {
        const [row, column] = [ROWS[Math.floor(at / 4)]!, COLUMNS[at % 4]!]
        const shown = { account: quote.account, on: quote.on, at: 0, cells: [{ row, column, amount: fen(amount) }] }
        const { cells, total } = compared(quote, shown)
        const on = dayText(quote.on)
        const figures = [`shown:${quote.account}@${on}`, `shown:${quote.account}:cells@${on}`, `shown@${on}`]
        const sums = figures.map((figure) => {
          const told = explainShown(facts, [shown], figure)
          expect([figure, told?.lines.every(sumsUp)]).toEqual([figure, true])
          return told?.amount
        })
        const all = sumFen(payoffQuotes(facts).map((one) => counting(one, [shown]).total))
        expect(sums).toEqual([total, totalOf(cells), all])
        expect(explainShown(facts, [], `shown:${quote.account}@${on}`)).toBeNull()
      }
    }),
    runs(40),
  )
})

test('what closing takes and costs, and what each requirement still lacks', () => {
  holds(
    (facts) =>
      TARGETS.flatMap((target) => {
        const { payNow, requirements, choice } = closureOf(facts, target)
        const costs = choice === null ? [] : [choice.soonest, choice.bySchedule]
        const lacking = requirements.flatMap((one): Figure[] =>
          one.explain === null || one.amount === null ? [] : [[one.explain, one.amount]],
        )
        const closing = costs.map(({ explain, cost }): Figure => [explain, cost])
        return [[payNow.explain, payNow.total] as const, ...closing, ...lacking]
      }),
    100,
  )
})

test('what each step to closing pays', () => {
  holds((facts) => {
    const steps = TARGETS.flatMap((target) => closureOf(facts, target).steps)
    return [...new Map(steps.flatMap(({ explain, amount }) => (explain === undefined ? [] : [[explain, amount!]])))]
  }, 60)
})

/** Of a step that says nothing but its amount there is nothing more to tell. */
const PLAIN = ['projected-free', 'projected-returned']

test('each step of a projection, by whatever plan: where it comes from or goes to, to the fen', () => {
  const anyCase = anyDebts.chain((facts) => anyPlanFor(facts).map((plan) => ({ facts, plan })))
  fc.assert(
    fc.property(anyCase, ({ facts, plan }) => {
      const lines: EventLines = new Map()
      const { events } = simulate({ ...startOf(facts, plan), withEvents: true, lines, months: 30 })
      const figures = together(events.map(({ explain, amount }): Figure => [explain, amount]))
      for (const [id, amount] of figures) {
        const steps = lines.get(id) ?? []
        expect([id, sumFen(steps.map((step) => step.amount)), steps.every(sumsUp)]).toEqual([id, amount, true])
        expect([id, steps.filter((one) => !isReckoned(one) || isMute(one))]).toEqual([id, []])
        const mute = steps.filter((step) => step.amount !== 0 && step.lines.length === 0 && !PLAIN.includes(step.rule))
        expect([id, mute.map(({ rule }) => rule)]).toEqual([id, []])
      }
    }),
    runs(60),
  )
})

test('a step is asked for by its id', () => {
  holds((facts) => {
    const { events } = project(facts, planInFull(facts.today))
    const ids = new Set(events.slice(0, 12).map(({ explain }) => explain))
    return events.filter(({ explain }) => ids.has(explain)).map(({ explain, amount }) => [explain, amount])
  }, 30)
})

test('a figure that does not exist is not explained', () => {
  fc.assert(
    fc.property(anyLedger, (facts) => {
      const on = dayText(facts.today)
      const plan = planInFull(facts.today)
      for (const id of [
        'anything',
        `minimum:nobody:2026-07@${on}`,
        `minimum:${facts.accounts[0]?.id}:1990-01@${on}`,
        `minimum-safe:${facts.accounts[0]?.id}:2026-13@${on}`,
        `owed:${facts.accounts[0]?.id}:everything@${on}`,
        `owed:${facts.accounts[0]?.id}:next+@${on}`,
        `quote:nobody:low@${on}`,
        `quote:${facts.accounts[0]?.id}:middle@${on}`,
        `quote:${facts.accounts[0]?.id}:next.early@${on}`,
        `bill:${facts.accounts[0]?.id}:2026-13:total@${on}`,
        `residue:nobody:trailing-interest@${on}`,
        `residue:${facts.accounts[0]?.id}:anything@${on}`,
        `closure:nothing@${on}`,
        `closure:huabei:residue-watched@${on}`,
        `closure:huabei@2026-02-30`,
        `projection:nobody:interest@${on}`,
        `plan:goal@${on}`,
        `plan:cost:nobody@${on}`,
        `plan:free:nobody@${on}`,
        `plan:more@${on}`,
        `plan:minimum-short:${on}@${on}`,
        `plan:money@${on}`,
        `plan:left:nobody:${on}@${on}`,
        `plan:left:1990-01-01@${on}`,
        `bills:everything@${on}`,
        `bills:coming@${on}`,
        `plan:cost@2026-02-30`,
        `settle:nothing:pay@${on}`,
        `due:full:1990-01-01@${on}`,
        `due:full:nobody:${on}@${on}`,
        `due:everything:${on}@${on}`,
        `settle:${facts.entries.find(({ kind }) => kind === 'installments')?.id}:pay@1990-01-01`,
      ])
        expect([id, explainFigure(facts, plan, id)]).toEqual([id, null])
    }),
    runs(20),
  )
})
