import { balanceSeries } from '#shared/contract/balance-series.ts'
import { planFrom } from '#shared/contract/plan-from-fields.ts'
import type { Refusal } from '#shared/contract/reply.ts'
import type { PlanFields } from '#shared/contract/scenario.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { type Plan, planInFull } from '#shared/outlook/plan.ts'
import { planProgress } from '#shared/outlook/projection/plan-progress.ts'
import { project } from '#shared/outlook/projection/project.ts'
import { putPlan, readPlan, readPlanBefore } from '../store/notes.ts'
import type { Reader } from '../store/queries.ts'
import { readLedger } from '../store/read-ledger.ts'
import type { Handlers } from './handler.ts'

/** The plan, and what becomes of the debts under it. */
export const planHandlers: Handlers<'getProjection' | 'getPlan' | 'getPlanProgress' | 'savePlan'> = {
  getProjection: ({ store, today }, { plan: asked }) =>
    store.read((reader) => {
      const ledger = readLedger(reader, today)
      const plan = planOr(reader, ledger, asked)
      if (!plan.ok) return plan
      const projection = project(ledger, plan.value)
      return done({ projection, series: balanceSeries(ledger, projection) })
    }),

  getPlan: ({ store }) => done(store.read(readPlan)),

  getPlanProgress: ({ store, today }) =>
    store.read((reader) => {
      const plan = readPlanBefore(reader, today)
      return done(plan && planProgress(readLedger(reader, today), plan))
    }),

  savePlan: ({ store, today }, fields) =>
    store.write({ code: 'plan-saved', values: { name: fields.name } }, (writer) => {
      const plan = checkedPlan(readLedger(writer, today), fields)
      if (!plan.ok) return plan
      putPlan(writer, plan.value)
      return plan
    }),
}

/** The plan asked about, else the ledger's own, else one that pays every bill and part in full on its day. */
export function planOr(reader: Reader, ledger: Ledger, asked: PlanFields | undefined): Outcome<Plan, Refusal> {
  if (asked) return checkedPlan(ledger, asked)
  return done(readPlan(reader) ?? planInFull(ledger.today))
}

function checkedPlan(ledger: Ledger, fields: PlanFields): Outcome<Plan, Refusal> {
  const accounts = new Set(ledger.accounts.map(({ id }) => id))
  const named = [...(fields.order ?? []), ...fields.newSpending.map(({ account }) => account)]
  const stranger = named.find((id) => !accounts.has(id))
  if (stranger !== undefined) return refused({ kind: 'account-not-found', values: { id: stranger } })
  const plans = new Set(ledger.entries.flatMap((entry) => (entry.kind === 'installments' ? [entry.id] : [])))
  const unknown = fields.settleEarly.find((id) => !plans.has(id))
  if (unknown !== undefined) return refused({ kind: 'entry-not-found', values: { id: unknown } })
  return planFrom(fields, ledger.today)
}
