import { dayText } from '#shared/kernel/day.ts'
import { done, refused } from '#shared/kernel/outcome.ts'
import { closureOf } from '#shared/outlook/closure/closure-of.ts'
import { decideConfirmation, decideOwner } from '#shared/outlook/closure/decide-confirmation.ts'
import { project } from '#shared/outlook/projection/project.ts'
import { readAccounts } from '../store/accounts.ts'
import { putConfirmation, putRecordsCurrent, readPlan } from '../store/notes.ts'
import { readLedger } from '../store/read-ledger.ts'
import type { Handlers } from './handler.ts'
import { planOr } from './plan-handlers.ts'

/** May it be closed, and what only the user can say about it. */
export const closureHandlers: Handlers<'getClosure' | 'confirmClosure' | 'markRecordsCurrent'> = {
  getClosure: ({ store, today }, { target, owner = null, plan: asked }) =>
    store.read((reader) => {
      const ledger = readLedger(reader, today)
      const whose = decideOwner(ledger.accounts, target, owner)
      if (!whose.ok) return whose
      if (!asked && !readPlan(reader)) return done(closureOf(ledger, target, { owner: whose.value }))
      const plan = planOr(reader, ledger, asked)
      if (!plan.ok) return plan
      return done(closureOf(ledger, target, { projection: project(ledger, plan.value), owner: whose.value }))
    }),

  confirmClosure: ({ store, today }, { owner = null, ...said }) =>
    store.write({ code: 'closure-confirmed', values: { target: said.target, code: said.code } }, (writer) => {
      const confirmation = decideConfirmation(readAccounts(writer), { ...said, owner, on: today })
      return confirmation.ok ? done({ id: putConfirmation(writer, confirmation.value) }) : confirmation
    }),

  markRecordsCurrent: ({ store, today }, { on }) =>
    store.write({ code: 'records-current', values: { on: dayText(on) } }, (writer) => {
      if (on > today) return refused({ kind: 'day-in-future', values: { on: dayText(on) } })
      putRecordsCurrent(writer, on)
      return done({ on })
    }),
}
