import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import type { Day } from '#shared/kernel/day.ts'
import type { CurvePoint } from './curve-points.ts'

/** Distances inside the figure in pixels; the names over the lines are placed by them. */
const AXIS = { left: 44, top: 16, bottom: 24, right: 12 }
/** An axis text nearer to the end day than this share of the width would run into it. */
const CLEAR = 0.09
/** Near the right edge the end day stands wholly at the left of its mark. */
const EDGE = { from: 0.93, clear: 0.18 }

type Tick = { readonly day: Day; readonly text: string }
type Props = {
  readonly points: readonly CurvePoint[]
  readonly today: Day
  readonly yuan: readonly { readonly value: number; readonly text: string }[]
  readonly months: readonly Tick[]
  /** The day from which nothing is owed. */
  readonly end: Tick | null
  readonly now: { readonly label: string; readonly amount: string }
  readonly names: { readonly fact: string; readonly plan: string }
}

const still = {
  isAnimationActive: false,
  dot: false,
  activeDot: false,
  type: 'stepAfter',
  connectNulls: false,
} as const
const axisText = { fill: 'var(--ink-3)', fontSize: 12 }

/** Steps, because debts fall on days; no animation, no dots, no legend box. */
export function CurvePlot(props: Props) {
  const { points, today, end } = props
  const [from, to] = [points[0]!.day, points.at(-1)!.day]
  const at = (day: Day): number => (day - from) / (to - from)
  const data = points.map(({ day, fact, plan }) => ({ day, fact: yuanOf(fact), plan: yuanOf(plan) }))
  const top = props.yuan.at(-1)!.value
  const clear = end !== null && at(end.day) > EDGE.from ? EDGE.clear : CLEAR
  const months = props.months.filter(({ day }) => end === null || Math.abs(at(day) - at(end.day)) > clear)
  const texts = new Map(months.map(({ day, text }) => [day as number, text]))
  return (
    <>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart data={data} margin={{ top: AXIS.top, right: AXIS.right, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="day"
            type="number"
            domain={[from, to]}
            ticks={months.map(({ day }) => day)}
            tickFormatter={(day: number) => texts.get(day) ?? ''}
            interval={0}
            tick={axisText}
            tickLine={false}
            height={AXIS.bottom}
            stroke="var(--line-2)"
          />
          <YAxis
            width={AXIS.left}
            domain={[0, top]}
            ticks={props.yuan.map(({ value }) => value)}
            tickFormatter={(value: number) => props.yuan.find((one) => one.value === value)?.text ?? ''}
            interval={0}
            tick={axisText}
            tickLine={false}
            axisLine={false}
          />
          <ReferenceLine x={today} stroke="var(--line-2)" />
          <Area
            {...still}
            dataKey="fact"
            stroke="var(--owed)"
            strokeWidth={2}
            fill="var(--owed-soft)"
            fillOpacity={1}
          />
          <Line {...still} dataKey="plan" stroke="var(--owed)" strokeWidth={2} strokeDasharray="5 4" />
        </ComposedChart>
      </ResponsiveContainer>
      <Names {...props} at={at} top={top} />
    </>
  )
}

const yuanOf = (amount: number | null): number | null => (amount === null ? null : amount / 100)

/** Names stand at their lines; the end day stands on the axis. */
function Names(props: Props & { readonly at: (day: Day) => number; readonly top: number }) {
  const { at, today, end, now, names, points, top } = props
  const left = (share: number) => `calc(${AXIS.left}px + (100% - ${AXIS.left + AXIS.right}px) * ${share.toFixed(4)})`
  const height = (yuan: number) =>
    `calc(${AXIS.bottom}px + (100% - ${AXIS.bottom + AXIS.top}px) * ${(yuan / top).toFixed(4)})`
  const factAt = at(today) / 2
  const factDay = points.filter((point) => point.fact !== null && at(point.day) <= factAt).at(-1)
  const planAt = at(today) + (1 - at(today)) * 0.4
  const planPoint = points.filter((point) => point.plan !== null && at(point.day) <= planAt).at(-1)
  return (
    <div aria-hidden="true">
      <span className={at(today) > 0.7 ? 'curve-said ends' : 'curve-said'} style={{ left: left(at(today)), top: 0 }}>
        {now.label} <b>{now.amount}</b>
      </span>
      {at(today) > 0.15 && factDay ? (
        <span
          className="curve-said centered second"
          style={{ left: left(factAt), bottom: height((yuanOf(factDay.fact) ?? 0) / 2) }}
        >
          {names.fact}
        </span>
      ) : null}
      {at(today) < 0.85 && planPoint ? (
        <span
          className="curve-said is-owed"
          style={{ left: left(planAt), bottom: height((yuanOf(planPoint.plan) ?? 0) + top * 0.04) }}
        >
          <b>{names.plan}</b>
        </span>
      ) : null}
      {end === null ? null : (
        <>
          <i className="curve-end" style={{ left: left(at(end.day)), bottom: AXIS.bottom }} />
          <span
            className={at(end.day) > EDGE.from ? 'curve-day ends' : 'curve-day'}
            style={{ left: left(at(end.day)) }}
          >
            {end.text}
          </span>
        </>
      )}
    </div>
  )
}
