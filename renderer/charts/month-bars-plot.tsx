import { useId } from 'react'
import { Bar, CartesianGrid, Cell, ComposedChart, Line, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { axisWidth } from './axis-width.ts'

type Row = {
  readonly name: string
  readonly isPlan: boolean
  /** Whether its name stands on the axis. */
  readonly isNamed: boolean
  readonly parts: readonly number[]
  readonly lines: readonly (number | null)[]
}

const AXIS = { top: 12, bottom: 24, right: 12 }
const axisText = { fill: 'var(--ink-3)', fontSize: 12 }
/** Solid, solid, hatched, hatched: neighbors differ in lightness and in pattern. */
const FILLS = ['var(--owed-fill)', 'var(--safe-fill)', 'var(--ink-3)', 'var(--attention-fill)'] as const

/** Bars of months in layers, planned ones pale with a dashed edge; lines over them. */
export function MonthBarsPlot(props: {
  readonly rows: readonly Row[]
  readonly yuan: readonly { readonly value: number; readonly text: string }[]
  readonly dashed: readonly boolean[]
}) {
  const { rows, yuan, dashed } = props
  const id = useId().replace(/\W/g, '')
  const layers = rows[0]?.parts.length ?? 0
  const data = rows.map((row, at) => ({
    at,
    ...Object.fromEntries(row.parts.map((amount, index) => [`part${index}`, amount])),
    ...Object.fromEntries(row.lines.map((amount, index) => [`line${index}`, amount])),
  }))
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart data={data} margin={{ top: AXIS.top, right: AXIS.right, bottom: 0, left: 0 }} barCategoryGap="25%">
        <defs>
          {FILLS.map((color, index) => (
            <pattern key={color} id={`${id}${index}`} width="6" height="6" patternUnits="userSpaceOnUse">
              <rect width="6" height="6" fill={color} fillOpacity={index < 2 ? 1 : 0.25} />
              {index < 2 ? null : (
                <path d={index === 2 ? 'M0 6 6 0' : 'M0 3h6'} stroke={color} strokeWidth={index === 2 ? 1.4 : 2} />
              )}
            </pattern>
          ))}
        </defs>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="at"
          ticks={data.filter(({ at }) => rows[at]!.isNamed).map(({ at }) => at)}
          tickFormatter={(at: number) => rows[at]?.name ?? ''}
          interval={0}
          tick={axisText}
          tickLine={false}
          height={AXIS.bottom}
          stroke="var(--line-2)"
        />
        <YAxis
          width={axisWidth(yuan.map(({ text }) => text))}
          domain={[0, yuan.at(-1)!.value]}
          ticks={yuan.map(({ value }) => value)}
          tickFormatter={(value: number) => yuan.find((one) => one.value === value)?.text ?? ''}
          interval={0}
          tick={axisText}
          tickLine={false}
          axisLine={false}
        />
        {Array.from({ length: layers }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the layers of a stack have no other identity
          <Bar key={index} dataKey={`part${index}`} stackId="month" isAnimationActive={false} maxBarSize={36}>
            {rows.map((row, at) => (
              <Cell
                // biome-ignore lint/suspicious/noArrayIndexKey: one cell a month, in their order
                key={at}
                fill={`url(#${id}${index})`}
                fillOpacity={row.isPlan ? 0.35 : 1}
                stroke={FILLS[index]!}
                strokeDasharray={row.isPlan ? '3 2' : ''}
                strokeWidth={row.isPlan ? 1 : 0}
              />
            ))}
          </Bar>
        ))}
        {dashed.map((isDashed, index) => (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no other identity
            key={index}
            dataKey={`line${index}`}
            type="linear"
            isAnimationActive={false}
            dot={false}
            activeDot={false}
            stroke="var(--ink)"
            strokeWidth={2}
            strokeDasharray={isDashed ? '5 4' : ''}
          />
        ))}
      </ComposedChart>
    </ResponsiveContainer>
  )
}
