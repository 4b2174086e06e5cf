import { doubledOf } from '#shared/contract/doubled-in.ts'
import { answerJson } from '#shared/contract/json/answer-json.ts'
import { answerScenario, type ScenarioAnswers } from '#shared/contract/scenario-answers.ts'
import { readScenario } from '#shared/contract/scenario-ledger.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { billsTable } from './bills-text.ts'
import { closureText } from './closure-text.ts'
import { readScenarioFile } from './json-file.ts'
import { owedText } from './owed-text.ts'
import { projectionText } from './projection-text.ts'
import { quoteText } from './quote-text.ts'
import { RefusedError } from './refused-error.ts'
import { calledIn } from './stored-names.ts'
import type { Terminal } from './terminal.ts'
import { coded } from './words.ts'

/** Everything from one self-contained file: no ledger, no clock but the file's own. */
export async function simulate(terminal: Terminal, path: string): Promise<void> {
  const scenario = readScenario(readScenarioFile(path))
  if (!scenario.ok) throw new RefusedError(scenario.refusal)
  const answers = answerScenario(scenario.value)
  if (!answers.ok) throw new RefusedError(answers.refusal)
  const { ledger } = scenario.value
  terminal.know(() => calledIn(ledger.accounts, terminal.language))
  const text = (line: { readonly rule: string; readonly values: Readonly<Record<string, string | number>> }): string =>
    coded(terminal, 'rule', { code: line.rule, values: line.values })
  terminal.answer(answerJson(ledger, answers.value, text), () => answersText(terminal, ledger, answers.value))
}

function answersText(
  terminal: Terminal,
  { entries, accounts }: Ledger,
  { owed, bills, projection, closures, quotes }: ScenarioAnswers,
): string {
  const waiting = { count: entries.filter(({ kind }) => kind === 'review').length, doubled: doubledOf(entries) }
  const parts = [
    owed && owedText(terminal, owed, waiting),
    bills && billsTable(terminal, bills),
    projection && projectionText(terminal, projection, accounts),
    ...closures.map((closure) => closureText(terminal, closure)),
    ...quotes.map((quote) => quoteText(terminal, quote)),
  ]
  return parts.filter((part) => part !== null).join('\n\n')
}
