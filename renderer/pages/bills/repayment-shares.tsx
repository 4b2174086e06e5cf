import type { AccountView, BillView } from '#shared/contract/views.ts'
import { fen, sumFen } from '#shared/kernel/money.ts'
import { Button } from '../../components/button.tsx'
import { parseMoneyField } from '../../components/field-parsing.ts'
import { MoneyField } from '../../components/money-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useNameOf } from '../../state/account-names.ts'
import { billsWords } from './bills-words.ts'
import { type RepaymentDraft, shareByUnpaid, shareLeft } from './repayment-draft.ts'

/** How much of one repayment went to each account; the rest still to be placed stands below, to the fen. */
export function RepaymentShares(props: {
  readonly accounts: readonly AccountView[]
  readonly bills: readonly BillView[]
  readonly draft: RepaymentDraft
  readonly onChange: (changes: Partial<RepaymentDraft>) => void
}) {
  const say = useWords(billsWords)
  const nameOf = useNameOf()
  const { draft, accounts } = props
  const propose = () => {
    const amount = parseMoneyField(draft.amount)
    if (!amount.ok) return
    const unpaid = accounts.map(({ id }) => ({ account: id, amount: unpaidOf(id, props.bills) }))
    props.onChange({ shares: shareByUnpaid(amount.value, unpaid) })
  }
  return (
    <fieldset className="shares">
      <legend className="label">{say('split')}</legend>
      {accounts.map((account) => (
        <MoneyField
          key={account.id}
          label={nameOf(account)}
          value={draft.shares[account.id] ?? ''}
          onChange={(text) => props.onChange({ shares: { ...draft.shares, [account.id]: text } })}
        />
      ))}
      <ShareSum draft={draft} />
      <div className="row">
        <Button small onPress={propose}>
          {say('propose')}
        </Button>
      </div>
    </fieldset>
  )
}

function ShareSum({ draft }: { readonly draft: RepaymentDraft }) {
  const say = useWords(billsWords)
  const format = useFormat()
  const { sum, left } = shareLeft(draft)
  if (sum === 0) return <p className="note">{say('splitNote')}</p>
  const text =
    left === 0
      ? say('splitSum', { sum: format.amount(sum) })
      : say(left > 0 ? 'splitLeft' : 'splitOver', { left: format.amount(fen(Math.abs(left))) })
  return (
    <p className={left === 0 ? 'note is-safe' : 'note is-attention'} role="status">
      {text}
    </p>
  )
}

const unpaidOf = (account: string, bills: readonly BillView[]) =>
  sumFen(bills.filter((bill) => bill.account === account && bill.status !== 'upcoming').map((bill) => bill.unpaid))
