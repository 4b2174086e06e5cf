import { type Fen, sumFen } from '#shared/kernel/money.ts'
import { done, type Outcome, refused, unreachable } from '#shared/kernel/outcome.ts'
import type { Account, AccountId } from '../account.ts'
import { accountsOf, type Entry } from '../entry.ts'
import type { Refuses } from './refusal-figures.ts'

/**
 * The ledger's own CSV comes back as it was written, or from a hand that changed it. A row that would count for nothing,
 * or twice, or the wrong way round is no row of a ledger: half of a file told as read is worse than none.
 */
export type FactsRefusal =
  | Refuses<'facts-id-twice', 'id'>
  | Refuses<'facts-account-missing', 'id' | 'account'>
  | Refuses<'facts-amount-negative', 'id'>
  | Refuses<'facts-split-differs', 'id'>

export type FactsRead = { readonly accounts: readonly Account[]; readonly entries: readonly Entry[] }

/** @param known the accounts of the ledger that the facts come into */
export function decideFacts(
  { accounts, entries }: FactsRead,
  known: readonly AccountId[],
): Outcome<null, FactsRefusal> {
  const twice = firstTwice(accounts.map(({ id }) => id)) ?? firstTwice(entries.map(({ id }) => id))
  if (twice !== null) return refused({ kind: 'facts-id-twice', values: { id: twice } })
  const there = new Set([...known, ...accounts.map(({ id }) => id)])
  for (const entry of entries) {
    const { id } = entry
    const account = accountsOf(entry).find((name) => !there.has(name))
    if (account !== undefined) return refused({ kind: 'facts-account-missing', values: { id, account } })
    if (amountsOf(entry).some((amount) => amount < 0)) return refused({ kind: 'facts-amount-negative', values: { id } })
    if (!isDivided(entry)) return refused({ kind: 'facts-split-differs', values: { id } })
  }
  return done(null)
}

function firstTwice(ids: readonly string[]): string | null {
  const seen = new Set<string>()
  for (const id of ids) {
    if (seen.has(id)) return id
    seen.add(id)
  }
  return null
}

function amountsOf(entry: Entry): readonly Fen[] {
  switch (entry.kind) {
    case 'purchase':
    case 'refund':
    case 'review':
      return [entry.amount]
    case 'repayment':
      return [entry.amount, ...(entry.split ?? []).map(({ amount }) => amount)]
    case 'bill':
      return [entry.paid, ...[entry.shown, entry.shownMinimum].filter((amount) => amount !== null)]
    case 'installments':
    case 'loan':
      return [entry.principal]
    case 'deferral':
      return [entry.amount, entry.fee]
    case 'quota':
      return [entry.used]
    default:
      return unreachable(entry)
  }
}

const isDivided = (entry: Entry): boolean =>
  entry.kind !== 'repayment' || entry.split === null || sumFen(entry.split.map(({ amount }) => amount)) === entry.amount
