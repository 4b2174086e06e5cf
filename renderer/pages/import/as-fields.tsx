import { useState } from 'react'
import { type Account, isBilled } from '#shared/ledger/account.ts'
import { SelectField } from '../../components/select-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { importWords } from './import-words.ts'

type AsKind = 'purchase' | 'refund' | 'repayment' | 'unrelated'
type SomeAccount = Pick<Account, 'id' | 'kind'>

/** What a row is said to be, and of which account: '' where there is none that it could be of. */
export type SaidAs<K extends AsKind, A extends SomeAccount> = {
  readonly as: K
  readonly account: string
  readonly accounts: readonly A[]
  readonly setAs: (as: K) => void
  readonly setAccount: (account: string) => void
}

/** Only what has bills is spent on; any debt can be repaid. `mayBe` says of which accounts the row could be what is said. */
export function useSaidAs<K extends AsKind, A extends SomeAccount>(
  start: { readonly as: K; readonly account?: string },
  all: readonly A[],
  mayBe: (as: K, account: A) => boolean = () => true,
): SaidAs<K, A> {
  const [as, setAs] = useState(start.as)
  const [wanted, setAccount] = useState(start.account ?? '')
  const accounts = all.filter((one) => (as === 'repayment' || isBilled(one)) && mayBe(as, one))
  const account = accounts.some(({ id }) => id === wanted) ? wanted : (accounts[0]?.id ?? '')
  return { as, account, accounts, setAs, setAccount }
}

/** The two questions of every row that the file does not explain. */
export function AsFields<K extends AsKind, A extends SomeAccount>(props: {
  readonly said: SaidAs<K, A>
  readonly kinds: readonly K[]
  readonly nameOf: (account: A) => string
  readonly label?: string
}) {
  const say = useWords(importWords)
  const { as, account, accounts, setAs, setAccount } = props.said
  const kindName = (kind: AsKind): string => say(`as.${kind}`)
  return (
    <>
      <SelectField
        label={props.label ?? say('asWhat')}
        choices={props.kinds.map((kind) => ({ value: kind, label: kindName(kind) }))}
        value={as}
        onChange={setAs}
      />
      {as === 'unrelated' || accounts.length === 0 ? null : (
        <SelectField
          label={say('asAccount')}
          choices={accounts.map((one) => ({ value: one.id as string, label: props.nameOf(one) }))}
          value={account}
          onChange={setAccount}
        />
      )}
    </>
  )
}
