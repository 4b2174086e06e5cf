import { useState } from 'react'
import type { ImportRow } from '#shared/contract/views.ts'
import { dayText } from '#shared/kernel/day.ts'
import { RULES, type Rule, reasonSentence } from '#shared/statement-files/reasons.ts'
import { Amount } from '../../components/amount.tsx'
import { Icon } from '../../components/icon.tsx'
import { useLanguage, useWords } from '../../i18n/preferences.tsx'
import type { Say } from '../../i18n/words.ts'
import { useRefName } from './account-ref-name.ts'
import { isAsk } from './asks.ts'
import { importWords } from './import-words.ts'
import { groupOf, type RowGroup } from './row-groups.ts'

/** So many rows are drawn at once; more on demand, so that a long file stays quick. */
const STEP = 200

/** Each row with what it becomes and why; rows that need the user come first. */
export function ImportRows({ rows, group }: { readonly rows: readonly ImportRow[]; readonly group: RowGroup | 'all' }) {
  const say = useWords(importWords)
  const [limit, setLimit] = useState(STEP)
  const wanted = group === 'all' ? firstForYou(rows) : rows.filter((row) => groupOf(row) === group)
  const shown = wanted.slice(0, limit)
  if (wanted.length === 0) return <p className="second">{say('noRows')}</p>
  return (
    <>
      <table className="grid-table dense import-rows">
        <thead>
          <tr>
            <th scope="col" className="number">
              {say('colLine')}
            </th>
            <th scope="col">{say('colTime')}</th>
            <th scope="col">{say('colWhat')}</th>
            <th scope="col" className="number">
              {say('colAmount')}
            </th>
            <th scope="col">{say('colBecomes')}</th>
            <th scope="col" className="import-why">
              {say('colWhy')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Row key={row.line} row={row} />
          ))}
        </tbody>
      </table>
      {shown.length < wanted.length ? (
        <button type="button" className="link note" onClick={() => setLimit(limit + STEP)}>
          {say('moreRows', { n: Math.min(STEP, wanted.length - shown.length) })}
        </button>
      ) : null}
    </>
  )
}

const firstForYou = (rows: readonly ImportRow[]): readonly ImportRow[] => [
  ...rows.filter((row) => groupOf(row) === 'you'),
  ...rows.filter((row) => groupOf(row) !== 'you'),
]

function Row({ row }: { readonly row: ImportRow }) {
  const language = useLanguage()
  const say = useWords(importWords)
  const group = groupOf(row)
  const reason = isRule(row.why) ? reasonSentence(row.why, language) : row.why
  const why = row.reviewReason !== null && isAsk(row.reviewReason) ? say(`ask.${row.reviewReason}`) : reason
  return (
    <tr>
      <td className="number second">{row.line}</td>
      <td className="second nowrap">
        {dayText(row.on).slice(5)} {row.time.slice(0, 5)}
      </td>
      <td className="import-label" title={row.label}>
        {row.label}
      </td>
      <td className={group === 'out' || group === 'known' ? 'number quiet' : 'number'}>
        <Amount value={row.amount} />
      </td>
      <td>
        <Becomes row={row} group={group} />
      </td>
      <td className="second import-why" title={why}>
        {why}
      </td>
    </tr>
  )
}

function Becomes({ row, group }: { readonly row: ImportRow; readonly group: RowGroup }) {
  const say = useWords(importWords)
  const nameOf = useRefName()
  const kind = becomesText(row, say)
  const text = row.account === null ? kind : say('ofAccount', { kind, account: nameOf(row.account) })
  return (
    <span className="state">
      {group === 'you' ? (
        <span className="is-attention">
          <Icon name="unknown" size={14} />
        </span>
      ) : (
        <i className={`import-mark of-${group}`} aria-hidden="true" />
      )}
      {text}
      {row.fate === 'new' ? null : <span className="tag">{say(`fate.${row.fate}`)}</span>}
    </span>
  )
}

/** What a row is in the books: a kind by itself, or that it waits for an answer, or that it is left out of them. */
function becomesText({ kind, recorded, review }: ImportRow, say: Say<(typeof importWords)['zh-CN']>): string {
  if (recorded || MOVES_NOTHING.has(kind)) return review && !recorded ? say('waits') : say(`kind.${kind}`)
  return say(review ? 'kindWaits' : 'kindKept', { kind: say(`kind.${kind}`) })
}

/** Kinds whose name says already that nothing is recorded. */
const MOVES_NOTHING: ReadonlySet<ImportRow['kind']> = new Set<ImportRow['kind']>([
  'repayment-failed',
  'closed',
  'unrelated',
])

const isRule = (why: string): why is Rule => (RULES as readonly string[]).includes(why)
