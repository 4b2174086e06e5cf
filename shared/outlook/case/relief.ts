import type { Day } from '#shared/kernel/day.ts'
import { type Fen, fen, minFen, sumFen, ZERO } from '#shared/kernel/money.ts'
import { splitByWeights } from '#shared/kernel/split.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Owed } from '#shared/ledger/owed.ts'
import type { Warning } from '../answers.ts'
import { type IncomeMoney, leftForDebt, type Plan } from '../plan.ts'
import { nextMoneyDay } from '../projection/money.ts'
import { startOf } from '../projection/project.ts'
import { costOf } from '../projection/sensitivity.ts'
import type { Shortfall } from '../projection/shortfall.ts'
import { type Simulation, simulate } from '../projection/simulate.ts'
import { warning } from '../warning.ts'
import { otherDues, payFirst, type ReliefItem } from './pay-first.ts'

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
  readonly shortfall: Shortfall | null
  readonly payFirst: readonly ReliefItem[]
  readonly asks: readonly Warning[]
  readonly proposal: readonly ProposedPart[]
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

export type IncomePlan = Plan & { readonly money: IncomeMoney }

export function reliefOf(ledger: Ledger, owed: Owed, plan: IncomePlan): Relief {
  const { income, expenses, cushion } = plan.money
  const incoming = sumFen(income.map(({ amount }) => amount))
  const left = leftForDebt(plan.money)
  const simulation = startOf(ledger, plan)
  const course = simulate({ ...simulation, withEvents: false })
  const enough = course.outcome === 'free' && course.shortfalls.length === 0
  const start = ledger.today
  return {
    month: { income: incoming, expenses, cushion, left },
    enough,
    freeOn: course.freeOn,
    cost: costOf(course),
    shortfall: course.shortfalls[0] ?? null,
    payFirst: enough ? [] : payFirst(ledger, duesOf(owed, simulation), left),
    asks: enough ? [] : asksOf(ledger, owed),
    proposal: enough ? [] : proposalOf(owed, left, nextMoneyDay({ plan, start }, start)),
  }
}

/** All that asks for money: bills and parts of loans, and what other debts ask for. */
export const duesOf = (owed: Owed, { books, plan }: Simulation) => [...owed.nextDue, ...otherDues(books, plan)]

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
export function proposalOf(owed: Owed, left: Fen, from: Day): readonly ProposedPart[] {
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
