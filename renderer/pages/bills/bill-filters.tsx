import type { AccountView } from '#shared/contract/views.ts'
import { isBilled } from '#shared/ledger/account.ts'
import { Button } from '../../components/button.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useNameOf } from '../../state/account-names.ts'
import { inOrder } from '../../state/account-places.ts'
import { SavedFilters } from '../../state/saved-filters.tsx'
import {
  BILL_STATES,
  type BillFilter,
  billFilterFrom,
  billFilterText,
  isFiltered,
  NO_BILL_FILTER,
} from './bill-filter.ts'
import { billsWords } from './bills-words.ts'

/** Words, account and state; what is often looked for is kept under a name. */
export function BillFilters(props: {
  readonly accounts: readonly AccountView[]
  readonly filter: BillFilter
  readonly onChange: (filter: BillFilter) => void
}) {
  const say = useWords(billsWords)
  const nameOf = useNameOf()
  const { filter, onChange } = props
  const set = (changes: Partial<BillFilter>) => onChange({ ...filter, ...changes })
  const billed = inOrder(props.accounts.filter(isBilled))
  return (
    <search className="bill-filters" aria-label={say('filters')}>
      <TextField
        label={say('search')}
        labelHidden
        placeholder={say('search')}
        value={filter.text}
        onChange={(text) => set({ text })}
      />
      {billed.length < 2 ? null : (
        <SelectField
          label={say('colAccount')}
          labelHidden
          value={filter.account}
          onChange={(account) => set({ account })}
          choices={[
            { value: '', label: say('allAccounts') },
            ...billed.map((account) => ({ value: account.id, label: nameOf(account) })),
          ]}
        />
      )}
      <SelectField
        label={say('colState')}
        labelHidden
        value={filter.state}
        onChange={(state) => set({ state })}
        choices={[
          { value: '', label: say('allStates') },
          ...BILL_STATES.map((state) => ({ value: state, label: say(`state.${state}`) })),
        ]}
      />
      {isFiltered(filter) ? (
        <Button kind="quiet" onPress={() => onChange(NO_BILL_FILTER)}>
          {say('clear')}
        </Button>
      ) : null}
      <SavedFilters page="bills" current={billFilterText(filter)} onUse={(saved) => onChange(billFilterFrom(saved))} />
    </search>
  )
}
