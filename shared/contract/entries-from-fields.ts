import type { z } from 'zod'
import { addMonths, type Day } from '#shared/kernel/day.ts'
import { unreachable } from '#shared/kernel/outcome.ts'
import { applyRate } from '#shared/kernel/rate.ts'
import type { Account } from '#shared/ledger/account.ts'
import { billTerms } from '#shared/ledger/cycle.ts'
import type {
  Deferral,
  Entry,
  EntryId,
  InstallmentPlan,
  Loan,
  Purchase,
  QuotaCopy,
  Refund,
  Repayment,
  RepaymentPart,
  ShownBill,
} from '#shared/ledger/entry.ts'
import { NO_TERMS, termsOn } from '#shared/ledger/terms.ts'
import type {
  billFields,
  deferralFields,
  installmentsFields,
  loanFields,
  purchaseFields,
  quotaFields,
  refundFields,
  repaymentFields,
  repaymentPartFields,
} from './entry-fields.ts'
import type { ScenarioEntry } from './scenario.ts'

/** A fact as stated in a request or a scenario, made into the ledger's record. */

type SourceFields = { readonly label: string; readonly orderNo: string | null; readonly note: string }
const sourceOf = ({ label, orderNo, note }: SourceFields, id: EntryId) => ({ id, label, orderNo, note })

/** Posted on the day it was ordered where nothing else is said; `postedOn: null` awaits receipt. */
export function purchaseFrom(fields: z.output<typeof purchaseFields>, id: EntryId, today: Day): Purchase {
  const orderedOn = fields.orderedOn ?? fields.postedOn ?? today
  return {
    kind: 'purchase',
    ...sourceOf(fields, id),
    account: fields.account,
    amount: fields.amount,
    orderedOn,
    postedOn: fields.postedOn === undefined ? orderedOn : fields.postedOn,
    postingAssumed: false,
    returnUntil: fields.returnUntil,
    refundExpected: fields.refundExpected,
  }
}

export const refundFrom = (fields: z.output<typeof refundFields>, id: EntryId): Refund => ({
  kind: 'refund',
  ...sourceOf(fields, id),
  account: fields.account,
  amount: fields.amount,
  on: fields.on,
  of: fields.of,
  inFlight: fields.inFlight,
})

export const billFrom = (fields: z.output<typeof billFields>, id: EntryId): ShownBill => ({
  kind: 'bill',
  ...sourceOf(fields, id),
  account: fields.account,
  month: fields.month,
  shown: fields.shown,
  shownMinimum: fields.shownMinimum,
  parts: fields.parts && partsShown(fields.parts),
  paid: fields.paid,
})

/** Only the parts that were said. */
export function partsShown(parts: NonNullable<z.output<typeof billFields>['parts']>): NonNullable<ShownBill['parts']> {
  return Object.fromEntries(Object.entries(parts).filter(([, amount]) => amount !== undefined))
}

export const repaymentFrom = (fields: z.output<typeof repaymentFields>, id: EntryId): Repayment => ({
  kind: 'repayment',
  ...sourceOf(fields, id),
  amount: fields.amount,
  on: fields.on,
  split: fields.split === null ? null : fields.split.map(repaymentPartFrom),
  candidates: fields.candidates,
  candidateMonth: fields.candidateMonth,
  paidFrom: fields.paidFrom,
})

export const repaymentPartFrom = (part: z.output<typeof repaymentPartFields>): RepaymentPart => ({
  account: part.account,
  amount: part.amount,
  month: part.month,
  settles: part.settles,
})

type KnownAccounts = readonly Pick<Account, 'id' | 'terms'>[]

export const installmentsFrom = (
  fields: z.output<typeof installmentsFields>,
  id: EntryId,
  accounts: KnownAccounts,
): InstallmentPlan => ({
  kind: 'installments',
  ...sourceOf(fields, id),
  account: fields.account,
  origin: fields.origin,
  principal: fields.principal,
  count: fields.count,
  feeRate: fields.feeRate,
  firstBill: fields.firstBill ?? firstBillOf(fields, accounts),
  fromBill: fields.fromBill,
  of: fields.of,
  paidPeriods: fields.paidPeriods,
  shownPeriods: fields.shownPeriods,
  certain: fields.certain,
})

/** The first period of a bill that is moved stands in that bill itself, or in the next one (domain.md 4.9). */
function firstBillOf(
  { account, fromBill }: z.output<typeof installmentsFields>,
  accounts: KnownAccounts,
): InstallmentPlan['firstBill'] {
  if (fromBill === null) throw new Error('an installment plan without a first bill')
  const terms = termsOf(accounts, account)
  return addMonths(fromBill, billTerms(terms, fromBill).billInstallmentFirstDue === 'nextBill' ? 1 : 0)
}

const termsOf = (accounts: KnownAccounts, account: string): Account['terms'] =>
  accounts.find(({ id }) => id === account)?.terms ?? NO_TERMS

export const loanFrom = (fields: z.output<typeof loanFields>, id: EntryId): Loan => ({
  kind: 'loan',
  ...sourceOf(fields, id),
  account: fields.account,
  principal: fields.principal,
  drawnOn: fields.drawnOn,
  dailyRate: fields.dailyRate,
  method: fields.method,
  count: fields.count,
  repayDay: fields.repayDay,
  paidParts: fields.paidParts,
  shownParts: fields.shownParts,
  certain: fields.certain,
})

/** Without a fee it is assumed, by the rate of the account's terms (domain.md 9.4). */
export function deferralFrom(fields: z.output<typeof deferralFields>, id: EntryId, accounts: KnownAccounts): Deferral {
  const { account, month, amount, on, fee } = fields
  const terms = termsOf(accounts, account)
  const said = fee !== undefined && fields.certain
  return {
    kind: 'deferral',
    ...sourceOf(fields, id),
    account,
    month,
    amount,
    fee: fee ?? applyRate(amount, termsOn(terms, on).deferralFeeRate, 'halfUp'),
    on,
    ...(said ? {} : { certain: false }),
  }
}

export const quotaFrom = (fields: z.output<typeof quotaFields>, id: EntryId, today: Day): QuotaCopy => ({
  kind: 'quota',
  ...sourceOf(fields, id),
  account: fields.account,
  used: fields.used,
  on: fields.on ?? today,
})

type Stated = { readonly today: Day; readonly accounts: readonly Account[] }

export function entryFrom(fields: ScenarioEntry, id: EntryId, { today, accounts }: Stated): Entry {
  switch (fields.kind) {
    case 'purchase':
      return { ...purchaseFrom(fields, id, today), postingAssumed: fields.postingAssumed }
    case 'refund':
      return refundFrom(fields, id)
    case 'bill':
      return billFrom(fields, id)
    case 'repayment':
      return repaymentFrom(fields, id)
    case 'installments':
      return installmentsFrom(fields, id, accounts)
    case 'loan':
      return loanFrom(fields, id)
    case 'deferral':
      return deferralFrom(fields, id, accounts)
    case 'quota':
      return quotaFrom(fields, id, today)
    case 'review':
      return {
        kind: 'review',
        ...sourceOf(fields, id),
        accounts: fields.accounts,
        reason: fields.reason,
        amount: fields.amount,
        on: fields.on,
      }
    default:
      return unreachable(fields)
  }
}
