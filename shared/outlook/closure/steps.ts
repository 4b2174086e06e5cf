import { type Day, dayText } from '#shared/kernel/day.ts'
import { type Fen, fen, yuanText, ZERO } from '#shared/kernel/money.ts'
import type {
  ClosureRequirement,
  ClosureStep,
  PayoffQuote,
  RequirementCode,
  RequirementStatus,
  Warning,
} from '../answers.ts'
import type { CountingQuote } from '../shown-quote.ts'
import { warning } from '../warning.ts'
import { statementAfter } from './after-closing.ts'
import { inScope, isLacking, latestOf, payableOn, type Scope } from './scope.ts'
import { closesIn } from './targets.ts'
import { type Urgent, urgentAmount, urgentOf, urgentSteps } from './urgent.ts'

type Step = Omit<ClosureStep, 'n'>

/**
 * The way to closing in the order in which it is walked: what to do, when, how much, where (engine.md 10). What is overdue
 * or due today comes first, for it costs more with every day. Then what can be seen to today: a debit that is not moved by
 * then charges anew after the last payment. The other payments and what is waited for stand by their days; what was
 * confirmed or copied before the last of them is asked for once more after it.
 */
export function stepsOf(
  scope: Scope,
  requirements: readonly ClosureRequirement[],
  quotes: readonly CountingQuote[],
): readonly ClosureStep[] {
  const open = new Map(requirements.filter(isLacking).map((one) => [one.code, one]))
  const steps: Step[] = []
  const of = (codes: readonly RequirementCode[]): Step[] =>
    codes.flatMap((code) => {
      const one = open.get(code)
      if (!one?.action) return []
      const { action, earliestOn: on, amount, explain } = one
      return [{ do: action, on, amount, ...(explain !== null && { explain }), from: whereFor(scope, one) }]
    })
  const first = (codes: readonly RequirementCode[]): void => void steps.push(...of(codes))
  const urgent = urgentOf(scope)
  const ownUrgent = urgent.filter(({ id }) => inScope(scope, id))
  const atOnce = urgentSteps(scope, ownUrgent)
  steps.push(...atOnce)
  const preUpgrade = preUpgradeStep(
    scope,
    of(['pre-upgrade-bill-settled']),
    open.get('pre-upgrade-bill-settled')?.status,
  )
  const isPreUpgradeUrgent = isUrgentToday(scope, urgent, preUpgrade)
  if (isPreUpgradeUrgent) steps.push(...preUpgrade)
  first(['records-current', 'reviews-answered', 'repayments-allocated'])
  first(GUESSED.filter((code) => open.get(code)?.action?.code === 'confirm-guesses'))
  first(['auto-debits-moved', 'deposits-released', 'alternative-ready'])
  if (!isPreUpgradeUrgent) steps.push(...preUpgrade)
  const arriving = of(['receipts-confirmed', 'refunds-final'])
  const payments = quotes.flatMap((quote) => {
    const before = ownUrgent.find(({ id }) => id === quote.account)
    return payStep(scope, less(quote, before ? urgentAmount(before) : ZERO))
  })
  steps.push(...arriving, ...[...payments, ...of(['residue-watched', 'returns-over'])].sort(byDay))
  const again = confirmAgain(scope, requirements, [...atOnce, ...arriving, ...payments])
  if (!open.has('used-quota-zero') && quotes.some((quote) => quote.total > 0)) again.push(copyAgain(scope))
  const last = [...again, ...of(['used-quota-zero', 'records-exported', 'consequences-read'])]
  // What follows something without a day has none either.
  const isOpenEnded = again.some(({ on }) => on === null)
  steps.push(...last.map((step) => (isOpenEnded ? { ...step, on: null } : step)))
  steps.push(...closing(scope, requirements, quotes))
  return inTurn(saidOnce(steps)).map((step, index) => ({ n: index + 1, ...step }))
}

/** An account that is missing is asked for by many requirements, and added once; nowhere in Alipay. */
function saidOnce(steps: readonly Step[]): readonly Step[] {
  const missing = steps.find((step) => step.do.code === 'add-the-account')
  return missing ? [missing, ...steps.filter((step) => step.do.code !== 'add-the-account')] : steps
}

/** Of what no day is known comes last. */
const byDay = (a: Step, b: Step): number => (a.on ?? Number.MAX_SAFE_INTEGER) - (b.on ?? Number.MAX_SAFE_INTEGER)

/** No step is dated before one that it follows. */
function inTurn(steps: readonly Step[]): Step[] {
  let latest = 0
  return steps.map((step) => {
    if (step.on === null) return step
    latest = Math.max(latest, step.on)
    return { ...step, on: latest as Day }
  })
}

/** What is open of them is paid with the account; only a guess is a step of its own. */
const GUESSED = ['installments-settled', 'loans-settled'] as const

/** Closing Huabei pays what is from before its upgrade with the account; only what is not known is a step of its own. */
const preUpgradeStep = (
  scope: Scope,
  steps: readonly Step[],
  status: RequirementStatus | undefined,
): readonly Step[] => (scope.target !== 'huabei' || status === 'unknown' ? steps : [])

/** It has to be one payment: what is overdue of it is not paid apart from the rest. */
const isUrgentToday = (scope: Scope, urgent: readonly Urgent[], steps: readonly Step[]): boolean =>
  steps.some(({ on, amount }) => amount !== null && on === scope.today) &&
  urgent.some(({ id }) => scope.ledger.accounts.some((account) => account.id === id && account.kind === 'huabei'))

type ToPay = Pick<CountingQuote, 'account' | 'total' | 'range' | 'isShown'> & { readonly explain?: string }

/** What is left of a quote once a part of it is paid. */
function less(quote: CountingQuote, paid: Fen): ToPay {
  const left = (amount: Fen): Fen => fen(amount - paid)
  const shown = `shown:${quote.account}@${dayText(quote.on)}`
  return {
    ...(paid === 0 && { explain: quote.isShown ? shown : quote.explain }),
    account: quote.account,
    isShown: quote.isShown,
    total: left(quote.total),
    range: { low: left(quote.range.low), high: left(quote.range.high) },
  }
}

/** Under a plan the account is paid as the plan goes; without one, all of it today. */
function payStep(scope: Scope, quote: ToPay): Step[] {
  if (quote.total <= 0) return []
  const name = scope.accounts.find((account) => account.id === quote.account)?.name ?? quote.account
  const on = payableOn(scope, [quote.account])
  const from = warning('from-repay-page')
  if (scope.projection !== null && (on === null || on > scope.today)) {
    return [{ do: warning('step-pay-by-plan', { account: name }), on, amount: null, from }]
  }
  const { low, high } = quote.range
  const amounts = { account: name, amount: yuanText(quote.total), low: yuanText(low), high: yuanText(high) }
  const code = `step-pay${quote.isShown ? '-shown' : ''}${high > low ? '-range' : ''}`
  const asked = quote.explain === undefined ? {} : { explain: quote.explain }
  return [{ do: warning(code, amounts), on, amount: quote.total, ...asked, from }]
}

/** What still changes the accounts makes unsure what was confirmed before it; what is open is taken to be confirmed today. */
function confirmAgain(scope: Scope, requirements: readonly ClosureRequirement[], changes: readonly Step[]): Step[] {
  if (changes.every(({ do: what }) => what.code === 'add-the-account')) return []
  const days = changes.flatMap(({ on }) => on ?? [])
  const last = days.length < changes.length ? null : (Math.max(...days) as Day)
  const said = requirements.flatMap(({ kind, status, evidence: [first] }) =>
    kind === 'confirm' ? (status === 'confirmed' ? String(first?.values.on) : dayText(scope.today)) : [],
  )
  if (last !== null && said.every((on) => on >= dayText(last))) return []
  return [{ do: warning('confirm-again'), on: last, amount: null, from: null }]
}

/** Borrow shows its quota on a page of its own. */
const quotaPage = ({ target }: Scope): string => (target === 'borrow' ? 'from-borrow-page' : 'from-quota-page')

/** What was copied before the last payment proves nothing about the day after it. */
const copyAgain = (scope: Scope): Step => ({
  do: warning('copy-used-quota'),
  on: payableOn(scope),
  amount: null,
  from: warning(quotaPage(scope)),
})

const WHERE: Partial<Record<RequirementCode, string>> = {
  'records-current': 'from-bill-export',
  'pre-upgrade-bill-settled': 'from-repay-page',
  'receipts-confirmed': 'from-orders',
  'records-exported': 'from-export-page',
}

/** What is only to be entered here is done nowhere in Alipay. */
const whereFor = (scope: Scope, one: ClosureRequirement): Warning | null => {
  const where = one.code === 'used-quota-zero' ? quotaPage(scope) : WHERE[one.code]
  const enteredHere = one.code === 'pre-upgrade-bill-settled' && one.status === 'unknown'
  return where && !enteredHere ? warning(where) : null
}

function closing(scope: Scope, requirements: readonly ClosureRequirement[], quotes: readonly PayoffQuote[]): Step[] {
  const on = latestOf(requirements)
  const watch = watchUntil(scope, quotes, on)
  const none: Fen | null = null
  const closes = closesIn(scope.target, scope.accounts)
  return [
    { do: warning(`step-close-${closes}`), on, amount: none, from: warning(`menu-${closes}`) },
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
