import type { Account, AccountId } from '#shared/ledger/account.ts'
import type { ClosureTarget } from '#shared/ledger/ledger.ts'
import { KINDS } from '../closure/targets.ts'
import type { Strategy } from '../plan.ts'
import type { AccountRun, Run } from './run.ts'
import type { Target } from './targets.ts'

/**
 * In which order surplus goes to what can be paid ahead (engine.md 9). Rates are the cost of one more yuan owed today,
 * a year. Ties: avalanche smaller balance, snowball higher rate, then order of entry.
 */
export function inOrder(targets: readonly Target[], strategy: Strategy): readonly Target[] {
  return [...targets].sort((a, b) => compare(strategy, a, b) || a.account.index - b.account.index)
}

function compare(strategy: Strategy, a: Target, b: Target): number {
  switch (strategy.kind) {
    case 'snowball':
      return a.account.balance - b.account.balance || b.rate - a.rate
    case 'custom':
      return placeIn(strategy.order, a) - placeIn(strategy.order, b) || byCost(a, b)
    case 'soonest-closure':
      return outside(strategy.target, a) - outside(strategy.target, b) || byCost(a, b)
    case 'avalanche':
    case 'minimum-only':
      return byCost(a, b)
  }
}

const byCost = (a: Target, b: Target): number => b.rate - a.rate || a.amount - b.amount

/** Accounts that the order does not name come last. */
function placeIn(order: readonly AccountId[], target: Target): number {
  const place = order.indexOf(target.account.account.id)
  return place === -1 ? order.length : place
}

export const isOfTarget = (closing: ClosureTarget, account: Account): boolean => KINDS[closing].includes(account.kind)

/** Whether closing soonest saves for its plans. */
export const isOfSaving = ({ plan: { strategy } }: Pick<Run, 'plan'>, { account }: AccountRun): boolean =>
  strategy.kind === 'soonest-closure' && isOfTarget(strategy.target, account)

const outside = (closing: ClosureTarget, target: Target): number =>
  isOfTarget(closing, target.account.account) ? 0 : 1
