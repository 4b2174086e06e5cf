import type { TextLanguage } from '#shared/contract/texts/text.ts'
import type { Account } from '#shared/ledger/account.ts'
import { accountNames as en } from './en/account-names.ts'
import { dictionary, sayIn } from './words.ts'
import { accountNames as zh } from './zh-cn/account-names.ts'

const words = dictionary(zh, en)

/** What an account is called: the user's own name, else its kind with the lender's name before it. */
export function accountName(account: Pick<Account, 'kind' | 'name' | 'lender'>, language: TextLanguage): string {
  if (account.name !== '') return account.name
  const say = sayIn(words, language)
  const kind = say(account.kind)
  return account.lender === null || account.lender === '' ? kind : say('ofLender', { lender: account.lender, kind })
}
