import type { Account } from '#shared/ledger/account.ts'
import type { ClosureTarget, Ledger } from '#shared/ledger/ledger.ts'

/** What can be closed, which accounts are closed with it, and whose they are (domain.md 6.1, 6.11–6.13, 7.16). */

export const ALL_TARGETS: readonly ClosureTarget[] = ['credit-purchase', 'huabei', 'borrow']
export const BILLED_TARGETS: readonly ClosureTarget[] = ['credit-purchase', 'huabei']

/** Huabei is closed together with Credit Purchase where that exists; Borrow together with its twin. */
export const KINDS: Readonly<Record<ClosureTarget, readonly Account['kind'][]>> = {
  'credit-purchase': ['credit-purchase'],
  huabei: ['huabei', 'credit-purchase'],
  borrow: ['borrow', 'credit-loan'],
}

/** What is closed: Huabei with Credit Purchase, and by itself only where there is none, or none any more. */
export type Closes = ClosureTarget | 'huabei-alone'

export function closesIn(target: ClosureTarget, accounts: readonly Pick<Account, 'kind' | 'status'>[]): Closes {
  const has = (kind: Account['kind']): boolean => accounts.some((one) => one.kind === kind && one.status !== 'closed')
  return target === 'huabei' && has('huabei') && !has('credit-purchase') ? 'huabei-alone' : target
}

/** An account that names no owner is anyone's, as it is when a statement is imported. */
export const isOwnedBy = (account: Pick<Account, 'owner'>, owner: string | null): boolean =>
  owner === null || account.owner === owner || account.owner === ''

/** The accounts that are closed together: of a target, and of one person where there are two. */
export const accountsOfTarget = <A extends Pick<Account, 'kind' | 'owner'>>(
  accounts: readonly A[],
  { target, owner }: { readonly target: ClosureTarget; readonly owner: string | null },
): readonly A[] => accounts.filter((account) => KINDS[target].includes(account.kind) && isOwnedBy(account, owner))

export const ownersOf = (accounts: readonly Pick<Account, 'owner'>[]): readonly string[] => [
  ...new Set(accounts.map((account) => account.owner).filter((owner) => owner !== '')),
]

/** The ways out that there are: Huabei is one only where Huabei itself is there, Credit Purchase alone is the other. */
export function targetsIn(accounts: readonly Pick<Account, 'kind'>[]): readonly ClosureTarget[] {
  const kinds = new Set(accounts.map(({ kind }) => kind))
  return ALL_TARGETS.filter((target) => kinds.has(target) || (target === 'borrow' && kinds.has('credit-loan')))
}

/** What could still be closed: of the accounts that are there and not closed by the user. */
export const closableTargets = ({ accounts }: Pick<Ledger, 'accounts'>): readonly ClosureTarget[] =>
  targetsIn(accounts.filter(({ status }) => status !== 'closed'))
