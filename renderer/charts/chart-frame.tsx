import './charts.css'
import { type ReactNode, useState } from 'react'
import { Segmented } from '../components/segmented.tsx'
import { useWords } from '../i18n/preferences.tsx'
import { chartsWords } from './charts-words.ts'

/** What every chart has: its name, what its lines mean, 图 | 表, and its result in words for those who do not see it. */
export function ChartFrame(props: {
  readonly title: string
  readonly legend: ReactNode
  /** The result of the chart in one sentence. */
  readonly result: string
  readonly chart: ReactNode
  readonly table: ReactNode
}) {
  const say = useWords(chartsWords)
  const [view, setView] = useState<'chart' | 'table'>('chart')
  return (
    <section className="curve">
      <header>
        <h2>{props.title}</h2>
        <div className="note curve-legend">{props.legend}</div>
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
      </header>
      {view === 'chart' ? (
        <figure className="chart" role="img" aria-label={props.result}>
          {props.chart}
        </figure>
      ) : (
        props.table
      )}
    </section>
  )
}
