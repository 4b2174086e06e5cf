import type { FormEvent } from 'react'
import { isOtherCredit, type TakenAs, takenAs } from '#shared/contract/taken-as.ts'
import type { ImportRow } from '#shared/contract/views.ts'
import { Button } from '../../components/button.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { AsFields, useSaidAs } from './as-fields.tsx'
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
  // What another lender was repaid never stands as a repayment of Huabei because that account is the first.
  const elsewhere = isOtherCredit(row) ? props.accounts.find(({ kind }) => kind === 'other')?.id : undefined
  const said = useSaidAs<TakenAs, TakingAccount>({ as: takenAs(row), account: elsewhere ?? '' }, props.accounts)
  const { as, account } = said
  const submit = (event: FormEvent) => {
    event.preventDefault()
    props.onTake([row], { as, account })
  }
  return (
    <form className="review-form import-take" onSubmit={submit}>
      <p className="note">{say('takeNote')}</p>
      <div className="review-fields">
        <AsFields said={said} kinds={KINDS} nameOf={({ name }) => name} />
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
