import fc from 'fast-check'
import { addDays, addMonths, type Day, dayInMonth, dayText, type Month, month, monthText } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen, yuanText } from '#shared/kernel/money.ts'
import type { Account } from '#shared/ledger/account.ts'
import type { Deferral, Entry, InstallmentPlan } from '#shared/ledger/entry.ts'
import type { ClosureTarget, Ledger } from '#shared/ledger/ledger.ts'
import { currentAsOf, type StatementCover } from '#shared/statement-files/current-as-of.ts'
import { bill, installments, loan, purchase, repay } from '../ledger/facts.ts'
import { closingAccounts, quotaCopy, settledEntries, settledLedger, TODAY } from './closing-stories.ts'

/**
 * Ways to break a ledger that is ready: each leaves something open that looks settled. Used quota copied as 0.00,
 * everything confirmed, the records current: only the rule in question stands between the ledger and a false `ready`.
 */
export type Break = {
  readonly name: string
  readonly targets: readonly ClosureTarget[]
  readonly broken: fc.Arbitrary<Ledger>
}

const BILLED: readonly ClosureTarget[] = ['credit-purchase', 'huabei']
const CREDIT_PURCHASE = 'credit-purchase'

const amount = (min: number): fc.Arbitrary<Fen> => fc.integer({ min, max: 300_000 }).map(fen)
const monthBetween = (first: string, last: string): fc.Arbitrary<Month> =>
  fc.integer({ min: month(first), max: month(last) }).map((index) => index as Month)

/** Months of Credit Purchase before the story, each bought and paid on time: they change nothing. */
export const quietMonths: fc.Arbitrary<Entry[]> = fc.array(amount(1), { maxLength: 6 }).map((amounts) =>
  amounts.flatMap((bought, index) => {
    const billed = addMonths(month('2026-06'), -index)
    const text = yuanText(bought)
    return [
      purchase(dayText(dayInMonth(addMonths(billed, -1), 20)), text, { account: CREDIT_PURCHASE }),
      repay(dayText(dayInMonth(billed, 9)), text, { account: CREDIT_PURCHASE, month: monthText(billed) }),
    ]
  }),
)

/** Huabei upgraded on a day; nothing of the story's own stands on it. */
function upgraded(on: Day, entries: readonly Entry[]): Ledger {
  const accounts = closingAccounts().map((one) => (one.kind === 'huabei' ? { ...one, upgradedOn: on } : one))
  const others = settledEntries().filter((entry) => !isOfHuabei(entry))
  return settledLedger({ accounts, entries: [...others, quotaCopy('huabei', '0'), ...entries] })
}

const isOfHuabei = (entry: Entry): boolean =>
  entry.kind === 'repayment' ? entry.split?.[0]?.account === 'huabei' : 'account' in entry && entry.account === 'huabei'

/** The day of an upgrade, and a purchase on Huabei shortly before it. */
const upgrade = fc
  .record({
    of: monthBetween('2025-12', '2026-06'),
    date: fc.integer({ min: 2, max: 28 }),
    before: fc.integer({ min: 1, max: 40 }),
    bought: amount(2),
  })
  .map(({ of, date, before, bought }) => {
    const on = dayInMonth(of, date)
    const early = purchase(dayText(addDays(on, -before)), yuanText(bought))
    return { on, early, billed: addMonths(monthOfDay(early.orderedOn), 1), bought }
  })

const monthOfDay = (on: Day): Month => month(dayText(on).slice(0, 7))
const shareOf = (whole: Fen, percent: number): Fen => fen(Math.floor((whole * percent) / 100))
const paidOn = (billed: Month, paid: Fen, date = 9): Entry[] =>
  paid === 0 ? [] : [repay(dayText(dayInMonth(billed, date)), yuanText(paid), { month: monthText(billed) })]

/** Minimums are paid, bill after bill: what is left of the purchase rolls on into bills whose own days are all after the upgrade. */
const rolledOut = fc
  .record({ upgrade, shares: fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 3 }), after: fc.option(amount(1)) })
  .map(({ upgrade: { on, early, billed, bought }, shares, after }) => {
    const later = after === null ? [] : [purchase(dayText(addDays(on, 3)), yuanText(after))]
    const paid = shares.flatMap((share, index) => {
      const of = addMonths(billed, index)
      return of > month('2026-07') ? [] : paidOn(of, shareOf(bought, share))
    })
    return upgraded(on, [early, ...later, ...paid])
  })

const deferral = (of: Month, moved: Fen): Deferral => ({
  ...{ id: `deferral-${of}`, kind: 'deferral', label: '', orderNo: null, note: '', account: 'huabei' },
  ...{ month: of, amount: moved, fee: fen(0), on: dayInMonth(of, 5) },
})

/** Part of the bill is moved to the next one, once or again, and the rest of each is paid. */
const deferredOut = fc
  .record({ upgrade, share: fc.integer({ min: 1, max: 99 }), again: fc.boolean() })
  .map(({ upgrade: { on, early, billed, bought }, share, again }) => {
    const moved = fen(Math.max(shareOf(bought, share), 1))
    const second = again && addMonths(billed, 1) <= month('2026-07') ? [deferral(addMonths(billed, 1), moved)] : []
    return upgraded(on, [early, deferral(billed, moved), ...paidOn(billed, fen(bought - moved)), ...second])
  })

/** Installments from before the upgrade, of which the last ones stand in later bills, unpaid, or in none yet. */
const lastInstallments = fc
  .record({
    upgrade,
    principal: amount(1200),
    count: fc.constantFrom(3, 6, 9, 12),
    left: fc.integer({ min: 1, max: 2 }),
    known: fc.constantFrom('purchase', 'first-bill'),
  })
  .map(({ upgrade: { on, early, billed }, principal, count, left, known }) => {
    const of = { ...early, amount: principal }
    const plan: Partial<InstallmentPlan> = { firstBill: billed, paidPeriods: count - left }
    return known === 'purchase'
      ? upgraded(on, [of, installments(yuanText(principal), count, '0%', { ...plan, of: of.id })])
      : upgraded(on, [installments(yuanText(principal), count, '0%', plan)])
  })

const shown = (of: Month, total: Fen, values: { paid?: Fen } = {}): Entry =>
  bill(monthText(of), yuanText(total), { account: CREDIT_PURCHASE, ...values })

/** A bill shows less than its entries; another one, not beside it, shows more than its own. */
const unrelatedExcuse = fc
  .record({
    lacking: monthBetween('2026-02', '2026-05'),
    apart: fc.constantFrom(-4, -3, -2, 2, 3),
    missing: amount(1),
    more: fc.integer({ min: 0, max: 1000 }),
  })
  .map(({ lacking, apart, missing, more }) => {
    const excuse = addMonths(lacking, apart)
    const surplus = fen(missing + more)
    const first = Math.min(lacking, excuse)
    const last = Math.max(month('2026-06'), excuse)
    const bills = Array.from({ length: last - first + 1 }, (_, index) => (first + index) as Month)
      .filter((of) => of < month('2026-07') || of === excuse)
      .map((of) => (of === excuse ? shown(of, surplus, { paid: surplus }) : shown(of, fen(0))))
    const unseen = purchase(dayText(dayInMonth(addMonths(lacking, -1), 12)), yuanText(missing), {
      account: CREDIT_PURCHASE,
    })
    return settledLedger({}, [...bills.filter((one) => !isBillOf(one, '2026-07')), unseen])
  })

const isBillOf = (entry: Entry, of: string): boolean => entry.kind === 'bill' && entry.month === month(of)

/** An account that is said to be closed and is charged or paid afterwards; nobody copied its quota. */
const closedAndMoving = fc
  .record({ before: fc.integer({ min: 1, max: 40 }), which: fc.constantFrom('credit-purchase', 'huabei', 'borrow') })
  .map(({ before, which }) => {
    const base = settledLedger()
    const closedOn = addDays(base.newestEntryOn[which]!, -before)
    const accounts: Account[] = base.accounts.map((one) =>
      one.id === which ? { ...one, status: 'closed', closedOn } : one,
    )
    const entries = base.entries.filter((entry) => entry.kind !== 'quota' || entry.account !== which)
    return { which, ledger: settledLedger({ accounts, entries }) }
  })
const closedAs = (which: string): fc.Arbitrary<Ledger> =>
  closedAndMoving.filter((one) => one.which === which).map((one) => one.ledger)

/** Installments that are all paid, by figures that an import guessed. */
const guessedPlan = fc
  .record({ principal: amount(1200), count: fc.constantFrom(3, 6, 12), feeRate: fc.constantFrom('0%', '4.5%') })
  .map(({ principal, count, feeRate }) =>
    settledLedger({}, [
      installments(yuanText(principal), count, feeRate, {
        ...{ account: CREDIT_PURCHASE, firstBill: month('2025-01'), paidPeriods: count, certain: false },
      }),
    ]),
  )

const guessedLoan = fc
  .record({ principal: amount(10_000), count: fc.constantFrom(3, 6, 12) })
  .map(({ principal, count }) =>
    settledLedger({}, [loan(yuanText(principal), '2025-01-10', { count, paidParts: count, certain: false })]),
  )

/** Bought in installments that are all paid, and never received: the trade is not finished. */
const neverReceived = fc
  .record({ bought: amount(300), count: fc.constantFrom(3, 6), ago: fc.integer({ min: 0, max: 60 }) })
  .map(({ bought, count, ago }) => {
    const ordered = purchase(dayText(addDays(TODAY, -ago)), yuanText(bought), {
      account: CREDIT_PURCHASE,
      postedOn: null,
    })
    const plan = installments(yuanText(bought), count, '0%', {
      ...{ account: CREDIT_PURCHASE, firstBill: month('2025-01'), paidPeriods: count, of: ordered.id },
    })
    return settledLedger({}, [ordered, plan])
  })

/** Installments of a part of a purchase, all paid: nobody paid the rest. */
const restOfPurchase = fc
  .record({ bought: amount(301), rest: fc.integer({ min: 1, max: 300 }), count: fc.constantFrom(3, 6) })
  .map(({ bought, rest, count }) => {
    const posted = purchase('2026-06-20', yuanText(bought), { account: CREDIT_PURCHASE })
    const plan = installments(yuanText(fen(bought - rest)), count, '0%', {
      ...{ account: CREDIT_PURCHASE, firstBill: month('2025-01'), paidPeriods: count, of: posted.id },
    })
    return settledLedger({}, [posted, plan])
  })

/** Ordered already, to be posted on a day to come. */
const postedLater = fc
  .record({ bought: amount(1), ago: fc.integer({ min: 0, max: 20 }), later: fc.integer({ min: 41, max: 60 }) })
  .map(({ bought, ago, later }) => {
    const postedOn = addDays(TODAY, later)
    const ordered = purchase(dayText(addDays(TODAY, -ago)), yuanText(bought), { account: CREDIT_PURCHASE, postedOn })
    return settledLedger({}, [ordered])
  })

const drawnLater = fc
  .record({ principal: amount(100), later: fc.integer({ min: 41, max: 60 }) })
  .map(({ principal, later }) => settledLedger({}, [loan(yuanText(principal), dayText(addDays(TODAY, later)))]))

const wholeFile: StatementCover = {
  ...{ format: 'alipay-app-v3b', to: TODAY, exportedOn: TODAY, onlyTypes: null },
  ...{ announcedRows: 79, fileRows: 79, rejected: 0 },
}

const flawedFile: fc.Arbitrary<Partial<StatementCover>> = fc.oneof(
  fc.string({ minLength: 1 }).map((onlyTypes) => ({ onlyTypes })),
  fc.integer({ min: 0, max: 78 }).map((fileRows) => ({ fileRows })),
  fc.integer({ min: 1, max: 9 }).map((rejected) => ({ rejected })),
  fc.constantFrom('wechat-2024', 'jd', 'meituan', 'alipay-web').map((format) => ({ format })),
  fc.integer({ min: 4, max: 900 }).map((ago) => ({ to: addDays(TODAY, -ago) })),
)

/** A statement that was cut, filtered, not wholly read, or that ends long before the day it was made. */
const currentByFlawedFile = fc
  .record({ flaw: flawedFile, before: fc.option(fc.integer({ min: 4, max: 400 })) })
  .map(({ flaw, before }) => {
    const earlier = before === null ? null : addDays(TODAY, -before)
    return settledLedger({ recordsCurrentOn: currentAsOf({ ...wholeFile, ...flaw }) ?? earlier })
  })

/** A bill copied with charges in it, of which part was paid, in time or late. */
const copiedCharge = fc
  .record({
    parts: fc.record({ penalty: amount(1), interest: amount(1), fee: amount(1) }),
    principal: fc.integer({ min: 0, max: 100_000 }),
    times: fc.array(fc.record({ date: fc.integer({ min: 1, max: 28 }), share: fc.integer({ min: 1, max: 33 }) }), {
      maxLength: 3,
    }),
  })
  .map(({ parts, principal, times }) => {
    const total = fen(principal + sumFen(Object.values(parts)))
    const paid = times.map(({ date, share }) =>
      repay(dayText(dayInMonth(month('2026-06'), date)), yuanText(fen(Math.max(shareOf(total, share), 1))), {
        ...{ account: CREDIT_PURCHASE, month: '2026-06' },
      }),
    )
    const copied = bill('2026-06', yuanText(total), { account: CREDIT_PURCHASE, parts })
    return settledLedger({}, [copied, ...paid])
  })

/** Found by hand as ways to a false `ready`; every one that is found goes here. */
export const BREAKS: readonly Break[] = [
  { name: 'what rolled out of a bill from before the upgrade', targets: [CREDIT_PURCHASE], broken: rolledOut },
  { name: 'what was deferred out of a bill from before the upgrade', targets: [CREDIT_PURCHASE], broken: deferredOut },
  { name: 'the last installments from before the upgrade', targets: [CREDIT_PURCHASE], broken: lastInstallments },
  { name: 'a bill that lacks what an unrelated bill has too much', targets: BILLED, broken: unrelatedExcuse },
  { name: 'a closed Credit Purchase that moves on', targets: BILLED, broken: closedAs(CREDIT_PURCHASE) },
  { name: 'a closed Huabei that moves on', targets: ['huabei'], broken: closedAs('huabei') },
  { name: 'a closed Borrow that moves on', targets: ['borrow'], broken: closedAs('borrow') },
  { name: 'a guessed plan, all paid', targets: BILLED, broken: guessedPlan },
  { name: 'a guessed loan, all paid', targets: ['borrow'], broken: guessedLoan },
  {
    name: 'records that a flawed statement made current',
    targets: ['credit-purchase', 'huabei', 'borrow'],
    broken: currentByFlawedFile,
  },
  { name: 'a purchase in installments that was never received', targets: BILLED, broken: neverReceived },
  { name: 'the rest of a purchase that is paid in part by installments', targets: BILLED, broken: restOfPurchase },
  { name: 'a purchase that is posted on a day to come', targets: BILLED, broken: postedLater },
  { name: 'a loan that is drawn on a day to come', targets: ['borrow'], broken: drawnLater },
  { name: 'a copied charge that was partly paid', targets: BILLED, broken: copiedCharge },
]
