import { type NamedAccount, ownedName, ownerInName } from '#shared/contract/accounts-from-fields.ts'
import { shownText } from '#shared/contract/texts/shown-text.ts'
import type { TextLanguage } from '#shared/contract/texts/text.ts'
import { accountNames as en } from './en/account-names.ts'
import { dictionary, sayIn } from './words.ts'
import { accountNames as zh } from './zh-cn/account-names.ts'

const words = dictionary(zh, en)

/** The name of a kind, for sentences that carry the kind alone; anything else is given back. */
export function kindName(kind: string, language: TextLanguage): string {
  const names: Readonly<Record<string, string>> = words[language]
  return Object.hasOwn(words[language], kind) ? (names[kind] ?? kind) : kind
}

/** What an account is called: the user's own name, else its kind with the lender's name before it. */
export function accountName(account: NamedAccount, language: TextLanguage): string {
  // A name that nobody gave is said in the language of the screen.
  const owner = ownerInName(account)
  if (owner === null) return shownText(account.name)
  const say = sayIn(words, language)
  const kind = say(account.kind)
  const name =
    account.lender === null || account.lender === '' ? kind : say('ofLender', { lender: account.lender, kind })
  return owner === '' ? name : ownedName(name, owner, language)
}
