import { done, refused } from '#shared/kernel/outcome.ts'
import { explainFigure } from '#shared/outlook/explain-outlook.ts'
import { explainShown } from '#shared/outlook/explain-shown.ts'
import { listShownQuotes } from '../store/closing.ts'
import { readLedger } from '../store/read-ledger.ts'
import type { Handlers } from './handler.ts'
import { planInProgress, planOr } from './plan-handlers.ts'

/**
 * How a figure came about, by the id that stands beside it. Projected figures follow the plan given, or the ledger's own;
 * what has become of a plan is told of the one that is followed since a day before today.
 */
export const explainHandlers: Handlers<'explain'> = {
  explain: ({ store, today }, { figure, plan: asked }) =>
    store.read((reader) => {
      const ledger = readLedger(reader, today)
      const followed = figure.startsWith('progress:') ? planInProgress(reader, today) : null
      const plan = followed ? done(followed) : planOr(reader, ledger, asked)
      if (!plan.ok) return plan
      const derivation = figure.startsWith('shown:')
        ? explainShown(ledger, listShownQuotes(reader), figure)
        : explainFigure(ledger, plan.value, figure)
      return derivation ? done(derivation) : refused({ kind: 'figure-unknown', values: { figure } })
    }),
}
