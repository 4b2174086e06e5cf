import { done } from '#shared/kernel/outcome.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { readLedger } from '../store/read-ledger.ts'
import type { Handlers } from './handler.ts'

/** What is owed on a day: the 4 × 4. */
export const owedHandlers: Handlers<'getOwed'> = {
  getOwed: ({ store, today }, { on }) => {
    const ledger = store.read((reader) => readLedger(reader, today))
    return done(owedOn(ledger, on ?? today))
  },
}
