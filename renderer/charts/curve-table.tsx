import { type Day, dayText, monthOf, monthText } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import { Amount } from '../components/amount.tsx'
import { Ask, type AskedFigure } from '../components/ask.tsx'
import { useWords } from '../i18n/preferences.tsx'
import { chartsWords } from './charts-words.ts'
import { type CurvePoint, isMonthEnd, monthRows, type OtherCurve, owedAt, owedByPlan } from './curve-points.ts'

/** How the amounts of a curve are asked: of one account or of all, and which plan they follow; null where it is not known. */
export type CurveAsked = { readonly account?: string; readonly plan?: AskedFigure['plan'] | null }

/** The curve in figures: what was owed after the last change of each month, and by the other plans. */
export function CurveTable(props: {
  readonly points: readonly CurvePoint[]
  readonly today: Day
  readonly name: string
  readonly others: readonly OtherCurve[]
  readonly asked: CurveAsked
}) {
  const say = useWords(chartsWords)
  const { points, today, others, asked } = props
  const of = asked.account === undefined ? '' : `:${asked.account}`
  const past = (day: Day): AskedFigure => ({ figure: `balance${of}@${dayText(day)}` })
  const ahead = (day: Day, plan: CurveAsked['plan']): AskedFigure | null =>
    plan === null
      ? null
      : { figure: `month:closing${of}:${monthText(monthOf(day))}@${dayText(today)}`, ...(plan && { plan }) }
  return (
    // A list that scrolls has to be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className="curve-table" tabIndex={0} aria-label={say('table')}>
      <table className="grid-table dense">
        <caption className="note">{say('tableNote')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('colDay')}</th>
            <th scope="col">{say('colWhat')}</th>
            <th scope="col" className="number">
              {others.length === 0 ? say('colOwed') : props.name}
            </th>
            {others.map(({ name }) => (
              <th scope="col" className="number" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthRows(points, today).map((point) => {
            const owed = owedAt(point)
            return (
              <tr key={point.day}>
                <td>{dayText(point.day)}</td>
                <td className="second">{say(point.day <= today ? 'fact' : 'plan')}</td>
                <td className="number">
                  <Owed amount={owed} asked={point.day <= today ? past(point.day) : ahead(point.day, asked.plan)} />
                </td>
                {others.map((other) => {
                  const amount = point.day < today ? owed : owedByPlan(other.points, point.day)
                  const closes = point.day > today && isMonthEnd(other.points, point.day)
                  const by = point.day < today ? past(point.day) : closes ? ahead(point.day, other.plan) : null
                  return (
                    <td className="number" key={other.name}>
                      <Owed amount={amount} asked={by} />
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function Owed({ amount, asked }: { readonly amount: Fen | null; readonly asked: AskedFigure | null }) {
  if (amount === null) return null
  if (amount === 0 || asked === null) return <Amount value={amount} />
  return (
    <Ask {...asked}>
      <Amount value={amount} />
    </Ask>
  )
}
