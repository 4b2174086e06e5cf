import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { day, monthText } from '#shared/kernel/day.ts'
import { fen, sumFen, yuanText } from '#shared/kernel/money.ts'
import { applyRate, rate } from '#shared/kernel/rate.ts'
import { cycleOfPosting } from '#shared/ledger/cycle.ts'
import { installmentsOf } from '#shared/ledger/installment-plan.ts'
import { overdueCharge } from '#shared/ledger/interest.ts'
import { interestFor, loanPartsOf } from '#shared/ledger/loan.ts'
import { minimumOf } from '#shared/ledger/minimum.ts'
import { DEFAULT_TERMS } from '#shared/ledger/terms.ts'
import { readStatement } from '#shared/statement-files/read-statement.ts'
import { installments, loan, yuan } from './facts.ts'

/** Figures that others have published and that are wrong (domain.md 12.6): what the rules say instead. */
describe('published errors are not repeated', () => {
  const charge = (amount: string, days: number) =>
    yuanText(
      overdueCharge(
        [{ after: day('2026-01-10'), through: (day('2026-01-10') + days) as never, balance: yuan(amount) }],
        DEFAULT_TERMS.overdueDailyRate,
        'dailyHalfUpThenMultiply',
      ),
    )

  it('100.00 for a day at 0.05 % is 0.05, not 0.50; 1,000.00 is 0.50, not 5.00', () => {
    expect([charge('100', 1), charge('1000', 1)]).toEqual(['0.05', '0.50'])
  })
  it('deferring 1,000.00 costs 15.00 at 1.5 %, not 5.00', () => {
    expect(yuanText(applyRate(yuan('1000'), DEFAULT_TERMS.deferralFeeRate, 'halfUp'))).toBe('15.00')
  })
  it('1,500.00 and 2,000.00 over 31 days at 0.05 % are 23.25 and 31.00, not 23.35 and 30.00', () => {
    expect(['1500', '2000'].map((principal) => yuanText(interestFor(yuan(principal), rate('0.05%'), 31)))).toEqual([
      '23.25',
      '31.00',
    ])
  })
  it('overdue Borrow principal bears one and a half times its rate, never 0.5 % or 1 to 3 % a day', () => {
    expect(DEFAULT_TERMS.penaltyTenths).toBe(15)
  })
  it('5,000.00 in 12 at 8.8 % is 5,440.00 in all, not 5,440.08', () => {
    const periods = installmentsOf(installments('5000', 12, '8.8%'), 'first')
    expect(yuanText(sumFen(periods.map((period) => fen(period.principal + period.fee))))).toBe('5440.00')
  })
  it('a minimum keeps the installment in full: 1,000.00 with 300.00 posted is 370.00 at 10 %, not 70.00', () => {
    const none = yuan('0')
    const parts = {
      newPrincipal: yuan('700'),
      rolledPrincipal: none,
      refunds: none,
      movedToInstallments: none,
      installmentsPosted: yuan('300'),
      deferralPosted: none,
      fees: none,
      interestAndPenalty: none,
      overdueHistory: none,
      total: yuan('1000'),
    }
    expect(yuanText(minimumOf(parts, DEFAULT_TERMS))).toBe('370.00')
  })
  it('parts of a loan add up: principal to the principal, each payment but the last the same', () => {
    const parts = loanPartsOf(loan('10000', '2026-01-10', { count: 12 }))
    expect(yuanText(sumFen(parts.map((part) => part.principal)))).toBe('10000.00')
    expect(new Set(parts.slice(0, -1).map((part) => part.principal + part.interest)).size).toBe(1)
  })
  it('the free days are those of the bill, 10 to 40 with 1/10, not 20 to 50', () => {
    const terms = [{ from: day('2020-01-01'), source: 'user' as const, set: { statementDay: 1, dueDay: 10 } }]
    const elapsed = Array.from({ length: 365 }, (_, index) => (day('2026-01-01') + index) as never).map(
      (posted) => cycleOfPosting(terms, posted).dueOn - posted,
    )
    expect([Math.min(...elapsed), Math.max(...elapsed)]).toEqual([10, 40])
  })
})

type TextOracle = {
  readonly id: string
  readonly text: string
  readonly on: string
  readonly settlesBill: string
  readonly combined?: boolean
}
const texts = (
  JSON.parse(readFileSync(new URL('../oracles/huabei.json', import.meta.url), 'utf8')) as {
    repaymentTexts: TextOracle[]
  }
).repaymentTexts

describe('what a repayment says it settles', () => {
  const header = readFileSync(new URL('../fixtures/alipay-app-2026-gb18030.csv', import.meta.url))
  const preamble = new TextDecoder('gb18030')
    .decode(header)
    .split('\n')
    .slice(0, 24)
    .join('\n')
    .replace('共79笔记录', '共1笔记录')
  it.each(texts.map((oracle) => [oracle.id, oracle] as const))('%s', (_id, oracle) => {
    const shop = oracle.combined ? '花呗|信用购' : '花呗'
    const row = `${oracle.on} 08:00:00,信用借还,${shop},/,${oracle.text},不计收支,100.00,余额宝,还款成功,2026071029020999802166669228\t,\t,,`
    const outcome = readStatement(`${preamble}\n${row}\n`)
    const [draft] = outcome.ok ? outcome.value.drafts : []
    expect([draft?.kind, draft?.billMonth && monthText(draft.billMonth), draft?.combined]).toEqual([
      'repayment',
      oracle.settlesBill,
      oracle.combined ?? false,
    ])
  })
})
