import type { Day } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { Projection } from '#shared/outlook/answers.ts'
import type { AfterClosing } from '#shared/outlook/closure/after-closing.ts'
import type { ClosingState, ClosingStepDone } from '#shared/outlook/closure/closing-day.ts'
import type { Plan } from '#shared/outlook/plan.ts'

/** What the screen and the command line are shown of the way out: plans, their course, the closing. */

/** The last steps of the way out as they were walked, and the watch once everything is closed. */
export type ClosingView = {
  readonly state: ClosingState
  readonly steps: readonly ClosingStepDone[]
  readonly after: AfterClosing | null
}

/** Debt day by day for the chart: fact through today, plan after it; at most 600 points. */
export type BalanceSeries = {
  readonly today: Day
  readonly points: readonly { readonly day: Day; readonly fact: Fen | null; readonly plan: Fen | null }[]
}

/** One of the saved plans; today, the closing and the scenario go by the one that is followed. */
export type PlanView = { readonly plan: Plan; readonly followed: boolean }

export type ProjectionView = { readonly projection: Projection; readonly series: BalanceSeries }

/** What of a plan moves while a dial is turned: its end, its cost, and the curve from today on. */
export type CourseView = {
  readonly course: Pick<Projection, 'outcome' | 'freeOn' | 'months' | 'totalPaid' | 'interest' | 'fees' | 'penalties'>
  readonly series: BalanceSeries
}
