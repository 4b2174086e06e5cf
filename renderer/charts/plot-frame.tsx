import type { ReactNode } from 'react'
import { Surface } from 'recharts'
import { axisWidth } from './axis-width.ts'

/** Room around the drawing in pixels: the axes and the names over the lines are placed by it. */
export const ROOM = { top: 16, bottom: 24, right: 12 } as const

/** Every drawing is so many units wide and high, and is stretched to its place: it is never measured. */
export const UNITS = 1000

/** Lines keep their width and their dashes however the drawing is stretched. */
export const LINE = { vectorEffect: 'non-scaling-stroke', fill: 'none' } as const
const HAIR = { ...LINE, strokeWidth: 1, shapeRendering: 'crispEdges' } as const

export type MoneyTick = { readonly value: number; readonly text: string }

/** Where things stand: shares of the width from the left, yuan from the foot. */
export type Places = {
  readonly top: number
  /** How wide the money axis is, in pixels. */
  readonly start: number
  readonly left: (share: number) => string
  readonly height: (yuan: number) => string
}

export function placesOf(yuan: readonly MoneyTick[]): Places {
  const top = yuan.at(-1)!.value
  const start = axisWidth(yuan.map(({ text }) => text))
  return {
    top,
    start,
    left: (share) => `calc(${start}px + (100% - ${start + ROOM.right}px) * ${share.toFixed(4)})`,
    height: (amount) => `calc(${ROOM.bottom}px + (100% - ${ROOM.bottom + ROOM.top}px) * ${(amount / top).toFixed(4)})`,
  }
}

/**
 * Grid, axes and what is drawn on them. Recharts draws the shapes; its charts measure their place and draw twice for it,
 * which a slider would feel, and a page that is printed is not as wide as the one that was measured.
 */
export function PlotFrame(props: {
  readonly yuan: readonly MoneyTick[]
  readonly ticks: readonly { readonly share: number; readonly text: string }[]
  /** Drawings, the later over the earlier. */
  readonly children: ReactNode
}) {
  const { yuan, ticks } = props
  const { top, start, left, height } = placesOf(yuan)
  return (
    <>
      <div className="plot" style={{ inset: `${ROOM.top}px ${ROOM.right}px ${ROOM.bottom}px ${start}px` }}>
        <Drawing>
          {yuan.map(({ value }) => (
            <path
              {...HAIR}
              key={value}
              d={`M0 ${heightOf(value, top)}H${UNITS}`}
              stroke={value === 0 ? 'var(--line-2)' : 'var(--line)'}
            />
          ))}
        </Drawing>
        {props.children}
      </div>
      <div aria-hidden="true">
        {yuan.map(({ value, text }) => (
          <span key={value} className="axis-money" style={{ width: start, bottom: height(value) }}>
            {text}
          </span>
        ))}
        {ticks.map(({ share, text }) => (
          <span key={share} className="axis-tick" style={{ left: left(share) }}>
            {text}
          </span>
        ))}
      </div>
    </>
  )
}

/** Shapes in units: x to the right, y down. */
export function Drawing({ children }: { readonly children: ReactNode }) {
  return (
    <Surface width={UNITS} height={UNITS} preserveAspectRatio="none">
      {children}
    </Surface>
  )
}

/** Where an amount stands in units from the top. */
export const heightOf = (yuan: number, top: number): number => Math.round((1 - yuan / top) * UNITS * 100) / 100

/** A line from head to foot. */
export function Upright(props: { readonly share: number; readonly stroke: string; readonly dash?: string }) {
  return (
    <path
      {...HAIR}
      d={`M${props.share * UNITS} 0V${UNITS}`}
      stroke={props.stroke}
      {...(props.dash === undefined ? {} : { strokeDasharray: props.dash })}
    />
  )
}
