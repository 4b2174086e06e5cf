import { dayText } from '#shared/kernel/day.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { Bill } from '#shared/ledger/bill.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import type { Owed } from '#shared/ledger/owed.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import type { Closure, PayoffQuote, Projection } from '#shared/outlook/answers.ts'
import { closureOf } from '#shared/outlook/closure/closure-of.ts'
import { project } from '#shared/outlook/projection/project.ts'
import { payoffQuote } from '#shared/outlook/quote.ts'
import type { Refusal } from './reply.ts'
import type { Ask } from './scenario-asks.ts'
import type { ScenarioLedger } from './scenario-ledger.ts'

/** What a scenario asks, answered: only what was asked. */
export type ScenarioAnswers = {
  readonly owed: Owed | null
  readonly bills: readonly Bill[] | null
  readonly projection: Projection | null
  readonly closures: readonly Closure[]
  readonly quotes: readonly PayoffQuote[]
}

export function answerScenario({ ledger, plan, asks }: ScenarioLedger): Outcome<ScenarioAnswers, Refusal> {
  const has = (kind: Ask['kind']): boolean => asks.some((ask) => ask.kind === kind)
  const past = asks.find((ask) => ask.kind === 'quote' && ask.on < ledger.today)
  if (past?.kind === 'quote') return refused({ kind: 'day-in-past', values: { on: dayText(past.on) } })
  const projection = plan && (has('projection') || has('closure')) ? project(ledger, plan) : null
  return done({
    owed: has('owed') ? owedOn(ledger) : null,
    bills: has('bills') ? billsOf(ledger) : null,
    projection: has('projection') ? projection : null,
    closures: asks.flatMap((ask) => (ask.kind === 'closure' ? [closureOf(ledger, ask.target, { projection })] : [])),
    quotes: asks.flatMap((ask) => (ask.kind === 'quote' ? [payoffQuote(ledger, ask.account, ask.on)] : [])),
  })
}
