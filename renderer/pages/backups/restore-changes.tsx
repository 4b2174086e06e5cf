import type { ReactNode } from 'react'
import type { ContentView, RestorePreview } from '#shared/contract/safety-views.ts'
import { countText } from '#shared/contract/texts/text.ts'
import { Amount } from '../../components/amount.tsx'
import { DayText } from '../../components/day-text.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { Sentence } from '../../i18n/sentences.tsx'
import { backupsWords } from './backups-words.ts'

/** The ledger as it is beside the ledger as it would be, and the steps that would no longer count. */
export function RestoreChanges({ preview }: { readonly preview: RestorePreview }) {
  const say = useWords(backupsWords)
  const { before, after, entries, leaves, leavesCount } = preview
  const isSame =
    JSON.stringify(before) === JSON.stringify(after) && entries !== null && !Object.values(entries).some(Boolean)
  return (
    <>
      {before === null ? <p className="prose">{say('presentBroken')}</p> : null}
      <table className="grid-table dense">
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{say('restoreTitle')}</span>
            </th>
            {before === null ? null : (
              <th scope="col" className="number">
                {say('present')}
              </th>
            )}
            <th scope="col" className="number">
              {say('after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              <th scope="row">{say(row)}</th>
              {before === null ? null : (
                <td className="number">
                  <Cell row={row} content={before} />
                </td>
              )}
              <td className="number">
                <Cell row={row} content={after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isSame ? <p className="label">{say('same')}</p> : null}
      {entries === null || isSame ? null : <p>{say('entryChanges', entries)}</p>}
      {leavesCount === 0 ? null : (
        <div>
          <h3>{say('leaves', { count: leavesCount })}</h3>
          <ul>
            {leaves.map((action) => (
              <li key={action.id} className="second">
                <Sentence room="action" {...action.label} />
              </li>
            ))}
            {leavesCount > leaves.length ? (
              <li className="note">{say('andMore', { count: leavesCount - leaves.length })}</li>
            ) : null}
          </ul>
        </div>
      )}
      <p className="note prose">{say(before === null ? 'keepsNothing' : 'keeps')}</p>
    </>
  )
}

const ROWS = ['owed', 'newest', 'accounts', 'entries', 'actions'] as const

function Cell({ row, content }: { readonly row: (typeof ROWS)[number]; readonly content: ContentView }): ReactNode {
  const say = useWords(backupsWords)
  if (row === 'owed') return <Amount value={content.owed} form="sentence" />
  if (row === 'newest')
    return content.newestDay === null ? say('nothing') : <DayText day={content.newestDay} form="column" />
  return countText(content[row])
}
