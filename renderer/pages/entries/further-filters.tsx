import { DayField, MonthField } from '../../components/day-field.tsx'
import { MoneyField } from '../../components/money-field.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { entriesWords } from './entries-words.ts'
import { type FilterDraft, FLAGS } from './entry-filter.ts'

/** Days, amounts, a state, and the file that a row came with. */
export function FurtherFilters(props: {
  readonly draft: FilterDraft
  readonly onChange: (changes: Partial<FilterDraft>) => void
}) {
  const say = useWords(entriesWords)
  const format = useFormat()
  const { draft, onChange } = props
  const files = hereOrNull(useAsk('listImports', {})) ?? []
  return (
    <div className="filter-further">
      <MonthField label={say('month')} value={draft.month} onChange={(month) => onChange({ month })} />
      <DayField
        label={say('from')}
        leaning="past"
        optional
        value={draft.from}
        onChange={(from) => onChange({ from })}
      />
      <DayField
        label={say('through')}
        leaning="past"
        optional
        value={draft.through}
        onChange={(through) => onChange({ through })}
      />
      <MoneyField label={say('atLeast')} value={draft.atLeast} onChange={(atLeast) => onChange({ atLeast })} />
      <MoneyField label={say('atMost')} value={draft.atMost} onChange={(atMost) => onChange({ atMost })} />
      <SelectField
        label={say('state')}
        value={draft.flag}
        onChange={(flag) => onChange({ flag })}
        choices={[
          { value: '', label: say('anyState') },
          ...FLAGS.map((flag) => ({ value: flag, label: say(`flag.${flag}`) })),
        ]}
      />
      {files.length === 0 ? null : (
        <SelectField
          label={say('file')}
          value={draft.batch}
          onChange={(batch) => onChange({ batch })}
          choices={[
            { value: '', label: say('anyFile') },
            ...files.map(({ batch, file, at }) => ({ value: batch, label: `${file} · ${format.instant(at)}` })),
          ]}
        />
      )}
    </div>
  )
}
