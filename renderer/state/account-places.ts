import { useMemo } from 'react'
import type { Account, AccountId, AccountKind } from '#shared/ledger/account.ts'
import { hereOrNull, useAsk } from './use-ask.ts'

const ORDER: readonly AccountKind[] = ['huabei', 'credit-purchase', 'borrow', 'credit-loan', 'other']

/** Huabei first, then what was made of it: the order in which Alipay itself shows them. */
export const inOrder = <A extends Pick<Account, 'kind'>>(accounts: readonly A[]): readonly A[] =>
  [...accounts].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))

/** The place of an account in that order. */
export function useAccountPlaces(): (id: AccountId) => number {
  const accounts = hereOrNull(useAsk('listAccounts', {}))
  return useMemo(() => {
    const ids = inOrder(accounts ?? []).map(({ id }) => id)
    return (id) => ids.indexOf(id)
  }, [accounts])
}
