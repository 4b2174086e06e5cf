import './entries.css'
import { useDeferredValue, useMemo, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import type { LeftAlone } from '#shared/contract/many-views.ts'
import { Button } from '../../components/button.tsx'
import { LeftAloneNote } from '../../components/left-alone.tsx'
import { Page } from '../../components/page.tsx'
import { Empty } from '../../components/waiting.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { Answered } from '../../state/answered.tsx'
import { useEntrySearchKey } from '../../state/entry-search.ts'
import { ADD_ENTRY_PATH, REPAY_PATH } from '../../state/places.ts'
import { useChosenEntries } from '../../state/use-chosen-entries.ts'
import { useEntryPages } from '../../state/use-entry-pages.ts'
import { useKept } from '../../state/use-kept.ts'
import { AddEntry } from './add-entry.tsx'
import { ChosenBar } from './chosen-entries.tsx'
import { entriesWords } from './entries-words.ts'
import { newEntryOf } from './entry-draft.ts'
import { draftFrom, type FilterDraft, filterOf, NO_FILTER } from './entry-filter.ts'
import { EntryFilters } from './entry-filters.tsx'
import { EntryList } from './entry-list.tsx'
import { EntrySide } from './entry-side.tsx'

/** Everything that was entered or imported, found, opened, and changed one by one or together. */
export function EntriesPage() {
  const say = useWords(entriesWords)
  const today = useToday()
  const [, navigate] = useLocation()
  const { item } = useParams()
  const [saved, changeSaved] = useKept<Readonly<Record<string, string>>>(useEntrySearchKey(), {})
  const draft = useMemo(() => draftFrom(saved), [saved])
  const setDraft = (next: FilterDraft) => changeSaved(() => next)
  const [left, setLeft] = useState<readonly LeftAlone[]>([])
  const settled = useDeferredValue(draft)
  const filter = filterOf(settled, today)
  const pages = useEntryPages(filter)
  const chosen = useChosenEntries(filter)
  const adding = newEntryOf(item)
  const open = item === undefined || adding !== null ? null : decodeURIComponent(item)
  return (
    <Page
      title={say('title')}
      note={
        <span role="status">
          {pages.first.state === 'here' ? say('count', { n: pages.total.toLocaleString('en') }) : null}
        </span>
      }
      tools={
        <>
          <Button onPress={() => navigate(REPAY_PATH)}>{say('repay')}</Button>
          <Button kind="main" icon="plus" onPress={() => navigate(ADD_ENTRY_PATH)}>
            {say('add')}
          </Button>
        </>
      }
      side={open === null ? undefined : <EntrySide key={open} id={open} onClose={() => navigate('/entries')} />}
    >
      <div className="entries">
        <EntryFilters draft={draft} onChange={setDraft} />
        <LeftAloneNote left={left} onRead={() => setLeft([])} />
        {chosen.ids.size === 0 ? null : <ChosenBar chosen={chosen} total={pages.total} onLeft={setLeft} />}
        <Answered answer={pages.first} rows={10}>
          {() =>
            pages.total === 0 ? (
              <NothingHere filtered={Object.keys(pages.filter).length > 0} onClear={() => setDraft(NO_FILTER)} />
            ) : (
              <EntryList
                key={JSON.stringify(pages.filter)}
                pages={pages}
                openId={open}
                chosen={chosen}
                onOpen={(id) => navigate(`/entries/${encodeURIComponent(id)}`)}
              />
            )
          }
        </Answered>
      </div>
      {adding === null ? null : <AddEntry account={adding.account} onClose={() => navigate(adding.back)} />}
    </Page>
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
