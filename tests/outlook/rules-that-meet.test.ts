import { describe, expect, it, test } from 'vitest'
import { day, dayText, month, monthText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import { proposeSplit } from '#shared/ledger/allocation.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import { COLUMNS, ROWS } from '#shared/ledger/cells.ts'
import type { Deferral, Entry } from '#shared/ledger/entry.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import type { EarlySettlementMode } from '#shared/ledger/terms.ts'
import { closureOf } from '#shared/outlook/closure/closure-of.ts'
import { planInFull } from '#shared/outlook/plan.ts'
import { project } from '#shared/outlook/projection/project.ts'
import { payoffQuote } from '#shared/outlook/quote.ts'
import { account, combined, installments, ledger, loan, purchase, refund, repay, yuan } from '../ledger/facts.ts'

/**
 * Worked by hand: cases in which several rules meet. The reasoning stands beside the figures. Unless said otherwise the
 * statement day is the 1st and the due day the 10th.
 */

const huabei = account('huabei')
const js = account('credit-purchase', { id: 'js', lender: '江苏银行' })

const cells = (facts: Ledger, id = 'huabei'): string[] => {
  const owed = owedOn(facts).accounts.find((one) => one.id === id)!.cells
  return ROWS.flatMap((row) =>
    COLUMNS.flatMap((column) => (owed[row][column] === 0 ? [] : [`${row}.${column} ${yuanText(owed[row][column])}`])),
  )
}
const at = (on: string, entries: Entry[], accounts = [huabei, js]) => ledger(on, accounts, entries)
const billOf = (facts: Ledger, of: string, id = 'huabei') =>
  billsOf(facts).find((one) => one.account === id && monthText(one.month) === of)!
const billText = (facts: Ledger, of: string, id = 'huabei'): string => {
  const { issuedOn, dueOn, total, unpaid } = billOf(facts, of, id)
  return `${dayText(issuedOn)} to ${dayText(dueOn)}: ${yuanText(total)}, ${yuanText(unpaid)} unpaid`
}
const quote = (facts: Ledger, on: string, id = 'huabei'): string => yuanText(payoffQuote(facts, id, day(on)).total)

describe('one bill that is deferred, moved and refunded', () => {
  // June: 600.00 and 400.00. On 3 July 300.00 go to August for 4.50; on the 4th 400.00 into three periods at 2.5 %:
  // 10.00 of fees, 133.33 and 3.33 each, the spare fen with the first: 133.34 and 3.34. On the 6th 100.00 come back.
  const second = purchase('2026-06-12', '400')
  const deferred: Deferral = {
    ...{ kind: 'deferral', id: 'd', label: '', orderNo: null, note: '', account: 'huabei' },
    ...{ month: month('2026-07'), amount: yuan('300'), fee: yuan('4.50'), on: day('2026-07-03') },
  }
  const moved = installments('400', 3, '2.5%', { origin: 'bill', fromBill: month('2026-07') })
  const entries = [purchase('2026-06-05', '600'), second, deferred, moved, refund('2026-07-06', '100', second)]

  it('its rest: 1,000.00 − 300.00 − 400.00 + 136.68 − 100.00', () => {
    const facts = at('2026-07-07', entries)
    expect(yuanText(billOf(facts, '2026-07').unpaid)).toBe('336.68')
    expect(cells(facts)).toEqual([
      'billed.principal 333.34',
      'billed.fee 3.34',
      // Deferred, and the second period; the fees of both.
      'next.principal 433.33',
      'next.fee 7.83',
      'future.principal 133.33',
      'future.fee 3.33',
    ])
  })
  it('paid on its day it leaves August: 300.00 + 4.50 + 133.33 + 3.33', () => {
    const facts = at('2026-08-02', [...entries, repay('2026-07-10', '336.68')])
    expect(billText(facts, '2026-08')).toBe('2026-08-01 to 2026-08-10: 441.16, 441.16 unpaid')
    expect(billOf(facts, '2026-07').status).toBe('paid')
  })
  it('settled on 7 July: the bill, the deferral with its fee, 266.66 of the plan, its next fee and one more', () => {
    // 336.68 + 304.50 + 266.66 + 3.33 + 3.33 = 914.50.
    expect(quote(at('2026-07-07', entries), '2026-07-07')).toBe('914.50')
  })
})

describe('a due day that moves in a leap February, with the minimum paid', () => {
  // From 1/10 to 10/20, asked for on 3 February 2028: the bill of February stays, March holds 1 February to 9 March.
  const terms = [
    { from: day('2027-01-01'), source: 'user' as const, set: { statementDay: 1, dueDay: 10 } },
    { from: day('2028-02-03'), source: 'user' as const, set: { statementDay: 10, dueDay: 20 } },
  ]
  const moving = [account('huabei', { terms })]
  const entries = [
    purchase('2028-01-31', '100'),
    purchase('2028-02-01', '50'),
    purchase('2028-02-29', '70'),
    purchase('2028-03-09', '30'),
    purchase('2028-03-10', '20'),
    // The least minimum: 10 % of 100.00 are 10.00. 90.00 roll from 11 February.
    repay('2028-02-09', '10'),
  ]

  it('the long bill holds 28 days of interest: 19 in February, 9 in March, 90.00 × 0.05 % × 28 = 1.26', () => {
    const facts = at('2028-03-12', entries, moving)
    expect(billText(facts, '2028-02')).toBe('2028-02-01 to 2028-02-10: 100.00, 0.00 unpaid')
    expect(billText(facts, '2028-03')).toBe('2028-03-10 to 2028-03-20: 241.26, 241.26 unpaid')
  })
  it('paid on its due day it leaves the interest of 11 days since: 0.495, that is 0.50, in the bill of April', () => {
    const paid = [...entries, repay('2028-03-20', '241.26')]
    expect(cells(at('2028-03-20', paid, moving))).toEqual(['next.principal 20.00', 'next.interest 0.50'])
    expect(billText(at('2028-04-10', paid, moving), '2028-04')).toBe('2028-04-10 to 2028-04-20: 20.50, 20.50 unpaid')
  })
})

test('a combined repayment over two accounts, three bills of them overdue', () => {
  // Huabei: 123.45 since 11 June, 0.06 a day, 56 days to 5 August: 3.36; 80.00 since 11 July, 0.04 a day, 26 days: 1.04.
  // Jiangsu: 500.00 of June with the minimum of 50.00 paid: 450.00 roll, 20 days of 0.225 are 4.50 in July, with 100.00
  // new: 554.50. Nothing is paid of it: 550.00 overdue since 11 July at 0.275, rounded to 0.28 a day: 7.28.
  // The interest of 1 to 10 July, 2.25, enters August beside the 120.00 of 22 July.
  const entries = [
    purchase('2026-05-05', '123.45'),
    purchase('2026-06-03', '80'),
    purchase('2026-07-20', '60'),
    purchase('2026-05-06', '500', { account: 'js' }),
    repay('2026-06-10', '50', { account: 'js' }),
    purchase('2026-06-20', '100', { account: 'js' }),
    purchase('2026-07-22', '120', { account: 'js' }),
  ]
  const facts = at('2026-08-05', entries)
  expect(cells(facts)).toEqual(['overdue.principal 203.45', 'overdue.penalty 4.40', 'billed.principal 60.00'])
  expect(cells(facts, 'js')).toEqual([
    'overdue.principal 550.00',
    'overdue.interest 4.50',
    'overdue.penalty 7.28',
    'billed.principal 120.00',
    'billed.interest 2.25',
  ])
  // Overdue 207.85 and 561.78; of 900.00 are left 130.37 for 60.00 : 122.25, that is 42.9201 and 87.4499.
  const payment = combined('2026-08-05', '900', ['huabei', 'js'], '2026-08')
  const { certain, parts } = proposeSplit(facts, payment)
  expect([certain, ...parts.map((part) => `${part.account} ${yuanText(part.amount)}`)]).toEqual([
    false,
    'huabei 250.77',
    'js 649.23',
  ])
  // Recorded: the estimate is applied. 17.08 and 34.80 are left of the bills of August, interest is paid before principal.
  const after = at('2026-08-05', [...entries, payment])
  expect([cells(after), cells(after, 'js')]).toEqual([['billed.principal 17.08'], ['billed.principal 34.80']])
})

describe('1,000.00 in three periods, settled on either side of each boundary', () => {
  // 23.00 of fees: 333.34 + 7.68, then twice 333.33 + 7.66. The bill of July, 341.02, is paid on its day; August is not yet.
  const plan = installments('1000', 3, '2.3%', { firstBill: month('2026-07') })
  const paid = repay('2026-07-10', '341.02')
  const settled = (on: string, mode: EarlySettlementMode): string =>
    quote(
      at(on, [plan, ...(on > '2026-07-10' ? [paid] : [])], [account('huabei', { set: { earlySettlementMode: mode } })]),
      on,
    )

  it.each<[on: string, official: string, next: string, waived: string, all: string]>([
    // Nothing is billed: 1,000.00 and 7.68 + 7.66, 7.68, nothing, 23.00.
    ['2026-06-30', '1015.34', '1007.68', '1000.00', '1023.00'],
    // The first is billed with its fee: 341.02 + 666.66 and 7.66 + 7.66, 7.66, nothing, 15.32.
    ['2026-07-01', '1023.00', '1015.34', '1007.68', '1023.00'],
    // It is paid: 666.66 and the same fees.
    ['2026-07-31', '681.98', '674.32', '666.66', '681.98'],
    // The second is billed, of the last one no further fee is asked: 340.99 + 333.33 and 7.66, 7.66, nothing, 7.66.
    ['2026-08-01', '681.98', '681.98', '674.32', '681.98'],
  ])('on %s', (on, ...totals) => {
    const modes = ['official2019', 'nextFeeOnly', 'waiveUnbilled', 'chargeAll'] as const
    expect(modes.map((mode) => settled(on, mode))).toEqual(totals)
  })

  it('once a bill of it is overdue Alipay settles nothing: the quote says so', () => {
    const warnings = payoffQuote(at('2026-07-11', [plan]), 'huabei').warnings.map(({ code }) => code)
    expect(warnings).toContain('quote-settle-overdue-first')
    expect(payoffQuote(at('2026-07-10', [plan]), 'huabei').warnings.map(({ code }) => code)).not.toContain(
      'quote-settle-overdue-first',
    )
  })
})

describe('a loan that falls due on the 31st, in a leap year', () => {
  // 10,000.00 at 0.04 %: 4.00 a day, interest first. From 20 January it is 11 days to the 31st: the first part is February's.
  const made = (drawnOn: string) =>
    loan('10000', drawnOn, { method: 'interest-only', count: 3, dailyRate: rate('0.04%'), repayDay: 31 })
  const borrow = [account('borrow')]
  const dues = (drawnOn: string): string[] =>
    owedOn(at(drawnOn, [made(drawnOn)], borrow)).nextDue.map(({ on, amount }) => `${dayText(on)} ${yuanText(amount)}`)

  it('29 February, 31 March, 30 April: 40, 31 and 30 days', () => {
    expect(dues('2028-01-20')).toEqual(['2028-02-29 160.00', '2028-03-31 124.00', '2028-04-30 10120.00'])
  })
  it('four days earlier fifteen days are enough: 15, 29 and 31', () => {
    expect(dues('2028-01-16')).toEqual(['2028-01-31 60.00', '2028-02-29 116.00', '2028-03-31 10124.00'])
  })
  it('settled the day before, on the day, and with the part past', () => {
    // 39 days: 156.00; the part itself: 160.00; 160.00 past without principal, so no charge, and 10 days since: 40.00.
    const facts = at('2028-02-28', [made('2028-01-20')], borrow)
    expect(['2028-02-28', '2028-02-29', '2028-03-10'].map((on) => quote(facts, on, 'borrow'))).toEqual([
      '10156.00',
      '10160.00',
      '10200.00',
    ])
  })
})

describe('what each closing asks for while money is on its way back', () => {
  // Huabei 120.00, of which 20.00 are on their way back; Jiangsu 80.00, and 30.00 await receipt; of a loan the last part.
  const bought = purchase('2026-06-03', '120')
  const back = (inFlight: boolean) => refund('2026-07-04', '20', bought, { inFlight })
  const others = [
    purchase('2026-06-20', '80', { account: 'js' }),
    purchase('2026-07-02', '30', { account: 'js', postedOn: null }),
    loan('6000', '2026-01-10', { paidParts: 5 }),
  ]
  const three = [huabei, js, account('borrow')]
  const asks = (target: 'credit-purchase' | 'huabei' | 'borrow', facts: Ledger) => {
    const { payNow, requirements } = closureOf(facts, target)
    const status = (code: string) => requirements.find((one) => one.code === code)?.status
    return [yuanText(payNow.total), status('refunds-final'), status('receipts-confirmed')]
  }

  it('what is on its way is not counted; it keeps Huabei from being ready, and Credit Purchase alone is not asked', () => {
    const facts = at('2026-07-05', [bought, back(true), ...others], three)
    expect(asks('credit-purchase', facts)).toEqual(['80.00', 'met', 'unmet'])
    expect(asks('huabei', facts)).toEqual(['200.00', 'unmet', 'unmet'])
    // 1,037.59 and 25 days since 10 June: 12.97.
    expect(asks('borrow', facts)).toEqual(['1050.56', 'met', undefined])
    expect(payoffQuote(facts, 'huabei').residue.map(({ what, amount }) => `${what} ${yuanText(amount)}`)).toEqual([
      'refund-in-flight 20.00',
    ])
    expect(payoffQuote(facts, 'js').residue.map(({ what, amount }) => `${what} ${yuanText(amount)}`)).toEqual([
      'awaiting-receipt 30.00',
    ])
  })
  it('arrived it is taken off the bill, and what was paid too much is not a debt the other way', () => {
    expect(asks('huabei', at('2026-07-05', [bought, back(false), ...others], three))).toEqual([
      '180.00',
      'met',
      'unmet',
    ])
    const paid = [bought, repay('2026-07-03', '120'), back(false)]
    expect(cells(at('2026-07-05', paid))).toEqual([])
    expect(yuanText(owedOn(at('2026-07-05', paid)).accounts[0]!.prepaid)).toBe('0.00')
  })
})

describe('when closing is possible, if what is promised is paid', () => {
  // 300.00 are due on 10 July and 200.00 a month are promised, paid on the due day: 200.00 meet the minimum, 100.00 roll.
  const facts = at('2026-07-05', [purchase('2026-06-05', '300')], [huabei])
  const promised = {
    ...planInFull(facts.today),
    money: { kind: 'monthly', amount: yuan('200'), payOn: 'due-day' },
  } as const

  it('10 September: 100.00 and 21 days of 0.05 on 10 August; the ten days beside that bill, 0.50, are one more', () => {
    const projection = project(facts, promised)
    const paid = projection.events.filter(({ what }) => what === 'repayment')
    expect(paid.map(({ on, amount }) => `${dayText(on)} ${yuanText(amount)}`)).toEqual([
      '2026-07-10 200.00',
      '2026-08-10 101.05',
      '2026-09-10 0.50',
    ])
    const { requirements } = closureOf(facts, 'huabei', { projection })
    const earliest = (code: string) => {
      const on = requirements.find((one) => one.code === code)?.earliestOn ?? null
      return on === null ? null : dayText(on)
    }
    // On 10 August nothing is billed, and it does not stay so.
    expect(earliest('billed-zero')).toBe('2026-09-10')
  })
  it('without a promise it is today, by paying all of it', () => {
    const { requirements, payNow } = closureOf(facts, 'huabei')
    expect(dayText(requirements.find((one) => one.code === 'billed-zero')!.earliestOn!)).toBe('2026-07-05')
    expect(yuanText(payNow.total)).toBe('300.00')
  })
})

test('a refund after the due day stops interest on what rolled, and not what has run (M12 carried to its bill)', () => {
  // 200.00 of April, 20.00 paid, 180.00 roll from 11 April. 50.00 come back on the 12th: two days on 180.00, eighteen on
  // 130.00: 2,700 × 0.05 % = 1.35. May: 131.35.
  const bought = purchase('2026-03-05', '200')
  const entries = [bought, repay('2026-04-06', '20'), refund('2026-04-12', '50', bought)]
  expect(cells(at('2026-04-12', entries))).toEqual(['next.principal 130.00', 'next.interest 0.18'])
  expect(billText(at('2026-05-01', entries), '2026-05')).toBe('2026-05-01 to 2026-05-10: 131.35, 131.35 unpaid')
})

describe('an overdue bill paid in part, by either rounding', () => {
  // 123.45 since 11 July; 50.00 paid on the 20th; the 30th.
  const owed = (overdueRounding: 'dailyHalfUpThenMultiply' | 'multiplyThenRound', on: string) =>
    cells(
      at(
        on,
        [purchase('2026-06-05', '123.45'), repay('2026-07-20', '50')],
        [account('huabei', { set: { overdueRounding } })],
      ),
    )

  it('by the day: 10 × 0.06 are paid first, 74.05 are left at 0.04 a day', () => {
    expect(owed('dailyHalfUpThenMultiply', '2026-07-20')).toEqual(['overdue.principal 74.05'])
    expect(owed('dailyHalfUpThenMultiply', '2026-07-30')).toEqual(['overdue.principal 74.05', 'overdue.penalty 0.40'])
  })
  it('in all: 0.61725 are 0.62, 74.07 are left; to the 30th 0.9876 are 0.99, of which 0.62 are paid', () => {
    expect(owed('multiplyThenRound', '2026-07-20')).toEqual(['overdue.principal 74.07'])
    expect(owed('multiplyThenRound', '2026-07-30')).toEqual(['overdue.principal 74.07', 'overdue.penalty 0.37'])
  })
})

test('Credit Purchase alone waits for installments of Huabei from before the upgrade', () => {
  // 600.00 in six periods from March: 100.00 + 4.50 each. Upgraded on 5 March. July is billed, one more is to come. In one
  // payment: 104.50, and the last one settled early for its own fee, 104.50.
  const upgraded = account('huabei', { upgradedOn: day('2026-03-05') })
  const plan = installments('600', 6, '4.5%', { firstBill: month('2026-03') })
  const paid = ['2026-03', '2026-04', '2026-05', '2026-06'].map((of) => repay(`${of}-09`, '104.50', { month: of }))
  const bought = purchase('2026-02-10', '600')
  const facts = at('2026-07-05', [bought, { ...plan, of: bought.id }, ...paid], [upgraded, js])
  const requirement = closureOf(facts, 'credit-purchase').requirements.find(
    ({ code }) => code === 'pre-upgrade-bill-settled',
  )
  expect([requirement?.status, yuanText(requirement!.amount!)]).toEqual(['unmet', '209.00'])
  const settling = repay('2026-07-05', '104.50', { settles: plan.id })
  const after = at('2026-07-05', [...facts.entries, repay('2026-07-05', '104.50'), settling], [upgraded, js])
  expect(cells(after)).toEqual([])
  expect(closureOf(after, 'credit-purchase').requirements.find(({ code }) => code === requirement?.code)?.status).toBe(
    'met',
  )
})

test('a plan pays a part of its purchase: the rest is posted with it', () => {
  // 120.00 of 3 June, 100.00 of it in four periods without a fee: July holds 20.00 and 25.00.
  const bought = purchase('2026-06-03', '120')
  const plan = installments('100', 4, '0%', { firstBill: month('2026-07'), of: bought.id })
  expect(cells(at('2026-07-05', [bought, plan]))).toEqual([
    'billed.principal 45.00',
    'next.principal 25.00',
    'future.principal 50.00',
  ])
  // While it awaits receipt, the rest awaits it too.
  const waiting = { ...bought, postedOn: null }
  expect(yuanText(owedOn(at('2026-07-05', [waiting, plan])).accounts[0]!.awaitingReceipt)).toBe('20.00')
})

test('a deferral entered before its bill takes effect with it, by the days of its own account', () => {
  // Jiangsu issues on the 15th: 300.00 of June and July. On the 5th nothing is moved yet, on the 15th 100.00 are, for 1.50.
  const days = [{ from: day('2026-01-01'), source: 'user' as const, set: { statementDay: 15, dueDay: 25 } }]
  const accounts = [huabei, account('credit-purchase', { id: 'js', terms: days })]
  const deferred: Deferral = {
    ...{ kind: 'deferral', id: 'd', label: '', orderNo: null, note: '', account: 'js' },
    ...{ month: month('2026-07'), amount: yuan('100'), fee: yuan('1.50'), on: day('2026-07-05') },
  }
  const entries = [purchase('2026-06-20', '300', { account: 'js' }), deferred]
  expect(cells(at('2026-07-14', entries, accounts), 'js')).toEqual(['next.principal 300.00'])
  expect(cells(at('2026-07-15', entries, accounts), 'js')).toEqual([
    'billed.principal 200.00',
    'next.principal 100.00',
    'next.fee 1.50',
  ])
})

test('a purchase in installments that waits for its receipt keeps closing for what of it did not come back', () => {
  const waiting = purchase('2026-06-05', '100', { postedOn: null })
  const plan = installments('100', 2, '0%', { of: waiting.id, firstBill: month('2026-08') })
  const facts = at('2026-07-05', [waiting, plan, refund('2026-06-20', '40', waiting)])
  const receipts = closureOf(facts, 'huabei').requirements.find(({ code }) => code === 'receipts-confirmed')!
  expect([receipts.status, yuanText(receipts.amount!)]).toEqual(['unmet', '60.00'])
})
