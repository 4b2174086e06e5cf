import { sumFen } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { CaseFact } from '#shared/ledger/case/case-fact.ts'
import { accountsOf, type Entry } from '#shared/ledger/entry.ts'
import { isOwnedBy } from '../closure/targets.ts'
import type { Redactable } from './named-in.ts'

/**
 * The same ledger with one person's accounts: what is handed to a lender or a regulator about one's own debt holds nothing
 * of a relative's. An account that names nobody is anyone's, as everywhere (domain.md 6.1).
 */
export function ofPerson({ ledger, facts }: Redactable, owner: string): Redactable {
  const accounts = ledger.accounts.filter((account) => isOwnedBy(account, owner))
  const ids = new Set<AccountId>(accounts.map(({ id }) => id))
  const kept = <T>(all: Readonly<Record<AccountId, T>>): Readonly<Record<AccountId, T>> =>
    Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)))
  return {
    ledger: {
      ...ledger,
      accounts,
      entries: ledger.entries.flatMap((entry) => entryOf(entry, ids)),
      postings: ledger.postings.filter(({ account }) => ids.has(account)),
      confirmations: ledger.confirmations.filter((one) => one.owner === null || one.owner === owner),
      newestEntryOn: kept(ledger.newestEntryOn),
      recentShops: kept(ledger.recentShops),
    },
    facts: factsOf(facts, ids),
    // A plan divides one household's money: for one person of it, it would promise what the other one needs.
    plan: null,
  }
}

/** Of a repayment that paid for both, the part that is this person's. */
function entryOf(entry: Entry, ids: ReadonlySet<AccountId>): readonly Entry[] {
  const concerned = accountsOf(entry)
  if (concerned.every((id) => ids.has(id))) return [entry]
  if (!concerned.some((id) => ids.has(id))) return []
  if (entry.kind === 'review') return [{ ...entry, accounts: entry.accounts.filter((id) => ids.has(id)) }]
  if (entry.kind !== 'repayment') return []
  const split = entry.split?.filter(({ account }) => ids.has(account)) ?? null
  const amount = split === null ? entry.amount : sumFen(split.map((part) => part.amount))
  return [{ ...entry, split, amount, candidates: entry.candidates.filter((id) => ids.has(id)) }]
}

/** A file goes with what it is attached to. */
function factsOf(facts: readonly CaseFact[], ids: ReadonlySet<AccountId>): readonly CaseFact[] {
  const told = facts.filter((fact) => !('account' in fact) || fact.account === null || ids.has(fact.account))
  const here = new Set(told.map(({ id }) => id))
  const known = new Set(facts.map(({ id }) => id))
  return told.filter(
    (fact) => fact.kind !== 'attachment' || fact.of === null || !known.has(fact.of) || here.has(fact.of),
  )
}
