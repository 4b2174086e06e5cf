import fc from 'fast-check'
import { addDays, civil, type Day, day, dayInMonth, type Month, monthOf } from '#shared/kernel/day.ts'
import { type Fen, fen } from '#shared/kernel/money.ts'
import type { Account } from '#shared/ledger/account.ts'
import type { BillPartsShown, Entry, InstallmentPlan, Loan, Purchase } from '#shared/ledger/entry.ts'
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
const percent = fc.integer({ min: 0, max: 100 })
const shareOf = (whole: Fen, share: number): Fen => fen(Math.floor((whole * share) / 100))
const billedId = fc.constantFrom('huabei', 'js')

type Built = { readonly purchases: Purchase[]; readonly debts: (InstallmentPlan | Loan)[] }
type Draft = (built: Built) => Entry

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

/** Copied with its parts or without, paid in part when it was entered or not. */
const billDraft: fc.Arbitrary<Draft> = fc
  .record({
    ...{ on: anyDay, amount, to: billedId, low: fc.option(amount) },
    parts: fc.option(fc.record({ fee: percent, interest: percent, penalty: percent })),
    paid: fc.option(percent),
  })
  .map(({ on, amount: shown, to, low, parts, paid }) => () => ({
    ...bill('2026-01', '1'),
    account: to,
    month: monthOf(on),
    shown,
    shownMinimum: low === null ? null : fen(Math.min(low, shown)),
    parts: parts && partsOf(shown, parts),
    paid: shareOf(shown, paid ?? 0),
  }))

function partsOf(shown: Fen, shares: { fee: number; interest: number; penalty: number }): BillPartsShown {
  const [fee, interest, penalty] = [shares.fee, shares.interest, shares.penalty].map((one) => shareOf(shown, one / 3))
  const principal = fen(shown - fee! - interest! - penalty!)
  return { principal, fee: fee!, interest: interest!, penalty: penalty! }
}

/** Part of a bill moved to the next one, on any of its days. */
const deferralDraft: fc.Arbitrary<Draft> = fc
  .record({ on: anyDay, amount, to: billedId, fee: percent })
  .map(({ on, amount: moved, to, fee }) => () => ({
    ...purchaseSource(),
    kind: 'deferral' as const,
    account: to,
    month: monthOf(on),
    amount: moved,
    fee: shareOf(moved, fee / 20),
    on,
  }))

const purchaseSource = () => {
  const { id, label, orderNo, note } = purchase('2026-01-01', '1')
  return { id, label, orderNo, note }
}

const planDraft: fc.Arbitrary<Draft> = fc
  .record({
    on: anyDay,
    amount,
    to: billedId,
    count: fc.constantFrom(3, 6, 9, 12),
    feeRate: fc.constantFrom('0%', '2.3%', '4.5%', '8.8%'),
    paid: fc.option(fc.integer({ min: 0, max: 3 })),
    from: fc.constantFrom('nothing', 'nothing', 'purchase', 'bill'),
    pick: fc.nat(),
  })
  .map(({ on, amount: principal, to, count, feeRate, paid, from, pick }) => (built) => {
    const bought = from === 'purchase' ? built.purchases[pick % Math.max(built.purchases.length, 1)] : undefined
    const isTaken = built.debts.some((debt) => debt.kind === 'installments' && debt.of === bought?.id)
    const of = isTaken ? undefined : bought
    const plan = {
      ...installments('1', count, feeRate),
      origin: from === 'bill' ? ('bill' as const) : ('trade' as const),
      account: of?.account ?? to,
      principal: of?.amount ?? fen(principal + 1000),
      of: of?.id ?? null,
      fromBill: from === 'bill' ? monthOf(on) : null,
      firstBill: monthOf(on),
      paidPeriods: paid ?? 0,
    }
    built.debts.push(plan)
    return plan
  })

const loanDraft: fc.Arbitrary<Draft> = fc
  .record({
    on: anyDay,
    amount,
    count: fc.constantFrom(3, 6, 12),
    method: fc.constantFrom('equal-installment', 'interest-only', 'interest-only-then-equal'),
    paid: fc.option(fc.integer({ min: 0, max: 3 })),
  })
  .map(({ on, amount: principal, count, method, paid }) => (built) => {
    const made = {
      ...loan('1', '2026-01-01', { count, method: method as 'interest-only', paidParts: paid ?? 0 }),
      principal: fen(principal + 10_000),
      drawnOn: on,
    }
    built.debts.push(made)
    return made
  })

/** Installments settled early, or one loan paid ahead: by name. */
const settleDraft: fc.Arbitrary<Draft> = fc
  .record({ on: anyDay, amount, pick: fc.nat() })
  .map(({ on, amount: paid, pick }) => (built) => {
    const debt = built.debts[pick % Math.max(built.debts.length, 1)]
    const to = debt?.account ?? 'huabei'
    const made = repay('2026-01-01', '1', { account: to })
    return { ...made, on, amount: paid, split: [{ account: to, amount: paid, month: null, settles: debt?.id ?? null }] }
  })

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
    { weight: 1, arbitrary: deferralDraft },
    { weight: 1, arbitrary: settleDraft },
  ),
  { maxLength: 40 },
)

export const anyLedger: fc.Arbitrary<Ledger> = fc
  .record({ accounts, drafts, today: anyDay })
  .map(({ accounts: chosen, drafts: made, today }) => {
    const built: Built = { purchases: [], debts: [] }
    const entries = oneBillAMonth(made.map((draft) => draft(built))).filter((entry) => isMoved(entry, today))
    return ledger(today as Day, chosen, settlingWhatIsThere(entries))
  })

/** The same facts crowded on few days, on which several happen at once and rules meet: statements, due days, those beside. */
export const crowdedLedger: fc.Arbitrary<Ledger> = anyLedger.map((known) => ({
  ...known,
  today: crowded(known.today),
  entries: known.entries.map((entry) => {
    if (entry.kind === 'purchase') {
      const { orderedOn, postedOn } = entry
      return { ...entry, orderedOn: crowded(orderedOn), postedOn: postedOn === null ? null : crowded(postedOn) }
    }
    return 'on' in entry ? { ...entry, on: crowded(entry.on) } : entry
  }),
}))

const CROWDED = [1, 5, 9, 10, 11, 20]
const crowded = (on: Day): Day => dayInMonth(monthOf(on), CROWDED[civil(on).day % CROWDED.length] ?? 1)

/** What names a plan that was left out is a plain repayment: no ledger lets one name what it does not have. */
function settlingWhatIsThere(entries: readonly Entry[]): Entry[] {
  const known = new Set(entries.map(({ id }) => id))
  return entries.map((entry) => {
    if (entry.kind !== 'repayment' || entry.split === null) return entry
    const split = entry.split.map((part) =>
      part.settles && !known.has(part.settles) ? { ...part, settles: null } : part,
    )
    return { ...entry, split }
  })
}

/** Only a bill that is issued can be moved into installments. */
const isMoved = (entry: Entry, today: Day): boolean =>
  entry.kind !== 'installments' || entry.fromBill === null || entry.fromBill < monthOf(today)

/** A ledger holds one copied bill, one deferral and one plan of its bill for each account and month. */
function oneBillAMonth(entries: Entry[]): Entry[] {
  const seen = new Set<string>()
  return entries.filter((entry) => {
    const month =
      entry.kind === 'installments'
        ? entry.fromBill
        : entry.kind === 'bill' || entry.kind === 'deferral'
          ? entry.month
          : null
    if (month === null || !('account' in entry)) return true
    const key = `${entry.kind} ${entry.account} ${month}`
    return seen.has(key) ? false : Boolean(seen.add(key))
  })
}
