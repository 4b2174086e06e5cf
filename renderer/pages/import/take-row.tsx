import { type FormEvent, useState } from 'react'
import { type TakenAs, takenAs } from '#shared/contract/taken-as.ts'
import type { ImportRow } from '#shared/contract/views.ts'
import { isBilled } from '#shared/ledger/account.ts'
import { Button } from '../../components/button.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { importWords } from './import-words.ts'
import type { TakeChoice, TakingAccount } from './use-taken.ts'

const KINDS = ['purchase', 'refund', 'repayment'] as const

/** What a row is that the file does not say to be on credit: the user's own word, for it or for all of its shop. */
export function TakeRow(props: {
  readonly row: ImportRow
  readonly alike: readonly ImportRow[]
  readonly accounts: readonly TakingAccount[]
  readonly onTake: (rows: readonly ImportRow[], choice: TakeChoice) => void
  readonly onClose: () => void
}) {
  const { row, alike } = props
  const say = useWords(importWords)
  const [as, setAs] = useState<TakenAs>(takenAs(row))
  // Only what has bills is spent on; any debt can be repaid.
  const accounts = props.accounts.filter((one) => as === 'repayment' || isBilled(one))
  const [chosen, setChosen] = useState('')
  const account = accounts.some(({ id }) => id === chosen) ? chosen : (accounts[0]?.id ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    props.onTake([row], { as, account })
  }
  return (
    <form className="review-form import-take" onSubmit={submit}>
      <p className="note">{say('takeNote')}</p>
      <div className="review-fields">
        <SelectField
          label={say('asWhat')}
          choices={KINDS.map((kind) => ({ value: kind, label: say(`as.${kind}`) }))}
          value={as}
          onChange={setAs}
        />
        <SelectField
          label={say('asAccount')}
          choices={accounts.map(({ id, name }) => ({ value: id, label: name }))}
          value={account}
          onChange={setChosen}
        />
      </div>
      <div className="row">
        <Button small submit>
          {say('takeThis')}
        </Button>
        {alike.length < 2 ? null : (
          <Button small onPress={() => props.onTake(alike, { as, account })}>
            {say('takeAlike', { n: alike.length, label: row.label })}
          </Button>
        )}
        <Button small kind="quiet" onPress={props.onClose}>
          {say('takeNot')}
        </Button>
      </div>
    </form>
  )
}
