import { civil, type Month, monthOf } from '#shared/kernel/day.ts'
import type { Account, AccountId } from './account.ts'
import type { Entry, Repayment } from './entry.ts'
import { isTermKnown, OFFERED_DAY_PAIRS } from './terms.ts'

/**
 * The statement and due day of an account that nobody stated, from three automatic repayments that agree: the lender
 * takes a bill on its due day (domain.md 3.8), and both days move together (domain.md 1.2, 1.3). Proposed, never set:
 * an automatic repayment can fail and be made a day later.
 */
export type DaysProposal = { readonly account: AccountId; readonly statementDay: number; readonly dueDay: number }

const AGREEING = 3

export function proposeDays(account: Account, entries: readonly Entry[]): DaysProposal | null {
  if (isTermKnown(account.terms, 'statementDay') || isTermKnown(account.terms, 'dueDay')) return null
  const newest = automaticRepayments(account.id, entries).slice(0, AGREEING)
  const [dueDay, ...others] = new Set(newest.map(({ on }) => civil(on).day))
  if (newest.length < AGREEING || dueDay === undefined || others.length > 0) return null
  const pair = OFFERED_DAY_PAIRS.find((offered) => offered.dueDay === dueDay)
  return pair ? { account: account.id, ...pair } : null
}

/** Of each month's bill the one made in that month, the newest first. */
function automaticRepayments(account: AccountId, entries: readonly Entry[]): readonly Repayment[] {
  const byMonth = new Map<Month, Repayment>()
  for (const entry of entries) {
    if (entry.kind !== 'repayment' || !entry.note.includes('自动还款')) continue
    const month = entry.split?.find((part) => part.account === account)?.month ?? null
    if (month !== null && month === monthOf(entry.on)) byMonth.set(month, entry)
  }
  return [...byMonth.values()].sort((a, b) => b.on - a.on)
}
