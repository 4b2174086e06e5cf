import { type Day, dayText, monthText } from '#shared/kernel/day.ts'
import { type Fen, sumFen, yuanText } from '#shared/kernel/money.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { type Account, isBilled, isLending } from '../account.ts'
import type { Bill } from '../bill.ts'
import { cycleOfMonth } from '../cycle.ts'
import type { Entry, InstallmentPlan, Loan, QuotaCopy } from '../entry.ts'
import { tooSmall } from './decide-bill.ts'
import type { Refuses } from './refusal-figures.ts'

/** Installment plans, loans and copied quotas as the user states them (domain.md 4, 7, 6.16). */
export type InstallmentsRefusal =
  | Refuses<'account-not-billed', 'id'>
  | Refuses<'from-bill-missing'>
  | Refuses<'from-bill-not-for-trade'>
  | Refuses<'purchase-not-for-bill-plan'>
  | Refuses<'first-bill-before-source', 'firstBill' | 'fromBill'>
  | Refuses<'bill-not-issued', 'month' | 'issuedOn'>
  | Refuses<'bill-moved-already', 'month'>
  | Refuses<'bill-too-small', 'month' | 'left' | 'amount'>
  | Refuses<'entry-not-found', 'id'>
  | Refuses<'entry-not-a-purchase', 'id'>
  | Refuses<'plan-account-differs', 'account' | 'purchaseAccount'>
  | Refuses<'plan-above-purchase', 'principal' | 'amount'>
  | Refuses<'purchase-in-plan-already', 'id' | 'plan'>
  | PartsRefusal

type PartsRefusal =
  | Refuses<'periods-paid-above-count', 'paid' | 'count'>
  | Refuses<'shown-part-out-of-range', 'number' | 'count'>
  | Refuses<'shown-part-twice', 'number'>
  | Refuses<'installment-principals-too-large', 'sum' | 'principal'>
  | Refuses<'installment-principals-too-small', 'sum' | 'principal'>

export type InstallmentsFacts = {
  readonly account: Account
  readonly today: Day
  /** Plans of the same account that count. */
  readonly plans: readonly InstallmentPlan[]
  /** The bill moved, where the ledger has it: without entries of its time there is nothing to compare with. */
  readonly bill: Pick<Bill, 'unpaid' | 'total'> | null
  /** What `of` points to. */
  readonly purchase: Entry | null
}

export function decideInstallments(
  facts: InstallmentsFacts,
  draft: InstallmentPlan,
): Outcome<InstallmentPlan, InstallmentsRefusal> {
  if (!isBilled(facts.account)) return refused({ kind: 'account-not-billed', values: { id: facts.account.id } })
  const wrong = (draft.origin === 'bill' ? fromBill(facts, draft) : fromTrade(facts, draft)) ?? checkParts(draft)
  return wrong ? refused(wrong) : done(draft)
}

function fromBill(
  { account, today, plans, bill }: InstallmentsFacts,
  draft: InstallmentPlan,
): InstallmentsRefusal | null {
  if (draft.fromBill === null) return { kind: 'from-bill-missing', values: {} }
  // A purchase that a plan names is posted through the plan alone: named by mistake, its debt would vanish.
  if (draft.of !== null) return { kind: 'purchase-not-for-bill-plan', values: {} }
  const month = monthText(draft.fromBill)
  if (draft.firstBill < draft.fromBill) {
    return { kind: 'first-bill-before-source', values: { firstBill: monthText(draft.firstBill), fromBill: month } }
  }
  const { issuedOn } = cycleOfMonth(account.terms, draft.fromBill)
  if (issuedOn > today) return { kind: 'bill-not-issued', values: { month, issuedOn: dayText(issuedOn) } }
  if (plans.some((plan) => plan.id !== draft.id && plan.fromBill === draft.fromBill)) {
    return { kind: 'bill-moved-already', values: { month } }
  }
  // What was paid before the ledger's own facts is not in its bill: only a fresh plan can be compared with it.
  if (bill && draft.paidPeriods === 0 && draft.principal > bill.unpaid)
    return tooSmall(month, bill.unpaid, draft.principal)
  return null
}

function fromTrade({ plans, purchase }: InstallmentsFacts, draft: InstallmentPlan): InstallmentsRefusal | null {
  if (draft.fromBill !== null) return { kind: 'from-bill-not-for-trade', values: {} }
  if (draft.of === null) return null
  if (purchase === null) return { kind: 'entry-not-found', values: { id: draft.of } }
  if (purchase.kind !== 'purchase') return { kind: 'entry-not-a-purchase', values: { id: draft.of } }
  if (purchase.account !== draft.account) {
    return { kind: 'plan-account-differs', values: { account: draft.account, purchaseAccount: purchase.account } }
  }
  if (draft.principal > purchase.amount) {
    const values = { principal: yuanText(draft.principal), amount: yuanText(purchase.amount) }
    return { kind: 'plan-above-purchase', values }
  }
  const twin = plans.find((plan) => plan.id !== draft.id && plan.of === draft.of)
  return twin ? { kind: 'purchase-in-plan-already', values: { id: draft.of, plan: twin.id } } : null
}

function checkParts(draft: InstallmentPlan): PartsRefusal | null {
  const { count, paidPeriods, shownPeriods, principal } = draft
  return checkShown({ count, paid: paidPeriods, shown: shownPeriods, principal })
}

type Schedule = {
  readonly count: number
  readonly paid: number
  readonly principal: Fen
  readonly shown: readonly { readonly number: number; readonly principal: Fen }[]
}

/** Parts as Alipay shows them: each once, and where all are shown they are the whole principal. */
export function checkShown({ count, paid, shown, principal }: Schedule): PartsRefusal | null {
  if (paid > count) return { kind: 'periods-paid-above-count', values: { paid, count } }
  const outside = shown.find(({ number }) => number > count)
  if (outside) return { kind: 'shown-part-out-of-range', values: { number: outside.number, count } }
  const twice = shown.find(({ number }, index) => shown.findIndex((part) => part.number === number) < index)
  if (twice) return { kind: 'shown-part-twice', values: { number: twice.number } }
  const sum = sumFen(shown.map((part) => part.principal))
  const values = { sum: yuanText(sum), principal: yuanText(principal) }
  if (sum > principal) return { kind: 'installment-principals-too-large', values }
  return shown.length === count && sum < principal ? { kind: 'installment-principals-too-small', values } : null
}

export type LoanRefusal = Refuses<'account-not-lending', 'id'> | Refuses<'day-in-future', 'on'> | PartsRefusal

export function decideLoan(account: Account, draft: Loan, today: number): Outcome<Loan, LoanRefusal> {
  if (!isLending(account)) return refused({ kind: 'account-not-lending', values: { id: account.id } })
  if (draft.drawnOn > today) return refused({ kind: 'day-in-future', values: { on: dayText(draft.drawnOn) } })
  const { count, paidParts, shownParts, principal } = draft
  const wrong = checkShown({ count, paid: paidParts, shown: shownParts, principal })
  return wrong ? refused(wrong) : done(draft)
}

export type QuotaRefusal = Refuses<'day-in-future', 'on'> | Refuses<'quota-above-limit', 'used' | 'limit'>

export function decideQuota(account: Account, draft: QuotaCopy, today: number): Outcome<QuotaCopy, QuotaRefusal> {
  if (draft.on > today) return refused({ kind: 'day-in-future', values: { on: dayText(draft.on) } })
  if (account.limit !== null && draft.used > account.limit) {
    const values = { used: yuanText(draft.used), limit: yuanText(account.limit) }
    return refused({ kind: 'quota-above-limit', values })
  }
  return done(draft)
}
