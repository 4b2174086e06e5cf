import type { Account } from '#shared/ledger/account.ts'
import { SelectField } from '../../components/select-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useNameOf } from '../../state/account-names.ts'
import { inOrder } from '../../state/account-places.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { caseWords } from './case-words.ts'

/** Which debt it is about; empty where it is about all of them. */
export function AccountChoice(props: {
  readonly value: string
  readonly onChange: (id: string) => void
  /** A choice must be made; else there is one for none. */
  readonly needed?: boolean
  readonly only?: (account: Account) => boolean
}) {
  const say = useWords(caseWords)
  const nameOf = useNameOf()
  const accounts = hereOrNull(useAsk('listAccounts', {})) ?? []
  const fitting = inOrder(accounts.filter(props.only ?? (() => true)))
  const own = fitting.map((account) => ({ value: account.id, label: nameOf(account) }))
  const choices = props.needed && props.value !== '' ? own : [{ value: '', label: say('noAccount') }, ...own]
  return <SelectField label={say('account')} choices={choices} value={props.value} onChange={props.onChange} />
}
