import { fen } from '#shared/kernel/money.ts'
import type { Closure } from '#shared/outlook/answers.ts'
import { Amount } from '../../components/amount.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Section } from '../../components/section.tsx'
import { ShownBeside, ShownOrAsked } from '../../components/shown-beside.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { closureWords } from './closure-words.ts'

/**
 * Closing soonest beside closing cheapest: what each still costs, and the difference in one sentence. Where Alipay's own
 * figures for paying off today were copied, what they ask for settling counts: it can turn which of both is the cheapest.
 */
export function ClosingChoice({ choice }: { readonly choice: NonNullable<Closure['choice']> }) {
  const say = useWords(closureWords)
  const format = useFormat()
  const today = useToday()
  const { soonest, bySchedule } = choice
  const more = fen(soonest.cost - bySchedule.cost)
  const saved = fen(bySchedule.cost - soonest.cost)
  const rows = [
    { name: say('choice.soonest'), ...soonest, best: more <= 0 },
    { name: say('choice.bySchedule'), ...bySchedule, best: more > 0 },
  ]
  return (
    <Section title={say('choice')} aside={say('choiceNote')}>
      <p>
        {more > 0
          ? say.rich('choiceMore', {
              day: format.dayNear(soonest.on),
              later: format.dayNear(bySchedule.on),
              more: <Amount key="more" value={more} form="sentence" />,
            })
          : say.rich('choiceLess', {
              day: soonest.on === today ? say('choiceToday') : format.dayNear(soonest.on),
              later: format.dayNear(bySchedule.on),
              saved: <Amount key="saved" value={saved} form="sentence" />,
            })}
      </p>
      <table className="grid-table dense">
        <thead>
          <tr>
            <td />
            <th scope="col">{say('choiceOn')}</th>
            <th scope="col" className="number">
              {say('choiceCost')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">
                {row.name} {row.best ? <span className="tag is-safe">{say('choice.cheapest')}</span> : null}
              </th>
              <td>{row.on === today ? say('today') : <DayText day={row.on} />}</td>
              <td className="number">
                <ShownOrAsked {...row} amount={row.cost} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {soonest.derived === null ? null : (
        <p className="note">
          <ShownBeside {...soonest} amount={soonest.cost} />
        </p>
      )}
    </Section>
  )
}
