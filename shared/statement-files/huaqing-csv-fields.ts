import type { Account, OtherDebt, OtherInterest, OtherMinimum } from '#shared/ledger/account.ts'
import type { BillPartsShown, Entry, RepaymentPart, ShownInstallment, ShownLoanPart } from '#shared/ledger/entry.ts'
import type { Confirmation } from '#shared/ledger/ledger.ts'
import type { DatedTerms, TermValues } from '#shared/ledger/terms.ts'
import {
  dayField,
  type Fields,
  list,
  monthField,
  nullable,
  oneOf,
  rateField,
  record,
  text,
  variants,
  whole,
  yesNo,
  yesUnlessNo,
  yuan,
} from './field-codecs.ts'

/** Every field of every fact, once, in the order in which the columns of HuaQing's own CSV stand. */

const TERM_FIELDS: Fields<TermValues> = {
  statementDay: whole,
  dueDay: whole,
  minRatio: rateField,
  minFloor: yuan,
  minRolledPrincipal: oneOf('inRatioBase', 'dueInFullNext'),
  revolvingDailyRate: rateField,
  overdueDailyRate: rateField,
  overdueRounding: oneOf('dailyHalfUpThenMultiply', 'multiplyThenRound'),
  graceDays: whole,
  earlySettlementMode: oneOf('official2019', 'nextFeeOnly', 'waiveUnbilled', 'chargeAll'),
  remainderPeriod: oneOf('first', 'last'),
  billInstallmentFirstDue: oneOf('sameBill', 'nextBill'),
  deferralFeeRate: rateField,
  repayDay: whole,
  penaltyTenths: whole,
  afterPartialPrepay: oneOf('keepCount', 'keepPart'),
}

const TERM_NAMES = Object.keys(TERM_FIELDS) as (keyof TermValues)[]

const datedTerms = record<DatedTerms>({
  from: dayField,
  source: oneOf('user', 'import', 'default'),
  set: record<Partial<TermValues>>(TERM_FIELDS, TERM_NAMES),
})

const otherMinimum = variants<OtherMinimum, 'kind'>('kind', {
  fixed: record({ amount: yuan }),
  percent: record({ percent: rateField, floor: yuan }),
})

const otherInterest = variants<OtherInterest, 'model'>('model', {
  none: record({}),
  'monthly-apr': record({ annualRate: rateField, minimum: otherMinimum }),
  'daily-simple': record({ dailyRate: rateField }),
  'flat-fee': record({ count: whole, feeRate: rateField, repayDay: whole }),
  'equal-principal': record({ count: whole, dailyRate: rateField, repayDay: whole }),
})

export const ACCOUNT_FIELDS: Fields<Account> = {
  id: text,
  kind: oneOf('huabei', 'credit-purchase', 'borrow', 'credit-loan', 'other'),
  name: text,
  lender: nullable(text),
  owner: text,
  limit: nullable(yuan),
  openedOn: nullable(dayField),
  upgradedOn: nullable(dayField),
  status: oneOf('open', 'frozen', 'closed-by-lender', 'closing-requested', 'closed'),
  closedOn: nullable(dayField),
  autoRepay: oneOf('full', 'minimum', 'unknown'),
  origin: oneOf('user', 'import'),
  terms: list(datedTerms),
  otherDebt: nullable(record<OtherDebt>({ balance: yuan, balanceOn: dayField, interest: otherInterest })),
}

type EntryFields = { readonly [K in Entry['kind']]: Fields<Omit<Extract<Entry, { readonly kind: K }>, 'kind'>> }

const SOURCE = { id: text, label: text, orderNo: nullable(text), note: text }

const billParts = record<BillPartsShown>({ principal: yuan, fee: yuan, interest: yuan, penalty: yuan }, [
  'principal',
  'fee',
  'interest',
  'penalty',
])
const repaymentPart = record<RepaymentPart>({
  account: text,
  amount: yuan,
  month: nullable(monthField),
  settles: nullable(text),
})
const shownInstallment = record<ShownInstallment>({ number: whole, principal: yuan, fee: yuan })
const shownLoanPart = record<ShownLoanPart>({ number: whole, dueOn: dayField, principal: yuan, interest: yuan })

export const ENTRY_FIELDS: EntryFields = {
  purchase: {
    ...SOURCE,
    account: text,
    amount: yuan,
    orderedOn: dayField,
    postedOn: nullable(dayField),
    postingAssumed: yesNo,
    returnUntil: nullable(dayField),
    refundExpected: yesNo,
  },
  refund: { ...SOURCE, account: text, amount: yuan, on: dayField, of: nullable(text), inFlight: yesNo },
  bill: {
    ...SOURCE,
    account: text,
    month: monthField,
    shown: nullable(yuan),
    shownMinimum: nullable(yuan),
    parts: nullable(billParts),
    paid: yuan,
  },
  repayment: {
    ...SOURCE,
    amount: yuan,
    on: dayField,
    split: nullable(list(repaymentPart)),
    candidates: list(text),
    candidateMonth: nullable(monthField),
    paidFrom: text,
  },
  installments: {
    ...SOURCE,
    account: text,
    origin: oneOf('trade', 'bill'),
    principal: yuan,
    count: whole,
    feeRate: rateField,
    firstBill: monthField,
    fromBill: nullable(monthField),
    of: nullable(text),
    paidPeriods: whole,
    shownPeriods: list(shownInstallment),
    certain: yesNo,
  },
  loan: {
    ...SOURCE,
    account: text,
    principal: yuan,
    drawnOn: dayField,
    dailyRate: rateField,
    method: oneOf('equal-installment', 'interest-only', 'interest-only-then-equal'),
    count: whole,
    repayDay: whole,
    paidParts: whole,
    shownParts: list(shownLoanPart),
    certain: yesNo,
  },
  deferral: {
    ...SOURCE,
    account: text,
    month: monthField,
    amount: yuan,
    fee: yuan,
    on: dayField,
    certain: yesUnlessNo,
  },
  quota: { ...SOURCE, account: text, used: yuan, on: dayField },
  review: { ...SOURCE, accounts: list(text), reason: text, amount: yuan, on: dayField },
}

export const CONFIRMATION_FIELDS: Fields<Confirmation> = {
  target: oneOf('credit-purchase', 'huabei', 'borrow'),
  code: text,
  owner: nullable(text),
  on: dayField,
  note: text,
  amount: nullable(yuan),
}
