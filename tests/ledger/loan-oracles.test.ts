import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { addDays, day, dayText } from '#shared/kernel/day.ts'
import { fen, sumFen, yuanText } from '#shared/kernel/money.ts'
import { applyRate, rate } from '#shared/kernel/rate.ts'
import {
  accruedInterest,
  createLoanBook,
  penaltyOf,
  principalNotDue,
  runOverdue,
} from '#shared/ledger/book/lending-book.ts'
import { payLending } from '#shared/ledger/book/pay-lending.ts'
import { firstDueOn, interestDays, interestFor, loanPartsOf } from '#shared/ledger/loan.ts'
import { DEFAULT_TERMS } from '#shared/ledger/terms.ts'
import { account, loan, yuan } from './facts.ts'

type Row = { readonly id: string; readonly [key: string]: string }
const rows = (JSON.parse(readFileSync(new URL('../oracles/huabei.json', import.meta.url), 'utf8')) as { loans: Row[] })
  .loans
const byId = (id: string): Row => rows.find((row) => row.id === id) as Row
const interest = (principal: string, dailyRate: string, days: number) =>
  yuanText(interestFor(yuan(principal), rate(dailyRate), days))

describe('equal installments', () => {
  it.each(rows.filter((row) => row.method === 'equal-installment').map((row) => [row.id, row] as const))(
    '%s',
    (_id, row) => {
      const parts = loanPartsOf(
        loan(row.principal!, '2026-01-01', { dailyRate: rate(row.dailyRate!), count: Number(row.count) }),
      )
      const pays = parts.map((part) => yuanText(fen(part.principal + part.interest)))
      const got: Record<string, unknown> = {
        payment: pays[0],
        lastPayment: pays.at(-1),
        principals: parts.map((part) => yuanText(part.principal)),
        interests: parts.map((part) => yuanText(part.interest)),
        totalInterest: yuanText(sumFen(parts.map((part) => part.interest))),
      }
      for (const key of Object.keys(got)) if (key in row) expect({ [key]: got[key] }).toEqual({ [key]: row[key] })
    },
  )
})

describe('interest by the day', () => {
  it('J2: prepaid in full ten days after the first part', () => {
    const book = {
      account: account('borrow'),
      loans: [createLoanBook(loan('6000', '2026-01-10', { paidParts: 1 }), account('borrow'))],
      returned: yuan('0'),
    }
    const [first] = book.loans
    const on = addDays(day('2026-02-10'), 10)
    const asked = accruedInterest(first!, on)
    const principal = principalNotDue(first!, on)
    expect([yuanText(asked), yuanText(principal)]).toEqual([byId('J2').interest, byId('J2').principal])
    expect(yuanText(fen(yuan('90') + asked))).toBe(byId('J2').totalInterest)
    const { left } = payLending(book, on, { amount: fen(asked + principal), settles: null })
    expect([left, principalNotDue(first!, on), first!.parts.every((part) => part.interest === 0)]).toEqual([0, 0, true])
  })

  it('J5: interest first, thirty days a month', () => {
    const months = Object.keys(byId('J5').monthly!)
    expect(months.map((dailyRate) => interest('10000', dailyRate, 30))).toEqual(Object.values(byId('J5').monthly!))
  })

  it('J6, J7, W2: principal × rate × days', () => {
    const byDays = byId('J6').interestByDays as unknown as Record<string, string>
    expect(Object.keys(byDays).map((days) => interest('10000', '0.035%', Number(days)))).toEqual(Object.values(byDays))
    expect([interest('10000', '0.05%', 10), interest('10000', '0.04%', 5)]).toEqual([
      byId('J7').interest,
      byId('W2').interest,
    ])
  })

  it('J9: an overdue part bears one and a half times the rate', () => {
    const book = {
      account: account('borrow'),
      loans: [createLoanBook(loan('10000', '2026-01-01', { count: 1, dailyRate: rate('0.04%') }), account('borrow'))],
      returned: yuan('0'),
    }
    const first = book.loans[0]!
    runOverdue(book, addDays(first.parts[0]!.dueOn, 1))
    expect(yuanText(penaltyOf(first, first.parts[0]!, DEFAULT_TERMS.penaltyTenths))).toBe(byId('J9').penaltyPerDay)
  })

  it('J10: borrowed and repaid on one day is one day', () => {
    const on = day('2026-01-01')
    expect(interest('10000', '0.05%', interestDays(on, on))).toBe(byId('J10').interest)
  })

  it('J12: fewer than fifteen days to the repay day move the first part by a month', () => {
    expect(dayText(firstDueOn(day(byId('J12').drawnOn!), Number(byId('J12').repayDay)))).toBe(byId('J12').firstDueOn)
  })

  it('W3: a deferral costs its rate', () => {
    expect(yuanText(applyRate(yuan(byId('W3').deferral!), DEFAULT_TERMS.deferralFeeRate, 'halfUp'))).toBe(
      byId('W3').fee,
    )
  })
})
