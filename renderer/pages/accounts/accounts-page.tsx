import { Link, useLocation, useParams } from 'wouter'
import type { AccountView } from '#shared/contract/views.ts'
import { dayText } from '#shared/kernel/day.ts'
import { isBilled, isLending } from '#shared/ledger/account.ts'
import type { Owed } from '#shared/ledger/owed.ts'
import { isTermKnown, termsOn } from '#shared/ledger/terms.ts'
import { Amount } from '../../components/amount.tsx'
import { AskedUnlessZero } from '../../components/ask.tsx'
import { Button } from '../../components/button.tsx'
import { Page } from '../../components/page.tsx'
import { Empty } from '../../components/waiting.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useNameOf } from '../../state/account-names.ts'
import { inOrder } from '../../state/account-places.ts'
import { Answered } from '../../state/answered.tsx'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { AccountSide, askAccountAhead } from './account-side.tsx'
import { accountsWords } from './accounts-words.ts'
import { AddAccount } from './add-account.tsx'

/** Every debt by where it is owed; one opened at the side with its terms and where they come from. */
export function AccountsPage() {
  const say = useWords(accountsWords)
  const [, navigate] = useLocation()
  const { item } = useParams()
  const answer = useAsk('listAccounts', {})
  const owed = hereOrNull(useAsk('getOwed', {}))
  const accounts = hereOrNull(answer) ?? []
  const open = accounts.find((account) => account.id === (item === undefined ? '' : decodeURIComponent(item)))
  const back = () => navigate('/accounts')
  return (
    <Page
      title={say('title')}
      note={
        owed === null || accounts.length === 0 ? null : (
          <span className="said-below">
            {say.rich('note', { n: accounts.length, total: <Amount key="total" value={owed.total} form="sentence" /> })}
          </span>
        )
      }
      tools={
        <Button kind="main" icon="plus" onPress={() => navigate('/accounts/new')}>
          {say('add')}
        </Button>
      }
      side={open === undefined ? undefined : <AccountSide key={open.id} account={open} owed={owed} onClose={back} />}
    >
      <Answered answer={answer}>
        {(list) =>
          list.length === 0 ? (
            <Empty title={say('empty')} text={say('emptyText')}>
              <Button kind="main" onPress={() => navigate('/accounts/new')}>
                {say('add')}
              </Button>
              <Button onPress={() => navigate('/import')}>{say('import')}</Button>
            </Empty>
          ) : (
            <AccountTable accounts={list} owed={owed} openId={open?.id ?? null} />
          )
        }
      </Answered>
      {item === 'new' ? <AddAccount onClose={back} /> : null}
    </Page>
  )
}

function AccountTable(props: {
  readonly accounts: readonly AccountView[]
  readonly owed: Owed | null
  readonly openId: string | null
}) {
  const say = useWords(accountsWords)
  const nameOf = useNameOf()
  const twoOwners = new Set(props.accounts.map((account) => account.owner)).size > 1
  return (
    <>
      <table className="grid-table selectable" aria-label={say('title')}>
        <thead>
          <tr>
            <th scope="col">{say('name')}</th>
            {twoOwners ? <th scope="col">{say('owner')}</th> : null}
            {props.openId === null ? <th scope="col">{say('days')}</th> : null}
            <th scope="col">{say('state')}</th>
            <th scope="col" className="number">
              {say('entries')}
            </th>
            <th scope="col" className="number">
              {say('owed')}
            </th>
          </tr>
        </thead>
        <tbody>
          {inOrder(props.accounts).map((account) => {
            const owed = props.owed?.accounts.find((one) => one.id === account.id)
            return (
              <tr key={account.id} aria-selected={account.id === props.openId}>
                <td>
                  <Link
                    href={`/accounts/${encodeURIComponent(account.id)}`}
                    onPointerEnter={() => askAccountAhead(account)}
                  >
                    {nameOf(account)}
                  </Link>
                </td>
                {twoOwners ? <td className="second">{account.owner}</td> : null}
                {props.openId === null ? (
                  <td className="second">
                    <DaysOf account={account} />
                  </td>
                ) : null}
                <td className="second nowrap">{say(`status.${account.status}`)}</td>
                <td className="number second">{account.entryCount.toLocaleString('en')}</td>
                <td className="number">
                  {owed === undefined ? null : <AskedUnlessZero figure={owed.explain} amount={owed.total} />}
                </td>
              </tr>
            )
          })}
        </tbody>
        {props.owed === null ? null : (
          <tfoot>
            <tr>
              <th scope="row" colSpan={(twoOwners ? 1 : 0) + (props.openId === null ? 1 : 0) + 3}>
                {say('total')}
              </th>
              <td className="number total">
                <AskedUnlessZero figure={`owed@${dayText(props.owed.on)}`} amount={props.owed.total} />
              </td>
            </tr>
          </tfoot>
        )}
      </table>
      <p className="note below-table">{say('scheduleNote')}</p>
    </>
  )
}

/** When it is billed and due; days that nobody has confirmed say so. */
function DaysOf({ account }: { readonly account: AccountView }) {
  const say = useWords(accountsWords)
  const terms = termsOn(account.terms, useToday())
  if (isLending(account)) return say('loanDay')
  if (!isBilled(account)) return say('otherDay')
  const known = isTermKnown(account.terms, 'statementDay') && isTermKnown(account.terms, 'dueDay')
  return say(known ? 'dayPair' : 'dayPairAssumed', { statement: terms.statementDay, due: terms.dueDay })
}
