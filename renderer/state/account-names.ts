import { useMemo } from 'react'
import type { Account, AccountId } from '#shared/ledger/account.ts'
import { accountNames as en } from '../i18n/en/account-names.ts'
import { useWords } from '../i18n/preferences.tsx'
import { dictionary } from '../i18n/words.ts'
import { accountNames as zh } from '../i18n/zh-cn/account-names.ts'
import { hereOrNull, useAsk } from './use-ask.ts'

const words = dictionary(zh, en)

/** What an account is called: the user's own name, else its kind with the lender's name before it. */
export function useNameOf(): (account: Pick<Account, 'kind' | 'name' | 'lender'>) => string {
  const say = useWords(words)
  return useMemo(
    () => (account) => {
      if (account.name !== '') return account.name
      const kind = say(account.kind)
      return account.lender === null || account.lender === '' ? kind : say('ofLender', { lender: account.lender, kind })
    },
    [say],
  )
}

/** The same by id; an id that is not known is shown as it is. */
export function useAccountName(): (id: AccountId) => string {
  const accounts = hereOrNull(useAsk('listAccounts', {}))
  const nameOf = useNameOf()
  return useMemo(() => {
    const names = new Map((accounts ?? []).map((account) => [account.id, nameOf(account)]))
    return (id) => names.get(id) ?? id
  }, [accounts, nameOf])
}
