import { type Day, dayText } from '#shared/kernel/day.ts'
import { Amount } from '../components/amount.tsx'
import { useWords } from '../i18n/preferences.tsx'
import { chartsWords } from './charts-words.ts'
import { type CurvePoint, monthRows, type OtherCurve, owedAt, owedByPlan } from './curve-points.ts'

/** The curve in figures: what was owed after the last change of each month, and by the other plans. */
export function CurveTable(props: {
  readonly points: readonly CurvePoint[]
  readonly today: Day
  readonly name: string
  readonly others: readonly OtherCurve[]
}) {
  const say = useWords(chartsWords)
  const { points, today, others } = props
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
                <td className="number">{owed === null ? null : <Amount value={owed} />}</td>
                {others.map((other) => {
                  const amount = point.day < today ? owed : owedByPlan(other.points, point.day)
                  return (
                    <td className="number" key={other.name}>
                      {amount === null ? null : <Amount value={amount} />}
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
