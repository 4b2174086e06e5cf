import type { CSSProperties } from 'react'
import type { TodayView } from '#shared/contract/views.ts'
import { dayText } from '#shared/kernel/day.ts'
import { AskedUnlessZero } from '../../components/ask.tsx'
import { DayText } from '../../components/day-text.tsx'
import { useLanguage, useToday, useWords } from '../../i18n/preferences.tsx'
import { useAccountName } from '../../state/account-names.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { routeStops, type Stop } from './route-stops.ts'
import { todayWords } from './today-words.ts'

/** The way out of debt as stops, dashed because it has not happened yet. Says nothing where no end is known. */
export function RouteStrip({ view }: { readonly view: TodayView }) {
  const say = useWords(todayWords)
  const projection = hereOrNull(useAsk('getProjection', {}, { enabled: view.owed.total > 0 }))
  const stops = projection === null ? [] : routeStops(projection)
  // Where an end is known its room is kept: what is pressed below it must not move away under the pointer.
  if (projection === null && view.owed.total > 0 && view.freeOn !== null) return <RouteComing />
  if (stops.length < 2) return <div className="route" />
  const legs = { '--legs': stops.length - 1 } as CSSProperties
  return (
    <figure className="way">
      <ol className="route" aria-label={say('routeName')} style={legs}>
        {stops.map((stop, index) => (
          <StopItem
            key={stop.on}
            stop={stop}
            place={index === 0 ? 'now' : index === stops.length - 1 ? 'end' : 'between'}
          />
        ))}
      </ol>
      <figcaption className="note">{say('routeNote')}</figcaption>
    </figure>
  )
}

/** Its beginning and its end are known already; the stops between them and the figures follow. */
function RouteComing() {
  const legs = { '--legs': 1 } as CSSProperties
  return (
    <div className="way is-coming" aria-hidden>
      <div className="route" style={legs}>
        <div className="stop now" />
        <div className="stop end" />
      </div>
    </div>
  )
}

function StopItem({ stop, place }: { readonly stop: Stop; readonly place: 'now' | 'between' | 'end' }) {
  const say = useWords(todayWords)
  const nameOf = useAccountName()
  const language = useLanguage()
  const today = useToday()
  const on = dayText(stop.on)
  const figure = place === 'now' ? `balance@${on}` : `plan:left:${on}@${dayText(today)}`
  const names = stop.freed.map(nameOf).join(language === 'en' ? ', ' : '、')
  const className = `stop ${place}${place === 'between' && names !== '' ? ' freed' : ''}`
  return (
    <li className={className}>
      <b>{place === 'now' ? say('title') : <DayText day={stop.on} form="short" />}</b>
      <span className="left">
        {place === 'now' ? <span className="note">{say('routeOwed')} </span> : null}
        <AskedUnlessZero figure={figure} amount={stop.left} />
      </span>
      {names === '' ? null : <small>{say('routeFreed', { names })}</small>}
    </li>
  )
}
