import { dayText, type Month, monthOf, monthText, parseDay, parseMonth } from '#shared/kernel/day.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { Bill } from '#shared/ledger/bill.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import type { Derivation, DerivationLine } from '#shared/ledger/derivation.ts'
import { explainOwed } from '#shared/ledger/explain/explain-owed.ts'
import { derivation, line, spoken, sumLine } from '#shared/ledger/explain/line.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Plan } from './plan.ts'
import { costLines, stepsOf } from './plan-steps.ts'
import { startOf } from './projection/project.ts'

/**
 * What the charts show of a month, account by account (engine.md 11): `month:bills:YYYY-MM@DAY` its bills together,
 * `month:cost:YYYY-MM@DAY` its interest, fees and overdue charges: of the plan from its first month on, before it of the
 * bills. Null for another figure.
 */
export function explainMonth(ledger: Ledger, plan: Plan, figure: string): Derivation | null {
  const match = /^month:(bills|cost):(\d{4}-\d{2})@(\d{4}-\d{2}-\d{2})$/.exec(figure)
  const [, what, monthPart = '', dayPart = ''] = match ?? []
  const [month, on] = [parseMonth(monthPart), parseDay(dayPart)]
  if (!match || !month.ok || !on.ok) return null
  const facts = { ...ledger, today: on.value }
  const linesOf = what === 'bills' ? totalsOf(facts, month.value) : costsOf(facts, plan, month.value)
  const sums = facts.accounts.map(({ id, name }) => sumLine('account-owed', linesOf(id), { account: name }))
  return derivation(figure, spoken(sums))
}

type LinesOf = (account: AccountId) => readonly DerivationLine[]

const billsIn = (ledger: Ledger, month: Month): ReadonlyMap<AccountId, Bill> =>
  new Map(billsOf(ledger).flatMap((bill) => (bill.month === month ? [[bill.account, bill] as const] : [])))

function totalsOf(ledger: Ledger, month: Month): LinesOf {
  const bills = billsIn(ledger, month)
  return (account) => (bills.has(account) ? totalLines(ledger, account, month) : [])
}

const totalLines = (ledger: Ledger, account: AccountId, month: Month): readonly DerivationLine[] =>
  explainOwed(ledger, `bill:${account}:${monthText(month)}:total@${dayText(ledger.today)}`)?.lines ?? []

function costsOf(ledger: Ledger, plan: Plan, month: Month): LinesOf {
  const { steps, byMonth } = stepsOf(startOf(ledger, plan))
  const first = byMonth[0]?.month
  if (first !== undefined && month >= first) {
    return (account) => costLines((kinds) => steps(account, kinds, (on) => monthOf(on) === month))
  }
  const bills = billsIn(ledger, month)
  return (account) => {
    const bill = bills.get(account)
    if (bill === undefined) return []
    const charged = totalLines(ledger, account, month).filter(({ rule }) => COST_RULES.has(rule))
    return [...charged, ...spoken([line('plan-penalties', bill.parts.overdueCharges)])]
  }
}

/** The lines of a bill that are a cost. */
const COST_RULES: ReadonlySet<string> = new Set(['bill-installment-fees', 'bill-deferral-fees', 'bill-interest'])
