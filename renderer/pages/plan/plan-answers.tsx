import { dayText } from '#shared/kernel/day.ts'
import { type Fen, fen, parseYuan } from '#shared/kernel/money.ts'
import type { Projection } from '#shared/outlook/answers.ts'
import { Amount } from '../../components/amount.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import type { PlanInput } from './plan-draft.ts'
import { planWords } from './plan-words.ts'

export const costOf = ({ interest, fees, penalties }: Projection): Fen => fen(interest + fees + penalties)

/** The plan beside the truth about paying only the minimum: when, and what it costs. */
export function PlanAnswers({ projection, plan }: { readonly projection: Projection; readonly plan: PlanInput }) {
  const say = useWords(planWords)
  const { minimumOnly } = projection
  const own = plan.monthly === undefined ? null : plan.monthly
  return (
    <table className="grid-table versus">
      <thead>
        <tr>
          <td />
          <th scope="col" className="number strong">
            {say('thisPlan')}
          </th>
          {minimumOnly === null ? null : (
            <th scope="col" className="number">
              {say('minimumOnly')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{say('freeOn')}</th>
          <td className="number versus-day">
            <FreeOn day={projection.freeOn} />
          </td>
          {minimumOnly === null ? null : (
            <td className="number">
              <FreeOn day={minimumOnly.freeOn} quiet />
            </td>
          )}
        </tr>
        <tr>
          <th scope="row">{say('cost')}</th>
          <td className="number strong">
            <Amount value={costOf(projection)} />
          </td>
          {minimumOnly === null ? null : (
            <td className="number">{minimumOnly.outcome === 'never' ? '' : <Amount value={minimumOnly.cost} />}</td>
          )}
        </tr>
        <tr>
          <th scope="row">{say('paid')}</th>
          <td className="number">
            <Amount value={projection.totalPaid} />
          </td>
          {minimumOnly === null ? null : <td />}
        </tr>
        <tr>
          <th scope="row">{say('perMonthRow')}</th>
          <td className="number">{own === null ? say('asDue') : <PlanAmount text={own} />}</td>
          {minimumOnly === null ? null : <td className="number second">{say('asMinimum')}</td>}
        </tr>
        <tr>
          <th scope="row">{say('months')}</th>
          <td className="number">{say('monthsCount', { n: projection.months })}</td>
          {minimumOnly === null ? null : <td />}
        </tr>
      </tbody>
    </table>
  )
}

function FreeOn({ day, quiet = false }: { readonly day: Projection['freeOn']; readonly quiet?: boolean }) {
  const say = useWords(planWords)
  if (day === null) return <span className={quiet ? 'second' : 'is-attention'}>{say('never')}</span>
  return (
    <time className={quiet ? undefined : 'is-safe strong'} dateTime={dayText(day)}>
      {dayText(day)}
    </time>
  )
}

function PlanAmount({ text }: { readonly text: string }) {
  const amount = parseYuan(text)
  return amount.ok ? <Amount value={amount.value} /> : null
}
