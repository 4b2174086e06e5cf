import { dayText } from '#shared/kernel/day.ts'
import { done, refused } from '#shared/kernel/outcome.ts'
import { CLOSURE_CHECKS } from '#shared/outlook/closure/checks.ts'
import { closureOf } from '#shared/outlook/closure/closure-of.ts'
import { project } from '#shared/outlook/projection/project.ts'
import { putConfirmation, putRecordsCurrent, readPlan } from '../store/notes.ts'
import { readLedger } from '../store/read-ledger.ts'
import type { Handlers } from './handler.ts'
import { planOr } from './plan-handlers.ts'

/** May it be closed, and what only the user can say about it. */
export const closureHandlers: Handlers<'getClosure' | 'confirmClosure' | 'markRecordsCurrent'> = {
  getClosure: ({ store, today }, { target, plan: asked }) =>
    store.read((reader) => {
      const ledger = readLedger(reader, today)
      if (!asked && !readPlan(reader)) return done(closureOf(ledger, target))
      const plan = planOr(reader, ledger, asked)
      return plan.ok ? done(closureOf(ledger, target, project(ledger, plan.value))) : plan
    }),

  confirmClosure: ({ store, today }, { target, code, note, amount }) =>
    store.write({ code: 'closure-confirmed', values: { target, code } }, (writer) => {
      const check = CLOSURE_CHECKS.find((one) => one.code === code && one.targets.includes(target))
      if (!check) return refused({ kind: 'requirement-unknown', values: { target, code } })
      if (check.kind !== 'confirm') return refused({ kind: 'requirement-not-confirmable', values: { code } })
      return done({ id: putConfirmation(writer, { target, code, on: today, note, amount }) })
    }),

  markRecordsCurrent: ({ store, today }, { on }) =>
    store.write({ code: 'records-current', values: { on: dayText(on) } }, (writer) => {
      if (on > today) return refused({ kind: 'day-in-future', values: { on: dayText(on) } })
      putRecordsCurrent(writer, on)
      return done({ on })
    }),
}
