/** After a minimum payment nothing is unpaid of the bill, and the rest bears interest every day: the list says so. */
import { expect, it } from 'vitest'
import { yuanText } from '#shared/kernel/money.ts'
import { billsOf } from '#shared/ledger/bills-of.ts'
import { leftRolling, rollingOf } from '#shared/ledger/rolling.ts'
import { account, bill, ledger, repay } from '../ledger/facts.ts'

const facts = [bill('2026-07', '1000'), repay('2026-07-05', '100', { month: '2026-07' })]
function told(on: string): string {
  const bills = billsOf(ledger(on, [account('huabei')], facts))
  const left = bills.map((one) => {
    const rest = leftRolling(one)
    return `${one.status} unpaid ${yuanText(one.unpaid)}${rest === null ? '' : ` left ${yuanText(rest)}`}`
  })
  return [...left, `rolling ${yuanText(rollingOf(bills))}`].join(' | ')
}

it('1,000.00 of which 100.00 is the minimum: 900.00 is to pay, then rolls, then is in the next bill', () => {
  expect(told('2026-07-10')).toBe('minimum-paid unpaid 900.00 | rolling 0.00')
  expect(told('2026-07-20')).toBe('minimum-paid unpaid 0.00 left 900.00 | upcoming unpaid 904.50 | rolling 900.00')
  expect(told('2026-08-03')).toMatch(/^minimum-paid unpaid 0\.00 left 900\.00 \| issued .* \| rolling 0\.00$/)
})
