import type { Ledger } from '#shared/ledger/ledger.ts'
import { explainFigure } from '#shared/outlook/explain-outlook.ts'
import { planInFull } from '#shared/outlook/plan.ts'
import { doubledOf } from '../doubled-in.ts'
import type { ScenarioAnswers } from '../scenario-answers.ts'
import { billsJson } from './bill-json.ts'
import { closureJson } from './closure-json.ts'
import { derivationTree, type LineText } from './derivation-json.ts'
import type { ExplainJson } from './leaves.ts'
import { owedJson } from './owed-json.ts'
import { projectionJson } from './projection-json.ts'
import { quoteJson } from './quote-json.ts'

/**
 * `huaqing/answer@1`: what a scenario asked, derivations in place, as there is no ledger to ask for them. The events of
 * a projection keep their ids: hundreds of trees would bury the answer.
 */
export function answerJson(ledger: Ledger, answers: ScenarioAnswers, text: LineText) {
  const explain: ExplainJson = (figure) => {
    const derivation = explainFigure(ledger, planInFull(ledger.today), figure)
    return derivation ? derivationTree(derivation, text) : figure
  }
  const { owed, bills, projection, closures, quotes } = answers
  return {
    schema: 'huaqing/answer@1',
    ...(owed && { owed: owedJson(owed, doubledOf(ledger.entries), explain) }),
    ...(bills && { bills: billsJson(bills).bills }),
    ...(projection && { projection: projectionJson(projection) }),
    ...(closures.length > 0 && {
      closure: Object.fromEntries(closures.map((closure) => [closure.target, closureJson(closure, explain)])),
    }),
    ...(quotes.length > 0 && { quotes: quotes.map((quote) => quoteJson(quote, explain)) }),
  }
}
