import { addDays, addMonths, type Day, dayInMonth, firstOf, type Month, monthOf } from '#shared/kernel/day.ts'
import { billTerms } from '#shared/ledger/cycle.ts'
import type { Plan } from '../plan.ts'
import { NEVER, type Run } from './run.ts'

/**
 * When the plan's money arrives (engine.md 9): a monthly amount on its day, or from the 1st of the month; income on
 * pay days, of which the month's expenses and cushion are kept first. Lumps and recurring extras come on top.
 */

/** The next day after `after` on which money arrives; `NEVER` where the plan has no money of its own. */
export function nextMoneyDay(run: Pick<Run, 'plan' | 'start'>, after: Day): Day {
  let next: number = NEVER
  for (const month of monthsAhead(run.plan, monthOf(after))) {
    for (const day of moneyDays(run, month)) if (day > after && day < next) next = day
    if (next !== NEVER) break
  }
  return next as Day
}

/** Whoever has money of their own has some in this month or the next; extras alone may begin in any later one. */
function monthsAhead({ recurring }: Plan, month: Month): readonly Month[] {
  const soon = [month, addMonths(month, 1)]
  return recurring.length === 0 ? soon : [...soon, ...recurring.map(({ from }) => from).sort((a, b) => a - b)]
}

export function moneyDays({ plan, start }: Pick<Run, 'plan' | 'start'>, month: Month): readonly Day[] {
  const { money } = plan
  if (money.kind === 'enough') {
    const extra = plan.recurring.some((one) => one.from <= month && month <= one.through)
    return extra ? later(start, [firstOf(month)]) : []
  }
  if (money.kind === 'income')
    return later(
      start,
      money.income.map(({ day }) => dayInMonth(month, day)),
    )
  if (money.payOn !== 'due-day') return later(start, [dayInMonth(month, money.payOn)])
  return [month === monthOf(start) ? start : firstOf(month)]
}

const later = (start: Day, days: readonly Day[]): readonly Day[] => days.filter((day) => day >= start)

/** The day on which the plan's first money is there; its start where none comes within a month. */
export function firstMoneyOn(run: Pick<Run, 'plan' | 'start'>): Day {
  const end = addDays(run.start, DAYS_OF_A_MONTH)
  for (let day = nextMoneyDay(run, addDays(run.start, -1)); day <= end; day = nextMoneyDay(run, day))
    if (arriving(run, day) > 0) return day
  return run.start
}

const DAYS_OF_A_MONTH = 31

/** What arrives on a day, lumps apart. */
export function arriving(run: Pick<Run, 'plan' | 'start'>, day: Day): number {
  const month = monthOf(day)
  const days = moneyDays(run, month)
  if (!days.includes(day)) return 0
  const { plan } = run
  const isFirst = days.every((one) => one >= day)
  const extra = isFirst
    ? plan.recurring.reduce((sum, one) => sum + (one.from <= month && month <= one.through ? one.amount : 0), 0)
    : 0
  if (plan.money.kind === 'enough') return extra
  if (plan.money.kind === 'monthly') return plan.money.amount + extra
  return extra + incomeOn(plan.money, month, day)
}

/** Expenses and cushion are kept from the first incomes of the month, so that no later rent bounces. */
function incomeOn(money: Extract<Plan['money'], { kind: 'income' }>, month: Month, day: Day): number {
  let keep = money.expenses + money.cushion
  let arrived = 0
  for (const income of [...money.income].sort((a, b) => a.day - b.day)) {
    const kept = Math.min(keep, income.amount)
    keep -= kept
    if (dayInMonth(month, income.day) === day) arrived += income.amount - kept
  }
  return arrived
}

export const lumpOn = (plan: Plan, day: Day): number =>
  plan.lumps.reduce((sum, lump) => sum + (lump.on === day ? lump.amount : 0), 0)

export function nextLumpDay(plan: Plan, after: Day): Day {
  let next: number = NEVER
  for (const lump of plan.lumps) if (lump.on > after && lump.on < next) next = lump.on
  return next as Day
}

/** New spending is posted whole on this day of each month. */
export const SPENDING_DAY = 15

export function nextSpendingDay(plan: Plan, after: Day): Day {
  const ends = plan.newSpending.filter(({ monthly }) => monthly > 0).map(({ through }) => through)
  if (ends.length === 0) return NEVER
  const month = monthOf(after)
  const same = dayInMonth(month, SPENDING_DAY)
  const next = same > after ? same : dayInMonth(addMonths(month, 1), SPENDING_DAY)
  return monthOf(next) <= Math.max(...ends) ? next : NEVER
}

/**
 * With `due-day` the surplus goes out on the first due day of the month that is still to come. An account that owes
 * nothing counts as long as something is bought on it: else whoever paid it off first would pay the next purchase later.
 */
export function firstDueDay(run: Run, from: Day): Day | null {
  const month = monthOf(from)
  const bought = run.plan.newSpending.filter((one) => one.through >= month && one.monthly > 0)
  let first: Day | null = null
  for (const { account, state, balance } of run.active) {
    if (balance === 0 && !bought.some((one) => one.account === account.id)) continue
    const days =
      state.kind === 'lending'
        ? state.book.loans.flatMap((loan) => loan.parts.filter((part) => part.principal > 0).map((part) => part.dueOn))
        : [dayInMonth(month, state.kind === 'other' ? state.book.payDay : billTerms(account.terms, month).dueDay)]
    for (const day of days) if (day >= from && monthOf(day) === month && (first === null || day < first)) first = day
  }
  return first
}
