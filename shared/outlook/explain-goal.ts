import { addDays, type Day, dayText, monthOf } from '#shared/kernel/day.ts'
import { type Fen, fen, yuanText } from '#shared/kernel/money.ts'
import { divide } from '#shared/kernel/rounding.ts'
import type { DerivationLine } from '#shared/ledger/derivation.ts'
import { line } from '#shared/ledger/explain/line.ts'
import { goalOf } from './projection/goal.ts'
import { arriving, nextMoneyDay } from './projection/money.ts'
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
  const paid = simulate({ ...simulation, plan: withMonthly(simulation.plan, monthly) }).totalPaid
  const { times, extra } = arrivals({ ...simulation, plan: withMonthly(simulation.plan, monthly) }, freeOn)
  const share = times === 0 ? 0 : divide(Math.max(paid - extra, 0), times, 'down')
  const values = { on: dayText(freeOn), paid: yuanText(paid), times, ...(extra > 0 && { extra: yuanText(fen(extra)) }) }
  return [
    line('goal-share', fen(share), { values, certainty: 'assumed', rounding: 'down' }),
    ...(monthly === 0 ? [] : [beyondShare(simulation, { amount: fen(monthly - share), monthly, freeBy })]),
  ]
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
