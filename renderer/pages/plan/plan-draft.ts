import type { RequestInput } from '#shared/contract/contract.ts'
import { type Day, dayText, monthText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import type { ClosureTarget } from '#shared/ledger/ledger.ts'
import type { Plan } from '#shared/outlook/plan.ts'
import { parseDayField, parseMoneyField, parseMonthField } from '../../components/field-parsing.ts'

/** A plan as it is being typed: text. Lines that are not complete yet do not count and do not stop the rest. */
export type PlanDraft = {
  readonly monthly: string
  /** `due-day`, or a day of the month. */
  readonly payOn: string
  readonly strategy: Plan['strategy']['kind']
  readonly target: ClosureTarget
  readonly order: readonly string[]
  readonly lumps: readonly LumpDraft[]
  readonly spending: readonly SpendingDraft[]
  readonly freeBy: string
}

export type LumpDraft = { readonly on: string; readonly amount: string }
export type SpendingDraft = { readonly account: string; readonly monthly: string; readonly through: string }

export const EMPTY_PLAN: PlanDraft = {
  monthly: '',
  payOn: 'due-day',
  strategy: 'avalanche',
  target: 'credit-purchase',
  order: [],
  lumps: [],
  spending: [],
  freeBy: '',
}

/** A saved plan as it was typed. What the form does not offer (income, recurring sums) is kept by `planInput`. */
export function draftOfPlan(plan: Plan | null): PlanDraft {
  if (plan === null) return EMPTY_PLAN
  const { money, strategy } = plan
  return {
    monthly: money.kind === 'monthly' ? yuanText(money.amount) : '',
    payOn: money.kind === 'monthly' ? String(money.payOn) : 'due-day',
    strategy: strategy.kind,
    target: strategy.kind === 'soonest-closure' ? strategy.target : 'credit-purchase',
    order: strategy.kind === 'custom' ? strategy.order : [],
    lumps: plan.lumps.map(({ on, amount }) => ({ on: dayText(on), amount: yuanText(amount) })),
    spending: plan.newSpending.map(({ account, monthly, through }) => ({
      account,
      monthly: yuanText(monthly),
      through: monthText(through),
    })),
    freeBy: plan.goal === null ? '' : dayText(plan.goal.freeBy),
  }
}

export type PlanInput = RequestInput<'savePlan'>

/** The plan that the draft stands for; null while the monthly amount cannot be read. */
export function planInput(draft: PlanDraft, saved: Plan | null, today: Day): PlanInput | null {
  const money = moneyOf(draft, saved)
  if (money === null) return null
  const goal = parseDayField(draft.freeBy, today, 'future')
  return {
    ...money,
    ...strategyOf(draft),
    name: saved?.name ?? '',
    lumps: draft.lumps.flatMap((lump) => lumpOf(lump, today)),
    newSpending: draft.spending.flatMap((one) => spendingOf(one, today)),
    recurring: (saved?.recurring ?? []).map(({ from, through, amount }) => ({
      from: monthText(from),
      through: monthText(through),
      amount: yuanText(amount),
    })),
    settleEarly: [...(saved?.settleEarly ?? [])],
    goal: goal.ok ? { freeBy: dayText(goal.value) } : null,
  }
}

function moneyOf(draft: PlanDraft, saved: Plan | null): Partial<PlanInput> | null {
  if (draft.monthly.trim() === '') {
    if (saved?.money.kind !== 'income') return {}
    const { income, expenses, cushion } = saved.money
    return {
      income: income.map(({ day, amount }) => ({ day, amount: yuanText(amount) })),
      expenses: yuanText(expenses),
      cushion: yuanText(cushion),
    }
  }
  const monthly = parseMoneyField(draft.monthly)
  if (!monthly.ok || monthly.value < 0) return null
  return { monthly: yuanText(monthly.value), payOn: draft.payOn === 'due-day' ? 'due-day' : Number(draft.payOn) }
}

function strategyOf({ strategy, target, order }: PlanDraft): Partial<PlanInput> {
  if (strategy === 'soonest-closure') return { strategy, target }
  return strategy === 'custom' ? { strategy, order: [...order] } : { strategy }
}

function lumpOf(lump: LumpDraft, today: Day) {
  const [on, amount] = [parseDayField(lump.on, today, 'future'), parseMoneyField(lump.amount)]
  return on.ok && amount.ok && amount.value > 0 ? [{ on: dayText(on.value), amount: yuanText(amount.value) }] : []
}

function spendingOf(one: SpendingDraft, today: Day) {
  const [monthly, through] = [parseMoneyField(one.monthly), parseMonthField(one.through, today)]
  const complete = monthly.ok && monthly.value > 0 && through.ok
  return complete ? [{ account: one.account, monthly: yuanText(monthly.value), through: monthText(through.value) }] : []
}
