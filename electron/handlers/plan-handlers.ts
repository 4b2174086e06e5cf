import { balanceSeries, seriesAhead } from '#shared/contract/balance-series.ts'
import { planFrom } from '#shared/contract/plan-from-fields.ts'
import type { Refusal } from '#shared/contract/reply.ts'
import type { PlanFields } from '#shared/contract/scenario.ts'
import type { Day } from '#shared/kernel/day.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { type Plan, planInFull } from '#shared/outlook/plan.ts'
import { planProgress } from '#shared/outlook/projection/plan-progress.ts'
import { project, startOf } from '#shared/outlook/projection/project.ts'
import { simulate } from '#shared/outlook/projection/simulate.ts'
import { readPlan, readPlanBefore } from '../store/notes.ts'
import { findPlan, followPlan, listPlans, removeNamedPlan, renameNamedPlan, saveNamedPlan } from '../store/plans.ts'
import type { Reader } from '../store/queries.ts'
import { readLedger } from '../store/read-ledger.ts'
import type { Handlers } from './handler.ts'

/** Plans by name, the one that is followed, and what becomes of the debts under any of them. */
export const planHandlers: Handlers<
  | 'getProjection'
  | 'getCourse'
  | 'getPlan'
  | 'listPlans'
  | 'getPlanProgress'
  | 'savePlan'
  | 'choosePlan'
  | 'renamePlan'
  | 'removePlan'
> = {
  getProjection: ({ store, today }, { plan: asked, account }) =>
    store.read((reader) => {
      const ledger = readLedger(reader, today)
      const plan = planOr(reader, ledger, asked)
      if (!plan.ok) return plan
      const projection = project(ledger, plan.value)
      return done({ projection, series: balanceSeries(ledger, { ...projection, from: plan.value.from }, account) })
    }),

  getCourse: ({ store, today }, { plan: asked }) =>
    store.read((reader) => {
      const ledger = readLedger(reader, today)
      const plan = checkedPlan(ledger, asked)
      if (!plan.ok) return plan
      const course = simulate({ ...startOf(ledger, plan.value), withEvents: true })
      const { outcome, freeOn, months, totalPaid, interest, fees, penalties } = course
      return done({
        course: { outcome, freeOn, months, totalPaid, interest, fees, penalties },
        series: seriesAhead(ledger, { ...course, from: plan.value.from }),
      })
    }),

  getPlan: ({ store }) => done(store.read(readPlan)),

  listPlans: ({ store }) =>
    store.read((reader) => {
      const followed = readPlan(reader)?.name
      return done(listPlans(reader).map((plan) => ({ plan, followed: plan.name === followed })))
    }),

  getPlanProgress: ({ store, today }) =>
    store.read((reader) => {
      const plan = planInProgress(reader, today)
      return done(plan && planProgress(readLedger(reader, today), plan))
    }),

  savePlan: ({ store, today }, fields) =>
    store.write({ code: 'plan-saved', values: { name: fields.name } }, (writer) => {
      const plan = checkedPlan(readLedger(writer, today), fields)
      if (!plan.ok) return plan
      saveNamedPlan(writer, plan.value)
      return fields.follow ? done(followPlan(writer, plan.value, today)) : plan
    }),

  choosePlan: ({ store, today }, { name }) =>
    store.write({ code: 'plan-chosen', values: { name } }, (writer) => {
      const plan = findPlan(writer, name)
      return plan ? done(followPlan(writer, plan, today)) : noSuchPlan(name)
    }),

  renamePlan: ({ store }, { name, to }) =>
    store.write({ code: 'plan-renamed', values: { name, to } }, (writer) => {
      const plan = findPlan(writer, name)
      if (plan === null) return noSuchPlan(name)
      if (findPlan(writer, to) !== null) return refused({ kind: 'plan-name-taken', values: { name: to } })
      renameNamedPlan(writer, plan, to)
      return done({ ...plan, name: to })
    }),

  removePlan: ({ store }, { name }) =>
    store.write({ code: 'plan-removed', values: { name } }, (writer) => {
      if (findPlan(writer, name) === null) return noSuchPlan(name)
      removeNamedPlan(writer, name)
      return done({ name })
    }),
}

const noSuchPlan = (name: string) => refused({ kind: 'plan-not-found', values: { name } })

/** The plan that has been followed for some days, to be held against what happened since. */
export const planInProgress = (reader: Reader, today: Day): Plan | null =>
  readPlan(reader) && readPlanBefore(reader, today)

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
