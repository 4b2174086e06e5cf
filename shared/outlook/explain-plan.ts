import { dayText, monthText, parseDay } from '#shared/kernel/day.ts'
import { type Fen, ZERO } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { Derivation, DerivationLine } from '#shared/ledger/derivation.ts'
import { derivation, line, negated, spoken, sumLine } from '#shared/ledger/explain/line.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { ProjectedMonth } from './answers.ts'
import { explainGoal } from './explain-goal.ts'
import type { Plan } from './plan.ts'
import { costLines, stepsOf } from './plan-steps.ts'
import { minimumPlan, startOf } from './projection/project.ts'
import type { RunResult } from './projection/run.ts'
import { type Simulation, simulate } from './projection/simulate.ts'

/**
 * The headlines of a plan as it is seen on a day (engine.md 9, 11): `plan:cost@DAY` interest, fees and overdue charges in
 * all, `plan:paid@DAY` all that is paid, `plan:cost:ACCOUNT@DAY` and `plan:paid:ACCOUNT@DAY` the same of one account,
 * `plan:free@DAY` what is left when it ends: nothing, where it ends. `minimum-cost`, `minimum-paid` and `minimum-free` tell
 * the same of paying only the minimums, `plan:goal@DAY` the monthly amount that the goal takes.
 */
export function explainPlan(ledger: Ledger, plan: Plan, figure: string): Derivation | null {
  const match = /^plan:(minimum-)?(cost|paid|free|goal)(?::(.+))?@(\d{4}-\d{2}-\d{2})$/.exec(figure)
  const [, minimum, what = '', account, dayPart = ''] = match ?? []
  const on = parseDay(dayPart)
  if (!match || !on.ok) return null
  const simulation = startOf({ ...ledger, today: on.value }, minimum === undefined ? plan : minimumPlan(plan))
  if (what === 'goal' || what === 'free') {
    if (account !== undefined || (what === 'goal' && minimum !== undefined)) return null
    const lines = what === 'goal' ? explainGoal(simulation) : endLines(simulation)
    return lines && derivation(figure, lines)
  }
  const { steps } = stepsOf(simulation)
  const linesOf = (id: AccountId): readonly DerivationLine[] =>
    what === 'cost' ? costLines((kinds) => steps(id, kinds)) : steps(id, ['repayment', 'early-settlement'])
  if (account !== undefined) {
    return ledger.accounts.some(({ id }) => id === account) ? derivation(figure, linesOf(account)) : null
  }
  const sums = ledger.accounts.map(({ id, name }) => sumLine('account-owed', linesOf(id), { account: name }))
  return derivation(figure, spoken(sums))
}

/** What is owed at the start, what comes on top and what goes off, month by month: what is then left is the last balance. */
function endLines(simulation: Simulation): readonly DerivationLine[] {
  const { byMonth, freeOn } = simulate(simulation)
  const last = byMonth.at(-1)
  const through = freeOn === null ? { month: last ? monthText(last.month) : '' } : { on: dayText(freeOn) }
  return spoken([
    line('plan-opening', byMonth[0]?.opening ?? ZERO, { values: { on: dayText(simulation.books.day) } }),
    byMonths('plan-spending', byMonth, ({ spending }) => spending),
    byMonths('plan-interest', byMonth, ({ interest }) => interest),
    byMonths('plan-fees', byMonth, ({ fees }) => fees),
    byMonths('plan-penalties', byMonth, ({ penalties }) => penalties),
    negated(byMonths('plan-taken-off', byMonth, ({ refunds }) => refunds)),
    negated(byMonths('plan-paid', byMonth, ({ paid }) => paid, through)),
  ])
}

function byMonths(
  rule: string,
  months: RunResult['byMonth'],
  amountOf: (month: ProjectedMonth) => Fen,
  values: DerivationLine['values'] = {},
): DerivationLine {
  const lines = months.map((one) =>
    line('plan-month', amountOf(one), { values: { month: monthText(one.month) }, certainty: 'assumed' }),
  )
  return sumLine(rule, spoken(lines), values)
}
