import { lazy, Suspense } from 'react'
import { type Day, firstOf } from '#shared/kernel/day.ts'
import { type Fen, ZERO } from '#shared/kernel/money.ts'
import { usePreferences, useWords } from '../i18n/preferences.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { ChartFrame } from './chart-frame.tsx'
import { chartsWords } from './charts-words.ts'
import { type CurvePoint, moneyTicks, monthTicks, owedAt, thinned } from './curve-points.ts'
import { CurveTable } from './curve-table.tsx'

/** The library of charts is large and only this asks for it: it comes when a curve is shown. */
const CurvePlot = lazy(async () => ({ default: (await import('./curve-plot.tsx')).CurvePlot }))

/** What is owed day by day: solid what happened, dashed what is planned, until nothing is owed. */
export function DebtCurve(props: {
  readonly points: readonly CurvePoint[]
  readonly today: Day
  /** Null where the plan never ends. */
  readonly freeOn: Day | null
}) {
  const say = useWords(chartsWords)
  const format = useFormat()
  const { points, today, freeOn } = props
  const now = nowOwed(points, today)
  const values = { today: format.dayWithYear(today), now: format.amount(now) }
  const result =
    freeOn === null ? say('resultNever', values) : say('result', { ...values, end: format.dayWithYear(freeOn) })
  return (
    <ChartFrame
      title={say('owed')}
      legend={
        <>
          <LegendLine dashed={false} text={say('solid')} />
          <LegendLine dashed text={say('dashed')} />
        </>
      }
      result={now === 0 && freeOn === null ? say('resultNow', values) : result}
      chart={<Plot {...props} now={now} />}
      table={<CurveTable points={points} today={today} />}
    />
  )
}

function Plot({ points, today, freeOn, now }: Parameters<typeof DebtCurve>[0] & { readonly now: Fen }) {
  const say = useWords(chartsWords)
  const format = useFormat()
  const { hideAmounts } = usePreferences()
  const shown = thinned(points, today)
  const [first, last] = [shown[0], shown.at(-1)]
  if (first === undefined || last === undefined || first.day === last.day) return null
  const largest = Math.max(...shown.map((point) => owedAt(point) ?? 0)) / 100
  const yuan = moneyTicks(largest)
  const large = yuan[3]! >= 10_000
  const yuanText = (value: number): string => {
    if (hideAmounts) return '••'
    if (value === 0) return '0'
    return large
      ? say('axisLarge', { n: value / Number(say('axisLargeYuan')) })
      : String(value).replace(/\B(?=(\d{3})+$)/g, ',')
  }
  const ticks = monthTicks(first.day, last.day).map((month) => ({
    day: firstOf(month),
    text: month % 12 === 0 ? String(month / 12) : format.monthShort(month),
  }))
  return (
    <Suspense fallback={<div aria-busy="true" />}>
      <CurvePlot
        points={shown}
        today={today}
        yuan={yuan.map((value) => ({ value, text: yuanText(value) }))}
        months={ticks}
        end={freeOn === null || freeOn <= today ? null : { day: freeOn, text: format.dayNear(freeOn) }}
        now={{ label: say('today'), amount: format.amount(now) }}
        names={{ fact: say('happened'), plan: say('plan') }}
      />
    </Suspense>
  )
}

function LegendLine({ dashed, text }: { readonly dashed: boolean; readonly text: string }) {
  return (
    <span>
      <svg width="22" height="8" aria-hidden="true">
        <path d="M0 4h22" stroke="var(--owed)" strokeWidth="2" {...(dashed ? { strokeDasharray: '5 4' } : {})} />
      </svg>
      {text}
    </span>
  )
}

function nowOwed(points: readonly CurvePoint[], today: Day): Fen {
  const facts = points.filter((point) => point.day <= today && point.fact !== null)
  return facts.at(-1)?.fact ?? ZERO
}
