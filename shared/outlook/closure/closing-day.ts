import type { Day } from '#shared/kernel/day.ts'
import type { Account } from '#shared/ledger/account.ts'

/**
 * The day of closing, step by step (engine.md 10): each is ticked with its time and what proves it, because afterwards
 * Alipay shows none of it.
 */
export const CLOSING_STEPS = ['paid', 'quota-zero', 'pressed-close', 'answer-kept'] as const
export type ClosingStep = (typeof CLOSING_STEPS)[number]

/** `at` is an instant in milliseconds; `note` what proves it: an amount, an order number, where the picture is. */
export type ClosingStepDone = { readonly step: ClosingStep; readonly at: number; readonly note: string }

export type ClosingState = 'open' | 'requested' | 'closed'

/** `closed` only when every account of the target is. */
export function closingState(accounts: readonly Pick<Account, 'status'>[]): ClosingState {
  if (accounts.length > 0 && accounts.every(({ status }) => status === 'closed')) return 'closed'
  return accounts.some(({ status }) => status === 'closing-requested') ? 'requested' : 'open'
}

/** The day on which the last of them was closed; null while one of them is open. */
export function lastClosedOn(accounts: readonly Pick<Account, 'status' | 'closedOn'>[]): Day | null {
  const days = accounts.flatMap(({ status, closedOn: on }) => (status === 'closed' && on !== null ? [on] : []))
  return days.length === 0 || days.length < accounts.length ? null : (Math.max(...days) as Day)
}

/** The account as it stands after its closing was asked for, or was done on a day. What is closed already stays so. */
export function accountClosing(account: Account, to: 'requested' | 'closed', on: Day): Account {
  if (account.status === 'closed') return account
  return to === 'requested'
    ? { ...account, status: 'closing-requested' }
    : { ...account, status: 'closed', closedOn: on }
}
