import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import type { Day } from '#shared/kernel/day.ts'
import { axisWidth } from './axis-width.ts'
import { EDGE } from './curve-ends.ts'
import { CurveNames } from './curve-names.tsx'
import { type PlotRow, yuanOf } from './curve-points.ts'
import { DASHES, dashOfOther } from './dashes.ts'

/** Distances inside the figure in pixels; the names over the lines are placed by them. */
const AXIS = { top: 16, bottom: 24, right: 12 }
/** An axis text nearer to the end day than this share of the width would run into it. */
const CLEAR = 0.12

export type Tick = { readonly day: Day; readonly text: string }
export type CurvePlotProps = {
  readonly rows: readonly PlotRow[]
  readonly today: Day
  readonly yuan: readonly { readonly value: number; readonly text: string }[]
  readonly months: readonly Tick[]
  /** The day from which nothing is owed. */
  readonly end: Tick | null
  readonly now: { readonly label: string; readonly amount: string }
  readonly names: { readonly fact: string; readonly plan: string; readonly others: readonly string[] }
  /** Where the other plans end. */
  readonly otherEnds: readonly Tick[]
  /** Days on which something comes: once, above the curve. */
  readonly marks: readonly Tick[]
}

const still = {
  isAnimationActive: false,
  dot: false,
  activeDot: false,
  type: 'stepAfter',
  // A day that only another plan names leaves this one as it was.
  connectNulls: true,
} as const
const axisText = { fill: 'var(--ink-3)', fontSize: 12 }

/** Steps, because debts fall on days; no animation, no dots, no legend box. */
export function CurvePlot(props: CurvePlotProps) {
  const { rows, today, end } = props
  const [from, to] = [rows[0]!.day, rows.at(-1)!.day]
  const at = (day: Day): number => (day - from) / (to - from)
  const data = rows.map(({ day, fact, plan, others }) => ({
    day,
    fact: yuanOf(fact),
    plan: yuanOf(plan),
    ...Object.fromEntries(others.map((amount, index) => [`other${index}`, yuanOf(amount)])),
  }))
  const top = props.yuan.at(-1)!.value
  const left = axisWidth(props.yuan.map(({ text }) => text))
  const ends = [...(end === null ? [] : [end]), ...props.otherEnds]
  const months = props.months.filter(({ day }) =>
    ends.every((one) => Math.abs(at(day) - at(one.day)) > (at(one.day) > EDGE ? CLEAR * 2 : CLEAR)),
  )
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
            width={left}
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
          {props.marks.map(({ day }) => (
            <ReferenceLine key={day} x={day} stroke="var(--safe-fill)" strokeDasharray="2 3" />
          ))}
          {props.names.others.map((name, index) => (
            <Line
              {...still}
              key={name}
              dataKey={`other${index}`}
              stroke="var(--ink-3)"
              strokeWidth={2}
              strokeDasharray={dashOfOther(index)}
            />
          ))}
          <Line {...still} dataKey="plan" stroke="var(--owed)" strokeWidth={2} strokeDasharray={DASHES[0]} />
        </ComposedChart>
      </ResponsiveContainer>
      <CurveNames {...props} at={at} top={top} axis={{ ...AXIS, left }} />
    </>
  )
}
