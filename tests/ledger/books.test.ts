import { describe, expect, it } from 'vitest'
import { day, dayText, monthText } from '#shared/kernel/day.ts'
import { type Fen, yuanText } from '#shared/kernel/money.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import { COLUMNS, ROWS } from '#shared/ledger/cells.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { account, bill, combined, installments, ledger, loan, purchase, refund, repay, yuan } from './facts.ts'

/** Cells that are not zero, as `row.column amount`, in the order of the 4 × 4. */
function cells(facts: Ledger, on: string, id = 'huabei'): string[] {
  const owed = owedOn(facts, day(on)).accounts.find((candidate) => candidate.id === id)!
  return ROWS.flatMap((row) =>
    COLUMNS.flatMap((column) =>
      owed.cells[row][column] === 0 ? [] : [`${row}.${column} ${yuanText(owed.cells[row][column])}`],
    ),
  )
}

const bills = (facts: Ledger, on: string): string[] =>
  billsOf(facts, day(on)).map(
    (row) => `${row.account} ${monthText(row.month)} ${yuanText(row.total)} ${yuanText(row.paid)} ${row.status}`,
  )

const december = { set: { statementDay: 1, dueDay: 9 } }

describe('a bill and its minimum', () => {
  // 1,000.00 bill of December 2025, due on the 9th, 100.00 (its minimum) paid on the 8th.
  const facts = ledger(
    '2026-01-20',
    [account('huabei', december)],
    [bill('2025-12', '1000'), repay('2025-12-08', '100')],
  )

  it('stands in billed until its due day ends', () => {
    expect(cells(facts, '2025-12-07')).toEqual(['billed.principal 1000.00'])
    expect(cells(facts, '2025-12-09')).toEqual(['billed.principal 900.00'])
  })
  it('M2: the rest rolls from the next day at 0.45 a day', () => {
    expect(cells(facts, '2025-12-10')).toEqual(['next.principal 900.00', 'next.interest 0.45'])
    expect(cells(facts, '2025-12-31')).toEqual(['next.principal 900.00', 'next.interest 9.90'])
  })
  it('M8: the January bill holds 22 days of interest, what runs after it stands beside', () => {
    expect(cells(facts, '2026-01-01')).toEqual([
      'billed.principal 900.00',
      'billed.interest 9.90',
      'next.interest 0.45',
    ])
  })
  it('M9: 31 days cost 13.95 in all', () => {
    expect(cells(facts, '2026-01-09')).toEqual([
      'billed.principal 900.00',
      'billed.interest 9.90',
      'next.interest 4.05',
    ])
  })
  it('paid in full with the January bill, 4.05 is left for the February one', () => {
    const paid = ledger('2026-02-20', facts.accounts as never, [
      ...facts.entries,
      repay('2026-01-09', '909.90', { month: '2026-01' }),
    ])
    expect(cells(paid, '2026-01-09')).toEqual(['next.interest 4.05'])
    expect(cells(paid, '2026-01-31')).toEqual(['next.interest 4.05'])
    expect(cells(paid, '2026-02-01')).toEqual(['billed.interest 4.05'])
  })
})

describe('what rolls', () => {
  it('M4: paid ten days after the due day, interest first', () => {
    const facts = ledger(
      '2026-05-01',
      [account('huabei', { set: { statementDay: 10, dueDay: 20 } })],
      [bill('2026-04', '600'), repay('2026-04-20', '100')],
    )
    expect(cells(facts, '2026-04-30')).toEqual(['next.principal 500.00', 'next.interest 2.50'])
    const paid = ledger('2026-05-30', facts.accounts as never, [...facts.entries, repay('2026-04-30', '502.50')])
    expect(cells(paid, '2026-05-30')).toEqual([])
  })
  it('M12: a refund after the due day reduces what rolls', () => {
    const facts = ledger(
      '2026-04-12',
      [account('huabei')],
      [purchase('2026-03-05', '200'), repay('2026-04-06', '20'), refund('2026-04-12', '50', null)],
    )
    expect(cells(facts, '2026-04-12')).toEqual(['next.principal 130.00', 'next.interest 0.18'])
  })
})

describe('overdue', () => {
  const facts = ledger('2026-04-14', [account('huabei')], [bill('2026-04', '10000'), repay('2026-04-10', '500')])
  it('less than the minimum: the unpaid amount is overdue, charged by the day, without revolving interest', () => {
    expect(cells(facts, '2026-04-10')).toEqual(['billed.principal 9500.00'])
    expect(cells(facts, '2026-04-14')).toEqual(['overdue.principal 9500.00', 'overdue.penalty 19.00'])
  })
  it('a partial payment pays the charge first and reduces the base from its day', () => {
    const paid = ledger('2026-04-20', facts.accounts as never, [...facts.entries, repay('2026-04-14', '519')])
    expect(cells(paid, '2026-04-14')).toEqual(['overdue.principal 9000.00'])
    expect(cells(paid, '2026-04-16')).toEqual(['overdue.principal 9000.00', 'overdue.penalty 9.00'])
  })
  it('stays in its own month when the next bill is issued', () => {
    const more = ledger('2026-05-02', facts.accounts as never, [...facts.entries, purchase('2026-04-20', '80')])
    expect(cells(more, '2026-05-01')).toEqual([
      'overdue.principal 9500.00',
      'overdue.penalty 99.75',
      'billed.principal 80.00',
    ])
  })
})

describe('before the bill is issued', () => {
  it('B13: an early repayment counts for the next bill', () => {
    const facts = ledger(
      '2026-07-02',
      [account('huabei')],
      [purchase('2026-06-03', '300'), repay('2026-06-15', '123', { month: '2026-07' })],
    )
    expect(cells(facts, '2026-06-20')).toEqual(['next.principal 177.00'])
    expect(bills(facts, '2026-07-02')).toEqual(['huabei 2026-07 300.00 123.00 minimum-paid'])
  })
  it('what exceeds the postings is prepaid, and the user’s own money once the bill is issued', () => {
    const facts = ledger('2026-08-02', [account('huabei')], [purchase('2026-06-03', '100'), repay('2026-06-15', '150')])
    const prepaid = (on: string): Fen => owedOn(facts, day(on)).accounts[0]!.prepaid
    expect([yuanText(prepaid('2026-06-15')), yuanText(prepaid('2026-07-01'))]).toEqual(['50.00', '0.00'])
    expect(cells(facts, '2026-07-01')).toEqual([])
  })
  it('a posting on the statement day belongs to the next bill', () => {
    const facts = ledger('2026-07-02', [account('huabei')], [purchase('2026-06-30', '1'), purchase('2026-07-01', '2')])
    expect(cells(facts, '2026-07-01')).toEqual(['billed.principal 1.00', 'next.principal 2.00'])
  })
  it('a purchase that awaits receipt is in no bill and holds quota', () => {
    const facts = ledger(
      '2026-07-02',
      [account('huabei', { limit: yuan('8000') })],
      [purchase('2026-06-25', '128', { postedOn: null })],
    )
    const owed = owedOn(facts).accounts[0]!
    expect([
      owed.total,
      yuanText(owed.awaitingReceipt),
      yuanText(owed.usedQuota),
      yuanText(owed.availableQuota!),
    ]).toEqual([0, '128.00', '128.00', '7872.00'])
  })
})

describe('refunds', () => {
  it('of a bill that is paid reduces what is not billed yet, else it is own money', () => {
    const bought = purchase('2026-06-08', '56', {})
    const facts = ledger(
      '2026-07-20',
      [account('huabei')],
      [
        bought,
        repay('2026-07-10', '56', { month: '2026-07' }),
        purchase('2026-07-06', '99.90'),
        refund('2026-07-12', '56', bought),
      ],
    )
    expect(cells(facts, '2026-07-12')).toEqual(['next.principal 43.90'])
    const alone = ledger(
      '2026-07-20',
      [account('huabei')],
      [bought, repay('2026-07-10', '56'), refund('2026-07-12', '56', bought)],
    )
    expect(cells(alone, '2026-07-12')).toEqual([])
  })
  it('before the bill is issued reduces its own bill', () => {
    const bought = purchase('2026-06-08', '56')
    expect(
      cells(
        ledger(
          '2026-07-01',
          [account('huabei')],
          [bought, purchase('2026-06-09', '10'), refund('2026-06-20', '56', bought)],
        ),
        '2026-07-01',
      ),
    ).toEqual(['billed.principal 10.00'])
  })
})

describe('installments', () => {
  it('post with their bills, next one in next, later ones in future', () => {
    const facts = ledger('2026-07-05', [account('huabei')], [installments('6000', 6, '4.5%')])
    expect(cells(facts, '2026-06-20')).toEqual([
      'next.principal 1000.00',
      'next.fee 45.00',
      'future.principal 5000.00',
      'future.fee 225.00',
    ])
    expect(cells(facts, '2026-07-05')).toEqual([
      'billed.principal 1000.00',
      'billed.fee 45.00',
      'next.principal 1000.00',
      'next.fee 45.00',
      'future.principal 4000.00',
      'future.fee 180.00',
    ])
  })
  it('settled early, the unbilled periods are gone', () => {
    const plan = installments('6000', 6, '4.5%', { paidPeriods: 1 })
    const facts = ledger('2026-07-20', [account('huabei')], [plan, repay('2026-07-15', '5090', { settles: plan.id })])
    expect(cells(facts, '2026-07-20')).toEqual([])
  })
})

describe('combined repayments', () => {
  const lenders = [account('huabei'), account('credit-purchase', { id: 'js', lender: '江苏银行' })]
  const entries = [purchase('2026-06-05', '354.82'), purchase('2026-06-06', '204', { account: 'js' })]
  it('an exact match of the open bills clears them, and stays assumed until answered', () => {
    const facts = ledger('2026-07-12', lenders, [
      ...entries,
      combined('2026-07-10', '558.82', ['huabei', 'js'], '2026-07'),
    ])
    expect([cells(facts, '2026-07-10'), cells(facts, '2026-07-10', 'js')]).toEqual([[], []])
  })
  it('without a match goes pro rata to what is due', () => {
    const facts = ledger('2026-07-12', lenders, [
      ...entries,
      combined('2026-07-10', '279.41', ['huabei', 'js'], '2026-07'),
    ])
    expect([cells(facts, '2026-07-10'), cells(facts, '2026-07-10', 'js')]).toEqual([
      ['billed.principal 177.41'],
      ['billed.principal 102.00'],
    ])
    expect(owedOn(facts, day('2026-07-10')).accounts[0]!.certainty.billed.principal).toBe('assumed')
  })
})

describe('loans', () => {
  const facts = ledger('2026-07-20', [account('borrow')], [loan('6000', '2026-01-10', { paidParts: 5 })])
  it('the next part with its scheduled interest, overdue after its day', () => {
    expect(cells(facts, '2026-07-10', 'borrow')).toEqual(['next.principal 1037.59', 'next.interest 15.56'])
    expect(cells(facts, '2026-07-12', 'borrow')).toEqual([
      'overdue.principal 1037.59',
      'overdue.interest 15.56',
      'overdue.penalty 1.56',
    ])
  })
})

it('days read as days', () => {
  expect(dayText(owedOn(ledger('2026-07-20', [], [])).on)).toBe('2026-07-20')
})
