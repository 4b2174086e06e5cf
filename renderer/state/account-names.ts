import { useCallback } from 'react'
import type { NamedAccount } from '#shared/contract/accounts-from-fields.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import { accountName } from '../i18n/account-name.ts'
import { useLanguage, usePreferences } from '../i18n/preferences.tsx'

/** What an account is called: the user's own name, else its kind with the lender's name before it. */
export function useNameOf(): (account: NamedAccount) => string {
  const language = useLanguage()
  return useCallback((account) => accountName(account, language), [language])
}

/** The same by id; an id that is not known is shown as it is. */
export const useAccountName = (): ((id: AccountId) => string) => usePreferences().accountName
