import { addMonths, month } from '#shared/kernel/day.ts'
import { rate } from '#shared/kernel/rate.ts'
import type { Account, OtherInterest } from '#shared/ledger/account.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { type Plan, planInFull } from '#shared/outlook/plan.ts'
import { account, bill, installments, ledger, loan, purchase, yuan } from '../ledger/facts.ts'

/** The ledger and the plan of P7: ten accounts, thirty installment plans, and a budget that takes ten years. */
const TODAY = '2026-07-05'

const BILLED = ['huabei', 'js', 'nb', 'wz'] as const

const other = (id: string, balance: string, interest: OtherInterest): Account =>
  account('other', {
    id,
    name: id,
    otherDebt: { balance: yuan(balance), balanceOn: ledger(TODAY, [], []).today, interest },
  })

const accounts = (): Account[] => [
  account('huabei', { id: 'huabei' }),
  ...['js', 'nb', 'wz'].map((id) => account('credit-purchase', { id, name: id, lender: id })),
  account('borrow', { id: 'borrow' }),
  account('credit-loan', { id: 'credit-loan', lender: 'js' }),
  other('card', '320000', {
    model: 'monthly-apr',
    annualRate: rate('18%'),
    minimum: { kind: 'percent', percent: rate('2%'), floor: yuan('100') },
  }),
  other('old-card', '160000', {
    model: 'monthly-apr',
    annualRate: rate('15.6%'),
    minimum: { kind: 'fixed', amount: yuan('2400') },
  }),
  other('friend', '8000', { model: 'none' }),
  other('app', '9000', { model: 'equal-principal', count: 36, dailyRate: rate('0.045%'), repayDay: 20 }),
]

function entries(): Entry[] {
  const plans = Array.from({ length: 30 }, (_, index) =>
    installments(String(900 + index * 130), [6, 12, 24, 36][index % 4] ?? 12, '9%', {
      account: BILLED[index % BILLED.length] ?? 'huabei',
      firstBill: addMonths(month('2026-07'), index % 5),
    }),
  )
  const bills = BILLED.map((id, index) => bill('2026-07', String(2400 + index * 350), { account: id }))
  const bought = BILLED.map((id) => purchase('2026-07-03', '188.80', { account: id }))
  const loans = [
    loan('20000', '2026-03-12', { account: 'borrow', count: 12 }),
    loan('12000', '2026-05-20', { account: 'borrow', count: 12, method: 'interest-only' }),
    loan('9000', '2026-06-02', { account: 'credit-loan', count: 12 }),
  ]
  return [...plans, ...bills, ...bought, ...loans]
}

export const largeLedger = (): Ledger => ledger(TODAY, accounts(), entries())

export const largePlan = (today: Ledger['today']): Plan => ({
  ...planInFull(today),
  money: { kind: 'monthly', amount: yuan('10200'), payOn: 6 },
  lumps: [{ on: today, amount: yuan('40000') }],
  goal: { freeBy: (today + 365 * 6) as Plan['from'] },
})
