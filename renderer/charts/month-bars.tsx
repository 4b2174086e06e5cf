import { useId } from 'react'
import { type Month, monthText } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen, yuanText } from '#shared/kernel/money.ts'
import { AskedUnlessZero } from '../components/ask.tsx'
import { useWords } from '../i18n/preferences.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { useAxisText } from './axis-text.ts'
import { BarFill, FILLS } from './bar-fills.tsx'
import { ChartFrame, LegendLine } from './chart-frame.tsx'
import { chartsWords } from './charts-words.ts'
import { moneyTicks } from './curve-points.ts'
import { MonthBarsPlot } from './month-bars-plot.tsx'

/** One layer of the stack; at most four, told apart by hatching as well as by color. */
export type BarPart = { readonly name: string; readonly amounts: readonly Fen[]; readonly figureOf?: FigureOf }
/** A line over the bars: solid what happened, dashed what is planned. */
export type BarLine = {
  readonly name: string
  readonly dashed: boolean
  readonly amounts: readonly (Fen | null)[]
  readonly figureOf?: FigureOf
}
/** The id under which an amount of a month can be asked. */
type FigureOf = (month: Month) => string

export type MonthBarsProps = {
  readonly title: string
  readonly months: readonly Month[]
  /** From this month on the bars are a plan: they are pale and have a dashed edge. */
  readonly planFrom: Month | null
  readonly parts: readonly BarPart[]
  readonly lines?: readonly BarLine[]
  readonly result: string
  /** Of the total of a month. */
  readonly figureOf?: FigureOf
}

/** Of longer runs only the newest months are drawn: more bars than this are thinner than a line. The table has all. */
const MOST_BARS = 60

/** Months side by side, each made of parts, with lines over them where something adds up. */
export function MonthBars(props: MonthBarsProps) {
  const say = useWords(chartsWords)
  const { months, parts, lines = [] } = props
  const heads = [say('colMonth'), ...parts.map(({ name }) => name), ...lines.map(({ name }) => name)]
  const total = parts.length > 1
  const rows = months.map((month, at) => ({
    month,
    amounts: parts.map(({ amounts }) => amounts[at] ?? fen(0)),
    lines: lines.map(({ amounts }) => amounts[at] ?? null),
  }))
  return (
    <ChartFrame
      title={props.title}
      result={props.result}
      legend={
        <>
          {parts.map(({ name }, index) => (
            <LegendBox key={name} name={name} index={index} />
          ))}
          {lines.map(({ name, dashed }) => (
            <LegendLine key={name} text={name} color="var(--ink)" {...(dashed ? { dash: '5 4' } : {})} />
          ))}
        </>
      }
      chart={<Plot {...props} />}
      table={
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard
        <section className="curve-table" tabIndex={0} aria-label={props.title}>
          <table className="grid-table dense">
            <thead>
              <tr>
                {heads.map((head, at) => (
                  <th scope="col" key={head} className={at === 0 ? undefined : 'number'}>
                    {head}
                  </th>
                ))}
                {total ? (
                  <th scope="col" className="number">
                    {say('total')}
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.month}>
                  <th scope="row">{monthText(row.month)}</th>
                  {[...row.amounts, ...row.lines].map((amount, at) => (
                    <td className="number" key={heads[at + 1]}>
                      {amount === null ? null : (
                        <AskedUnlessZero
                          amount={amount}
                          figure={[...parts, ...lines][at]?.figureOf?.(row.month) ?? null}
                        />
                      )}
                    </td>
                  ))}
                  {total ? (
                    <td className="number strong">
                      <AskedUnlessZero amount={sumFen(row.amounts)} figure={props.figureOf?.(row.month) ?? null} />
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      }
      lines={() => [
        total ? [...heads, say('total')] : heads,
        ...rows.map((row) => [
          monthText(row.month),
          ...[...row.amounts, ...row.lines].map((amount) => (amount === null ? '' : yuanText(amount))),
          ...(total ? [yuanText(sumFen(row.amounts))] : []),
        ]),
      ]}
    />
  )
}

function Plot({ months, parts, lines = [], planFrom }: MonthBarsProps) {
  const format = useFormat()
  const first = Math.max(0, months.length - MOST_BARS)
  const drawn = months.slice(first)
  const sums = drawn.map((_, at) => parts.reduce((sum, { amounts }) => sum + (amounts[first + at] ?? 0), 0))
  const peaks = lines.flatMap(({ amounts }) => amounts.slice(first).map((amount) => amount ?? 0))
  const yuan = moneyTicks(Math.max(0, ...sums, ...peaks) / 100)
  const yuanName = useAxisText(yuan.at(-1)!)
  const texts = monthNames(drawn, format.monthShort)
  return (
    <MonthBarsPlot
      rows={drawn.map((month, index) => ({
        name: texts[index] ?? '',
        isPlan: planFrom !== null && month >= planFrom,
        isNamed: texts[index] !== null,
        parts: parts.map(({ amounts }) => (amounts[first + index] ?? 0) / 100),
        lines: lines.map(({ amounts }) => {
          const amount = amounts[first + index] ?? null
          return amount === null ? null : amount / 100
        }),
      }))}
      yuan={yuan.map((value) => ({ value, text: yuanName(value) }))}
      dashed={lines.map(({ dashed }) => dashed)}
    />
  )
}

/** At most nine months are named, and the first of them in each year with its year. */
const MOST_NAMES = 9

function monthNames(months: readonly Month[], short: (month: Month) => string): readonly (string | null)[] {
  const step = Math.ceil(months.length / MOST_NAMES)
  return months.map((month, index) => {
    if (index % step !== 0) return null
    const before = months[index - step]
    const year = Math.floor(month / 12)
    return before !== undefined && Math.floor(before / 12) === year ? short(month) : `${year}/${(month % 12) + 1}`
  })
}

function LegendBox({ name, index }: { readonly name: string; readonly index: number }) {
  const id = useId().replace(/\W/g, '')
  return (
    <span>
      <svg width="12" height="12" aria-hidden="true">
        <BarFill id={id} index={index} />
        <rect x="0.5" y="0.5" width="11" height="11" fill={`url(#${id})`} stroke={FILLS[index]!} />
      </svg>
      {name}
    </span>
  )
}
