import type { OpenedEntry } from '#shared/contract/views.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import { Section } from '../../components/section.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useAccountName } from '../../state/account-names.ts'
import { entriesWords } from './entries-words.ts'
import { accountOf, amountOf, dayOfEntry } from './entry-essentials.ts'

/** Every correction with what it changed; the newest is what counts. */
export function EntryHistory({ opened }: { readonly opened: OpenedEntry }) {
  const say = useWords(entriesWords)
  const format = useFormat()
  const sayChanges = useChanges()
  const versions = [opened, ...opened.history]
  if (versions.length < 2) return null
  return (
    <Section title={say('earlier')}>
      <ul className="stack">
        {versions.map((version, index) => {
          const before = versions[index + 1]
          return (
            <li key={version.changedAt} className="label">
              {before === undefined
                ? say('earlierFirst', { at: format.instant(version.changedAt) })
                : say('earlierLine', {
                    at: format.instant(version.changedAt),
                    what: sayChanges(before.entry, version.entry).join(format.comma),
                  })}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function useChanges(): (before: Entry, after: Entry) => readonly string[] {
  const say = useWords(entriesWords)
  const format = useFormat()
  const nameOf = useAccountName()
  return (before, after) => {
    const days = [dayOfEntry(before), dayOfEntry(after)].map((day) => (day === null ? '' : format.dayNear(day)))
    const accounts = [accountOf(before), accountOf(after)].map((id) => (id === null ? '' : nameOf(id)))
    const amounts = [amountOf(before), amountOf(after)].map((amount) => format.amount(amount))
    const said = [
      ['changedAmount', amounts],
      ['changedDay', days],
      ['changedAccount', accounts],
      ['changedLabel', [before.label, after.label]],
      ['changedNote', [before.note, after.note]],
    ] as const
    const changed = said.filter(([, [was, is]]) => was !== is)
    if (changed.length === 0) return [say('changedOther')]
    return changed.map(([key, [was = '', is = '']]) => say(key, { before: was, after: is }))
  }
}
