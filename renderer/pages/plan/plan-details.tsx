import { dayText } from '#shared/kernel/day.ts'
import { fen, yuanText } from '#shared/kernel/money.ts'
import type { Projection, Sensitivity } from '#shared/outlook/answers.ts'
import { changeName } from '#shared/outlook/change-name.ts'
import { Amount } from '../../components/amount.tsx'
import { Button } from '../../components/button.tsx'
import { Section } from '../../components/section.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { Sentence } from '../../i18n/sentences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useAccountName } from '../../state/account-names.ts'
import { Asked } from './plan-asked.tsx'
import type { PlanInput } from './plan-draft.ts'
import { planWords } from './plan-words.ts'

/** The smallest monthly amount that is free by the day asked for. */
export function PlanGoal(props: {
  readonly projection: Projection
  readonly plan: PlanInput | null
  readonly monthly: number | null
  readonly onUse: (monthly: string) => void
}) {
  const say = useWords(planWords)
  const format = useFormat()
  const today = useToday()
  const { goal } = props.projection
  if (goal === null) return null
  const day = format.dayWithYear(goal.freeBy)
  const { monthly } = goal
  if (monthly === null) {
    return (
      <Section title={say('goalImpossible', { day })}>
        {goal.reason === null ? null : (
          <p className="second">
            <Sentence {...goal.reason} room="outlook" />
          </p>
        )}
      </Section>
    )
  }
  const more = props.monthly === null ? 0 : monthly - props.monthly
  return (
    <section className="goal">
      <div>
        <p>
          {say.rich('goalNeeds', {
            day,
            amount: (
              <Asked key="amount" figure={`plan:goal@${dayText(today)}`} plan={props.plan}>
                <Amount value={monthly} form="figure" />
              </Asked>
            ),
          })}
          {more > 0 ? say('goalMore', { more: format.amount(fen(more)) }) : null}
        </p>
        {goal.reason === null ? null : (
          <p className="second">
            <Sentence {...goal.reason} room="outlook" />
          </p>
        )}
      </div>
      <Button small onPress={() => props.onUse(yuanText(monthly))}>
        {say('useIt')}
      </Button>
    </section>
  )
}

/** When each account is free, and what it costs. */
export function PlanAccounts(props: { readonly projection: Projection; readonly plan: PlanInput | null }) {
  const { projection, plan } = props
  const say = useWords(planWords)
  const on = dayText(useToday())
  const nameOf = useAccountName()
  return (
    <Section title={say('accounts')}>
      <table className="grid-table dense">
        <thead>
          <tr>
            <th scope="col">{say('account')}</th>
            <th scope="col">{say('accountFree')}</th>
            <th scope="col" className="number">
              {say('cost')}
            </th>
            <th scope="col" className="number">
              {say('paid')}
            </th>
          </tr>
        </thead>
        <tbody>
          {projection.accounts.map((account) => (
            <tr key={account.id}>
              <th scope="row">{nameOf(account.id)}</th>
              <td>
                <Asked figure={`plan:free:${account.id}@${on}`} plan={plan}>
                  {account.freeOn === null ? say('never') : dayText(account.freeOn)}
                </Asked>
              </td>
              <td className="number">
                <Asked figure={`plan:cost:${account.id}@${on}`} plan={plan}>
                  <Amount value={fen(account.interest + account.fees + account.penalties)} />
                </Asked>
              </td>
              <td className="number">
                <Asked figure={`plan:paid:${account.id}@${on}`} plan={plan}>
                  <Amount value={account.paid} />
                </Asked>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

/** Which single change brings the day forward, or saves most. */
export function PlanChanges({
  projection,
  plan,
}: {
  readonly projection: Projection
  readonly plan: PlanInput | null
}) {
  const say = useWords(planWords)
  if (projection.sensitivity.length === 0) return null
  const most = Math.max(...projection.sensitivity.map(({ cost }) => Math.abs(cost)), 1)
  return (
    <Section title={say('change')} aside={say('changeNote')}>
      <table className="grid-table dense">
        <thead>
          <tr>
            <td />
            <th scope="col">{say('freeOn')}</th>
            <th scope="col" className="number">
              {say('days')}
            </th>
            <th scope="col" className="number">
              {say('cost')}
            </th>
            <td className="change-bar" />
          </tr>
        </thead>
        <tbody>
          {projection.sensitivity.map((one) => (
            <Change
              key={`${one.change.code}${JSON.stringify(one.change.values)}`}
              change={one}
              plan={plan}
              ends={projection.freeOn !== null}
              most={most}
            />
          ))}
        </tbody>
      </table>
    </Section>
  )
}

/** `ends`: whether the plan does without it; days can only be counted between two ends. */
function Change(props: {
  readonly change: Sensitivity
  readonly plan: PlanInput | null
  readonly ends: boolean
  readonly most: number
}) {
  const say = useWords(planWords)
  const on = dayText(useToday())
  const { change, ends, most } = props
  const { days } = change
  const between = days === 0 ? say('sameDay') : days > 0 ? say('earlier', { n: days }) : say('later', { n: -days })
  const moved = ends && change.freeOn !== null ? between : change.freeOn === null ? '' : say('thenEnds')
  return (
    <tr>
      <th scope="row">
        <Sentence {...change.change} room="outlook" />
      </th>
      <td>{change.freeOn === null ? say('never') : dayText(change.freeOn)}</td>
      <td
        className={
          days > 0 || (!ends && change.freeOn !== null)
            ? 'number is-safe'
            : days < 0
              ? 'number is-attention'
              : 'number second'
        }
      >
        {moved}
      </td>
      <td className="number">
        {change.cost > 0 ? '+' : ''}
        {change.cost === 0 ? (
          <Amount value={change.cost} />
        ) : (
          <Asked figure={`plan:change:${changeName(change.change)}@${on}`} plan={props.plan}>
            <Amount value={change.cost} />
          </Asked>
        )}
      </td>
      <td className="change-bar" aria-hidden="true">
        <i
          className={change.cost > 0 ? 'is-more' : undefined}
          style={{ width: `${Math.round((Math.abs(change.cost) / most) * 100)}%` }}
        />
      </td>
    </tr>
  )
}
