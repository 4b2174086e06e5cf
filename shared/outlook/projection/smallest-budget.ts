import { type Fen, fen } from '#shared/kernel/money.ts'
import type { Plan } from '../plan.ts'
import type { RunResult } from './run.ts'
import { type Simulation, simulate } from './simulate.ts'

/** The same plan with another monthly amount; plans with other money pay it on the first due day of the month. */
export function withMonthly(plan: Plan, amount: Fen): Plan {
  const payOn = plan.money.kind === 'monthly' ? plan.money.payOn : 'due-day'
  const strategy = plan.strategy.kind === 'minimum-only' ? ({ kind: 'avalanche' } as const) : plan.strategy
  return { ...plan, money: { kind: 'monthly', amount, payOn }, strategy }
}

/**
 * The smallest monthly amount, exact to the fen, whose run is good: that amount is, one fen less is not. null where no
 * amount up to `most` is. Roundings can make a fen more a month fail where a fen less succeeds, by at most a fen per
 * debt and month (engine.md 9): so the search ends only once as many amounts below as there are debts fail in a row.
 */
export function smallestBudget(
  simulation: Simulation,
  bounds: {
    readonly fails: number
    readonly first: number
    readonly most: number
    readonly stopAt: NonNullable<Simulation['stopAt']>
  },
  good: (result: RunResult) => boolean,
): { readonly monthly: Fen; readonly result: RunResult } | null {
  const run = (amount: number): RunResult =>
    simulate({
      ...simulation,
      plan: withMonthly(simulation.plan, fen(amount)),
      withEvents: false,
      stopAt: bounds.stopAt,
    })
  let fails = bounds.fails
  let works = Math.max(bounds.first, fails + 1)
  const found = new Map<number, RunResult>()
  const isGood = (amount: number): boolean => {
    const tried = run(amount)
    if (good(tried)) found.set(amount, tried)
    return found.has(amount)
  }
  while (!isGood(works)) {
    if (works >= bounds.most) return null
    fails = works
    works = Math.min(Math.max(works * 2, 1), bounds.most)
  }
  works = smallestBetween(fails, works, isGood)
  const debts = simulation.ledger.accounts.length
  for (let below = works - 1; below > bounds.fails && works - below <= debts; below--) if (isGood(below)) works = below
  return { monthly: fen(works), result: found.get(works)! }
}

/** The smallest whole number that is good, between one that is not and one that is, by halves. */
export function smallestBetween(bad: number, good: number, isGood: (tried: number) => boolean): number {
  let [fails, works] = [bad, good]
  while (works - fails > 1) {
    const middle = Math.floor((works + fails) / 2)
    if (isGood(middle)) works = middle
    else fails = middle
  }
  return works
}
