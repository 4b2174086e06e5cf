import { monthText } from '#shared/kernel/day.ts'
import type {
  LoanSettleOrWait,
  PlanProgress,
  PlanProgressFigures,
  ProjectedEvent,
  ProjectedMonth,
  Projection,
} from '#shared/outlook/answers.ts'
import { date, dateOrNull, type ExplainJson, explainId, yuan, yuanOrNull } from './leaves.ts'
import { warningJson } from './quote-json.ts'

/** `huaqing/projection@1` (cli.md). */
export const projectionJson = (projection: Projection, explain: ExplainJson = explainId) => ({
  schema: 'huaqing/projection@1',
  outcome: projection.outcome,
  freeOn: dateOrNull(projection.freeOn),
  reason: projection.reason && warningJson(projection.reason),
  budgetToEnd: yuanOrNull(projection.budgetToEnd),
  months: projection.months,
  totalPaid: yuan(projection.totalPaid),
  interest: yuan(projection.interest),
  fees: yuan(projection.fees),
  penalties: yuan(projection.penalties),
  shortfalls: projection.shortfalls.map(({ on, required, available, debts }) => ({
    on: date(on),
    required: yuan(required),
    available: yuan(available),
    debts: debts.map((debt) => ({ ...debt, on: date(debt.on), required: yuan(debt.required), paid: yuan(debt.paid) })),
  })),
  accounts: projection.accounts.map(({ id, freeOn, interest, fees, penalties, paid }) => ({
    id,
    freeOn: dateOrNull(freeOn),
    interest: yuan(interest),
    fees: yuan(fees),
    penalties: yuan(penalties),
    paid: yuan(paid),
  })),
  byMonth: projection.byMonth.map(projectedMonthJson),
  events: projection.events.map((event) => projectedEventJson(event, explain)),
  goal: projection.goal && {
    freeBy: date(projection.goal.freeBy),
    monthly: yuanOrNull(projection.goal.monthly),
    freeOn: dateOrNull(projection.goal.freeOn),
    reason: projection.goal.reason && warningJson(projection.goal.reason),
  },
  minimumOnly: projection.minimumOnly && {
    outcome: projection.minimumOnly.outcome,
    freeOn: dateOrNull(projection.minimumOnly.freeOn),
    cost: yuan(projection.minimumOnly.cost),
    totalPaid: yuan(projection.minimumOnly.totalPaid),
    months: projection.minimumOnly.months,
    overdue: yuan(projection.minimumOnly.overdue),
  },
  sensitivity: projection.sensitivity.map(({ change, freeOn, days, cost }) => ({
    change: warningJson(change),
    freeOn: dateOrNull(freeOn),
    days,
    cost: yuan(cost),
  })),
  settleOrWait: projection.settleOrWait.map(({ plan, ...one }) => ({ plan, ...waitJson(one) })),
  loanSettleOrWait: projection.loanSettleOrWait.map(({ loan, ...one }) => ({ loan, ...waitJson(one) })),
  notes: projection.notes.map(warningJson),
})

const waitJson = ({ options, savedPerYuan }: Omit<LoanSettleOrWait, 'loan'>) => ({
  options: options.map(({ on, pay, costToEnd }) => ({ on: date(on), pay: yuan(pay), costToEnd: yuan(costToEnd) })),
  savedPerYuan,
})

/** `huaqing/plan-progress@1`. */
export const planProgressJson = ({ plan, from, on, months, accounts, leftOut, behind, freeOn }: PlanProgress) => ({
  schema: 'huaqing/plan-progress@1',
  plan,
  from: date(from),
  on: date(on),
  months: months.map(({ month, planned, actual }) => ({
    month: monthText(month),
    planned: progressFiguresJson(planned),
    actual: progressFiguresJson(actual),
  })),
  accounts: accounts.map(({ id, planned, actual }) => ({ id, planned: yuan(planned), actual: yuan(actual) })),
  leftOut,
  behind: yuan(behind),
  freeOn: { planned: dateOrNull(freeOn.planned), now: dateOrNull(freeOn.now) },
})

const progressFiguresJson = ({ opening, spending, otherwise, paid, closing }: PlanProgressFigures) => ({
  opening: yuan(opening),
  spending: yuan(spending),
  otherwise: yuan(otherwise),
  paid: yuan(paid),
  closing: yuan(closing),
})

const projectedMonthJson = (one: ProjectedMonth) => ({
  month: monthText(one.month),
  opening: yuan(one.opening),
  spending: yuan(one.spending),
  interest: yuan(one.interest),
  fees: yuan(one.fees),
  penalties: yuan(one.penalties),
  refunds: yuan(one.refunds),
  paid: yuan(one.paid),
  closing: yuan(one.closing),
})

const projectedEventJson = (event: ProjectedEvent, explain: ExplainJson) => ({
  on: date(event.on),
  account: event.account,
  what: event.what,
  amount: yuan(event.amount),
  balance: yuan(event.balance),
  settles: event.settles,
  explain: explain(event.explain),
})
