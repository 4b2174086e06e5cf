import fc from 'fast-check'
import { addDays, type Day, day, type Month, monthOf } from '#shared/kernel/day.ts'
import { fen } from '#shared/kernel/money.ts'
import type { Account } from '#shared/ledger/account.ts'
import type { Entry, Purchase } from '#shared/ledger/entry.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { OFFERED_DAY_PAIRS } from '#shared/ledger/terms.ts'
import { account, bill, combined, installments, ledger, loan, purchase, refund, repay } from './facts.ts'

/** Ledgers as people have them, a year and a half of facts on Huabei, one Credit Purchase and Borrow: any order, any amount, any gap. */

const START = day('2025-01-03')
const SPAN = 540

const anyDay = fc.integer({ min: 0, max: SPAN }).map((offset) => addDays(START, offset))
const amount = fc
  .oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 100, max: 200_000 }))
  .map((value) => fen(value))
const billedId = fc.constantFrom('huabei', 'js')

type Draft = (built: { purchases: Purchase[] }) => Entry

const purchaseDraft: fc.Arbitrary<Draft> = fc
  .record({ on: anyDay, amount, to: billedId, waits: fc.integer({ min: 0, max: 19 }) })
  .map(({ on, amount: spent, to, waits }) => (built) => {
    const made = {
      ...purchase('2026-01-01', '1'),
      account: to,
      amount: spent,
      orderedOn: on,
      postedOn: waits === 0 ? null : on,
      postingAssumed: waits < 5,
    }
    built.purchases.push(made)
    return made
  })

const refundDraft: fc.Arbitrary<Draft> = fc
  .record({ pick: fc.nat(), later: fc.nat({ max: 80 }), share: fc.integer({ min: 1, max: 100 }), linked: fc.boolean() })
  .map(({ pick, later, share, linked }) => (built) => {
    const of = built.purchases[pick % Math.max(built.purchases.length, 1)]
    if (!of) return { ...refund('2025-02-01', '1', null), account: 'huabei' }
    const back = fen(Math.max(Math.floor((of.amount * share) / 100), 1))
    return {
      ...refund('2026-01-01', '1', null),
      account: of.account,
      of: linked ? of.id : null,
      amount: back,
      on: addDays(of.orderedOn, later),
    }
  })

const repayDraft: fc.Arbitrary<Draft> = fc
  .record({ on: anyDay, amount, to: fc.constantFrom('huabei', 'js', 'borrow'), named: fc.boolean() })
  .map(({ on, amount: paid, to, named }) => () => {
    const made = repay('2026-01-01', '1', { account: to })
    const month: Month | null = named && to !== 'borrow' ? monthOf(on) : null
    return { ...made, on, amount: paid, split: [{ account: to, amount: paid, month, settles: null }] }
  })

const combinedDraft: fc.Arbitrary<Draft> = fc
  .record({ on: anyDay, amount, named: fc.boolean() })
  .map(({ on, amount: paid, named }) => () => ({
    ...combined('2026-01-01', '1', ['huabei', 'js'], null),
    on,
    amount: paid,
    candidateMonth: named ? monthOf(on) : null,
  }))

const billDraft: fc.Arbitrary<Draft> = fc
  .record({ on: anyDay, amount, to: billedId, low: fc.option(amount) })
  .map(({ on, amount: shown, to, low }) => () => ({
    ...bill('2026-01', '1'),
    account: to,
    month: monthOf(on),
    shown,
    shownMinimum: low === null ? null : fen(Math.min(low, shown)),
  }))

const planDraft: fc.Arbitrary<Draft> = fc
  .record({
    on: anyDay,
    amount,
    to: billedId,
    count: fc.constantFrom(3, 6, 9, 12),
    feeRate: fc.constantFrom('0%', '2.3%', '4.5%', '8.8%'),
  })
  .map(({ on, amount: principal, to, count, feeRate }) => () => ({
    ...installments('1', count, feeRate),
    account: to,
    principal: fen(principal + 1000),
    firstBill: monthOf(on),
  }))

const loanDraft: fc.Arbitrary<Draft> = fc
  .record({
    on: anyDay,
    amount,
    count: fc.constantFrom(3, 6, 12),
    method: fc.constantFrom('equal-installment', 'interest-only', 'interest-only-then-equal'),
  })
  .map(({ on, amount: principal, count, method }) => () => ({
    ...loan('1', '2026-01-01', { count, method: method as 'interest-only' }),
    principal: fen(principal + 10_000),
    drawnOn: on,
  }))

const accounts = fc
  .constantFrom(...OFFERED_DAY_PAIRS)
  .map((days): Account[] => [
    account('huabei', { set: days }),
    account('credit-purchase', { id: 'js', lender: '江苏银行', set: days }),
    account('borrow'),
  ])

const drafts = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: purchaseDraft },
    { weight: 2, arbitrary: refundDraft },
    { weight: 5, arbitrary: repayDraft },
    { weight: 1, arbitrary: combinedDraft },
    { weight: 1, arbitrary: billDraft },
    { weight: 1, arbitrary: planDraft },
    { weight: 1, arbitrary: loanDraft },
  ),
  { maxLength: 40 },
)

export const anyLedger: fc.Arbitrary<Ledger> = fc
  .record({ accounts, drafts, today: anyDay })
  .map(({ accounts: chosen, drafts: made, today }) => {
    const built = { purchases: [] as Purchase[] }
    const entries = oneBillAMonth(made.map((draft) => draft(built)))
    return ledger(today as Day, chosen, entries)
  })

/** A ledger holds one copied bill for each account and month. */
function oneBillAMonth(entries: Entry[]): Entry[] {
  const seen = new Set<string>()
  return entries.filter((entry) => {
    if (entry.kind !== 'bill') return true
    const key = `${entry.account} ${entry.month}`
    return seen.has(key) ? false : Boolean(seen.add(key))
  })
}
