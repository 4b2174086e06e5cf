import { done, refused } from '#shared/kernel/outcome.ts'
import { explainFigure } from '#shared/outlook/explain-outlook.ts'
import { readLedger } from '../store/read-ledger.ts'
import type { Handlers } from './handler.ts'
import { planOr } from './plan-handlers.ts'

/** How a figure came about, by the id that stands beside it. Projected figures follow the plan given, or the ledger's own. */
export const explainHandlers: Handlers<'explain'> = {
  explain: ({ store, today }, { figure, plan: asked }) =>
    store.read((reader) => {
      const ledger = readLedger(reader, today)
      const plan = planOr(reader, ledger, asked)
      if (!plan.ok) return plan
      const derivation = explainFigure(ledger, plan.value, figure)
      return derivation ? done(derivation) : refused({ kind: 'figure-unknown', values: { figure } })
    }),
}
