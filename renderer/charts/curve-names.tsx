import type { Day } from '#shared/kernel/day.ts'
import { EDGE, endsWritten, heightOfName } from './curve-ends.ts'
import type { CurvePlotProps } from './curve-plot.tsx'
import { owedAt, yuanOf } from './curve-points.ts'
import { placesOf, ROOM } from './plot-frame.tsx'

type Props = CurvePlotProps & { readonly at: (day: Day) => number }

/** Names stand at their lines; the end days stand on the axis. */
export function CurveNames(props: Props) {
  const { at, today, end, now, names, rows } = props
  const { top, left, height } = placesOf(props.yuan)
  const rowAt = (share: number, has: (row: Props['rows'][number]) => boolean) =>
    rows.filter((row) => has(row) && at(row.day) <= share).at(-1)
  const factAt = at(today) / 2
  const fact = rowAt(factAt, (row) => row.fact !== null)
  const planAt = at(today) + (1 - at(today)) * 0.4
  const plan = rowAt(planAt, (row) => row.plan !== null)
  const ends = [
    ...(end === null ? [] : [{ ...end, own: true }]),
    ...props.otherEnds.map((one) => ({ ...one, own: false })),
  ]
  const written = endsWritten(ends.map(({ day }) => at(day)))
  return (
    <div aria-hidden="true">
      <span className={at(today) > 0.7 ? 'curve-said ends' : 'curve-said'} style={{ left: left(at(today)), top: 0 }}>
        {now.label} <b>{now.amount}</b>
      </span>
      {at(today) > 0.15 && fact ? (
        <span
          className="curve-said centered second"
          style={{ left: left(factAt), bottom: height(heightOfName(yuanOf(owedAt(fact)) ?? 0, top)) }}
        >
          {names.fact}
        </span>
      ) : null}
      {at(today) < 0.85 && plan ? (
        <span
          className="curve-said is-owed"
          style={{ left: left(planAt), bottom: height((yuanOf(plan.plan) ?? 0) + top * 0.04) }}
        >
          <b>{names.plan}</b>
        </span>
      ) : null}
      {names.others.map((name, index) => {
        const share = at(today) + (1 - at(today)) * (0.56 + index * 0.16)
        const row = rowAt(share, ({ others }) => others[index] !== null)
        return row === undefined || at(today) > 0.85 ? null : (
          <span
            key={name}
            className={index > 1 ? 'curve-said ends second' : 'curve-said second'}
            style={{ left: left(share), bottom: height((yuanOf(row.others[index] ?? null) ?? 0) + top * 0.04) }}
          >
            {name}
          </span>
        )
      })}
      {props.marks.map(({ day, text }) => (
        <span key={day} className="curve-said is-safe" style={{ left: left(at(day)), top: 16 }}>
          {text}
        </span>
      ))}
      {ends
        .map(({ day, text, own }, index) => (
          <End
            // biome-ignore lint/suspicious/noArrayIndexKey: two plans may end on one day
            key={index}
            text={written[index] ? text : null}
            share={at(day)}
            left={left(at(day))}
            quiet={!own}
          />
        ))
        // The own one over the others.
        .reverse()}
    </div>
  )
}

function End(props: {
  /** Null where it would run into another one: the table has it. */
  readonly text: string | null
  readonly share: number
  readonly left: string
  readonly quiet: boolean
}) {
  return (
    <>
      <i
        className={props.quiet ? 'curve-end is-quiet' : 'curve-end'}
        style={{ left: props.left, bottom: ROOM.bottom }}
      />
      {props.text === null ? null : (
        <span className={props.share > EDGE ? 'curve-day ends' : 'curve-day'} style={{ left: props.left }}>
          {props.text}
        </span>
      )}
    </>
  )
}
