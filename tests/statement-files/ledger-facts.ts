import fc from 'fast-check'
import { type Day, FIRST_DAY, LAST_DAY, type Month } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import type { Rate } from '#shared/kernel/rate.ts'
import type { Account, OtherInterest } from '#shared/ledger/account.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import type { Confirmation } from '#shared/ledger/ledger.ts'
import { type DatedTerms, DEFAULT_TERMS, type TermValues } from '#shared/ledger/terms.ts'
import type { LedgerFacts } from '#shared/statement-files/huaqing-csv.ts'

const text = fc.string({
  unit: fc.constantFrom('=', '+', '-', '@', '＝', "'", '"', ',', '\n', '\r', '\t', ' ', '1', '2', 'a', '花', '😀'),
  maxLength: 20,
})
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const amount = fc.integer({ min: -1_000_000_000_000, max: Number.MAX_SAFE_INTEGER }).map((value) => fen(value))
const on = fc.integer({ min: FIRST_DAY, max: LAST_DAY }).map((value) => value as Day)
const ofMonth = fc.integer({ min: 1900 * 12, max: 2199 * 12 + 11 }).map((value) => value as Month)
const someRate = fc.integer({ min: 0, max: 10_000_000_000 }).map((value) => value as Rate)
const count = fc.nat({ max: 1000 })
const pick = <T extends string>(...words: T[]) => fc.constantFrom(...words)
const bool = fc.boolean()

const termValues: fc.Arbitrary<TermValues> = fc.record({
  statementDay: count,
  dueDay: count,
  minRatio: someRate,
  minFloor: amount,
  minRolledPrincipal: pick('inRatioBase', 'dueInFullNext'),
  revolvingDailyRate: someRate,
  overdueDailyRate: someRate,
  overdueRounding: pick('dailyHalfUpThenMultiply', 'multiplyThenRound'),
  graceDays: count,
  earlySettlementMode: pick('official2019', 'nextFeeOnly', 'waiveUnbilled', 'chargeAll'),
  remainderPeriod: pick('first', 'last'),
  billInstallmentFirstDue: pick('sameBill', 'nextBill'),
  deferralFeeRate: someRate,
  repayDay: count,
  penaltyTenths: count,
  afterPartialPrepay: pick('keepCount', 'keepPart'),
})
const someTerms = fc
  .tuple(termValues, fc.subarray(Object.keys(DEFAULT_TERMS) as (keyof TermValues)[]))
  .map(([values, keys]) => Object.fromEntries(keys.map((key) => [key, values[key]])) as Partial<TermValues>)
const terms: fc.Arbitrary<DatedTerms> = fc.record({
  from: on,
  source: pick('user', 'import', 'default'),
  set: someTerms,
})
const minimum = fc.oneof(
  fc.record({ kind: fc.constant('fixed' as const), amount }),
  fc.record({ kind: fc.constant('percent' as const), percent: someRate, floor: amount }),
)
const interest: fc.Arbitrary<OtherInterest> = fc.oneof(
  fc.record({ model: fc.constant('none' as const) }),
  fc.record({ model: fc.constant('monthly-apr' as const), annualRate: someRate, minimum }),
  fc.record({ model: fc.constant('daily-simple' as const), dailyRate: someRate }),
  fc.record({ model: fc.constant('flat-fee' as const), count, feeRate: someRate, repayDay: count }),
  fc.record({ model: fc.constant('equal-principal' as const), count, dailyRate: someRate, repayDay: count }),
)
const account: fc.Arbitrary<Account> = fc.record({
  id: text,
  kind: pick('huabei', 'credit-purchase', 'borrow', 'credit-loan', 'other'),
  name: text,
  lender: maybe(text),
  owner: text,
  limit: maybe(amount),
  openedOn: maybe(on),
  upgradedOn: maybe(on),
  status: pick('open', 'frozen', 'closed-by-lender', 'closing-requested', 'closed'),
  closedOn: maybe(on),
  autoRepay: pick('full', 'minimum', 'unknown'),
  origin: pick('user', 'import'),
  terms: fc.array(terms, { maxLength: 3 }),
  otherDebt: maybe(fc.record({ balance: amount, balanceOn: on, interest })),
})

const source = { id: text, label: text, orderNo: maybe(text), note: text }
const kind = <K extends string>(word: K) => ({ ...source, kind: fc.constant(word) })
const parts = fc.record({ principal: amount, fee: amount, interest: amount, penalty: amount }, { requiredKeys: [] })
const part = fc.record({ account: text, amount, month: maybe(ofMonth), settles: maybe(text) })
const entry: fc.Arbitrary<Entry> = fc.oneof(
  fc.record({
    ...kind('purchase'),
    account: text,
    amount,
    orderedOn: on,
    postedOn: maybe(on),
    postingAssumed: bool,
    returnUntil: maybe(on),
    refundExpected: bool,
  }),
  fc.record({ ...kind('refund'), account: text, amount, on, of: maybe(text), inFlight: bool }),
  fc.record({
    ...kind('bill'),
    account: text,
    month: ofMonth,
    shown: maybe(amount),
    shownMinimum: maybe(amount),
    parts: maybe(parts),
    paid: amount,
  }),
  fc.record({
    ...kind('repayment'),
    amount,
    on,
    split: maybe(fc.array(part)),
    candidates: fc.array(text),
    candidateMonth: maybe(ofMonth),
    paidFrom: text,
  }),
  fc.record({
    ...kind('installments'),
    account: text,
    origin: pick('trade', 'bill'),
    principal: amount,
    count,
    feeRate: someRate,
    firstBill: ofMonth,
    fromBill: maybe(ofMonth),
    of: maybe(text),
    paidPeriods: count,
    shownPeriods: fc.array(fc.record({ number: count, principal: amount, fee: amount })),
    certain: bool,
  }),
  fc.record({
    ...kind('loan'),
    account: text,
    principal: amount,
    drawnOn: on,
    dailyRate: someRate,
    method: pick('equal-installment', 'interest-only', 'interest-only-then-equal'),
    count,
    repayDay: count,
    paidParts: count,
    shownParts: fc.array(fc.record({ number: count, dueOn: on, principal: amount, interest: amount })),
    certain: bool,
  }),
  fc.record({ ...kind('deferral'), account: text, month: ofMonth, amount, fee: amount, on, certain: fc.boolean() }),
  fc.record({ ...kind('quota'), account: text, used: amount, on }),
  fc.record({ ...kind('review'), accounts: fc.array(text), reason: text, amount, on }),
)
const confirmation: fc.Arbitrary<Confirmation> = fc.record({
  target: pick('credit-purchase', 'huabei', 'borrow'),
  code: text,
  owner: maybe(text),
  on,
  note: text,
  amount: maybe(amount),
})
/** Every kind of fact with every field, texts made of what files and spreadsheets stumble over. */
export const ledgerFacts: fc.Arbitrary<LedgerFacts> = fc.record({
  accounts: fc.array(account, { maxLength: 4 }),
  entries: fc.array(entry, { maxLength: 12 }),
  confirmations: fc.array(confirmation, { maxLength: 3 }),
  recordsCurrentOn: maybe(on),
})
