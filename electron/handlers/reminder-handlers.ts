import { done } from '#shared/kernel/outcome.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { remindersOf } from '#shared/outlook/reminders.ts'
import { readCaseFacts } from '../store/case-facts.ts'
import { readLedger } from '../store/read-ledger.ts'
import type { Handlers } from './handler.ts'

/** What is worth a notification in the coming month. */
export const reminderHandlers: Handlers<'listReminders'> = {
  listReminders: ({ store, today }) =>
    store.read((reader) => {
      const ledger = readLedger(reader, today)
      return done(remindersOf(ledger, owedOn(ledger), readCaseFacts(reader)))
    }),
}
