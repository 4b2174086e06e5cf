import {
  addMonths,
  type Day,
  dayText,
  type Month,
  monthOf,
  monthText,
  parseDay,
  parseMonth,
} from '#shared/kernel/day.ts'
import { ZERO } from '#shared/kernel/money.ts'
import type { Account, AccountId } from '#shared/ledger/account.ts'
import type { Bill } from '#shared/ledger/bill.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import type { Derivation, DerivationLine } from '#shared/ledger/derivation.ts'
import { explainOwed } from '#shared/ledger/explain/explain-owed.ts'
import { byAccount, derivation, line, spoken, sumLine } from '#shared/ledger/explain/line.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { billPartLines } from './explain-bill-parts.ts'
import { accountCourse } from './explain-course.ts'
import { courseLines } from './explain-plan.ts'
import type { Plan } from './plan.ts'
import { costLines, PAYMENTS, stepsOf } from './plan-steps.ts'
import { startOf } from './projection/project.ts'

/**
 * What charts and plans show of a month (engine.md 11). `month:WHAT:YYYY-MM@DAY`, account by account: `bills` its bills
 * together, `purchases`, `installments`, `rolled` and `charges` each part of them; `cost` its interest, fees and overdue charges, `interest`, `fees` and `penalties` each of them: of the bills
 * that are issued and of what runs so far, from the plan's first month on of the plan; `cost-so-far` what has come together through it, month by month. Of the
 * plan's own months `added` the costs that the plan adds, `paid` what is paid in it, `opening` and `closing` what is owed at its ends. With an account before
 * the month (`month:closing:huabei:2026-10@DAY`) it is of that one alone. Null for another figure.
 */
export function explainMonth(ledger: Ledger, plan: Plan, figure: string): Derivation | null {
  const match = /^month:([a-z-]+):(?:(.+):)?(\d{4}-\d{2})@(\d{4}-\d{2}-\d{2})$/.exec(figure)
  const [, what = '', account, monthPart = '', dayPart = ''] = match ?? []
  const [month, on] = [parseMonth(monthPart), parseDay(dayPart)]
  if (!match || !month.ok || !on.ok) return null
  const accounts = ledger.accounts.filter(({ id }) => account === undefined || id === account)
  if (account !== undefined && accounts.length === 0) return null
  const asked = { what, month: month.value, accounts, alone: account !== undefined }
  const lines = linesOf({ ...ledger, today: on.value }, plan, asked)
  return lines && derivation(figure, lines)
}

/** `alone`: one account, which then needs no line of its own. */
type Asked = {
  readonly what: string
  readonly month: Month
  readonly accounts: readonly Account[]
  readonly alone: boolean
}

function linesOf(ledger: Ledger, plan: Plan, asked: Asked): readonly DerivationLine[] | null {
  const { what, month } = asked
  switch (what) {
    case 'bills':
      return asAsked(asked, totalsOf(ledger, month))
    case 'purchases':
    case 'installments':
    case 'rolled':
    case 'charges': {
      const totals = totalsOf(ledger, month)
      return asAsked(asked, (account) => billPartLines(totals(account), what))
    }
    case 'cost':
      return asAsked(asked, costsOf(ledger, plan).in(month))
    case 'interest':
    case 'fees':
    case 'penalties':
      return asAsked(asked, oneOf(costsOf(ledger, plan).in(month), what))
    case 'cost-so-far':
      return soFarLines(ledger, plan, asked)
    case 'added':
    case 'paid':
    case 'opening':
    case 'closing':
      return ofThePlan(ledger, plan, asked)
    default:
      return null
  }
}

type LinesOf = (account: AccountId) => readonly DerivationLine[]

const asAsked = ({ accounts, alone }: Asked, of: LinesOf): readonly DerivationLine[] =>
  alone ? accounts.flatMap(({ id }) => of(id)) : byAccount(accounts, of)

const billsIn = (bills: readonly Bill[], month: Month): ReadonlyMap<AccountId, Bill> =>
  new Map(bills.flatMap((bill) => (bill.month === month ? [[bill.account, bill] as const] : [])))

function totalsOf(ledger: Ledger, month: Month): LinesOf {
  const bills = billsIn(billsOf(ledger), month)
  return (account) => (bills.has(account) ? totalLines(ledger, account, month) : [])
}

const totalLines = (ledger: Ledger, account: AccountId, month: Month): readonly DerivationLine[] =>
  explainOwed(ledger, `bill:${account}:${monthText(month)}:total@${dayText(ledger.today)}`)?.lines ?? []

/** `first`: the first month that has a bill or is of the plan. */
type Costs = { readonly first: Month; readonly in: (month: Month) => LinesOf }

/** The costs of any month; the plan is followed and the bills are told once for all of them. */
function costsOf(ledger: Ledger, plan: Plan): Costs {
  const { steps, byMonth } = stepsOf(startOf(ledger, plan))
  const planFrom = byMonth[0]?.month ?? monthOf(ledger.today)
  const all = billsOf(ledger)
  const costsIn: Costs['in'] = (month) => {
    const ahead: LinesOf = (account) => costLines((kinds) => steps(account, kinds, (on) => monthOf(on) === month))
    if (month > planFrom) return ahead
    const issued = billsIn(month < planFrom ? all : all.filter(isIssued), month)
    const billed: LinesOf = (account) => {
      const bill = issued.get(account)
      if (bill === undefined) return []
      const charged = totalLines(ledger, account, month).filter(({ rule }) => rule in BILL_COSTS)
      return [...charged, ...spoken([line('plan-penalties', bill.parts.overdueCharges)])]
    }
    if (month < planFrom) return billed
    return (account) => [...billed(account), ...soFar(account), ...ahead(account)]
  }
  /** Interest that runs and is in no bill yet: the plan goes on from it. */
  const soFar: LinesOf = (account) => {
    const open = all.filter((bill) => bill.account === account && bill.month >= planFrom && !isIssued(bill))
    const ran = open.flatMap((bill) => totalLines(ledger, account, bill.month).filter(isRunning))
    return spoken([sumLine('interest-so-far', ran, { on: dayText(ledger.today) })])
  }
  return { first: Math.min(planFrom, ...all.map(({ month }) => month)) as Month, in: costsIn }
}

const isIssued = ({ status }: Bill): boolean => status !== 'upcoming'
const isRunning = ({ rule }: DerivationLine): boolean => rule === 'interest-stretch' || rule === 'interest-fixed-before'

/** The lines of a bill that are a cost, and which cost each is; a plan names its own. */
const BILL_COSTS = {
  'bill-installment-fees': 'fees',
  'bill-deferral-fees': 'fees',
  'bill-interest': 'interest',
} as const
const COSTS: Readonly<Record<string, string>> = {
  ...BILL_COSTS,
  'interest-so-far': 'interest',
  'plan-interest': 'interest',
  'plan-fees': 'fees',
  'plan-penalties': 'penalties',
}

const oneOf =
  (of: LinesOf, what: string): LinesOf =>
  (account) =>
    of(account).filter(({ rule }) => COSTS[rule] === what)

function soFarLines(ledger: Ledger, plan: Plan, asked: Asked): readonly DerivationLine[] {
  const costs = costsOf(ledger, plan)
  const length = Math.max(0, asked.month - costs.first + 1)
  const months = Array.from({ length }, (_, at) => addMonths(costs.first, at))
  return spoken(
    months.map((month) => sumLine('plan-month', asAsked(asked, costs.in(month)), { month: monthText(month) })),
  )
}

/** Null for a month that the plan does not have. */
function ofThePlan(ledger: Ledger, plan: Plan, asked: Asked): readonly DerivationLine[] | null {
  const { what, month, alone } = asked
  const simulation = startOf(ledger, plan)
  const followed = stepsOf(simulation)
  const { steps, byMonth } = followed
  if (!byMonth.some((one) => one.month === month)) return null
  const isIn = (on: Day): boolean => monthOf(on) === month
  if (what === 'paid') return asAsked(asked, (id) => steps(id, PAYMENTS, isIn))
  if (what === 'added') return asAsked(asked, (id) => costLines((kinds) => steps(id, kinds, isIn)))
  const isBefore = (one: Month): boolean => (what === 'opening' ? one < month : one <= month)
  if (alone) {
    return asAsked(asked, (account) =>
      accountCourse(simulation, followed, { account, isIn: (on) => isBefore(monthOf(on)) }),
    )
  }
  const months = byMonth.filter((one) => isBefore(one.month))
  return courseLines(simulation, byMonth[0]?.opening ?? ZERO, months)
}
