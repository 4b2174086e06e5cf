import { expect, it } from 'vitest'
import { day, dayText, month, monthText } from '#shared/kernel/day.ts'
import { type Fen, yuanText } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import type { Bill } from '#shared/ledger/bill.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { account, bill, installments, ledger, loan, purchase, refund, repay, yuan } from './facts.ts'

/** Everything that a bill and an account say, in one view each: nothing else may change unseen. */

const amounts = (values: Readonly<Record<string, Fen>>): string =>
  Object.entries(values)
    .filter(([, amount]) => amount !== 0)
    .map(([name, amount]) => `${name} ${yuanText(amount)}`)
    .join(', ')

const said = (one: Bill): string =>
  [
    `${one.account} ${monthText(one.month)} ${dayText(one.issuedOn)} ${dayText(one.dueOn)} ${one.status} ${one.proof.state}`,
    `  total ${yuanText(one.total)}, derived ${yuanText(one.derived)}, shown ${one.shown === null ? 'no' : yuanText(one.shown)}, paid ${yuanText(one.paid)}, unpaid ${yuanText(one.unpaid)}`,
    `  minimum ${yuanText(one.minimum)} ${one.minimumCertainty}, safe ${yuanText(one.minimumSafe)}`,
    `  ${amounts(one.parts)}`,
  ].join('\n')

const bills = (facts: Ledger, on: string): string => billsOf(facts, day(on)).map(said).join('\n')

function owed(facts: Ledger, on: string): string {
  const { total, accounts, nextDue } = owedOn(facts, day(on))
  const lines = accounts.map((one) => {
    const { before, after } = one.earlyRepayFee
    const due = one.nextDue
    return [
      `${one.id} ${yuanText(one.total)}: awaiting ${yuanText(one.awaitingReceipt)}, prepaid ${yuanText(one.prepaid)}, refund expected ${yuanText(one.refundExpected)}, used ${yuanText(one.usedQuota)}, available ${one.availableQuota === null ? 'no limit' : yuanText(one.availableQuota)}`,
      `  early ${yuanText(before)} / ${yuanText(after)}, next ${due === null ? 'none' : `${dayText(due.on)} ${yuanText(due.amount)}`}, ${one.explain}`,
    ].join('\n')
  })
  const dues = nextDue.map(
    (due) =>
      `${dayText(due.on)} ${due.account}${due.overdue ? ' overdue' : ''} ${yuanText(due.amount)}, minimum ${yuanText(due.minimum)}, safe ${yuanText(due.minimumSafe)}${due.bill === null ? '' : `, bill ${monthText(due.bill)}`}`,
  )
  return [yuanText(total), ...lines, ...dues].join('\n')
}

const tv = purchase('2026-05-20', '1200')
const shoes = purchase('2026-06-10', '100')
const facts = ledger(
  '2026-07-05',
  [
    account('huabei', { limit: yuan('3000') }),
    account('borrow', { limit: yuan('500') }),
    account('other', {
      id: 'card',
      otherDebt: { balance: yuan('80'), balanceOn: day('2026-07-01'), interest: { model: 'none' } },
    }),
  ],
  [
    bill('2026-04', '50'),
    repay('2026-04-10', '50'),
    purchase('2026-04-20', '200'),
    repay('2026-05-08', '30'),
    tv,
    installments('1200', 3, '2.3%', { of: tv.id, firstBill: month('2026-06') }),
    repay('2026-06-09', '300'),
    shoes,
    refund('2026-06-12', '25', shoes),
    refund('2026-07-04', '10', shoes, { inFlight: true }),
    purchase('2026-07-02', '60'),
    purchase('2026-07-03', '128', { postedOn: null }),
    purchase('2026-07-04', '40', { refundExpected: true }),
    repay('2026-07-04', '500', { month: '2026-08' }),
    bill('2026-07', '520', { shownMinimum: yuan('90') }),
    loan('1000', '2026-05-20', { count: 3, repayDay: 20, dailyRate: rate('0.04%') }),
  ],
)

it('bills as they stand in July', () => {
  expect(bills(facts, '2026-07-05')).toMatchInlineSnapshot(`
    "huabei 2026-04 2026-04-01 2026-04-10 paid total-only
      total 50.00, derived 0.00, shown 50.00, paid 50.00, unpaid 0.00
      minimum 10.00 assumed, safe 10.00
      unexplained 50.00
    huabei 2026-05 2026-05-01 2026-05-10 minimum-paid derived-only
      total 200.00, derived 200.00, shown no, paid 30.00, unpaid 0.00
      minimum 20.00 assumed, safe 40.00
      newPurchases 200.00
    huabei 2026-06 2026-06-01 2026-06-10 overdue derived-only
      total 580.99, derived 580.99, shown no, paid 300.00, unpaid 284.49
      minimum 427.99 assumed, safe 580.99
      installmentPrincipal 400.00, installmentFees 9.20, rolledPrincipal 170.00, revolvingInterest 1.79, overdueCharges 3.50
    huabei 2026-07 2026-07-01 2026-07-10 issued differs
      total 520.00, derived 484.97, shown 520.00, paid 0.00, unpaid 520.00
      minimum 90.00 shown, safe 90.00
      newPurchases 100.00, refunds 25.00, installmentPrincipal 400.00, installmentFees 9.20, revolvingInterest 0.77, unexplained 35.03
    huabei 2026-08 2026-08-01 2026-08-10 upcoming derived-only
      total 509.20, derived 509.20, shown no, paid 500.00, unpaid 9.20
      minimum 0.00 assumed, safe 0.00
      newPurchases 100.00, installmentPrincipal 400.00, installmentFees 9.20"
  `)
})
it('bills in the middle of it all', () => {
  expect(bills(facts, '2026-06-09')).toMatchInlineSnapshot(`
    "huabei 2026-04 2026-04-01 2026-04-10 paid total-only
      total 50.00, derived 0.00, shown 50.00, paid 50.00, unpaid 0.00
      minimum 10.00 assumed, safe 10.00
      unexplained 50.00
    huabei 2026-05 2026-05-01 2026-05-10 minimum-paid derived-only
      total 200.00, derived 200.00, shown no, paid 30.00, unpaid 0.00
      minimum 20.00 assumed, safe 40.00
      newPurchases 200.00
    huabei 2026-06 2026-06-01 2026-06-10 partly-paid derived-only
      total 580.99, derived 580.99, shown no, paid 300.00, unpaid 280.99
      minimum 427.99 assumed, safe 580.99
      installmentPrincipal 400.00, installmentFees 9.20, rolledPrincipal 170.00, revolvingInterest 1.79
    huabei 2026-07 2026-07-01 2026-07-10 upcoming derived-only
      total 409.97, derived 409.97, shown no, paid 0.00, unpaid 409.97
      minimum 0.00 assumed, safe 0.00
      installmentPrincipal 400.00, installmentFees 9.20, revolvingInterest 0.77"
  `)
})
it('what is owed', () => {
  expect(owed(facts, '2026-07-05')).toMatchInlineSnapshot(`
    "2320.75
    huabei 1213.69: awaiting 128.00, prepaid 400.00, refund expected 50.00, used 1319.02, available 1680.98
      early 9.20 / 9.20, next 2026-07-10 520.00, owed:huabei@2026-07-05
    borrow 1027.06: awaiting 0.00, prepaid 0.00, refund expected 0.00, used 1000.00, available 0.00
      early 0.00 / 0.00, next 2026-07-20 341.37, owed:borrow@2026-07-05
    card 80.00: awaiting 0.00, prepaid 0.00, refund expected 0.00, used 80.00, available no limit
      early 0.00 / 0.00, next none, owed:card@2026-07-05
    2026-06-10 huabei overdue 284.49, minimum 284.49, safe 284.49, bill 2026-06
    2026-06-20 borrow overdue 344.33, minimum 344.33, safe 344.33
    2026-07-10 huabei 520.00, minimum 90.00, safe 374.49, bill 2026-07
    2026-07-20 borrow 341.37, minimum 341.37, safe 341.37
    2026-08-20 borrow 341.36, minimum 341.36, safe 341.36"
  `)
})
it('a bill that was moved into installments whole', () => {
  const plan = installments('100', 3, '0%', { origin: 'bill', fromBill: month('2026-07'), firstBill: month('2026-08') })
  expect(
    bills(ledger('2026-07-05', [account('huabei')], [bill('2026-07', '100'), plan]), '2026-07-05'),
  ).toMatchInlineSnapshot(`
    "huabei 2026-07 2026-07-01 2026-07-10 in-installments total-only
      total 0.00, derived 0.00, shown 100.00, paid 0.00, unpaid 0.00
      minimum 0.00 assumed, safe 0.00
      movedToInstallments 100.00, unexplained 100.00
    huabei 2026-08 2026-08-01 2026-08-10 upcoming derived-only
      total 33.34, derived 33.34, shown no, paid 0.00, unpaid 33.34
      minimum 0.00 assumed, safe 0.00
      installmentPrincipal 33.34"
  `)
})
