import { addMonths, type Month, monthOf, monthText } from '#shared/kernel/day.ts'
import { type Fen, yuanText } from '#shared/kernel/money.ts'
import type { Warning } from '../answers.ts'
import { warning } from '../warning.ts'
import { mostNeeded } from './goal.ts'
import type { RunResult } from './run.ts'
import { MONTHS_AT_MOST, type Simulation } from './simulate.ts'
import { smallestBudget } from './smallest-budget.ts'

/** Why a plan never ends, in the terms of its own last month. */
export function reasonOf(simulation: Simulation, result: RunResult): Warning | null {
  const { plan } = simulation
  if (result.outcome === 'free') return null
  if (result.totalPaid === 0) return warning('never-no-money')
  if (plan.strategy.kind === 'minimum-only' && hasNoMinimumLeft(simulation, result)) return warning('never-no-minimum')
  const month = result.byMonth.at(-1)
  const added = month ? month.interest + month.fees + month.penalties : 0
  if (month && added >= month.paid) {
    const values = { month: monthText(month.month), added: yuanText(added as Fen), paid: yuanText(month.paid) }
    return warning(plan.strategy.kind === 'minimum-only' ? 'never-minimum-too-small' : 'never-interest-exceeds', values)
  }
  const spending = endlessSpending(simulation)
  if (spending !== null) return warning('never-spending-goes-on', { through: monthText(spending) })
  return warning('never-too-slow', { months: MONTHS_AT_MOST })
}

/** Only debts are left that nobody asks anything of: whoever pays what is asked for never pays them. */
const hasNoMinimumLeft = ({ books }: Simulation, { accounts }: RunResult): boolean =>
  accounts.every(({ id, balance }) => balance === 0 || books.other.get(id)?.debt?.interest.model === 'none')

/** The month through which something is bought anew, where that is the last one that is looked at, or later. */
function endlessSpending({ plan, books }: Simulation): Month | null {
  const through = Math.max(0, ...plan.newSpending.filter(({ monthly }) => monthly > 0).map((one) => one.through))
  return through < addMonths(monthOf(books.day), MONTHS_AT_MOST - 1) ? null : (through as Month)
}

/** The smallest monthly amount that ends within 600 months; null where the plan ends, and where none would end it. */
export function budgetToEnd(simulation: Simulation, result: RunResult): Fen | null {
  if (result.outcome === 'free' || endlessSpending(simulation) !== null) return null
  const { plan } = simulation
  const fails = plan.money.kind === 'monthly' && plan.strategy.kind !== 'minimum-only' ? plan.money.amount : -1
  const first = Math.max(fails + 1, Math.ceil((result.byMonth[0]?.opening ?? 0) / 100))
  const most = Math.max(mostNeeded(simulation, result), first)
  const bounds = { fails, first, most, stopAt: { shortfall: false, stuck: true } }
  return smallestBudget(simulation, bounds, (one) => one.outcome === 'free')?.monthly ?? null
}
