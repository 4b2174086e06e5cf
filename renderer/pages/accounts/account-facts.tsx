import type { ReactNode } from 'react'
import type { AccountView } from '#shared/contract/views.ts'
import { Amount } from '../../components/amount.tsx'
import { DayText } from '../../components/day-text.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { accountsWords } from './accounts-words.ts'

/** Whose it is, how much may be used, and what Alipay takes by itself: what a person says of an account once. */
export function AccountFacts({ account }: { readonly account: AccountView }) {
  const say = useWords(accountsWords)
  return (
    <dl className="facts">
      {account.owner === '' ? null : <Fact name={say('ownerField')}>{account.owner}</Fact>}
      {account.lender === null ? null : <Fact name={say('lender')}>{account.lender}</Fact>}
      {account.limit === null ? null : (
        <Fact name={say('limit')}>
          <Amount value={account.limit} />
        </Fact>
      )}
      {account.upgradedOn === null ? null : (
        <Fact name={say('upgradedOn')}>
          <DayText day={account.upgradedOn} form="year" />
        </Fact>
      )}
      {account.kind === 'other' ? null : <Fact name={say('autoRepay')}>{say(`auto.${account.autoRepay}`)}</Fact>}
      {account.status === 'open' ? null : <Fact name={say('state')}>{say(`status.${account.status}`)}</Fact>}
    </dl>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}
