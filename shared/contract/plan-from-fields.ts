import { type Day, dayText, monthText } from '#shared/kernel/day.ts'
import { yuanText, ZERO } from '#shared/kernel/money.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { Plan, PlanMoney, Strategy } from '#shared/outlook/plan.ts'
import { wrongField } from './field-refusals.ts'
import type { Refusal } from './reply.ts'
import type { PlanFields, PlanFile } from './scenario.ts'

/** A plan as stated in a request, a plan file or a scenario, and back. Refuses fields that contradict each other. */

/** @param at path of the plan in its file, with the dot: `plan.`; empty for a request. */
export function planFrom(fields: PlanFields, today: Day, at = ''): Outcome<Plan, Refusal> {
  const money = moneyFrom(fields, at)
  if (!money.ok) return money
  const strategy = strategyFrom(fields, at)
  if (!strategy.ok) return strategy
  const { name, lumps, recurring, newSpending, settleEarly, goal } = fields
  const backwards = recurring.findIndex((one) => one.from > one.through)
  if (backwards >= 0) return refused(wrongField(`${at}recurring[${backwards}].through`, 'ends-before-it-starts'))
  return done({
    name,
    from: fields.from ?? today,
    money: money.value,
    strategy: strategy.value,
    lumps,
    recurring,
    newSpending,
    settleEarly,
    goal,
  })
}

function moneyFrom(fields: PlanFields, at: string): Outcome<PlanMoney, Refusal> {
  const { monthly, income, expenses, cushion } = fields
  if (monthly !== undefined && income !== undefined) return refused(wrongField(`${at}monthly`, 'monthly-and-income'))
  if (income !== undefined) {
    if (income.length === 0) return refused(wrongField(`${at}income`, 'list-too-short', '1'))
    return done({ kind: 'income', income, expenses: expenses ?? ZERO, cushion: cushion ?? ZERO })
  }
  if (expenses !== undefined) return refused(wrongField(`${at}expenses`, 'only-with-income'))
  if (cushion !== undefined) return refused(wrongField(`${at}cushion`, 'only-with-income'))
  return done(monthly === undefined ? { kind: 'enough' } : { kind: 'monthly', amount: monthly, payOn: fields.payOn })
}

function strategyFrom({ strategy, order, target }: PlanFields, at: string): Outcome<Strategy, Refusal> {
  if (order !== undefined && strategy !== 'custom') return refused(wrongField(`${at}order`, 'only-with-custom'))
  if (target !== undefined && strategy !== 'soonest-closure') {
    return refused(wrongField(`${at}target`, 'only-with-soonest-closure'))
  }
  switch (strategy) {
    case 'custom':
      return order ? done({ kind: 'custom', order }) : refused(wrongField(`${at}order`, 'needed-for-custom'))
    case 'soonest-closure':
      return target
        ? done({ kind: 'soonest-closure', target })
        : refused(wrongField(`${at}target`, 'needed-for-soonest-closure'))
    default:
      return done({ kind: strategy })
  }
}

export function planToFile(plan: Plan): PlanFile {
  return {
    ...(plan.name === '' ? {} : { name: plan.name }),
    from: dayText(plan.from),
    ...moneyToFile(plan.money),
    ...strategyToFile(plan.strategy),
    ...listToFile('lumps', plan.lumps, (lump) => ({ on: dayText(lump.on), amount: yuanText(lump.amount) })),
    ...listToFile('recurring', plan.recurring, (one) => ({
      from: monthText(one.from),
      through: monthText(one.through),
      amount: yuanText(one.amount),
    })),
    ...listToFile('newSpending', plan.newSpending, (one) => ({
      account: one.account,
      monthly: yuanText(one.monthly),
      through: monthText(one.through),
    })),
    ...listToFile('settleEarly', plan.settleEarly, (id) => id),
    ...(plan.goal ? { goal: { freeBy: dayText(plan.goal.freeBy) } } : {}),
  }
}

/** An empty list is left out: that is its default. */
const listToFile = <K extends string, T, F>(key: K, items: readonly T[], toFile: (item: T) => F) =>
  (items.length === 0 ? {} : { [key]: items.map(toFile) }) as { readonly [P in K]?: F[] }

function moneyToFile(money: PlanMoney): Partial<PlanFile> {
  if (money.kind === 'enough') return {}
  if (money.kind === 'monthly') return { monthly: yuanText(money.amount), payOn: money.payOn }
  return {
    income: money.income.map(({ day, amount }) => ({ day, amount: yuanText(amount) })),
    expenses: yuanText(money.expenses),
    cushion: yuanText(money.cushion),
  }
}

function strategyToFile(strategy: Strategy): Partial<PlanFile> {
  if (strategy.kind === 'custom') return { strategy: 'custom', order: [...strategy.order] }
  if (strategy.kind === 'soonest-closure') return { strategy: strategy.kind, target: strategy.target }
  return { strategy: strategy.kind }
}
