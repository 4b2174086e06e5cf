import { type Day, dayText } from '#shared/kernel/day.ts'
import { type Fen, yuanText } from '#shared/kernel/money.ts'
import type { ClosureRequirement, ClosureStep, PayoffQuote, RequirementCode, Warning } from '../answers.ts'
import { warning } from '../warning.ts'
import { statementAfter } from './after-closing.ts'
import { isOpen, latestOf, payableOn, type Scope } from './scope.ts'

/** The way to closing in the order in which it is walked: what to do, when, how much, where (engine.md 10). */
export function stepsOf(
  scope: Scope,
  requirements: readonly ClosureRequirement[],
  quotes: readonly PayoffQuote[],
): readonly ClosureStep[] {
  const open = new Map(requirements.filter(isOpen).map((one) => [one.code, one]))
  const steps: Omit<ClosureStep, 'n'>[] = []
  const first = (codes: readonly RequirementCode[]): void => {
    for (const code of codes) {
      const one = open.get(code)
      if (one?.action) steps.push({ do: one.action, on: one.earliestOn, amount: one.amount, from: whereFor(one) })
    }
  }
  first(['records-current', 'reviews-answered', 'repayments-allocated'])
  first(GUESSED.filter((code) => open.get(code)?.action?.code === 'confirm-guesses'))
  if (scope.target !== 'huabei' || open.get('pre-upgrade-bill-settled')?.status === 'unknown') {
    first(['pre-upgrade-bill-settled'])
  }
  first(['receipts-confirmed', 'refunds-final'])
  for (const quote of quotes) if (quote.total > 0) steps.push(payStep(scope, quote))
  first(['residue-watched', 'returns-over', 'deposits-released', 'auto-debits-moved', 'alternative-ready'])
  if (!open.has('used-quota-zero') && quotes.some((quote) => quote.total > 0)) steps.push(copyAgain(scope))
  first(['used-quota-zero', 'records-exported', 'consequences-read'])
  steps.push(...closing(scope, requirements, quotes))
  return steps.map((step, index) => ({ n: index + 1, ...step }))
}

/** What is open of them is paid with the account; only a guess is a step of its own. */
const GUESSED = ['installments-settled', 'loans-settled'] as const

/** Under a plan the account is paid as the plan goes; without one, all of it today. */
function payStep(scope: Scope, quote: PayoffQuote): Omit<ClosureStep, 'n'> {
  const name = scope.accounts.find((account) => account.id === quote.account)?.name ?? quote.account
  const on = payableOn(scope, [quote.account])
  const from = warning('from-repay-page')
  if (scope.projection !== null && (on === null || on > scope.today)) {
    return { do: warning('step-pay-by-plan', { account: name }), on, amount: null, from }
  }
  const { low, high } = quote.range
  const amounts = { account: name, amount: yuanText(quote.total), low: yuanText(low), high: yuanText(high) }
  return { do: warning(high > low ? 'step-pay-range' : 'step-pay', amounts), on, amount: quote.total, from }
}

/** What was copied before the last payment proves nothing about the day after it. */
const copyAgain = (scope: Scope): Omit<ClosureStep, 'n'> => ({
  do: warning('copy-used-quota'),
  on: payableOn(scope),
  amount: null,
  from: warning('from-quota-page'),
})

const WHERE: Partial<Record<RequirementCode, string>> = {
  'records-current': 'from-bill-export',
  'pre-upgrade-bill-settled': 'from-repay-page',
  'receipts-confirmed': 'from-orders',
  'used-quota-zero': 'from-quota-page',
  'records-exported': 'from-export-page',
}

/** What is only to be entered here is done nowhere in Alipay. */
const whereFor = (one: ClosureRequirement): Warning | null => {
  const where = WHERE[one.code]
  const enteredHere = one.code === 'pre-upgrade-bill-settled' && one.status === 'unknown'
  return where && !enteredHere ? warning(where) : null
}

function closing(
  scope: Scope,
  requirements: readonly ClosureRequirement[],
  quotes: readonly PayoffQuote[],
): Omit<ClosureStep, 'n'>[] {
  const on = latestOf(requirements)
  const watch = watchUntil(scope, quotes, on)
  const none: Fen | null = null
  return [
    { do: warning(`step-close-${scope.target}`), on, amount: none, from: warning(`menu-${scope.target}`) },
    { do: warning('step-record-closing'), on, amount: none, from: null },
    {
      do: watch === null ? warning('step-watch-next-bill') : warning('step-watch', { until: dayText(watch) }),
      on: watch,
      amount: none,
      from: null,
    },
  ]
}

/** The first statement after the closing is where something that was forgotten would show. */
function watchUntil(scope: Scope, quotes: readonly PayoffQuote[], closedOn: Day | null): Day | null {
  if (closedOn === null) return null
  const statements = scope.accounts.map((account) => statementAfter(account, closedOn))
  const residue = quotes.map((quote) => quote.safeAfter ?? closedOn)
  return Math.max(closedOn, ...statements, ...residue) as Day
}
