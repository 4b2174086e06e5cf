import { useState } from 'react'
import { useLocation } from 'wouter'
import type { AccountView } from '#shared/contract/views.ts'
import { isBilled, isLending } from '#shared/ledger/account.ts'
import type { AccountOwed, Owed } from '#shared/ledger/owed.ts'
import { Amount } from '../../components/amount.tsx'
import { AskedUnlessZero, AskWords } from '../../components/ask.tsx'
import { Button } from '../../components/button.tsx'
import { Side } from '../../components/page.tsx'
import { Section } from '../../components/section.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useNameOf } from '../../state/account-names.ts'
import { FailureNote } from '../../state/answered.tsx'
import { askAhead } from '../../state/ask-ahead.ts'
import { startBillEntry } from '../../state/bill-entry-start.ts'
import { owedFigure } from '../../state/owed-figure.ts'
import { addEntryPathOf } from '../../state/places.ts'
import { useCommand } from '../../state/use-command.ts'
import { AccountDebts, debtsOf } from './account-debts.tsx'
import { AccountFacts } from './account-facts.tsx'
import { AccountQuota, quotasOf } from './account-quota.tsx'
import { AccountTerms } from './account-terms.tsx'
import { accountsWords } from './accounts-words.ts'
import { ChangeAccount } from './change-account.tsx'
import { OwedCells } from './owed-cells.tsx'

/** What it asks when it is opened. */
export function askAccountAhead(account: AccountView): void {
  void askAhead('listEntries', quotasOf(account))
  void askAhead('listEntries', debtsOf(account))
}

/** One account opened: what is owed there, by which terms, and what can be done with it. */
export function AccountSide(props: {
  readonly account: AccountView
  readonly owed: Owed | null
  readonly onClose: () => void
}) {
  const say = useWords(accountsWords)
  const nameOf = useNameOf()
  const [, navigate] = useLocation()
  const [changing, setChanging] = useState(false)
  const { account } = props
  const name = nameOf(account)
  const owed = props.owed?.accounts.find((one) => one.id === account.id)
  const remove = useCommand('removeAccount', { done: () => say('removed', { name }), canUndo: true })
  const removeNow = async () => {
    if ((await remove.run({ id: account.id })) !== null) props.onClose()
  }
  const enterBill = () => {
    startBillEntry(account.id)
    navigate('/bills')
  }
  return (
    <Side title={name} onClose={props.onClose}>
      <div className="column">
        {owed === undefined ? null : <OwedHere owed={owed} />}
        <div className="stack">
          <div className="row">
            {isBilled(account) ? (
              <Button kind="main" onPress={enterBill}>
                {say('enterBill')}
              </Button>
            ) : null}
            {isBilled(account) || isLending(account) ? (
              <Button kind={isLending(account) ? 'main' : 'plain'} onPress={() => navigate(addEntryPathOf(account.id))}>
                {say(isLending(account) ? 'enterLoan' : 'addEntry')}
              </Button>
            ) : null}
            <Button onPress={() => setChanging(true)}>{say('change')}</Button>
            <Button
              kind="quiet"
              onPress={() => void removeNow()}
              cannot={account.entryCount > 0 ? say('removeCannot', { n: account.entryCount }) : null}
            >
              {say('remove')}
            </Button>
          </div>
          {account.entryCount > 0 ? <p className="note">{say('removeCannot', { n: account.entryCount })}</p> : null}
          <FailureNote failure={remove.failure} />
        </div>
        <AccountFacts account={account} />
        <AccountDebts account={account} />
        <AccountQuota account={account} />
        <AccountTerms account={account} />
      </div>
      {changing ? <ChangeAccount account={account} onClose={() => setChanging(false)} /> : null}
    </Side>
  )
}

function OwedHere({ owed }: { readonly owed: AccountOwed }) {
  const say = useWords(accountsWords)
  const today = useToday()
  const lines = [
    ['used', 'usedQuota'],
    ['available', 'availableQuota'],
    ['awaiting', 'awaitingReceipt'],
    ['prepaid', 'prepaid'],
  ] as const
  return (
    <>
      <div>
        <p className="label">{say('owed')}</p>
        <p className="row">
          <Amount value={owed.total} form="answer" />
          <AskWords figure={owed.explain} />
        </p>
      </div>
      <Section title={say('cells')}>
        <OwedCells owed={owed} />
        <dl className="facts">
          {lines.map(([key, part]) => {
            const amount = owed[part]
            if (amount === null || (amount === 0 && key !== 'used')) return null
            const asked = <AskedUnlessZero figure={owedFigure(owed.id, part, today)} amount={amount} />
            return <FactLine key={key} name={say(key)} amount={asked} />
          })}
        </dl>
      </Section>
    </>
  )
}

function FactLine({ name, amount }: { readonly name: string; readonly amount: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{amount}</dd>
    </>
  )
}
