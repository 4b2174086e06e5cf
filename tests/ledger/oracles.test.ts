import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { day, dayText, monthText } from '#shared/kernel/day.ts'
import { type Fen, fen, sumFen, yuanText } from '#shared/kernel/money.ts'
import { applyRate, rate } from '#shared/kernel/rate.ts'
import { cycleOfMonth, cycleOfPosting, lastDayOf } from '#shared/ledger/cycle.ts'
import { annualRateText } from '#shared/ledger/honest-rate.ts'
import { earlySettlement, installmentsOf, totalFee } from '#shared/ledger/installment-plan.ts'
import { overdueCharge, revolvingInterest } from '#shared/ledger/interest.ts'
import { minimumOf } from '#shared/ledger/minimum.ts'
import { DEFAULT_TERMS, type EarlySettlementMode } from '#shared/ledger/terms.ts'
import { installments, yuan } from './facts.ts'

type Row = { readonly id: string; readonly [key: string]: unknown }
const oracles = JSON.parse(readFileSync(new URL('../oracles/huabei.json', import.meta.url), 'utf8')) as Record<
  string,
  Row[]
>
const rows = (name: string): [string, Row][] => (oracles[name] ?? []).map((row) => [row.id, row])
const text = (row: Row, key: string): string => row[key] as string
const zero = yuan('0')

describe('cycles', () => {
  it.each(rows('cycles').filter(([id]) => id !== 'B10'))('%s', (_id, row) => {
    const terms = [
      {
        from: day('2020-01-01'),
        source: 'user' as const,
        set: { statementDay: row.statementDay as number, dueDay: row.dueDay as number },
      },
    ]
    const cycle = cycleOfPosting(terms, day(text(row, 'posted')))
    const elapsed = cycle.dueOn - day(text(row, 'posted'))
    const got: Record<string, unknown> = {
      billMonth: monthText(cycle.month),
      issuedOn: dayText(cycle.issuedOn),
      dueOn: dayText(cycle.dueOn),
      elapsedDays: elapsed,
      inclusiveDays: elapsed + 1,
    }
    for (const key of Object.keys(got)) if (key in row) expect({ [key]: got[key] }).toEqual({ [key]: row[key] })
  })

  it('B10: a change starts with the next month, and issued bills keep their due day', () => {
    const terms = [
      { from: day('2020-01-01'), source: 'user' as const, set: { statementDay: 1, dueDay: 10 } },
      { from: day('2026-10-02'), source: 'user' as const, set: { statementDay: 10, dueDay: 20 } },
    ]
    const october = cycleOfMonth(terms, cycleOfPosting(terms, day('2026-09-15')).month)
    const next = cycleOfPosting(terms, day('2026-10-01'))
    expect({
      october: dayText(october.dueOn),
      covers: [dayText(next.from), dayText(lastDayOf(next))],
      issuedOn: dayText(next.issuedOn),
      dueOn: dayText(next.dueOn),
      elapsed: next.dueOn - day('2026-10-01'),
    }).toEqual({
      october: '2026-10-10',
      covers: ['2026-10-01', '2026-11-09'],
      issuedOn: '2026-11-10',
      dueOn: '2026-11-20',
      elapsed: 50,
    })
  })
})

describe('minimum', () => {
  const parts = (row: Row) => {
    const of = (key: string): Fen => (key in row ? yuan(text(row, key)) : zero)
    const newPrincipal = 'newPrincipal' in row ? of('newPrincipal') : of('bill')
    return {
      newPrincipal,
      rolledPrincipal: of('rolledPrincipal'),
      refunds: zero,
      movedToInstallments: of('movedToInstallments'),
      installmentsPosted: of('installmentPosted'),
      deferralPosted: of('deferralPosted'),
      fees: of('fees'),
      interestAndPenalty: of('interestAndPenalty'),
      overdueHistory: zero,
      total: yuan('bill' in row ? text(row, 'bill') : '100000'),
    }
  }
  it.each(rows('minimum').filter(([, row]) => 'minimum' in row))('%s', (_id, row) => {
    const minRatio = rate('ratio' in row ? text(row, 'ratio') : '10%')
    expect(yuanText(minimumOf(parts(row), { ...DEFAULT_TERMS, minRatio }))).toBe(row.minimum)
    if ('dailyInterestOnRest' in row) {
      const rest = fen(parts(row).newPrincipal - yuan(text(row, 'minimum')))
      expect(yuanText(applyRate(rest, DEFAULT_TERMS.revolvingDailyRate, 'halfUp'))).toBe(row.dailyInterestOnRest)
    }
  })
  it('M4, M8, M9: interest on what rolls, by days', () => {
    const interest = (balance: string, after: string, through: string) =>
      yuanText(
        revolvingInterest(
          [{ after: day(after), through: day(through), balance: yuan(balance) }],
          DEFAULT_TERMS.revolvingDailyRate,
        ),
      )
    expect([
      interest('500', '2026-04-20', '2026-04-30'),
      interest('900', '2025-12-09', '2025-12-31'),
      interest('900', '2025-12-09', '2026-01-09'),
    ]).toEqual(['2.50', '9.90', '13.95'])
  })
})

describe('overdue', () => {
  it.each(rows('overdue'))('%s', (_id, row) => {
    const segments = [
      {
        after: day('2026-01-10'),
        through: (day('2026-01-10') + (row.days as number)) as never,
        balance: yuan(text(row, 'amount')),
      },
    ]
    const charge = (rounding: 'dailyHalfUpThenMultiply' | 'multiplyThenRound') =>
      yuanText(overdueCharge(segments, DEFAULT_TERMS.overdueDailyRate, rounding))
    expect(charge('dailyHalfUpThenMultiply')).toBe(row.charge)
    if ('multiplyThenRound' in row) expect(charge('multiplyThenRound')).toBe(row.multiplyThenRound)
  })
})

describe('installments', () => {
  it.each(rows('installments'))('%s', (_id, row) => {
    const plan = installments(text(row, 'principal'), row.count as number, (row.rate as string) ?? '0%')
    const periods = installmentsOf(plan, 'first')
    const [first, second] = periods
    const sum = (amounts: readonly Fen[]) => yuanText(sumFen(amounts))
    const got: Record<string, unknown> = {
      totalFee: yuanText(totalFee(plan)),
      perPeriod: sum([second!.principal, second!.fee]),
      perPeriodPrincipal: yuanText(second!.principal),
      perPeriodFee: yuanText(second!.fee),
      firstPeriod: sum([first!.principal, first!.fee]),
      annualRate: annualRateText(plan.feeRate, plan.count),
    }
    for (const key of Object.keys(got)) if (row[key] != null) expect({ [key]: got[key] }).toEqual({ [key]: row[key] })
    expect(sum(periods.map((period) => period.principal))).toBe(yuanText(plan.principal))
    expect(sum(periods.map((period) => period.fee))).toBe(yuanText(totalFee(plan)))
  })
})

describe('early settlement', () => {
  it.each(rows('earlySettlement'))('%s', (_id, row) => {
    const plan = installments('6000', 6, '4.5%')
    const unbilled = installmentsOf(plan, 'first').slice(row.paidPeriods as number)
    const modes = row.modes as Record<EarlySettlementMode, string>
    const got = Object.keys(modes).map((mode) => {
      const settled = earlySettlement(unbilled, mode as EarlySettlementMode)
      return [mode, yuanText(fen(settled.principal + settled.fee))]
    })
    expect(Object.fromEntries(got)).toEqual(modes)
  })
})
