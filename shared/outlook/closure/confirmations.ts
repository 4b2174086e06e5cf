import { dayText } from '#shared/kernel/day.ts'
import { type Confirmation, ofAccount } from '#shared/ledger/ledger.ts'
import type { Evidence, RequirementCode } from '../answers.ts'
import { evidence, warning } from '../warning.ts'
import type { ClosureCheck, Finding, Scope } from './scope.ts'
import { ALL_TARGETS } from './targets.ts'

/**
 * What only the user can know. A confirmation has a day and a note; one older than the newest change of the accounts
 * in scope counts as unknown (engine.md 10).
 */
const confirmation = (
  code: RequirementCode,
  asked: (scope: Scope) => readonly Evidence[] = () => [],
): ClosureCheck => ({
  code,
  kind: 'confirm',
  targets: ALL_TARGETS,
  check: (scope) => finding(scope, code, asked(scope)),
})

function finding(scope: Scope, code: RequirementCode, asked: readonly Evidence[]): Finding {
  const said = latestOf(scope, code)
  const values = said && { on: dayText(said.on), note: said.note }
  if (said && values && (scope.newestOn === null || said.on >= scope.newestOn)) {
    return { status: 'confirmed', evidence: [evidence('confirmed-on', values), ...asked] }
  }
  const outdated =
    values && scope.newestOn !== null
      ? [evidence('confirmation-outdated', { ...values, changedOn: dayText(scope.newestOn) })]
      : []
  return {
    status: 'unknown',
    evidence: [...outdated, ...asked],
    action: warning(`confirm-${code}`),
    earliestOn: scope.today,
  }
}

/**
 * With two people's accounts here each speaks for their own, and for everyone only what everyone said counts: as old as
 * the oldest of it.
 */
function latestOf(scope: Scope, code: RequirementCode): Confirmation | null {
  const said = scope.ledger.confirmations.filter(
    (one) => one.target === scope.target && one.code === code && one.on <= scope.today,
  )
  if (scope.owners.length < 2) return newestOf(said)
  const asked = scope.owner === null ? scope.owners : [scope.owner]
  const each = asked.map((owner) => newestOf(said.filter((one) => one.owner === owner)))
  return each.reduce((a, b) => (a === null || b === null ? null : b.on < a.on ? b : a))
}

const newestOf = (said: readonly Confirmation[]): Confirmation | null =>
  said.reduce<Confirmation | null>((a, b) => (a === null || b.on >= a.on ? b : a), null)

/** Shops seen on this credit in the last 90 days may still debit by themselves. */
const shopsSeen = (scope: Scope): readonly Evidence[] =>
  scope.accounts.flatMap((account) =>
    (ofAccount(scope.ledger.recentShops, account.id) ?? []).map((shop) =>
      evidence('shop-seen', { shop, account: account.name }, { account: account.id }),
    ),
  )

export const CONFIRMATIONS: readonly ClosureCheck[] = [
  confirmation('deposits-released'),
  confirmation('auto-debits-moved', shopsSeen),
  confirmation('alternative-ready'),
  confirmation('records-exported'),
  confirmation('consequences-read'),
]
