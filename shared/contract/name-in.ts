import { type NamedAccount, ownedName, ownerInName } from './accounts-from-fields.ts'
import { dossierWords } from './dossier/dossier-words.ts'
import type { TextLanguage } from './texts/text.ts'

/** What an account is called in a language: the name that the user gave it, else its kind with the lender's name. */
export function nameIn(account: NamedAccount, language: TextLanguage): string {
  const owner = ownerInName(account)
  if (owner === null) return account.name
  const kind = dossierWords[account.kind][language]
  const lender = account.lender ?? ''
  const name = language === 'en' && lender !== '' ? `${lender} ${kind}` : `${lender}${kind}`
  return owner === '' ? name : ownedName(name, owner, language)
}
