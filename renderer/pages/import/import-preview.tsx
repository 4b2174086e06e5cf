import { useState } from 'react'
import type { ImportPreview, ImportRow } from '#shared/contract/views.ts'
import { bridge } from '../../bridge/bridge.ts'
import { Button } from '../../components/button.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import type { Say } from '../../i18n/words.ts'
import { FailureNote } from '../../state/answered.tsx'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import type { Failure } from '../../state/use-command.ts'
import { ImportClaims } from './import-claims.tsx'
import { ImportOwner } from './import-owner.tsx'
import { ImportRows } from './import-rows.tsx'
import { ImportProblems, ImportTold, ImportWarnings } from './import-summary.tsx'
import { importWords } from './import-words.ts'
import { countGroups, GROUPS, type GroupCounts, type RowGroup, rowsKept, rowsToRecord } from './row-groups.ts'
import { type Taken, useTaken } from './use-taken.ts'

const PAGE = 1000

/** What each row becomes, before anything is written; then the one press that writes it. */
export function ImportPreviewView(props: {
  readonly preview: ImportPreview
  readonly failure: Failure | null
  readonly onOwner: (owner: string) => void
  readonly onCommit: (taken: Taken['list']) => void
  readonly onCancel: () => void
}) {
  const say = useWords(importWords)
  const { summary } = props.preview
  const { rows, loadMore } = useRows(props.preview)
  const groups = countGroups(rows)
  const [group, setGroup] = useState<RowGroup | 'all'>(groups.you > 0 ? 'you' : 'all')
  const settings = hereOrNull(useAsk('getStatus', {}))?.settings
  const taken = useTaken(props.preview, rows)
  const n = rowsToRecord(summary) + taken.count
  const kept = rowsKept(summary)
  // A question that was asked before is not asked again; a long file is counted by the reader.
  const m = loadMore === null ? groups.you : summary.counts.review
  return (
    <div className="import-page">
      <ImportTold summary={summary} you={m} />
      <ImportWarnings summary={summary} />
      {summary.claims.length === 0 ? null : <ImportClaims summary={summary} onApart={props.onOwner} />}
      {summary.owner === '' && summary.format.startsWith('alipay') ? <ImportOwner onOwner={props.onOwner} /> : null}
      <Bar groups={groups} />
      <Filters groups={groups} all={rows.length} chosen={group} onChoose={setGroup} />
      <ImportRows key={group} rows={rows} group={group} taken={taken} />
      {loadMore === null ? null : (
        <button type="button" className="link note" onClick={loadMore}>
          {say('moreRows', { n: Math.min(PAGE, readableRows(props.preview) - rows.length) })}
        </button>
      )}
      <ImportProblems preview={props.preview} />
      {kept === 0 ? null : (
        <p className="note">{say(settings?.keepUnrelatedText ? 'privacyKept' : 'privacy', { n: kept })}</p>
      )}
      <footer className="import-commit">
        <FailureNote failure={props.failure} />
        <p className="second">{say('commitNote')}</p>
        <Button onPress={props.onCancel}>{say('cancel')}</Button>
        <Button kind="main" onPress={() => props.onCommit(taken.list)}>
          {commitText(say, n, m)}
        </Button>
      </footer>
    </div>
  )
}

function commitText(say: Say<(typeof importWords)['zh-CN']>, n: number, m: number): string {
  if (n === 0) return m > 0 ? say('commitOnlyLater', { m }) : say('commitNone')
  return m > 0 ? say('commitLater', { n, m }) : say('commit', { n })
}

const readableRows = ({ summary }: ImportPreview): number => summary.fileRows - summary.counts.rejected

/** The rows that came with the preview, and page by page the rest of a long file. */
function useRows(preview: ImportPreview) {
  const [more, setMore] = useState<readonly ImportRow[]>([])
  const rows = [...preview.rows, ...more]
  const loadMore = async () => {
    const request = { importId: preview.importId, offset: rows.length, limit: PAGE }
    const reply = await bridge.call('listImportRows', request)
    if (reply.ok) setMore([...more, ...reply.value])
  }
  return { rows, loadMore: rows.length < readableRows(preview) ? () => void loadMore() : null }
}

function Bar({ groups }: { readonly groups: GroupCounts }) {
  const say = useWords(importWords)
  const shown = GROUPS.filter((group) => groups[group] > 0)
  const total = shown.reduce((sum, group) => sum + groups[group], 0)
  const words = shown.map((group) => `${say(`group.${group}`)} ${groups[group]}`).join(', ')
  return (
    <div className="import-bar" role="img" aria-label={`${say('barLabel', { n: total })}: ${words}`}>
      {shown.map((group) => (
        <i key={group} className={`of-${group}`} style={{ flexGrow: groups[group] }} />
      ))}
    </div>
  )
}

function Filters(props: {
  readonly groups: GroupCounts
  readonly all: number
  readonly chosen: RowGroup | 'all'
  readonly onChoose: (group: RowGroup | 'all') => void
}) {
  const say = useWords(importWords)
  const shown = [...GROUPS.filter((group) => props.groups[group] > 0), 'all' as const]
  return (
    <fieldset className="import-filters">
      <legend className="unseen">{say('filters')}</legend>
      {shown.map((group) => (
        <button
          key={group}
          type="button"
          aria-pressed={props.chosen === group}
          onClick={() => props.onChoose(group)}
          className={group === 'all' ? 'all' : undefined}
        >
          {group === 'all' ? null : <i className={`import-mark of-${group}`} aria-hidden="true" />}
          {say(`group.${group}`)} <b>{group === 'all' ? props.all : props.groups[group]}</b>
        </button>
      ))}
    </fieldset>
  )
}
