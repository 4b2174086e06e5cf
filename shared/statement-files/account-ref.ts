/** The account that a row concerns, before anyone knows the ledger's own id of it (domain.md 6.1). */
export type AccountRef =
  | { readonly kind: 'huabei' }
  | { readonly kind: 'credit-purchase'; readonly lender: string }
  | { readonly kind: 'borrow' }

export const HUABEI: AccountRef = { kind: 'huabei' }
export const BORROW: AccountRef = { kind: 'borrow' }
export const creditPurchaseOf = (lender: string): AccountRef => ({ kind: 'credit-purchase', lender })

/** `huabei`, `credit-purchase:江苏银行`, `borrow`: the form used in JSON, in tables and as a key. */
export const accountRefText = (account: AccountRef): string =>
  account.kind === 'credit-purchase' ? `credit-purchase:${account.lender}` : account.kind

/** The reverse of `accountRefText`; null for any other text. */
export function parseAccountRef(text: string): AccountRef | null {
  if (text === 'huabei') return HUABEI
  if (text === 'borrow') return BORROW
  const lender = /^credit-purchase:(.+)$/s.exec(text)?.[1]
  return lender === undefined ? null : creditPurchaseOf(lender)
}

export const sameAccount = (a: AccountRef | null, b: AccountRef | null): boolean =>
  a !== null && b !== null && accountRefText(a) === accountRefText(b)
