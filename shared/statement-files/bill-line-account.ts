import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { Account, AccountId, AccountKind } from '#shared/ledger/account.ts'

/** Which account a line of a table names: by its own name, its lender, its product in both languages, or pinyin initials. */

export type NamedAccount = Pick<Account, 'id' | 'kind' | 'name' | 'lender'>

type Problem = {
  readonly kind: 'bill-line-no-account' | 'bill-line-account-unknown' | 'bill-line-account-unclear'
  readonly text: string
}

const KIND_WORDS: Partial<Record<AccountKind, readonly string[]>> = {
  huabei: ['花呗', 'huabei', 'hb'],
  'credit-purchase': ['信用购', 'credit purchase', 'credit-purchase', 'xyg'],
}

/** Words that say nothing about the account. */
const NOISE =
  /账单|月份?|总额|总计|合计|应还款?|金额|本期|当期|还款日?|出账日?|人民币|元|支付宝|alipay|bill|statement|total|amount|due|cny|rmb|\b(?:of|for|the|on|by)\b|[\s,;:：，。；、|/()（）¥￥"'\-—+*•·.]/gi

/** @param account whose bill it is where the line does not say. */
export function accountOnLine(
  text: string,
  { accounts, account }: { readonly accounts: readonly NamedAccount[]; readonly account: AccountId | null },
): Outcome<AccountId, Problem> {
  const plain = text.toLowerCase()
  const scored = accounts
    .map((one) => ({ id: one.id, score: Math.max(0, ...namesOf(one).map((name) => scoreOf(plain, name))) }))
    .sort((a, b) => b.score - a.score)
  const [best, second] = scored
  if (best !== undefined && best.score > 0) {
    return best.score === second?.score ? refused({ kind: 'bill-line-account-unclear', text }) : done(best.id)
  }
  const words = plain.replace(NOISE, '')
  if (words !== '') return refused({ kind: 'bill-line-account-unknown', text })
  const only = accounts.length === 1 ? (accounts[0]?.id ?? null) : null
  const meant = account ?? only
  return meant === null ? refused({ kind: 'bill-line-no-account', text }) : done(meant)
}

/** Initials stand for the product only as a word of their own. */
const scoreOf = (text: string, name: string): number => {
  if (!text.includes(name)) return 0
  return /^[a-z]{2,3}$/.test(name) && !new RegExp(`(?<![a-z])${name}(?![a-z])`).test(text) ? 0 : name.length
}

function namesOf({ id, kind, name, lender }: NamedAccount): readonly string[] {
  const products = KIND_WORDS[kind] ?? []
  const lent = lender === null ? [] : [lender, ...products.flatMap((one) => [`${lender}${one}`, `${lender} ${one}`])]
  return [id, name, ...products, ...lent].filter((one) => one !== '').map((one) => one.toLowerCase())
}
