import { minFen } from '#shared/kernel/money.ts'
import type { Entry, InstallmentPlan } from '../entry.ts'

/**
 * What becomes of the installment plan that a file told with a purchase, once the user said what the row is: it spreads
 * what was on credit and no more, on the account that owes it, and goes with a row that is no purchase. Periods that were
 * copied for another principal do not fit this one.
 */
export function planBeside(plan: InstallmentPlan, put: Entry | null): InstallmentPlan | null {
  if (put?.kind !== 'purchase') return null
  const principal = minFen(plan.principal, put.amount)
  if (principal === plan.principal && plan.account === put.account) return plan
  return {
    ...plan,
    account: put.account,
    principal,
    shownPeriods: principal === plan.principal ? plan.shownPeriods : [],
  }
}
