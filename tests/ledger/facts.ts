import { type Day, day, month } from '#shared/kernel/day.ts'
import { type Fen, parseYuan } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import type { Account } from '#shared/ledger/account.ts'
import type { Entry, InstallmentPlan, Loan, Purchase, Refund, Repayment, ShownBill } from '#shared/ledger/entry.ts'
import { emptyLedger, type Ledger } from '#shared/ledger/ledger.ts'
import type { TermValues } from '#shared/ledger/terms.ts'

/** Facts written as a person would say them; what is not said has the plainest value. */

export function yuan(text: string): Fen {
  const outcome = parseYuan(text)
  if (!outcome.ok) throw new Error(`not an amount: ${text}`)
  return outcome.value
}

let count = 0
const source = () => ({ id: `e${++count}`, label: '', orderNo: null, note: '' })

export function account(kind: Account['kind'], values: Partial<Account> & { set?: Partial<TermValues> } = {}): Account {
  const { set, ...rest } = values
  // Nobody said when a debt elsewhere falls due, unless the test does: the plan's own day then counts.
  const days = kind === 'other' ? {} : { statementDay: 1, dueDay: 10 }
  return {
    id: kind,
    kind,
    name: kind,
    lender: null,
    owner: '',
    limit: null,
    openedOn: null,
    upgradedOn: null,
    status: 'open',
    closedOn: null,
    autoRepay: 'unknown',
    origin: 'user',
    terms: [{ from: day('2020-01-01'), source: 'user', set: { ...days, ...set } }],
    otherDebt: null,
    ...rest,
  }
}

export const purchase = (on: string, amount: string, values: Partial<Purchase> = {}): Purchase => ({
  ...source(),
  kind: 'purchase',
  account: 'huabei',
  amount: yuan(amount),
  orderedOn: day(on),
  postedOn: day(on),
  postingAssumed: false,
  returnUntil: null,
  refundExpected: false,
  ...values,
})

export const refund = (on: string, amount: string, of: Purchase | null, values: Partial<Refund> = {}): Refund => ({
  ...source(),
  kind: 'refund',
  account: of?.account ?? 'huabei',
  amount: yuan(amount),
  on: day(on),
  of: of?.id ?? null,
  inFlight: false,
  ...values,
})

export const bill = (of: string, shown: string | null, values: Partial<ShownBill> = {}): ShownBill => ({
  ...source(),
  kind: 'bill',
  account: 'huabei',
  month: month(of),
  shown: shown === null ? null : yuan(shown),
  shownMinimum: null,
  parts: null,
  paid: yuan('0'),
  ...values,
})

export const repay = (
  on: string,
  amount: string,
  to: { account?: string; month?: string; settles?: string } = {},
): Repayment => ({
  ...source(),
  kind: 'repayment',
  amount: yuan(amount),
  on: day(on),
  split: [
    {
      account: to.account ?? 'huabei',
      amount: yuan(amount),
      month: to.month ? month(to.month) : null,
      settles: to.settles ?? null,
    },
  ],
  candidates: [],
  candidateMonth: null,
  paidFrom: '',
})

export const combined = (on: string, amount: string, candidates: string[], of: string | null): Repayment => ({
  ...repay(on, amount),
  split: null,
  candidates,
  candidateMonth: of === null ? null : month(of),
})

export const installments = (
  principal: string,
  count: number,
  feeRate: string,
  values: Partial<InstallmentPlan> = {},
): InstallmentPlan => ({
  ...source(),
  kind: 'installments',
  account: 'huabei',
  origin: 'trade',
  principal: yuan(principal),
  count,
  feeRate: rate(feeRate),
  firstBill: month('2026-07'),
  fromBill: null,
  of: null,
  paidPeriods: 0,
  shownPeriods: [],
  certain: true,
  ...values,
})

export const loan = (principal: string, drawnOn: string, values: Partial<Loan> = {}): Loan => ({
  ...source(),
  kind: 'loan',
  account: 'borrow',
  principal: yuan(principal),
  drawnOn: day(drawnOn),
  dailyRate: rate('0.05%'),
  method: 'equal-installment',
  count: 6,
  repayDay: 10,
  paidParts: 0,
  shownParts: [],
  certain: true,
  ...values,
})

export const ledger = (today: string | Day, accounts: Account[], entries: Entry[]): Ledger => ({
  ...emptyLedger(typeof today === 'string' ? day(today) : today),
  accounts,
  entries,
})
