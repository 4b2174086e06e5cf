import { type Day, day, monthOf } from '#shared/kernel/day.ts'
import { fen, yuanText } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import type { Account } from '#shared/ledger/account.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Projection } from '#shared/outlook/answers.ts'
import { type Plan, planInFull, type Strategy } from '#shared/outlook/plan.ts'
import { account, ledger, yuan } from '../ledger/facts.ts'

/** The published tables start on the first of a month and pay on its tenth. */
export const START = '2026-01-01'

/** A card as the tables have it: balance, yearly rate, fixed minimum. */
export const card = (id: string, balance: string, annualRate: string, minimum = '0'): Account =>
  account('other', {
    id,
    name: id,
    otherDebt: {
      balance: yuan(balance),
      balanceOn: day(START),
      interest: {
        model: 'monthly-apr',
        annualRate: rate(annualRate),
        minimum: { kind: 'fixed', amount: yuan(minimum) },
      },
    },
  })

export const cards = (...accounts: Account[]): Ledger => ledger(START, accounts, [])

export const plan = (values: Partial<Plan> = {}, from: Day = day(START)): Plan => ({ ...planInFull(from), ...values })

export const monthly = (amount: string, strategy: Strategy['kind'] = 'avalanche', values: Partial<Plan> = {}): Plan =>
  plan({
    money: { kind: 'monthly', amount: yuan(amount), payOn: 10 },
    strategy: { kind: strategy } as Strategy,
    ...values,
  })

/** `[month, interest, paid, balance after]` as the tables print them. */
export const rowsOf = (projection: Pick<Projection, 'byMonth'>): (string | number)[][] =>
  projection.byMonth.map((one, index) => [index + 1, yuanText(one.interest), yuanText(one.paid), yuanText(one.closing)])

/** What is left of each debt at the end of each month: its last event up to then tells. */
export function balancesAfter({ accounts, byMonth, events }: Projection): string[][] {
  return byMonth.map(({ month }) =>
    accounts.map(({ id }) => {
      const last = events.findLast((event) => event.account === id && monthOf(event.on) <= month)
      return yuanText(last?.balance ?? fen(0))
    }),
  )
}

/** Which month, counted from the first, an account is cleared in. */
export function clearedIn(projection: Pick<Projection, 'accounts'>, id: string): number | null {
  const freeOn = projection.accounts.find((one) => one.id === id)?.freeOn ?? null
  if (freeOn === null) return null
  const start = day(START)
  let month = 0
  for (let at = start; at <= freeOn; month++) at = (day(START) + Math.round(30.436875 * (month + 1))) as Day
  return month
}
