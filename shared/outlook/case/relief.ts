import { addDays, type Day, dayText, monthText } from '#shared/kernel/day.ts'
import { type Fen, fen, maxFen, minFen, sumFen, yuanText, ZERO } from '#shared/kernel/money.ts'
import { applyRate, type Rate } from '#shared/kernel/rate.ts'
import { divide } from '#shared/kernel/rounding.ts'
import { splitByWeights } from '#shared/kernel/split.ts'
import { type AccountId, isLending } from '#shared/ledger/account.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { NextDue, Owed } from '#shared/ledger/owed.ts'
import { termsOn } from '#shared/ledger/terms.ts'
import type { Warning } from '../answers.ts'
import type { Plan } from '../plan.ts'
import { nextMoneyDay } from '../projection/money.ts'
import { startOf } from '../projection/project.ts'
import { costOf } from '../projection/sensitivity.ts'
import { simulate } from '../projection/simulate.ts'
import { warning } from '../warning.ts'

/**
 * From income, expenses and cushion to a plan that can be kept; where the money does not suffice: what to pay first,
 * what then happens to each debt, what to ask the lender for, and a proposal with amounts and dates (product.md G 3;
 * domain.md 2.5, 3.1, 7.11, 9.4, 10.3, 10.5).
 */
export type Relief = {
  readonly month: { readonly income: Fen; readonly expenses: Fen; readonly cushion: Fen; readonly left: Fen }
  /** Every required payment is covered on its day, and it ends. */
  readonly enough: boolean
  readonly freeOn: Day | null
  readonly cost: Fen
  readonly shortfall: { readonly on: Day; readonly required: Fen; readonly available: Fen } | null
  readonly payFirst: readonly ReliefItem[]
  readonly asks: readonly Warning[]
  readonly proposal: readonly ProposedPart[]
}

export type ReliefItem = {
  readonly account: AccountId
  readonly on: Day
  readonly due: Fen
  readonly pay: Fen
  readonly why: Warning
  /** What happens to the rest; null where nothing is left. */
  readonly rest: Warning | null
}

/** `count` payments of `monthly`, the last one of `last`: together exactly what is owed today. */
export type ProposedPart = {
  readonly account: AccountId
  readonly owed: Fen
  readonly from: Day
  readonly monthly: Fen
  readonly count: number
  readonly last: Fen
}

type IncomePlan = Plan & { readonly money: Extract<Plan['money'], { kind: 'income' }> }

export function reliefOf(ledger: Ledger, owed: Owed, plan: IncomePlan): Relief {
  const { income, expenses, cushion } = plan.money
  const incoming = sumFen(income.map(({ amount }) => amount))
  const left = maxFen(fen(incoming - expenses), ZERO)
  const course = simulate({ ...startOf(ledger, plan), withEvents: false })
  const enough = course.outcome === 'free' && course.shortfalls.length === 0
  const start = ledger.today
  return {
    month: { income: incoming, expenses, cushion, left },
    enough,
    freeOn: course.freeOn,
    cost: costOf(course),
    shortfall: course.shortfalls[0] ?? null,
    payFirst: enough ? [] : payFirst(ledger, owed, left),
    asks: enough ? [] : asksOf(ledger, owed),
    proposal: enough ? [] : proposalOf(owed, left, nextMoneyDay({ plan, start }, start)),
  }
}

/** What is due within the month is what this month's money has to choose between. */
const AHEAD = 31

type Due = NextDue & { readonly account: AccountId }

/** Overdue first, the dearest day first among it; then what keeps bills and parts from becoming overdue; then the rest. */
function payFirst(ledger: Ledger, owed: Owed, money: Fen): readonly ReliefItem[] {
  const dues = owed.nextDue
    .filter(({ on, overdue }) => overdue || on <= addDays(ledger.today, AHEAD))
    .sort(
      (a, b) =>
        Number(b.overdue) - Number(a.overdue) || (a.overdue ? dayCost(ledger, b) - dayCost(ledger, a) : a.on - b.on),
    )
  const paid = dues.map(() => ZERO)
  let left = money
  const pay = (index: number, upTo: Fen): void => {
    const more = minFen(left, maxFen(fen(upTo - (paid[index] ?? ZERO)), ZERO))
    paid[index] = fen((paid[index] ?? ZERO) + more)
    left = fen(left - more)
  }
  for (const [index, due] of dues.entries()) if (due.overdue) pay(index, due.amount)
  // The smallest least amount first: so that as few debts as possible become overdue.
  const leasts = dues.map(({ minimumSafe, amount }, index) => ({ index, least: minFen(minimumSafe, amount) }))
  for (const { index, least } of leasts.sort((a, b) => a.least - b.least)) pay(index, least)
  for (const [index, due] of dues.entries()) pay(index, due.amount)
  return dues.map((due, index) => itemOf(ledger, due, paid[index] ?? ZERO))
}

function itemOf(ledger: Ledger, due: Due, pay: Fen): ReliefItem {
  const bill = due.bill === null ? '' : monthText(due.bill)
  const why = due.overdue ? 'relief-overdue-first' : due.bill === null ? 'relief-part' : 'relief-bill'
  const rest = fen(due.amount - pay)
  const common = { account: due.account, on: due.on, due: due.amount, pay }
  return {
    ...common,
    why: warning(why, { bill, on: dayText(due.on), minimum: yuanText(due.minimumSafe) }),
    rest: rest === 0 ? null : restOf(ledger, due, { pay, rest }),
  }
}

/** What the rest costs a day, and whether it counts as overdue. */
function restOf(ledger: Ledger, due: Due, { pay, rest }: { readonly pay: Fen; readonly rest: Fen }): Warning {
  const rates = ratesOf(ledger, due.account)
  const isRolled = !due.overdue && due.bill !== null && pay >= due.minimumSafe
  const daily = yuanText(applyRate(rest, isRolled ? rates.rolled : rates.overdue, 'halfUp'))
  const values = { rest: yuanText(rest), daily, on: dayText(due.on) }
  if (due.overdue) return warning('relief-stays-overdue', values)
  return warning(isRolled ? 'relief-then-rolls' : 'relief-then-overdue', values)
}

const dayCost = (ledger: Ledger, due: Due): Fen => applyRate(due.amount, ratesOf(ledger, due.account).overdue, 'halfUp')

/** A lending account's overdue rate is its dearest loan's, times the penalty of its terms (domain.md 7.11). */
function ratesOf(ledger: Ledger, id: AccountId): { readonly rolled: Rate; readonly overdue: Rate } {
  const account = ledger.accounts.find((one) => one.id === id)
  const terms = termsOn(account?.terms ?? [], ledger.today)
  if (!account || !isLending(account)) return { rolled: terms.revolvingDailyRate, overdue: terms.overdueDailyRate }
  const rates = ledger.entries.flatMap((entry) =>
    entry.kind === 'loan' && entry.account === id ? [entry.dailyRate] : [],
  )
  const dearest = rates.reduce<number>((most, rate) => Math.max(most, rate), 0)
  return { rolled: dearest as Rate, overdue: divide(dearest * terms.penaltyTenths, 10, 'halfUp') as Rate }
}

/** What a lender may grant of its own will; nothing of it can be demanded (domain.md 10.3). */
function asksOf(ledger: Ledger, owed: Owed): readonly Warning[] {
  const kinds = new Set(
    owed.accounts.filter(({ total }) => total > 0).map(({ id }) => ledger.accounts.find((one) => one.id === id)?.kind),
  )
  const billed = kinds.has('huabei') || kinds.has('credit-purchase')
  return [
    ...(owed.nextDue.some(({ overdue }) => overdue) ? [warning('ask-waive-penalty')] : []),
    ...(billed ? [warning('ask-deferral'), warning('ask-bill-installments')] : []),
    ...(kinds.has('credit-purchase') ? [warning('ask-named-lender')] : []),
    warning('ask-longer-schedule'),
    warning('ask-in-writing'),
  ]
}

/** Every debt gets its share of what is left each month, so that no lender is asked to wait for the others. */
function proposalOf(owed: Owed, left: Fen, from: Day): readonly ProposedPart[] {
  const owing = owed.accounts.filter(({ total }) => total > 0)
  if (left === 0 || owing.length === 0) return []
  const shares = splitByWeights(
    left,
    owing.map(({ total }) => total),
  )
  return owing.flatMap(({ id, total }, index) => {
    const monthly = minFen(shares[index] ?? ZERO, total)
    if (monthly === 0) return []
    const count = Math.ceil(total / monthly)
    return [{ account: id, owed: total, from, monthly, count, last: fen(total - monthly * (count - 1)) }]
  })
}
