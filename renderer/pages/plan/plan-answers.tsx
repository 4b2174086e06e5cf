import type { CourseView } from '#shared/contract/outlook-views.ts'
import { planToFile } from '#shared/contract/plan-from-fields.ts'
import { type Day, dayText } from '#shared/kernel/day.ts'
import { type Fen, fen } from '#shared/kernel/money.ts'
import type { MinimumOnly, Projection } from '#shared/outlook/answers.ts'
import { leftForDebt, type Plan } from '#shared/outlook/plan.ts'
import { Amount } from '../../components/amount.tsx'
import { AskedUnlessZero } from '../../components/ask.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import type { PlanCourse } from '../../state/use-plan-courses.ts'
import { Asked } from './plan-asked.tsx'
import { monthlyOf, type PlanDraft, type PlanInput } from './plan-draft.ts'
import { usePlanName } from './plan-tabs.tsx'
import { planWords } from './plan-words.ts'

export const costOf = ({ interest, fees, penalties }: Pick<Projection, 'interest' | 'fees' | 'penalties'>): Fen =>
  fen(interest + fees + penalties)

/** What stands in one column; null where it is not known. */
type Column = {
  readonly name: string
  readonly own: boolean
  readonly freeOn: Day | null
  readonly cost: Fen | null
  readonly paid: Fen | null
  /** For debt in a month: an amount, or what is due, or the minimums. */
  readonly monthly: Fen | 'as-due' | 'as-minimum'
  readonly months: number | null
  /** What its figures are explained by: the plan, and whether they are those of paying only its minimums. */
  readonly by: { readonly plan: PlanInput | null; readonly minimum: boolean }
}

/**
 * The plan beside the other saved ones and the truth about paying only the minimum: when, and what it costs. Where all is
 * overdue nothing has a minimum: that course would look like the best one and is left out; the notices say why.
 */
export function PlanAnswers(props: {
  readonly course: CourseView['course']
  readonly minimumOnly: MinimumOnly | null
  readonly owed: Fen
  readonly name: string
  readonly draft: PlanDraft
  /** The plan that the figures follow, as it was asked about last. */
  readonly plan: PlanInput | null
  readonly courses: readonly PlanCourse[]
}) {
  const say = useWords(planWords)
  const nameOf = usePlanName()
  const { course, minimumOnly, draft, plan: asked, courses } = props
  const own: Column = {
    ...figures(course),
    name: props.name,
    own: true,
    monthly: draft.strategy === 'minimum-only' ? 'as-minimum' : (monthlyOf(draft) ?? 'as-due'),
    by: { plan: asked, minimum: false },
  }
  const others = courses.map(
    ({ plan, view }): Column => ({
      ...figures(view.course),
      name: nameOf(plan.name),
      own: false,
      monthly: plan.strategy.kind === 'minimum-only' ? 'as-minimum' : monthlyOfPlan(plan),
      by: { plan: planToFile(plan), minimum: false },
    }),
  )
  const least: Column[] =
    minimumOnly === null || draft.strategy === 'minimum-only' || minimumOnly.overdue >= props.owed
      ? []
      : [
          {
            ...minimumFigures(minimumOnly),
            name: say('minimumOnly'),
            own: false,
            monthly: 'as-minimum',
            by: { plan: asked, minimum: true },
          },
        ]
  const columns = [own, ...others, ...least]
  return (
    <table className="grid-table versus">
      <thead>
        <tr>
          <td />
          {columns.map(({ name, own: isOwn }) => (
            <th key={name} scope="col" className={isOwn ? 'number strong' : 'number'}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Row label={say('freeOn')} columns={columns} of={(one) => <FreeOn of={one} />} />
        <Row label={say('cost')} columns={columns} of={(one) => <Sum of={one} what="cost" />} />
        <Row label={say('paid')} columns={columns} of={(one) => <Sum of={one} what="paid" />} />
        <Row label={say('perMonthRow')} columns={columns} of={(one) => <Monthly of={one} />} />
        <Row
          label={say('months')}
          columns={columns}
          of={(one) => (one.months === null ? <NoEnd /> : say('monthsCount', { n: one.months }))}
        />
      </tbody>
    </table>
  )
}

/** What a dial did, for whoever hears the page: said once the dial stands still. */
export function AnswersSaid({ projection }: { readonly projection: Projection }) {
  const say = useWords(planWords)
  const format = useFormat()
  const { freeOn } = projection
  return (
    <p className="unseen" role="status">
      {freeOn === null
        ? say('saidNever')
        : say('said', { day: format.dayWithYear(freeOn), cost: format.amount(costOf(projection)) })}
    </p>
  )
}

const figures = (course: CourseView['course']) => ({
  freeOn: course.freeOn,
  cost: costOf(course),
  // A course without an end has no sum and no length, only those of the time that was looked at.
  paid: course.freeOn === null ? null : course.totalPaid,
  months: course.freeOn === null ? null : course.months,
})

const minimumFigures = ({ freeOn, cost, totalPaid, months }: MinimumOnly) =>
  freeOn === null ? { freeOn, cost: null, paid: null, months: null } : { freeOn, cost, paid: totalPaid, months }

function monthlyOfPlan({ money }: Plan): Column['monthly'] {
  if (money.kind === 'enough') return 'as-due'
  if (money.kind === 'monthly') return money.amount
  return leftForDebt(money)
}

function Row(props: {
  readonly label: string
  readonly columns: readonly Column[]
  readonly of: (column: Column) => React.ReactNode
}) {
  return (
    <tr>
      <th scope="row">{props.label}</th>
      {props.columns.map((column) => (
        <td key={column.name} className={column.own ? 'number strong' : 'number second'}>
          {props.of(column)}
        </td>
      ))}
    </tr>
  )
}

/** A figure of a column, with the lines behind it. */
function Explained(props: {
  readonly of: Column
  readonly what: 'cost' | 'paid' | 'free'
  readonly children: React.ReactNode
}) {
  const today = useToday()
  const { plan, minimum } = props.of.by
  return (
    <Asked figure={`plan:${minimum ? 'minimum-' : ''}${props.what}@${dayText(today)}`} plan={plan}>
      {props.children}
    </Asked>
  )
}

function Sum({ of, what }: { readonly of: Column; readonly what: 'cost' | 'paid' }) {
  const value = of[what]
  if (value === null) return <NoEnd />
  return (
    <Explained of={of} what={what}>
      <Amount value={value} />
    </Explained>
  )
}

/** A course that never ends has no sum. */
function NoEnd() {
  const say = useWords(planWords)
  return <span className="amount-unknown">{say('noEnd')}</span>
}

/** What was typed as one amount needs no lines; what a month leaves has them. */
function Monthly({ of: { monthly, by } }: { readonly of: Column }) {
  const say = useWords(planWords)
  const today = useToday()
  if (monthly === 'as-due') return say('asDue')
  if (monthly === 'as-minimum') return say('asMinimum')
  if (by.plan?.income === undefined || by.plan.income.length === 0) return <Amount value={monthly} />
  return <AskedUnlessZero figure={`plan:money@${dayText(today)}`} plan={by.plan} amount={monthly} />
}

function FreeOn({ of }: { readonly of: Column }) {
  const say = useWords(planWords)
  const { freeOn, own } = of
  return (
    <Explained of={of} what="free">
      {freeOn === null ? (
        <span className={own ? 'is-attention' : undefined}>{say('never')}</span>
      ) : (
        <time className={own ? 'is-safe versus-day' : undefined} dateTime={dayText(freeOn)}>
          {dayText(freeOn)}
        </time>
      )}
    </Explained>
  )
}
