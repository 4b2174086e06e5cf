import { done, refused } from '#shared/kernel/outcome.ts'
import { explainOwed } from '#shared/ledger/explain/explain-owed.ts'
import { readLedger } from '../store/read-ledger.ts'
import type { Handlers } from './handler.ts'

/** How a figure came about, by the id that stands beside it. */
export const explainHandlers: Handlers<'explain'> = {
  explain: ({ store, today }, { figure }) => {
    const derivation = explainOwed(
      store.read((reader) => readLedger(reader, today)),
      figure,
    )
    return derivation ? done(derivation) : refused({ kind: 'figure-unknown', values: { figure } })
  },
}
