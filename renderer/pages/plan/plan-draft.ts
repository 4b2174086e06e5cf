import type { RequestInput } from '#shared/contract/contract.ts'
import { type Day, dayText, monthText } from '#shared/kernel/day.ts'
import { type Fen, fen, yuanText } from '#shared/kernel/money.ts'
import type { ClosureTarget } from '#shared/ledger/ledger.ts'
import { leftForDebt, type Plan } from '#shared/outlook/plan.ts'
import { parseDayField, parseMoneyField, parseMonthField } from '../../components/field-parsing.ts'

/** A plan as it is being typed: text. Lines that are not complete yet do not count and do not stop the rest. */
export type PlanDraft = {
  readonly moneyKind: 'monthly' | 'income'
  readonly monthly: string
  /** `due-day`, or a day of the month. */
  readonly payOn: string
  readonly income: readonly IncomeDraft[]
  readonly expenses: string
  readonly cushion: string
  readonly strategy: Plan['strategy']['kind']
  readonly target: ClosureTarget
  readonly order: readonly string[]
  readonly lumps: readonly LumpDraft[]
  readonly recurring: readonly RecurringDraft[]
  readonly spending: readonly SpendingDraft[]
  readonly settleEarly: readonly string[]
  readonly freeBy: string
}

export type IncomeDraft = { readonly day: string; readonly amount: string }
export type LumpDraft = { readonly on: string; readonly amount: string }
export type RecurringDraft = { readonly from: string; readonly through: string; readonly amount: string }
export type SpendingDraft = { readonly account: string; readonly monthly: string; readonly through: string }

export const EMPTY_PLAN: PlanDraft = {
  moneyKind: 'monthly',
  monthly: '',
  payOn: 'due-day',
  income: [{ day: '10', amount: '' }],
  expenses: '',
  cushion: '',
  strategy: 'avalanche',
  target: 'credit-purchase',
  order: [],
  lumps: [],
  recurring: [],
  spending: [],
  settleEarly: [],
  freeBy: '',
}

/** A saved plan as it was typed. */
export function draftOfPlan(plan: Plan | null): PlanDraft {
  if (plan === null) return EMPTY_PLAN
  const { strategy } = plan
  return {
    ...EMPTY_PLAN,
    ...moneyDraft(plan.money),
    strategy: strategy.kind,
    target: strategy.kind === 'soonest-closure' ? strategy.target : EMPTY_PLAN.target,
    order: strategy.kind === 'custom' ? strategy.order : [],
    lumps: plan.lumps.map(({ on, amount }) => ({ on: dayText(on), amount: yuanText(amount) })),
    recurring: plan.recurring.map(({ from, through, amount }) => ({
      from: monthText(from),
      through: monthText(through),
      amount: yuanText(amount),
    })),
    spending: plan.newSpending.map(({ account, monthly, through }) => ({
      account,
      monthly: yuanText(monthly),
      through: monthText(through),
    })),
    settleEarly: plan.settleEarly,
    freeBy: plan.goal === null ? '' : dayText(plan.goal.freeBy),
  }
}

function moneyDraft(money: Plan['money']): Partial<PlanDraft> {
  if (money.kind === 'enough') return {}
  if (money.kind === 'monthly') return { monthly: yuanText(money.amount), payOn: String(money.payOn) }
  return {
    moneyKind: 'income',
    income: money.income.map(({ day, amount }) => ({ day: String(day), amount: yuanText(amount) })),
    expenses: yuanText(money.expenses),
    cushion: yuanText(money.cushion),
  }
}

export type PlanInput = RequestInput<'getCourse'>['plan']

/** The plan that the draft stands for; null while an amount of its money cannot be read. */
export function planInput(draft: PlanDraft, name: string, today: Day): PlanInput | null {
  const money = moneyOf(draft)
  if (money === null) return null
  const goal = parseDayField(draft.freeBy, today, 'future')
  return {
    ...money,
    ...strategyOf(draft),
    name,
    lumps: draft.lumps.flatMap((lump) => lumpOf(lump, today)),
    recurring: draft.recurring.flatMap((one) => recurringOf(one, today)),
    newSpending: draft.spending.flatMap((one) => spendingOf(one, today)),
    settleEarly: [...draft.settleEarly],
    goal: goal.ok ? { freeBy: dayText(goal.value) } : null,
  }
}

/** What the draft has for debt in a month; null while it is not said. */
export function monthlyOf(draft: PlanDraft): Fen | null {
  if (draft.moneyKind === 'monthly') {
    const monthly = parseMoneyField(draft.monthly)
    return monthly.ok && monthly.value >= 0 ? monthly.value : null
  }
  const income = draft.income.flatMap(incomeOf)
  const [expenses, cushion] = [amountOr(draft.expenses), amountOr(draft.cushion)]
  if (income.length === 0 || expenses === null || cushion === null) return null
  return leftForDebt({ income: income.map(({ day, value: amount }) => ({ day, amount })), expenses, cushion })
}

function moneyOf(draft: PlanDraft): Partial<PlanInput> | null {
  if (draft.moneyKind === 'monthly') {
    if (draft.monthly.trim() === '') return {}
    const monthly = parseMoneyField(draft.monthly)
    if (!monthly.ok || monthly.value < 0) return null
    return { monthly: yuanText(monthly.value), payOn: draft.payOn === 'due-day' ? 'due-day' : Number(draft.payOn) }
  }
  const income = draft.income.flatMap(incomeOf)
  const [expenses, cushion] = [amountOr(draft.expenses), amountOr(draft.cushion)]
  if (income.length === 0 || expenses === null || cushion === null) return null
  return {
    income: income.map(({ day, value }) => ({ day, amount: yuanText(value) })),
    expenses: yuanText(expenses),
    cushion: yuanText(cushion),
  }
}

function incomeOf({ day, amount }: IncomeDraft): readonly { readonly day: number; readonly value: Fen }[] {
  const value = parseMoneyField(amount)
  return value.ok && value.value > 0 ? [{ day: Number(day), value: value.value }] : []
}

/** An empty field is nothing; null for what cannot be read. */
function amountOr(text: string): Fen | null {
  if (text.trim() === '') return fen(0)
  const amount = parseMoneyField(text)
  return amount.ok && amount.value >= 0 ? amount.value : null
}

function strategyOf({ strategy, target, order }: PlanDraft): Partial<PlanInput> {
  if (strategy === 'soonest-closure') return { strategy, target }
  return strategy === 'custom' ? { strategy, order: [...order] } : { strategy }
}

/** Lines with something in them that do not count, because they are not complete. */
export const openLines = {
  lumps: (one: LumpDraft, today: Day): boolean => isTyped(one.on, one.amount) && lumpOf(one, today).length === 0,
  recurring: (one: RecurringDraft, today: Day): boolean =>
    isTyped(one.from, one.through, one.amount) && recurringOf(one, today).length === 0,
  spending: (one: SpendingDraft, today: Day): boolean =>
    isTyped(one.monthly, one.through) && spendingOf(one, today).length === 0,
}

const isTyped = (...fields: readonly string[]): boolean => fields.some((text) => text.trim() !== '')

export const hasOpenLines = ({ lumps, recurring, spending }: PlanDraft, today: Day): boolean =>
  lumps.some((one) => openLines.lumps(one, today)) ||
  recurring.some((one) => openLines.recurring(one, today)) ||
  spending.some((one) => openLines.spending(one, today))

/** The months of a line that end before they begin. */
export function endsBefore(one: RecurringDraft, today: Day): boolean {
  const [from, through] = [parseMonthField(one.from, today, 'future'), parseMonthField(one.through, today, 'future')]
  return from.ok && through.ok && from.value > through.value
}

function lumpOf(lump: LumpDraft, today: Day) {
  const [on, amount] = [parseDayField(lump.on, today, 'future'), parseMoneyField(lump.amount)]
  return on.ok && amount.ok && amount.value > 0 ? [{ on: dayText(on.value), amount: yuanText(amount.value) }] : []
}

function recurringOf(one: RecurringDraft, today: Day) {
  const [from, through] = [parseMonthField(one.from, today, 'future'), parseMonthField(one.through, today, 'future')]
  const amount = parseMoneyField(one.amount)
  if (!from.ok || !through.ok || !amount.ok || amount.value <= 0 || from.value > through.value) return []
  return [{ from: monthText(from.value), through: monthText(through.value), amount: yuanText(amount.value) }]
}

function spendingOf(one: SpendingDraft, today: Day) {
  const [monthly, through] = [parseMoneyField(one.monthly), parseMonthField(one.through, today, 'future')]
  const complete = monthly.ok && monthly.value > 0 && through.ok
  return complete ? [{ account: one.account, monthly: yuanText(monthly.value), through: monthText(through.value) }] : []
}
