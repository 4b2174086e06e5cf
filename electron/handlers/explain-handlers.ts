import { done, refused } from '#shared/kernel/outcome.ts'
import { explainFigure } from '#shared/outlook/explain-outlook.ts'
import { planInFull } from '#shared/outlook/plan.ts'
import { readPlan } from '../store/notes.ts'
import { readLedger } from '../store/read-ledger.ts'
import type { Handlers } from './handler.ts'

/** How a figure came about, by the id that stands beside it. Projected figures follow the ledger's own plan. */
export const explainHandlers: Handlers<'explain'> = {
  explain: ({ store, today }, { figure }) =>
    store.read((reader) => {
      const plan = readPlan(reader) ?? planInFull(today)
      const derivation = explainFigure(readLedger(reader, today), plan, figure)
      return derivation ? done(derivation) : refused({ kind: 'figure-unknown', values: { figure } })
    }),
}
