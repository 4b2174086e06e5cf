import { dayText, monthText, parseDay } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { Derivation, DerivationLine } from '#shared/ledger/derivation.ts'
import { explainOwed } from '#shared/ledger/explain/explain-owed.ts'
import { byAccount, derivation, line, negated, spoken, sumLine } from '#shared/ledger/explain/line.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { ProjectedMonth } from './answers.ts'
import { changeName } from './change-name.ts'
import { explainEnd } from './explain-end.ts'
import { explainGoal, explainLeast } from './explain-goal.ts'
import { leftLines } from './explain-left.ts'
import { moneyLines } from './explain-money.ts'
import { shortLines } from './explain-short.ts'
import type { Plan } from './plan.ts'
import { costLines, costsByAccount, PAYMENTS, stepsOf } from './plan-steps.ts'
import { minimumPlan, startOf } from './projection/project.ts'
import type { RunResult } from './projection/run.ts'
import { changesOf, STOP_AT } from './projection/sensitivity.ts'
import type { Simulation } from './projection/simulate.ts'

/**
 * The headlines of a plan as it is seen on a day (engine.md 9, 11): `plan:cost@DAY` interest, fees and overdue charges in
 * all, `plan:paid@DAY` all that is paid, `plan:cost:ACCOUNT@DAY` and `plan:paid:ACCOUNT@DAY` the same of one account,
 * `plan:free@DAY` and `plan:free:ACCOUNT@DAY` the day on which it ends. `minimum-cost`, `minimum-paid` and `minimum-free` tell
 * the same of paying only the minimums, `minimum-more` what that costs more, `plan:goal@DAY` the monthly amount that the goal takes,
 * `plan:least@DAY` the least that ever ends, `plan:change:CODE@DAY` what
 * one change brings, of settling early with the plan's id behind the code, `plan:short:DUE@DAY` the money that is missing on
 * a day, `plan:overdue@DAY` what is overdue when it begins, `plan:money@DAY` what a month leaves for debt,
 * `plan:left:DATE@DAY` what is owed after a day of the plan and `plan:left:ACCOUNT:DATE@DAY` what is owed there.
 */
export function explainPlan(ledger: Ledger, plan: Plan, figure: string): Derivation | null {
  const match =
    /^plan:(minimum-)?(cost|paid|free|more|goal|change|short|overdue|money|left|least)(?::(.+))?@(\d{4}-\d{2}-\d{2})$/.exec(
      figure,
    )
  const [, minimum, what = '', of, dayPart = ''] = match ?? []
  const on = parseDay(dayPart)
  if (!match || !on.ok) return null
  const own = startOf({ ...ledger, today: on.value }, plan)
  const minimums = { ...own, plan: minimumPlan(plan) }
  if (what === 'free') return explainEnd(minimum === undefined ? own : minimums, figure, of)
  const lines = minimum === undefined ? linesOf(own, what, of) : minimumLines({ own, minimums }, what, of)
  return lines && derivation(figure, lines)
}

type Lines = readonly DerivationLine[] | null

function linesOf(simulation: Simulation, what: string, of: string | undefined): Lines {
  switch (what) {
    case 'cost':
    case 'paid':
      return sums(simulation, what, of)
    case 'change':
      return changeLines(simulation, of ?? '')
    case 'short':
      return shortLines(simulation, of ?? '')
    case 'least':
      return of === undefined ? explainLeast(simulation) : null
    case 'left':
      return leftLines(simulation, of ?? '')
    case 'goal':
      return of === undefined ? explainGoal(simulation) : null
    case 'overdue':
      return of === undefined ? overdueLines(simulation) : null
    case 'money':
      return of === undefined ? moneyLines(simulation.plan) : null
    default:
      return null
  }
}

/** The plan, and paying only the minimums instead. */
type Beside = { readonly own: Simulation; readonly minimums: Simulation }

/** What paying only the minimums costs and pays, and what it costs more than the plan. */
function minimumLines({ own, minimums }: Beside, what: string, of: string | undefined): Lines {
  if (what === 'cost' || what === 'paid') return sums(minimums, what, of)
  return what === 'more' && of === undefined ? costsMore(minimums, own, ['minimum-then', 'minimum-now']) : null
}

/** What a plan costs or pays, of one account or of all of them. */
function sums(simulation: Simulation, what: 'cost' | 'paid', account: AccountId | undefined): Lines {
  const { accounts } = simulation.ledger
  const { steps } = stepsOf(simulation)
  const ofAccount = (id: AccountId): readonly DerivationLine[] =>
    what === 'cost' ? costLines((kinds) => steps(id, kinds)) : steps(id, PAYMENTS)
  if (account !== undefined) return accounts.some(({ id }) => id === account) ? ofAccount(account) : null
  return byAccount(accounts, ofAccount)
}

/** What is overdue when the plan begins. */
const overdueLines = ({ ledger, books }: Simulation): readonly DerivationLine[] =>
  byAccount(ledger.accounts, (id) => explainOwed(ledger, `owed:${id}:overdue@${dayText(books.day)}`)?.lines ?? [])

/** What the plan costs with the change, less what it costs without; null for a change that is none. */
function changeLines(simulation: Simulation, name: string): readonly DerivationLine[] | null {
  const one = changesOf(simulation).find(({ change }) => changeName(change) === name)
  return one ? costsMore({ ...simulation, plan: one.plan, stopAt: STOP_AT }, simulation) : null
}

/** What one course costs more than another. */
export const costsMore = (
  then: Simulation,
  now: Simulation,
  [more, less]: readonly [string, string] = ['change-then', 'change-now'],
): readonly DerivationLine[] =>
  spoken([sumLine(more, costsByAccount(then)), negated(sumLine(less, costsByAccount(now)))])

/** What is owed after some first months of a plan. */
export const courseLines = (
  { books }: Simulation,
  opening: Fen,
  months: readonly ProjectedMonth[],
): readonly DerivationLine[] =>
  spoken([
    line('plan-opening', opening, { values: { on: dayText(books.day) } }),
    byMonths('plan-spending', months, ({ spending }) => spending),
    byMonths('plan-interest', months, ({ interest }) => interest),
    byMonths('plan-fees', months, ({ fees }) => fees),
    byMonths('plan-penalties', months, ({ penalties }) => penalties),
    negated(byMonths('plan-taken-off', months, ({ refunds }) => refunds)),
    negated(byMonths('plan-paid', months, ({ paid }) => paid)),
  ])

function byMonths(
  rule: string,
  months: RunResult['byMonth'],
  amountOf: (month: ProjectedMonth) => Fen,
): DerivationLine {
  const lines = months.map((one) =>
    line('plan-month', amountOf(one), { values: { month: monthText(one.month) }, certainty: 'assumed' }),
  )
  return sumLine(rule, spoken(lines))
}
