import type { Day } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { DerivationLine } from '#shared/ledger/derivation.ts'
import { byAccount, spoken, sumLine } from '#shared/ledger/explain/line.ts'
import type { ProjectedEvent } from './answers.ts'
import type { EventLines, RunResult } from './projection/run.ts'
import { type Simulation, simulate } from './projection/simulate.ts'

/** The steps of a projection as lines, for the figures that are sums of them (engine.md 11). */

type Kinds = readonly ProjectedEvent['what'][]

/** What goes off a debt by the plan. */
export const PAYMENTS: Kinds = ['repayment', 'early-settlement']

/** Those of an account that are of some kinds, in their order, each with what made it; of some days only, where asked. */
export type Steps = (account: AccountId, kinds: Kinds, isIn?: (on: Day) => boolean) => readonly DerivationLine[]

/** What is owed in an account after its last step of some days; null before any. */
export type OwedAfter = (account: AccountId, isIn: (on: Day) => boolean) => Fen | null

export type Followed = {
  readonly steps: Steps
  readonly owedAfter: OwedAfter
} & Pick<RunResult, 'byMonth' | 'accounts' | 'freeOn' | 'shortfalls'>

export function stepsOf(simulation: Simulation): Followed {
  const lines: EventLines = new Map()
  const { events, byMonth, accounts, freeOn, shortfalls } = simulate({ ...simulation, withEvents: true, lines })
  const owedAfter: OwedAfter = (account, isIn) =>
    events.findLast((event) => event.account === account && isIn(event.on))?.balance ?? null
  const steps: Steps = (account, kinds, isIn = () => true) => {
    const own = events.filter((event) => event.account === account && kinds.includes(event.what) && isIn(event.on))
    return [...new Set(own.map(({ explain }) => explain))].flatMap((id) => lines.get(id) ?? [])
  }
  return { steps, owedAfter, byMonth, accounts, freeOn, shortfalls }
}

/** What an account costs: interest, fees and overdue charges, each with its steps. */
export const costLines = (stepsOfKind: (kinds: Kinds) => readonly DerivationLine[]): readonly DerivationLine[] =>
  spoken([
    sumLine('plan-interest', stepsOfKind(['interest'])),
    sumLine('plan-fees', stepsOfKind(['fee'])),
    sumLine('plan-penalties', stepsOfKind(['penalty'])),
  ])

/** The same, account by account. */
export function costsByAccount(simulation: Simulation): readonly DerivationLine[] {
  const { steps } = stepsOf(simulation)
  return byAccount(simulation.ledger.accounts, (id) => costLines((kinds) => steps(id, kinds)))
}
