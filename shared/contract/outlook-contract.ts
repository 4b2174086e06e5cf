import { z } from 'zod'
import { COLUMNS, ROWS } from '#shared/ledger/cells.ts'
import { CLOSING_STEPS, type ClosingStepDone } from '#shared/outlook/closure/closing-day.ts'
import type { Plan } from '#shared/outlook/plan.ts'
import type { Reminder } from '#shared/outlook/reminders.ts'
import type { ShownQuote } from '#shared/outlook/shown-quote.ts'
import { zAmount, zDay, zId, zLabel, zTarget } from './fields.ts'
import { read, write } from './method.ts'
import type { ClosingView, PlanView } from './outlook-views.ts'

/** Of which target, and whose where two people's accounts are kept here. */
const closing = z.strictObject({
  target: zTarget,
  owner: z.string().min(1).max(60).optional(),
})

/** The part of the table that is the way out: plans by name, what Alipay shows to pay off, the last steps of closing. */
export const outlookContract = {
  listPlans: read(z.strictObject({})),
  getClosing: read(closing),
  listShownQuotes: read(z.strictObject({})),
  listReminders: read(z.strictObject({})),

  choosePlan: write(z.strictObject({ name: zLabel })),
  renamePlan: write(z.strictObject({ name: zLabel, to: zLabel.min(1) })),
  removePlan: write(z.strictObject({ name: zLabel })),
  copyQuote: write(
    z.strictObject({
      account: zId,
      on: zDay,
      cells: z.array(z.strictObject({ row: z.enum(ROWS), column: z.enum(COLUMNS), amount: zAmount })).max(16),
    }),
  ),
  recordClosingStep: write(closing.extend({ step: z.enum(CLOSING_STEPS), note: zLabel.default('') })),
  recordClosing: write(closing.extend({ to: z.enum(['requested', 'closed']), on: zDay })),
} as const

export type OutlookResponses = {
  listPlans: readonly PlanView[]
  getClosing: ClosingView
  listShownQuotes: readonly ShownQuote[]
  listReminders: readonly Reminder[]
  choosePlan: Plan
  renamePlan: Plan
  removePlan: { readonly name: string }
  copyQuote: ShownQuote
  recordClosingStep: ClosingStepDone
  recordClosing: { readonly target: string }
}
