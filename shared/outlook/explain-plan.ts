import { dayText, monthText, parseDay } from '#shared/kernel/day.ts'
import { type Fen, ZERO } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { Derivation, DerivationLine } from '#shared/ledger/derivation.ts'
import { derivation, line, negated, spoken, sumLine } from '#shared/ledger/explain/line.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { ProjectedMonth } from './answers.ts'
import { changeName } from './change-name.ts'
import { explainGoal } from './explain-goal.ts'
import type { Plan } from './plan.ts'
import { costLines, PAYMENTS, stepsOf } from './plan-steps.ts'
import { minimumPlan, startOf } from './projection/project.ts'
import type { RunResult } from './projection/run.ts'
import { changesOf, STOP_AT } from './projection/sensitivity.ts'
import { type Simulation, simulate } from './projection/simulate.ts'

/**
 * The headlines of a plan as it is seen on a day (engine.md 9, 11): `plan:cost@DAY` interest, fees and overdue charges in
 * all, `plan:paid@DAY` all that is paid, `plan:cost:ACCOUNT@DAY` and `plan:paid:ACCOUNT@DAY` the same of one account,
 * `plan:free@DAY` what is left when it ends: nothing, where it ends. `minimum-cost`, `minimum-paid` and `minimum-free` tell
 * the same of paying only the minimums, `plan:goal@DAY` the monthly amount that the goal takes, `plan:change:CODE@DAY` what
 * one change brings, of settling early with the plan's id behind the code.
 */
export function explainPlan(ledger: Ledger, plan: Plan, figure: string): Derivation | null {
  const match = /^plan:(minimum-)?(cost|paid|free|goal|change)(?::(.+))?@(\d{4}-\d{2}-\d{2})$/.exec(figure)
  const [, minimum, what = '', account, dayPart = ''] = match ?? []
  const on = parseDay(dayPart)
  if (!match || !on.ok) return null
  const simulation = startOf({ ...ledger, today: on.value }, minimum === undefined ? plan : minimumPlan(plan))
  if (what === 'change') {
    const lines = minimum === undefined ? changeLines(simulation, account ?? '') : null
    return lines && derivation(figure, lines)
  }
  if (what === 'goal' || what === 'free') {
    if (account !== undefined || (what === 'goal' && minimum !== undefined)) return null
    const lines = what === 'goal' ? explainGoal(simulation) : endLines(simulation)
    return lines && derivation(figure, lines)
  }
  const { steps } = stepsOf(simulation)
  const linesOf = (id: AccountId): readonly DerivationLine[] =>
    what === 'cost' ? costLines((kinds) => steps(id, kinds)) : steps(id, PAYMENTS)
  if (account !== undefined) {
    return ledger.accounts.some(({ id }) => id === account) ? derivation(figure, linesOf(account)) : null
  }
  const sums = ledger.accounts.map(({ id, name }) => sumLine('account-owed', linesOf(id), { account: name }))
  return derivation(figure, spoken(sums))
}

/** What the plan costs with the change, less what it costs without; null for a change that is none. */
function changeLines(simulation: Simulation, name: string): readonly DerivationLine[] | null {
  const one = changesOf(simulation).find(({ change }) => changeName(change) === name)
  if (!one) return null
  const costs = (of: Simulation): readonly DerivationLine[] => {
    const { steps } = stepsOf(of)
    return of.ledger.accounts.map(({ id, name: account }) =>
      sumLine(
        'account-owed',
        costLines((kinds) => steps(id, kinds)),
        { account },
      ),
    )
  }
  return spoken([
    sumLine('change-then', spoken(costs({ ...simulation, plan: one.plan, stopAt: STOP_AT }))),
    negated(sumLine('change-now', spoken(costs(simulation)))),
  ])
}

/** What is owed at the start, what comes on top and what goes off, month by month: what is then left is the last balance. */
function endLines(simulation: Simulation): readonly DerivationLine[] {
  const { byMonth, freeOn } = simulate(simulation)
  const last = byMonth.at(-1)
  const through = freeOn === null ? { month: last ? monthText(last.month) : '' } : { on: dayText(freeOn) }
  return courseLines(simulation, byMonth[0]?.opening ?? ZERO, { months: byMonth, through })
}

type Stretch = { readonly months: readonly ProjectedMonth[]; readonly through?: DerivationLine['values'] }

/** What is owed after some first months of a plan. */
export const courseLines = (
  { books }: Simulation,
  opening: Fen,
  { months, through = {} }: Stretch,
): readonly DerivationLine[] =>
  spoken([
    line('plan-opening', opening, { values: { on: dayText(books.day) } }),
    byMonths('plan-spending', months, ({ spending }) => spending),
    byMonths('plan-interest', months, ({ interest }) => interest),
    byMonths('plan-fees', months, ({ fees }) => fees),
    byMonths('plan-penalties', months, ({ penalties }) => penalties),
    negated(byMonths('plan-taken-off', months, ({ refunds }) => refunds)),
    negated(byMonths('plan-paid', months, ({ paid }) => paid, through)),
  ])

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
