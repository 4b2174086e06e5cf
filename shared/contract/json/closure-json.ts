import type { Closure, ClosureRequirement, Evidence } from '#shared/outlook/answers.ts'
import type { ClosingCost } from '#shared/outlook/closure/closing-figures.ts'
import { dateOrNull, type ExplainJson, explainId, yuan, yuanOrNull } from './leaves.ts'
import { warningJson } from './quote-json.ts'

/** `huaqing/closure@1` (cli.md). */
export const closureJson = (closure: Closure, explain: ExplainJson = explainId) => ({
  schema: 'huaqing/closure@1',
  target: closure.target,
  owner: closure.owner,
  owners: closure.owners,
  verdict: closure.verdict,
  earliestOn: dateOrNull(closure.earliestOn),
  safeOn: dateOrNull(closure.safeOn),
  closedOn: dateOrNull(closure.closedOn),
  payNow: {
    total: yuan(closure.payNow.total),
    range: { low: yuan(closure.payNow.range.low), high: yuan(closure.payNow.range.high) },
    accounts: closure.payNow.accounts.map(({ id, amount }) => ({ id, amount: yuan(amount) })),
    derived: yuanOrNull(closure.payNow.derived),
    explain: explain(closure.payNow.explain),
  },
  choice: closure.choice && {
    soonest: choiceJson(closure.choice.soonest, explain),
    cheapest: choiceJson(closure.choice.cheapest, explain),
    bySchedule: choiceJson(closure.choice.bySchedule, explain),
  },
  requirements: closure.requirements.map((one) => requirementJson(one, explain)),
  steps: closure.steps.map((step) => ({
    n: step.n,
    do: warningJson(step.do),
    on: dateOrNull(step.on),
    amount: yuanOrNull(step.amount),
    from: step.from && warningJson(step.from),
  })),
  consequences: closure.consequences.map(warningJson),
  systemRisks: closure.systemRisks.map(({ code, status, evidence }) => ({
    code,
    status,
    evidence: evidence.map(evidenceJson),
  })),
})

const choiceJson = (choice: ClosingCost, explain: ExplainJson) => ({
  on: dateOrNull(choice.on),
  cost: yuan(choice.cost),
  derived: yuanOrNull(choice.derived),
  explain: explain(choice.explain),
})

const requirementJson = (one: ClosureRequirement, explain: ExplainJson) => ({
  code: one.code,
  kind: one.kind,
  status: one.status,
  amount: yuanOrNull(one.amount),
  evidence: one.evidence.map(evidenceJson),
  action: one.action && warningJson(one.action),
  earliestOn: dateOrNull(one.earliestOn),
  explain: one.explain && explain(one.explain),
})

const evidenceJson = (one: Evidence) => ({
  ...warningJson(one),
  account: one.account,
  entry: one.entry,
  amount: yuanOrNull(one.amount),
})
