import { memo, useId } from 'react'
import { Curve } from 'recharts'
import { BarFill, FILLS } from './bar-fills.tsx'
import { Drawing, heightOf, LINE, type MoneyTick, PlotFrame, UNITS } from './plot-frame.tsx'

type Row = {
  readonly name: string
  readonly isPlan: boolean
  /** Whether its name stands on the axis. */
  readonly isNamed: boolean
  readonly parts: readonly number[]
  readonly lines: readonly (number | null)[]
}

/** A bar takes so much of its month, and of a few months no more than of this many. */
const [BAR, FEWEST] = [0.6, 12] as const

/** Bars of months in layers, planned ones pale with a dashed edge; lines over them. */
export function MonthBarsPlot(props: {
  readonly rows: readonly Row[]
  readonly yuan: readonly MoneyTick[]
  readonly dashed: readonly boolean[]
}) {
  const { rows, yuan, dashed } = props
  const top = yuan.at(-1)!.value
  const at = (index: number): number => (index + 0.5) / rows.length
  const named = rows.flatMap(({ name, isNamed }, index) => (isNamed ? [{ share: at(index), text: name }] : []))
  return (
    <PlotFrame yuan={yuan} ticks={named}>
      <Bars rows={rows} top={top} />
      <Drawing>
        {dashed.map((isDashed, line) => (
          <Curve
            {...LINE}
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no other identity
            key={line}
            type="linear"
            points={rows.flatMap(({ lines }, index) => {
              const amount = lines[line] ?? null
              return amount === null ? [] : [{ x: at(index) * UNITS, y: heightOf(amount, top) }]
            })}
            stroke="var(--ink)"
            strokeWidth={2}
            strokeDasharray={isDashed ? '5 4' : ''}
          />
        ))}
      </Drawing>
    </PlotFrame>
  )
}

/** In shares of the place instead of stretched units, which would pull the hatching apart. */
const Bars = memo(function Bars({ rows, top }: { readonly rows: readonly Row[]; readonly top: number }) {
  const id = useId().replace(/\W/g, '')
  const width = BAR / Math.max(rows.length, FEWEST)
  return (
    <svg aria-hidden="true">
      <defs>
        {FILLS.map((color, index) => (
          <BarFill key={color} id={`${id}${index}`} index={index} />
        ))}
      </defs>
      {rows.map(({ parts, isPlan }, month) => {
        const x = percent((month + 0.5) / rows.length - width / 2)
        return layersOf(parts).map(({ foot, amount }, layer) =>
          amount === 0 ? null : (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a layer of a month has no other identity
              key={`${month} ${layer}`}
              x={x}
              y={percent(1 - (foot + amount) / top)}
              width={percent(width)}
              height={percent(amount / top)}
              fill={`url(#${id}${layer})`}
              {...(isPlan ? { fillOpacity: 0.35, stroke: FILLS[layer]!, strokeDasharray: '3 2' } : {})}
            />
          ),
        )
      })}
    </svg>
  )
})

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`

/** Each part stands on those before it. */
function layersOf(parts: readonly number[]): readonly { readonly foot: number; readonly amount: number }[] {
  let foot = 0
  return parts.map((amount) => {
    const layer = { foot, amount }
    foot += amount
    return layer
  })
}
