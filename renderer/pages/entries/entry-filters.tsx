import { useState } from 'react'
import { ENTRY_KINDS } from '#shared/ledger/entry.ts'
import { Button } from '../../components/button.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useNameOf } from '../../state/account-names.ts'
import { inOrder } from '../../state/account-places.ts'
import { SavedFilters } from '../../state/saved-filters.tsx'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { entriesWords } from './entries-words.ts'
import { draftFrom, type FilterDraft, FURTHER, givenOf, NO_FILTER } from './entry-filter.ts'
import { FurtherFilters } from './further-filters.tsx'

/** Words, account and kind in sight; days, amounts, states and the file behind one press. */
export function EntryFilters({
  draft,
  onChange,
}: {
  readonly draft: FilterDraft
  readonly onChange: (draft: FilterDraft) => void
}) {
  const say = useWords(entriesWords)
  const nameOf = useNameOf()
  const accounts = inOrder(hereOrNull(useAsk('listAccounts', {})) ?? [])
  const isFurther = FURTHER.some((name) => draft[name] !== '')
  const [further, setFurther] = useState(isFurther)
  const set = (changes: Partial<FilterDraft>) => onChange({ ...draft, ...changes })
  return (
    <search className="entry-filters" aria-label={say('filters')}>
      <div className="filter-line">
        <TextField
          label={say('search')}
          labelHidden
          placeholder={say('search')}
          value={draft.text}
          onChange={(text) => set({ text })}
        />
        <SelectField
          label={say('account')}
          labelHidden
          value={draft.account}
          onChange={(account) => set({ account })}
          choices={[
            { value: '', label: say('allAccounts') },
            ...accounts.map((account) => ({ value: account.id, label: nameOf(account) })),
          ]}
        />
        <SelectField
          label={say('kind')}
          labelHidden
          value={draft.kind}
          onChange={(kind) => set({ kind })}
          choices={[
            { value: '', label: say('allKinds') },
            ...ENTRY_KINDS.map((kind) => ({ value: kind, label: say(`kind.${kind}`) })),
          ]}
        />
      </div>
      {further || isFurther ? <FurtherFilters draft={draft} onChange={set} /> : null}
      <div className="filter-line filter-end">
        {isFurther ? null : (
          <button type="button" className="link note" aria-expanded={further} onClick={() => setFurther(!further)}>
            {say(further ? 'lessFilters' : 'moreFilters')}
          </button>
        )}
        {Object.keys(givenOf(draft)).length === 0 ? null : (
          <Button kind="quiet" small onPress={() => onChange(NO_FILTER)}>
            {say('clear')}
          </Button>
        )}
        <SavedFilters page="entries" current={givenOf(draft)} onUse={(saved) => onChange(draftFrom(saved))} />
      </div>
    </search>
  )
}
