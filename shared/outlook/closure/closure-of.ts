import { dayText } from '#shared/kernel/day.ts'
import { sumFen } from '#shared/kernel/money.ts'
import { booksOn } from '#shared/ledger/book/books-on.ts'
import type { ClosureTarget, Ledger } from '#shared/ledger/ledger.ts'
import type { Closure, ClosureRequirement, Verdict } from '../answers.ts'
import { quoteOfBooks } from '../quote.ts'
import { type CountingQuote, counting, countingTotal, type ShownQuote } from '../shown-quote.ts'
import { evidence } from '../warning.ts'
import { CLOSURE_CHECKS } from './checks.ts'
import { closingChoice } from './closing-choice.ts'
import { lastClosedOn } from './closing-day.ts'
import { consequencesOf } from './consequences.ts'
import { figureOf, isLacking, latestOf, type PlannedDays, requirement, type Scope, scopeOf } from './scope.ts'
import { stepsOf } from './steps.ts'
import { systemRisks } from './system-risks.ts'
import { closesIn } from './targets.ts'

export type ClosureOptions = {
  /** The plan's outcome, for the days on which debts will be paid; without it everything is paid today. */
  readonly projection?: PlannedDays | null
  /** Whose accounts; everyone's where nobody is named, and then all of them have to be clear. */
  readonly owner?: string | null
  /** What Alipay itself showed of paying off: in the steps it counts over what is worked out. */
  readonly shown?: readonly ShownQuote[]
}

/**
 * Whether an account can be closed today, what is in the way, and the way there (engine.md 10). The worst error here is
 * a false `ready`: what is not known counts as in the way.
 */
export function closureOf(ledger: Ledger, target: ClosureTarget, options: ClosureOptions = {}): Closure {
  const { projection = null, owner = null, shown = [] } = options
  const books = booksOn(ledger, ledger.today)
  const scope = scopeOf(ledger, books, { target, projection, owner })
  const requirements = withRecordsDay(
    scope,
    CLOSURE_CHECKS.filter((check) => check.targets.includes(target)).map((check) => requirement(check, scope)),
  )
  const quotes = scope.accounts.map((account) => counting(quoteOfBooks(ledger, books, account.id), shown))
  const closes = closesIn(target, scope.accounts)
  return {
    target,
    closes,
    owner,
    owners: scope.owners,
    verdict: verdictOf(requirements),
    earliestOn: latestOf(requirements.filter((one) => one.kind === 'block')),
    safeOn: latestOf(requirements),
    closedOn: lastClosedOn(scope.accounts),
    payNow: payNowOf(quotes, figureOf(scope, '')),
    choice: closingChoice(scope, sumFen(quotes.map(({ charges }) => charges))),
    requirements,
    steps: stepsOf(scope, requirements, quotes),
    consequences: consequencesOf(closes),
    systemRisks: systemRisks(scope),
  }
}

export function verdictOf(requirements: readonly ClosureRequirement[]): Verdict {
  if (requirements.some((one) => one.kind === 'block' && one.status === 'unmet')) return 'blocked'
  return requirements.some(isLacking) ? 'confirm' : 'ready'
}

const payNowOf = (quotes: readonly CountingQuote[], explain: string): Closure['payNow'] => ({
  ...countingTotal(quotes),
  accounts: quotes.map((quote) => ({ id: quote.account, amount: quote.total })),
  explain,
})

const DERIVED_ZEROS: readonly ClosureRequirement['code'][] = [
  'pre-upgrade-bill-settled',
  'billed-zero',
  'unbilled-zero',
  'receipts-confirmed',
  'installments-settled',
  'loans-settled',
  'overdue-zero',
]

/** While the records are not current, each zero derived from them says of which day it is. */
function withRecordsDay(scope: Scope, requirements: readonly ClosureRequirement[]): readonly ClosureRequirement[] {
  if (requirements.some((one) => one.code === 'records-current' && one.status === 'met')) return requirements
  const on = scope.ledger.recordsCurrentOn
  const line = on === null ? evidence('by-records-undated', {}) : evidence('by-records-of', { on: dayText(on) })
  return requirements.map((one) =>
    one.status === 'met' && DERIVED_ZEROS.includes(one.code) ? { ...one, evidence: [...one.evidence, line] } : one,
  )
}
