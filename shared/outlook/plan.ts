import type { Day, Month } from '#shared/kernel/day.ts'
import { type Fen, fen, maxFen, sumFen, ZERO } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { EntryId } from '#shared/ledger/entry.ts'
import type { ClosureTarget } from '#shared/ledger/ledger.ts'

/** How the user means to repay, from a day on (engine.md 9). */
export type Plan = {
  readonly name: string
  readonly from: Day
  readonly money: PlanMoney
  readonly strategy: Strategy
  readonly lumps: readonly { readonly on: Day; readonly amount: Fen }[]
  readonly recurring: readonly { readonly from: Month; readonly through: Month; readonly amount: Fen }[]
  readonly newSpending: readonly { readonly account: AccountId; readonly monthly: Fen; readonly through: Month }[]
  readonly settleEarly: readonly EntryId[]
  readonly goal: { readonly freeBy: Day } | null
}

/** `enough` pays whatever is required on its day and nothing more: what happens if every bill is paid in full. */
export type PlanMoney =
  | { readonly kind: 'enough' }
  | { readonly kind: 'monthly'; readonly amount: Fen; readonly payOn: number | 'due-day' }
  | IncomeMoney

export type IncomeMoney = {
  readonly kind: 'income'
  readonly income: readonly { readonly day: number; readonly amount: Fen }[]
  readonly expenses: Fen
  readonly cushion: Fen
}

/** What a month leaves for debt: what is kept in hand is not there for it either (engine.md 9). */
export const leftForDebt = ({ income, expenses, cushion }: Omit<IncomeMoney, 'kind'>): Fen =>
  maxFen(fen(sumFen(income.map(({ amount }) => amount)) - expenses - cushion), ZERO)

export type Strategy =
  | { readonly kind: 'avalanche' }
  | { readonly kind: 'snowball' }
  | { readonly kind: 'minimum-only' }
  | { readonly kind: 'soonest-closure'; readonly target: ClosureTarget }
  | { readonly kind: 'custom'; readonly order: readonly AccountId[] }

/** The plan as far as the ledger still has what it names: an account or installment plan that was removed is no part of it. */
export function planWithin(plan: Plan, accounts: ReadonlySet<AccountId>, installments: ReadonlySet<EntryId>): Plan {
  const { strategy } = plan
  return {
    ...plan,
    strategy:
      strategy.kind === 'custom' ? { ...strategy, order: strategy.order.filter((id) => accounts.has(id)) } : strategy,
    newSpending: plan.newSpending.filter(({ account }) => accounts.has(account)),
    settleEarly: plan.settleEarly.filter((id) => installments.has(id)),
  }
}

/** Every bill and part in full on its day: what `project` answers where no plan was made. */
export const planInFull = (from: Day): Plan => ({
  name: '',
  from,
  money: { kind: 'enough' },
  strategy: { kind: 'avalanche' },
  lumps: [],
  recurring: [],
  newSpending: [],
  settleEarly: [],
  goal: null,
})
