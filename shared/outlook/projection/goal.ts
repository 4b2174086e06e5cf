import { type Day, dayInMonth, dayText, monthOf } from '#shared/kernel/day.ts'
import { type Fen, fen, yuanText, ZERO } from '#shared/kernel/money.ts'
import { unbilled } from '#shared/ledger/book/plan-book.ts'
import { cycleOfMonth } from '#shared/ledger/cycle.ts'
import type { ProjectedGoal, Warning } from '../answers.ts'
import { warning } from '../warning.ts'
import { arrearsOf } from './arrears.ts'
import { nextMoneyDay, SPENDING_DAY } from './money.ts'
import type { RunResult } from './run.ts'
import type { ShortDebt } from './shortfall.ts'
import { type Simulation, simulate } from './simulate.ts'
import { smallestBetween, smallestBudget, withMonthly } from './smallest-budget.ts'

/** The smallest monthly amount, without any shortfall, to be free by a day; one fen less fails (engine.md 9). */
export function goalOf(simulation: Simulation, base: RunResult, freeBy: Day): ProjectedGoal {
  const start = simulation.books.day
  const unreachable = (reason: Warning): ProjectedGoal => ({ freeBy, monthly: null, freeOn: null, reason })
  if (freeBy < start) return unreachable(warning('goal-in-the-past', { freeBy: dayText(freeBy) }))
  const good = (result: RunResult): boolean =>
    result.freeOn !== null && result.freeOn <= freeBy && result.shortfalls.length === 0
  const months = monthOf(freeBy) - monthOf(start) + 1
  const most = mostNeeded(simulation, base)
  const found = smallestBudget(
    { ...simulation, months },
    { fails: -1, first: Math.ceil(most / 2 / months), most, stopAt: { shortfall: true, stuck: true } },
    good,
  )
  if (found) {
    const { monthly, result } = found
    return { freeBy, monthly, freeOn: result.freeOn, reason: bitByBit({ ...simulation, months }, freeBy, monthly) }
  }
  const shortfall = simulate({ ...simulation, months, plan: withMonthly(simulation.plan, fen(most)) }).shortfalls[0]
  return unreachable(whyNot(simulation, freeBy) ?? shortOrNever(freeBy, shortfall))
}

/**
 * What is overdue is asked for at once, and can ask for more than its day needs: then it is said what is enough for who
 * pays it off bit by bit, in a round amount.
 */
function bitByBit(simulation: Simulation, freeBy: Day, monthly: Fen): Warning | null {
  const overdue = arrearsOf(simulation)
  if (overdue === 0) return null
  const step = 10 ** Math.max(String(monthly).length - DIGITS, 2)
  const inTime = (steps: number): boolean => {
    const plan = withMonthly(simulation.plan, fen(steps * step))
    const { freeOn, shortfalls } = simulate({ ...simulation, plan, stopAt: { shortfall: false, stuck: true } })
    const becomesOverdue = shortfalls.some(({ debts }) => debts.some((debt) => !LEFT_AS_IT_WAS.has(debt.becomes)))
    return freeOn !== null && freeOn <= freeBy && !becomesOverdue
  }
  const enough = fen(smallestBetween(-1, Math.ceil(monthly / step), inTime) * step)
  if (enough >= monthly) return null
  const values = { overdue: yuanText(overdue), freeBy: dayText(freeBy), monthly: yuanText(enough) }
  return warning('goal-overdue-bit-by-bit', values)
}

/** Whoever pays off bit by bit what is overdue may not let anything else fall due unpaid. */
const LEFT_AS_IT_WAS: ReadonlySet<ShortDebt['becomes']> = new Set(['paid', 'stays-overdue'])

/** So exact is that amount: whole yuan, and no more than these digits. */
const DIGITS = 3

/** More than this a month changes nothing: everything that is owed and will be spent, twice over for what it costs. */
export function mostNeeded(simulation: Simulation, base: RunResult): number {
  const opening = base.byMonth[0]?.opening ?? ZERO
  const spending = simulation.plan.newSpending.reduce((sum, one) => sum + one.monthly, 0)
  return Math.max((opening + spending) * 2 + 100_000, 1)
}

/** Something falls due before any money arrives: no monthly amount changes that. */
const shortOrNever = (freeBy: Day, shortfall: RunResult['shortfalls'][number] | undefined): Warning =>
  shortfall
    ? warning('goal-short-before-money', { on: dayText(shortfall.on), required: yuanText(shortfall.required) })
    : warning('goal-not-reachable', { freeBy: dayText(freeBy) })

function whyNot(simulation: Simulation, freeBy: Day): Warning | null {
  const { plan, books } = simulation
  const values = { freeBy: dayText(freeBy) }
  const last = plan.newSpending.reduce((latest, one) => Math.max(latest, one.through), 0)
  if (last > 0 && dayInMonth(last as Parameters<typeof dayInMonth>[0], SPENDING_DAY) >= freeBy) {
    return warning('goal-spending-goes-on', values)
  }
  const run = { plan: withMonthly(plan, ZERO), start: books.day }
  if (nextMoneyDay(run, (books.day - 1) as Day) > freeBy) return warning('goal-before-money', values)
  const until = lastInstallmentDue(simulation)
  if (until !== null && until > freeBy) return warning('goal-installments-run-on', { ...values, until: dayText(until) })
  return null
}

/** Installments that nobody settles early end with their last bill only. */
function lastInstallmentDue({ books, plan }: Simulation): Day | null {
  let latest: Day | null = null
  for (const book of books.billed.values()) {
    for (const open of book.plans) {
      const last = unbilled(open).at(-1)
      if (!last || plan.settleEarly.includes(open.plan.id)) continue
      const { dueOn } = cycleOfMonth(book.account.terms, last.billMonth)
      if (latest === null || dueOn > latest) latest = dueOn
    }
  }
  return latest
}
