import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import type { CaseEvent } from '#shared/outlook/case/timeline.ts'
import { Amount } from '../../components/amount.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Section } from '../../components/section.tsx'
import { LoadingPanel } from '../../components/waiting.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { Sentence } from '../../i18n/sentences.tsx'
import { useEventPages } from '../../state/use-event-pages.ts'
import { caseWords, useStepName } from './case-words.ts'

const ROW_HEIGHT = 48

/** Step 6: everything that happened, the newest first; a timeline of any length holds only the rows in sight. */
export function StepTalk() {
  const say = useWords(caseWords)
  const stepName = useStepName()
  const scroller = useRef<HTMLOListElement>(null)
  const [range, setRange] = useState({ from: 0, to: 0 })
  const pages = useEventPages(range)
  const list = useVirtualizer({
    count: pages.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  })
  const items = list.getVirtualItems()
  const from = items[0]?.index ?? 0
  const to = items.at(-1)?.index ?? 0
  useEffect(() => setRange({ from, to }), [from, to])
  if (!pages.isHere) return <LoadingPanel rows={8} />
  return (
    <Section title={stepName('talk')} aside={say('eventCount', { n: pages.total })}>
      {pages.total === 0 ? <p className="second">{say('noEvent')}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard */}
      <ol ref={scroller} className="case-timeline" aria-label={stepName('talk')} tabIndex={0}>
        <li className="case-space" aria-hidden="true" style={{ height: list.getTotalSize() }} />
        {items.map((item) => (
          <li
            key={item.key}
            className="case-event"
            style={{ transform: `translateY(${item.start}px)` }}
            aria-setsize={pages.total}
            aria-posinset={item.index + 1}
          >
            <EventRow event={pages.at(item.index)} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

function EventRow({ event }: { readonly event: CaseEvent | null }) {
  if (event === null) return null
  return (
    <>
      <span className="case-event-day">
        <DayText day={event.on} form="column" />
        <small>{event.time}</small>
      </span>
      <span className={`case-event-mark is-${event.group}`} aria-hidden="true" />
      <span className="case-event-what">
        <span className={event.group === 'alarm' ? 'is-attention strong' : undefined}>
          <Sentence {...event.what} room="case" />
        </span>
        {event.text === '' ? null : <small title={event.text}>{event.text}</small>}
      </span>
      <span className="number">{event.amount === null ? null : <Amount value={event.amount} />}</span>
    </>
  )
}
