import { addMonths, type Day } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { Account, AccountId } from '../account.ts'
import { billTerms, cycleOfMonth } from '../cycle.ts'
import type { Deferral, Entry, EntryId, InstallmentPlan, ShownBill } from '../entry.ts'
import { type Installment, type InstallmentTerms, installmentsOf } from '../installment-plan.ts'
import type { Ledger } from '../ledger.ts'
import { type BilledBook, createBilledBook, firstMonthOf } from './billed-book.ts'
import { type PlanBook, principalFrom } from './plan-book.ts'

/** The first day on which something moved each account, in one pass: a ledger holds many more facts than accounts. */
export type FirstDays = ReadonlyMap<AccountId, Day>

/** An empty book of an account, to be carried to a day, that starts with the first bill any of its facts concerns. */
export function makeBilledBook(
  account: Account,
  ledger: Ledger,
  { first, on }: { first: FirstDays; on: Day },
): BilledBook {
  const begun = plansBegunBy(account, ledger, on)
  const own = ledger.entries.filter(isOfBills).filter((entry) => entry.account === account.id)
  const plans = own.filter((entry) => entry.kind === 'installments').filter(begun)
  const bills = own.filter((entry) => entry.kind === 'bill')
  const deferrals = own.filter((entry) => entry.kind === 'deferral')
  return createBilledBook(account, {
    firstMonth: firstMonthOf(account, first.get(account.id) ?? ledger.today, [
      ...bills.map((bill) => bill.month),
      ...plans.map((plan) => addMonths(plan.firstBill, plan.paidPeriods)),
      ...plans.flatMap((plan) => (plan.fromBill === null ? [] : [plan.fromBill])),
      ...deferrals.map((deferral) => deferral.month),
    ]),
    plans: plans.map((plan) => createPlanBook(account, plan)),
    shownBills: new Map(bills.map((bill) => [bill.month, bill])),
  })
}

/** What is told of bills and not of days: few among the many of a ledger. */
const isOfBills = (entry: Entry): entry is InstallmentPlan | ShownBill | Deferral =>
  entry.kind === 'installments' || entry.kind === 'bill' || entry.kind === 'deferral'

/**
 * Asked about a day that is past, a plan counts from the purchase it pays or the bill it was moved out of; asked about
 * today or later, every plan of the ledger does.
 */
function plansBegunBy(account: Account, ledger: Ledger, on: Day): (plan: InstallmentPlan) => boolean {
  if (on >= ledger.today) return () => true
  const beginning = beginningIn(ledger)
  return (plan) => (beginning(account, plan) ?? on) <= on
}

/** The day from which a plan counts; null where it always did. */
export function beginningIn({ entries }: Ledger): (account: Account, plan: InstallmentPlan) => Day | null {
  const bought = new Map<EntryId, Day>()
  for (const entry of entries) if (entry.kind === 'purchase') bought.set(entry.id, entry.postedOn ?? entry.orderedOn)
  return ({ terms }, { of, fromBill }) => {
    if (of !== null) return bought.get(of) ?? null
    return fromBill === null ? null : cycleOfMonth(terms, fromBill).issuedOn
  }
}

function createPlanBook(account: Account, plan: InstallmentPlan): PlanBook {
  const installments = installmentsUnder(account, plan)
  const next = Math.min(plan.paidPeriods, plan.count)
  return {
    plan,
    installments,
    next,
    left: principalFrom(installments, next),
    settledOn: null,
    guessed: !plan.certain,
  }
}

/** The installments of a plan, the remainder where the terms of the account say. */
export const installmentsUnder = ({ terms }: Account, plan: InstallmentTerms, fee?: Fen): readonly Installment[] =>
  installmentsOf(plan, billTerms(terms, plan.firstBill).remainderPeriod, fee)

export function firstDaysOf({ today, postings, entries }: Ledger): FirstDays {
  const first = new Map<AccountId, Day>()
  const see = (account: AccountId, day: Day | null): void => {
    if (day !== null && day < (first.get(account) ?? today)) first.set(account, day)
  }
  // They stand by account and day: of many only the first of each account is older than what was seen.
  postings.forEach(({ account, on }, index) => {
    const before = postings[index - 1]
    if (before?.account !== account || before.on > on) see(account, on)
  })
  for (const entry of entries) {
    if (entry.kind === 'purchase') see(entry.account, entry.postedOn)
    else if (entry.kind === 'refund') see(entry.account, entry.on)
    else if (entry.kind === 'repayment') for (const part of entry.split ?? []) see(part.account, entry.on)
  }
  return first
}
