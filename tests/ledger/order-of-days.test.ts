import { describe, expect, it } from 'vitest'
import { day, month, monthText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { allocate } from '#shared/ledger/allocation.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import { openBooks } from '#shared/ledger/book/ledger-book.ts'
import { COLUMNS, ROWS } from '#shared/ledger/cells.ts'
import type { Deferral, Entry, Repayment } from '#shared/ledger/entry.ts'
import type { DayPosting, Ledger } from '#shared/ledger/ledger.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { account, bill, combined, installments, ledger, purchase, refund, repay, yuan } from './facts.ts'

/** What happens in which order: within a day, on statement and due days, before a bill and after it. By hand. */

const huabei = account('huabei')
const deferral = (of: string, amount: string, fee: string, on: string, id = 'd'): Deferral => ({
  id,
  label: '',
  orderNo: null,
  note: '',
  kind: 'deferral',
  account: 'huabei',
  month: month(of),
  amount: yuan(amount),
  fee: yuan(fee),
  on: day(on),
})

function cellsOf(facts: Ledger, id = 'huabei'): string {
  const owed = owedOn(facts).accounts.find((one) => one.id === id)!
  const parts = ROWS.flatMap((row) =>
    COLUMNS.flatMap((column) =>
      owed.cells[row][column] === 0 ? [] : [`${row}.${column} ${yuanText(owed.cells[row][column])}`],
    ),
  )
  return parts.join(', ') || 'nothing'
}
const cells = (on: string, ...entries: Entry[]): string => cellsOf(ledger(on, [huabei], entries))
const book = (on: string, ...entries: Entry[]) =>
  openBooks(ledger(on, [huabei], entries), day(on)).billed.get('huabei')!
const prepaid = (on: string, ...entries: Entry[]): string =>
  yuanText(owedOn(ledger(on, [huabei], entries)).accounts[0]!.prepaid)
const placed = (entries: Entry[], payment: Repayment): string =>
  allocate(ledger('2026-12-31', [huabei], entries), payment)
    .parts.map(
      (part) =>
        `${part.what}${part.month === null ? '' : ` ${monthText(part.month as never)}`} ${yuanText(part.amount)}`,
    )
    .join(', ')
const bills = (on: string, ...entries: Entry[]): string[] =>
  billsOf(ledger(on, [huabei], entries)).map(
    (one) =>
      `${monthText(one.month)} ${one.status} ${yuanText(one.total)} of ${yuanText(one.derived)} − ${yuanText(one.paid)}, at least ${yuanText(one.minimum)}`,
  )

const permutations = <T>(items: readonly T[]): T[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]))

describe('within a day, however the entries are stored', () => {
  it('postings come before refunds: a refund finds what was bought on its day', () => {
    const facts = [purchase('2026-07-03', '100'), refund('2026-07-03', '30', null), repay('2026-07-03', '50')]
    for (const entries of permutations(facts)) {
      expect(cells('2026-07-05', ...entries)).toBe('next.principal 20.00')
      expect(book('2026-07-05', ...entries).returned).toBe(0)
    }
  })
  it('refunds before repayments: money paid finds the bill already reduced', () => {
    const facts = [bill('2026-07', '100'), refund('2026-07-05', '50', null), repay('2026-07-05', '80')]
    for (const entries of permutations(facts)) {
      expect([cells('2026-07-05', ...entries), prepaid('2026-07-05', ...entries)]).toEqual(['nothing', '30.00'])
    }
  })
  it('deferrals before repayments: what was moved is no longer asked for', () => {
    const facts = [bill('2026-07', '100'), deferral('2026-07', '60', '0.90', '2026-07-05'), repay('2026-07-05', '40')]
    for (const entries of permutations(facts))
      expect(cells('2026-07-05', ...entries)).toBe('next.principal 60.00, next.fee 0.90')
  })
  it('days in the order of the calendar', () => {
    const facts = [purchase('2026-05-05', '100'), repay('2026-06-09', '10'), purchase('2026-06-20', '30')]
    // 90.00 roll from 11 June: 20 days × 0.045 stand in July's bill, 5 days (0.225 → 0.23) beside it.
    for (const entries of permutations(facts))
      expect(cells('2026-07-05', ...entries)).toBe('billed.principal 120.00, billed.interest 0.90, next.interest 0.23')
  })
})

describe('purchases of a day that the store added up', () => {
  const posting = (
    what: DayPosting['what'],
    on: string,
    amount: string,
    values: Partial<DayPosting> = {},
  ): DayPosting => ({
    account: 'huabei',
    what,
    on: day(on),
    purchasePostedOn: null,
    amount: yuan(amount),
    count: 2,
    assumed: 0,
    ...values,
  })
  const withPostings = (on: string, ...postings: DayPosting[]): Ledger => ({ ...ledger(on, [huabei], []), postings })

  it('count like the entries behind them', () => {
    const facts = withPostings(
      '2026-07-05',
      posting('purchase', '2026-06-05', '70'),
      posting('purchase', '2026-07-02', '9'),
      posting('refund', '2026-07-03', '20', { purchasePostedOn: day('2026-06-05') }),
      posting('refund', '2026-07-03', '4'),
    )
    expect(cellsOf(facts)).toBe('billed.principal 50.00, next.principal 5.00')
    expect(billsOf(facts).map((one) => yuanText(one.derived))).toEqual(['70.00', '5.00'])
  })
  it('a guess among them makes the bill one', () => {
    const certainty = (assumed: number): string =>
      owedOn(withPostings('2026-06-30', posting('purchase', '2026-06-28', '70', { assumed }))).accounts[0]!.certainty
        .next.principal
    expect([certainty(0), certainty(1)]).toEqual(['derived', 'assumed'])
  })
})

describe('on a statement day', () => {
  it('a refund of that day without a link still reduces the bill before it is issued', () => {
    expect(bills('2026-07-01', purchase('2026-06-05', '100'), refund('2026-07-01', '40', null))).toEqual([
      '2026-07 issued 60.00 of 60.00 − 0.00, at least 10.00',
    ])
  })
  it('a repayment of that day pays the bill, fees first', () => {
    const plan = installments('300', 3, '2.5%')
    expect(placed([plan], repay('2026-07-01', '5'))).toBe('fee 2026-07 2.50, principal 2026-07 2.50')
    expect(placed([plan], combined('2026-07-01', '102.50', ['huabei'], '2026-07'))).toBe(
      'fee 2026-07 2.50, principal 2026-07 100.00',
    )
  })
  it('without anything to bill there is no bill, and what was paid for it is the user’s own again', () => {
    const early = [repay('2026-03-05', '10'), repay('2026-04-05', '7')]
    expect([bills('2026-06-05', ...early), prepaid('2026-06-05', ...early)]).toEqual([[], '0.00'])
    expect(book('2026-06-05', ...early).returned).toBe(1700)
    expect(prepaid('2026-03-31', ...early)).toBe('10.00')
  })
  it('what was paid early and the bill does not need is the user’s own, beside what was before', () => {
    const facts = [repay('2026-05-05', '5'), purchase('2026-06-05', '30'), repay('2026-06-06', '50')]
    expect(bills('2026-07-05', ...facts)).toEqual(['2026-07 paid 30.00 of 30.00 − 30.00, at least 10.00'])
    expect(book('2026-07-05', ...facts).returned).toBe(2500)
  })
  it('a bill is due before the next one is issued; falling on one day, the new one comes first', () => {
    // Issued on the 25th and due on the 5th; from May on issued on the 5th. April's bill is due on the day of May's.
    const moved = account('huabei', {
      terms: [
        { from: day('2020-01-01'), source: 'user', set: { statementDay: 25, dueDay: 5 } },
        { from: day('2026-04-10'), source: 'user', set: { statementDay: 5, dueDay: 15 } },
      ],
    })
    const entries = [bill('2026-04', '1000'), repay('2026-04-28', '100'), purchase('2026-04-29', '50')]
    const at = (on: string): string => cellsOf(ledger(on, [moved], entries))
    expect(at('2026-05-05')).toBe('billed.principal 950.00')
    expect(at('2026-05-06')).toBe('billed.principal 50.00, next.principal 900.00, next.interest 0.45')
  })
})

describe('what a bill is made of', () => {
  it('known by its entries, partly moved into installments that begin with it', () => {
    // 1,200.00, of it 1,000.00 moved into 3 at 2.5 %: 333.34 and 8.34 come back. At least 10 % of 533.34, 333.34 and 8.34.
    const plan = installments('1000', 3, '2.5%', { origin: 'bill', fromBill: month('2026-07') })
    expect(bills('2026-07-05', purchase('2026-06-05', '1200'), plan)[0]).toBe(
      '2026-07 issued 541.68 of 541.68 − 0.00, at least 395.01',
    )
    expect(bills('2026-07-05', purchase('2026-06-05', '1150'), bill('2026-07', '1200'), plan)[0]).toBe(
      '2026-07 issued 541.68 of 491.68 − 0.00, at least 395.01',
    )
    const [july] = billsOf(ledger('2026-07-05', [huabei], [purchase('2026-06-05', '1200'), plan]))
    expect([yuanText(july!.parts.installmentPrincipal), yuanText(july!.parts.installmentFees)]).toEqual([
      '333.34',
      '8.34',
    ])
  })
  it('more moved than it holds asks for nothing of it', () => {
    const plan = installments('1000', 3, '0%', {
      origin: 'bill',
      fromBill: month('2026-07'),
      firstBill: month('2026-08'),
    })
    expect(bills('2026-07-05', bill('2026-07', '900'), plan)[0]).toBe(
      '2026-07 in-installments 0.00 of 0.00 − 0.00, at least 0.00',
    )
  })
  it('the minimum: a tenth of what is new less refunds, deferrals and charges in full', () => {
    const shoes = purchase('2026-06-05', '500')
    expect(bills('2026-07-05', shoes, refund('2026-06-07', '100', shoes))[0]).toContain('at least 40.00')
    const deferred = [
      bill('2026-06', '400'),
      deferral('2026-06', '300', '4.50', '2026-06-05'),
      repay('2026-06-06', '100'),
    ]
    expect(bills('2026-07-05', ...deferred, purchase('2026-06-15', '200'))[1]).toBe(
      '2026-07 issued 504.50 of 504.50 − 0.00, at least 324.50',
    )
    const parts = { fee: yuan('15'), interest: yuan('5'), penalty: yuan('2') }
    expect(bills('2026-07-05', bill('2026-07', '500', { parts }))[0]).toContain('at least 69.80')
  })
  it('a plan that was settled is in none of them', () => {
    const plan = installments('300', 3, '0%', { firstBill: month('2026-08') })
    const facts = [plan, repay('2026-07-03', '300', { settles: plan.id })]
    expect([bills('2026-08-05', ...facts), cells('2026-08-05', ...facts)]).toEqual([[], 'nothing'])
  })
  it('what was entered as paid, and what was paid before it, count on its first day', () => {
    const facts = [
      bill('2026-07', '100', { paid: yuan('20') }),
      purchase('2026-06-05', '100'),
      repay('2026-06-06', '5'),
    ]
    const [july] = book('2026-07-05', ...facts).bills
    expect(
      july!.credits.map(
        (credit) =>
          `${credit.what} ${yuanText(credit.amount)} ${credit.on - day('2026-07-01')} ${credit.estimated} ${credit.entry !== null}`,
      ),
    ).toEqual(['repayment 5.00 -25 false true', 'entered-as-paid 20.00 0 false true'])
  })
})

describe('deferrals', () => {
  it('twice, in two months, each of its own bill', () => {
    const facts = [
      bill('2026-06', '400'),
      deferral('2026-06', '100', '1.50', '2026-06-05'),
      repay('2026-06-06', '300'),
      bill('2026-07', '501.50'),
      deferral('2026-07', '50', '0.75', '2026-07-02', 'd2'),
      deferral('2026-07', '30', '0.45', '2026-07-03', 'd3'),
    ]
    expect(bills('2026-07-05', ...facts)).toEqual([
      '2026-06 paid 300.00 of 0.00 − 300.00, at least 40.00',
      '2026-07 issued 421.50 of 101.50 − 0.00, at least 141.50',
      '2026-08 upcoming 81.20 of 81.20 − 0.00, at least 0.00',
    ])
    expect(billsOf(ledger('2026-07-05', [huabei], facts)).map((one) => yuanText(one.parts.deferredOut))).toEqual([
      '100.00',
      '80.00',
      '0.00',
    ])
  })
  it('of a bill that never was is nothing', () => {
    expect(cells('2026-07-05', deferral('2026-06', '100', '1.50', '2026-06-05'))).toBe('nothing')
  })
})

describe('where money goes', () => {
  it('a named bill among three', () => {
    const three = [purchase('2026-04-05', '100'), purchase('2026-05-05', '100'), purchase('2026-06-05', '100')]
    // June, overdue for 25 days on 5 July: 1.25. May, overdue for 56 days: 2.80.
    expect(placed(three, repay('2026-07-05', '102', { month: '2026-06' }))).toBe(
      'penalty 2026-06 1.25, principal 2026-06 100.00, penalty 2026-05 0.75',
    )
  })
  it('what a named bill rolled, before an older bill that is overdue', () => {
    const facts = [bill('2026-04', '200'), bill('2026-05', '1000'), repay('2026-05-09', '100', { month: '2026-05' })]
    // 10 days × 0.45.
    expect(placed(facts, repay('2026-05-20', '100', { month: '2026-05' }))).toBe('interest 4.50, principal 95.50')
    // Unnamed, April first: 40 days × 0.10.
    expect(placed(facts, repay('2026-05-20', '100'))).toBe('penalty 2026-04 4.00, principal 2026-04 96.00')
  })
  it('a bill that holds what rolled, then the bill to come: its running interest is not asked for yet', () => {
    const rolled = [bill('2026-06', '1000'), repay('2026-06-09', '100')]
    expect(placed(rolled, repay('2026-07-05', '914'))).toBe(
      'interest 2026-07 9.00, principal 2026-07 900.00, prepaid 2026-08 5.00',
    )
    // 5 days × 0.45 = 2.25 of it are covered already.
    expect(prepaid('2026-07-05', ...rolled, repay('2026-07-05', '914'))).toBe('2.75')
  })
  it('money for the bill to come meets its interest and its deferral fee before it is spare', () => {
    const facts = [bill('2026-07', '100'), deferral('2026-07', '40', '0.60', '2026-07-05'), repay('2026-07-06', '60')]
    const shoes = purchase('2026-07-07', '20')
    expect(prepaid('2026-07-08', ...facts, repay('2026-07-08', '45'))).toBe('4.40')
    expect(prepaid('2026-07-08', ...facts, repay('2026-07-08', '40.50'))).toBe('0.00')
    expect(cells('2026-07-08', ...facts, repay('2026-07-08', '40.50'))).toBe('next.fee 0.10')
    expect(prepaid('2026-07-08', ...facts, shoes, refund('2026-07-08', '5', shoes), repay('2026-07-08', '60'))).toBe(
      '4.40',
    )
  })
  it('interest runs to the due day on what rolled before, whenever the minimum was paid', () => {
    // 900.00 rolled in June: 9.45 in its bill; 99.45 paid on 8 June leave 810.00. 8 days on 900.00 and 3 on 810.00: 4.815 → 4.82.
    expect(cells('2026-06-11', bill('2026-05', '1000'), repay('2026-05-09', '100'), repay('2026-06-08', '99.45'))).toBe(
      'next.principal 810.00, next.interest 4.82',
    )
  })
  it('settling one of two plans leaves the other; a settled or unknown one is settled no more', () => {
    const one = installments('300', 3, '0%', { firstBill: month('2026-08') })
    const two = installments('600', 3, '0%', { firstBill: month('2026-08') })
    const settled = repay('2026-07-03', '600', { settles: two.id })
    expect(cells('2026-07-05', one, two, settled)).toBe('next.principal 100.00, future.principal 200.00')
    expect(placed([one, two], settled)).toBe('principal 600.00')
    expect(placed([one, two, settled], repay('2026-07-04', '600', { settles: two.id }))).toBe('prepaid 2026-08 600.00')
    expect(placed([one], repay('2026-07-04', '300', { settles: 'nothing' }))).toBe('prepaid 2026-08 300.00')
  })
  it('another debt: from the day of its balance on, and what it does not need is own money', () => {
    const card = account('other', {
      id: 'card',
      otherDebt: { balance: yuan('100'), balanceOn: day('2026-07-03'), interest: { model: 'none' } },
    })
    const to = (on: string, amount: string) => repay(on, amount, { account: 'card' })
    const facts = (...entries: Entry[]) => ledger('2026-07-05', [card], entries)
    expect(
      [to('2026-07-02', '30'), to('2026-07-03', '30'), to('2026-07-04', '130')].map((one) =>
        cellsOf(facts(one), 'card'),
      ),
    ).toEqual(['next.principal 100.00', 'next.principal 70.00', 'nothing'])
    expect(
      allocate(facts(), to('2026-07-04', '130')).parts.map(
        (part) => `${part.account} ${part.what} ${yuanText(part.amount)}`,
      ),
    ).toEqual(['card principal 100.00', 'card own-money 30.00'])
    const twice = facts(to('2026-07-03', '130'), to('2026-07-04', '5'))
    expect(openBooks(twice, twice.today).other.get('card')!.returned).toBe(3500)
    const unstated = ledger('2026-07-05', [account('other', { id: 'card' })], [to('2026-07-04', '5')])
    expect(cellsOf(unstated, 'card')).toBe('nothing')
  })
  it('without any account it is own money of nobody', () => {
    expect(allocate(ledger('2026-07-05', [], []), combined('2026-07-05', '5', [], null)).parts).toEqual([
      { account: '', what: 'own-money', month: null, amount: 500, estimated: true },
    ])
  })
})
