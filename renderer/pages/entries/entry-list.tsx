import { type KeyboardEvent, memo, useEffect, useId, useRef, useState } from 'react'
import { shownText } from '#shared/contract/texts/shown-text.ts'
import type { EntryRow } from '#shared/contract/views.ts'
import { Amount } from '../../components/amount.tsx'
import { DayText } from '../../components/day-text.tsx'
import { MonthText } from '../../components/month-text.tsx'
import { useRowWindow } from '../../components/use-row-window.ts'
import { useShownOnce } from '../../components/use-shown-once.ts'
import { useWords } from '../../i18n/preferences.tsx'
import { useAccountName } from '../../state/account-names.ts'
import { askAhead } from '../../state/ask-ahead.ts'
import type { ChosenEntries } from '../../state/use-chosen-entries.ts'
import type { EntryPages } from '../../state/use-entry-pages.ts'
import { entriesWords } from './entries-words.ts'

const ROW_HEIGHT = 36

/** Rows that are drawn above and below those in sight: each press that moves the list draws them too. */
const OVERSCAN = 5

type Props = {
  readonly pages: EntryPages
  readonly openId: string | null
  readonly chosen: ChosenEntries
  readonly onOpen: (id: string) => void
}

/** A list of any length: only the rows in sight exist. One stop for the Tab key; arrows move inside, Enter opens, Space chooses. */
export function EntryList({ pages, openId, chosen, onOpen }: Props) {
  const say = useWords(entriesWords)
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const id = useId()
  // Those out of sight are drawn once what is in sight has been shown.
  const over = useShownOnce() ? OVERSCAN : 0
  const { from, to, show } = useRowWindow(scroller, { count: pages.total, height: ROW_HEIGHT, over })
  const { see } = pages
  useEffect(() => see({ from, to }), [from, to, see])
  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(pages.total - 1, index))
    setActive(next)
    show(next)
  }
  const pressed = (event: KeyboardEvent) => {
    const step = stepOf(event.key, pages.total)
    const row = pages.rowAt(active)
    if (event.key === 'Enter') openRow(row, onOpen)
    else if (event.key === ' ') openRow(row, chosen.toggle)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) void chosen.chooseAll()
    else if (event.key === 'Escape' && chosen.ids.size > 0) chosen.clear()
    else if (step === null) return
    else moveTo(active + step)
    event.preventDefault()
  }
  return (
    <>
      <Head />
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot hold only the rows in sight of 100,000 */}
      <div
        ref={scroller}
        className={pages.isStale ? 'entry-list is-stale' : 'entry-list'}
        role="grid"
        aria-busy={pages.isStale}
        tabIndex={0}
        aria-label={say('list')}
        aria-rowcount={pages.total}
        aria-multiselectable="true"
        aria-activedescendant={`${id}-${active}`}
        onKeyDown={pressed}
      >
        <div className="entry-space" role="presentation" style={{ height: pages.total * ROW_HEIGHT }}>
          {Array.from({ length: to - from + 1 }, (_, at) => from + at).map((index) => (
            <Row
              key={index}
              id={`${id}-${index}`}
              row={pages.rowAt(index)}
              index={index}
              active={index === active}
              openId={openId}
              chosen={chosen}
              onOpen={(entry) => {
                setActive(index)
                onOpen(entry)
              }}
            />
          ))}
        </div>
      </div>
    </>
  )
}

function stepOf(key: string, total: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return 1
    case 'ArrowUp':
      return -1
    case 'PageDown':
      return 15
    case 'PageUp':
      return -15
    case 'Home':
      return -total
    case 'End':
      return total
    default:
      return null
  }
}

function openRow(row: EntryRow | null, onOpen: (id: string) => void): void {
  if (row !== null) onOpen(row.id)
}

function Head() {
  const say = useWords(entriesWords)
  return (
    <div className="entry-head" aria-hidden="true">
      <span />
      <span>{say('day')}</span>
      <span className="entry-kind">{say('kind')}</span>
      <span>{say('what')}</span>
      <span className="entry-flag" />
      <span className="entry-account">{say('account')}</span>
      <span className="number">{say('amount')}</span>
    </div>
  )
}

function Row(props: {
  readonly id: string
  readonly row: EntryRow | null
  readonly index: number
  readonly active: boolean
  readonly openId: string | null
  readonly chosen: ChosenEntries
  readonly onOpen: (id: string) => void
}) {
  const { row } = props
  const place = { transform: `translateY(${props.index * ROW_HEIGHT}px)` }
  const className = `entry-row${props.active ? ' active' : ''}`
  if (row === null) {
    return (
      // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus and names its active row
      // biome-ignore lint/a11y/useSemanticElements: see the list
      <div
        id={props.id}
        className={className}
        style={place}
        role="row"
        aria-rowindex={props.index + 1}
        aria-busy="true"
      />
    )
  }
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus and names its active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys
    // biome-ignore lint/a11y/useSemanticElements: see the list
    <div
      id={props.id}
      className={className}
      style={place}
      role="row"
      aria-rowindex={props.index + 1}
      aria-selected={props.chosen.ids.has(row.id)}
      aria-current={row.id === props.openId || undefined}
      onPointerDown={() => void askAhead('getEntry', { id: row.id })}
      onClick={() => props.onOpen(row.id)}
    >
      <ChooseBox chosen={props.chosen} id={row.id} />
      <Cells row={row} />
    </div>
  )
}

/** For the mouse; the keyboard chooses the active row with Space, and a screen reader hears it from the row. */
function ChooseBox({ chosen, id }: { readonly chosen: ChosenEntries; readonly id: string }) {
  return (
    <span className="entry-choose" aria-hidden="true" onClick={(event) => event.stopPropagation()}>
      <input type="checkbox" tabIndex={-1} checked={chosen.ids.has(id)} onChange={() => chosen.toggle(id)} />
    </span>
  )
}

/** Most of a row, drawn once: a list that moves, or another row that is chosen, changes none of it. */
const Cells = memo(function RowCells({ row }: { readonly row: EntryRow }) {
  const say = useWords(entriesWords)
  const nameOf = useAccountName()
  const month = row.month === null ? null : <MonthText month={row.month} />
  const cell = (content: React.ReactNode, className?: string) => (
    // biome-ignore lint/a11y/useSemanticElements: see the list
    // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus and names its active row
    <span role="gridcell" className={className}>
      {content}
    </span>
  )
  return (
    <>
      {cell(<DayText day={row.on} form="column" />)}
      {cell(say(`kind.${row.kind}`), 'second entry-kind')}
      {cell(row.label === '' ? month : shownText(row.label))}
      {cell(
        row.flag === null || row.kind === 'review' ? null : (
          <span className={row.flag === 'needs-answer' ? 'tag is-attention' : 'tag'}>{say(`flag.${row.flag}`)}</span>
        ),
        'entry-flag',
      )}
      {cell(row.account === null ? '' : nameOf(row.account), 'second entry-account')}
      {cell(<Amount value={row.amount} />, 'number')}
    </>
  )
})
