import { type Day, dayText } from '#shared/kernel/day.ts'
import { Amount } from '../components/amount.tsx'
import { useWords } from '../i18n/preferences.tsx'
import { chartsWords } from './charts-words.ts'
import { type CurvePoint, monthRows, owedAt } from './curve-points.ts'

/** The curve as figures, one line a month. */
export function CurveTable({ points, today }: { readonly points: readonly CurvePoint[]; readonly today: Day }) {
  const say = useWords(chartsWords)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard
    <section className="curve-table" aria-label={say('owed')} tabIndex={0}>
      <table className="grid-table dense">
        <caption className="note">{say('tableNote')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('colDay')}</th>
            <th scope="col">{say('colWhat')}</th>
            <th scope="col" className="number">
              {say('colOwed')}
            </th>
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
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
