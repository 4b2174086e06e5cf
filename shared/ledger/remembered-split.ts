import type { AccountId } from './account.ts'
import { proposeSplit } from './allocation.ts'
import type { CombinedEstimate } from './book/combined.ts'
import type { Repayment } from './entry.ts'
import type { Ledger } from './ledger.ts'

/**
 * What to propose for a combined repayment, with what the user said of the one before it (domain.md 6.6): an exact
 * match of open bills is certain whatever was said; where nothing matches, the accounts named last time are the
 * likeliest, and the estimate stays among them.
 */
export type RememberedSplit = CombinedEstimate & { readonly isRemembered: boolean }

export function proposeRememberedSplit(
  ledger: Ledger,
  repayment: Repayment,
  candidates: readonly AccountId[],
): RememberedSplit {
  const among = (accounts: readonly AccountId[]): CombinedEstimate =>
    proposeSplit(ledger, { ...repayment, candidates: accounts })
  const open = among(candidates)
  const named = open.certain ? [] : namedBefore(ledger, repayment, candidates)
  if (named.length === 0 || named.length === candidates.length) return { ...open, isRemembered: false }
  const remembered = among(named)
  return remembered.parts.length === 0 ? { ...open, isRemembered: false } : { ...remembered, isRemembered: true }
}

/** The accounts into which the user divided the last combined repayment that they answered. */
function namedBefore({ entries }: Ledger, repayment: Repayment, candidates: readonly AccountId[]): AccountId[] {
  const answered = entries.filter(
    (entry): entry is Repayment =>
      entry.kind === 'repayment' && entry.id !== repayment.id && entry.split !== null && COMBINED.test(entry.note),
  )
  const last = answered.reduce<Repayment | null>((a, b) => (a === null || b.on > a.on ? b : a), null)
  const named = new Set(last?.split?.map(({ account }) => account))
  return candidates.filter((account) => named.has(account))
}

const COMBINED = /花呗[|｜]信用购/
