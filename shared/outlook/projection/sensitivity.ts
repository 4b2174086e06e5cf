import { type Day, dayText } from '#shared/kernel/day.ts'
import { type Fen, fen, yuanText } from '#shared/kernel/money.ts'
import { unbilled } from '#shared/ledger/book/plan-book.ts'
import type { Sensitivity, Warning } from '../answers.ts'
import type { Plan } from '../plan.ts'
import { warning } from '../warning.ts'
import { nextMoneyDay } from './money.ts'
import type { RunResult } from './run.ts'
import { type Simulation, simulate } from './simulate.ts'

/** How much more is tried each month, and once. */
export const MORE_MONTHLY = fen(10_000)
export const MORE_ONCE = fen(50_000)
/** Of many installment plans only those with the most fees are tried. */
const PLANS_TRIED = 6

/** A course that can no longer end is not followed on. */
export const STOP_AT = { shortfall: false, stuck: true } as const

/** Which single change brings the day forward most; then by what it saves (engine.md 9). */
export function sensitivityOf(simulation: Simulation, base: RunResult): readonly Sensitivity[] {
  if (base.freeOn === simulation.books.day) return []
  const cost = costOf(base)
  return changesOf(simulation)
    .map(({ change, plan }) => {
      const result = simulate({ ...simulation, plan, withEvents: false, stopAt: STOP_AT })
      return { change, freeOn: result.freeOn, days: daysEarlier(base, result), cost: fen(costOf(result) - cost) }
    })
    .filter((one) => one.freeOn !== base.freeOn || one.cost !== 0)
    .sort((a, b) => endless(a) - endless(b) || b.days - a.days || a.cost - b.cost)
}

const endless = ({ freeOn }: Sensitivity): number => (freeOn === null ? 1 : 0)

export const costOf = (result: Pick<RunResult, 'interest' | 'fees' | 'penalties'>): Fen =>
  fen(result.interest + result.fees + result.penalties)

/** Against a plan that never ends, the days are 0 and `freeOn` says enough. */
const daysEarlier = (base: RunResult, other: RunResult): number =>
  base.freeOn === null || other.freeOn === null ? 0 : base.freeOn - other.freeOn

type Change = { readonly change: Warning; readonly plan: Plan }

export function changesOf({ plan, books }: Simulation): readonly Change[] {
  const changes: Change[] = []
  const more = moreMoney(plan)
  if (more) changes.push({ change: warning('change-more-monthly', { amount: yuanText(MORE_MONTHLY) }), plan: more })
  const on = onceOn(plan, books.day)
  const lumps = [...plan.lumps, { on, amount: MORE_ONCE }]
  changes.push({
    change: warning('change-once', { amount: yuanText(MORE_ONCE), on: dayText(on) }),
    plan: { ...plan, lumps },
  })
  if (plan.newSpending.length > 0) {
    changes.push({ change: warning('change-no-new-spending'), plan: { ...plan, newSpending: [] } })
  }
  if (plan.strategy.kind !== 'avalanche') {
    changes.push({ change: warning('change-avalanche'), plan: { ...plan, strategy: { kind: 'avalanche' } } })
  }
  for (const { id, name, fees } of plansByFees(books, plan.settleEarly)) {
    const change = warning('change-settle-early', { plan: id, name, fees: yuanText(fees) })
    changes.push({ change, plan: { ...plan, settleEarly: [...plan.settleEarly, id] } })
  }
  return changes
}

function moreMoney(plan: Plan): Plan | null {
  const { money } = plan
  if (money.kind === 'monthly') return { ...plan, money: { ...money, amount: fen(money.amount + MORE_MONTHLY) } }
  if (money.kind === 'enough') return null
  const [first, ...rest] = money.income
  return first
    ? { ...plan, money: { ...money, income: [{ ...first, amount: fen(first.amount + MORE_MONTHLY) }, ...rest] } }
    : null
}

/** The first day on which the plan's money arrives, else the plan's first day. */
function onceOn(plan: Plan, start: Day): Day {
  const day = nextMoneyDay({ plan, start }, (start - 1) as Day)
  return day - start > 31 ? start : day
}

/** Those that the plan settles anyway take no place of another. */
function plansByFees(
  books: Simulation['books'],
  settled: Plan['settleEarly'],
): { id: string; name: string; fees: Fen }[] {
  const plans = [...books.billed.values()].flatMap((book) =>
    book.plans.map((plan) => ({
      id: plan.plan.id,
      name: plan.plan.label || book.account.name,
      fees: fen(unbilled(plan).reduce((sum, period) => sum + period.fee, 0)),
    })),
  )
  return plans
    .filter(({ id, fees }) => fees > 0 && !settled.includes(id))
    .sort((a, b) => b.fees - a.fees)
    .slice(0, PLANS_TRIED)
}
