import { addDays, type Day, dayText, monthOf } from '#shared/kernel/day.ts'
import { type Fen, fen, yuanText } from '#shared/kernel/money.ts'
import { divide } from '#shared/kernel/rounding.ts'
import type { DerivationLine } from '#shared/ledger/derivation.ts'
import { line, spoken } from '#shared/ledger/explain/line.ts'
import { goalOf } from './projection/goal.ts'
import { arriving, nextMoneyDay } from './projection/money.ts'
import { budgetToEnd } from './projection/never.ts'
import { type Simulation, simulate } from './projection/simulate.ts'
import { withMonthly } from './projection/smallest-budget.ts'

/**
 * The monthly amount of a goal: the even share of all that is paid until the end, and what has to come on top because
 * some of it falls due earlier, with what goes wrong a fen below. null where no goal was set or no amount reaches it.
 */
export function explainGoal(simulation: Simulation): readonly DerivationLine[] | null {
  const { goal } = simulation.plan
  const asked = goal && goalOf(simulation, simulate(simulation), goal.freeBy)
  if (!asked || asked.monthly === null || asked.freeOn === null) return null
  const { monthly, freeOn, freeBy } = asked
  const share = evenShare(simulation, monthly, freeOn)
  const amount = fen(monthly - share.amount)
  return [share, ...(monthly === 0 ? [] : [beyondShare(simulation, { amount, monthly, freeBy })])]
}

/** The least monthly amount that ever ends: its even share, and what less than all of it would leave to grow. null where none is told. */
export function explainLeast(simulation: Simulation): readonly DerivationLine[] | null {
  const least = budgetToEnd(simulation, simulate(simulation))
  const freeOn = least && simulate({ ...simulation, plan: withMonthly(simulation.plan, least) }).freeOn
  if (!least || freeOn === null) return null
  const share = evenShare(simulation, least, freeOn)
  return spoken([share, line('least-endless', fen(least - share.amount), { certainty: 'assumed' })])
}

function evenShare(simulation: Simulation, monthly: Fen, freeOn: Day): DerivationLine {
  const course = { ...simulation, plan: withMonthly(simulation.plan, monthly) }
  const paid = simulate(course).totalPaid
  const { times, extra } = arrivals(course, freeOn)
  const share = times === 0 ? 0 : divide(Math.max(paid - extra, 0), times, 'down')
  const values = { on: dayText(freeOn), paid: yuanText(paid), times, ...(extra > 0 && { extra: yuanText(fen(extra)) }) }
  return line('goal-share', fen(share), { values, certainty: 'assumed', rounding: 'down' })
}

/** How often the monthly amount arrives through a day, and what arrives beside it. */
function arrivals({ plan, books: { day: start } }: Simulation, through: Day) {
  const run = { plan, start }
  const without = { plan: withMonthly(plan, fen(0)), start }
  let times = 0
  let extra = plan.lumps.reduce((sum, { on, amount }) => (on >= start && on <= through ? sum + amount : sum), 0)
  for (let day = nextMoneyDay(run, addDays(start, -1)); day <= through; day = nextMoneyDay(run, day)) {
    const beside = arriving(without, day)
    extra += beside
    if (arriving(run, day) > beside) times += 1
  }
  return { times, extra }
}

type Beyond = { readonly amount: Fen; readonly monthly: Fen; readonly freeBy: Day }

function beyondShare(simulation: Simulation, { amount, monthly, freeBy }: Beyond): DerivationLine {
  const less = simulate({
    ...simulation,
    plan: withMonthly(simulation.plan, fen(monthly - 1)),
    months: monthOf(freeBy) - monthOf(simulation.books.day) + 1,
  })
  const short = less.shortfalls[0]
  if (!short) return line('goal-late', amount, { values: { freeBy: dayText(freeBy) }, certainty: 'assumed' })
  const { on, required, available } = short
  const values = { on: dayText(on), required: yuanText(required), available: yuanText(available) }
  return line('goal-short', amount, { values, certainty: 'assumed' })
}
