import { describe, expect, it } from 'vitest'
import { day, month } from '#shared/kernel/day.ts'
import {
  decideInstallments,
  decideLoan,
  decideQuota,
  type InstallmentsFacts,
} from '#shared/ledger/decisions/decide-debt.ts'
import type { InstallmentPlan, Loan, QuotaCopy, ShownInstallment, ShownLoanPart } from '#shared/ledger/entry.ts'
import { account, installments, loan, purchase, refund, yuan } from '../facts.ts'
import { breaks, taken } from './verdict.ts'

/** Statement day 1: the bill of July is issued on the 1st. */
const facts: InstallmentsFacts = {
  account: account('huabei'),
  today: day('2026-07-01'),
  plans: [],
  bill: null,
  purchase: null,
}
const july = month('2026-07')

const shownPeriod = (number: number, principal: string): ShownInstallment => ({
  number,
  principal: yuan(principal),
  fee: yuan('1'),
})

describe('installments of a purchase', () => {
  const bought = purchase('2026-06-03', '600', { id: 'p1' })
  const plan = installments('600', 6, '4.5%', { id: 'i1' })

  it.each<[says: string, facts: InstallmentsFacts, draft: InstallmentPlan]>([
    ['of no purchase that is known', facts, plan],
    ['of one of the same account', { ...facts, purchase: bought }, { ...plan, of: 'p1' }],
    ['of it, entered again', { ...facts, purchase: bought, plans: [{ ...plan, of: 'p1' }] }, { ...plan, of: 'p1' }],
    [
      'of it, beside a plan of another purchase',
      { ...facts, purchase: bought, plans: [installments('600', 3, '0%', { of: 'p2' })] },
      { ...plan, of: 'p1' },
    ],
    ['all periods paid', facts, { ...plan, paidPeriods: 6 }],
    ['the last period as Alipay shows it', facts, { ...plan, shownPeriods: [shownPeriod(6, '100')] }],
    [
      'every principal as Alipay shows it',
      facts,
      { ...plan, count: 2, shownPeriods: [shownPeriod(1, '300'), shownPeriod(2, '300')] },
    ],
    ['on Credit Purchase', { ...facts, account: account('credit-purchase', { id: 'js' }) }, { ...plan, account: 'js' }],
  ])('%s are taken', (_, known, draft) => {
    expect(decideInstallments(known, draft)).toEqual(taken(draft))
  })

  it.each<[says: string, facts: InstallmentsFacts, draft: InstallmentPlan, verdict: object]>([
    ['on Borrow', { ...facts, account: account('borrow') }, plan, breaks('account-not-billed', { id: 'borrow' })],
    ['with a bill that they move', facts, { ...plan, fromBill: july }, breaks('from-bill-not-for-trade')],
    ['of a purchase that is not there', facts, { ...plan, of: 'p1' }, breaks('entry-not-found', { id: 'p1' })],
    [
      'of a refund',
      { ...facts, purchase: refund('2026-06-03', '600', null) },
      { ...plan, of: 'r1' },
      breaks('entry-not-a-purchase', { id: 'r1' }),
    ],
    [
      'of a purchase of another account',
      { ...facts, purchase: { ...bought, account: 'js' } },
      { ...plan, of: 'p1' },
      breaks('plan-account-differs', { account: 'huabei', purchaseAccount: 'js' }),
    ],
    [
      'of more than the purchase, by a fen',
      { ...facts, purchase: { ...bought, amount: yuan('599.99') } },
      { ...plan, of: 'p1' },
      breaks('plan-above-purchase', { principal: '600.00', amount: '599.99' }),
    ],
    [
      'of a purchase that is in installments already',
      { ...facts, purchase: bought, plans: [installments('600', 3, '0%', { id: 'i0', of: 'p1' })] },
      { ...plan, of: 'p1' },
      breaks('purchase-in-plan-already', { id: 'p1', plan: 'i0' }),
    ],
    [
      'more periods paid than there are',
      facts,
      { ...plan, paidPeriods: 7 },
      breaks('periods-paid-above-count', { paid: 7, count: 6 }),
    ],
    [
      'a period shown that there is not',
      facts,
      { ...plan, shownPeriods: [shownPeriod(1, '100'), shownPeriod(7, '100')] },
      breaks('shown-part-out-of-range', { number: 7, count: 6 }),
    ],
    [
      'a period that is shown twice',
      facts,
      { ...plan, shownPeriods: [shownPeriod(2, '100'), shownPeriod(2, '100')] },
      breaks('shown-part-twice', { number: 2 }),
    ],
    [
      'all periods shown, and less than was bought',
      facts,
      { ...plan, count: 2, shownPeriods: [shownPeriod(1, '300'), shownPeriod(2, '299.99')] },
      breaks('installment-principals-too-small', { sum: '599.99', principal: '600.00' }),
    ],
    [
      'principals shown that are more than was bought',
      facts,
      { ...plan, shownPeriods: [shownPeriod(1, '300'), shownPeriod(2, '300.01')] },
      breaks('installment-principals-too-large', { sum: '600.01', principal: '600.00' }),
    ],
  ])('%s are refused', (_, known, draft, verdict) => {
    expect(decideInstallments(known, draft)).toEqual(verdict)
  })
})

describe('installments of a bill', () => {
  const plan = installments('300', 3, '2.5%', { id: 'i1', origin: 'bill', fromBill: july, firstBill: july })
  const standing = { unpaid: yuan('300'), total: yuan('500') }
  const other = installments('100', 3, '2.5%', { id: 'i0', origin: 'bill', fromBill: july })

  it.each<[says: string, facts: InstallmentsFacts, draft: InstallmentPlan]>([
    [
      'of all that is unpaid, from the day it is issued, the first in the same bill',
      { ...facts, bill: standing },
      plan,
    ],
    ['of a bill that the ledger does not have', facts, plan],
    ['the first one in the next bill', facts, { ...plan, firstBill: month('2026-08') }],
    ['the same plan, entered again', { ...facts, plans: [{ ...other, id: 'i1' }] }, plan],
    ['beside installments of another bill', { ...facts, plans: [{ ...other, fromBill: month('2026-06') }] }, plan],
    [
      'under way: what was paid is not in its bill',
      { ...facts, bill: standing },
      { ...plan, principal: yuan('300.01'), paidPeriods: 1 },
    ],
  ])('%s are taken', (_, known, draft) => {
    expect(decideInstallments(known, draft)).toEqual(taken(draft))
  })

  it.each<[says: string, facts: InstallmentsFacts, draft: InstallmentPlan, verdict: object]>([
    ['without its month', facts, { ...plan, fromBill: null }, breaks('from-bill-missing')],
    ['that name a purchase as well', facts, { ...plan, of: 'p1' }, breaks('purchase-not-for-bill-plan')],
    [
      'the first one before the bill',
      facts,
      { ...plan, firstBill: month('2026-06') },
      breaks('first-bill-before-source', { firstBill: '2026-06', fromBill: '2026-07' }),
    ],
    [
      'the day before it is issued',
      { ...facts, today: day('2026-06-30') },
      plan,
      breaks('bill-not-issued', { month: '2026-07', issuedOn: '2026-07-01' }),
    ],
    [
      'of a bill that was moved already',
      { ...facts, plans: [other] },
      plan,
      breaks('bill-moved-already', { month: '2026-07' }),
    ],
    [
      'of more than is unpaid of it',
      { ...facts, bill: { ...standing, unpaid: yuan('299.99') } },
      plan,
      breaks('bill-too-small', { month: '2026-07', left: '299.99', amount: '300.00' }),
    ],
    [
      'more periods paid than there are',
      facts,
      { ...plan, paidPeriods: 4 },
      breaks('periods-paid-above-count', { paid: 4, count: 3 }),
    ],
  ])('%s are refused', (_, known, draft, verdict) => {
    expect(decideInstallments(known, draft)).toEqual(verdict)
  })
})

describe('a loan', () => {
  const drawn = loan('6000', '2026-07-01', { id: 'l1' })
  const shownPart = (number: number, principal: string): ShownLoanPart => ({
    number,
    principal: yuan(principal),
    dueOn: day('2026-08-10'),
    interest: yuan('1'),
  })

  it.each<[says: string, draft: Loan]>([
    ['drawn today', drawn],
    ['repaid in full', { ...drawn, paidParts: 6 }],
    ['its last part as Alipay shows it, with all the principal', { ...drawn, shownParts: [shownPart(6, '6000')] }],
  ])('%s is taken', (_, draft) => {
    expect(decideLoan(account('borrow'), draft, day('2026-07-01'))).toEqual(taken(draft))
    expect(decideLoan(account('credit-loan'), draft, day('2026-07-01'))).toEqual(taken(draft))
  })

  it.each<[says: string, draft: Loan, verdict: object]>([
    ['drawn tomorrow', { ...drawn, drawnOn: day('2026-07-02') }, breaks('day-in-future', { on: '2026-07-02' })],
    [
      'more parts paid than there are',
      { ...drawn, paidParts: 7 },
      breaks('periods-paid-above-count', { paid: 7, count: 6 }),
    ],
    [
      'a part shown that there is not',
      { ...drawn, shownParts: [shownPart(7, '1')] },
      breaks('shown-part-out-of-range', { number: 7, count: 6 }),
    ],
    [
      'principals shown that are more than was drawn',
      { ...drawn, shownParts: [shownPart(1, '6000.01')] },
      breaks('installment-principals-too-large', { sum: '6000.01', principal: '6000.00' }),
    ],
  ])('%s is refused', (_, draft, verdict) => {
    expect(decideLoan(account('borrow'), draft, day('2026-07-01'))).toEqual(verdict)
  })

  it('of Huabei is refused', () => {
    expect(decideLoan(account('huabei'), drawn, day('2026-07-01'))).toEqual(
      breaks('account-not-lending', { id: 'huabei' }),
    )
  })
})

describe('a used quota that was copied', () => {
  const limited = account('huabei', { limit: yuan('8000') })
  const copied: QuotaCopy = {
    kind: 'quota',
    id: 'q1',
    label: '',
    orderNo: null,
    note: '',
    account: 'huabei',
    used: yuan('8000'),
    on: day('2026-07-01'),
  }

  it('is at most the limit, where there is one, and not of tomorrow', () => {
    const [today, more] = [day('2026-07-01'), { ...copied, used: yuan('8000.01') }]
    expect(decideQuota(limited, copied, today)).toEqual(taken(copied))
    expect(decideQuota(account('huabei'), more, today)).toEqual(taken(more))
    expect(decideQuota(limited, more, today)).toEqual(
      breaks('quota-above-limit', { used: '8000.01', limit: '8000.00' }),
    )
    expect(decideQuota(limited, { ...copied, on: day('2026-07-02') }, today)).toEqual(
      breaks('day-in-future', { on: '2026-07-02' }),
    )
  })
})
