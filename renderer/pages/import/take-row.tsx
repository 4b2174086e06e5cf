import type { FormEvent } from 'react'
import { isOtherCredit, type TakenAs, takenAs } from '#shared/contract/taken-as.ts'
import type { ImportRow } from '#shared/contract/views.ts'
import { isBilled } from '#shared/ledger/account.ts'
import { Button } from '../../components/button.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { AsFields, useSaidAs } from './as-fields.tsx'
import { importWords } from './import-words.ts'
import { isOfAccount, type TakeChoice, type TakingAccount } from './use-taken.ts'

const KINDS = ['purchase', 'refund', 'repayment'] as const

/** What a row is that the file does not say to be on credit: the user's own word, for it or for all of its shop. */
export function TakeRow(props: {
  readonly row: ImportRow
  readonly alike: readonly ImportRow[]
  readonly accounts: readonly TakingAccount[]
  readonly onTake: (rows: readonly ImportRow[], choice: TakeChoice) => void
  readonly onClose: () => void
}) {
  const { row } = props
  const say = useWords(importWords)
  const format = useFormat()
  // What another lender was repaid never stands as a repayment of Huabei because that account is the first.
  const elsewhere = isOtherCredit(row) ? props.accounts.find(({ kind }) => kind === 'other')?.id : undefined
  const said = useSaidAs<TakenAs, TakingAccount>(
    { as: takenAs(row), account: elsewhere ?? '' },
    props.accounts,
    (kind, one) => isOfAccount(row, kind, one),
  )
  const { as, account } = said
  const chosen = props.accounts.find(({ id }) => id === account)
  const alike = props.alike.filter((one) => chosen === undefined || isOfAccount(one, as, chosen))
  const closed = props.accounts.filter((one) => isBilled(one) && !isOfAccount(row, as, one))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (chosen !== undefined) props.onTake([row], { as, account })
  }
  return (
    <form className="review-form import-take" onSubmit={submit}>
      <p className="note">{say('takeNote')}</p>
      <div className="review-fields">
        <AsFields
          said={said}
          kinds={KINDS}
          nameOf={({ name, closedOn }) => (closedOn === null ? name : say('takeOfClosed', { name }))}
        />
      </div>
      {closed.map(({ id, name, closedOn }) =>
        closedOn === null ? null : (
          <p className="note" key={id}>
            {say('takeClosed', { name, day: format.dayWithYear(closedOn) })}
          </p>
        ),
      )}
      <div className="row">
        <Button small submit cannot={chosen === undefined ? say('takeNone') : null}>
          {say('takeThis')}
        </Button>
        {chosen === undefined || alike.length < 2 ? null : (
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
