import { type FormEvent, useState } from 'react'
import type { SavedFilter } from '#shared/contract/screen-views.ts'
import { Button } from '../components/button.tsx'
import { partsWords } from '../components/parts-words.ts'
import { SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useWords } from '../i18n/preferences.tsx'
import { FailureNote } from './answered.tsx'
import { hereOrNull, useAsk } from './use-ask.ts'
import { useCommand } from './use-command.ts'

type Values = Readonly<Record<string, string>>

/** Filters that were given a name: chosen from a list, and the present one kept or forgotten. Part of the ledger's settings. */
export function SavedFilters(props: {
  readonly page: SavedFilter['page']
  /** What is filtered now; empty where nothing is. */
  readonly current: Values
  readonly onUse: (filter: Values) => void
}) {
  const say = useWords(partsWords)
  const [naming, setNaming] = useState(false)
  const settings = useCommand('changeSettings')
  const all = hereOrNull(useAsk('getStatus', {}))?.settings.savedFilters ?? []
  const own = all.filter((one) => one.page === props.page)
  const active = own.find((one) => sameValues(one.filter, props.current)) ?? null
  const isEmpty = Object.keys(props.current).length === 0
  const put = (filters: readonly SavedFilter[]) => settings.run({ savedFilters: [...filters] })
  if (own.length === 0 && isEmpty) return null
  return (
    <div className="saved-filters">
      {own.length === 0 ? null : (
        <SelectField
          label={say('savedFilters')}
          labelHidden
          value={active?.name ?? ''}
          choices={[
            { value: '', label: say('savedFilters') },
            ...own.map(({ name }) => ({ value: name, label: name })),
          ]}
          onChange={(name) => props.onUse(own.find((one) => one.name === name)?.filter ?? {})}
        />
      )}
      {active !== null ? (
        <Button kind="quiet" small onPress={() => void put(all.filter((one) => one !== active))}>
          {say('forgetFilter', { name: active.name })}
        </Button>
      ) : isEmpty ? null : naming ? (
        <NameFilter
          onName={async (name) => {
            const kept = all.filter((one) => one.page !== props.page || one.name !== name)
            if ((await put([...kept, { page: props.page, name, filter: props.current }])) !== null) setNaming(false)
          }}
        />
      ) : (
        <Button kind="quiet" small onPress={() => setNaming(true)}>
          {say('saveFilter')}
        </Button>
      )}
      <FailureNote failure={settings.failure} />
    </div>
  )
}

function NameFilter({ onName }: { readonly onName: (name: string) => Promise<void> }) {
  const say = useWords(partsWords)
  const [name, setName] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') void onName(name.trim().slice(0, 40))
  }
  return (
    <form className="row" onSubmit={submit}>
      <TextField
        label={say('filterName')}
        labelHidden
        placeholder={say('filterName')}
        value={name}
        onChange={setName}
        focusFirst
      />
      <Button small submit cannot={name.trim() === '' ? say('filterName') : null}>
        {say('saveFilterDo')}
      </Button>
    </form>
  )
}

const sameValues = (a: Values, b: Values): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([key, value]) => b[key] === value)
