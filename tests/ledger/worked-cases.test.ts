import { describe, expect, it } from 'vitest'
import { day, month, monthText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { rate } from '#shared/kernel/rate.ts'
import { allocate, proposeSplit } from '#shared/ledger/allocation.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import { COLUMNS, ROWS } from '#shared/ledger/cells.ts'
import type { Repayment } from '#shared/ledger/entry.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { explanationsOf } from '#shared/ledger/proof.ts'
import { account, bill, combined, installments, ledger, loan, purchase, refund, repay, yuan } from './facts.ts'

/**
 * Worked by hand from the rules where no oracle exists. The reasoning stands beside the figures. Unless said otherwise
 * the statement day is the 1st and the due day the 10th.
 */

function cells(facts: Ledger, on: string, id = 'huabei'): string {
  const owed = owedOn(facts, day(on)).accounts.find((candidate) => candidate.id === id)!
  const parts = ROWS.flatMap((row) =>
    COLUMNS.flatMap((column) =>
      owed.cells[row][column] === 0 ? [] : [`${row}.${column} ${yuanText(owed.cells[row][column])}`],
    ),
  )
  return parts.join(', ') || 'nothing'
}

const placed = (facts: Ledger, repayment: Repayment): string =>
  allocate(facts, repayment)
    .parts.map(
      (part) =>
        `${part.account} ${part.what}${part.month === null ? '' : ` ${monthText(month(monthText(part.month as never)))}`} ${yuanText(part.amount)}`,
    )
    .join(', ')

const huabei = account('huabei')
const js = account('credit-purchase', { id: 'js', lender: '江苏银行' })

const totals = (facts: Ledger): string => yuanText(owedOn(facts).total)

describe('where a repayment goes', () => {
  // June bill of 800.00 unpaid: overdue from 11 June. July bill of 300.00 issued. 50.00 posted on 3 July.
  const facts = ledger(
    '2026-07-05',
    [huabei],
    [purchase('2026-05-05', '800'), purchase('2026-06-05', '300'), purchase('2026-07-03', '50')],
  )

  it('1: the charge first. 25 days × round(800.00 × 0.05 %) = 25 × 0.40 = 10.00', () => {
    expect(placed(facts, repay('2026-07-05', '10'))).toBe('huabei penalty 2026-06 10.00')
  })
  it('2: then the overdue principal, then the issued bill', () => {
    expect(placed(facts, repay('2026-07-05', '1000'))).toBe(
      'huabei penalty 2026-06 10.00, huabei principal 2026-06 800.00, huabei principal 2026-07 190.00',
    )
  })
  it('3: then what is posted, and beyond it the coming bill as prepaid', () => {
    expect(placed(facts, repay('2026-07-05', '1170'))).toBe(
      'huabei penalty 2026-06 10.00, huabei principal 2026-06 800.00, huabei principal 2026-07 300.00, huabei principal 2026-08 50.00, huabei prepaid 2026-08 10.00',
    )
  })
  it('4: a named month goes before what is overdue', () => {
    expect(placed(facts, repay('2026-07-05', '350', { month: '2026-07' }))).toBe(
      'huabei principal 2026-07 300.00, huabei penalty 2026-06 10.00, huabei principal 2026-06 40.00',
    )
  })
  it('5: the preview and the record are the same figures', () => {
    const payment = repay('2026-07-05', '1000')
    const recorded = { ...facts, entries: [...facts.entries, payment] }
    expect(allocate(recorded, payment)).toEqual(allocate(facts, payment))
    expect(yuanText(allocate(facts, payment).owedAfter)).toBe('160.00')
  })
  it('6: a repayment to an account without debt waits as prepaid', () => {
    expect(placed(ledger('2026-07-05', [huabei], []), repay('2026-07-05', '10'))).toBe('huabei prepaid 2026-08 10.00')
  })
})

// A file that begins on 25 June holds 80.00 of July's bill of 500.00; from August on it holds all.
describe('repayments of bills that the records know in part', () => {
  const months = (last: string): Ledger =>
    ledger(
      last,
      [huabei],
      [
        purchase('2026-06-25', '80'),
        repay('2026-07-10', '500', { month: '2026-07' }),
        purchase('2026-07-05', '700'),
        repay('2026-08-10', '700', { month: '2026-08' }),
        purchase('2026-08-12', '400'),
      ],
    )
  it('6a: what the first bill did not need paid purchases from before, and no later bill', () => {
    expect(totals(months('2026-07-20'))).toBe('700.00')
    expect(totals(months('2026-08-20'))).toBe('400.00')
  })
  it('6b: a bill of which the ledger knows nothing is not the next one', () => {
    const facts = ledger('2026-07-12', [huabei], [purchase('2026-07-05', '300')])
    const named = repay('2026-07-10', '500', { month: '2026-07' })
    expect(placed(facts, named)).toBe('huabei beyond-records 2026-07 500.00')
    expect(totals({ ...facts, entries: [...facts.entries, named] })).toBe('300.00')
  })
  it('6c: what is overdue comes before it', () => {
    const facts = ledger(
      '2026-07-12',
      [huabei],
      [bill('2026-04', '100'), purchase('2026-06-05', '80'), purchase('2026-07-03', '50')],
    )
    // 100.00 from 11 April to 10 July: 91 days × 0.05.
    expect(placed(facts, repay('2026-07-10', '200', { month: '2026-07' }))).toBe(
      'huabei principal 2026-07 80.00, huabei penalty 2026-04 4.55, huabei principal 2026-04 100.00, huabei beyond-records 2026-07 15.45',
    )
  })
  it.each([
    ['copied from Alipay', [huabei], [bill('2026-07', '80')]],
    ['of the month in which the account was opened', [{ ...huabei, openedOn: day('2026-06-01') }], []],
    ['after one that is known', [huabei], [purchase('2026-05-02', '1'), repay('2026-06-10', '1')]],
  ])('6d: a bill %s is whole: the rest is paid ahead', (_, accounts, known) => {
    const facts = ledger('2026-07-12', accounts, [...known, purchase('2026-06-25', '80')])
    expect(placed(facts, repay('2026-07-10', '100', { month: '2026-07' }))).toBe(
      'huabei principal 2026-07 80.00, huabei prepaid 2026-08 20.00',
    )
  })
})

describe('combined repayments', () => {
  const two = (entries: Parameters<typeof ledger>[2]): Ledger => ledger('2026-07-12', [huabei, js], entries)
  const split = (facts: Ledger, repayment: Repayment): string => {
    const proposal = proposeSplit(facts, repayment)
    return `${proposal.certain ? 'certain' : 'estimate'}: ${proposal.parts.map((part) => `${part.account} ${yuanText(part.amount)}`).join(', ')}`
  }

  it('7: the sum of the open bills is certain', () => {
    const facts = two([purchase('2026-06-05', '100.01'), purchase('2026-06-05', '60', { account: 'js' })])
    expect(split(facts, combined('2026-07-10', '160.01', ['huabei', 'js'], '2026-07'))).toBe(
      'certain: huabei 100.01, js 60.00',
    )
  })
  it('8: a bill that is paid takes no part', () => {
    const facts = two([
      purchase('2026-06-05', '100'),
      repay('2026-07-02', '100'),
      purchase('2026-06-05', '60', { account: 'js' }),
    ])
    expect(split(facts, combined('2026-07-10', '60', ['huabei', 'js'], '2026-07'))).toBe('certain: js 60.00')
  })
  it('9: one single bill of the same amount is certain, two are not', () => {
    const three = [huabei, js, account('credit-purchase', { id: 'pa', lender: '平安银行' })]
    const facts = ledger('2026-07-12', three, [
      purchase('2026-06-05', '60'),
      purchase('2026-06-05', '60', { account: 'js' }),
      purchase('2026-06-05', '70', { account: 'pa' }),
    ])
    expect(split(facts, combined('2026-07-10', '70', ['huabei', 'js', 'pa'], '2026-07'))).toBe('certain: pa 70.00')
    // 60.00 may be Huabei or Jiangsu: pro rata of 60 : 60 : 70 = 18.947…, 18.947…, 22.105…; the spare fen goes to the largest remainder.
    expect(split(facts, combined('2026-07-10', '60', ['huabei', 'js', 'pa'], '2026-07'))).toBe(
      'estimate: huabei 18.95, js 18.95, pa 22.10',
    )
  })
  it('10: what is overdue comes first, charges included', () => {
    // Huabei's June bill of 200.00: 30 days × 0.10 = 3.00 of charges on 10 July. 297.00 are left for the two July bills of 100 : 200.
    const facts = two([
      purchase('2026-05-05', '200'),
      purchase('2026-06-05', '100'),
      purchase('2026-06-05', '200', { account: 'js' }),
    ])
    expect(split(facts, combined('2026-07-10', '500', ['huabei', 'js'], '2026-07'))).toBe(
      'estimate: huabei 302.00, js 198.00',
    )
  })
  it('11: until it is answered its cells are assumed', () => {
    const facts = two([
      purchase('2026-06-05', '100'),
      purchase('2026-06-05', '60', { account: 'js' }),
      combined('2026-07-10', '80', ['huabei', 'js'], '2026-07'),
    ])
    expect(owedOn(facts, day('2026-07-10')).accounts.map((owed) => owed.certainty.billed.principal)).toEqual([
      'assumed',
      'assumed',
    ])
  })
})

describe('refunds', () => {
  it('12: partly refunded before the bill: the bill holds the rest', () => {
    const shoes = purchase('2026-06-10', '545.49')
    expect(cells(ledger('2026-07-02', [huabei], [shoes, refund('2026-06-14', '275.40', shoes)]), '2026-07-02')).toBe(
      'billed.principal 270.09',
    )
  })
  it('13: refunded after the bill was issued: the bill falls', () => {
    const shoes = purchase('2026-06-10', '100')
    expect(cells(ledger('2026-07-05', [huabei], [shoes, refund('2026-07-03', '40', shoes)]), '2026-07-05')).toBe(
      'billed.principal 60.00',
    )
  })
  it('14: such a refund counts towards the minimum', () => {
    // Bill 200.00, minimum 20.00. The refund of 25.00 alone meets it: 175.00 roll, nothing is overdue. One day: 0.0875 → 0.09.
    const shoes = purchase('2026-06-10', '25')
    expect(
      cells(
        ledger('2026-07-11', [huabei], [shoes, purchase('2026-06-11', '175'), refund('2026-07-03', '25', shoes)]),
        '2026-07-11',
      ),
    ).toBe('next.principal 175.00, next.interest 0.09')
  })
  it('15: of an overdue purchase: the base falls from that day, the charge that ran stays', () => {
    // 100.00 overdue from 10 July: 5 days × 0.05 = 0.25; the refund leaves 60.00: 5 more days × 0.03 = 0.15.
    const shoes = purchase('2026-06-10', '100')
    expect(cells(ledger('2026-07-20', [huabei], [shoes, refund('2026-07-15', '40', shoes)]), '2026-07-20')).toBe(
      'overdue.principal 60.00, overdue.penalty 0.40',
    )
  })
  it('16: of a purchase that awaits receipt: the quota is free again, no bill ever', () => {
    const glass = purchase('2026-06-25', '128', { postedOn: null })
    const owed = owedOn(ledger('2026-07-20', [huabei], [glass, refund('2026-07-01', '128', glass)])).accounts[0]!
    expect([owed.total, owed.awaitingReceipt, owed.usedQuota]).toEqual([0, 0, 0])
  })
  it('17: of a plan before its first installment is billed: the plan is gone, fees included', () => {
    const tv = purchase('2026-06-10', '1200')
    const plan = installments('1200', 3, '2.3%', { of: tv.id })
    expect(cells(ledger('2026-06-20', [huabei], [tv, plan, refund('2026-06-15', '1200', tv)]), '2026-06-20')).toBe(
      'nothing',
    )
  })
  it('18: of a plan after that: it offsets what is owed first, then the last installments; billed fees stay', () => {
    // 1,200.00 in 3: July bill 400.00 + 9.20 paid. The refund of 500.00 finds no other debt: installment 3 goes (with its fee), 2 keeps 300.00.
    const tv = purchase('2026-06-10', '1200')
    const plan = installments('1200', 3, '2.3%', { of: tv.id })
    const facts = ledger(
      '2026-07-20',
      [huabei],
      [tv, plan, repay('2026-07-10', '409.20'), refund('2026-07-15', '500', tv)],
    )
    expect(cells(facts, '2026-07-20')).toBe('next.principal 300.00, next.fee 9.20')
  })
  it('19: in flight, it does not count yet', () => {
    const shoes = purchase('2026-06-10', '100')
    const facts = ledger('2026-07-05', [huabei], [shoes, refund('2026-07-03', '40', shoes, { inFlight: true })])
    expect([cells(facts, '2026-07-05'), yuanText(owedOn(facts).accounts[0]!.refundExpected)]).toEqual([
      'billed.principal 100.00',
      '40.00',
    ])
  })
})

describe('bills as Alipay shows them', () => {
  it('20: the shown total wins, and the difference stays visible', () => {
    const facts = ledger('2026-07-05', [huabei], [purchase('2026-06-10', '100'), bill('2026-07', '112.90')])
    const [july] = billsOf(facts)
    expect([yuanText(july!.total), yuanText(july!.derived), july!.proof]).toEqual([
      '112.90',
      '100.00',
      { state: 'differs', difference: 1290, explanations: [] },
    ])
  })
  it('21: a shown total includes what rolled and its interest: the rest is new principal', () => {
    // May: 1,000.00, 100.00 paid. 900.00 roll from 11 May; to 31 May 21 days × 0.45 = 9.45. June shows 1,209.45: 300.00 are new.
    const facts = ledger(
      '2026-06-05',
      [huabei],
      [bill('2026-05', '1000'), repay('2026-05-09', '100'), bill('2026-06', '1209.45')],
    )
    expect(cells(facts, '2026-06-01')).toBe('billed.principal 1200.00, billed.interest 9.45, next.interest 0.45')
  })
  it('22: an earlier overdue bill is not in it', () => {
    // 500.00 of May overdue: 22 days × 0.25 = 5.50 on 1 June, beside the 80.00 that June shows.
    const facts = ledger('2026-06-05', [huabei], [bill('2026-05', '500'), bill('2026-06', '80')])
    expect(cells(facts, '2026-06-01')).toBe('overdue.principal 500.00, overdue.penalty 5.50, billed.principal 80.00')
  })
  it('23: parts as shown keep their columns', () => {
    const facts = ledger(
      '2026-07-05',
      [huabei],
      [bill('2026-07', '520', { parts: { fee: yuan('15'), interest: yuan('5') } })],
    )
    expect(cells(facts, '2026-07-05')).toBe('billed.principal 500.00, billed.interest 5.00, billed.fee 15.00')
  })
  it('24: entered as already paid in part', () => {
    expect(cells(ledger('2026-07-05', [huabei], [bill('2026-07', '520', { paid: yuan('100') })]), '2026-07-05')).toBe(
      'billed.principal 420.00',
    )
  })
  it('25: the shown minimum decides; the estimate does not', () => {
    // Alipay asks for 200.00; 150.00 paid is less: overdue, although 10 % would be 100.00.
    const facts = ledger(
      '2026-07-11',
      [huabei],
      [bill('2026-07', '1000', { shownMinimum: yuan('200') }), repay('2026-07-10', '150')],
    )
    expect(cells(facts, '2026-07-11')).toBe('overdue.principal 850.00, overdue.penalty 0.43')
  })
  it('26: beside an estimated minimum stands the safe one', () => {
    // June rolled 900.00 into July, 9.00 of interest (20 days): 10 % of 1,200.00 + 9.00 = 129.00; safe: 20 % of 300.00 + 900.00 + 9.00 = 969.00.
    const facts = ledger(
      '2026-07-05',
      [huabei],
      [bill('2026-06', '1000'), repay('2026-06-10', '100'), purchase('2026-06-15', '300')],
    )
    const due = owedOn(facts).accounts[0]!.nextDue!
    expect([yuanText(due.amount), yuanText(due.minimum), yuanText(due.minimumSafe)]).toEqual([
      '1209.00',
      '129.00',
      '969.00',
    ])
  })
  it('27: rows that would explain a difference, the smallest sets first', () => {
    const rows = [purchase('2026-06-30', '12.90'), purchase('2026-06-29', '5'), purchase('2026-06-28', '7.90')].map(
      (row) => ({ id: row.id, effect: row.amount }),
    )
    expect(explanationsOf(yuan('12.90'), { inside: [], outside: rows }).map((set) => set.rows.length)).toEqual([1])
    expect(explanationsOf(yuan('12.90'), { inside: [], outside: rows.slice(1) })).toEqual([
      { take: 'in', rows: [rows[1]!.id, rows[2]!.id], amount: 1290 },
    ])
    expect(explanationsOf(yuan('-17.90'), { inside: rows, outside: [] })).toEqual([
      { take: 'out', rows: [rows[0]!.id, rows[1]!.id], amount: 1790 },
    ])
  })
})

describe('what rolls', () => {
  it('28: the minimum not met once is not cured by paying later', () => {
    // 1,000.00 due on 10 May, 50.00 in time, 50.00 on the 12th: 2 days × round(950.00 × 0.05 %) = 2 × 0.48 = 0.96 is paid first.
    const facts = ledger(
      '2026-05-12',
      [huabei],
      [bill('2026-05', '1000'), repay('2026-05-10', '50'), repay('2026-05-12', '50')],
    )
    expect(cells(facts, '2026-05-12')).toBe('overdue.principal 900.96')
  })
  it('29: interest stops on what is repaid', () => {
    // 900.00 from 11 to 20 May: 4.50. 404.50 paid on the 20th: 500.00 left. To the 31st 11 × 0.25 = 2.75.
    const facts = ledger(
      '2026-06-01',
      [huabei],
      [bill('2026-05', '1000'), repay('2026-05-09', '100'), repay('2026-05-20', '404.50')],
    )
    expect([cells(facts, '2026-05-20'), cells(facts, '2026-06-01')]).toEqual([
      'next.principal 500.00',
      'billed.principal 500.00, billed.interest 2.75, next.interest 0.25',
    ])
  })
  it('30: rolled twice, all of it bears interest from the second due day', () => {
    // 900.00 roll from 11 May: 9.45 in June's 909.45. Minimum 90.00 + 9.45 = 99.45 paid on 10 June: 810.00 roll on.
    // 1 to 10 June on 900.00: 4.50; 11 June on 810.00: 0.405; together 4.905 → 4.91.
    const facts = ledger(
      '2026-06-11',
      [huabei],
      [bill('2026-05', '1000'), repay('2026-05-09', '100'), repay('2026-06-10', '99.45')],
    )
    expect(cells(facts, '2026-06-11')).toBe('next.principal 810.00, next.interest 4.91')
  })
  it('31: with the other mode rolled principal is due in full', () => {
    const strict = account('huabei', { set: { minRolledPrincipal: 'dueInFullNext' } })
    const facts = ledger('2026-06-05', [strict], [bill('2026-05', '1000'), repay('2026-05-09', '100')])
    expect(yuanText(owedOn(facts).accounts[0]!.nextDue!.minimum)).toBe('909.45')
  })
  it('32: rolled principal that is not met becomes overdue and bears no interest any more', () => {
    // June's 909.45 unpaid on 10 June. Base 900.00 without the 9.45 of interest: 0.45 a day. 1 to 10 June 4.50 stand beside.
    const facts = ledger('2026-06-12', [huabei], [bill('2026-05', '1000'), repay('2026-05-09', '100')])
    expect(cells(facts, '2026-06-12')).toBe(
      'overdue.principal 900.00, overdue.interest 9.45, overdue.penalty 0.90, next.interest 4.50',
    )
  })
})

describe('bill installments and deferrals', () => {
  it('33: the bill falls by what was moved and rises by its first installment', () => {
    // 1,000.00 moved into 3 at 2.5 %: fee 25.00; first 333.34 + 8.34 in the same bill.
    const plan = installments('1000', 3, '2.5%', { origin: 'bill', fromBill: month('2026-07') })
    const facts = ledger('2026-07-05', [huabei], [bill('2026-07', '1200'), plan])
    expect(cells(facts, '2026-07-05')).toBe(
      'billed.principal 533.34, billed.fee 8.34, next.principal 333.33, next.fee 8.33, future.principal 333.33, future.fee 8.33',
    )
  })
  it('34: or by its first installment a month later', () => {
    const plan = installments('1000', 3, '2.5%', {
      origin: 'bill',
      fromBill: month('2026-07'),
      firstBill: month('2026-08'),
    })
    expect(cells(ledger('2026-07-05', [huabei], [bill('2026-07', '1200'), plan]), '2026-07-05')).toBe(
      'billed.principal 200.00, next.principal 333.34, next.fee 8.34, future.principal 666.66, future.fee 16.66',
    )
  })
  it('35: a deferral moves part of a bill to the next one for its fee', () => {
    const deferral = {
      id: 'd',
      label: '',
      orderNo: null,
      note: '',
      kind: 'deferral' as const,
      account: 'huabei',
      month: month('2026-07'),
      amount: yuan('300'),
      fee: yuan('4.50'),
      on: day('2026-07-05'),
    }
    const facts = ledger('2026-08-02', [huabei], [bill('2026-07', '500'), deferral, repay('2026-07-10', '200')])
    expect([cells(facts, '2026-07-10'), cells(facts, '2026-08-01')]).toEqual([
      'next.principal 300.00, next.fee 4.50',
      'billed.principal 300.00, billed.fee 4.50',
    ])
  })
  it('36: what Alipay shows for an installment wins, the others share the rest', () => {
    const plan = installments('1000', 3, '2.5%', {
      shownPeriods: [{ number: 1, principal: yuan('334'), fee: yuan('9') }],
    })
    expect(cells(ledger('2026-07-05', [huabei], [plan]), '2026-07-05')).toBe(
      'billed.principal 334.00, billed.fee 9.00, next.principal 333.00, next.fee 8.33, future.principal 333.00, future.fee 8.33',
    )
  })
})

describe('loans and other debts', () => {
  it('37: a part of a prepayment pays interest to the day first', () => {
    // 6,000.00 drawn on 10 January at 0.05 %, prepaid 2,000.00 on 20 January: 10 days × 3.00 = 30.00; 1,970.00 of principal.
    const made = loan('6000', '2026-01-10')
    const facts = ledger(
      '2026-01-20',
      [account('borrow')],
      [made, repay('2026-01-20', '2000', { account: 'borrow', settles: made.id })],
    )
    const owed = owedOn(facts).accounts[0]!
    expect(yuanText(owed.usedQuota)).toBe('4030.00')
    // The first new part: interest on 4,030.00 from 20 January to 10 February: 21 × 2.015 = 42.315 → 42.32 (half up).
    expect(yuanText(owed.cells.next.interest)).toBe('42.32')
  })
  it('38: interest first: six months of interest by actual days', () => {
    const facts = ledger(
      '2026-01-20',
      [account('borrow')],
      [loan('10000', '2026-01-10', { method: 'interest-only', dailyRate: rate('0.04%') })],
    )
    // 10 January to 10 February: 31 × 4.00.
    expect(cells(facts, '2026-01-20', 'borrow').split(', ')[0]).toBe('next.interest 124.00')
  })
  it('39: any other debt is its balance, less what was repaid since', () => {
    const card = account('other', {
      id: 'card',
      otherDebt: { balance: yuan('1000'), balanceOn: day('2026-07-01'), interest: { model: 'none' } },
    })
    const facts = ledger('2026-07-05', [card], [repay('2026-07-03', '250', { account: 'card' })])
    expect(cells(facts, '2026-07-05', 'card')).toBe('next.principal 750.00')
  })
})
