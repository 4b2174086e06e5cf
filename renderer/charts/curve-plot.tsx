import { memo } from 'react'
import { Curve } from 'recharts'
import type { Day } from '#shared/kernel/day.ts'
import { EDGE } from './curve-ends.ts'
import { CurveNames } from './curve-names.tsx'
import { type PlotRow, yuanOf } from './curve-points.ts'
import { DASHES, dashOfOther } from './dashes.ts'
import { Drawing, heightOf, LINE, type MoneyTick, PlotFrame, UNITS, Upright } from './plot-frame.tsx'

/** An axis text nearer to the end day than this share of the width would run into it. */
const CLEAR = 0.12

export type Tick = { readonly day: Day; readonly text: string }
export type CurvePlotProps = {
  readonly rows: readonly PlotRow[]
  readonly today: Day
  readonly yuan: readonly MoneyTick[]
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

/** Steps, because debts fall on days; no animation, no dots, no legend box. */
export function CurvePlot(props: CurvePlotProps) {
  const { rows, today, end } = props
  const [from, to] = [rows[0]!.day, rows.at(-1)!.day]
  const at = (day: Day): number => (day - from) / (to - from)
  const top = props.yuan.at(-1)!.value
  const ends = [...(end === null ? [] : [end]), ...props.otherEnds]
  const months = props.months.filter(({ day }) =>
    ends.every((one) => Math.abs(at(day) - at(one.day)) > (at(one.day) > EDGE ? CLEAR * 2 : CLEAR)),
  )
  return (
    <>
      <PlotFrame yuan={props.yuan} ticks={months.map(({ day, text }) => ({ share: at(day), text }))}>
        <Drawing>
          <Upright share={at(today)} stroke="var(--line-2)" />
          <Curves rows={rows} top={top} />
          {props.marks.map(({ day }) => (
            <Upright key={day} share={at(day)} stroke="var(--safe-fill)" dash="2 3" />
          ))}
        </Drawing>
      </PlotFrame>
      <CurveNames {...props} at={at} />
    </>
  )
}

const steps = { ...LINE, type: 'stepAfter', strokeWidth: 2 } as const

/** Drawn anew only where the amounts are others. */
const Curves = memo(function Curves({ rows, top }: { readonly rows: readonly PlotRow[]; readonly top: number }) {
  const [from, to] = [rows[0]!.day, rows.at(-1)!.day]
  /** What a day does not say of a curve leaves it as it was. */
  const points = (of: (row: PlotRow) => number | null) =>
    rows.flatMap((row) => {
      const yuan = yuanOf(of(row))
      return yuan === null ? [] : [{ x: ((row.day - from) / (to - from)) * UNITS, y: heightOf(yuan, top) }]
    })
  const fact = points((row) => row.fact)
  return (
    <>
      <Curve type="stepAfter" points={fact} baseLine={UNITS} fill="var(--owed-soft)" stroke="none" />
      {rows[0]!.others.map((_, index) => (
        <Curve
          {...steps}
          // biome-ignore lint/suspicious/noArrayIndexKey: the other plans have no identity but their place
          key={index}
          points={points((row) => row.others[index] ?? null)}
          stroke="var(--ink-3)"
          strokeDasharray={dashOfOther(index)}
        />
      ))}
      <Curve {...steps} points={fact} stroke="var(--owed)" />
      <Curve {...steps} points={points((row) => row.plan)} stroke="var(--owed)" strokeDasharray={DASHES[0]} />
    </>
  )
})
