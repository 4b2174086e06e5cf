import fc from 'fast-check'
import type { ContractMethod } from '#shared/contract/contract.ts'

/** Commands as a careless or hostile caller would send them: few names, edge values, half of them against a rule. */

export type AnyCommand = { readonly method: ContractMethod; readonly request: Record<string, unknown> }

/** One of `usual`, and now and then something that a rule or a parser refuses. */
const mostly = <T>(usual: readonly T[], odd: readonly T[]) =>
  fc.oneof({ weight: 40, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom(...odd) })

const account = mostly(['huabei', 'huabei', 'js', 'jb', 'card'], ['nobody'])
const billed = mostly(['huabei', 'huabei', 'js'], ['jb', 'card', 'nobody'])
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const newId = mostly(['d', 'e', 'f', 'g', 'h', 'i'], ['a'])
const amount = mostly(['0.01', '20', '99.99', '100', '500', '900'], ['9999999.99', '0', '-1', '1e3', '10000000'])
const on = mostly(['2026-05-20', '2026-06-01', '2026-06-30', '2026-07-05'], ['2025-12-31', '2026-07-06', '2026-02-30'])
const month = mostly(['2026-06', '2026-07', '2026-07'], ['2025-01', '2026-08', '2026-13'])
const part = fc.record(
  { account, amount, month: fc.option(month), settles: fc.option(id, { freq: 9 }) },
  { requiredKeys: ['account', 'amount'] },
)

/** A field that nobody knows comes now and then; `optional` ones are there or not. */
function sending(
  method: ContractMethod,
  needed: Record<string, fc.Arbitrary<unknown>>,
  optional: Record<string, fc.Arbitrary<unknown>> = {},
): fc.Arbitrary<AnyCommand> {
  const requiredKeys = Object.keys(needed) as never[]
  const known: fc.Arbitrary<Record<string, unknown>> = fc.record({ ...needed, ...optional }, { requiredKeys })
  return fc
    .tuple(known, mostly<Record<string, unknown>>([{}], [{ surprise: 1 }, { amount: null }]))
    .map(([request, odd]) => ({ method, request: { ...request, ...odd } }))
}

const changesOf = (fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc
    .subarray(Object.keys(fields), { minLength: 0, maxLength: 2 })
    .chain((keys) => fc.record(Object.fromEntries(keys.map((key) => [key, fields[key] as fc.Arbitrary<unknown>]))))

const ACCOUNTS = [
  { id: 'huabei', kind: 'huabei', limit: '8000', openedOn: '2025-06-01' },
  { id: 'js', kind: 'credit-purchase', lender: '江苏银行', upgradedOn: '2026-05-01' },
  { id: 'jb', kind: 'borrow' },
  { id: 'card', kind: 'other', balance: '1000', interest: { model: 'monthly-apr', annualRate: '24%', minimum: '25' } },
]

/** What every sequence starts with: one account of each kind, and something in them to correct, refund and pay. */
export const BEGINNING: readonly AnyCommand[] = [
  ...ACCOUNTS.map((request): AnyCommand => ({ method: 'addAccount', request })),
  { method: 'addPurchase', request: { id: 'a', account: 'huabei', amount: '500', orderedOn: '2026-06-01' } },
  { method: 'enterBill', request: { id: 'b', account: 'huabei', month: '2026-07', shown: '900', paid: '20' } },
  {
    method: 'recordRepayment',
    request: { id: 'c', amount: '100', on: '2026-07-05', split: [{ account: 'huabei', amount: '100' }] },
  },
  {
    method: 'recordContact',
    request: { channel: '95188', on: '2026-06-30', complaint: true, promise: { what: '回电', by: '2026-07-01' } },
  },
  {
    method: 'recordNotice',
    request: { text: '改还款日', on: '2026-07-01', account: 'js', from: '2026-08-01', set: { dueDay: 20 } },
  },
  { method: 'recordChannel', request: { way: 'debit-card', label: '工行', place: 1 } },
]

const accounts = fc.oneof(
  sending('addAccount', { kind: fc.constantFrom('huabei', 'other', 'gift') }, { id: account, limit: amount }),
  sending('updateAccount', {
    id: account,
    changes: changesOf({
      limit: amount,
      status: fc.constantFrom('closed', 'frozen'),
      closedOn: on,
      autoRepay: fc.constant('full'),
    }),
  }),
  sending('changeTerms', {
    account,
    from: on,
    set: changesOf({ dueDay: mostly([8, 20], [31, 32]), minRatio: mostly(['10%'], ['x']) }),
  }),
  sending('removeAccount', { id: mostly(['card', 'jb'], ['huabei']) }),
)

const bills = fc.oneof(
  sending('enterBill', { account: billed, month }, { id: newId, shown: amount, shownMinimum: amount, paid: amount }),
  sending('addPurchase', { account: billed, amount, orderedOn: on }, { id: newId, postedOn: on, orderNo: fc.uuid() }),
  sending('addRefund', { account: billed, amount, on }, { id: newId, of: id }),
  sending('addDeferral', { account: billed, month, amount, fee: amount, on }, { id: newId }),
  sending('copyQuota', { account: billed, used: amount }, { id: newId, on }),
)

const payments = fc.oneof(
  fc
    .tuple(newId, amount, on, billed, fc.option(month))
    .map(([own, paid, day, to, inMonth]) => ({
      id: own,
      amount: paid,
      on: day,
      split: [{ account: to, amount: paid, ...(inMonth && { month: inMonth }) }],
    }))
    .map((request): AnyCommand => ({ method: 'recordRepayment', request })),
  sending(
    'recordRepayment',
    { amount, on },
    {
      id: newId,
      split: fc.array(part, { minLength: 1, maxLength: 3 }),
      candidates: fc.uniqueArray(billed, { minLength: 1, maxLength: 2 }),
      candidateMonth: month,
    },
  ),
  sending('confirmReceipt', { id, on }),
)

const debts = fc.oneof(
  sending(
    'addInstallments',
    {
      account: billed,
      origin: fc.constantFrom('trade', 'bill'),
      principal: amount,
      count: mostly([3, 6, 12], [0]),
      firstBill: month,
    },
    { id: newId, feeRate: mostly(['0%', '4.5%'], ['-1%']), fromBill: month, of: id, paidPeriods: mostly([0, 1], [40]) },
  ),
  sending(
    'addLoan',
    {
      account: mostly(['jb'], ['huabei', 'nobody']),
      principal: amount,
      drawnOn: on,
      dailyRate: mostly(['0.05%'], ['-1%']),
      method: fc.constantFrom('equal-installment', 'interest-only'),
      count: mostly([3, 12], [0]),
      repayDay: mostly([10], [31, 32]),
    },
    { id: newId, paidParts: mostly([0, 1], [12]) },
  ),
)

const corrections = fc.oneof(
  sending('editEntry', {
    id,
    changes: changesOf({
      account,
      amount,
      on,
      month,
      note: fc.constant('n'),
      of: fc.option(id),
      paid: amount,
      split: fc.array(part, { minLength: 1, maxLength: 2 }),
    }),
  }),
  sending('deleteEntry', { id }),
)

const statements = fc.oneof(
  sending('confirmClosure', {
    target: fc.constantFrom('huabei', 'borrow'),
    code: fc.constantFrom('auto-debits-moved', 'billed-zero', 'weather'),
    note: fc.constant('said so'),
  }),
  sending('markRecordsCurrent', { on }),
  sending(
    'savePlan',
    { name: fc.constantFrom('p', 'q'), from: on, monthly: amount },
    { order: fc.uniqueArray(account, { maxLength: 2 }), strategy: fc.constantFrom('avalanche', 'custom') },
  ),
  sending('choosePlan', { name: fc.constantFrom('p', 'q') }),
  sending('renamePlan', { name: fc.constantFrom('p', 'q'), to: fc.constantFrom('q', 'r') }),
  sending('removePlan', { name: fc.constantFrom('p', 'q') }),
)

/** The ledger names these facts; whoever sends the command puts the name of the one at that place. */
export const PLACES: readonly string[] = ['contact', 'notice', 'channel', 'closing', 'newest']
const fact = mostly(PLACES, ['nobody'])
const text = mostly(['', '回电'], ['x'.repeat(4001)])
const days = { on, followUpOn: fc.option(on) }

/** The case file: what is there is also corrected, settled, reviewed and withdrawn. */
const caseFile = fc.oneof(
  sending(
    'recordContact',
    { channel: fc.constantFrom('95188', 'lender') },
    { id: fact, account: fc.option(account), said: text, complaint: fc.boolean(), ...days },
  ),
  sending('recordContact', { channel: fc.constant('95188'), promise: fc.record({ what: text, by: on }) }, { on }),
  sending('settlePromise', { id: fact, kept: fc.boolean() }, { on }),
  sending('answerComplaint', { id: fact }, { on }),
  sending(
    'recordNotice',
    { text, account: fc.option(account) },
    {
      id: fact,
      on,
      from: fc.option(mostly(['2026-07-20', '2026-08-01'], ['2025-12-31'])),
      set: changesOf({ dueDay: mostly([8, 20], [31, 32]), minRatio: mostly(['10%'], ['x']) }),
      reviewOn: fc.option(on),
    },
  ),
  sending('reviewNotice', { id: fact }),
  sending(
    'recordChannel',
    { way: fc.constantFrom('balance', 'debit-card', 'friend') },
    { id: fact, label: text, place: fc.option(fc.constantFrom(1, 2)), perYear: amount, usedThisYear: amount },
  ),
  sending('recordWayToPay', { label: text, use: fc.constantFrom('', 'bus') }, { id: fact }),
  sending('compareWithAlipay', { account, shown: changesOf({ billed: amount, unbilled: amount, usedQuota: amount }) }),
  sending(
    'recordSystemClosing',
    { account, state: fc.constantFrom('frozen', 'closed') },
    { id: fact, on, reason: fc.constantFrom('overdue', 'weather') },
  ),
  sending('withdrawCaseFact', { id: fact }),
)

const target = mostly(['credit-purchase', 'huabei', 'borrow'], ['everything'])
const cell = fc.record({
  row: mostly(['overdue', 'billed', 'next', 'future'], ['sometime']),
  column: fc.constantFrom('principal', 'interest', 'fee', 'penalty'),
  amount,
})

/** The last steps of the way out: what Alipay shows, what was ticked, and that it is requested or closed. */
const closing = fc.oneof(
  sending('copyQuote', { account, on, cells: fc.array(cell, { maxLength: 3 }) }),
  sending(
    'recordClosingStep',
    { target, step: mostly(['paid', 'quota-zero', 'pressed-close', 'answer-kept'], ['danced']) },
    { note: fc.constantFrom('', '8705') },
  ),
  sending('recordClosing', { target, to: mostly(['requested', 'closed'], ['gone']), on }),
)

/** Any command but undo and redo. */
export const anyCommand: fc.Arbitrary<AnyCommand> = fc.oneof(
  { weight: 2, arbitrary: accounts },
  { weight: 6, arbitrary: bills },
  { weight: 4, arbitrary: payments },
  { weight: 3, arbitrary: debts },
  { weight: 5, arbitrary: corrections },
  { weight: 2, arbitrary: statements },
  { weight: 4, arbitrary: caseFile },
  { weight: 2, arbitrary: closing },
)

export const anyStep: fc.Arbitrary<AnyCommand> = fc
  .constantFrom('undo' as const, 'redo' as const)
  .map((method) => ({ method, request: {} }))
