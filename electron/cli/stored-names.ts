import { nameIn } from '#shared/contract/name-in.ts'
import type { TextLanguage } from '#shared/contract/texts/text.ts'
import type { Account } from '#shared/ledger/account.ts'

/** By what the ledger calls an account, what people call it in a language: only a name that nobody gave is another. */
export const calledIn = (accounts: readonly Account[], language: TextLanguage): ReadonlyMap<string, string> =>
  new Map(language === 'zh-CN' ? [] : accounts.map((account) => [account.name, nameIn(account, language)] as const))
