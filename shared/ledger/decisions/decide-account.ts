import { type Day, dayText } from '#shared/kernel/day.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { Account, AccountId } from '../account.ts'
import type { DatedTerms } from '../terms.ts'
import type { Refuses } from './refusal-figures.ts'

/** Accounts and their terms: one Huabei and one Borrow per owner, one Credit Purchase per owner and lender (domain.md 6.1). */
export type AccountRefusal =
  | Refuses<'account-id-taken', 'id'>
  | Refuses<'account-exists', 'name' | 'id'>
  | Refuses<'account-not-found', 'id'>
  | Refuses<'account-has-entries', 'id' | 'count'>
  | Refuses<'balance-only-for-other'>
  | Refuses<'day-in-future', 'on'>
  | Refuses<'closed-without-day'>
  | Refuses<'closed-before-opened', 'closedOn' | 'openedOn'>
  | Refuses<'terms-empty'>

export type AccountRequest = {
  /** Whether it gave a balance or an interest model, which only `other` debts have. */
  readonly isBalanceStated: boolean
  readonly today: Day
}

export function decideAccount(
  accounts: readonly Account[],
  draft: Account,
  request: AccountRequest,
): Outcome<Account, AccountRefusal> {
  if (accounts.some(({ id }) => id === draft.id)) return refused({ kind: 'account-id-taken', values: { id: draft.id } })
  return checkAccount(accounts, draft, request)
}

/** A newer version of an account: what is not named stays. */
export function decideAccountChange(
  accounts: readonly Account[],
  changed: Account,
  request: AccountRequest,
): Outcome<Account, AccountRefusal> {
  const others = accounts.filter(({ id }) => id !== changed.id)
  return checkAccount(others, changed, request)
}

function checkAccount(
  others: readonly Account[],
  draft: Account,
  { isBalanceStated, today }: AccountRequest,
): Outcome<Account, AccountRefusal> {
  const twin = others.find((other) => isSameDebt(other, draft))
  if (twin) return refused({ kind: 'account-exists', values: { name: twin.name, id: twin.id } })
  if (isBalanceStated && draft.kind !== 'other') return refused({ kind: 'balance-only-for-other', values: {} })
  const { openedOn, upgradedOn, closedOn, status } = draft
  if (status === 'closed' && closedOn === null) return refused({ kind: 'closed-without-day', values: {} })
  const last = [openedOn, upgradedOn, closedOn].find((on) => on !== null && on > today)
  if (last) return refused({ kind: 'day-in-future', values: { on: dayText(last) } })
  if (openedOn !== null && closedOn !== null && closedOn < openedOn) {
    const values = { closedOn: dayText(closedOn), openedOn: dayText(openedOn) }
    return refused({ kind: 'closed-before-opened', values })
  }
  return done(draft)
}

/** Debts of kind `other` may share everything but their id. */
const isSameDebt = (a: Account, b: Account): boolean =>
  a.kind !== 'other' && a.kind === b.kind && a.owner === b.owner && a.lender === b.lender

export function findAccountOr<T extends Pick<Account, 'id'>>(
  accounts: readonly T[],
  id: AccountId,
): Outcome<T, Refuses<'account-not-found', 'id'>> {
  const account = accounts.find((one) => one.id === id)
  return account ? done(account) : refused({ kind: 'account-not-found', values: { id } })
}

export const decideTerms = (terms: DatedTerms): Outcome<DatedTerms, AccountRefusal> =>
  Object.keys(terms.set).length === 0 ? refused({ kind: 'terms-empty', values: {} }) : done(terms)
