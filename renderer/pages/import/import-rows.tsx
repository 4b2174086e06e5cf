import { useState } from 'react'
import { isLikelyCredit, isTakeable, MOVES_NOTHING, unrecordedAsk } from '#shared/contract/taken-as.ts'
import { shownText } from '#shared/contract/texts/shown-text.ts'
import type { ImportRow } from '#shared/contract/views.ts'
import { dayText } from '#shared/kernel/day.ts'
import { reasonText } from '#shared/statement-files/reasons.ts'
import { Amount } from '../../components/amount.tsx'
import { Icon } from '../../components/icon.tsx'
import { useLanguage, useWords } from '../../i18n/preferences.tsx'
import type { Say } from '../../i18n/words.ts'
import { useRefName } from './account-ref-name.ts'
import { isAsk } from './asks.ts'
import { importWords } from './import-words.ts'
import { groupOf, type RowGroup } from './row-groups.ts'
import { TakeRow } from './take-row.tsx'
import type { TakeChoice, Taken } from './use-taken.ts'

/** So many rows are drawn at once; more on demand, so that a long file stays quick. */
const STEP = 200

/** Each row with what it becomes and why; rows that need the user come first. */
export function ImportRows(props: {
  readonly rows: readonly ImportRow[]
  readonly group: RowGroup | 'all'
  readonly taken: Taken
}) {
  const { rows, group, taken } = props
  const say = useWords(importWords)
  const [limit, setLimit] = useState(STEP)
  const [open, setOpen] = useState<number | null>(null)
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
            <Row
              key={row.line}
              row={row}
              taken={taken}
              isOpen={open === row.line}
              onOpen={() => setOpen(row.line)}
              onClose={() => setOpen(null)}
            />
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

type RowProps = {
  readonly row: ImportRow
  readonly taken: Taken
  /** The form in which the user says what it is. */
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
}

function Row(props: RowProps) {
  const { row, taken, isOpen, onClose } = props
  if (!isOpen) return <RowCells {...props} />
  return (
    <>
      <RowCells {...props} />
      <tr className="import-taking">
        <td />
        <td colSpan={5}>
          <TakeRow
            row={row}
            alike={taken.alike(row)}
            accounts={taken.accounts}
            onTake={(rows, choice) => {
              taken.take(rows, choice)
              onClose()
            }}
            onClose={onClose}
          />
        </td>
      </tr>
    </>
  )
}

function RowCells({ row, taken, isOpen, onOpen }: RowProps) {
  const language = useLanguage()
  const say = useWords(importWords)
  const group = groupOf(row)
  const choice = taken.of(row)
  const reason = reasonText(row.why, language)
  const isCharge = row.kind === 'interest' || row.kind === 'installment-fee'
  const asked = row.reviewReason === null || row.recorded ? row.reviewReason : unrecordedAsk(row.reviewReason, isCharge)
  const told = asked !== null && isAsk(asked) ? say(`ask.${asked}`) : reason
  const why = choice === null ? told : say('takenWhy')
  return (
    <tr>
      <td className="number second">{row.line}</td>
      <td className="second nowrap">
        {dayText(row.on).slice(5)} {row.time.slice(0, 5)}
      </td>
      <td className="import-label" title={shownText(row.label)}>
        {shownText(row.label)}
      </td>
      <td className={group === 'out' || group === 'known' ? 'number quiet' : 'number'}>
        <Amount value={row.amount} />
      </td>
      <td>
        <div className="import-becomes">
          {choice === null ? (
            <Becomes row={row} group={group} />
          ) : (
            <TakenAs choice={choice} name={taken.accounts.find(({ id }) => id === choice.account)?.name ?? ''} />
          )}
          {choice !== null ? (
            <button type="button" className="link" onClick={() => taken.leave(row)}>
              {say('takeBack')}
            </button>
          ) : isTakeable(row) && !row.review && !isOpen ? (
            <button type="button" className={isQuietly(row) ? 'link on-demand' : 'link'} onClick={onOpen}>
              {say('take')}
            </button>
          ) : null}
        </div>
        <small className="import-why-below">{why}</small>
      </td>
      <td className="second import-why">{why}</td>
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

/** Hardly a debt: what it could be taken as stands there when one looks at it. */
const isQuietly = (row: ImportRow): boolean => !isLikelyCredit(row)

/** The user's own word for a row. */
function TakenAs({ choice, name }: { readonly choice: TakeChoice; readonly name: string }) {
  const say = useWords(importWords)
  return (
    <span className="state">
      <i className={`import-mark of-${choice.as}`} aria-hidden="true" />
      {say('ofAccount', { kind: say(`kind.${choice.as}`), account: name })}
      <span className="tag">{say('takenTag')}</span>
    </span>
  )
}

/** What a row is in the books: a kind by itself, or that it waits for an answer, or that it is left out of them. */
function becomesText({ kind, recorded, review }: ImportRow, say: Say<(typeof importWords)['zh-CN']>): string {
  if (recorded || MOVES_NOTHING.has(kind)) return review && !recorded ? say('waits') : say(`kind.${kind}`)
  return say(review ? 'kindWaits' : 'kindKept', { kind: say(`kind.${kind}`) })
}
