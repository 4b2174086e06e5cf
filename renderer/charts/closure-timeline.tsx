import { type Day, dayText } from '#shared/kernel/day.ts'
import { useWords } from '../i18n/preferences.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { ChartFrame } from './chart-frame.tsx'
import { chartsWords } from './charts-words.ts'

/** A point of the way to closing: done, possible from a day on, or without a day yet. */
export type TimelinePoint = { readonly name: string; readonly on: Day | null; readonly done: boolean }

/** The way to closing on a line of days: filled what is done, dashed what has no day yet. */
export function ClosureTimeline(props: {
  readonly title: string
  readonly today: Day
  readonly earliestOn: Day | null
  readonly points: readonly TimelinePoint[]
}) {
  const say = useWords(chartsWords)
  const format = useFormat()
  const { points, today, earliestOn } = props
  const open = points.filter(({ done }) => !done)
  const days = open.flatMap(({ on }) => on ?? [])
  const last = Math.max(today + 1, ...days, earliestOn ?? today)
  const at = (day: Day): string => `${(((day - today) / (last - today)) * 100).toFixed(2)}%`
  const dayOr = (on: Day | null): string => (on === null ? say('noDay') : format.dayNear(on))
  return (
    <ChartFrame
      title={props.title}
      className="is-free"
      result={
        earliestOn === null
          ? say('timelineResultNoDay', { n: open.length })
          : say('timelineResult', { n: open.length, day: format.dayNear(earliestOn) })
      }
      chart={
        <ol className="timeline">
          {open.map((point) => (
            <li key={point.name}>
              <span className="timeline-name">{point.name}</span>
              <span className="timeline-line" aria-hidden="true">
                {point.on === null ? (
                  <i className="timeline-span is-unknown" style={{ width: '100%' }} />
                ) : (
                  <>
                    <i className="timeline-span" style={{ width: at(point.on) }} />
                    <i className="timeline-dot" style={{ left: at(point.on) }} />
                  </>
                )}
              </span>
              <span className="timeline-day">{dayOr(point.on)}</span>
            </li>
          ))}
        </ol>
      }
      table={
        <table className="grid-table dense">
          <thead>
            <tr>
              <th scope="col">{say('colRequirement')}</th>
              <th scope="col">{say('colDay')}</th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.name}>
                <th scope="row">{point.name}</th>
                <td>{point.done ? say('done') : point.on === null ? say('noDay') : dayText(point.on)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
      lines={() => [
        [say('colRequirement'), say('colDay')],
        ...points.map((point) => [
          point.name,
          point.done ? say('done') : point.on === null ? say('noDay') : dayText(point.on),
        ]),
      ]}
    />
  )
}
