import type { BalanceSeries, CourseView, ProjectionView } from '#shared/contract/outlook-views.ts'
import { planToFile } from '#shared/contract/plan-from-fields.ts'
import type { Fen } from '#shared/kernel/money.ts'
import { DebtCurve } from '../../charts/debt-curve.tsx'
import { Below } from '../../components/below.tsx'
import { parseDayField, parseMoneyField } from '../../components/field-parsing.ts'
import { useToday } from '../../i18n/preferences.tsx'
import type { PlanCourse } from '../../state/use-plan-courses.ts'
import { AnswersSaid, PlanAnswers } from './plan-answers.tsx'
import { PlanAccounts, PlanChanges, PlanGoal } from './plan-details.tsx'
import { monthlyOf, type PlanDraft, type PlanInput } from './plan-draft.ts'
import { PlanNotices } from './plan-notices.tsx'
import { PlanProgressTable } from './plan-progress-table.tsx'
import { PlanSchedules } from './plan-schedules.tsx'
import { PlanSteps } from './plan-steps.tsx'
import { usePlanName } from './plan-tabs.tsx'
import { PlanWait } from './plan-wait.tsx'

/**
 * What the dials mean. The answers and the curve move with a dial; what they rest on follows once it stands still, and
 * so does the past, which no dial moves.
 */
export function PlanResults(props: {
  readonly view: ProjectionView
  /** Ahead of `view` while a dial is turned; null before it is answered. */
  readonly moving: CourseView | null
  readonly name: string
  readonly owed: Fen
  readonly draft: PlanDraft
  /** The draft as it was asked about last; null where none of it could be asked yet. */
  readonly plan: PlanInput | null
  readonly courses: readonly PlanCourse[]
  readonly onChange: (changes: Partial<PlanDraft>) => void
}) {
  const nameOf = usePlanName()
  const today = useToday()
  const { draft, plan, onChange } = props
  const { projection, series } = props.view
  const course = props.moving?.course ?? projection
  const points = props.moving === null ? series.points : moved(series.points, props.moving.series)
  const use = (monthly: string) => onChange({ moneyKind: 'monthly', monthly })
  const lumps = draft.lumps.flatMap(({ on, amount }) => {
    const [day, sum] = [parseDayField(on, today, 'future'), parseMoneyField(amount)]
    return day.ok && sum.ok && sum.value > 0 ? [{ on: day.value, amount: sum.value }] : []
  })
  return (
    <>
      <PlanAnswers
        course={course}
        minimumOnly={projection.minimumOnly}
        owed={props.owed}
        draft={draft}
        plan={plan}
        name={nameOf(props.name)}
        courses={props.courses}
      />
      <AnswersSaid projection={projection} />
      {/* Beside the field of its day, not below the curve where nobody sees it change. */}
      <PlanGoal projection={projection} plan={plan} monthly={monthlyOf(draft)} onUse={use} />
      <PlanNotices projection={projection} plan={plan} owed={props.owed} onUse={use} />
      <DebtCurve
        points={points}
        today={series.today}
        freeOn={course.freeOn}
        name={nameOf(props.name)}
        lumps={lumps}
        others={props.courses.map(({ plan, view }) => ({
          name: nameOf(plan.name),
          points: view.series.points,
          freeOn: view.course.freeOn,
          plan: planToFile(plan),
        }))}
        asked={{ plan }}
      />
      <PlanChanges projection={projection} plan={plan} />
      <Below>
        <PlanWait projection={projection} plan={plan} draft={draft} onChange={onChange} />
        <PlanSchedules />
        <PlanProgressTable />
        <PlanAccounts projection={projection} plan={plan} />
        {plan === null ? null : <PlanSteps projection={projection} plan={plan} />}
      </Below>
    </>
  )
}

/** The curve as it was through yesterday, and from today on as the plan that is being turned says. */
const moved = (points: BalanceSeries['points'], ahead: BalanceSeries): BalanceSeries['points'] => [
  ...points.filter(({ day }) => day < ahead.today),
  ...ahead.points,
]
