import { addDays, addMonths, type Day, dayInMonth, FIRST_DAY, type Month, monthOf } from '#shared/kernel/day.ts'
import { type Fen, fen } from '#shared/kernel/money.ts'
import { done } from '#shared/kernel/outcome.ts'
import { rate } from '#shared/kernel/rate.ts'
import type { Account, AccountId, AccountKind } from '#shared/ledger/account.ts'
import type { Entry, EntrySource } from '#shared/ledger/entry.ts'
import { appendAccount } from '../store/accounts.ts'
import { appendEntry } from '../store/entries.ts'
import { putRecordsCurrent } from '../store/notes.ts'
import type { Store } from '../store/store.ts'

/**
 * The sample: an invented person with three debts, told from today back, so that something is due soon whenever it is
 * opened. Last month's Huabei bill was paid, this month's is open, one plan and one loan run.
 */
export function fillSample(store: Store, today: Day): void {
  const month = monthOf(today)
  store.write({ code: 'sample', values: {} }, (writer) => {
    for (const account of ACCOUNTS) appendAccount(writer, account)
    for (const entry of entriesOf(month, today)) appendEntry(writer, entry)
    putRecordsCurrent(writer, today)
    return done(null)
  })
}

const yuan = (amount: number): Fen => fen(amount * 100)

function account(kind: AccountKind, more: Partial<Account> & Pick<Account, 'id' | 'name'>): Account {
  const terms = { from: FIRST_DAY, source: 'user', set: { statementDay: 1, dueDay: 10 } } as const
  return {
    kind,
    lender: null,
    owner: '',
    limit: yuan(8000),
    openedOn: null,
    upgradedOn: null,
    status: 'open',
    closedOn: null,
    autoRepay: 'full',
    origin: 'user',
    terms: [terms],
    otherDebt: null,
    ...more,
  }
}

const ACCOUNTS: readonly Account[] = [
  account('huabei', { id: 'huabei', name: '花呗' }),
  account('credit-purchase', { id: 'credit-purchase:江苏银行', name: '信用购 江苏银行', lender: '江苏银行' }),
  account('borrow', { id: 'borrow', name: '借呗', limit: yuan(20_000) }),
]

const source = (id: string, label: string): EntrySource => ({ id: `sample-${id}`, label, orderNo: null, note: '' })

type Bought = { readonly id: string; readonly label: string; readonly account: AccountId; readonly amount: number }

function purchase({ id, label, account, amount }: Bought, on: Day): Entry {
  return {
    ...source(id, label),
    kind: 'purchase',
    account,
    amount: yuan(amount),
    orderedOn: on,
    postedOn: on,
    postingAssumed: false,
    returnUntil: null,
    refundExpected: false,
  }
}

function repayment(id: string, paid: { account: AccountId; amount: number; on: Day; month: Month | null }): Entry {
  const { account, amount, on, month } = paid
  return {
    ...source(id, ''),
    kind: 'repayment',
    amount: yuan(amount),
    on,
    split: [{ account, amount: yuan(amount), month, settles: null }],
    candidates: [],
    candidateMonth: null,
    paidFrom: '储蓄卡',
  }
}

const HUABEI = 'huabei'
const BANK = 'credit-purchase:江苏银行'

/** Every bill holds the month before it: what was bought two months ago was billed and paid last month. */
function entriesOf(month: Month, today: Day): readonly Entry[] {
  const paidMonth = addMonths(month, -1)
  const bought = (months: number, dayOfMonth: number): Day => dayInMonth(addMonths(month, -months), dayOfMonth)
  const entries: Entry[] = [
    purchase({ id: 'groceries', label: '盒马鲜生', account: HUABEI, amount: 268 }, bought(2, 6)),
    purchase({ id: 'shoes', label: '运动鞋店', account: HUABEI, amount: 459 }, bought(2, 18)),
    repayment('paid-bill', { account: HUABEI, amount: 727, on: dayInMonth(paidMonth, 9), month: paidMonth }),
    purchase({ id: 'dinner', label: '小馆子', account: HUABEI, amount: 186 }, bought(1, 12)),
    purchase({ id: 'phone', label: '手机话费', account: HUABEI, amount: 100 }, bought(1, 20)),
    purchase({ id: 'medicine', label: '大药房', account: BANK, amount: 66 }, bought(1, 15)),
    purchase({ id: 'metro', label: '地铁出行', account: HUABEI, amount: 24 }, dayInMonth(month, 1)),
    purchase({ id: 'laptop', label: '电脑专卖', account: HUABEI, amount: 3600 }, bought(3, 8)),
    laptopPlan(addMonths(month, -2)),
    loan(bought(4, 20)),
    { ...source('quota', ''), kind: 'quota', account: HUABEI, used: yuan(3610), on: addDays(today, -3) },
  ]
  return entries.filter((entry) => !('orderedOn' in entry) || entry.orderedOn <= today)
}

const laptopPlan = (firstBill: Month): Entry => ({
  ...source('laptop-plan', '电脑专卖'),
  kind: 'installments',
  account: HUABEI,
  origin: 'trade',
  principal: yuan(3600),
  count: 12,
  feeRate: rate('7.5%'),
  firstBill,
  fromBill: null,
  of: 'sample-laptop',
  paidPeriods: 2,
  shownPeriods: [],
  certain: true,
})

const loan = (drawnOn: Day): Entry => ({
  ...source('loan', '借呗'),
  kind: 'loan',
  account: 'borrow',
  principal: yuan(6000),
  drawnOn,
  dailyRate: rate('0.04%'),
  method: 'equal-installment',
  count: 12,
  repayDay: 20,
  paidParts: 3,
  shownParts: [],
  certain: true,
})
