import { addMonths, type Day, type Month } from '#shared/kernel/day.ts'
import type { Account } from '../account.ts'
import { billMonthOf, billTerms } from '../cycle.ts'
import type { InstallmentPlan } from '../entry.ts'
import { installmentsOf } from '../installment-plan.ts'
import type { Ledger } from '../ledger.ts'
import { type BilledBook, createBilledBook, type PlanBook } from './billed-book.ts'

/** An empty book of an account that starts with the first bill any of its facts concerns. */
export function makeBilledBook(account: Account, ledger: Ledger): BilledBook {
  const own = ledger.entries.filter((entry) => 'account' in entry && entry.account === account.id)
  const plans = own.filter((entry) => entry.kind === 'installments')
  const bills = own.filter((entry) => entry.kind === 'bill')
  const deferrals = own.filter((entry) => entry.kind === 'deferral')
  return createBilledBook(account, {
    firstMonth: firstMonth(account, ledger, [
      ...bills.map((bill) => bill.month),
      ...plans.map((plan) => addMonths(plan.firstBill, plan.paidPeriods)),
      ...plans.flatMap((plan) => (plan.fromBill === null ? [] : [plan.fromBill])),
      ...deferrals.map((deferral) => deferral.month),
    ]),
    plans: plans.map((plan) => createPlanBook(account, plan)),
    shownBills: new Map(bills.map((bill) => [bill.month, bill])),
    deferrals,
  })
}

function createPlanBook(account: Account, plan: InstallmentPlan): PlanBook {
  const terms = billTerms(account.terms, plan.firstBill)
  return {
    plan,
    installments: installmentsOf(plan, terms.remainderPeriod),
    next: Math.min(plan.paidPeriods, plan.count),
    settledOn: null,
  }
}

function firstMonth(account: Account, ledger: Ledger, months: readonly Month[]): Month {
  let earliest: Day = ledger.today
  const see = (day: Day | null): void => {
    if (day !== null && day < earliest) earliest = day
  }
  for (const posting of ledger.postings) if (posting.account === account.id) see(posting.on)
  for (const entry of ledger.entries) {
    if (entry.kind === 'purchase' && entry.account === account.id) see(entry.postedOn)
    else if (entry.kind === 'refund' && entry.account === account.id) see(entry.on)
    else if (entry.kind === 'repayment')
      for (const part of entry.split ?? []) if (part.account === account.id) see(entry.on)
  }
  return months.reduce((a, b) => (b < a ? b : a), billMonthOf(account.terms, earliest))
}
