import { expect, it } from 'vitest'
import { monthText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { allocate, proposeSplit } from '#shared/ledger/allocation.ts'
import type { Entry, Repayment } from '#shared/ledger/entry.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { account, combined, ledger, purchase, repay } from './facts.ts'

/** What is proposed for a repayment that says only its sum, by hand. Huabei first, then two lenders. */

const accounts = [account('huabei'), account('credit-purchase', { id: 'js' }), account('credit-purchase', { id: 'pa' })]
const bought = (of: Record<string, string>, on = '2026-06-05'): Entry[] =>
  Object.entries(of).map(([id, amount]) => purchase(on, amount, { account: id }))
const said = (entries: Entry[], repayment: Repayment): string => {
  const { certain, parts } = proposeSplit(ledger('2026-12-31', accounts, entries), repayment)
  const texts = parts.map(
    (part) => `${part.account} ${yuanText(part.amount)}${part.month === null ? '' : ` ${monthText(part.month)}`}`,
  )
  return `${certain ? 'certain' : 'estimate'}: ${texts.join(', ')}`
}
const ALL = ['huabei', 'js', 'pa']

it('without candidates it may concern every billed account', () => {
  const open = bought({ huabei: '100', js: '60' })
  expect(said(open, combined('2026-07-05', '160', [], null))).toBe('certain: huabei 100.00, js 60.00')
  expect(said(open, combined('2026-07-05', '60', ['huabei'], null))).toBe('estimate: huabei 60.00')
  expect(said(open, combined('2026-07-05', '100', ['pa', 'huabei'], null))).toBe('certain: huabei 100.00')
})

it('all open bills together are the match, before any part of them', () => {
  // 60 + 40 = 100 in all; 100 would be Huabei alone as well if it were open for as much.
  expect(said(bought({ huabei: '60', js: '40' }), combined('2026-07-05', '100', ALL, '2026-07'))).toBe(
    'certain: huabei 60.00 2026-07, js 40.00 2026-07',
  )
  // 30 + 70 and the whole 100 of the third: two sets fit, so none is certain.
  expect(said(bought({ huabei: '30', js: '70', pa: '100' }), combined('2026-07-05', '100', ALL, '2026-07'))).toBe(
    'estimate: huabei 15.00 2026-07, js 35.00 2026-07, pa 50.00 2026-07',
  )
})

it('a bill of a later month than the one named is not meant', () => {
  const july = [...bought({ huabei: '100' }, '2026-05-05'), repay('2026-06-05', '10', { month: '2026-06' })]
  // June's minimum is paid: 90.00 roll into July's bill. Named June: nothing of June is open any more.
  expect(said(july, combined('2026-07-05', '50', ['huabei'], '2026-06'))).toBe('estimate: huabei 50.00 2026-06')
  const two = [...bought({ huabei: '100' }), ...bought({ js: '40' }, '2026-07-05')]
  expect(said(two, combined('2026-08-05', '40', ['js'], '2026-08'))).toBe('certain: js 40.00 2026-08')
  expect(said(two, combined('2026-08-05', '40', ['js'], '2026-07'))).toBe('estimate: js 40.00 2026-07')
  expect(said(two, combined('2026-08-05', '40', ['js'], null))).toBe('certain: js 40.00')
})

it('what is overdue anywhere makes no match certain, is paid first, and names no month', () => {
  // Huabei's June bill of 200.00 is overdue: on 5 July 25 days × 0.10 = 2.50. Of the named month 60.00 are open at js.
  const open = [...bought({ huabei: '200' }, '2026-05-05'), ...bought({ js: '60' })]
  expect(said(open, combined('2026-07-05', '60', ALL, '2026-07'))).toBe('estimate: huabei 60.00')
  expect(said(open, combined('2026-07-05', '232.50', ALL, '2026-07'))).toBe('estimate: huabei 202.50, js 30.00 2026-07')
  // An account with an overdue and an open bill is no match either, whatever its open bill comes to.
  const both = [...open, ...bought({ huabei: '75' })]
  expect(said(both, combined('2026-07-05', '75', ['huabei'], '2026-07'))).toBe('estimate: huabei 75.00')
  expect(said(both, combined('2026-07-05', '135', ALL, '2026-07'))).toBe('estimate: huabei 135.00')
  expect(said(both, combined('2026-07-05', '337.50', ALL, '2026-07'))).toBe('estimate: huabei 277.50, js 60.00 2026-07')
})

it('more than all that is due goes to the first account; nothing due, all of it', () => {
  expect(said(bought({ huabei: '100', js: '60' }), combined('2026-07-05', '170', ['js', 'huabei'], '2026-07'))).toBe(
    'estimate: js 70.00 2026-07, huabei 100.00 2026-07',
  )
  expect(said([], combined('2026-07-05', '170', ['pa', 'js'], '2026-07'))).toBe('estimate: pa 170.00 2026-07')
  expect(said([], combined('2026-07-05', '0', ['pa'], '2026-07'))).toBe('estimate: ')
})

it('of eleven open accounts only the whole is tried, of ten every set', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => `l${String(index).padStart(2, '0')}`)
  const proposed = (count: number, amount: string) => {
    const ids = many(count)
    const lenders = ids.map((id) => account('credit-purchase', { id }))
    const entries = ids.map((id, index) => purchase('2026-06-05', String(2 ** index), { account: id }))
    return proposeSplit(ledger('2026-07-05', lenders, entries), combined('2026-07-05', amount, ids, null))
  }
  expect(proposed(10, '513').parts.map((part) => part.account)).toEqual(['l00', 'l09'])
  expect([proposed(10, '513').certain, proposed(11, '513').certain, proposed(11, '2047').certain]).toEqual([
    true,
    false,
    true,
  ])
})

it('recorded, it pays what was proposed; beyond every debt it is the user’s own or prepaid', () => {
  const open = bought({ huabei: '100', js: '60' })
  const facts = ledger('2026-07-05', accounts, open)
  expect(
    allocate(facts, combined('2026-07-05', '160', [], null)).parts.map(
      (part) => `${part.account} ${part.what} ${yuanText(part.amount)} ${part.estimated}`,
    ),
  ).toEqual(['huabei principal 100.00 true', 'js principal 60.00 true'])
  expect(allocate(facts, repay('2026-07-05', '100')).parts.map((part) => part.estimated)).toEqual([false])
})

it('what is overdue is paid with its charge to the day, as it was proposed', () => {
  const open = [...bought({ huabei: '100' }), ...bought({ js: '60' }, '2026-07-15')]
  const repayment = combined('2026-07-20', '130', ['js', 'huabei'], null)
  expect(said(open, repayment)).toBe('estimate: js 29.50, huabei 100.50')
  expect(
    allocate(ledger('2026-07-20', accounts, open), repayment).parts.map(
      (part) => `${part.account} ${part.what} ${yuanText(part.amount)}`,
    ),
  ).toEqual(['js principal 29.50', 'huabei penalty 0.50', 'huabei principal 100.00'])
})

it('recorded beside later facts, it still pays the charge', () => {
  const open = [...bought({ huabei: '100' }), ...bought({ js: '60' }, '2026-07-15')]
  const facts = ledger('2026-07-21', accounts, [...open, combined('2026-07-20', '130', ['js', 'huabei'], null)])
  expect(owedOn(facts).accounts.map((one) => [one.id, yuanText(one.total)])).toEqual([
    ['huabei', '0.00'],
    ['js', '30.50'],
    ['pa', '0.00'],
  ])
})

it('a repayment that says where it went goes before one of its day that does not, whichever was recorded first', () => {
  // js owes 60.00 and pa 40.00. Known: 60.00 to js. The other 40.00 of that day are then those of pa, exactly.
  const open = bought({ js: '60', pa: '40' })
  const unsaid = combined('2026-07-05', '40', ALL, '2026-07')
  const known = repay('2026-07-05', '60', { account: 'js', month: '2026-07' })
  for (const day of [
    [unsaid, known],
    [known, unsaid],
  ]) {
    expect(
      owedOn(ledger('2026-07-05', accounts, [...open, ...day])).accounts.map((one) => yuanText(one.total)),
    ).toEqual(['0.00', '0.00', '0.00'])
  }
})
