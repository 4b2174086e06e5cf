import './charts.css'
import { type ReactNode, useRef, useState } from 'react'
import { Segmented } from '../components/segmented.tsx'
import { useWords } from '../i18n/preferences.tsx'
import { ChartTools } from './chart-tools.tsx'
import { chartsWords } from './charts-words.ts'

export type ChartFrameProps = {
  readonly title: string
  readonly legend?: ReactNode
  /** The result of the chart in one sentence. */
  readonly result: string
  readonly chart: ReactNode
  readonly table: ReactNode
  /** The table as text, its first line the heads: what a copy of the figures holds. */
  readonly lines: () => readonly (readonly string[])[]
  readonly className?: string
  /** Figures in it can be asked: it is read and pressed part by part, and no picture, whose parts nobody could reach. */
  readonly hasButtons?: boolean
}

/** What every chart has: its name, what its lines mean, 图 | 表, ways to take it along, and its result in words. */
export function ChartFrame(props: ChartFrameProps) {
  const say = useWords(chartsWords)
  const [view, setView] = useState<'chart' | 'table'>('chart')
  const place = useRef<HTMLElement>(null)
  return (
    <section className="curve" ref={place}>
      <header>
        <h2>{props.title}</h2>
        <div className="note curve-legend">{props.legend}</div>
        <div className="curve-tools">
          <ChartTools place={place} title={props.title} lines={props.lines} picture={view === 'chart'} />
          <Segmented
            small
            label={say('chartOrTable')}
            choices={[
              { value: 'chart', label: say('chart') },
              { value: 'table', label: say('table') },
            ]}
            value={view}
            onChange={setView}
          />
        </div>
      </header>
      {view === 'chart' ? (
        <figure
          className={`chart ${props.className ?? ''}`}
          role={props.hasButtons ? 'group' : 'img'}
          aria-label={props.result}
        >
          {props.chart}
        </figure>
      ) : (
        props.table
      )}
    </section>
  )
}

/** A line of the legend: the mark stands for a pattern as well as for a color. */
export function LegendLine(props: { readonly text: string; readonly dash?: string; readonly color?: string }) {
  return (
    <span>
      <svg width="22" height="8" aria-hidden="true">
        <path
          d="M0 4h22"
          stroke={props.color ?? 'var(--owed)'}
          strokeWidth="2"
          {...(props.dash ? { strokeDasharray: props.dash } : {})}
        />
      </svg>
      {props.text}
    </span>
  )
}
