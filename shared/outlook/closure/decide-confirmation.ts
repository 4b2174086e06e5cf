import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { Account } from '#shared/ledger/account.ts'
import type { Refuses } from '#shared/ledger/decisions/refusal-figures.ts'
import type { ClosureTarget, Confirmation } from '#shared/ledger/ledger.ts'
import { CLOSURE_CHECKS } from './checks.ts'
import { KINDS, ownersOf } from './targets.ts'

/** Whose accounts a question of closing is about: one of those who have such accounts here, or everyone (domain.md 6.1). */
export function decideOwner(
  accounts: readonly Account[],
  target: ClosureTarget,
  owner: string | null,
): Outcome<string | null, Refuses<'owner-unknown', 'owner' | 'owners'>> {
  const owners = ownersIn(accounts, target)
  if (owner === null || owners.includes(owner)) return done(owner)
  return refused({ kind: 'owner-unknown', values: { owner, owners: owners.join(', ') } })
}

export type ConfirmationRefusal =
  | Refuses<'requirement-unknown', 'target' | 'code'>
  | Refuses<'requirement-not-confirmable', 'code'>
  | Refuses<'owner-unknown', 'owner' | 'owners'>
  | Refuses<'owner-needed', 'owners'>

/** A confirmation answers one point of its target, and says for whom as soon as two people's accounts are here. */
export function decideConfirmation(
  accounts: readonly Account[],
  confirmation: Confirmation,
): Outcome<Confirmation, ConfirmationRefusal> {
  const { target, code, owner } = confirmation
  const check = CLOSURE_CHECKS.find((one) => one.code === code && one.targets.includes(target))
  if (!check) return refused({ kind: 'requirement-unknown', values: { target, code } })
  if (check.kind !== 'confirm') return refused({ kind: 'requirement-not-confirmable', values: { code } })
  const owners = ownersIn(accounts, target)
  if (owner === null && owners.length > 1) {
    return refused({ kind: 'owner-needed', values: { owners: owners.join(', ') } })
  }
  const whose = decideOwner(accounts, target, owner)
  return whose.ok ? done(confirmation) : whose
}

const ownersIn = (accounts: readonly Account[], target: ClosureTarget): readonly string[] =>
  ownersOf(accounts.filter((account) => KINDS[target].includes(account.kind)))
