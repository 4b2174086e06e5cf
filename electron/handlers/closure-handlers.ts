import { dayText } from '#shared/kernel/day.ts'
import { done, refused } from '#shared/kernel/outcome.ts'
import { closureOf } from '#shared/outlook/closure/closure-of.ts'
import { decideConfirmation, decideOwner } from '#shared/outlook/closure/decide-confirmation.ts'
import { project } from '#shared/outlook/projection/project.ts'
import { readAccounts } from '../store/accounts.ts'
import { listShownQuotes } from '../store/closing.ts'
import { putConfirmation, putRecordsCurrent, readPlan } from '../store/notes.ts'
import { readLedger } from '../store/read-ledger.ts'
import type { Handlers } from './handler.ts'
import { planOr } from './plan-handlers.ts'

/** May it be closed, and what only the user can say about it. */
export const closureHandlers: Handlers<'getClosure' | 'confirmClosure' | 'markRecordsCurrent'> = {
  getClosure: ({ store, today }, { target, owner = null, plan: asked, shown }) =>
    store.read((reader) => {
      const ledger = readLedger(reader, today)
      const whose = decideOwner(ledger.accounts, target, owner)
      if (!whose.ok) return whose
      // Only where it is asked for: no scenario holds what Alipay showed, and it has to answer like its ledger.
      const options = { owner: whose.value, shown: shown ? listShownQuotes(reader) : [] }
      if (!asked && !readPlan(reader)) return done(closureOf(ledger, target, options))
      const plan = planOr(reader, ledger, asked)
      if (!plan.ok) return plan
      return done(closureOf(ledger, target, { ...options, projection: project(ledger, plan.value) }))
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
