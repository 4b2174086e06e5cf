import './entries.css'
import { useDeferredValue, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { monthText } from '#shared/kernel/day.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import { Button } from '../../components/button.tsx'
import { MonthField } from '../../components/day-field.tsx'
import { parseMonthField } from '../../components/field-parsing.ts'
import { Page } from '../../components/page.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { Empty } from '../../components/waiting.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useNameOf } from '../../state/account-names.ts'
import { Answered } from '../../state/answered.tsx'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { type EntryFilter, useEntryPages } from '../../state/use-entry-pages.ts'
import { entriesWords } from './entries-words.ts'
import { EntryList } from './entry-list.tsx'
import { EntrySide } from './entry-side.tsx'

type Draft = { readonly text: string; readonly account: string; readonly kind: string; readonly month: string }

const NO_FILTER: Draft = { text: '', account: '', kind: '', month: '' }
const KINDS: readonly Entry['kind'][] = [
  'purchase',
  'refund',
  'repayment',
  'bill',
  'installments',
  'loan',
  'deferral',
  'quota',
  'review',
]

/** Everything that was entered or imported, found and opened. */
export function EntriesPage() {
  const say = useWords(entriesWords)
  const today = useToday()
  const [, navigate] = useLocation()
  const { item } = useParams()
  const [draft, setDraft] = useState(NO_FILTER)
  const [range, setRange] = useState({ from: 0, to: 0 })
  const settled = useDeferredValue(draft)
  const month = parseMonthField(settled.month, today)
  const filter: EntryFilter = {
    ...(settled.text.trim() === '' ? {} : { text: settled.text.trim() }),
    ...(settled.account === '' ? {} : { account: settled.account }),
    ...(settled.kind === '' ? {} : { kind: settled.kind }),
    ...(month.ok ? { month: monthText(month.value) } : {}),
  }
  const pages = useEntryPages(filter, range)
  const filtered = Object.keys(filter).length > 0
  const open = item === undefined ? null : decodeURIComponent(item)
  return (
    <Page
      title={say('title')}
      note={pages.first.state === 'here' ? say('count', { n: pages.total.toLocaleString('en') }) : null}
      side={open === null ? undefined : <EntrySide key={open} id={open} onClose={() => navigate('/entries')} />}
    >
      <Filters draft={draft} onChange={setDraft} />
      <Answered answer={pages.first} rows={10}>
        {() =>
          pages.total === 0 ? (
            <NothingHere filtered={filtered} onClear={() => setDraft(NO_FILTER)} />
          ) : (
            <EntryList
              pages={pages}
              openId={open}
              onRange={setRange}
              onOpen={(id) => navigate(`/entries/${encodeURIComponent(id)}`)}
            />
          )
        }
      </Answered>
    </Page>
  )
}

function Filters({ draft, onChange }: { readonly draft: Draft; readonly onChange: (draft: Draft) => void }) {
  const say = useWords(entriesWords)
  const nameOf = useNameOf()
  const accounts = hereOrNull(useAsk('listAccounts', {})) ?? []
  const set = (changes: Partial<Draft>) => onChange({ ...draft, ...changes })
  const any = Object.values(draft).some((text) => text !== '')
  return (
    <search className="entry-filters" aria-label={say('filters')}>
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
          ...KINDS.map((kind) => ({ value: kind, label: say(`kind.${kind}`) })),
        ]}
      />
      <MonthField
        label={say('month')}
        labelHidden
        bare
        placeholder={say('month')}
        value={draft.month}
        onChange={(month) => set({ month })}
      />
      {any ? (
        <Button kind="quiet" onPress={() => onChange(NO_FILTER)}>
          {say('clear')}
        </Button>
      ) : null}
    </search>
  )
}

function NothingHere({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }) {
  const say = useWords(entriesWords)
  const [, navigate] = useLocation()
  if (filtered) {
    return (
      <Empty title={say('noMatch')} text={say('noMatchText')}>
        <Button onPress={onClear}>{say('clear')}</Button>
      </Empty>
    )
  }
  return (
    <Empty title={say('empty')} text={say('emptyText')}>
      <Button kind="main" onPress={() => navigate('/import')}>
        {say('import')}
      </Button>
    </Empty>
  )
}
