import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, month } from '#shared/kernel/day.ts'
import { sumFen, yuanText } from '#shared/kernel/money.ts'
import { openBooks } from '#shared/ledger/book/ledger-book.ts'
import { totalOf } from '#shared/ledger/cells.ts'
import type { Entry, Repayment } from '#shared/ledger/entry.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { payoffQuote } from '#shared/outlook/quote.ts'
import { settled } from '#shared/outlook/quote-parts.ts'
import { account, bill, installments, ledger, loan, purchase, refund, repay } from '../ledger/facts.ts'
import { runs } from '../runs.ts'
import { anyUnderTerms } from './any-terms.ts'

/** The ledger after paying a quote to the letter, each plan and loan by its name. */
function paying(before: Ledger, id: string, on: Ledger['today']): Ledger {
  const { payments } = settled(openBooks(before, on), id)
  const amount = sumFen(payments.map((part) => part.amount))
  const repayment: Repayment = { ...repay('2026-01-01', '1'), amount, on, split: payments }
  return amount === 0 ? before : { ...before, entries: [...before.entries, repayment] }
}

test('paying a quote on its day leaves every cell zero', () => {
  fc.assert(
    fc.property(anyUnderTerms, fc.integer({ min: 0, max: 120 }), (before, later) => {
      const on = addDays(before.today, later)
      for (const { id } of before.accounts) {
        const quote = payoffQuote(before, id, on)
        expect(quote.total).toBe(sumFen(settled(openBooks(before, on), id).payments.map((part) => part.amount)))
        expect(quote.total).toBe(totalOf(quote.cells) + quote.earlyRepayFee)
        expect(quote.range.low).toBeLessThanOrEqual(quote.total)
        expect(quote.range.high).toBeGreaterThanOrEqual(quote.total)
        const left = owedOn(paying(before, id, on), on).accounts.find((one) => one.id === id)
        expect(left?.total).toBe(0)
      }
    }),
    runs(150),
  )
})

describe('installments settled early', () => {
  const plan = (values = {}) =>
    installments('6000', 6, '4.5%', { firstBill: month('2026-06'), paidPeriods: 1, ...values })
  const quoteOf = (mode: 'official2019' | 'nextFeeOnly' | 'waiveUnbilled' | 'chargeAll') =>
    payoffQuote(ledger('2026-06-20', [account('huabei', { set: { earlySettlementMode: mode } })], [plan()]), 'huabei')

  test.each([
    ['official2019', '5090.00'],
    ['nextFeeOnly', '5045.00'],
    ['waiveUnbilled', '5000.00'],
    ['chargeAll', '5225.00'],
  ] as const)('by %s costs %s (I17)', (mode, total) => {
    expect(yuanText(quoteOf(mode).total)).toBe(total)
  })

  test('no mode is proven: have the highest ready', () => {
    const quote = quoteOf('official2019')
    expect([yuanText(quote.range.low), yuanText(quote.range.high)]).toEqual(['5000.00', '5225.00'])
    expect(quote.warnings).toContainEqual({ code: 'quote-range', values: { low: '5000.00', high: '5225.00' } })
  })

  test('is not possible while anything is overdue', () => {
    const late = ledger('2026-07-20', [account('huabei')], [plan(), bill('2026-06', '1000', {})])
    expect(payoffQuote(late, 'huabei').warnings.map((one) => one.code)).toContain('quote-settle-overdue-first')
  })

  test('the last period has no extra fee', () => {
    const last = ledger('2026-06-20', [account('huabei')], [plan({ paidPeriods: 5, firstBill: month('2026-02') })])
    expect(yuanText(payoffQuote(last, 'huabei').total)).toBe('1045.00')
  })
})

describe('interest to the day', () => {
  test('a loan prepaid ten days after its first part (J2)', () => {
    const borrowed = ledger('2026-02-20', [account('borrow')], [loan('6000', '2026-01-10', { paidParts: 1 })])
    expect(yuanText(payoffQuote(borrowed, 'borrow').total)).toBe('5062.03')
  })

  test('principal rolled by paying the minimum (M4)', () => {
    const rolled = ledger(
      '2026-07-30',
      [account('huabei', { set: { dueDay: 20 } })],
      [bill('2026-07', '600'), repay('2026-07-15', '100', { month: '2026-07' })],
    )
    expect(yuanText(payoffQuote(rolled, 'huabei').total)).toBe('502.50')
  })

  test('after the statement it may still follow, and the quote says until when', () => {
    const rolled = ledger(
      '2026-01-09',
      [account('huabei', { set: { dueDay: 9 } })],
      [bill('2025-12', '1000'), repay('2025-12-08', '100', { month: '2025-12' })],
    )
    const quote = payoffQuote(rolled, 'huabei')
    expect(yuanText(quote.total)).toBe('913.95')
    expect(quote.residue).toEqual([
      {
        what: 'trailing-interest',
        from: day('2026-01-10'),
        amount: 405,
        until: day('2026-02-01'),
        explain: 'residue:huabei:trailing-interest@2026-01-09',
      },
    ])
    expect(quote.safeAfter).toBe(day('2026-02-01'))
  })

  test('a due day that would pass is never the normal advice', () => {
    const open = ledger('2026-07-05', [account('huabei')], [bill('2026-07', '10000')])
    const quote = payoffQuote(open, 'huabei', day('2026-07-15'))
    expect(yuanText(quote.total)).toBe('10025.00')
    expect(quote.warnings).toEqual([
      { code: 'quote-due-day-passes', values: { bill: '2026-07', dueOn: '2026-07-10', charge: '25.00' } },
    ])
  })
})

test('what cannot be paid stands beside, and nothing is safe while it does', () => {
  const waiting = ledger(
    '2026-07-05',
    [account('huabei')],
    [
      purchase('2026-07-02', '30', { postedOn: null }),
      refund('2026-07-03', '12', null, { inFlight: true }),
      purchase('2026-07-01', '7', { refundExpected: true }),
    ],
  )
  const quote = payoffQuote(waiting, 'huabei')
  expect(quote.residue.map(({ what, amount }) => [what, amount])).toEqual([
    ['awaiting-receipt', 3000],
    ['refund-in-flight', 1200],
    ['refund-expected', 700],
  ])
  expect(quote.safeAfter).toBe(null)
  expect(yuanText(quote.total)).toBe('7.00')
})

// Nobody said on which day bills are issued: what is in no bill rests on a guess, a bill that was copied does not.
test('a quote is told to rest on a guess only where something is owed that does', () => {
  const guessed = account('huabei', { terms: [{ from: day('2020-01-01'), source: 'default', set: {} }] })
  const asked = (...entries: Parameters<typeof ledger>[2]) =>
    payoffQuote(ledger('2026-07-05', [guessed], entries), 'huabei').warnings.some(
      ({ code }) => code === 'quote-assumed',
    )
  expect(asked(bill('2026-07', '500'))).toBe(false)
  expect(asked(bill('2026-07', '500'), purchase('2026-07-03', '1'))).toBe(true)
})

// A loan of three parts on the 10th of May, June and July; today is 10 July, and 15 July is asked for.
test('of a loan each unpaid part is told that falls due from today on and before the day that is asked', () => {
  const of = (today: string, paidParts: number) =>
    ledger(today, [account('borrow')], [loan('300', '2026-04-10', { count: 4, paidParts })])
  const passing = (today: string, on: string, paidParts = 2) =>
    payoffQuote(of(today, paidParts), 'borrow', day(on)).warnings.flatMap(({ code, values }) =>
      code === 'quote-part-passes' ? [values.dueOn] : [],
    )
  expect(passing('2026-07-10', '2026-07-15')).toEqual(['2026-07-10'])
  expect(passing('2026-07-10', '2026-07-10')).toEqual([])
  expect(passing('2026-07-10', '2026-08-11')).toEqual(['2026-07-10', '2026-08-10'])
  // What was past due before today, and what is paid, does not pass any more.
  expect(passing('2026-07-11', '2026-07-15')).toEqual([])
  expect(passing('2026-07-10', '2026-07-15', 3)).toEqual([])
})

describe('settling early is not refused', () => {
  const warned = (...entries: Entry[]) =>
    payoffQuote(ledger('2026-07-20', [account('huabei')], entries), 'huabei').warnings.map(({ code }) => code)
  test('for a bill that was paid late', () => {
    // 0.50 a day for five days.
    const late = [bill('2026-06', '1000', {}), repay('2026-06-15', '1002.50', { month: '2026-06' })]
    const open = installments('600', 6, '4.5%', { firstBill: month('2026-08') })
    expect(warned(open, ...late)).not.toContain('quote-settle-overdue-first')
    expect(warned(open, late[0]!)).toContain('quote-settle-overdue-first')
  })
  test('where no part is left that is not billed', () => {
    expect(warned(installments('600', 2, '4.5%', { firstBill: month('2026-06') }))).not.toContain(
      'quote-settle-overdue-first',
    )
  })
})
