import type { AccountKind } from '#shared/ledger/account.ts'

/** In the order in which a row is likely to be of them. */
export const huabeiFirst = <T extends { readonly kind: AccountKind }>(accounts: readonly T[]): readonly T[] =>
  [...accounts].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))

const ORDER: readonly AccountKind[] = ['huabei', 'credit-purchase', 'borrow', 'credit-loan', 'other']
