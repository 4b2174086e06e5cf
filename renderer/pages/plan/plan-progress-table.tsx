import { dayText, monthText } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import type { PlanProgress, PlanProgressFigures } from '#shared/outlook/answers.ts'
import { Amount } from '../../components/amount.tsx'
import { Ask, AskedUnlessZero } from '../../components/ask.tsx'
import { Section } from '../../components/section.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useAccountName } from '../../state/account-names.ts'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { usePlanName } from './plan-tabs.tsx'
import { planWords } from './plan-words.ts'

const COLUMNS = ['opening', 'spent', 'otherwise', 'monthPaid', 'closing'] as const
/** What each column is called in the answer and in `explain`. */
const FIGURES = ['opening', 'spending', 'otherwise', 'paid', 'closing'] as const

/** The plan as it was saved beside what has happened since; nothing on a plan's first day. */
export function PlanProgressTable() {
  const say = useWords(planWords)
  const format = useFormat()
  const nameOf = useAccountName()
  const planName = usePlanName()
  const progress = hereOrNull(useAsk('getPlanProgress', {}))
  if (progress === null) return null
  return (
    <Section
      title={say('progress')}
      aside={say('progressSince', { name: planName(progress.plan), day: format.dayWithYear(progress.from) })}
    >
      <Result progress={progress} />
      {progress.leftOut.length === 0 ? null : (
        <p className="note">{say('progressLeftOut', { names: progress.leftOut.map(nameOf).join(say('nameComma')) })}</p>
      )}
      <table className="grid-table dense plan-progress">
        <thead>
          <tr>
            <th scope="col">{say('month')}</th>
            <td />
            {COLUMNS.map((name) => (
              <th scope="col" className="number" key={name}>
                {say(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {progress.months.map(({ month, planned, actual }) => (
            <MonthRows key={month} month={monthText(month)} on={progress.on} planned={planned} actual={actual} />
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function Result({ progress: { behind, freeOn, on } }: { readonly progress: PlanProgress }) {
  const say = useWords(planWords)
  const amount = (
    <Ask key="amount" figure={`progress:behind@${dayText(on)}`}>
      <Amount value={fen(Math.abs(behind))} />
    </Ask>
  )
  const day = (on: PlanProgress['on'] | null): string => (on === null ? say('never') : dayText(on))
  const same = freeOn.planned === freeOn.now
  return (
    <p>
      {behind === 0 ? say('progressKept') : null}
      {behind > 0 ? <span className="is-attention">{say.rich('progressBehind', { amount })}</span> : null}
      {behind < 0 ? <span className="is-safe">{say.rich('progressAhead', { amount })}</span> : null}{' '}
      {say(same ? 'progressFreeSame' : 'progressFree', { planned: day(freeOn.planned), now: day(freeOn.now) })}
    </p>
  )
}

function MonthRows(props: {
  readonly month: string
  readonly on: PlanProgress['on']
  readonly planned: PlanProgressFigures
  readonly actual: PlanProgressFigures
}) {
  const say = useWords(planWords)
  const figure = (side: string) => (what: string) => `progress:${side}:${what}:${props.month}@${dayText(props.on)}`
  return (
    <>
      <tr>
        <th scope="rowgroup" rowSpan={2}>
          {props.month}
        </th>
        <th scope="row" className="second plan-side">
          {say('planned')}
        </th>
        <Figures of={props.planned} figure={figure('planned')} />
      </tr>
      <tr>
        <th scope="row" className="plan-side">
          {say('actual')}
        </th>
        <Figures of={props.actual} figure={figure('actual')} />
      </tr>
    </>
  )
}

const Figures = (props: {
  readonly of: PlanProgressFigures
  /** The id under which an amount can be asked. */
  readonly figure: (what: string) => string
}) => (
  <>
    {FIGURES.map((what) => (
      <td className="number" key={what}>
        <AskedUnlessZero figure={props.figure(what)} amount={props.of[what]} />
      </td>
    ))}
  </>
)
