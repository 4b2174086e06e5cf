import { type Day, dayText, firstOf } from '#shared/kernel/day.ts'
import { type Fen, yuanText, ZERO } from '#shared/kernel/money.ts'
import { useWords } from '../i18n/preferences.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { useAxisText } from './axis-text.ts'
import { ChartFrame, LegendLine } from './chart-frame.tsx'
import { chartsWords } from './charts-words.ts'
import { CurvePlot } from './curve-plot.tsx'
import {
  type CurvePoint,
  moneyTicks,
  monthTicks,
  type OtherCurve,
  owedAt,
  owedByPlan,
  plotRows,
} from './curve-points.ts'
import { type CurveAsked, CurveTable } from './curve-table.tsx'
import { DASHES } from './dashes.ts'

export type DebtCurveProps = {
  readonly title?: string
  readonly points: readonly CurvePoint[]
  readonly today: Day
  /** Null where the plan never ends. */
  readonly freeOn: Day | null
  /** What the plan is called; 计划 where it has no name. */
  readonly name?: string
  /** Other plans beside it. */
  readonly others?: readonly OtherCurve[]
  readonly asked: CurveAsked
  /** Money that comes once, marked at its day. */
  readonly lumps?: readonly { readonly on: Day; readonly amount: Fen }[]
}

/** What is owed day by day: solid what happened, dashed what is planned, until nothing is owed. */
export function DebtCurve(props: DebtCurveProps) {
  const say = useWords(chartsWords)
  const format = useFormat()
  const { points, today, freeOn, others = [] } = props
  const name = props.name ?? say('plan')
  const now = nowOwed(points, today)
  const values = { today: format.dayWithYear(today), now: format.amount(now) }
  const result =
    freeOn === null ? say('resultNever', values) : say('result', { ...values, end: format.dayWithYear(freeOn) })
  const beside = others.map((other) =>
    other.freeOn === null
      ? say('resultOtherNever', { name: other.name })
      : say('resultOther', { name: other.name, end: format.dayWithYear(other.freeOn) }),
  )
  return (
    <ChartFrame
      title={props.title ?? say('owed')}
      legend={
        <>
          <LegendLine text={say('solid')} />
          <LegendLine dash={DASHES[0]} text={say('dashed')} />
        </>
      }
      result={[now === 0 && freeOn === null ? say('resultNow', values) : result, ...beside].join('; ')}
      chart={<Plot {...props} now={now} name={name} />}
      table={<CurveTable points={points} today={today} others={others} name={name} asked={props.asked} />}
      lines={() => [
        [say('colDay'), say('colWhat'), say('colOwed'), ...others.map((other) => other.name)],
        ...points.map((point) => [
          dayText(point.day),
          say(point.day <= today ? 'fact' : 'plan'),
          yuanText(owedAt(point) ?? ZERO),
          ...others.map((other) => yuanText(owedByPlan(other.points, point.day) ?? owedAt(point) ?? ZERO)),
        ]),
      ]}
    />
  )
}

function Plot(props: DebtCurveProps & { readonly now: Fen; readonly name: string }) {
  const say = useWords(chartsWords)
  const format = useFormat()
  const { points, today, freeOn, now, name, others = [], lumps = [] } = props
  const rows = plotRows(points, others, today)
  const [first, last] = [rows[0], rows.at(-1)]
  const amounts = rows.flatMap((row) => [owedAt(row) ?? 0, ...row.others.map((amount) => amount ?? 0)])
  const yuan = moneyTicks(Math.max(0, ...amounts) / 100)
  const yuanName = useAxisText(yuan.at(-1)!)
  if (first === undefined || last === undefined || first.day === last.day) return null
  const ticks = monthTicks(first.day, last.day).map((month) => ({
    day: firstOf(month),
    text: month % 12 === 0 ? String(month / 12) : format.monthShort(month),
  }))
  const endOf = (day: Day | null) => (day === null || day <= today ? null : { day, text: format.dayNear(day) })
  return (
    <CurvePlot
      rows={rows}
      today={today}
      yuan={yuan.map((value) => ({ value, text: yuanName(value) }))}
      months={ticks}
      end={endOf(freeOn)}
      now={{ label: say('today'), amount: format.amount(now) }}
      names={{ fact: say('happened'), plan: name, others: others.map((other) => other.name) }}
      otherEnds={others.flatMap((other) => endOf(other.freeOn) ?? [])}
      marks={lumps
        .filter(({ on }) => on >= first.day && on <= last.day)
        .map(({ on, amount }) => ({ day: on, text: `+${format.amount(amount)}` }))}
    />
  )
}

function nowOwed(points: readonly CurvePoint[], today: Day): Fen {
  const facts = points.filter((point) => point.day <= today && point.fact !== null)
  return facts.at(-1)?.fact ?? ZERO
}
