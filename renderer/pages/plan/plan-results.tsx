import type { ProjectionView } from '#shared/contract/outlook-views.ts'
import { DebtCurve } from '../../charts/debt-curve.tsx'
import { parseDayField, parseMoneyField } from '../../components/field-parsing.ts'
import { useToday } from '../../i18n/preferences.tsx'
import type { PlanCourse } from '../../state/use-plan-projections.ts'
import { PlanAnswers } from './plan-answers.tsx'
import { PlanAccounts, PlanChanges, PlanGoal, PlanMonths } from './plan-details.tsx'
import { monthlyOf, type PlanDraft } from './plan-draft.ts'
import { PlanNotices } from './plan-notices.tsx'
import { PlanProgressTable } from './plan-progress-table.tsx'
import { PlanSchedules } from './plan-schedules.tsx'
import { usePlanName } from './plan-tabs.tsx'
import { PlanWait } from './plan-wait.tsx'

/** What the dials mean: the answers, the curve, and what each part of them rests on. */
export function PlanResults(props: {
  readonly view: ProjectionView
  readonly name: string
  readonly draft: PlanDraft
  readonly courses: readonly PlanCourse[]
  readonly onChange: (changes: Partial<PlanDraft>) => void
}) {
  const nameOf = usePlanName()
  const today = useToday()
  const { draft, onChange } = props
  const { projection, series } = props.view
  const use = (monthly: string) => onChange({ moneyKind: 'monthly', monthly })
  const lumps = draft.lumps.flatMap(({ on, amount }) => {
    const [day, sum] = [parseDayField(on, today, 'future'), parseMoneyField(amount)]
    return day.ok && sum.ok && sum.value > 0 ? [{ on: day.value, amount: sum.value }] : []
  })
  return (
    <>
      <PlanAnswers projection={projection} draft={draft} name={nameOf(props.name)} courses={props.courses} />
      <PlanNotices projection={projection} onUse={use} />
      <DebtCurve
        points={series.points}
        today={series.today}
        freeOn={projection.freeOn}
        name={nameOf(props.name)}
        lumps={lumps}
        others={props.courses.map(({ plan, view }) => ({
          name: nameOf(plan.name),
          points: view.series.points,
          freeOn: view.projection.freeOn,
        }))}
      />
      <PlanGoal projection={projection} monthly={monthlyOf(draft)} onUse={use} />
      <PlanChanges projection={projection} />
      <PlanWait projection={projection} draft={draft} onChange={onChange} />
      <PlanSchedules />
      <PlanProgressTable />
      <PlanAccounts projection={projection} />
      <PlanMonths projection={projection} />
    </>
  )
}
