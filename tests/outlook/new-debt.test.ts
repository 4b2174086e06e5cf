import { expect, test } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { booksOn } from '#shared/ledger/book/books-on.ts'
import type { Entry } from '#shared/ledger/entry.ts'
import type { DayPosting } from '#shared/ledger/ledger.ts'
import { newDebt } from '#shared/outlook/projection/new-debt.ts'
import { account, bill, ledger, purchase, refund, yuan } from '../ledger/facts.ts'

/** What was bought anew on Huabei after 5 July and through the 20th, less what came back: what a plan is measured by beside what was repaid. */
function anew(entries: Entry[], postings: DayPosting[] = []): string {
  const accounts = [account('huabei'), account('credit-purchase', { id: 'js' })]
  const of = { ...ledger('2026-07-20', accounts, entries), postings }
  const asked = {
    account: 'huabei',
    after: day('2026-07-05'),
    through: day('2026-07-20'),
    books: booksOn(of, of.today),
  }
  const sum = newDebt(of, asked)
  return sum < 0 ? `-${yuanText(-sum as never)}` : yuanText(sum)
}
const posting = (id: string, what: DayPosting['what'], on: string, amount: string): DayPosting => ({
  ...{ account: id, what, on: day(on), amount: yuan(amount) },
  ...{ purchasePostedOn: null, count: 1, assumed: 0 },
})

test('purchases by the day on which they were posted, the first day out, the last one in', () => {
  expect(anew([purchase('2026-07-05', '1'), purchase('2026-07-06', '20'), purchase('2026-07-20', '300')])).toBe(
    '320.00',
  )
  expect(anew([purchase('2026-07-01', '20', { postedOn: day('2026-07-06') })])).toBe('20.00')
  expect(anew([purchase('2026-07-06', '20', { account: 'js' })])).toBe('0.00')
})

test('what still waits for its receipt is no debt yet, and neither is its refund any less of one', () => {
  const waiting = purchase('2026-07-06', '20', { postedOn: null })
  expect(anew([waiting])).toBe('0.00')
  expect(anew([waiting, refund('2026-07-07', '20', waiting)])).toBe('0.00')
})

test('what came back of a purchase that was posted, and what nobody can say it is of, is taken off', () => {
  const bought = purchase('2026-07-06', '50')
  expect(anew([bought, refund('2026-07-08', '20', bought)])).toBe('30.00')
  expect(anew([bought, refund('2026-07-08', '20', null)])).toBe('30.00')
  expect(anew([bought, refund('2026-07-08', '20', bought, { inFlight: true })])).toBe('50.00')
})

test('summed days count as their purchases and refunds would, each for its own account', () => {
  const days = [
    posting('huabei', 'purchase', '2026-07-06', '50'),
    posting('huabei', 'refund', '2026-07-08', '20'),
    posting('huabei', 'purchase', '2026-07-05', '1'),
    posting('js', 'purchase', '2026-07-06', '7'),
  ]
  expect(anew([], days)).toBe('30.00')
})

test('what a copied bill holds beyond its entries came with the bill', () => {
  const accounts = [purchase('2026-06-10', '80'), bill('2026-07', '100')]
  expect(anew(accounts)).toBe('0.00')
  const of = { ...ledger('2026-07-20', [account('huabei')], accounts) }
  const asked = { account: 'huabei', after: day('2026-06-30'), through: of.today, books: booksOn(of, of.today) }
  expect(yuanText(newDebt(of, asked))).toBe('20.00')
})
