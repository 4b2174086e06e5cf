import type { Refusal } from '#shared/contract/reply.ts'
import type { Day } from '#shared/kernel/day.ts'
import { ZERO } from '#shared/kernel/money.ts'
import { done, type Outcome, unreachable } from '#shared/kernel/outcome.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import { findAccountOr } from '#shared/ledger/decisions/decide-account.ts'
import { decideBill, decideDeferral } from '#shared/ledger/decisions/decide-bill.ts'
import { decideInstallments, decideLoan, decideQuota } from '#shared/ledger/decisions/decide-debt.ts'
import { decidePurchase, decideRefund } from '#shared/ledger/decisions/decide-purchase.ts'
import { checkRepayment } from '#shared/ledger/decisions/decide-repayment.ts'
import type { Deferral, Entry, InstallmentPlan, Purchase, Refund, Repayment } from '#shared/ledger/entry.ts'
import { readAccounts } from '../store/accounts.ts'
import { findEntry } from '../store/entries.ts'
import { findPurchaseByOrder, listEntriesOf, sumPlansOf, sumRefundsOf } from '../store/entry-facts.ts'
import type { Reader } from '../store/queries.ts'
import { readLedger } from '../store/read-ledger.ts'

/**
 * Gathers what the rules of an entry's kind ask for, and decides: the same for a new entry and for a correction.
 * @param plan the installment plan that a purchase will have, where that changes with it.
 */
export function decideEntry(
  reader: Reader,
  today: Day,
  draft: Entry,
  plan: InstallmentPlan | null = null,
): Outcome<Entry, Refusal> {
  if (draft.kind === 'repayment') return decideRepaymentFacts(reader, today, draft)
  if (draft.kind === 'review') return done(draft)
  const account = findAccountOr(readAccounts(reader), draft.account)
  if (!account.ok) return account
  switch (draft.kind) {
    case 'purchase':
      return decidePurchase({ account: account.value, today, ...purchaseFacts(reader, draft, plan) }, draft)
    case 'refund':
      return decideRefund({ account: account.value, today, ...refundFacts(reader, draft) }, draft)
    case 'bill': {
      const others = listEntriesOf(reader, 'bill').filter((bill) => bill.account === draft.account)
      return decideBill(account.value, { others, today }, draft)
    }
    case 'installments':
      return decideInstallments({ account: account.value, today, ...planFacts(reader, today, draft) }, draft)
    case 'loan':
      return decideLoan(account.value, draft, today)
    case 'deferral':
      return decideDeferral(account.value, billOf(reader, today, draft), draft)
    case 'quota':
      return decideQuota(account.value, draft, today)
    default:
      return unreachable(draft)
  }
}

const purchaseFacts = (reader: Reader, draft: Purchase, plan: InstallmentPlan | null) => ({
  sameOrder: draft.orderNo === null ? null : findPurchaseByOrder(reader, draft.orderNo),
  refunded: sumRefundsOf(reader, draft.id, ''),
  inPlans: plan?.principal ?? sumPlansOf(reader, draft.id),
})

function refundFacts(reader: Reader, draft: Refund) {
  const before = findEntry(reader, draft.id)
  return {
    purchase: draft.of === null ? null : findEntry(reader, draft.of),
    refunded: draft.of === null ? ZERO : sumRefundsOf(reader, draft.of, draft.id),
    isLinkedBefore: before?.kind === 'refund' && before.of === draft.of,
  }
}

const planFacts = (reader: Reader, today: Day, draft: InstallmentPlan) => ({
  plans: listEntriesOf(reader, 'installments').filter((plan) => plan.account === draft.account),
  bill: draft.fromBill === null ? null : billOf(reader, today, { ...draft, month: draft.fromBill }),
  purchase: draft.of === null ? null : findEntry(reader, draft.of),
})

/** The bill as it stands without the draft itself, should that be in the ledger already. */
function billOf(reader: Reader, today: Day, { id, account, month }: Pick<Deferral, 'id' | 'account' | 'month'>) {
  const ledger = readLedger(reader, today)
  const without = { ...ledger, entries: ledger.entries.filter((entry) => entry.id !== id) }
  return billsOf(without).find((bill) => bill.account === account && bill.month === month) ?? null
}

function decideRepaymentFacts(reader: Reader, today: Day, draft: Repayment): Outcome<Entry, Refusal> {
  const pointers = (draft.split ?? []).flatMap(({ settles }) => settles ?? [])
  const settled = new Map(
    pointers.flatMap((id) => {
      const entry = findEntry(reader, id)
      return entry ? [[id, entry] as const] : []
    }),
  )
  return checkRepayment({ accounts: readAccounts(reader), today, settled }, draft)
}
